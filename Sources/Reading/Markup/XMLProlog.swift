internal import CExpat

extension XMLParser {
  /// The general entities that the document type defines, and where the first element begins.
  static func declaredEntities(in bytes: [UInt8]) -> XMLEntities {
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
