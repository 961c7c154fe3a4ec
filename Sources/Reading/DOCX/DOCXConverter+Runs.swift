internal import Narration

extension DOCXConverter {
  /// Reads what a paragraph, a link or an insertion holds.
  ///
  /// - Parameter look: How characters are shown that say nothing themselves.
  mutating func inline(of parent: MarkupElement, look: DOCXStyles.Look) {
    for node in parent.children {
      switch node {
      case .text(let pieces): stray(pieces)
      case .element(let element): inline(element, look: look)
      }
    }
  }

  private mutating func inline(_ element: MarkupElement, look: DOCXStyles.Look) {
    switch element.name {
    case "w:r": run(element, look: look)
    case "w:hyperlink": link(element, look: look)
    case "w:pPr", "w:rPr", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr": break
    case "w:del", "w:moveFrom": out.omit(element, because: .deleted)
    case "w:fldSimple": simpleField(element, look: look)
    case "w:sdt": structured(element) { $0.inline(of: $1, look: look) }
    case "mc:AlternateContent": alternatives(element) { $0.inline(of: $1, look: look) }
    case "m:oMath", "m:oMathPara": OfficeMath.write(element, to: &out)
    case "w:p", "w:tbl":
      // Flattened out of something nested too deep.
      inline(of: element, look: look)
      insert(" ", before: element)
    case "w:t", "w:delText", "w:instrText", "w:tab", "w:br", "w:drawing", "w:pict":
      piece(element, look: look)
    default: inline(of: element, look: look)
    }
  }

  private mutating func link(_ element: MarkupElement, look: DOCXStyles.Look) {
    // A place within the document is no address that anybody could be told.
    guard let target = element["r:id"].flatMap({ relationships[$0] }), target.isExternal else {
      return inline(of: element, look: look)
    }
    out.begin("a", ["href": target.target], for: element)
    inline(of: element, look: look)
    out.end(for: element)
  }

  private mutating func simpleField(_ element: MarkupElement, look: DOCXStyles.Look) {
    if let reason = DOCXFields.reason(of: element["w:instr"] ?? "") {
      out.omit(element, because: reason)
    } else {
      inline(of: element, look: look)
    }
  }

  // MARK: Runs

  private mutating func run(_ run: MarkupElement, look: DOCXStyles.Look) {
    let properties = run.first("w:rPr")
    let style = properties?.first("w:rStyle")?["w:val"].map { styles[$0].look }
    let own = DOCXStyles.Look(properties)
    let look = style.map { own.filled(from: $0).filled(from: look) } ?? own.filled(from: look)
    var names: [(String, KeyValuePairs<String, String>)] = []
    if let target = fields.link { names.append(("a", ["href": target])) }
    if look.isStruck == true { names.append(("s", [:])) }
    // Every run names a language for its spelling; only another one than the document's matters.
    if let other = own.language, other.prefix(2) != (language ?? other).prefix(2) {
      names.append(("span", ["lang": other]))
    }
    if own.isBold ?? style?.isBold == true || own.isItalic ?? style?.isItalic == true {
      names.append(("em", [:]))
    }
    switch look.position {
    case "superscript": names.append(("sup", [:]))
    case "subscript": names.append(("sub", [:]))
    default: break
    }
    for (name, attributes) in names { out.begin(name, attributes, for: run) }
    for node in run.children {
      switch node {
      case .text(let pieces): stray(pieces)
      case .element(let element): piece(element, look: look)
      }
    }
    for _ in names { out.end(for: run) }
  }

  private mutating func piece(_ element: MarkupElement, look: DOCXStyles.Look) {
    switch element.name {
    case "w:t":
      if let reason = fields.reasonToLeaveOut ?? (look.isHidden == true ? .hidden : nil) {
        out.omit(element, because: reason)
      } else {
        for node in element.children { if case .text(let pieces) = node { out.text(pieces) } }
        for child in element.elements { out.omit(child, because: .hidden) }
      }
    case "w:delText": out.omit(element, because: .deleted)
    case "w:instrText": fields.instruct(element.text)
    case "w:delInstrText", "w:rPr", "w:softHyphen", "w:lastRenderedPageBreak": break
    case "w:fldChar": fields.take(element)
    case "w:tab", "w:ptab", "w:br", "w:cr": insert(" ", before: element)
    case "w:noBreakHyphen": out.text("\u{2011}", for: element.source)
    case "w:sym": symbol(element)
    case "w:footnoteReference": noteMark(element, kind: "footnote")
    case "w:endnoteReference": noteMark(element, kind: "endnote")
    case "w:drawing", "w:pict", "w:object": drawing(element)
    case "mc:AlternateContent":
      alternatives(element) { converter, branch in
        for child in branch.elements { converter.piece(child, look: look) }
      }
    case "w:ruby":
      for child in element.elements {
        switch child.name {
        case "w:rt": out.omit(child, because: .alternative)
        case "w:rubyBase": inline(of: child, look: look)
        default: break
        }
      }
    default: inline(of: element, look: look)
    }
  }

  /// The number of a note, which no text of the document holds.
  private mutating func noteMark(_ element: MarkupElement, kind: String) {
    guard let id = element["w:id"], fields.reasonToLeaveOut == nil else { return }
    out.begin("a", ["role": "doc-noteref", "href": "#\(kind)-\(id)"], for: element)
    // A mark of the author's own is text behind it.
    if !["1", "true", "on"].contains(element["w:customMarkFollows"] ?? "") {
      let number = (noteCounts[kind] ?? 0) + 1
      noteCounts[kind] = number
      insert("\(number)", before: element)
    }
    out.end(for: element)
  }

  private mutating func symbol(_ element: MarkupElement) {
    let font = element["w:font"] ?? ""
    guard let code = element["w:char"].flatMap({ UInt32($0, radix: 16) }),
      let text = SymbolFont.text(of: code, in: font)
    else {
      unknownSymbols += 1
      return
    }
    out.text(text, for: element.source)
  }

  // MARK: Drawings

  /// Text boxes and floating pictures wait for the end of the paragraph; a picture in a line of text
  /// is read where it stands.
  private mutating func drawing(_ element: MarkupElement) {
    var found: [MarkupElement] = []
    var isFloating = false
    var rule: MarkupElement?
    element.walk {
      guard case .element(let child) = $0 else { return false }
      switch child.name {
      case "wp:anchor": isFloating = true
      case "w:txbxContent":
        found.append(child)
        return false
      case "wp:docPr": found.append(child)
      case "shape" where child["alt"] != nil: found.append(child)
      case "rect" where child["hr"] != nil: rule = child
      case "mc:Fallback": return false
      default: break
      }
      return true
    }
    // Of two forms of a drawing the first was read; the other is declared.
    for other in element.descendants("mc:Fallback") { out.omit(other, because: .alternative) }
    if let rule { out.empty("hr", for: rule) }
    for part in found {
      if part.name == "w:txbxContent" || isFloating { floats.append(part) } else { picture(part) }
    }
  }

  /// What a picture shows, unless it is there for decoration alone.
  mutating func picture(_ properties: MarkupElement) {
    guard let description = properties.imageDescription else { return }
    if description.value.onOneLine == captionBehind
      || properties.descendants("decorative").contains(where: { $0["val"] == "1" })
    {
      return out.omit(properties, because: .alternative)
    }
    out.image(properties)
  }
}
