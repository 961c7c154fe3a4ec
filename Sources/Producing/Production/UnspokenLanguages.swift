public import Narration
import Speaking
internal import SpokenText

extension Production {
  /// Warns of words in languages that nobody of the cast can say otherwise than as its own: eSpeak NG
  /// has no voice for them, or a command speaks, which is told nothing of languages.
  ///
  /// Starts the worker once where there are words in another language than their voice's, else not at
  /// all; a worker that lists no voices is none to warn about, since it is checked by ``VoiceCheck``.
  public func unspokenLanguages(worker: String) async -> [Complaint] {
    var foreign: [String: (place: Range<Int>, words: Int, isCommand: Bool)] = [:]
    for utterance in script.utterances where utterance.words.contains(where: { $0.language != nil })
    {
      let profile = cast.performance(of: utterance).profile
      let isCommand = if case .command = profile.engine { true } else { false }
      let own = Self.primary(profile.language?.tag ?? metadata.language ?? "")
      for word in utterance.words {
        guard let language = word.language, Self.primary(language) != own else { continue }
        let key = language.lowercased()
        let known = foreign[key] ?? (word.source, 0, isCommand)
        foreign[key] = (known.place, known.words + 1, known.isCommand || isCommand)
      }
    }
    guard !foreign.isEmpty else { return [] }
    let listed = try? await VoiceCommand(executable: worker).listedVoices()
    guard let spoken = listed.map({ Set($0.flatMap(\.languages)) }) else { return [] }
    return foreign.filter { $0.value.isCommand || !Self.isSpoken($0.key, among: spoken) }
      .sorted { $0.value.place.lowerBound < $1.value.place.lowerBound }
      .map { language, found in
        Complaint(
          .warning, at: episode.source.place(of: found.place).description,
          "no voice speaks the language `\(language)`: words in it (\(found.words)) are said as if "
            + "they were not",
          remedy: "give them readings in a lexicon, or narrate the text in that language")
      }
  }

  /// As the engine looks for a voice: `de-ch`, then `de`.
  private static func isSpoken(_ tag: String, among spoken: Set<String>) -> Bool {
    var wanted = Substring(tag)
    while !wanted.isEmpty {
      if spoken.contains(String(wanted)) { return true }
      wanted = wanted[..<(wanted.lastIndex(of: "-") ?? wanted.startIndex)]
    }
    return false
  }

  private static func primary(_ tag: String) -> String {
    tag.prefix { $0 != "-" }.lowercased()
  }
}
