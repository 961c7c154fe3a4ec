internal import Narration

/// A transcript in HTML as Podcasting 2.0 describes it: `cite` names the speaker, `time` says when, and
/// `p` holds the words.
///
/// `<cite>Ada:</cite><time>0:07</time><p>Hello.</p>` → Hello., by Ada, at 7,000 ms. Nil for a page
/// without names outside of its paragraphs, which is read like any other.
struct TranscriptHTML {
  private(set) var passages: [DraftPassage]
  private(set) var omissions: [Omission]
  /// What is damaged in it, with places in the source.
  let notices: [Complaint]

  init?(_ source: SourceText, options: EpisodeReader.Options) {
    let parsed = HTMLParser.parse(source.text)
    let root = parsed.tree.root
    var names: [(offset: Int, name: String)] = []
    var times: [(offset: Int, time: Int)] = []
    root.walk {
      guard case .element(let element) = $0 else { return true }
      switch element.name {
      case "p", "blockquote", "li": return false
      case "cite":
        var name = element.text.onOneLine
        while name.last == ":" || name.last == " " { name.removeLast() }
        names.append((element.source.lowerBound, name))
      case "time":
        let bytes = DocumentBytes(element.text.onOneLine)
        if let time = CueTime.time(0..<bytes.count, in: bytes) {
          times.append((element.source.lowerBound, time))
        }
      default: break
      }
      return true
    }
    guard !names.isEmpty else { return nil }
    notices = parsed.warnings(in: source)
    let marks = Set(names.map(\.offset) + times.map(\.offset))
    var reader = MarkupReader(options: options)
    reader.reasonToLeaveOut = { element in
      guard marks.contains(element.source.lowerBound) else { return nil }
      return element.name == "cite" ? .speakerName : element.name == "time" ? .timeMark : nil
    }
    reader.read(root)
    passages = reader.drafts
    omissions = reader.omissions
    var (name, time) = (0, 0)
    for index in passages.indices {
      let start = passages[index].passage.runs.runs.first?.source.lowerBound ?? 0
      while name < names.count, names[name].offset <= start { name += 1 }
      while time < times.count, times[time].offset <= start { time += 1 }
      if name > 0, !names[name - 1].name.isEmpty {
        passages[index].passage.speaker = Speaker(name: names[name - 1].name)
      }
      // Of several paragraphs at one time only the first is known to begin there.
      if time > 0, index == 0 || passages[index - 1].startTime != times[time - 1].time {
        passages[index].startTime = times[time - 1].time
      }
    }
  }
}
