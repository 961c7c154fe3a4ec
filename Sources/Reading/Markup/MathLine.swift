internal import Narration

/// A formula on one line, as one types it: `(a + b)/c`, `x²`, `∑_{i = 1}^{n} x_{i}`.
///
/// It is put together sign by sign, each with its place in the source; brackets are added where what
/// belongs together is more than one sign, and only when that is known.
struct MathLine {
  /// A number, a name, an operator, a bracket: what a token of MathML says.
  struct Sign {
    var piece: MarkupTree.Piece
    var kind: MathSign.Kind
    /// Whether it never has a space before it, as a bracket that closes or a raised digit.
    var attaches = false
    /// Whether a space before it is asked for.
    var hasGap = false
    /// Whether it is said only between what does not run on by itself.
    var isOptional = false

    /// Whether it is a sum, a product, an integral, with limits beside it.
    var isLarge: Bool { MathSign.isLarge(piece.text) }
  }

  enum Item {
    /// A sign; one without text is a bracket that turned out not to be needed.
    case sign(Sign)
    case leftOut(MarkupElement, Omission.Reason)
    /// A sign that is not seen, or only holds together what is.
    case hidden(MarkupTree.Piece)
  }

  /// Where a part begins that may need brackets.
  struct Mark {
    fileprivate var index: Int
    fileprivate var signs: Int
    fileprivate var units: Int
    fileprivate var brackets: Int
    fileprivate var before: MathSign.Kind?
  }

  static let betweenCells = ","
  static let betweenRows = ";"

  private(set) var items: [Item] = []
  /// Signs with text so far, and what they count as when they are to be one: `f(x)` and `x²` are one.
  private var (signs, units) = (0, 0)
  /// The ``units`` before each bracket that is open.
  private var brackets: [Int] = []
  private var lastIndex: Int?
  /// What stands before the next sign.
  private var before: MathSign.Kind?
  private var isGapDue = false

  /// Whether nothing is said.
  var isEmpty: Bool { signs == 0 }

  /// The last sign with text.
  var last: Sign? { lastIndex.flatMap { sign(at: $0) } }

  private func sign(at index: Int) -> Sign? {
    if case .sign(let sign) = items[index] { sign } else { nil }
  }

  // MARK: Signs

  /// Adds text of the source; white space around it is none of it (MathML 3.0, 2.1.7).
  mutating func add(_ pieces: ArraySlice<MarkupTree.Piece>) {
    var isFirst = true
    var endsInSpace = false
    for piece in pieces {
      let text = piece.text.drop(while: \.isWhitespace)
      guard !text.isEmpty else {
        endsInSpace = true
        continue
      }
      if !isFirst, endsInSpace || text.startIndex > piece.text.startIndex { gap() }
      isFirst = false
      let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) }
      endsInSpace = end != text.endIndex
      add(piece.part(text[..<(end ?? text.endIndex)]))
    }
  }

  private mutating func add(_ piece: MarkupTree.Piece) {
    if MathSign.isInvisible(piece.text) {
      items.append(.hidden(piece))
      // What a function is applied to stands apart, as in `f x`, but for brackets.
      if piece.text == MathSign.application, let lastIndex, var name = sign(at: lastIndex),
        name.kind == .operand, !name.attaches
      {
        name.kind = .word
        items[lastIndex] = .sign(name)
        before = .word
      }
      return
    }
    let sign = MathSign(piece.text, after: before)
    var piece = piece
    if sign.text != piece.text { (piece.text, piece.isCopied) = (sign.text, false) }
    append(Sign(piece: piece, kind: sign.kind, attaches: sign.attaches), isClosing: sign.isClosing)
  }

  /// Adds a sign that the source says otherwise than as text.
  mutating func sign(_ text: String, at offset: Int) {
    guard !text.isEmpty else { return }
    add(MarkupTree.Piece(text: text, source: offset..<offset, isCopied: false))
  }

  /// Adds a sign that the source shows by the place of its parts.
  mutating func insert(
    _ text: String, _ kind: MathSign.Kind, at offset: Int, attaches: Bool = false
  ) {
    append(Sign(piece: Self.piece(text, at: offset), kind: kind, attaches: attaches))
  }

  /// Adds a sign between cells or rows, which is said if they do not run on.
  mutating func separate(by text: String, at offset: Int) {
    append(
      Sign(piece: Self.piece(text, at: offset), kind: .separator, attaches: true, isOptional: true))
  }

  /// Asks for a space before the next sign.
  mutating func gap() { isGapDue = true }

  mutating func leaveOut(_ element: MarkupElement, because reason: Omission.Reason) {
    items.append(.leftOut(element, reason))
  }

  private mutating func append(_ sign: Sign, isClosing: Bool = false) {
    var sign = sign
    sign.hasGap = isGapDue
    isGapDue = false
    if sign.kind == .opening, MathSign.isBracket(sign.piece.text) || MathSign.isBar(sign.piece.text)
    {
      brackets.append(units)
    }
    if isClosing, let outer = brackets.popLast() { units = max(outer, 1) }
    if !sign.attaches, sign.kind != .opening { units += 1 }
    signs += 1
    before = sign.kind
    lastIndex = items.count
    items.append(.sign(sign))
  }

  private static func piece(_ text: String, at offset: Int) -> MarkupTree.Piece {
    MarkupTree.Piece(text: text, source: offset..<offset, isCopied: false)
  }

  // MARK: Parts

  /// Begins a part that may need brackets.
  mutating func begin(at offset: Int) -> Mark {
    let mark = Mark(
      index: items.count, signs: signs, units: units, brackets: brackets.count, before: before)
    items.append(.sign(Sign(piece: Self.piece("", at: offset), kind: .opening, hasGap: isGapDue)))
    before = .opening
    return mark
  }

  /// Ends a part: what is more than one stands in brackets.
  ///
  /// - Parameter isStrict: Whether `x²` and `f(x)` are more than one, as below a root.
  mutating func endGroup(_ mark: Mark, isStrict: Bool, at end: Int) {
    guard close(mark) else { return }
    if isStrict ? signs - mark.signs > 1 : units - mark.units > 1 {
      open(mark, with: "(")
      insert(")", .operand, at: end, attaches: true)
    }
    units = mark.units + 1
  }

  /// Ends a raised or lowered part: digits as the characters for them, all else as `^{k}`, `_{i}`.
  ///
  /// - Parameters:
  ///   - base: What it belongs to; nil for what follows.
  ///   - inBraces: Whether digits too stand in braces, for what is written beside them.
  /// - Returns: Whether it stands in braces.
  mutating func endScript(
    _ mark: Mark, _ position: MarkupReader.ScriptPosition, on base: Sign?, inBraces: Bool,
    at end: Int
  ) -> Bool {
    guard close(mark) else { return inBraces }
    defer { units = mark.units }
    let kind = base?.kind ?? .opening
    let isBefore = base == nil
    if let indices = few(since: mark), let forms = forms(of: indices, position, inBraces) {
      for (index, form) in zip(indices, forms) {
        guard var sign = sign(at: index) else { continue }
        if form != sign.piece.text { (sign.piece.text, sign.piece.isCopied) = (form, false) }
        sign.attaches = !(isBefore && index == indices.first)
        sign.kind = kind
        items[index] = .sign(sign)
      }
      before = kind
      return inBraces
    }
    open(mark, with: position == .raised ? "^{" : "_{", attaches: !isBefore)
    insert("}", kind, at: end, attaches: true)
    return true
  }

  /// Ends what stands over or under a sign, if it is an accent: `x̄`, `x̂`.
  ///
  /// - Returns: Whether it is.
  mutating func endAccent(
    _ mark: Mark, _ position: MarkupReader.ScriptPosition, on base: Sign?
  ) -> Bool {
    guard let base, !base.isLarge, base.kind != .infix, let indices = few(since: mark),
      indices.count == 1, let index = indices.first, var sign = sign(at: index)
    else { return false }
    if MathSign.isBrace(sign.piece.text) {
      items[index] = .hidden(sign.piece)
      signs -= 1
    } else if let accent = MathSign.accent(sign.piece.text, position) {
      (sign.piece.text, sign.piece.isCopied) = (accent, false)
      (sign.kind, sign.attaches) = (base.kind, true)
      items[index] = .sign(sign)
    } else {
      return false
    }
    (before, units) = (base.kind, mark.units)
    return true
  }

  /// Ends a root: `√x`, `∛x`, `∜x` by their signs, all others as `x^{1/n}`.
  ///
  /// - Parameters:
  ///   - mark: Where its sign belongs.
  ///   - degree: Where its degree begins, which stands behind all else.
  mutating func endRoot(_ mark: Mark, degree: Mark, at end: Int) {
    guard close(degree) else { return open(mark, with: "√") }
    if let indices = few(since: degree), indices.count == 1, let index = indices.first,
      let number = sign(at: index)?.piece, let root = MathSign.roots[number.text]
    {
      // Its sign says the degree.
      items[index] = .sign(Sign(piece: Self.piece("", at: end), kind: .operand))
      open(mark, with: root, for: number.source)
      signs -= 1
    } else {
      open(degree, with: "^{1/", attaches: true)
      insert("}", .operand, at: end, attaches: true)
    }
    units = mark.units + 1
  }

  /// Ends a part without brackets.
  ///
  /// - Returns: Whether there is anything in it.
  private mutating func close(_ mark: Mark) -> Bool {
    brackets.removeLast(max(0, brackets.count - mark.brackets))
    if signs > mark.signs { return true }
    before = mark.before
    return false
  }

  private mutating func open(
    _ mark: Mark, with text: String, attaches: Bool = false, for source: Range<Int>? = nil
  ) {
    guard var sign = sign(at: mark.index) else { return }
    sign.piece.text = text
    if let source { sign.piece.source = source }
    sign.attaches = attaches
    items[mark.index] = .sign(sign)
    signs += 1
  }

  /// The places of the signs of a part that has no more than a script of digits.
  private func few(since mark: Mark) -> [Int]? {
    guard (1...4).contains(signs - mark.signs) else { return nil }
    return items.indices[mark.index...].filter { sign(at: $0)?.piece.text.isEmpty == false }
  }

  /// What signs become as a script by themselves; nil when they need braces.
  private func forms(
    of indices: [Int], _ position: MarkupReader.ScriptPosition, _ inBraces: Bool
  ) -> [String]? {
    let texts = indices.compactMap { sign(at: $0)?.piece.text }
    if texts.count == 1, MathSign.isMark(texts[0]) { return texts }
    guard !inBraces, MathSign.isPlainScript(texts.joined(), position) else { return nil }
    let forms = texts.compactMap { Scripts.text($0, position) }
    return forms.count == texts.count ? forms : nil
  }

  // MARK: Spaces

  /// Whether a space stands between two signs.
  static func standApart(_ left: Sign?, _ right: Sign) -> Bool {
    guard let left, !right.attaches, left.kind != .opening else { return false }
    if right.hasGap { return true }
    switch (left.kind, right.kind) {
    case (.separator, _), (.infix, _), (_, .infix): return true
    case (_, .word): return true
    case (.word, .operand): return true
    case (.word, .opening): return !MathSign.isBracket(right.piece.text)
    default: return false
    }
  }

  /// Whether two cells are parted by more than a space: not in `x` `= y`.
  static func areToBeParted(_ left: Sign?, _ right: Sign) -> Bool {
    guard let left, !right.attaches, right.kind != .infix else { return false }
    return left.kind == .operand || left.kind == .word
  }
}

extension MarkupTree.Piece {
  /// A part of it with its own place; of what was decoded all parts have one place.
  func part(_ part: Substring) -> MarkupTree.Piece {
    guard isCopied else {
      return MarkupTree.Piece(text: String(part), source: source, isCopied: false)
    }
    let start = source.lowerBound + text.utf8.distance(from: text.startIndex, to: part.startIndex)
    return MarkupTree.Piece(
      text: String(part), source: start..<start + part.utf8.count, isCopied: true)
  }
}
