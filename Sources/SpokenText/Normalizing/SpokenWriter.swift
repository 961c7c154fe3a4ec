/// Collects the spoken text of a passage and the edits that led to it.
///
/// Words said one after the other are parted by a space; marks attach to the word before them.
/// Source text between two edits is copied as it stands, when the next edit begins. Where a mark
/// must attach to a word, or nothing is said before punctuation, the edit takes in the white space
/// on its left, so that copied text stays exactly what the source holds.
struct SpokenWriter {
  private let source: SourceBytes
  private(set) var spoken: [UInt8] = []
  private(set) var edits: [Edit] = []
  /// Carried from passage to passage; initialisms read and extend it.
  var context: Context
  let isBritish: Bool
  /// Has its readings for words that are said as they stand, too.
  var lexicon = Lexicon()

  /// Source bytes up to here are copied or edited.
  private(set) var position = 0
  /// The current edit's first bytes in both texts.
  private var editSource = 0
  private var editSpoken = 0
  /// Nothing left of this byte of the spoken text belongs to the current sentence.
  private var sentenceFloor = 0
  private var children: [Edit] = []
  private var pronunciation: Pronunciation?

  init(source: SourceBytes, context: Context, isBritish: Bool) {
    self.source = source
    self.context = context
    self.isBritish = isBritish
    spoken.reserveCapacity(source.count + source.count / 4)
    edits.reserveCapacity(min(source.count / 32, 64))
  }

  // MARK: Saying

  /// Says words of the program; a space goes before them unless one is there.
  mutating func say(_ words: StaticString) {
    separate()
    append(words)
  }

  /// Says words that come from the document or from a table.
  mutating func say(_ words: String) {
    guard !words.isEmpty else { return }
    separate()
    spoken.append(contentsOf: words.utf8)
  }

  /// Says bytes of the source inside an edit as they stand, or as the lexicon has them.
  mutating func say(source range: Range<Int>) {
    if let index = lexicon.index, let number = index.reading(of: range, in: source) {
      say(index.readings[number], for: range)
    } else {
      say(plain: range)
    }
  }

  /// Says bytes of the source as they stand, inside an edit; the place of each stays known.
  mutating func say(plain range: Range<Int>) {
    guard !range.isEmpty else { return }
    separate()
    let start = spoken.count
    spoken.append(contentsOf: source.slice(range))
    children.append(
      Edit(source: range, spoken: start..<spoken.count, kind: .kept, rule: "kept"))
  }

  /// Says what a lexicon has for bytes of the source, each word with its sound.
  mutating func say(_ reading: LexiconReading, for range: Range<Int>) {
    let written = source.words(in: range)
    var words =
      reading.spoken.map { $0.split(separator: " ").map { Array($0.utf8) } }
      ?? written.map { Array(source.slice($0)) }
    let hasSoundEach = reading.sounds.count == words.count
    if !reading.sounds.isEmpty, !hasSoundEach { words = [Array(words.joined(separator: [0x2D]))] }
    let isAligned = words.count == written.count
    // Words that sound as they are spelled stand for all of it together.
    if reading.sounds.isEmpty, !isAligned { words = [Array(words.joined(separator: [0x20]))] }
    for (index, word) in words.enumerated() where !word.isEmpty {
      separate()
      let start = spoken.count
      spoken.append(contentsOf: word)
      let place =
        isAligned ? written[index] : index == 0 ? range : range.upperBound..<range.upperBound
      children.append(
        Edit(
          source: place, spoken: start..<spoken.count, kind: .glossary, rule: "lexicon.word",
          pronunciation: index < reading.sounds.count ? reading.sounds[index] : nil))
    }
  }

  /// Adds to the last word without a space: `twenty` → `twenty-five`, `rat` → `rats`.
  mutating func attach(_ ending: StaticString) { append(ending) }

  /// Adds words of a table to the last word without a space.
  mutating func attach(_ ending: String) { spoken.append(contentsOf: ending.utf8) }

  /// Makes a plural of the last word: `sixteen` → `sixteens`, `twenty` → `twenties`, `six` →
  /// `sixes`.
  mutating func attachPlural() {
    switch spoken.last {
    case UInt8(ascii: "y"):
      spoken.removeLast()
      attach("ies")
    case UInt8(ascii: "x"): attach("es")
    default: attach("s")
    }
  }

  /// Adds bytes of the source to the last word without a space: `Henry IV’s` → `the fourth’s`.
  mutating func attach(source range: Range<Int>) {
    guard !range.isEmpty else { return }
    let start = spoken.count
    spoken.append(contentsOf: source.slice(range))
    children.append(
      Edit(source: range, spoken: start..<spoken.count, kind: .kept, rule: "kept"))
  }

  /// Declares that a part of the current match is not said, by policy.
  mutating func omit(_ range: Range<Int>, rule: RuleName) {
    guard !range.isEmpty else { return }
    children.append(
      Edit(source: range, spoken: spoken.count..<spoken.count, kind: .omission, rule: rule))
  }

  /// Says each ASCII letter of a range by its name, as a word of its own: `PTSD` → `P T S D`.
  mutating func spell(source range: Range<Int>) {
    for byte in source.slice(range) where ASCII.isLetter(byte) {
      separate()
      spoken.append(byte & 0xDF)
    }
  }

  /// Puts a phrasing mark behind the last word of the sentence.
  ///
  /// A mark that is there already stays; the stronger of two in one edit wins. Before the first
  /// word nothing is marked.
  mutating func mark(_ mark: PhrasingMark) {
    guard let byte = mark.rawValue.utf8.first else { return }
    takeInSpace()
    guard spoken.count > sentenceFloor, let last = spoken.last, !ASCII.isSpace(last) else { return }
    guard let standing = PhrasingMark(byte: last) else {
      spoken.append(byte)
      return
    }
    if mark.strength > standing.strength, spoken.count > editSpoken {
      spoken[spoken.count - 1] = byte
    }
  }

  /// One space, unless one is there.
  mutating func space() {
    if spoken.count > sentenceFloor, let last = spoken.last, !ASCII.isSpace(last) {
      spoken.append(0x20)
    }
  }

  /// How the words of this edit are to be said.
  mutating func pronounce(_ pronunciation: Pronunciation) { self.pronunciation = pronunciation }

  private mutating func append(_ words: StaticString) {
    spoken.append(
      contentsOf: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }

  /// A space before the next word, unless there is one, or a hyphen ties the word to its left.
  private mutating func separate() {
    guard spoken.count > sentenceFloor, let last = spoken.last else { return }
    if ASCII.isSpace(last) || last == UInt8(ascii: "-") || last == UInt8(ascii: "'") { return }
    spoken.append(0x20)
  }

  /// Drops white space from the end of the sentence so far; what was copied becomes part of the
  /// current edit, what an edit before this one had added for parting goes.
  private mutating func takeInSpace() {
    while spoken.count > sentenceFloor, let last = spoken.last, ASCII.isSpace(last) {
      if spoken.count == editSpoken {
        if let before = edits.last, before.spoken.upperBound == editSpoken {
          guard !before.spoken.isEmpty else { return }
          edits[edits.count - 1].spoken = before.spoken.lowerBound..<(editSpoken - 1)
        } else {
          guard ASCII.isSpace(source[editSource - 1]) else { return }
          editSource -= 1
        }
        editSpoken -= 1
      }
      spoken.removeLast()
    }
  }

  // MARK: Edits

  /// Says a whole match as one edit of the text.
  mutating func write<Class>(_ match: Match<Class>, in sentence: TokenizedSentence) {
    let range = sentence.bytes(of: match.tokens)
    copy(upTo: range.lowerBound)
    editSource = range.lowerBound
    editSpoken = spoken.count
    children = []
    pronunciation = nil
    match.value.verbalize(into: &self, in: sentence)
    if !match.isTight { part(from: sentence[match.tokens.upperBound]) }
    // White space that was taken back may have lain behind the last parts.
    for index in children.indices.reversed() where !children[index].endsBefore(spoken.count) {
      children[index].cut(to: spoken.count)
    }
    // Before the first word of a sentence no white space is left over.
    let next = sentence[match.tokens.upperBound]
    position = spoken.count == sentenceFloor && next.isSpace ? Int(next.end) : range.upperBound
    edits.append(
      Edit(
        source: editSource..<position, spoken: editSpoken..<spoken.count, kind: match.kind,
        rule: match.rule, pronunciation: pronunciation, children: children))
  }

  /// Says a part of the current match as an edit inside it.
  mutating func nested<Class>(_ match: Match<Class>, in sentence: TokenizedSentence) {
    let outer = (children, pronunciation)
    children = []
    pronunciation = nil
    separate()
    let start = spoken.count
    match.value.verbalize(into: &self, in: sentence)
    let child = Edit(
      source: sentence.bytes(of: match.tokens), spoken: min(start, spoken.count)..<spoken.count,
      kind: match.kind, rule: match.rule, pronunciation: pronunciation, children: children)
    (children, pronunciation) = outer
    children.append(child)
  }

  /// Declares a part of the current match as left out on purpose.
  mutating func omit(_ tokens: Range<Int>, in sentence: TokenizedSentence, rule: RuleName) {
    omit(sentence.bytes(of: tokens), rule: rule)
  }

  /// Begins a sentence: marks never attach to what was said before it.
  ///
  /// Where the space between two sentences was forgotten, as in `The end.It began`, one is said.
  mutating func beginSentence(at offset: Int) {
    copy(upTo: offset)
    if let last = spoken.last, PhrasingMark(byte: last) != nil {
      spoken.append(0x20)
      edits.append(
        Edit(
          source: offset..<offset, spoken: spoken.count - 1..<spoken.count, kind: .phrasing,
          rule: "phrasing.spacing"))
    }
    sentenceFloor = spoken.count
  }

  /// Copies the source up to an offset as it stands.
  mutating func copy(upTo offset: Int) {
    guard offset > position else { return }
    spoken.append(contentsOf: source.slice(position..<offset))
    position = offset
  }

  /// Parts the words of an edit from what follows: a word that touches it gets a space, and an
  /// edit that says nothing leaves none before punctuation.
  private mutating func part(from next: Token) {
    guard let last = spoken.last, spoken.count > sentenceFloor else { return }
    let isSilent = spoken.count == editSpoken
    switch next.kind {
    case .word, .digits:
      if !ASCII.isSpace(last), last != UInt8(ascii: "-"), last != UInt8(ascii: "'") {
        spoken.append(0x20)
      }
    case .space, .boundary:
      if isSilent { takeInSpace() }
    case .mark:
      if isSilent, next.scalar < 0x80, PhrasingMark(byte: UInt8(next.scalar)) != nil {
        takeInSpace()
      }
    case .control:
      break
    }
  }
}

extension Edit {
  fileprivate func endsBefore(_ end: Int) -> Bool { spoken.upperBound <= end }

  /// Takes back spoken bytes from an end on, in the parts too.
  fileprivate mutating func cut(to end: Int) {
    spoken = min(spoken.lowerBound, end)..<min(spoken.upperBound, end)
    for index in children.indices { children[index].cut(to: end) }
  }
}
