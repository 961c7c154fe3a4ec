import ArgumentParser
import Producing
import SpokenText

/// The long options that have the same name as a key of `narrate.yml`; help comes from the key.
struct SettingOptions: ParsableArguments {
  @Option(help: help("title"))
  var title: String?

  @Option(help: help("album"))
  var album: String?

  @Option(help: help("artist"))
  var artist: String?

  @Option(help: help("language"))
  var language: String?

  @Option(help: help("date"))
  var date: String?

  @Option(help: help("comment"))
  var comment: String?

  @Option(help: help("voice"))
  var voice: String?

  @Option(help: help("rate"))
  var rate: String?

  @Option(help: help("pitch"))
  var pitch: String?

  @Option(help: help("pitch-range"))
  var pitchRange: String?

  @Option(help: help("volume"))
  var volume: String?

  @Option(help: help("emphasis"))
  var emphasis: String?

  @Option(name: .customLong("cast"), help: help("cast"))
  var cast: [String] = []

  @Option(help: help("glossary"), completion: .file())
  var glossary: String?

  @Option(name: .customLong("lexicon"), help: help("lexicon"), completion: .file())
  var lexicons: [String] = []

  @Flag(help: help("keep-boilerplate"))
  var keepBoilerplate = false

  @Option(help: help("code"))
  var code: String?

  @Option(help: help("notes"))
  var notes: String?

  @Option(help: help("sounds"))
  var sounds: String?

  @Option(help: help("page-breaks"))
  var pageBreaks: String?

  @Option(help: help("speakers"))
  var speakers: String?

  @Option(help: help("chapters"))
  var chapters: String?

  @Option(name: .customLong("voices"), help: "A folder of voice profiles, before the usual ones.")
  var voicesFolder: String?

  static func help(_ name: String) -> ArgumentHelp {
    guard let key = SettingKey.all.first(where: { $0.name == name }) else { return "" }
    return ArgumentHelp("\(key.summary) Takes \(key.values). (default: \(key.standard))")
  }

  /// What the command line says, as the strongest layer.
  func layer(with policies: PolicyOptions) throws(Failure) -> Settings {
    var settings = Settings()
    let given: [(String, String?)] = [
      ("title", title), ("album", album), ("artist", artist), ("language", language),
      ("date", date), ("comment", comment), ("voice", voice), ("rate", rate), ("pitch", pitch),
      ("pitch-range", pitchRange), ("volume", volume), ("emphasis", emphasis),
      ("glossary", glossary),
      ("keep-boilerplate", keepBoilerplate ? "true" : nil),
      ("code", code), ("notes", notes), ("sounds", sounds), ("page-breaks", pageBreaks),
      ("speakers", speakers), ("chapters", chapters),
      ("citations", policies.citations?.rawValue), ("references", policies.references?.rawValue),
      ("links", policies.links?.rawValue), ("abbreviations", policies.abbreviations?.rawValue),
      ("symbols", policies.symbols?.rawValue), ("style", policies.style?.rawValue),
    ]
    for case (let name, let text?) in given + lexicons.map({ ("lexicon", $0) })
      + cast.map({ ("cast", $0) })
    {
      try settings.set(name, to: text, option: "--\(name)")
    }
    return settings
  }
}
