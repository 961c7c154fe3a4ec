extension ReferenceEntry {
  /// Says the entry as sentences of its own: authors and year; title; container; each address.
  ///
  /// - Parameters:
  ///   - passage: The tokens that the entry was found in.
  ///   - readProse: Says a run of the source by the ordinary rules, for titles and names.
  /// - Returns: the sentences in order.
  func write(
    of passage: TokenizedSentence, into writer: inout SpokenWriter,
    reading readProse: (TokenizedSentence, inout SpokenWriter) -> Void
  ) -> [NormalizedText.Sentence] {
    ReferenceSpeaker(entry: self, passage: passage).write(into: &writer, reading: readProse)
  }
}

/// Puts the parts of an entry into sentences.
private struct ReferenceSpeaker {
  let entry: ReferenceEntry
  let passage: TokenizedSentence
  private var isBrief: Bool { passage.policies.references == .brief }

  init(entry: ReferenceEntry, passage: TokenizedSentence) {
    self.entry = entry
    self.passage = passage
  }

  func write(
    into writer: inout SpokenWriter,
    reading readProse: (TokenizedSentence, inout SpokenWriter) -> Void
  ) -> [NormalizedText.Sentence] {
    let end = entry.tokens.upperBound
    var sentences: [NormalizedText.Sentence] = []
    guard passage.policies.references != .omit else {
      sentence(entry.tokens, of: &sentences, into: &writer) { writer in
        say(.nothing, entry.tokens, "reference.omitted", kind: .omission, into: &writer)
      }
      return sentences
    }
    let headEnd = entry.year?.tokens.upperBound ?? stopEnd(entry.authors.tokens.upperBound)
    sentence(entry.tokens.lowerBound..<headEnd, of: &sentences, into: &writer) { writer in
      writeHead(upTo: headEnd, into: &writer, reading: readProse)
    }
    let bodyStart = passage.skippingSpace(headEnd)
    let links = isBrief || passage.policies.links == .omit ? [] : entry.links
    let sourceEnd = links.isEmpty ? end : trimmed(entry.access)
    let titleEnd = isBrief || entry.container.isEmpty && !hasDetails ? sourceEnd : entry.titleEnd
    sentence(bodyStart..<titleEnd, of: &sentences, into: &writer) { writer in
      writeTitle(from: bodyStart, upTo: titleEnd, into: &writer, reading: readProse)
    }
    let sourceStart = passage.skippingSpace(titleEnd)
    if sourceStart < sourceEnd {
      sentence(sourceStart..<sourceEnd, of: &sentences, into: &writer) { writer in
        writeSource(sourceStart..<sourceEnd, into: &writer, reading: readProse)
      }
    }
    for (position, link) in links.enumerated() {
      let start = passage.skippingSpace(position == 0 ? sourceEnd : links[position - 1].upperBound)
      let stop = position == links.count - 1 ? end : link.upperBound
      sentence(start..<stop, of: &sentences, into: &writer) { writer in
        writeLink(link, in: start..<stop, into: &writer, reading: readProse)
      }
    }
    return sentences
  }

  /// Whether anything of the tail is spoken.
  private var hasDetails: Bool { entry.volume != nil || entry.lateYear != nil }

  private func writeHead(
    upTo end: Int, into writer: inout SpokenWriter,
    reading readProse: (TokenizedSentence, inout SpokenWriter) -> Void
  ) {
    if let number = entry.number {
      say(.number(number.index), number.tokens, "reference.number", into: &writer)
    }
    let authors = entry.authors
    let authorsEnd = entry.year == nil ? end : authors.tokens.upperBound
    if authors.order == .organization {
      readProse(passage.part(authors.tokens), &writer)
      if entry.year == nil {
        say(
          .tail(volume: nil, year: nil), authors.tokens.upperBound..<end, "reference.authors",
          kind: .phrasing, into: &writer)
      }
    } else {
      say(
        .authors(authors, isBrief: isBrief, endsSentence: entry.year == nil),
        authors.tokens.lowerBound..<authorsEnd, "reference.authors", into: &writer)
    }
    if let year = entry.year {
      say(.year(year.years), year.tokens, "reference.year", into: &writer)
    }
  }

  private func writeTitle(
    from start: Int, upTo end: Int, into writer: inout SpokenWriter,
    reading readProse: (TokenizedSentence, inout SpokenWriter) -> Void
  ) {
    if start < entry.title.lowerBound {
      say(
        .nothing, start..<entry.title.lowerBound, "reference.quote", kind: .phrasing, into: &writer)
    }
    readProse(passage.part(entry.title), &writer)
    let rest = entry.title.upperBound..<end
    guard !rest.isEmpty else { return }
    // `(2nd ed.).` has its stop already.
    let hasStop =
      passage[rest.lowerBound - 1].isMark(")") && passage[rest.lowerBound - 2].isMark(".")
    if rest.count == 1, passage[rest.lowerBound].isMark("."), !hasStop { return }
    let year = isBrief || end > entry.titleEnd ? entry.lateYear : nil
    if year == nil, end == entry.titleEnd {
      say(.tail(volume: nil, year: nil), rest, "reference.quote", kind: .phrasing, into: &writer)
    } else {
      say(.tail(volume: nil, year: year), rest, "reference.source", into: &writer)
    }
  }

  private func writeSource(
    _ range: Range<Int>, into writer: inout SpokenWriter,
    reading readProse: (TokenizedSentence, inout SpokenWriter) -> Void
  ) {
    var start = range.lowerBound
    if let edition = entry.edition {
      say(.edition(edition.number), edition.tokens, "reference.edition", into: &writer)
      start = edition.tokens.upperBound
    }
    let gapYear = entry.lateYear.flatMap { entry.gap.contains($0) ? $0 : nil }
    if !entry.gap.isEmpty, !entry.container.isEmpty {
      say(.gap(year: gapYear), entry.gap, "reference.before-source", into: &writer)
      start = entry.gap.upperBound
    }
    if !entry.container.isEmpty {
      if !entry.leadIn.isEmpty {
        let spoken = entry.leadIn.lowerBound..<trimmed(entry.leadIn.upperBound)
        say(.leadIn, spoken, "reference.lead-in", into: &writer)
      }
      readProse(passage.part(entry.container), &writer)
      start = entry.container.upperBound
    }
    let rest = start..<range.upperBound
    guard !rest.isEmpty, !(rest.count == 1 && passage[start].isMark(".")) else { return }
    let year = gapYear == nil ? entry.lateYear : nil
    say(.tail(volume: entry.volume, year: year), rest, "reference.source", into: &writer)
  }

  private func writeLink(
    _ link: Range<Int>, in range: Range<Int>, into writer: inout SpokenWriter,
    reading readProse: (TokenizedSentence, inout SpokenWriter) -> Void
  ) {
    guard passage.policies.links == .full else {
      return say(.link(link), range, "reference.link", kind: .electronic, into: &writer)
    }
    if range.lowerBound < link.lowerBound {
      let before = range.lowerBound..<trimmed(link.lowerBound)
      say(.nothing, before, "reference.access", kind: .omission, into: &writer)
    }
    readProse(passage.part(link), &writer)
    if link.upperBound < range.upperBound {
      say(
        .tail(volume: nil, year: nil), link.upperBound..<range.upperBound, "reference.access",
        into: &writer)
    }
  }

  // MARK: Tools

  private func sentence(
    _ tokens: Range<Int>, of sentences: inout [NormalizedText.Sentence],
    into writer: inout SpokenWriter, _ body: (inout SpokenWriter) -> Void
  ) {
    guard !tokens.isEmpty else { return }
    let range = passage.bytes(of: tokens)
    writer.beginSentence(at: range.lowerBound)
    let start = writer.spoken.count
    body(&writer)
    writer.copy(upTo: range.upperBound)
    sentences.append(
      .init(source: range, spoken: min(start, writer.spoken.count)..<writer.spoken.count))
  }

  private func say(
    _ content: ReferencePart.Content, _ tokens: Range<Int>, _ rule: RuleName,
    kind: Edit.Kind = .reference, into writer: inout SpokenWriter
  ) {
    guard !tokens.isEmpty else { return }
    writer.write(
      Match(
        ReferencePart(content: content, tokens: tokens), tokens: tokens, rule: rule, kind: kind),
      in: passage)
  }

  /// The index after a full stop, comma or colon that closes the authors.
  private func stopEnd(_ index: Int) -> Int {
    let next = passage[index]
    return next.isMark(".") || next.isMark(",") || next.isMark(":") || next.isMark(";")
      ? index + 1 : index
  }

  /// An index moved back over white space.
  private func trimmed(_ index: Int) -> Int { passage[index - 1].isSpace ? index - 1 : index }
}
