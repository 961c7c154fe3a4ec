internal import Narration

/// Reads one item of an RSS or Atom feed: the newest, or the one that is asked for.
///
/// Title and body are read first. Where a `podcast:transcript` stands in the feed or in a file beside
/// it, it follows: the transcript is the episode, but who is heard in it and what it is about stand in
/// the notes, which are short; so they are its first chapter, as a host's introduction would be.
///
/// All other items, and what describes the show, are declared omissions.
struct FeedReader {
  let input: ReaderInput

  /// Reads decoded text.
  func read(_ text: String, notices: [Complaint]) throws(ReadingError) -> EpisodeDraft {
    let parsed = XMLParser.parse(text, named: input.name)
    guard let feed = FeedDocument(parsed.tree.root) else {
      throw ReadingError(
        .undecodable, at: parsed.damage?.place ?? input.name,
        "this is no feed" + (parsed.damage.map { ": \($0.what)" } ?? ""),
        remedy: "name a feed of RSS or Atom")
    }
    let item = try FeedItemChoice(feed: feed, name: input.name).item(input.options.item)
    let source = SourceText(document: input.name, text: text)
    var reader = FeedItemReader(input: input, source: source)
    reader.read(item)

    var draft = EpisodeDraft(source: source, notices: notices + reader.notices)
    draft.notices += parsed.warnings
    if parsed.isFlattened {
      draft.notices.append(
        Complaint(
          .warning, at: input.name,
          "elements are nested too deep; they are read as if they stood side by side"))
    }
    draft.passages = reader.passages
    draft.omissions = reader.omissions + others(feed, item, parsed)
    draft.metadata = item.metadata.filled(from: feed.metadata)
    draft.metadata.album = draft.metadata.album ?? reader.show

    var extras = FeedExtras(input: input, source: source)
    extras.read(item.element)
    extras.add(to: &draft, text: text)
    guard !draft.passages.isEmpty else {
      throw ReadingError(
        .empty, at: source.place(of: item.element.source).description,
        "this item has neither title nor text", remedy: "choose another with --item")
    }
    return draft
  }

  /// What of the feed is not the item: other items whole, then the texts about the show, then what
  /// damage makes unreadable.
  private func others(
    _ feed: FeedDocument, _ item: FeedItem, _ parsed: XMLParser.Parsed
  ) -> [Omission] {
    let end = parsed.damagedFrom ?? parsed.tree.root.source.upperBound
    var omissions: [Omission] = []
    for other in feed.items where other.element.source != item.element.source {
      let source = other.element.source
      omissions.append(
        Omission(
          source: source.lowerBound..<max(source.lowerBound, min(source.upperBound, end)),
          reason: .otherItem))
    }
    var scratch = MarkupReader(options: input.options)
    if feed.channel.source != item.element.source {
      let outside = feed.channel.parent.map { Array($0.elements) } ?? []
      for element in Array(feed.channel.elements) + outside
      where !["item", "atom:entry", "entry"].contains(element.name)
        && element.source != feed.channel.source
      {
        scratch.leaveOut(element, because: .metadata)
      }
      for element in [feed.channel.parent, feed.channel] {
        element.map { scratch.leaveOutText(of: $0, because: .metadata) }
      }
    }
    omissions += scratch.omissions
    return omissions.filter { !$0.source.isEmpty } + parsed.lost
  }
}
