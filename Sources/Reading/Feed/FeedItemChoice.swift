internal import Narration

/// Which item of a feed is read: `nil` the newest, `3` the third newest, `sleep` the one whose title
/// holds the word.
struct FeedItemChoice {
  let feed: FeedDocument
  /// What complaints call the feed.
  let name: String
  private static let mostListed = 20

  /// The item that is wanted.
  ///
  /// - Throws: ``ReadingError/Kind/empty`` for a feed without items, ``ReadingError/Kind/notFound``
  ///   when none is meant or more than one.
  func item(_ wanted: String?) throws(ReadingError) -> FeedItem {
    let items = feed.newestFirst
    guard let newest = items.first else {
      throw ReadingError(
        .empty, at: name, "the feed has no items", remedy: "see whether the whole of it was saved")
    }
    guard let wanted = wanted?.onOneLine, !wanted.isEmpty else { return newest }
    if wanted.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
      guard let number = Int(wanted), items.indices.contains(number - 1) else {
        let has = items.count == 1 ? "one item" : "\(items.count) items"
        throw error("there is no item \(wanted): the feed has \(has)", items)
      }
      return items[number - 1]
    }
    let found = matches(wanted, items)
    guard let first = found.first else {
      throw error("no item's title holds “\(wanted)”", items)
    }
    guard found.count == 1 else {
      throw error("the titles of \(found.count) items hold “\(wanted)”", found)
    }
    return first
  }

  /// Those with this very title, else those that hold the words as they stand, else all of the words.
  private func matches(_ wanted: String, _ items: [FeedItem]) -> [FeedItem] {
    let wanted = wanted.lowercased()
    let words = wanted.split(separator: " ")
    let titles = items.map { $0.title.lowercased() }
    func those(_ matches: (String) -> Bool) -> [FeedItem]? {
      let found = zip(items, titles).filter { matches($1) }.map(\.0)
      return found.isEmpty ? nil : found
    }
    return those { $0 == wanted } ?? those { $0.contains(wanted) }
      ?? those { title in words.allSatisfy { title.contains($0) } } ?? []
  }

  private func error(_ what: String, _ items: [FeedItem]) -> ReadingError {
    var titles = items.prefix(Self.mostListed).map { "“\($0.title)”" }
    if items.count > titles.count { titles.append("\(items.count - titles.count) more") }
    return ReadingError(
      .notFound, at: name, what,
      remedy: "choose with --item a number from 1, the newest, or words of one title: "
        + titles.joined(separator: ", "))
  }
}
