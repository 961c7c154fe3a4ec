internal import Narration

extension MarkupReader {
  /// Reads MathML: the author's words for it, else its parts on one line as one types them.
  ///
  /// `alttext` of words → itself; `<mfrac>…` → `(a + b)/c`; `<msup>` → `x²`, `x^{k}`. Annotations say
  /// the same again and are declared (W3C MathML 3.0, chapters 3 and 5).
  mutating func math(_ element: MarkupElement) {
    var line = MathLine()
    addParts(of: element, to: &line)
    let alternative = element.attributes.first {
      $0.name == "alttext" && !$0.value.allSatisfy(\.isWhitespace)
    }
    if let alternative, line.isEmpty || !TeXText.isTeX(alternative.value) {
      let text = alternative.value
      add(
        MarkupTree.Piece(
          text: TeXText.isTeX(text) ? TeXText.linear(text[...]) : text,
          source: alternative.source ?? element.source, isCopied: false))
      return leaveOut(element, because: .alternative)
    }
    write(line)
  }

  private mutating func write(_ line: MathLine) {
    var last: MathLine.Sign?
    var separator: MathLine.Sign?
    for item in line.items {
      switch item {
      case .leftOut(let element, let reason): leaveOut(element, because: reason)
      case .hidden(let piece): builder.omit(piece.source, because: .hidden)
      case .sign(let sign) where sign.isOptional:
        // Between rows there stands no other for an empty cell.
        if separator == nil || sign.piece.text == MathLine.betweenRows { separator = sign }
      case .sign(let sign) where sign.piece.text.isEmpty: break
      case .sign(let sign):
        if let between = separator, MathLine.areToBeParted(last, sign) {
          add(between.piece)
          last = between
        }
        separator = nil
        if MathLine.standApart(last, sign) { builder.addBreak(at: sign.piece.source.lowerBound) }
        add(sign.piece)
        last = sign
      }
    }
  }

  // MARK: Elements

  private func addParts(of element: MarkupElement, to line: inout MathLine) {
    for child in element.children { add(child, to: &line) }
  }

  private func add(_ node: MarkupNode, to line: inout MathLine) {
    switch node {
    case .text(let pieces): line.add(pieces)
    case .element(let element): add(element, to: &line)
    }
  }

  private func add(_ element: MarkupElement, to line: inout MathLine) {
    let role = ElementRole(element)
    if let reason = role.reasonToLeaveOut ?? reasonToLeaveOut(element) {
      return line.leaveOut(element, because: reason)
    }
    if role == .note, notes.isReferred(element) { return }
    let parts = Self.parts(of: element)
    switch (element.name, parts.count) {
    case ("annotation", _), ("annotation-xml", _): line.leaveOut(element, because: .alternative)
    case ("mphantom", _), ("none", _), ("mprescripts", _):
      line.leaveOut(element, because: .hidden)
    case ("mfrac", 2): fraction(element, parts, to: &line)
    case ("msup", 2): scripted(parts[0], raised: parts[1], to: &line)
    case ("msub", 2): scripted(parts[0], lowered: parts[1], to: &line)
    case ("msubsup", 3): scripted(parts[0], lowered: parts[1], raised: parts[2], to: &line)
    case ("mover", 2): scripted(parts[0], raised: parts[1], areAccents: true, to: &line)
    case ("munder", 2): scripted(parts[0], lowered: parts[1], areAccents: true, to: &line)
    case ("munderover", 3):
      scripted(parts[0], lowered: parts[1], raised: parts[2], areAccents: true, to: &line)
    case ("mmultiscripts", 1...): multiscripts(parts, to: &line)
    case ("msqrt", _):
      line.insert("√", .opening, at: element.source.lowerBound)
      grouped(element, isStrict: true, to: &line) { addParts(of: element, to: &$0) }
    case ("mroot", 2): root(parts[0], degree: parts[1], to: &line)
    case ("mfenced", 1...): fenced(element, parts, to: &line)
    case ("mtable", _): list(element, separatedBy: MathLine.betweenRows, to: &line)
    case ("mtr", _), ("mlabeledtr", _):
      list(element, separatedBy: MathLine.betweenCells, to: &line)
    case ("mtext", _), ("mspace", _):
      line.gap()
      addParts(of: element, to: &line)
      line.gap()
    default: addParts(of: element, to: &line)
    }
  }

  /// The elements in one; none if there is text beside them, for then it is not what it says it is.
  private static func parts(of element: MarkupElement) -> [MarkupElement] {
    var parts: [MarkupElement] = []
    for child in element.children {
      switch child {
      case .element(let part): parts.append(part)
      case .text(let pieces):
        guard pieces.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) else { return [] }
      }
    }
    return parts
  }

  /// `a/b`, `(a + b)/c`; one above the other without a line, as `n` over `k`: `n, k`.
  private func fraction(
    _ element: MarkupElement, _ parts: [MarkupElement], to line: inout MathLine
  ) {
    let thickness = element["linethickness"] ?? ""
    let hasLine = thickness.first != "0" || thickness.contains { ("1"..."9").contains($0) }
    line.gap()
    grouped(parts[0], isStrict: false, to: &line) { add(parts[0], to: &$0) }
    line.insert(
      hasLine ? "/" : ",", hasLine ? .opening : .separator, at: parts[1].source.lowerBound,
      attaches: true)
    grouped(parts[1], isStrict: false, to: &line) { add(parts[1], to: &$0) }
    line.gap()
  }

  private func grouped(
    _ element: MarkupElement, isStrict: Bool, to line: inout MathLine,
    _ content: (inout MathLine) -> Void
  ) {
    let mark = line.begin(at: element.source.lowerBound)
    content(&line)
    line.endGroup(mark, isStrict: isStrict, at: element.source.upperBound)
  }

  /// `x²`, `x_{i}^{2}`, `∑_{i = 1}^{n}`.
  private func scripted(
    _ base: MarkupElement, lowered: MarkupElement? = nil, raised: MarkupElement? = nil,
    areAccents: Bool = false, to line: inout MathLine
  ) {
    add(base, to: &line)
    let base = line.last
    var inBraces = base?.isLarge ?? false
    for (part, position) in [(lowered, ScriptPosition.lowered), (raised, .raised)] {
      guard let part else { continue }
      let mark = line.begin(at: part.source.lowerBound)
      add(part, to: &line)
      if areAccents, line.endAccent(mark, position, on: base) { continue }
      inBraces = line.endScript(
        mark, position, on: base, inBraces: inBraces, at: part.source.upperBound)
    }
  }

  /// Scripts before what they belong to and behind it: `¹⁴C`, `^{14}_{6}C`.
  private func multiscripts(_ parts: [MarkupElement], to line: inout MathLine) {
    let middle = parts.firstIndex { $0.name == "mprescripts" } ?? parts.endIndex
    let before = Array(parts[middle...].dropFirst())
    let count = before.lazy.filter { $0.name != "none" && !$0.isBlank }.count
    line.gap()
    for pair in stride(from: 0, to: before.count, by: 2) {
      // The mass before the charge, as one says them.
      for index in [pair + 1, pair] where index < before.count {
        let mark = line.begin(at: before[index].source.lowerBound)
        add(before[index], to: &line)
        _ = line.endScript(
          mark, index == pair ? .lowered : .raised, on: nil, inBraces: count > 1,
          at: before[index].source.upperBound)
      }
    }
    add(parts[0], to: &line)
    let base = line.last
    var inBraces = base?.isLarge ?? false
    for (index, part) in parts[..<middle].enumerated().dropFirst() {
      let mark = line.begin(at: part.source.lowerBound)
      add(part, to: &line)
      inBraces = line.endScript(
        mark, index % 2 == 1 ? .lowered : .raised, on: base, inBraces: inBraces,
        at: part.source.upperBound)
    }
  }

  /// `√x`, `∛x`, `x^{1/5}`.
  private func root(_ radicand: MarkupElement, degree: MarkupElement, to line: inout MathLine) {
    let sign = line.begin(at: radicand.source.lowerBound)
    grouped(radicand, isStrict: true, to: &line) { add(radicand, to: &$0) }
    let exponent = line.begin(at: degree.source.lowerBound)
    grouped(degree, isStrict: false, to: &line) { add(degree, to: &$0) }
    line.endRoot(sign, degree: exponent, at: degree.source.upperBound)
  }

  /// `f(x, y)`; the last of the separators holds for all that follow (3.3.8).
  private func fenced(
    _ element: MarkupElement, _ parts: [MarkupElement], to line: inout MathLine
  ) {
    let separators = (element["separators"] ?? ",").filter { !$0.isWhitespace }
    line.sign(element["open"] ?? "(", at: element.source.lowerBound)
    var next = separators.startIndex
    for (index, part) in parts.enumerated() {
      if index > 0, !separators.isEmpty {
        line.sign(String(separators[next]), at: part.source.lowerBound)
        let following = separators.index(after: next)
        if following < separators.endIndex { next = following }
      }
      add(part, to: &line)
    }
    line.sign(element["close"] ?? ")", at: element.source.upperBound)
  }

  /// The rows of a table and the cells of a row: `1, 2; 3, 4`.
  private func list(
    _ element: MarkupElement, separatedBy separator: String, to line: inout MathLine
  ) {
    line.gap()
    var isFirst = true
    for child in element.children {
      if case .element(let part) = child {
        if !isFirst { line.separate(by: separator, at: part.source.lowerBound) }
        isFirst = false
      }
      add(child, to: &line)
    }
    line.gap()
  }
}
