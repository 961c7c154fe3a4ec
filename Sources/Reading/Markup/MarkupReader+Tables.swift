internal import Narration

extension MarkupReader {
  /// Reads a table row by row; every cell knows the headers that hold for it.
  ///
  /// A table that only lays out a page is read as its content comes.
  mutating func table(_ element: MarkupElement) {
    let table = MarkupTable(element)
    guard !table.isLayout else { return content(of: element) }
    for caption in table.captions {
      builder.begin(.caption)
      content(of: caption)
      builder.end()
    }
    for cell in table.cells {
      let outer = kind
      kind = .tableCell(row: cell.row, column: cell.column, headers: table.headers(of: cell))
      content(of: cell.element)
      builder.end()
      kind = outer
    }
  }
}

/// The cells of a table by row and column.
struct MarkupTable {
  struct Cell {
    var element: MarkupElement
    /// From 0.
    var row: Int
    /// From 0, cells that span others counted.
    var column: Int
    var isHeader: Bool
  }

  private(set) var captions: [MarkupElement] = []
  private(set) var cells: [Cell] = []
  private var isInHead: Set<Int> = []
  private let isPresentation: Bool
  /// More columns than a table that people read has; what lies further right shares the last.
  private static let mostColumns = 200

  init(_ table: MarkupElement) {
    isPresentation = ["presentation", "none"].contains(table["role"] ?? "")
    var row = 0
    var taken: [Int: Int] = [:]
    func read(_ parent: MarkupElement, isHead: Bool, _ table: inout MarkupTable) {
      for child in parent.elements {
        switch child.name {
        case "caption": table.captions.append(child)
        case "thead": read(child, isHead: true, &table)
        case "tbody", "tfoot": read(child, isHead: false, &table)
        case "tr":
          var column = 0
          for cell in child.elements where cell.name == "td" || cell.name == "th" {
            while (taken[column] ?? 0) > row, column < Self.mostColumns { column += 1 }
            table.cells.append(
              Cell(element: cell, row: row, column: column, isHeader: cell.name == "th"))
            let width = min(max(cell["colspan"].flatMap { Int($0) } ?? 1, 1), Self.mostColumns)
            let height = min(max(cell["rowspan"].flatMap { Int($0) } ?? 1, 1), 1000)
            for spanned in column..<min(column + width, Self.mostColumns + 1) where height > 1 {
              taken[spanned] = row + height
            }
            column += width
          }
          if isHead { table.isInHead.insert(row) }
          row += 1
        default: break
        }
      }
    }
    read(table, isHead: false, &self)
    // A first row of headers alone heads the columns.
    let first = cells.filter { $0.row == 0 }
    if first.count > 1, first.allSatisfy(\.isHeader) { isInHead.insert(0) }
  }

  /// Whether it lays out a page instead of holding data: declared so, or of a single cell.
  var isLayout: Bool { isPresentation || cells.count < 2 }

  /// The text of the headers that hold for a cell: its column's, then its row's.
  func headers(of cell: Cell) -> [String] {
    guard !isInHead.contains(cell.row), !cell.isHeader else { return [] }
    let above = cells.filter { isInHead.contains($0.row) && $0.column == cell.column }
    let beside = cells.filter { $0.isHeader && $0.row == cell.row && !isInHead.contains($0.row) }
    return (above + beside).map { $0.element.text.onOneLine }.filter { !$0.isEmpty }
  }
}
