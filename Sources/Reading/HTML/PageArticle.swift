internal import Narration

/// The article on a page, and what of the page is not part of it.
///
/// What the page itself says comes first: `article`, `main`, `role="main"`, `articleBody` of
/// schema.org, as long as most of the text is in it. Else it is the smallest element that holds all
/// but a few words of what reads like content (``TextBlocks``). A page without signs of furniture is
/// read whole, and in doubt more is read: a menu too much costs a listener less than a paragraph
/// too few.
struct PageArticle {
  private let blocks: TextBlocks
  /// Numbers of elements that are left out.
  private var furniture: Set<Int> = []
  /// Numbers of elements that hold a part of the article and are none themselves.
  private var around: Set<Int> = []
  /// The number of the element that is the article; nil when all of the page is.
  private var container: MarkupElement?
  /// The heading that is the article's title; it may stand outside of it.
  private(set) var title: MarkupElement?
  private let isSmall: Bool

  /// Of a page with fewer words that read like content, all words count: what reads like content is
  /// told from blocks side by side, and of a few it tells little.
  private static let fewWords = 60
  /// An element that holds this share of what reads like content is the article.
  private static let mostOfIt = 0.6
  /// Furniture by name holds less than this share of what reads like content.
  private static let leastOfIt = 0.2

  /// Finds the article of a parsed page.
  ///
  /// - Parameter titles: What the page says that it is called, to know its heading by.
  init(_ root: MarkupElement, titles: [String] = []) {
    let page = TextBlocks(root) { _ in false }
    let found = Self.furniture(in: root, page)
    furniture = found
    blocks = TextBlocks(root) { found.contains($0.number) }
    isSmall = blocks.content(of: root) < Self.fewWords
    if blocks.content(of: root) == 0, page.content(of: root) > 0 {
      // Everything would go: these names mean something else here.
      furniture = []
    }
    let headings = root.descendants("h1").filter { !$0.isBlank }
    container = container(in: root, headings: headings)
    title = title(among: headings, titles: titles)
    var parent = container?.parent
    while let element = parent {
      around.insert(element.number)
      parent = element.parent
    }
    if let title { keep(title) }
  }

  /// Lets the title be read although what is around it is not.
  private mutating func keep(_ title: MarkupElement) {
    var path: [Int] = []
    var kept = 0
    let isOutside = container.map { !$0.holds(title) } ?? false
    var parent = title.parent
    while let element = parent, !around.contains(element.number) {
      path.append(element.number)
      if isOutside || furniture.contains(element.number) { kept = path.count }
      parent = element.parent
    }
    around.formUnion(path.prefix(kept))
  }

  /// For ``MarkupReader/reasonToLeaveOut``.
  func reasonToLeaveOut(_ element: MarkupElement) -> Omission.Reason? {
    if around.contains(element.number) || element.number == title?.number { return nil }
    if furniture.contains(element.number) { return .furniture }
    if element.number == container?.number { return nil }
    // What is right inside an element around the article, and is not in the article.
    return element.parent.map { around.contains($0.number) } ?? false ? .furniture : nil
  }

  /// For ``MarkupReader/reasonToLeaveOutText``.
  func reasonToLeaveOutText(in element: MarkupElement) -> Omission.Reason? {
    around.contains(element.number) ? .furniture : nil
  }

  // MARK: Furniture

  private static func furniture(in root: MarkupElement, _ page: TextBlocks) -> Set<Int> {
    let total = page.content(of: root)
    var found: Set<Int> = []
    var inArticle: Set<Int> = []
    root.walkWithParent { parent, node in
      guard case .element(let element) = node else { return true }
      let role = ElementRole(element)
      if role.reasonToLeaveOut != nil { return false }
      let isInArticle = inArticle.contains(parent)
      if isInArticle || ["article", "main"].contains(element.name) || element["role"] == "main" {
        inArticle.insert(element.number)
      }
      if role == .inline {
        if isInlineFurniture(element) {
          found.insert(element.number)
          return false
        }
        return true
      }
      if role == .note || ElementRole.isNoteList(element) { return false }
      // A header with the title in it, and what leads in, is the article's.
      let isTitled =
        element.name == "header" && page.linkDensity(of: element) < 1 / 3.0
        && !element.descendants("h1").isEmpty
      let sign =
        isTitled ? .none : PageFurniture.sign(of: element, isInArticle: isInArticle)
      let content = page.content(of: element)
      let isFurniture =
        switch sign {
        case .none: false
        case .weak:
          Double(content) <= leastOfIt * Double(total) && looksLikeFurniture(element, page)
        case .strong: Double(content) <= 2 * leastOfIt * Double(total)
        case .comments: total - content >= 25
        }
      guard isFurniture else { return true }
      found.insert(element.number)
      return false
    }
    return found
  }

  /// Links, controls, or hardly a sentence.
  private static func looksLikeFurniture(_ element: MarkupElement, _ page: TextBlocks) -> Bool {
    // Who said what is quoted stands in a footer as well.
    if element.name == "footer" || element.name == "header",
      let parent = element.parent?.name, ["blockquote", "figure", "td"].contains(parent)
    {
      return false
    }
    if page.linkDensity(of: element) > 1 / 3.0 || page.content(of: element) == 0 { return true }
    var hasControls = false
    element.walk {
      if case .element(let child) = $0,
        ["input", "button", "select", "textarea"].contains(child.name)
      {
        hasControls = true
      }
      return !hasControls
    }
    return hasControls
  }

  private static func isInlineFurniture(_ element: MarkupElement) -> Bool {
    guard let name = element["class"] else { return false }
    return name.split(whereSeparator: \.isWhitespace).contains {
      [
        "mw-editsection", "skip-link", "skip-to-content", "mw-jump-link", "headerlink",
        "heading-anchor", "skiplink",
      ]
      .contains($0.lowercased())
    }
  }

  // MARK: The article

  private func container(in root: MarkupElement, headings: [MarkupElement]) -> MarkupElement? {
    let total = measure(root)
    guard total > 0 else { return nil }
    var articles: [MarkupElement] = []
    var mains: [MarkupElement] = []
    var bodies: [MarkupElement] = []
    root.walk {
      guard case .element(let element) = $0, !furniture.contains(element.number) else {
        if case .element = $0 { return false }
        return true
      }
      if element.name == "main" || element["role"] == "main" { mains.append(element) }
      if element["itemprop"]?.split(separator: " ").contains("articleBody") ?? false {
        bodies.append(element)
      }
      if element.name == "article" || element["role"] == "article" {
        articles.append(element)
        return false
      }
      return true
    }
    func most(of elements: [MarkupElement]) -> MarkupElement? {
      var best: MarkupElement?
      for element in elements
      where measure(element) > (best.map(measure) ?? 0) { best = element }
      guard let best, Double(measure(best)) >= Self.mostOfIt * Double(total) else {
        return nil
      }
      return best
    }
    if let article = most(of: articles) {
      // The title and what leads in to the article may stand before it.
      if let main = most(of: mains), main.holds(article), !headings.contains(where: article.holds),
        headings.contains(where: main.holds)
      {
        return main
      }
      return article
    }
    if let main = most(of: mains) { return main }
    if let body = most(of: bodies), headings.isEmpty || headings.contains(where: body.holds) {
      return body
    }
    return isSmall ? nil : densest(in: root, total: total, headings: headings)
  }

  private func measure(_ element: MarkupElement) -> Int {
    isSmall ? blocks.words[element.number] ?? 0 : blocks.content(of: element)
  }

  /// The smallest element that holds all but a few words of what reads like content, and the heading
  /// over it.
  private func densest(
    in root: MarkupElement, total: Int, headings: [MarkupElement]
  ) -> MarkupElement? {
    let heading = headings.first { !isInFurniture($0) }
    var element = root
    while let next = element.elements.first(where: {
      Double(blocks.content(of: $0)) >= 0.97 * Double(total)
    }), ElementRole(next) == .container, next.name != "p", drops(little: element, but: next) {
      if let heading, element.number != heading.number, !next.holds(heading) { break }
      element = next
    }
    return element.number == root.number ? nil : element
  }

  /// Whether what stands beside an element is links, or next to nothing.
  private func drops(little element: MarkupElement, but next: MarkupElement) -> Bool {
    let words = (blocks.words[element.number] ?? 0) - (blocks.words[next.number] ?? 0)
    let linked = (blocks.linked[element.number] ?? 0) - (blocks.linked[next.number] ?? 0)
    return linked * 4 >= words || words * 33 <= blocks.words[next.number] ?? 0
  }

  private func isInFurniture(_ element: MarkupElement) -> Bool {
    var parent: MarkupElement? = element
    while let found = parent {
      if furniture.contains(found.number) { return true }
      parent = found.parent
    }
    return false
  }

  /// The heading in the article, or one outside of it that is called as the page is.
  private func title(among headings: [MarkupElement], titles: [String]) -> MarkupElement? {
    let inside = headings.first { heading in
      !isInFurniture(heading) && (container?.holds(heading) ?? true)
    }
    if let inside { return inside }
    let titles = titles.map { $0.onOneLine.lowercased() }
    return headings.first { heading in
      let text = heading.text.onOneLine.lowercased()
      return text.count > 3
        && titles.contains { $0.hasPrefix(text) || $0.count > 3 && text.hasPrefix($0) }
    }
  }
}

extension MarkupElement {
  /// Whether another element stands in this one.
  func holds(_ other: MarkupElement) -> Bool {
    var parent = other.parent
    while let element = parent {
      if element.number == number { return true }
      parent = element.parent
    }
    return false
  }
}
