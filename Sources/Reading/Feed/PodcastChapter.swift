internal import Narration

/// A chapter of a recording: when it begins, and what it is called.
struct PodcastChapter: Equatable {
  /// Milliseconds from the start.
  var start: Int
  /// On one line.
  var title: String

  /// The chapters that a list holds, and what of it cannot be used.
  struct List {
    /// By their start.
    var chapters: [PodcastChapter] = []
    /// Where chapters stand that have no start or no title, in bytes of the text.
    var unusable: [Int] = []
    /// Where the text ceases to be a list of chapters, in bytes.
    var damagedFrom: Int?
  }

  /// Podlove Simple Chapters 1.2: `<psc:chapter start="00:01:02.5" title="Sleep"/>`.
  static func simple(_ element: MarkupElement) -> List {
    var list = List()
    for chapter in element.elements where chapter.name == "psc:chapter" {
      if let start = chapter["start"].flatMap(time), let title = chapter["title"]?.onOneLine,
        !title.isEmpty
      {
        list.chapters.append(PodcastChapter(start: start, title: title))
      } else {
        list.unusable.append(chapter.source.lowerBound)
      }
    }
    list.sort()
    return list
  }

  /// JSON Chapters 1.2: `{"chapters": [{"startTime": 62.5, "title": "Sleep"}]}`; a chapter that keeps
  /// out of the table of contents (`"toc": false`) is none to a listener.
  static func json(_ text: String) -> List {
    let bytes = DocumentBytes(text)
    var scanner = JSONScanner(bytes)
    var list = List()
    var keys: [String] = []
    var isObject: [Bool] = []
    var (start, title, isShown, begin): (Int?, String?, Bool, Int) = (nil, nil, true, 0)
    var expectsKey = false
    var isInside: Bool { keys.count == 3 && keys[0] == "chapters" && !isObject[1] }
    scan: while true {
      let token = scanner.next()
      switch token {
      case .beginObject, .beginArray:
        keys.append("")
        isObject.append(token == .beginObject)
        expectsKey = token == .beginObject
        if isInside { (start, title, isShown, begin) = (nil, nil, true, scanner.offset - 1) }
      case .endObject, .endArray:
        if isInside, isShown {
          if let start, let title, !title.isEmpty {
            list.chapters.append(PodcastChapter(start: start, title: title))
          } else {
            list.unusable.append(begin)
          }
        }
        guard keys.popLast() != nil, isObject.popLast() == (token == .endObject) else {
          list.damagedFrom = scanner.offset - 1
          break scan
        }
        expectsKey = false
      case .comma: expectsKey = isObject.last ?? false
      case .colon: expectsKey = false
      case .string(let range):
        guard let last = keys.indices.last else {
          list.damagedFrom = range.lowerBound - 1
          break scan
        }
        if expectsKey {
          keys[last] = scanner.text(range)
        } else if isInside, keys[last] == "title" {
          title = scanner.text(range).onOneLine
        } else if isInside, keys[last] == "startTime" {
          start = time(scanner.text(range))
        }
      case .number(let range):
        if isInside, keys.last == "startTime" { start = time(bytes.string(range)) }
      case .literal(let range):
        if isInside, keys.last == "toc" { isShown = bytes.string(range) != "false" }
      case .end:
        if !keys.isEmpty { list.damagedFrom = bytes.count }
        break scan
      case .broken(let offset):
        list.damagedFrom = offset
        break scan
      case .cutString(let range):
        list.damagedFrom = range.lowerBound - 1
        break scan
      }
    }
    list.sort()
    return list
  }

  /// Milliseconds of `62.5` or `00:01:02.5`.
  private static func time(_ text: String) -> Int? {
    let text = text.onOneLine
    let bytes = DocumentBytes(text)
    return CueTime.time(0..<bytes.count, in: bytes) ?? Double(text).flatMap(milliseconds)
  }

  private static func milliseconds(_ seconds: Double) -> Int? {
    guard seconds.isFinite, seconds >= 0 else { return nil }
    return Int(min(seconds, 1_000_000_000) * 1000)
  }
}

extension PodcastChapter.List {
  fileprivate mutating func sort() {
    chapters = chapters.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }.map(\.element)
  }
}
