internal import Narration

/// Brings an article of JATS into the vocabulary of HTML, every text of it with its place.
///
/// - What tells of the article rather than being it (affiliations, permissions, funding, identifiers)
///   is left out as metadata.
/// - The abstract, the sections, the acknowledgements and the list of references have headings; one
///   without a title of its own gets the usual one.
/// - Floating figures and tables are read behind the paragraph that mentions them first.
/// - A number that cites an entry of the list of references becomes its authors and year
///   (``JATSReferences``).
struct JATSConverter {
  var out = MarkupWriter()
  let references: JATSReferences
  /// Footnotes that a mark leads to, by id.
  let referredNotes: Set<String>
  /// Figures and tables that stand apart, by id, until they are read.
  var floats: [String: MarkupElement] = [:]
  /// Where those begin that were read.
  var readFloats: Set<Int> = []
  /// Those that were mentioned and wait for the end of the paragraph at hand.
  var mentioned: [String] = []
  /// Whether the items around the reader are counted.
  var isInCountedList = false
  /// Where titles in captions begin that were read as headings.
  var readTitles: Set<Int> = []
  /// Whether the reader stands in a figure or table, behind which others wait.
  var isInFigure = false
  /// Footnotes that stand in the middle of text, for the end.
  var notesInText: [(id: String, element: MarkupElement)] = []
  /// The last characters written in the paragraph at hand, by which citations are told apart.
  var tail = ""
  /// Places of citations whose entry is not there.
  var unresolved: [Range<Int>] = []
  /// How deep a heading would be here: 1 for the article's title.
  var level = 1
  private let end: Int

  /// - Parameter end: Where the source ends, in bytes.
  init(root: MarkupElement, end: Int) {
    self.end = end
    references = JATSReferences(root)
    var notes: Set<String> = []
    var targets: Set<String> = []
    root.walk {
      guard case .element(let element) = $0 else { return false }
      // A table's notes are read right behind it.
      if element.name == "table-wrap-foot" { return false }
      if element.name == "fn", let id = element["id"] { notes.insert(id) }
      if element.name == "xref" {
        for id in Self.targets(of: element) { targets.insert(String(id)) }
      }
      return true
    }
    referredNotes = notes.intersection(targets)
  }

  /// The ids that a cross-reference leads to.
  static func targets(of reference: MarkupElement) -> [Substring] {
    (reference["rid"] ?? "").split(whereSeparator: \.isWhitespace)
  }

  mutating func finish() -> MarkupTree { out.finish(at: end) }

  /// One warning for all citations whose entry is not there.
  func unresolvedNotice(in source: SourceText) -> [Complaint] {
    guard let first = unresolved.first else { return [] }
    let what = unresolved.count == 1 ? "a citation leads" : "\(unresolved.count) citations lead"
    return [
      Complaint(
        .warning, at: source.place(of: first).description,
        "\(what) to no entry of the list of references"
          + (unresolved.count == 1 ? "" : ", the first of them here"))
    ]
  }

  // MARK: The article

  /// Reads a document: the article or articles in it; what is around them tells about them.
  mutating func convert(_ element: MarkupElement) {
    for node in element.children {
      switch node {
      case .text(let pieces): out.omit(pieces, because: .metadata)
      case .element(let child) where child.name == "article": article(child)
      case .element(let child): convert(child)
      }
    }
  }

  /// An article, or an answer to one; a heading of the answer's own begins it.
  private mutating func article(_ article: MarkupElement) {
    out.begin("article", for: article)
    let outer = floats
    for group in article.elements where group.name == "floats-group" {
      for float in group.elements {
        // Of two with one id the second is read where those stand that nothing mentions.
        if let id = float["id"], floats[id] == nil { floats[id] = float }
      }
    }
    for node in article.children {
      switch node {
      case .text(let pieces): out.omit(pieces, because: .metadata)
      case .element(let child):
        level = 2
        switch child.name {
        case "front", "front-stub": front(child, of: article)
        case "body", "back": content(of: child)
        // Read when all that may mention them is read.
        case "floats-group": break
        case "sub-article", "response": break
        default: out.omit(child, because: .metadata)
        }
      }
    }
    for group in article.elements where group.name == "floats-group" {
      level = 2
      for node in group.children {
        switch node {
        case .text(let pieces): out.omit(pieces, because: .metadata)
        case .element(let float):
          // One that mentions itself is not read within itself.
          if readFloats.insert(float.source.lowerBound).inserted { block(float) }
        }
      }
    }
    notes()
    floats = outer
    for child in article.elements where child.name == "sub-article" || child.name == "response" {
      self.article(child)
    }
    out.end(for: article)
  }

  private mutating func notes() {
    // A note may hold another.
    while !notesInText.isEmpty {
      let waiting = notesInText
      notesInText = []
      for (id, element) in waiting { note(element, id: id) }
    }
  }

  // MARK: Front matter

  private mutating func front(_ front: MarkupElement, of article: MarkupElement) {
    var hasTitle = false
    var abstracts: [MarkupElement] = []
    for node in front.children {
      switch node {
      case .text(let pieces): out.omit(pieces, because: .metadata)
      case .element(let child) where child.name == "article-meta" || child.name == "title-group":
        articleMeta(child, &hasTitle, &abstracts)
      case .element(let child) where child.name == "abstract": abstracts.append(child)
      case .element(let child): out.omit(child, because: .metadata)
      }
    }
    if !hasTitle, article.name != "article" {
      // `decision-letter` → `Decision letter`
      let kind = (article["article-type"] ?? article["response-type"] ?? article.name)
        .replacing("-", with: " ")
      heading(1, inserted: kind.prefix(1).uppercased() + kind.dropFirst(), for: front)
    }
    for abstract in abstracts { self.abstract(abstract) }
  }

  private mutating func articleMeta(
    _ meta: MarkupElement, _ hasTitle: inout Bool, _ abstracts: inout [MarkupElement]
  ) {
    for node in meta.children {
      switch node {
      case .text(let pieces): out.omit(pieces, because: .metadata)
      case .element(let child):
        switch child.name {
        case "title-group": articleMeta(child, &hasTitle, &abstracts)
        case "article-title" where !child.isBlank:
          hasTitle = true
          heading(1, child)
        case "subtitle": heading(2, child)
        case "abstract": abstracts.append(child)
        case "alt-title", "trans-title", "trans-title-group", "trans-subtitle", "trans-abstract":
          out.omit(child, because: .alternative)
        default: out.omit(child, because: .metadata)
        }
      }
    }
  }

  /// Pictures and one-sentence forms of an abstract say again what the abstract says.
  private static let otherAbstracts: Set<String> = [
    "graphical", "teaser", "toc", "precis", "short", "web-summary", "video",
  ]

  private mutating func abstract(_ abstract: MarkupElement) {
    if let type = abstract["abstract-type"], Self.otherAbstracts.contains(type) {
      return out.omit(abstract, because: .alternative)
    }
    section(abstract, usualTitle: "Abstract")
  }

  // MARK: Headings

  /// A heading from an element of the source.
  mutating func heading(
    _ level: Int, label: MarkupElement? = nil, _ element: MarkupElement,
    _ attributes: KeyValuePairs<String, String> = [:]
  ) {
    tail = ""
    out.begin("h\(min(max(level, 1), 6))", attributes, for: label ?? element)
    if let label {
      inline(of: label)
      out.text(" ", for: label.source.upperBound..<label.source.upperBound)
    }
    inline(of: element)
    out.end(for: element)
  }

  /// A heading that the source does not have.
  mutating func heading(
    _ level: Int, inserted text: some StringProtocol, for element: MarkupElement
  ) {
    let start = element.source.lowerBound
    out.begin("h\(level)", for: element)
    out.text(String(text), for: start..<start)
    out.end(for: element)
  }
}
