internal import Narration

/// A chapter of a recording: when it begins, and what it is called.
struct PodcastChapter: Equatable {
  /// Milliseconds from the start.
  var start: Int
  /// On one line.
  var title: String

  /// Podlove Simple Chapters 1.2: `<psc:chapter start="00:01:02.5" title="Sleep"/>`.
  static func simple(_ element: MarkupElement) -> [PodcastChapter] {
    sorted(
      element.elements.filter { $0.name == "psc:chapter" }.compactMap { chapter in
        guard let start = chapter["start"], let title = chapter["title"]?.onOneLine, !title.isEmpty
        else { return nil }
        let bytes = DocumentBytes(start.onOneLine)
        let seconds = Double(start.onOneLine).flatMap(milliseconds)
        return (CueTime.time(0..<bytes.count, in: bytes) ?? seconds)
          .map { PodcastChapter(start: $0, title: title) }
      })
  }

  /// JSON Chapters 1.2: `{"chapters": [{"startTime": 62.5, "title": "Sleep"}]}`; a chapter that keeps
  /// out of the table of contents (`"toc": false`) is none to a listener.
  static func json(_ text: String) -> [PodcastChapter] {
    let bytes = DocumentBytes(text)
    var scanner = JSONScanner(bytes)
    var chapters: [PodcastChapter] = []
    var keys: [String] = []
    var isObject: [Bool] = []
    var (start, title, isShown): (Int?, String?, Bool) = (nil, nil, true)
    var expectsKey = false
    var isInside: Bool { keys.count == 3 && keys[0] == "chapters" && !isObject[1] }
    scan: while true {
      let token = scanner.next()
      switch token {
      case .beginObject, .beginArray:
        keys.append("")
        isObject.append(token == .beginObject)
        expectsKey = token == .beginObject
        if isInside { (start, title, isShown) = (nil, nil, true) }
      case .endObject, .endArray:
        if isInside, isShown, let start, let title, !title.isEmpty {
          chapters.append(PodcastChapter(start: start, title: title))
        }
        guard keys.popLast() != nil else { break scan }
        isObject.removeLast()
        expectsKey = false
      case .comma: expectsKey = isObject.last ?? false
      case .colon: expectsKey = false
      case .string(let range):
        guard let last = keys.indices.last else { break scan }
        if expectsKey {
          keys[last] = scanner.text(range)
        } else if isInside, keys[last] == "title" {
          title = scanner.text(range).onOneLine
        }
      case .number(let range):
        if isInside, keys.last == "startTime" {
          start = Double(bytes.string(range)).flatMap(milliseconds)
        }
      case .literal(let range):
        if isInside, keys.last == "toc" { isShown = bytes.string(range) != "false" }
      case .end, .broken, .cutString: break scan
      }
    }
    return sorted(chapters)
  }

  private static func milliseconds(_ seconds: Double) -> Int? {
    guard seconds.isFinite, seconds >= 0 else { return nil }
    return Int(min(seconds, 1_000_000_000) * 1000)
  }

  private static func sorted(_ chapters: [PodcastChapter]) -> [PodcastChapter] {
    chapters.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element)
  }
}
