internal import CExpat
public import SpokenText

/// Reads a lexicon in the W3C Pronunciation Lexicon Specification 1.0 (`.pls`).
///
/// Each `lexeme` has written forms (`grapheme`), and either words to say (`alias`) or
/// pronunciations (`phoneme`), of which the one marked `prefer` or else the first counts. Alphabets
/// are `ipa` and eSpeak's own, `x-espeak`. Capitals count where a grapheme has them.
///
/// A file can neither reach out nor grow: entities of its own are refused, external ones too.
public enum PronunciationLexicon {
  /// The entries of a file; lexemes that cannot be used are told as problems.
  ///
  /// - Throws: ``ReadingError`` with file and line when it is not well-formed XML, defines
  ///   entities, or is no lexicon.
  public static func read(
    _ bytes: [UInt8], named file: String
  ) throws(ReadingError) -> LexiconSource {
    guard let parser = XML_ParserCreateNS(nil, 0x20) else {
      throw ReadingError(.undecodable, at: file, "there is no memory left to read it")
    }
    defer { XML_ParserFree(parser) }
    let state = LexemeReader(file: file, parser: parser)
    XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let name else { return }
        LexemeReader.from(user)?.begin(
          String(cString: name), LexemeReader.dictionary(of: attributes))
      },
      { user, name in
        guard let name else { return }
        LexemeReader.from(user)?.end(String(cString: name))
      })
    XML_SetCharacterDataHandler(parser) { user, text, count in
      guard let text, count > 0 else { return }
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
      LexemeReader.from(user)?.text += String(decoding: bytes, as: UTF8.self)
    }
    XML_SetEntityDeclHandler(parser) { user, _, _, _, _, _, _, _, _ in
      LexemeReader.from(user)?.refuseEntities()
    }
    XML_SetExternalEntityRefHandler(parser) { _, _, _, _, _ in 0 }
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(clamping: buffer.count),
        1)
    }
    withExtendedLifetime(state) {}
    if let refusal = state.refusal { throw refusal }
    guard status == XML_STATUS_OK else {
      let cause = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
      let column = XML_GetCurrentColumnNumber(parser) + 1
      throw ReadingError(
        .undecodable, at: "\(file):\(XML_GetCurrentLineNumber(parser)):\(column)",
        "is not XML: \(cause ?? "an error")", remedy: "correct the file there")
    }
    return state.source
  }
}

/// What the parser has told so far.
private final class LexemeReader {
  private static let namespace = "http://www.w3.org/2005/01/pronunciation-lexicon"

  let file: String
  let parser: XML_Parser
  var source = LexiconSource()
  var text = ""
  var refusal: ReadingError?
  private var alphabet: String?
  private var depth = 0
  private var lexeme: Lexeme?
  /// That of the phoneme that is being read.
  private var phonemeAlphabet: String?
  private var isPreferred = false

  private struct Lexeme {
    var origin: LexiconOrigin
    var graphemes: [String] = []
    var alias: String?
    var hasPreferredAlias = false
    var phonemes: (alphabet: String?, text: String)?
    var hasPreferredPhonemes = false
  }

  init(file: String, parser: XML_Parser) {
    self.file = file
    self.parser = parser
  }

  static func from(_ user: UnsafeMutableRawPointer?) -> LexemeReader? {
    user.map { Unmanaged<LexemeReader>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Names and values, which expat hands out one after the other.
  static func dictionary(
    of attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    var result: [String: String] = [:]
    var index = 0
    while let attributes, let name = attributes[index], let value = attributes[index + 1] {
      result[String(cString: name)] = String(cString: value)
      index += 2
    }
    return result
  }

  private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  private func refuse(_ kind: ReadingError.Kind, _ what: String, remedy: String) {
    guard refusal == nil else { return }
    refusal = ReadingError(kind, at: "\(file):\(line)", what, remedy: remedy)
    XML_StopParser(parser, 0)
  }

  func refuseEntities() {
    refuse(
      .unsupported, "defines an entity, which a lexicon does not need",
      remedy: "write what it stands for in its place")
  }

  func begin(_ name: String, _ attributes: [String: String]) {
    depth += 1
    if depth == 1 {
      guard name == "\(Self.namespace) lexicon" || name == "lexicon" else {
        return refuse(
          .unsupported, "is XML, but no pronunciation lexicon",
          remedy: "its first element must be `lexicon` in the name space \(Self.namespace)")
      }
      alphabet = attributes["alphabet"]
      return
    }
    switch Self.local(name) {
    case "lexeme": lexeme = Lexeme(origin: LexiconOrigin(file: file, line: line))
    case "grapheme", "alias": text = ""
    case "phoneme":
      text = ""
      phonemeAlphabet = attributes["alphabet"] ?? alphabet
    default: break
    }
    isPreferred = attributes["prefer"] == "true" || attributes["prefer"] == "1"
  }

  func end(_ name: String) {
    depth -= 1
    let content = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch Self.local(name) {
    case "grapheme": lexeme?.graphemes.append(content)
    case "alias":
      if lexeme?.alias == nil || isPreferred && lexeme?.hasPreferredAlias == false {
        lexeme?.alias = content
        lexeme?.hasPreferredAlias = isPreferred
      }
    case "phoneme":
      if lexeme?.phonemes == nil || isPreferred && lexeme?.hasPreferredPhonemes == false {
        lexeme?.phonemes = (phonemeAlphabet, content)
        lexeme?.hasPreferredPhonemes = isPreferred
      }
    case "lexeme":
      if let lexeme { take(lexeme) }
      lexeme = nil
    default: break
    }
  }

  /// The name of an element without its name space.
  private static func local(_ name: String) -> Substring {
    name[(name.lastIndex(of: " ").map { name.index(after: $0) } ?? name.startIndex)...]
  }

  private func take(_ lexeme: Lexeme) {
    func complain(_ what: String, _ remedy: String) {
      source.problems.append(LexiconProblem(at: lexeme.origin, what, remedy: remedy))
    }
    guard !lexeme.graphemes.isEmpty else {
      return complain("a lexeme has no grapheme", "write what texts hold in a `grapheme`")
    }
    var pronunciation: Pronunciation?
    if let (alphabet, text) = lexeme.phonemes, !text.isEmpty {
      switch alphabet {
      case "ipa": pronunciation = .ipa(text)
      case "x-espeak": pronunciation = .espeak(text)
      default:
        complain(
          "the alphabet \(alphabet.map { "`\($0)`" } ?? "of a phoneme") is not known",
          "write `alphabet=\"ipa\"` or `alphabet=\"x-espeak\"`")
      }
    }
    let spoken = lexeme.alias.flatMap { $0.isEmpty ? nil : $0 }
    guard spoken != nil || pronunciation != nil else {
      return complain(
        "nothing is said for `\(lexeme.graphemes[0])`", "give it an `alias` or a `phoneme`")
    }
    for grapheme in lexeme.graphemes {
      source.entries.append(
        LexiconEntry(
          grapheme, spoken: spoken, pronunciation: pronunciation, origin: lexeme.origin))
    }
  }
}
