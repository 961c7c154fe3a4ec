internal import Narration

extension DOCXConverter {
  private struct Cell {
    var element: MarkupElement
    var column: Int
    var width: Int
    /// Whether it goes on from the cell above.
    var goesOn: Bool
    var height = 1
  }

  private struct Row {
    var element: MarkupElement
    var isHeader: Bool
    var cells: [Cell] = []
  }

  /// Reads a table; its first rows head it if they are marked so, or if its style says so and they
  /// have a name for every column.
  mutating func table(_ table: MarkupElement) {
    var strays: [MarkupElement] = []
    var rows: [Row] = []
    for element in parts(of: table, named: "w:tr", strays: &strays) {
      rows.append(row(element, strays: &strays))
    }
    span(&rows)
    let count = headerCount(rows, table)
    out.begin("table", for: table)
    for (index, row) in rows.enumerated() {
      if index == 0, count > 0 { out.begin("thead", for: row.element) }
      out.begin("tr", for: row.element)
      for cell in row.cells {
        if cell.goesOn {
          // No word processor shows what stands in the cells that another covers.
          if !cell.element.hasNoText { strays.append(cell.element) }
          continue
        }
        out.begin(
          index < count ? "th" : "td",
          ["colspan": "\(cell.width)", "rowspan": "\(cell.height)"], for: cell.element)
        blocks(of: cell.element)
        closeBlocks()
        out.end(for: cell.element)
      }
      out.end(for: row.element)
      if index + 1 == count { out.end(for: row.element) }
    }
    out.end(for: table)
    for stray in strays {
      out.omit(stray, because: stray.name == "w:tc" ? .hidden : .deleted)
    }
  }

  /// The rows of a table or the cells of a row, those in frames or insertions too.
  private mutating func parts(
    of parent: MarkupElement, named name: String, strays: inout [MarkupElement]
  ) -> [MarkupElement] {
    var found: [MarkupElement] = []
    for element in parent.elements {
      switch element.name {
      case name:
        let properties = element.first("w:trPr")
        if properties?.first("w:del") != nil {
          strays.append(element)
        } else {
          found.append(element)
        }
      case "w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag":
        found += parts(of: element, named: name, strays: &strays)
      case "w:tblPr", "w:tblGrid", "w:trPr", "w:tblPrEx", "w:sdtPr": break
      default: if !element.hasNoText { strays.append(element) }
      }
    }
    return found
  }

  private mutating func row(_ element: MarkupElement, strays: inout [MarkupElement]) -> Row {
    let properties = element.first("w:trPr")
    var row = Row(
      element: element, isHeader: DOCXStyles.isOn(properties?.first("w:tblHeader")))
    var column = Self.number(properties?.first("w:gridBefore")) ?? 0
    for cell in parts(of: element, named: "w:tc", strays: &strays) {
      let look = cell.first("w:tcPr")
      let width = Self.number(look?.first("w:gridSpan")) ?? 1
      let merge = look?.first("w:vMerge")
      let goesOn = merge != nil && merge?["w:val"] != "restart"
      row.cells.append(
        Cell(element: cell, column: column, width: max(width, 1), goesOn: goesOn))
      column += max(width, 1)
    }
    return row
  }

  private static func number(_ element: MarkupElement?) -> Int? {
    element?["w:val"].flatMap { Int($0) }.map { min(max($0, 0), 1000) }
  }

  /// Finds how many rows each merged cell covers, from below.
  private func span(_ rows: inout [Row]) {
    var below: [Int: Int] = [:]
    for index in rows.indices.reversed() {
      var next: [Int: Int] = [:]
      for cell in rows[index].cells.indices {
        let column = rows[index].cells[cell].column
        let covered = below[column] ?? 0
        if rows[index].cells[cell].goesOn {
          // In the first row there is nothing to go on from.
          if index == 0 {
            rows[index].cells[cell].goesOn = false
          } else {
            next[column] = covered + 1
          }
        }
        if !rows[index].cells[cell].goesOn { rows[index].cells[cell].height = covered + 1 }
      }
      below = next
    }
  }

  private func headerCount(_ rows: [Row], _ table: MarkupElement) -> Int {
    let marked = rows.prefix { $0.isHeader }.count
    if marked > 0 { return marked < rows.count ? marked : 0 }
    let look = table.first("w:tblPr")?.first("w:tblLook")
    let bits = look?["w:val"].flatMap { Int($0, radix: 16) } ?? 0
    let isOn = look?["w:firstRow"].map { $0 == "1" || $0 == "true" } ?? (bits & 0x20 != 0)
    guard isOn, rows.count > 1, let first = rows.first, first.cells.count > 1,
      first.cells.allSatisfy({ $0.element.shownText.contains(where: \.isLetter) })
    else { return 0 }
    return 1
  }
}
