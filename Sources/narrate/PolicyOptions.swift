public import ArgumentParser
public import SpokenText

/// One long option for each policy, its help made from the policy's notes.
struct PolicyOptions: ParsableArguments {
  @Option(name: .customLong(CitationPolicy.notes.key), help: help(CitationPolicy.self))
  var citations: CitationPolicy?

  @Option(name: .customLong(ReferencePolicy.notes.key), help: help(ReferencePolicy.self))
  var references: ReferencePolicy?

  @Option(name: .customLong(LinkPolicy.notes.key), help: help(LinkPolicy.self))
  var links: LinkPolicy?

  @Option(name: .customLong(AbbreviationPolicy.notes.key), help: help(AbbreviationPolicy.self))
  var abbreviations: AbbreviationPolicy?

  @Option(name: .customLong(SymbolLevel.notes.key), help: help(SymbolLevel.self))
  var symbols: SymbolLevel?

  @Option(name: .customLong(SpeakingStyle.notes.key), help: help(SpeakingStyle.self))
  var style: SpeakingStyle?

  /// `How citations in the text are read. (default: full)`; the values follow by themselves.
  private static func help<Value: Policy>(_: Value.Type) -> ArgumentHelp {
    "\(Value.notes.summary) (default: \(Value.notes.defaultValue.rawValue))"
  }

  /// The policies given here over others.
  func over(_ policies: Policies) -> Policies {
    var result = policies
    if let citations { result.citations = citations }
    if let references { result.references = references }
    if let links { result.links = links }
    if let abbreviations { result.abbreviations = abbreviations }
    if let symbols { result.symbols = symbols }
    if let style { result.style = style }
    return result
  }
}

extension CitationPolicy: ExpressibleByArgument {}
extension ReferencePolicy: ExpressibleByArgument {}
extension LinkPolicy: ExpressibleByArgument {}
extension AbbreviationPolicy: ExpressibleByArgument {}
extension SymbolLevel: ExpressibleByArgument {}
extension SpeakingStyle: ExpressibleByArgument {}
