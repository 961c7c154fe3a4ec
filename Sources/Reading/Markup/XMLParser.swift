internal import CExpat
internal import Narration

/// Reads XML of any vocabulary into a ``MarkupTree``, by expat, with the byte place of every text.
///
/// Nothing is fetched: a document type's external part is never asked for, and the entities that it
/// would define are those of HTML. Entities that the document defines itself are said as they are,
/// within the limits at which expat sees an attack (a hundredfold over 8 MiB). What is not well
/// formed ends the tree there; the elements that are open are closed, and the place is told.
enum XMLParser {
  /// A tree, and where the document ceased to be XML.
  struct Parsed {
    var tree: MarkupTree
    /// A warning with the place; nil for a well-formed document.
    var damage: Complaint?
    /// Whether elements were nested too deep to be kept apart.
    var isFlattened = false
  }

  /// Parses decoded text.
  ///
  /// - Parameters:
  ///   - text: The document or member; what its XML declaration says of an encoding is past.
  ///   - name: What complaints call it.
  ///   - base: What is added to every place: where the text stands in the episode's source.
  static func parse(_ text: String, named name: String, base: Int = 0) -> Parsed {
    guard let parser = XML_ParserCreateNS("UTF-8", MarkupNamespace.separator) else {
      var builder = MarkupBuilder()
      return Parsed(
        tree: builder.finish(at: base),
        damage: Complaint(.warning, at: name, "there is no memory left to read it"))
    }
    defer { XML_ParserFree(parser) }
    let state = XMLTreeState(parser: parser, base: base)
    XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
    // As if there were an external subset that is not read: entities nobody defined are skipped, not
    // errors, and so can be looked up.
    XML_UseForeignDTD(parser, XML_Bool(1))
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)
    XML_SetExternalEntityRefHandler(parser) { _, _, _, _, _ in 1 }
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

    var text = text
    var status = XML_STATUS_OK
    text.withUTF8 { bytes in
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
    if status != XML_STATUS_OK {
      let place =
        "\(name):\(XML_GetCurrentLineNumber(parser)):\(XML_GetCurrentColumnNumber(parser) + 1)"
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
      damage = Complaint(
        .warning, at: place, "the XML is damaged here (\(reason ?? "unknown error"))",
        remedy: "what stands before this place is read; mend the file to have the rest")
    }
    let tree = state.builder.finish(at: base + text.utf8.count)
    return Parsed(tree: tree, damage: damage, isFlattened: state.builder.isFlattened)
  }
}

/// What expat's handlers share while a document is read.
private final class XMLTreeState {
  let parser: OpaquePointer
  let base: Int
  var builder = MarkupBuilder()
  private var entities = EntityCache()

  init(parser: OpaquePointer, base: Int) {
    self.parser = parser
    self.base = base
  }

  static func from(_ user: UnsafeMutableRawPointer?) -> XMLTreeState? {
    user.map { Unmanaged<XMLTreeState>.fromOpaque($0).takeUnretainedValue() }
  }

  private var offset: Int { base + Int(XML_GetCurrentByteIndex(parser)) }
  private var length: Int { Int(XML_GetCurrentByteCount(parser)) }

  func begin(
    _ name: UnsafePointer<XML_Char>, _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    var attributes: [MarkupAttribute] = []
    var pair = pairs
    while let key = pair?[0], let value = pair?[1] {
      attributes.append(
        MarkupAttribute(
          name: MarkupNamespace.name(String(cString: key), isAttribute: true),
          value: String(cString: value)))
      pair = pair?.advanced(by: 2)
    }
    builder.begin(
      MarkupNamespace.name(String(cString: name), isAttribute: false), attributes, at: offset)
  }

  // An empty element's end has the place of its start and no length of its own.
  func end() { builder.end(at: offset + length) }

  func text(_ bytes: UnsafeRawBufferPointer) {
    // expat hands over a reference by itself, and an ampersand begins no other text; a line break of
    // two characters comes as one.
    let source = offset..<offset + length
    let isCopied = source.count == bytes.count && !isReference
    builder.text(String(decoding: bytes, as: UTF8.self), source: source, isCopied: isCopied)
  }

  private var isReference: Bool {
    var start: Int32 = 0
    var size: Int32 = 0
    guard let context = XML_GetInputContext(parser, &start, &size), start < size else {
      return false
    }
    return context[Int(start)] == 0x26
  }

  func skippedEntity(_ name: String) {
    let source = offset..<offset + length
    builder.text(
      entities.text(of: name) ?? "&\(name);", source: source, isCopied: false)
  }
}
