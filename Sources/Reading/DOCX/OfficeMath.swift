internal import Narration

/// Brings formulas of Office (ECMA-376, part 1, 22.1) into MathML, as far as one line needs it.
///
/// `<m:f><m:num>…<m:den>…` → `<mfrac>`, `<m:nary>` → `<munderover>` with its operator, `i=1` →
/// `<mi>i</mi><mo>=</mo><mn>1</mn>`.
enum OfficeMath {
  /// Writes an `m:oMath`, or an `m:oMathPara` with one below the other.
  static func write(_ element: MarkupElement, to out: inout MarkupWriter) {
    out.begin("math", for: element)
    if element.name == "m:oMathPara" {
      rows(element, to: &out)
    } else {
      content(of: element, to: &out)
    }
    out.end(for: element)
  }

  private static func content(of element: MarkupElement, to out: inout MarkupWriter) {
    for part in element.elements { write(part: part, to: &out) }
  }

  /// What is one element of MathML, with its arguments in their order there.
  private static let forms: [String: (name: String, arguments: [String])] = [
    "m:f": ("mfrac", ["m:num", "m:den"]), "m:sSup": ("msup", ["m:e", "m:sup"]),
    "m:sSub": ("msub", ["m:e", "m:sub"]), "m:sSubSup": ("msubsup", ["m:e", "m:sub", "m:sup"]),
    "m:limLow": ("munder", ["m:e", "m:lim"]), "m:limUpp": ("mover", ["m:e", "m:lim"]),
  ]

  private static func write(part element: MarkupElement, to out: inout MarkupWriter) {
    if let form = forms[element.name], isSound(element, form.arguments) {
      let isBinomial = property("type", of: element) == "noBar"
      out.begin(form.name, isBinomial ? ["linethickness": "0"] : [:], for: element)
      arguments(element, form.arguments, to: &out)
      return out.end(for: element)
    }
    let has = { (name: String) in element.first(name).map { !$0.isBlank } ?? false }
    switch element.name {
    case "m:sPre" where isSound(element, ["m:e", "m:sub", "m:sup"]):
      out.begin("mmultiscripts", for: element)
      arguments(element, ["m:e"], to: &out)
      out.empty("mprescripts", for: element)
      arguments(element, ["m:sub", "m:sup"], to: &out)
    case "m:rad" where isSound(element, ["m:e", "m:deg"]):
      out.begin(has("m:deg") ? "mroot" : "msqrt", for: element)
      arguments(element, ["m:e"], to: &out)
      if has("m:deg") { arguments(element, ["m:deg"], to: &out) }
    case "m:nary" where isSound(element, ["m:e", "m:sub", "m:sup"]):
      let limits = ["m:sub", "m:sup"].filter(has)
      out.begin("mrow", for: element)
      out.begin(
        limits.count == 2 ? "munderover" : limits == ["m:sub"] ? "munder" : "mover", for: element)
      sign(property("chr", of: element) ?? "∫", at: element.source.lowerBound, element, to: &out)
      for limit in limits { arguments(element, [limit], to: &out) }
      out.end(for: element)
      arguments(element, ["m:e"], to: &out)
    case "m:func" where isSound(element, ["m:fName", "m:e"]):
      out.begin("mrow", for: element)
      arguments(element, ["m:fName"], to: &out)
      sign(MathSign.application, at: element.source.lowerBound, element, to: &out)
      arguments(element, ["m:e"], to: &out)
    case "m:acc", "m:bar", "m:groupChr": accent(element, to: &out)
    case "m:d": delimited(element, to: &out)
    case "m:m", "m:eqArr": return rows(element, to: &out)
    case "m:phant" where ["0", "off", "false"].contains(property("show", of: element)):
      out.begin("mphantom", for: element)
      content(of: element, to: &out)
    case "m:r": return run(element, to: &out)
    case "w:t": return plain(element, to: &out)
    case "m:t": return tokens(of: element, to: &out)
    case "w:del", "w:moveFrom": return out.omit(element, because: .deleted)
    default: return content(of: element, to: &out)
    }
    out.end(for: element)
  }

  /// Whether an element has these parts, each once at most, and no others: what was nested too deep
  /// has lost its form, and is read as it comes.
  private static func isSound(_ element: MarkupElement, _ names: [String]) -> Bool {
    var found: Set<String> = []
    return element.elements.allSatisfy { part in
      part.isBlank || names.contains(part.name) && found.insert(part.name).inserted
    }
  }

  /// Arguments of the element that is open, each one element; an empty one for what is not there.
  private static func arguments(
    _ element: MarkupElement, _ names: [String], to out: inout MarkupWriter
  ) {
    for name in names {
      let argument = element.first(name)
      out.begin("mrow", for: argument ?? element)
      if let argument { content(of: argument, to: &out) }
      out.end(for: argument ?? element)
    }
  }

  /// The value of a property, `m:naryPr/m:chr`: empty for one without a value, nil for none.
  private static func property(_ name: String, of element: MarkupElement) -> String? {
    element.first(element.name + "Pr")?.first("m:" + name).map { $0["m:val"] ?? "" }
  }

  /// A sign that the source gives as a property.
  private static func sign(
    _ text: String, at offset: Int, _ element: MarkupElement, to out: inout MarkupWriter
  ) {
    out.begin("mo", for: element)
    out.text(text, for: offset..<offset)
    out.end(for: element)
  }

  // MARK: Accents, brackets, tables

  /// What has a sign over or under it: `m:acc` over (22.1.2.1), the others under if nothing is said.
  private static func accent(_ element: MarkupElement, to out: inout MarkupWriter) {
    let isOver = element.name == "m:acc" || property("pos", of: element) == "top"
    let usual = ["m:acc": "\u{302}", "m:bar": "¯"][element.name] ?? "⏟"
    out.begin(isOver ? "mover" : "munder", for: element)
    out.begin("mrow", for: element)
    content(of: element, to: &out)
    out.end(for: element)
    sign(
      property("chr", of: element) ?? usual, at: element.source.upperBound, element, to: &out)
  }

  /// Brackets around parts, with bars between if nothing is said (22.1.2.24).
  private static func delimited(_ element: MarkupElement, to out: inout MarkupWriter) {
    let (start, end) = (element.source.lowerBound, element.source.upperBound)
    out.begin("mrow", for: element)
    sign(property("begChr", of: element) ?? "(", at: start, element, to: &out)
    var isFirst = true
    for part in element.elements {
      if part.name == "m:e" {
        let separator = property("sepChr", of: element) ?? "|"
        if !isFirst { sign(separator, at: part.source.lowerBound, element, to: &out) }
        isFirst = false
      }
      write(part: part, to: &out)
    }
    sign(property("endChr", of: element) ?? ")", at: end, element, to: &out)
  }

  /// The rows of a matrix, the equations of an array, the formulas of a paragraph.
  private static func rows(_ element: MarkupElement, to out: inout MarkupWriter) {
    out.begin("mtable", for: element)
    for row in element.elements where !row.isBlank {
      out.begin("mtr", for: row)
      if row.name == "m:mr" {
        for cell in row.elements {
          out.begin("mtd", for: cell)
          write(part: cell, to: &out)
          out.end(for: cell)
        }
      } else {
        out.begin("mtd", for: row)
        write(part: row, to: &out)
        out.end(for: row)
      }
      out.end(for: row)
    }
    out.end(for: element)
  }

  // MARK: Text

  /// A run: text in a formula, the upright name of a function, or signs.
  private static func run(_ element: MarkupElement, to out: inout MarkupWriter) {
    let properties = element.first("m:rPr")
    let isFunction = element.parent?.name == "m:fName"
    let isText = !isFunction && DOCXStyles.isOn(properties?.first("m:nor"))
    let isName = isFunction || properties?.first("m:sty")?["m:val"] == "p"
    for part in element.elements {
      switch part.name {
      case "m:t" where isText: plain(part, to: &out)
      case "m:t": tokens(of: part, areNames: isName, to: &out)
      default: write(part: part, to: &out)
      }
    }
  }

  private static func plain(_ element: MarkupElement, to out: inout MarkupWriter) {
    out.begin("mtext", for: element)
    for node in element.children { if case .text(let pieces) = node { out.text(pieces) } }
    out.end(for: element)
  }

  /// Cuts text into numbers, names and signs; in an array of equations `&` says where they align.
  ///
  /// - Parameter areNames: Whether a few letters side by side are one name, as in `sin`; else each is
  ///   a quantity.
  private static func tokens(
    of element: MarkupElement, areNames: Bool = false, to out: inout MarkupWriter
  ) {
    let isAligned = element.parent?.parent?.parent?.name == "m:eqArr"
    for node in element.children {
      guard case .text(let pieces) = node else { continue }
      for piece in pieces {
        var rest = piece.text[...]
        while let first = rest.first {
          var name = "mo"
          var token = rest.prefix(1)
          if first.isLetter {
            name = "mi"
            let letters = rest.prefix { $0.isLetter }
            if areNames || letters.count > 3 { token = letters }
          } else if first.isNumber {
            name = "mn"
            token = number(at: rest)
          } else if first.isWhitespace {
            name = "mspace"
          }
          out.begin(name, for: element)
          if first == "&", isAligned {
            out.omit([piece.part(token)], because: .hidden)
          } else {
            out.text([piece.part(token)])
          }
          out.end(for: element)
          rest = rest[token.endIndex...]
        }
      }
    }
  }

  /// The digits at the beginning, with what groups them: `12`, `3.14`, `1,000`.
  private static func number(at rest: Substring) -> Substring {
    var end = rest.startIndex
    while let digits = Optional(rest[end...].prefix { $0.isNumber }), !digits.isEmpty {
      end = digits.endIndex
      guard let mark = rest[end...].first, mark == "." || mark == ",",
        rest[end...].dropFirst().first?.isNumber == true
      else { break }
      end = rest.index(after: end)
    }
    return rest[..<end]
  }
}
