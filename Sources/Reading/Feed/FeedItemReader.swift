internal import Narration

/// Reads one item of a feed: its title and the best of its bodies.
struct FeedItemReader {
  let input: ReaderInput
  let source: SourceText
  private(set) var passages: [DraftPassage] = []
  private(set) var omissions: [Omission] = []
  private(set) var notices: [Complaint] = []
  /// The show as a boilerplate sentence names it.
  private(set) var show: String?

  init(input: ReaderInput, source: SourceText) {
    self.input = input
    self.source = source
  }

  /// Bodies from the fullest to the shortest.
  private static let bodies = [
    "content:encoded", "atom:content", "content", "body", "description", "itunes:summary",
    "atom:summary", "summary", "googleplay:description", "media:description",
  ]
  /// Read elsewhere.
  private static let extras: Set<String> = [
    "podcast:transcript", "podcast:chapters", "psc:chapters",
  ]

  mutating func read(_ item: FeedItem) {
    var bodies = item.element.elements.filter { Self.bodies.contains($0.name) }
    for group in item.element.elements where group.name == "media:group" {
      bodies += group.elements.filter { $0.name == "media:description" }
    }
    bodies = bodies.filter { !$0.text.allSatisfy(\.isWhitespace) }
    let body = Self.bodies.lazy.compactMap { name in bodies.first { $0.name == name } }.first
    if let body {
      self.body(body)
      if !input.options.keepsBoilerplate {
        let ending = FeedEnding.take(from: &passages)
        omissions += ending.omissions
        show = ending.show
      }
    }
    title(item)
    var scratch = MarkupReader(options: input.options)
    func leaveOut(_ element: MarkupElement) {
      if element.source == body?.source || element.source == item.titleElement?.source { return }
      if element.name == "media:group" { return element.elements.forEach(leaveOut) }
      if Self.extras.contains(element.name) { return }
      scratch.leaveOut(
        element, because: Self.bodies.contains(element.name) ? .alternative : .metadata)
    }
    item.element.elements.forEach(leaveOut)
    scratch.leaveOutText(of: item.element, because: .metadata)
    omissions += scratch.omissions
  }

  // MARK: The title

  /// The title as a heading, unless the body begins with it.
  private mutating func title(_ item: FeedItem) {
    guard let element = item.titleElement else { return }
    var builder = PassageBuilder(longestWord: input.options.longestWord)
    builder.begin(.heading(level: 1))
    for piece in FeedItem.titleText(element).pieces { builder.add(piece) }
    builder.end()
    if let first = passages.first?.passage, let heading = builder.drafts.first?.passage,
      Self.folded(first.text) == Self.folded(heading.text)
    {
      passages[0].passage.kind = .heading(level: 1)
      var scratch = MarkupReader(options: input.options)
      scratch.leaveOut(element, because: .repetition)
      omissions += scratch.omissions
    } else {
      passages = builder.drafts + passages
      omissions += builder.omissions
    }
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  // MARK: Bodies

  private mutating func body(_ element: MarkupElement) {
    // XHTML stands in the feed's own tree.
    if element.elements.contains(where: { _ in true }) {
      return add(read(element)) {
        $0
      } omission: {
        $0
      }
    }
    let inner = InnerText(of: element)
    let type = element["type"] ?? ""
    let isText = type == "text" || type.hasPrefix("text/") && type != "text/html"
    guard !isText, FeedItem.looksLikeHTML(inner.text) else { return plain(inner, element) }
    let parsed = HTMLParser.parse(inner.text)
    if parsed.isFlattened {
      warn(
        "elements are nested too deep here; they are read as if they stood side by side", element)
    }
    // Without any block the lines are what its author had in mind.
    guard Self.hasBlocks(parsed.tree.root) else { return plain(inner.withoutTags, element) }
    add(read(parsed.tree.root), passage: inner.lead, omission: inner.lead)
  }

  private func read(_ element: MarkupElement) -> MarkupReader {
    var reader = MarkupReader(options: input.options)
    reader.read(element)
    return reader
  }

  private mutating func add(
    _ reader: MarkupReader, passage: (DraftPassage) -> DraftPassage,
    omission: (Omission) -> Omission
  ) {
    passages += reader.drafts.map(passage)
    omissions += reader.omissions.map(omission)
  }

  private static let blocks: Set<String> = [
    "p", "div", "br", "ul", "ol", "li", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5",
    "h6", "section", "article", "dl", "hr", "figure", "img", "iframe", "script", "style",
  ]

  private static func hasBlocks(_ root: MarkupElement) -> Bool {
    var isFound = false
    root.walk {
      if case .element(let element) = $0, blocks.contains(element.name) { isFound = true }
      return !isFound
    }
    return isFound
  }

  private mutating func plain(_ inner: InnerText, _ element: MarkupElement) {
    let reader = PlainTextReader(
      source: SourceText(document: input.name, text: inner.text), options: input.options,
      splitParagraphs: input.splitParagraphs)
    guard let draft = try? reader.read(notices: []) else {
      return warn("there is no text in this part of the item", element)
    }
    passages += draft.passages.map(inner.lead)
    omissions += draft.omissions.map(inner.lead)
    show = show ?? draft.metadata.album
    // Places inside the text mean nothing to the reader of the feed.
    for notice in draft.notices {
      var notice = notice
      notice.place = source.place(of: element.source).description
      notices.append(notice)
    }
  }

  private mutating func warn(_ what: String, _ element: MarkupElement) {
    notices.append(
      Complaint(.warning, at: source.place(of: element.source).description, what))
  }
}
