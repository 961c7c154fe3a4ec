internal import Narration

/// What Podcasting 2.0 adds to an item: a transcript, and chapters with their times.
struct FeedExtras {
  let input: ReaderInput
  let source: SourceText
  private var transcript: (text: InnerText, draft: EpisodeDraft, name: String?)?
  private var chapters: [PodcastChapter] = []
  private var omissions: [Omission] = []
  private var notices: [Complaint] = []

  init(input: ReaderInput, source: SourceText) {
    self.input = input
    self.source = source
  }

  /// Reads what stands in an item, or in files beside the feed.
  mutating func read(_ item: MarkupElement) {
    readChapters(item)
    let elements = item.elements.filter { $0.name == "podcast:transcript" }
    // Those that know speakers and times come first.
    let formats: [SourceFormat] = [.webVTT, .transcriptJSON, .subRip, .html, .plainText]
    let sorted = elements.enumerated().compactMap { index, element in
      format(of: element).flatMap(formats.firstIndex).map { ($0, index, element) }
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    for (rank, _, element) in sorted where transcript == nil {
      readTranscript(element, as: formats[rank])
    }
    // What else stands inline is the same words again.
    var scratch = MarkupReader(options: input.options)
    for element in elements where element.source != used {
      scratch.leaveOut(element, because: .alternative)
    }
    omissions += scratch.omissions
    if transcript == nil, let remote = elements.first(where: { isRemote($0) }) {
      notices.append(
        Complaint(
          .notice, at: place(remote),
          "the transcript is on the network, where nothing is fetched from",
          remedy: "save it beside the feed, and write its name as the url"))
    }
  }

  private var used: Range<Int>?

  /// Adds the transcript behind the notes, with marks where chapters begin.
  func add(to draft: inout EpisodeDraft, text: String) {
    draft.notices += notices
    draft.omissions += omissions
    guard let transcript else { return }
    var passages = transcript.draft.passages.map(transcript.text.lead)
    place(chapters, in: &passages, &draft.notices)
    if let first = passages.first, first.chapterMark == nil {
      passages[0].chapterMark = "Transcript"
    }
    if !draft.passages.isEmpty, !passages.isEmpty {
      draft.passages[0].chapterMark = draft.metadata.title ?? "Notes"
    }
    draft.passages += passages
    draft.omissions += transcript.draft.omissions.map(transcript.text.lead)
    draft.notices += transcript.draft.notices
    draft.metadata = draft.metadata.filled(from: transcript.draft.metadata)
    if let name = transcript.name {
      draft.source = SourceText(
        document: input.name,
        members: [(name: input.name, text: text), (name: name, text: transcript.text.text)])
    }
  }

  // MARK: Transcripts

  private mutating func readTranscript(_ element: MarkupElement, as format: SourceFormat) {
    let inline = InnerText(of: element)
    if !inline.text.allSatisfy(\.isWhitespace) {
      let draft: EpisodeDraft
      var why = "nothing in it can be spoken"
      do throws(ReadingError) {
        draft = try self.draft(of: inline.text, named: input.name, as: format)
      } catch {
        draft = EpisodeDraft(source: source)
        why = error.complaint.what
      }
      guard !draft.passages.isEmpty else {
        notices.append(
          Complaint(
            .warning, at: place(element), "this transcript cannot be read as what it is: \(why)"))
        return
      }
      var led = draft
      // Places inside the text mean nothing to the reader of the feed.
      led.notices = draft.notices.map {
        var notice = $0
        notice.place = place(element)
        return notice
      }
      transcript = (inline, led, nil)
      used = element.source
      return
    }
    guard let address = element["url"], !isRemote(element) else { return }
    guard let (name, bytes) = file(address, element) else { return }
    do throws(ReadingError) {
      let decoded = try TextDecoder.decode(bytes, named: name)
      var draft = try draft(of: decoded.text, named: name, as: format)
      draft.notices = decoded.notices + draft.notices
      guard !draft.passages.isEmpty else {
        notices += draft.notices
        notices.append(
          Complaint(.warning, at: name, "nothing in this transcript can be spoken"))
        return
      }
      transcript = (
        InnerText(member: draft.source.text, at: source.text.utf8.count), draft, name
      )
      used = element.source
    } catch {
      warn(error.complaint)
    }
  }

  private func draft(
    of text: String, named name: String, as format: SourceFormat
  ) throws(ReadingError) -> EpisodeDraft {
    let input = ReaderInput(
      name: name, options: input.options, splitParagraphs: input.splitParagraphs)
    let syntax: CaptionSyntax
    switch format {
    case .webVTT: syntax = .webVTT
    case .subRip: syntax = .subRip
    case .transcriptJSON: syntax = .json
    default:
      let source = SourceText(document: name, text: text)
      if format == .html, let page = TranscriptHTML(source, options: input.options) {
        return EpisodeDraft(
          source: source, passages: page.passages, omissions: page.omissions, notices: page.notices)
      }
      return try EpisodeReader(input.options, splitParagraphs: input.splitParagraphs)
        .draft(of: Array(text.utf8), named: name, as: format, folder: nil)
    }
    return try CaptionReader(input: input, breaks: chapters.map(\.start))
      .read(text, syntax, notices: [])
  }

  /// The format by the media type, else by the name's end; nil for others.
  private func format(of element: MarkupElement) -> SourceFormat? {
    let type = (element["type"] ?? "").prefix { $0 != ";" }.onOneLine.lowercased()
    switch type {
    case "text/vtt": return .webVTT
    case "application/json", "application/transcript+json": return .transcriptJSON
    case "application/srt", "application/x-subrip", "text/srt", "application/x-srt": return .subRip
    case "text/html", "application/xhtml+xml": return .html
    case "text/plain": break
    case "": break
    default: return nil
    }
    let address = (element["url"] ?? "").prefix { $0 != "?" && $0 != "#" }.lowercased()
    for (ending, format) in [
      (".vtt", SourceFormat.webVTT), (".srt", .subRip), (".json", .transcriptJSON),
      (".html", .html), (".htm", .html),
    ] where address.hasSuffix(ending) {
      return format
    }
    return .plainText
  }

  // MARK: Chapters

  private mutating func readChapters(_ item: MarkupElement) {
    if let inline = item.first("psc:chapters") {
      use(PodcastChapter.simple(inline), in: source)
    } else if let element = item.first("podcast:chapters"), let address = element["url"],
      !isRemote(element), let (name, bytes) = file(address, element)
    {
      do throws(ReadingError) {
        let decoded = try TextDecoder.decode(bytes, named: name)
        notices += decoded.notices
        let text = SourceText(document: name, text: decoded.text)
        use(PodcastChapter.json(decoded.text), in: text)
        if chapters.isEmpty {
          notices.append(Complaint(.warning, at: name, "no chapters can be read in it"))
        }
      } catch {
        warn(error.complaint)
      }
    }
    guard !chapters.isEmpty, !item.elements.contains(where: { $0.name == "podcast:transcript" })
    else { return }
    notices.append(
      Complaint(
        .notice, at: place(item),
        "the item has chapters, but no transcript with times in which they could begin"))
  }

  /// Takes the chapters of a list, and tells what of it cannot be used.
  ///
  /// - Parameter text: Where the list stands.
  private mutating func use(_ list: PodcastChapter.List, in text: SourceText) {
    chapters = list.chapters
    if let first = list.unusable.first {
      let what =
        list.unusable.count == 1 ? "this chapter has" : "\(list.unusable.count) chapters have"
      notices.append(
        Complaint(
          .warning, at: text.place(of: first..<first).description,
          "\(what) no start or no title, so that none begins there"))
    }
    if let from = list.damagedFrom {
      notices.append(
        Complaint(
          .warning, at: text.place(of: from..<from).description,
          "the list of chapters is damaged here",
          remedy: "the chapters before this place are used; mend the file to have the rest"))
    }
  }

  private mutating func warn(_ complaint: Complaint) {
    var complaint = complaint
    complaint.severity = .warning
    notices.append(complaint)
  }

  /// Marks the first passage that begins in each chapter.
  private func place(
    _ chapters: [PodcastChapter], in passages: inout [DraftPassage], _ notices: inout [Complaint]
  ) {
    var index = 0
    for chapter in chapters {
      // As near as the breaks of ``CueJoiner`` are.
      while index < passages.count,
        passages[index].startTime.map({ $0 < chapter.start - 200 }) ?? true
      {
        index += 1
      }
      guard index < passages.count else {
        notices.append(
          Complaint(
            .notice, at: source.document,
            "a chapter begins behind the end of the transcript: \(chapter.title)"))
        continue
      }
      passages[index].chapterMark = chapter.title
    }
  }

  // MARK: Files

  private func isRemote(_ element: MarkupElement) -> Bool {
    element["url"].map { LocalReference.isRemote($0.onOneLine) } ?? false
  }

  private func place(_ element: MarkupElement) -> String {
    source.place(of: element.source).description
  }

  private mutating func file(_ address: String, _ element: MarkupElement) -> (String, [UInt8])? {
    guard let folder = input.folder, let path = LocalReference.path(address, in: folder) else {
      notices.append(
        Complaint(
          .notice, at: place(element),
          "there is no file “\(address.onOneLine)” in the feed's folder; it is not read"))
      return nil
    }
    let limit = max(0, input.options.byteLimit - source.text.utf8.count)
    do throws(ReadingError) {
      return (path, try InputFile.bytes(path: path, limit: limit))
    } catch {
      warn(error.complaint)
      return nil
    }
  }
}
