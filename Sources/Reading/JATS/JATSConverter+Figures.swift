internal import Narration

extension JATSConverter {
  /// A figure, a table with what is around it, or material beside the article.
  mutating func figure(_ element: MarkupElement) {
    let outer = isInFigure
    isInFigure = true
    out.begin("figure", language(of: element), for: element)
    let caption = element.first("caption")
    let label = element.first("label")
    if let label {
      captions(caption, label: label)
    } else if let caption {
      captions(caption, label: nil)
    }
    inline(of: element, except: label, caption)
    out.end(for: element)
    isInFigure = outer
  }

  /// Each paragraph of a caption is one; the first has the label and the title.
  ///
  /// `Figure 1. The brain.`
  mutating func captions(_ caption: MarkupElement?, label: MarkupElement?) {
    var label = label
    for node in caption.map({ Array($0.children) }) ?? [] {
      switch node {
      case .text(let pieces): text(pieces)
      case .element(let child) where readTitles.contains(child.source.lowerBound): break
      case .element(let child) where child.name == "title" || child.name == "p":
        self.caption(child, label: label)
        label = nil
      case .element(let child): block(child)
      }
    }
    if let label { self.caption(nil, label: label) }
  }

  private mutating func caption(_ element: MarkupElement?, label: MarkupElement?) {
    guard let place = label ?? element else { return }
    tail = ""
    out.begin("figcaption", for: place)
    if let label {
      inline(of: label)
      let isStopped = label.text.onOneLine.last.map { ".:".contains($0) } ?? true
      let at = label.source.upperBound
      if element != nil { out.text(isStopped ? " " : ". ", for: at..<at) }
    }
    if let element { inline(of: element) }
    out.end(for: place)
  }

  // MARK: Tables

  /// A table in HTML's model, or in that of CALS, whose rows are `row` and cells `entry`.
  mutating func table(_ table: MarkupElement) {
    var strays: [MarkupNode] = []
    out.begin("table", for: table)
    rows(of: table, strays: &strays)
    out.end(for: table)
    // What stands between rows or cells belongs to none, but is not lost.
    for stray in strays {
      switch stray {
      case .text(let pieces): text(pieces)
      case .element(let element):
        out.begin("div", for: element)
        inline(of: element)
        out.end(for: element)
      }
    }
  }

  private mutating func rows(of parent: MarkupElement, strays: inout [MarkupNode]) {
    for node in parent.children {
      switch node {
      case .text(let pieces):
        if !pieces.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) { strays.append(node) }
      case .element(let child):
        switch child.name {
        case "thead", "tbody", "tfoot":
          out.begin(child.name, for: child)
          rows(of: child, strays: &strays)
          out.end(for: child)
        case "tgroup": rows(of: child, strays: &strays)
        case "tr", "row":
          out.begin("tr", for: child)
          rows(of: child, strays: &strays)
          out.end(for: child)
        case "td", "th", "entry": cell(child)
        default: strays.append(node)
        }
      }
    }
  }

  private mutating func cell(_ cell: MarkupElement) {
    var attributes = cell.attributes.filter {
      ["colspan", "rowspan", "scope", "headers", "id", "abbr"].contains($0.name)
    }
    if cell.name == "entry" {
      // `morerows` counts those below; columns are named, most often c1, c2 …
      if let more = cell["morerows"].flatMap({ Int($0) }), (1...10_000).contains(more) {
        attributes.append(MarkupAttribute(name: "rowspan", value: "\(more + 1)"))
      }
      if let first = Self.column(cell["namest"]), let last = Self.column(cell["nameend"]),
        last > first
      {
        attributes.append(MarkupAttribute(name: "colspan", value: "\(last - first + 1)"))
      }
    }
    tail = ""
    out.begin(cell.name == "th" ? "th" : "td", copying: attributes, for: cell)
    inline(of: cell)
    out.end(for: cell)
  }

  private static func column(_ name: String?) -> Int? {
    guard let digits = name?.drop(while: { !$0.isNumber }), digits.count < 6 else { return nil }
    return Int(digits)
  }
}
