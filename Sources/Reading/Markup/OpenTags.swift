/// The stack of open elements that a parser of HTML keeps, as far as its depth goes.
///
/// It follows the HTML Standard, 13.2.6, closely enough never to be much less deep than a parser's:
/// an end tag that a parser passes over closes nothing here. Formatting, which parsers open again
/// in every block, is kept beside it.
struct OpenTags {
  private struct Entry {
    var name: String
    var kind: TagKind
    /// Whether SVG or MathML is what is inside it.
    var isForeign: Bool
    /// How many formatting elements were open when it began.
    var formatting: Int
  }

  private var stack: [Entry] = []
  /// How many of each name are in ``stack``.
  private var counts: [String: Int] = [:]
  /// The names of formatting elements that are open, the innermost last.
  private(set) var formatting: [String] = []

  /// How many elements are open.
  var depth: Int { stack.count }
  /// Whether the next tag is one of SVG or MathML.
  var isForeign: Bool { stack.last?.isForeign ?? false }

  // MARK: Start tags

  /// Closes what a start tag closes before its element begins.
  ///
  /// - Returns: whether the element begins at all; a part of a table outside of one does not.
  mutating func prepare(_ name: String, _ kind: TagKind) -> Bool {
    if isForeign {
      guard kind.contains(.breakout) else { return true }
      while isForeign { pop() }
    }
    if kind.contains(.tablePart) {
      guard let table = top(where: { $0.name == "table" || $0.name == "template" }) else {
        return false
      }
      let limit = top { Self.holds($0.name, part: name) } ?? table
      pop(to: max(limit, table) + 1)
      return true
    }
    switch name {
    case "li": closeItem(["li"])
    case "dd", "dt": closeItem(["dd", "dt"])
    case "option", "optgroup": if stack.last?.name == "option" { pop() }
    case "rb", "rt", "rp", "rtc":
      if let last = stack.last?.name, ["rb", "rt", "rp"].contains(last) { pop() }
    case "a", "nobr": if formatting.contains(name) { endFormatting(name) }
    case "button": if let open = inScope("button") { pop(to: open) }
    default: break
    }
    if kind.contains(.endsParagraph), let open = inScope("p") { pop(to: open) }
    if kind.contains(.heading), stack.last?.kind.contains(.heading) ?? false { pop() }
    return true
  }

  /// Begins an element.
  mutating func begin(_ name: String, _ kind: TagKind) {
    let isForeign =
      kind.contains(.foreign) || self.isForeign && !kind.contains(.integration)
    stack.append(
      Entry(name: name, kind: kind, isForeign: isForeign, formatting: formatting.count))
    counts[name, default: 0] += 1
  }

  /// Begins a formatting element.
  mutating func beginFormatting(_ name: String) { formatting.append(name) }

  private static func holds(_ holder: String, part: String) -> Bool {
    switch part {
    case "td", "th": holder == "tr"
    case "tr": holder == "tbody" || holder == "thead" || holder == "tfoot"
    default: false
    }
  }

  /// An item ends the one before it, unless a block stands between.
  private mutating func closeItem(_ names: [String]) {
    guard names.contains(where: { counts[$0, default: 0] > 0 }) else { return }
    for index in stack.indices.reversed() {
      let entry = stack[index]
      if names.contains(entry.name) { return pop(to: index) }
      if entry.kind.contains(.special), !["address", "div", "p"].contains(entry.name) { return }
    }
  }

  // MARK: End tags

  /// Closes what an end tag closes, maybe nothing.
  ///
  /// - Returns: whether anything was closed.
  @discardableResult
  mutating func end(_ name: String, _ kind: TagKind) -> Bool {
    if kind.contains(.formatting), !isForeign {
      guard formatting.contains(name) else { return false }
      endFormatting(name)
      return true
    }
    guard counts[name, default: 0] > 0 || kind.contains(.heading) else { return false }
    let found: Int?
    if kind.contains(.heading) {
      found = inScope(where: { $0.kind.contains(.heading) })
    } else if kind.contains(.tablePart) || name == "table" {
      found = inScope(where: { $0.name == name }, barrier: { $0 == "table" || $0 == "template" })
    } else if kind.contains(.special) {
      found = inScope(name)
    } else {
      found = top { $0.name == name || $0.kind.contains(.special) }
        .flatMap { stack[$0].name == name ? $0 : nil }
    }
    guard let found else { return false }
    pop(to: found)
    return true
  }

  private mutating func endFormatting(_ name: String) {
    if let index = formatting.lastIndex(of: name) { formatting.remove(at: index) }
  }

  // MARK: The stack

  private func top(where isIt: (Entry) -> Bool) -> Int? { stack.lastIndex(where: isIt) }

  /// The innermost element of a name that an end tag here reaches.
  private func inScope(_ name: String) -> Int? {
    guard counts[name, default: 0] > 0 else { return nil }
    return inScope { $0.name == name }
  }

  private func inScope(
    where isIt: (Entry) -> Bool, barrier: ((String) -> Bool)? = nil
  ) -> Int? {
    for index in stack.indices.reversed() {
      let entry = stack[index]
      if isIt(entry) { return index }
      if let barrier {
        if barrier(entry.name) { return nil }
      } else if entry.kind.contains(.barrier) || entry.name == "button" {
        // A button stops paragraphs alone, which only makes the depth seem greater.
        return nil
      }
    }
    return nil
  }

  private mutating func pop() {
    guard let entry = stack.popLast() else { return }
    counts[entry.name, default: 1] -= 1
    if entry.kind.contains(.marker), formatting.count > entry.formatting {
      formatting.removeLast(formatting.count - entry.formatting)
    }
  }

  private mutating func pop(to index: Int) {
    while stack.count > index { pop() }
  }
}
