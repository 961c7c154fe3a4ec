internal import CExpat
internal import Narration

/// Reads XML of any vocabulary into a ``MarkupTree``, by expat, with the byte place of every text.
///
/// Small mistakes are mended first (``XMLRepair``). Nothing is fetched: a document type's external
/// part is never asked for, and the entities that it would define are those of HTML. Entities that the
/// document defines itself are said as they are, up to 1 MiB or as long as the document; few may refer
/// to each other, since expat goes into them by recursion. What is not well formed ends the tree
/// there; the elements that are open are closed, and the place is told.
enum XMLParser {
  /// A tree, and where the document ceased to be XML.
  struct Parsed {
    var tree: MarkupTree
    /// A warning with the place; nil for a well-formed document.
    var damage: Complaint?
    /// Where the damage begins, as a place in the episode's source.
    var damagedFrom: Int?
    /// Whether elements were nested too deep to be kept apart.
    var isFlattened = false

    /// What stands behind the damage, if anything does.
    var unread: [Range<Int>] {
      let end = tree.root.source.upperBound
      guard let damagedFrom, damagedFrom < end else { return [] }
      return [damagedFrom..<end]
    }
  }

  /// Parses decoded text.
  ///
  /// - Parameters:
  ///   - text: The document or member; what its XML declaration says of an encoding is past.
  ///   - name: What complaints call it.
  ///   - base: What is added to every place: where the text stands in the episode's source.
  static func parse(_ text: String, named name: String, base: Int = 0) -> Parsed {
    guard let parser = XML_ParserCreate("UTF-8") else {
      var builder = MarkupBuilder()
      return Parsed(
        tree: builder.finish(at: base),
        damage: Complaint(.warning, at: name, "there is no memory left to read it"))
    }
    defer { XML_ParserFree(parser) }
    let state = XMLTreeState(parser: parser, base: base, count: text.utf8.count)
    XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
    // As if there were an external subset that is not read: entities nobody defined are skipped, not
    // errors, and so can be looked up.
    XML_UseForeignDTD(parser, XML_Bool(1))
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_ALWAYS)
    XML_SetExternalEntityRefHandler(parser) { parser, context, _, _, _ in
      // An external subset without a declaration in it; other entities are skipped. Nothing is opened.
      guard context == nil, let subset = XML_ExternalEntityParserCreate(parser, nil, nil) else {
        return 1
      }
      defer { XML_ParserFree(subset) }
      return XML_Parse(subset, "", 0, 1) == XML_STATUS_OK ? 1 : 0
    }
    XML_SetEntityDeclHandler(parser) { user, _, _, value, length, _, _, _, _ in
      guard let value, let state = XMLTreeState.from(user) else { return }
      state.declareEntity(UnsafeRawBufferPointer(start: value, count: max(0, Int(length))))
    }
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let name, let state = XMLTreeState.from(user) else { return }
        state.begin(name, attributes)
      },
      { user, _ in XMLTreeState.from(user)?.end() })
    XML_SetCharacterDataHandler(parser) { user, text, count in
      guard let text, count > 0, let state = XMLTreeState.from(user) else { return }
      state.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
    }
    XML_SetSkippedEntityHandler(parser) { user, name, isParameter in
      guard isParameter == 0, let name, let state = XMLTreeState.from(user) else { return }
      state.skippedEntity(String(cString: name))
    }

    var repaired = Array(text.utf8)
    state.hasAmpersands = XMLRepair.repair(&repaired)
    var status = XML_STATUS_OK
    repaired.withUnsafeBufferPointer { bytes in
      // expat counts in 32 bits.
      let chunk = 1 << 24
      var offset = 0
      repeat {
        let end = min(offset + chunk, bytes.count)
        let part = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[offset..<end])
        status = XML_Parse(
          parser, part.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(part.count),
          end == bytes.count ? 1 : 0)
        offset = end
      } while offset < bytes.count && status == XML_STATUS_OK
    }
    var damage: Complaint?
    var damagedFrom: Int?
    if status != XML_STATUS_OK {
      let place =
        "\(name):\(XML_GetCurrentLineNumber(parser)):\(XML_GetCurrentColumnNumber(parser) + 1)"
      let code = XML_GetErrorCode(parser)
      let reason =
        code == XML_ERROR_ABORTED
        ? state.refusal
        : XML_ErrorString(code).map { String(cString: $0) } ?? "unknown error"
      damage = Complaint(
        .warning, at: place, "the XML is damaged here (\(reason))",
        remedy: "what stands before this place is read; mend the file to have the rest")
      let from = base + min(max(0, Int(XML_GetCurrentByteIndex(parser))), text.utf8.count)
      // Of a CDATA section without an end the text is there already.
      damagedFrom = max(from, state.textEnd)
    }
    let tree = state.builder.finish(at: base + text.utf8.count)
    let original = Array(text.utf8)
    if repaired != original { tree.checkCopies(of: original, base: base) }
    return Parsed(
      tree: tree, damage: damage, damagedFrom: damagedFrom,
      isFlattened: state.builder.isFlattened)
  }
}

/// What expat's handlers share while a document is read.
private final class XMLTreeState {
  let parser: OpaquePointer
  let base: Int
  var builder = MarkupBuilder()
  private var entities = EntityCache()
  /// Whether ``XMLRepair/ampersand`` stands for some.
  var hasAmpersands = false
  /// Where the last text ends.
  private(set) var textEnd = 0
  /// Why the parsing was ended.
  private(set) var refusal = ""
  /// How many bytes came out of references, and how many may.
  private var expanded = 0
  private let mostExpanded: Int
  private var scope = MarkupNamespaceScope()
  /// Entities whose text refers to others.
  private var nestedEntities = 0
  /// More than any document type of a text has; far fewer than a chain that exhausts the stack.
  private static let mostNestedEntities = 200

  init(parser: OpaquePointer, base: Int, count: Int) {
    mostExpanded = max(1 << 20, count)
    self.parser = parser
    self.base = base
  }

  static func from(_ user: UnsafeMutableRawPointer?) -> XMLTreeState? {
    user.map { Unmanaged<XMLTreeState>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Ends the parsing when too many entities refer to others.
  func declareEntity(_ value: UnsafeRawBufferPointer) {
    guard value.contains(0x26) else { return }
    nestedEntities += 1
    if nestedEntities > Self.mostNestedEntities {
      refuse("too many entities refer to each other")
    }
  }

  private func refuse(_ why: String) {
    refusal = why
    XML_StopParser(parser, XML_Bool(0))
  }

  private var offset: Int { base + Int(XML_GetCurrentByteIndex(parser)) }
  private var length: Int { Int(XML_GetCurrentByteCount(parser)) }

  func begin(
    _ name: UnsafePointer<XML_Char>, _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    var written: [(name: Substring, value: Substring)] = []
    var pair = pairs
    while let key = pair?[0], let value = pair?[1] {
      written.append((Substring(String(cString: key)), Substring(restored(String(cString: value)))))
      pair = pair?.advanced(by: 2)
    }
    scope.begin(written)
    let attributes = written.compactMap { attribute in
      MarkupNamespaceScope.isDeclaration(attribute.name)
        ? nil
        : MarkupAttribute(
          name: scope.name(ofAttribute: attribute.name), value: String(attribute.value))
    }
    builder.begin(scope.name(ofElement: Substring(String(cString: name))), attributes, at: offset)
  }

  // An empty element's end has the place of its start and no length of its own.
  func end() {
    scope.end()
    builder.end(at: offset + length)
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    // expat hands over a reference by itself; a line break of two characters comes as one.
    let source = offset..<offset + length
    let isCopied = source.count == bytes.count && !isReference(to: bytes)
    textEnd = source.upperBound
    if !isCopied {
      expanded += bytes.count
      guard expanded <= mostExpanded else { return refuse("its entities expand without measure") }
    }
    builder.text(
      restored(String(decoding: bytes, as: UTF8.self)), source: source, isCopied: isCopied)
  }

  private func restored(_ text: String) -> String {
    guard hasAmpersands, text.utf8.contains(XMLRepair.ampersand) else { return text }
    let bytes = text.utf8.map { $0 == XMLRepair.ampersand ? UInt8(ascii: "&") : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a reference stands in the input for text of its length; in a CDATA section an ampersand
  /// is one.
  private func isReference(to text: UnsafeRawBufferPointer) -> Bool {
    var start: Int32 = 0
    var size: Int32 = 0
    guard let context = XML_GetInputContext(parser, &start, &size), start < size,
      context[Int(start)] == 0x26
    else { return false }
    let input = UnsafeRawBufferPointer(start: context, count: Int(size))
    return !input[Int(start)...].starts(with: text)
  }

  func skippedEntity(_ name: String) {
    let source = offset..<offset + length
    builder.text(
      entities.text(of: name) ?? "&\(name);", source: source, isCopied: false)
  }
}
