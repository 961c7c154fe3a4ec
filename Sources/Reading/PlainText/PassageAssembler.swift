internal import Narration

/// Makes passages of blocks, and declares what stands in none of them.
struct PassageAssembler {
  private let bytes: DocumentBytes
  private var folder: PassageFolder
  private(set) var drafts: [DraftPassage] = []
  /// In no order; passages find theirs while later text is being read.
  private(set) var omissions: [Omission] = []
  private var followsSeparator = false
  private let notePolicy: NotePolicy

  /// - Parameters:
  ///   - bytes: The text as it is read, with white space in the place of what pages add.
  ///   - source: The text as it was written.
  init(
    bytes: DocumentBytes, source: DocumentBytes, blobs: [Range<Int>], furniture: [Omission] = [],
    notes: NotePolicy
  ) {
    self.bytes = bytes
    notePolicy = notes
    folder = PassageFolder(source, blobs: blobs, furniture: furniture)
    omissions = furniture
  }

  /// Declares an omission.
  mutating func leaveOut(_ range: Range<Int>, because reason: Omission.Reason) {
    omissions.append(Omission(source: range, reason: reason))
  }

  /// Adds a passage unless nothing of it can be spoken; what cannot be is declared in any case.
  mutating func add(
    _ kind: Passage.Kind, _ range: Range<Int>, marker: Range<Int>? = nil,
    isReferenceHeading: Bool = false
  ) {
    let folded = folder.fold(range, marker: marker)
    omissions += folded.omissions
    guard !folded.text.isEmpty else {
      if let marker { leaveOut(marker, because: .separator) }
      return
    }
    drafts.append(
      DraftPassage(
        passage: Passage(kind: kind, text: folded.text, runs: RunMap(folded.runs)),
        followsSeparator: followsSeparator, isReferenceHeading: isReferenceHeading))
    followsSeparator = false
  }

  /// Adds all blocks of a text.
  mutating func add(_ blocks: [TextBlock]) {
    let references = ReferenceList(bytes: bytes)
    let notes = TextNotes(bytes)
    var isUnderReferences = false
    for block in blocks {
      if block.isHeading { isUnderReferences = references.isHeading(block) }
      if let pieces = references.pieces(of: block, isUnderHeading: isUnderReferences) {
        for piece in pieces {
          switch piece {
          case .label(let range):
            isUnderReferences = true
            add(.heading(level: 2), range, isReferenceHeading: true)
          case .entry(let range, let marker): add(.reference, range, marker: marker)
          }
        }
        continue
      }
      switch block.shape {
      case .separator:
        leaveOut(block.text, because: .separator)
        followsSeparator = true
      case .heading(let level, let marker):
        add(
          .heading(level: level), block.text, marker: marker,
          isReferenceHeading: isUnderReferences)
        if let underline = block.underline { leaveOut(underline, because: .separator) }
      case .listItem(let marker) where notes.isNote(marker):
        let mark = bytes.string(marker.range.dropFirst().dropLast())
        if notePolicy == .omit {
          leaveOut(marker.range.lowerBound..<block.text.upperBound, because: .note)
        } else {
          add(.note(mark: mark), block.text, marker: marker.range)
        }
      case .listItem(let marker):
        add(.listItem(marker: bytes.string(marker.range)), block.text, marker: marker.range)
      case .paragraph, .quote:
        isUnderReferences = false
        add(block.shape == .quote ? .quote : .paragraph, block.text)
      case .verse:
        isUnderReferences = false
        add(.verse, block.text)
      }
    }
  }

  /// Looks for a feed's boilerplate at the end of the last block and, unless it is to stay, cuts
  /// it off and declares it.
  mutating func takeBoilerplate(
    from blocks: inout [TextBlock], keepsIt: Bool
  ) -> FeedBoilerplate? {
    guard let last = blocks.lastIndex(where: { $0.shape != .separator }), blocks[last].isParagraph
    else { return nil }
    let block = blocks[last]
    // The sentence stands at the end, and is short.
    var tail = max(block.text.lowerBound, block.text.upperBound - 2000)
    while tail < block.text.upperBound, bytes[tail] & 0xC0 == 0x80 { tail += 1 }
    let folded = folder.fold(tail..<block.text.upperBound)
    let runs = RunMap(folded.runs)
    let bytes = bytes
    guard
      let found = FeedBoilerplate(
        endOf: folded.text,
        beginsLine: { offset in
          let before = bytes[runs.source(of: offset..<offset).lowerBound - 1]
          return before == 0x0A || before == 0x0D
        })
    else { return nil }
    guard !keepsIt else { return found }
    let start = runs.source(of: found.range).lowerBound
    leaveOut(start..<block.text.upperBound, because: .feedBoilerplate)
    if found.range.lowerBound == 0, tail == block.text.lowerBound {
      blocks.remove(at: last)
      // What stood before the sentence in its block was nothing that could be spoken.
      omissions += folded.omissions.filter { $0.source.upperBound <= start }
    } else {
      var end = start
      while end > block.text.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] &- 0x09 < 5 {
        end -= 1
      }
      blocks[last].text = block.text.lowerBound..<end
    }
    return found
  }

  /// The text of the heading that a text begins with.
  mutating func firstHeading(of blocks: [TextBlock]) -> String? {
    guard let first = blocks.first(where: { $0.shape != .separator }), first.isHeading else {
      return nil
    }
    return folder.fold(first.text).text
  }

  /// The heading at the start that names the episode and not a part of it.
  var titleHeading: String? {
    guard let first = drafts.first, case .heading = first.passage.kind, !first.isReferenceHeading,
      !HeadingRules.isKnownLabel(LineShape(first.passage.text))
    else { return nil }
    return first.passage.text
  }
}
