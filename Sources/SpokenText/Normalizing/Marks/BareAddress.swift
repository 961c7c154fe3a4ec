/// An address of the web in a language without rules, where no word of ours may stand.
///
/// `https://example.org/a?b=c` → `example.org` under `links: domain`, nothing under `omit`, and as
/// it stands under `full`.
struct BareAddress: SemioticClass {
  static let kind = Edit.Kind.electronic

  /// UTF-8 bytes of the host; nil when all is left out.
  let host: Range<Int>?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<BareAddress>? {
    guard sentence.policies.links != .full,
      let found = Electronic.recognize(at: start, in: sentence),
      case .link(let host) = found.value.form
    else { return nil }
    guard sentence.policies.links == .domain else {
      return Match(
        BareAddress(host: nil), tokens: found.tokens, rule: "electronic.omitted", kind: .omission)
    }
    return Match(
      BareAddress(host: sentence.bytes(of: host)), tokens: found.tokens, rule: "electronic.host")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let host { writer.say(source: host) }
  }
}
