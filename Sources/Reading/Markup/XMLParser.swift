internal import CExpat
internal import Narration

/// Reads XML of any vocabulary into a ``MarkupTree``, by expat, with the byte place of every text.
///
/// Small mistakes are mended first (``XMLRepair``). Nothing is fetched: a document type's external
/// part is never asked for, and the entities that it would define are those of HTML. A reference to an
/// external entity (XML 1.0, 4.2.2) stays as it is written, `&name;`, with a warning. Entities that the
/// document defines itself are said as they are, up to 1 MiB or twice as long as the document; few may
/// refer to each other, since expat goes into them by recursion. What is not well formed ends the tree
/// there; the elements that are open are closed, and the place is told.
enum XMLParser {
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
    readNoSubset(parser)
    XML_SetExternalEntityRefHandlerArg(parser, Unmanaged.passUnretained(state).toOpaque())
    XML_SetExternalEntityRefHandler(parser) { user, context, _, _, _ in
      guard let state = XMLTreeState.from(user.map { UnsafeMutableRawPointer($0) }) else {
        return 0
      }
      guard let context else { return XMLParser.emptySubset(state.parser) }
      state.externalEntity(String(cString: context))
      return 1
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
    state.declared = declaredEntities(in: repaired)
    if XMLRepair.keepReferences(in: &repaired, but: state.declared) { state.hasAmpersands = true }
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
      outside: state.outside(named: name), isFlattened: state.builder.isFlattened)
  }

  /// As if there were an external subset that is not read: entities nobody defined are skipped, not
  /// errors, and so can be looked up.
  private static func readNoSubset(_ parser: OpaquePointer) {
    XML_UseForeignDTD(parser, XML_Bool(1))
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_ALWAYS)
  }

  /// An external subset without a declaration in it; nothing is opened.
  fileprivate static func emptySubset(_ parser: OpaquePointer?) -> Int32 {
    guard let subset = XML_ExternalEntityParserCreate(parser, nil, nil) else { return 1 }
    defer { XML_ParserFree(subset) }
    return XML_Parse(subset, "", 0, 1) == XML_STATUS_OK ? 1 : 0
  }

  /// The general entities that the document type defines, and where the first element begins.
  private static func declaredEntities(in bytes: [UInt8]) -> XMLEntities {
    guard let parser = XML_ParserCreate("UTF-8") else { return XMLEntities(end: bytes.count) }
    defer { XML_ParserFree(parser) }
    let state = XMLPrologState(parser: parser, count: bytes.count)
    XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
    readNoSubset(parser)
    XML_SetExternalEntityRefHandler(parser) { parser, context, _, _, _ in
      context == nil ? XMLParser.emptySubset(parser) : 1
    }
    XML_SetEntityDeclHandler(parser) { user, name, isParameter, value, _, _, _, _, _ in
      guard isParameter == 0, let name, let state = XMLPrologState.from(user) else { return }
      if value == nil {
        state.entities.external.insert(String(cString: name))
      } else {
        state.entities.own.insert(String(cString: name))
      }
    }
    XML_SetStartElementHandler(parser) { user, _, _ in XMLPrologState.from(user)?.end() }
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      var isOK = true
      while offset < bytes.count, isOK {
        let part = bytes[offset..<min(offset + 1 << 16, bytes.count)]
        let text = UnsafeRawBufferPointer(rebasing: part).assumingMemoryBound(to: CChar.self)
        isOK = XML_Parse(parser, text.baseAddress, Int32(text.count), 0) == XML_STATUS_OK
        offset += text.count
      }
    }
    return state.entities
  }
}

/// What a document type is read for by itself.
private final class XMLPrologState {
  let parser: OpaquePointer
  var entities: XMLEntities

  init(parser: OpaquePointer, count: Int) {
    self.parser = parser
    entities = XMLEntities(end: count)
  }

  static func from(_ user: UnsafeMutableRawPointer?) -> XMLPrologState? {
    user.map { Unmanaged<XMLPrologState>.fromOpaque($0).takeUnretainedValue() }
  }

  func end() {
    entities.end = Int(XML_GetCurrentByteIndex(parser))
    XML_StopParser(parser, XML_Bool(0))
  }
}

/// What expat's handlers share while a document is read.
private final class XMLTreeState {
  let parser: OpaquePointer
  let base: Int
  var builder = MarkupBuilder()
  private var entities = EntityCache()
  /// What the document type defines.
  var declared = XMLEntities(end: 0)
  /// The first reference to an external entity, as it is written, with its line and column.
  private var firstOutside: (reference: String, line: Int, column: Int)?
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
    mostExpanded = max(1 << 20, 2 * count)
    self.parser = parser
    self.base = base
  }

  static func from(_ user: UnsafeMutableRawPointer?) -> XMLTreeState? {
    user.map { Unmanaged<XMLTreeState>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Ends the parsing when too many entities refer to others.
  func declareEntity(_ value: UnsafeRawBufferPointer) {
    guard value.contains(UInt8(ascii: "&")) || value.contains(UInt8(ascii: "%")) else { return }
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
    let places =
      written.contains { Self.spoken.contains($0.name) } ? placesOfValues() : [:]
    let attributes = written.compactMap { attribute in
      MarkupNamespaceScope.isDeclaration(attribute.name)
        ? nil
        : MarkupAttribute(
          name: scope.name(ofAttribute: attribute.name), value: String(attribute.value),
          source: places[attribute.name])
    }
    builder.begin(scope.name(ofElement: Substring(String(cString: name))), attributes, at: offset)
  }

  /// Attributes whose values may be said, in the vocabularies that are read.
  private static let spoken: Set<Substring> = ["alt", "alttext", "aria-label", "descr", "title"]

  /// Where the values of the attributes of the start tag at hand stand, which expat does not tell;
  /// none in a tag that comes out of an entity.
  private func placesOfValues() -> [Substring: Range<Int>] {
    var start: Int32 = 0
    var size: Int32 = 0
    guard let context = XML_GetInputContext(parser, &start, &size), start >= 0, start < size else {
      return [:]
    }
    let all = UnsafeRawBufferPointer(start: context, count: Int(size))
    let tag = UnsafeRawBufferPointer(rebasing: all[Int(start)...].prefix(length))
    guard tag.first == UInt8(ascii: "<") else { return [:] }
    var places: [Substring: Range<Int>] = [:]
    for (name, value) in XMLRepair.attributes(ofTag: tag) {
      places[Substring(String(decoding: tag[name], as: UTF8.self))] =
        offset + value.lowerBound..<offset + value.upperBound
    }
    return places
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

  /// Puts ampersands back, and what the references that they begin stand for.
  private func restored(_ text: String) -> String {
    guard hasAmpersands, text.utf8.contains(XMLRepair.ampersand) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == XMLRepair.ampersand else {
        result.append(bytes[offset])
        offset += 1
        continue
      }
      if let name = XMLRepair.name(after: offset, in: bytes) {
        result.append(contentsOf: Array(self.text(ofEntity: name).utf8))
        offset += name.utf8.count + 2
      } else {
        result.append(UInt8(ascii: "&"))
        offset += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What stands for a reference to an entity that the document does not define itself.
  private func text(ofEntity name: String) -> String {
    if declared.external.contains(name) {
      if firstOutside == nil {
        firstOutside = (
          "&\(name);", Int(XML_GetCurrentLineNumber(parser)),
          Int(XML_GetCurrentColumnNumber(parser)) + 1
        )
      }
      return "&\(name);"
    }
    return entities.text(of: name) ?? "&\(name);"
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
    let text = text(ofEntity: name)
    expanded += text.utf8.count
    guard expanded <= mostExpanded else { return refuse("its entities expand without measure") }
    textEnd = offset + length
    builder.text(text, source: offset..<offset + length, isCopied: false)
  }

  /// - Parameter context: The names of all entities that are open, of which one is external.
  func externalEntity(_ context: String) {
    let names = context.split(separator: "\u{0C}").map(String.init)
    skippedEntity(names.first(where: declared.external.contains) ?? names.last ?? "")
  }

  /// The warning of references to external entities.
  func outside(named name: String) -> Complaint? {
    firstOutside.map {
      Complaint(
        .warning, at: "\(name):\($0.line):\($0.column)",
        "external entities are never read: \($0.reference) is said as it is written",
        remedy: "write its text in its place")
    }
  }
}
