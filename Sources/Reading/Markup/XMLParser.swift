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

    let original = Array(text.utf8)
    var repaired = original
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
    if repaired != original { tree.checkCopies(of: original, base: base) }
    return Parsed(
      tree: tree, damage: damage, damagedFrom: damagedFrom,
      outside: state.outside(named: name), isFlattened: state.builder.isFlattened)
  }

  /// As if there were an external subset that is not read: entities nobody defined are skipped, not
  /// errors, and so can be looked up.
  static func readNoSubset(_ parser: OpaquePointer) {
    XML_UseForeignDTD(parser, XML_Bool(1))
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_ALWAYS)
  }

  /// An external subset without a declaration in it; nothing is opened.
  static func emptySubset(_ parser: OpaquePointer?) -> Int32 {
    guard let subset = XML_ExternalEntityParserCreate(parser, nil, nil) else { return 1 }
    defer { XML_ParserFree(subset) }
    return XML_Parse(subset, "", 0, 1) == XML_STATUS_OK ? 1 : 0
  }
}
