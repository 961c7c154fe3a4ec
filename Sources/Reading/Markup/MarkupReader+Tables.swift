internal import Narration

extension MarkupReader {
  /// Reads a table row by row; every cell knows the headers that hold for it.
  ///
  /// A table that only lays out a page is read as its content comes.
  mutating func table(_ element: MarkupElement) {
    let table = MarkupTable(element)
    guard !table.isLayout else { return content(of: element) }
    for part in table.parts {
      switch part {
      case .caption(let caption): content(of: caption, as: .caption)
      case .other(let other): content(of: other)
      case .text(let pieces): for piece in pieces { add(piece) }
      case .cell(let cell):
        let language = self.language
        let isOther = beginLanguage(of: cell.element)
        content(
          of: cell.element,
          as: .tableCell(row: cell.row, column: cell.column, headers: table.headers(of: cell)))
        if isOther { builder.endSpan() }
        self.language = language
      }
      builder.end()
    }
  }
}

/// The cells of a table by row and column, as the HTML Standard forms them (4.9.12).
struct MarkupTable {
  struct Cell {
    var element: MarkupElement
    /// From 0.
    var row: Int
    /// From 0, cells that span others counted.
    var column: Int
    var isHeader: Bool
  }

  /// What is in a table, in the order of the source.
  enum Part {
    case caption(MarkupElement)
    case cell(Cell)
    /// What has no place in a table, and yet stands there.
    case other(MarkupElement)
    case text(ArraySlice<MarkupTree.Piece>)
  }

  private(set) var parts: [Part] = []
  private var cellCount = 0
  /// Rows in which all cells head their columns.
  private var headRows: Set<Int> = []
  /// The headers over each column, from the top.
  private var columnHeaders: [Int: [String]] = [:]
  /// The headers of each row, with the last row that they hold for.
  private var rowHeaders: [Int: [String]] = [:]
  private var byID: [String: String] = [:]
  private let isPresentation: Bool
  private var hasCaption = false
  private var holdsBlocks = false
  /// More columns than a table that people read has; what lies further right shares the last.
  private static let mostColumns = 200
  /// What a header says before every cell; a longer one is a text of its own.
  private static let longestHeader = 120

  init(_ table: MarkupElement) {
    isPresentation = ["presentation", "none"].contains(table["role"] ?? "")
    var grid = Grid()
    read(table, isHead: false, &grid)
    findHeaders()
  }

  private struct Grid {
    var row = 0
    /// For each column the row from which it is free again.
    var freeFrom = [Int](repeating: 0, count: MarkupTable.mostColumns + 1)
  }

  private mutating func read(_ parent: MarkupElement, isHead: Bool, _ grid: inout Grid) {
    for child in parent.children {
      guard case .element(let child) = child else {
        if case .text(let pieces) = child { parts.append(.text(pieces)) }
        continue
      }
      switch child.name {
      case "caption":
        hasCaption = true
        parts.append(.caption(child))
      case "thead": read(child, isHead: true, &grid)
      case "tbody", "tfoot": read(child, isHead: false, &grid)
      case "tr":
        row(child, &grid)
        if isHead { headRows.insert(grid.row) }
        grid.row += 1
      default: parts.append(.other(child))
      }
    }
  }

  private mutating func row(_ row: MarkupElement, _ grid: inout Grid) {
    guard ElementRole(row).reasonToLeaveOut == nil else { return parts.append(.other(row)) }
    var column = 0
    for child in row.children {
      guard case .element(let element) = child else {
        if case .text(let pieces) = child { parts.append(.text(pieces)) }
        continue
      }
      let role = ElementRole(element)
      guard element.name == "td" || element.name == "th", role.reasonToLeaveOut == nil,
        role != .note
      else {
        parts.append(.other(element))
        continue
      }
      while column < Self.mostColumns, grid.freeFrom[column] > grid.row { column += 1 }
      let isHeader =
        element.name == "th" || element["role"] == "columnheader" || element["role"] == "rowheader"
      let cell = Cell(element: element, row: grid.row, column: column, isHeader: isHeader)
      parts.append(.cell(cell))
      cellCount += 1
      if !holdsBlocks {
        holdsBlocks = element.elements.contains { ["table", "form", "article"].contains($0.name) }
      }
      let width = Self.span(element["colspan"], most: Self.mostColumns)
      let height = Self.span(element["rowspan"], most: 1000)
      for spanned in column..<min(column + width, Self.mostColumns + 1) where height > 1 {
        grid.freeFrom[spanned] = grid.row + height
      }
      column = min(column + width, Self.mostColumns)
    }
  }

  private static func span(_ value: String?, most: Int) -> Int {
    min(max(value.flatMap { Int($0) } ?? 1, 1), most)
  }

  private var cells: some Sequence<Cell> {
    parts.lazy.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
  }

  private mutating func findHeaders() {
    guard !isLayout else { return }
    // A first row of headers alone heads the columns.
    let first = Array(cells.prefix { $0.row == 0 })
    if first.count > 1, first.allSatisfy(\.isHeader) || startsWithEmptyCorner(first) {
      headRows.insert(0)
    }
    // However far headers span, they are written down only so often.
    var budget = 100_000
    for cell in Array(cells) where cell.isHeader || headRows.contains(cell.row) {
      let text = cell.element.text.onOneLine
      guard !text.isEmpty, text.utf8.count <= Self.longestHeader else { continue }
      if let id = cell.element["id"] { byID[id] = text }
      let scope = cell.element["scope"] ?? ""
      if scope.hasPrefix("col") || headRows.contains(cell.row) && !scope.hasPrefix("row") {
        let width = Self.span(cell.element["colspan"], most: Self.mostColumns)
        for column in cell.column..<min(cell.column + width, Self.mostColumns + 1) {
          budget -= 1
          guard budget > 0 else { break }
          columnHeaders[column, default: []].append(text)
        }
      } else {
        let height = Self.span(cell.element["rowspan"], most: 1000)
        for row in cell.row..<cell.row + height {
          budget -= 1
          guard budget > 0 else { break }
          rowHeaders[row, default: []].append(text)
        }
      }
    }
  }

  /// `<td></td><th>A</th><th>B</th>`: the cell in the corner heads nothing.
  private func startsWithEmptyCorner(_ row: [Cell]) -> Bool {
    row[0].element.isBlank && row.dropFirst().allSatisfy(\.isHeader)
  }

  /// Whether it lays out a page instead of holding data: declared so, of a single cell, or holding
  /// other tables without a header or caption of its own.
  var isLayout: Bool {
    isPresentation || cellCount < 2
      || holdsBlocks && !hasCaption && headRows.isEmpty && !cells.contains(where: \.isHeader)
  }

  /// The text of the headers that hold for a cell: those that it names, else its column's, then its
  /// row's.
  func headers(of cell: Cell) -> [String] {
    guard !headRows.contains(cell.row), !cell.isHeader else { return [] }
    if let named = cell.element["headers"] {
      let found = named.split(separator: " ").prefix(8).compactMap { byID[String($0)] }
      if !found.isEmpty { return found }
    }
    return (columnHeaders[cell.column] ?? []).suffix(4) + (rowHeaders[cell.row] ?? []).prefix(4)
  }
}
