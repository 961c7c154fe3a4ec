import Narration
import Reading
import SpokenText

/// The reference page of all settings, made from the keys themselves.
public enum SettingsReference {
  /// The page in Markdown: what `Documentation/settings.md` holds.
  public static var page: String {
    var page = """
      # Settings

      What `narrate` lets you choose. Each key may stand in `narrate.yml`, in the folder of an
      episode or in a folder above it (the nearest file counts), and, when it has no dot, as a
      long option of the same name on the command line. What the command line says is stronger
      than `narrate.yml`, which is stronger than the voice profile, which is stronger than the
      default. Keys with a dot stand inside their group:

      ```yaml
      voice: british
      rate: 1.1
      heading:
        rate: 90 %
        pitch: -8
      pauses:
        sentence: 400ms
      cast:
        Ada Lovelace: guest
        Charles Babbage:
          voice: cast-5
          rate: 0.9
      glossary:
        BDNF: brain-derived neurotrophic factor
      ```


      """
    page += chapter("The episode", SettingKey.metadata)
    page += chapter("The voice", SettingKey.voice)
    page += chapter("Headings, quotations, emphasis", SettingKey.manners)
    page += chapter("Silences", SettingKey.pauses)
    page += chapter("What is said", SettingKey.policies)
    page += chapter("What is made", SettingKey.production)
    page += "## Choices by example\n\n"
    page += choice(CitationPolicy.self) + choice(ReferencePolicy.self) + choice(LinkPolicy.self)
    page += choice(AbbreviationPolicy.self) + choice(SymbolLevel.self) + choice(SpeakingStyle.self)
    page += choice(CodePolicy.self) + choice(NotePolicy.self) + choice(SoundPolicy.self)
    page += choice(PageBreakPolicy.self) + choice(SpeakerPolicy.self)
    return String(page.dropLast())
  }

  private static func chapter(_ title: String, _ keys: [SettingKey]) -> String {
    var text = "## \(title)\n\n| key | what | takes | default | example |\n"
    text += "| --- | --- | --- | --- | --- |\n"
    for key in keys {
      let example = key.name.split(separator: ".").last.map { "`\($0): \(key.example)`" } ?? ""
      text += "| `\(key.name)` | \(key.summary) | \(key.values) | \(key.standard) | \(example) |\n"
    }
    return text + "\n"
  }

  private static func choice<Value: Policy>(_ policy: Value.Type) -> String {
    let notes = Value.notes
    var text = "### \(notes.key)\n\n\(example(notes.written))is read\n\n"
    for value in Value.allCases {
      let words = notes.spoken[value] ?? ""
      let mark = value == notes.defaultValue ? " (the default)" : ""
      text += "- `\(value.rawValue)`\(mark): \(words.isEmpty ? "nothing" : "“\(words)”")\n"
    }
    return text + "\n"
  }

  /// Text as it is written, in a line or, when it has several, as a block of its own.
  private static func example(_ written: String) -> String {
    guard written.contains("\n") || written.contains("`") else { return "`\(written)` " }
    return "````\n\(written)\n````\n\n"
  }
}
