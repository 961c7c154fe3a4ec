internal import Narration

/// Names that a document lists at its head: `Hosts: Ada Lovelace, Ben Okafor (guest)`.
///
/// The lines are spoken as they are; the names help to know the labels of speakers.
struct SpeakerList {
  private(set) var names: [String] = []
  /// Those who make the show.
  private(set) var hosts: [String] = []
  /// Passages that hold a list, which are no turns.
  private(set) var passages: Set<Int> = []

  private static let lists: Set<String> = [
    "hosts", "speakers", "guests", "participants", "panelists", "panellists", "panel", "people",
    "cast", "featuring", "hosted by", "co-hosts", "cohosts", "host(s)", "guest(s)", "speaker(s)",
    "in conversation", "voices", "sprecher", "gäste",
  ]
  private static let single: Set<String> = [
    "host", "guest", "speaker", "moderator", "interviewer", "interviewee", "co-host", "cohost",
    "presenter", "narrator",
  ]

  /// Looks at the passages at the head of a document.
  init(_ drafts: [DraftPassage]) {
    var isList = false
    for (index, draft) in drafts.prefix(24).enumerated() {
      let text = draft.passage.text
      if case .listItem = draft.passage.kind, isList {
        guard let name = Self.name(text[...]) else { continue }
        names.append(name)
        passages.insert(index)
        continue
      }
      isList = false
      guard text.utf8.count <= 300 else { continue }
      var head = text[...]
      var value: Substring = ""
      if let colon = text.firstIndex(of: ":") {
        head = text[..<colon]
        value = text[text.index(after: colon)...]
      }
      let key = head.filter { $0 != "*" && $0 != "_" }.lowercased()
      value = value.drop { " *_".contains($0) }
      guard Self.lists.contains(key) || Self.single.contains(key) else { continue }
      if value.isEmpty {
        isList = Self.lists.contains(key)
        if isList { passages.insert(index) }
        continue
      }
      let found = Self.names(in: value)
      let areFull = found.allSatisfy { $0.split(separator: " ").count > 1 }
      guard !found.isEmpty, Self.lists.contains(key) || areFull else { continue }
      names += found
      if key.hasPrefix("host") { hosts += found }
      passages.insert(index)
    }
  }

  /// The names of a list in one line; none when a part of it is no name.
  private static func names(in value: Substring) -> [String] {
    var text = String(value)
    for joint in [", and ", " and ", " & ", " with ", ";", " und ", " et ", " y "] {
      text = text.replacing(joint, with: ",")
    }
    let parts = text.split(separator: ",").map { $0.drop { $0 == " " } }
    let names = parts.compactMap { name($0) }
    return names.count == parts.count ? names : []
  }

  /// The name that a part begins with, its role left out: `Ada Lovelace (host)`, `Ben – guest`.
  private static func name(_ part: Substring) -> String? {
    var end = part.endIndex
    for mark in ["(", " – ", " — ", " - ", ",", ":", ". "] {
      if let found = part.range(of: mark)?.lowerBound { end = min(end, found) }
    }
    var name = part[..<end].filter { $0 != "*" && $0 != "_" }
    while let last = name.last, last == " " || last == "." { name.removeLast() }
    let words = name.split(separator: " ")
    guard (1...5).contains(words.count), SpeakerName.isPossible(name),
      words[0].first?.isUppercase == true || words[0].first?.isLowercase == false
    else { return nil }
    return name
  }
}

extension Substring {
  /// The first place of a pattern.
  fileprivate func range(of pattern: String) -> Range<Index>? { firstRange(of: pattern) }
}
