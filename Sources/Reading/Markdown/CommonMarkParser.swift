internal import CCommonMark
internal import Glibc
internal import Synchronization

/// A document of Markdown as events in the order of the text: what begins, what ends, what is said.
struct CommonMarkDocument {
  /// What a node of Markdown is: CommonMark 0.29 and the tables, struck out text, task lists and
  /// footnotes of GitHub.
  enum Kind: Hashable {
    case document, quote, paragraph, thematicBreak
    case list(start: Int?)
    /// `isDone` is nil for an item without a box to tick.
    case item(isDone: Bool?)
    case heading(level: Int)
    /// With what stands behind the fence.
    case codeBlock(isFenced: Bool, info: String)
    case htmlBlock
    case table, tableHead, tableRow, tableCell
    /// A footnote; references to it have its number, from 1, as their literal.
    case footnote(number: Int)
    case text, softBreak, lineBreak, code, html
    case emphasis, strong, struckOut
    /// With the address.
    case link(String)
    case image(String)
    case footnoteReference

    /// Whether nothing can stand in it, so that it has no end of its own.
    var isLeaf: Bool {
      switch self {
      case .thematicBreak, .codeBlock, .htmlBlock, .text, .softBreak, .lineBreak, .code, .html: true
      default: false
      }
    }
  }

  struct Event {
    var kind: Kind
    /// False where something ends; leaves only begin.
    var isStart: Bool
    /// From 1, lines of the parsed text; 0 where the parser does not tell.
    var line: Int
    /// From 1, in bytes; within a paragraph's further lines as if these were indented like the first.
    var column: Int
    var endLine: Int
    var endColumn: Int
    /// A range of ``CommonMarkDocument/literals``.
    var literal: Range<Int>
  }

  /// Of everything that is not a leaf there are two, one where it starts and one where it ends.
  fileprivate(set) var events: [Event] = []
  fileprivate(set) var literals: [UInt8] = []
}

/// Parses Markdown by cmark-gfm, the reference implementation of GitHub Flavored Markdown.
///
/// Its extension for bare addresses is left out: they are text to us, and in versions up to
/// 0.29.0.gfm.6 it reads bytes before its input. Struck out text needs two tildes, because one is
/// how people write "about".
enum CommonMarkParser {
  /// The library keeps the characters that extensions wake for in one table for all parsers.
  private static let lock = Mutex(())

  private static let extensions: [String] = {
    cmark_gfm_core_extensions_ensure_registered()
    return ["table", "strikethrough", "tasklist"]
  }()

  /// The document's events; of an empty document there is none.
  static func parse(_ parts: [[UInt8]]) -> CommonMarkDocument {
    lock.withLock { _ in
      var document = CommonMarkDocument()
      let options =
        CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
        | CMARK_OPT_UNSAFE
      let names = extensions
      guard let parser = cmark_parser_new(options) else { return document }
      defer { cmark_parser_free(parser) }
      for name in names {
        if let found = cmark_find_syntax_extension(name) {
          _ = cmark_parser_attach_syntax_extension(parser, found)
        }
      }
      for part in parts {
        part.withUnsafeBytes {
          cmark_parser_feed(
            parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
      }
      guard let root = cmark_parser_finish(parser) else { return document }
      defer { cmark_node_free(root) }
      document.read(root)
      return document
    }
  }
}

extension CommonMarkDocument {
  /// Copies the library's tree, which its iterator walks without recursion.
  fileprivate mutating func read(_ root: OpaquePointer) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    var footnotes = 0
    var open: [Kind] = []
    while true {
      let step = cmark_iter_next(iterator)
      guard step == CMARK_EVENT_ENTER || step == CMARK_EVENT_EXIT,
        let node = cmark_iter_get_node(iterator)
      else { return }
      if step == CMARK_EVENT_EXIT {
        if let kind = open.popLast() { add(kind, node, isStart: false) }
        continue
      }
      var kind = Self.kind(of: node)
      if case .footnote = kind {
        footnotes += 1
        kind = .footnote(number: footnotes)
      }
      add(kind, node, isStart: true)
      if !kind.isLeaf { open.append(kind) }
    }
  }

  private mutating func add(
    _ kind: Kind, _ node: OpaquePointer, isStart: Bool
  ) {
    let start = literals.count
    if isStart, let literal = cmark_node_get_literal(node) {
      literals.append(
        contentsOf: UnsafeBufferPointer(
          start: UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self),
          count: strlen(literal)))
    }
    events.append(
      Event(
        kind: kind, isStart: isStart, line: Int(cmark_node_get_start_line(node)),
        column: Int(cmark_node_get_start_column(node)),
        endLine: Int(cmark_node_get_end_line(node)),
        endColumn: Int(cmark_node_get_end_column(node)), literal: start..<literals.count))
  }

  private static func kind(of node: OpaquePointer) -> Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .quote
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil)
    case CMARK_NODE_CODE_BLOCK:
      var length: Int32 = 0
      var offset: Int32 = 0
      var character: CChar = 0
      let isFenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0
      let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
      return .codeBlock(isFenced: isFenced, info: info)
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING:
      return .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnote(number: 0)
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code
    case CMARK_NODE_HTML_INLINE: return .html
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK: return .link(address(of: node))
    case CMARK_NODE_IMAGE: return .image(address(of: node))
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
    default: break
    }
    let name = cmark_node_get_type_string(node).map { String(cString: $0) }
    switch name {
    case "item": return .item(isDone: nil)
    case "tasklist":
      return .item(isDone: cmark_gfm_extensions_get_tasklist_item_checked(node))
    case "table": return .table
    case "table_header": return .tableHead
    case "table_row": return .tableRow
    case "table_cell": return .tableCell
    case "strikethrough": return .struckOut
    default: return .paragraph
    }
  }

  private static func address(of node: OpaquePointer) -> String {
    cmark_node_get_url(node).map { String(cString: $0) } ?? ""
  }
}
