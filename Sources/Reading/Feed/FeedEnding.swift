internal import Narration

/// What a feed's software and a podcast's host put under the notes of every episode.
///
/// `Support this podcast`, `Subscribe on Apple Podcasts | Spotify`, `Hosted on Acast. See …`. Only
/// passages at the very end that are short and begin in one of these ways are taken for it.
enum FeedEnding {
  private static let beginnings = [
    "subscribe on ", "subscribe to the show", "subscribe to this podcast",
    "subscribe to the podcast",
    "subscribe to our podcast", "subscribe via ", "subscribe in ", "subscribe wherever",
    "support this podcast", "support the show", "support our show", "support the podcast",
    "support this show", "become a supporter of this podcast", "follow us on ",
    "follow the show on",
    "follow the podcast on", "rate and review", "leave a review", "leave us a review",
    "share this episode", "share this post", "share on ", "share this:", "like this:",
    "hosted on acast", "hosted by simplecast", "this podcast is hosted by",
    "this episode is hosted by",
    "powered by ", "learn more about your ad choices", "learn more about your ad-choices",
    "advertising inquiries:", "privacy & opt-out:", "see omnystudio.com", "see acast.com",
    "see privacy policy at", "visit megaphone.fm", "visit podcastchoices.com", "continue reading",
    "read more on ", "send in a voice message:",
  ]
  private static let marks = [
    "omnystudio.com/listener", "acast.com/privacy", "art19.com/privacy", "adswizz.com",
    "megaphone.fm/adchoices", "podcastchoices.com/adchoices", "redcircle.com/privacy",
    "redcircle.com/brands",
  ]
  private static let places: Set<Substring> = [
    "apple", "itunes", "spotify", "google", "youtube", "overcast", "stitcher", "amazon", "audible",
    "rss", "facebook", "twitter", "instagram", "linkedin", "tiktok", "mastodon", "threads",
    "bluesky",
    "pocketcasts", "castbox", "iheartradio", "tunein", "pandora", "deezer", "whatsapp", "reddit",
    "telegram", "pinterest", "tumblr", "patreon",
  ]
  private static let fillers: Set<Substring> = [
    "podcasts", "podcast", "music", "x", "email", "print", "share", "tweet", "pocket", "casts",
    "on",
    "or", "and", "via", "subscribe", "follow", "us", "listen", "in", "to", "the", "show", "feed",
    "click", "opens", "new", "window",
  ]
  private static let longest = 240
  /// No ending has more passages.
  private static let most = 12

  /// Takes the ending off; what is taken is declared.
  ///
  /// - Returns: the omissions, and the show that the last sentence names.
  static func take(from drafts: inout [DraftPassage]) -> (omissions: [Omission], show: String?) {
    var omissions: [Omission] = []
    var show: String?
    for _ in 0..<most {
      guard let last = drafts.last else { break }
      let text = last.passage.text
      if let sentence = FeedBoilerplate(endOf: text) {
        show = show ?? sentence.show
        omissions.append(
          Omission(
            source: last.passage.runs.source(of: sentence.range), reason: .feedBoilerplate))
        drafts.removeLast()
        if let rest = last.cut(to: sentence.range.lowerBound) { drafts.append(rest) }
      } else if isEnding(text) {
        omissions.append(
          Omission(
            source: last.passage.runs.source(of: 0..<text.utf8.count), reason: .feedBoilerplate))
        drafts.removeLast()
      } else {
        break
      }
    }
    return (omissions.filter { !$0.source.isEmpty }, show)
  }

  /// Whether a passage is nothing but such an ending.
  static func isEnding(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= longest else { return false }
    let lower = text.lowercased()
    let start = lower.drop { !$0.isLetter && !$0.isNumber }
    if beginnings.contains(where: { start.hasPrefix($0) }) { return true }
    if marks.contains(where: { lower.contains($0) }) { return true }
    let words = lower.split { !$0.isLetter }
    return words.contains(where: places.contains)
      && words.allSatisfy { places.contains($0) || fillers.contains($0) }
  }
}

extension DraftPassage {
  /// The passage without what stands behind so many bytes; nil when nothing is left.
  func cut(to count: Int) -> DraftPassage? {
    var utf8 = Array(passage.text.utf8.prefix(count))
    while utf8.last == 0x20 { utf8.removeLast() }
    guard !utf8.isEmpty else { return nil }
    var draft = self
    draft.passage.text = String(decoding: utf8, as: UTF8.self)
    let end = utf8.count
    draft.passage.runs = RunMap(
      passage.runs.runs.filter { $0.text.lowerBound < end }.map { run in
        var run = run
        let over = run.text.upperBound - end
        guard over > 0 else { return run }
        run.text = run.text.lowerBound..<end
        if run.kind == .copied {
          run.source = run.source.lowerBound..<run.source.upperBound - over
        }
        return run
      })
    draft.passage.spans = passage.spans.compactMap { span in
      var span = span
      span.text = span.text.clamped(to: 0..<end)
      return span.text.isEmpty ? nil : span
    }
    return draft
  }
}
