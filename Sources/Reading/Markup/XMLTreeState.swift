internal import CExpat
internal import Narration

/// What expat's handlers share while a document is read.
final class XMLTreeState {
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
