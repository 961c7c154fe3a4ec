/// A word that is said in two ways, where the words beside it show which one is meant and eSpeak NG
/// would say the other: `Have you read it?` → `Have you read it?`, with the phonemes `r'Ed`.
///
/// The word stays as it is written; its pronunciation travels with the edit. Where the words beside
/// it leave a doubt, there is no edit.
struct Homograph: SemioticClass {
  static let kind = Edit.Kind.homograph

  /// Bytes of the word.
  let word: Range<Int>
  let pronunciation: Pronunciation

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Homograph>? {
    guard sentence[start].keys.contains(.homograph), stands(start, in: sentence),
      // By far the most frequent of them, and of no doubt without a "to".
      !sentence.token(start, is: "used") || sentence.token(start + 2, is: "to"),
      let entry = HomographLexicon.entry(for: sentence.bytes.slice(sentence[start].range))
    else { return nil }
    let context = HomographContext(at: start, in: sentence)
    guard let sense = context.sense(of: entry), context.needsEdit(entry, sense) else { return nil }
    let sound = sense == entry.other.sense ? entry.other : entry.first
    return Match(
      Homograph(
        word: sentence[start].range,
        pronunciation: .espeak(sentence.isBritish ? sound.british : sound.american)),
      tokens: start..<start + 1, rule: sense.rule)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say(source: word)
    writer.pronounce(pronunciation)
  }

  /// Whether the word stands by itself: white space, punctuation or a hyphen beside it, nothing that
  /// makes it a part of a name of a file, of `read/write` or of `$use`.
  private static func stands(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let left = sentence[start - 1]
    switch left.kind {
    case .space, .boundary: break
    case .mark:
      switch left.scalar {
      // `"` `'` `(` `*` `[` `_`, dashes, curly quotes, ellipsis.
      case 0x22, 0x27, 0x28, 0x2A, 0x5B, 0x5F, 0x2013, 0x2014, 0x2018, 0x201C, 0x2026: break
      case 0x2D: guard sentence[start - 2].isWord else { return false }
      default: return false
      }
    case .word, .digits, .control: return false
    }
    let right = sentence[start + 1]
    switch right.kind {
    case .space, .boundary: return true
    case .mark:
      switch right.scalar {
      case 0x21, 0x22, 0x27, 0x29, 0x2A, 0x2C, 0x3A, 0x3B, 0x3F, 0x5D, 0x5F, 0x2013, 0x2014, 0x2019,
        0x201D, 0x2026:
        return true
      case 0x2D, 0x2E: return right.scalar == 0x2D || !sentence[start + 2].isWord
      default: return false
      }
    case .word, .digits, .control: return false
    }
  }
}

/// What a homograph may mean, as its two entries in ``HomographTable`` call it.
enum HomographSense: String, Sendable {
  case noun, verb, adjective
  /// A verb that tells what was: `read`, `wound`, `dove`.
  case past
  case present
  /// `used to`, of what was once so or what one is accustomed to.
  case habit
  /// A name, or an adjective made of one: `Polish`, `Nice`.
  case name
  case metal, fish, quarrel, axis, basis, bean, golf, drink, instrument, team, tailor

  var rule: RuleName {
    switch self {
    case .noun: "homograph.noun"
    case .verb: "homograph.verb"
    case .adjective: "homograph.adjective"
    case .past: "homograph.past"
    case .present: "homograph.present"
    case .habit: "homograph.habit"
    case .name: "homograph.name"
    default: "homograph.sense"
    }
  }
}

/// ``HomographTable`` and ``HomographCueTable`` ready to be asked.
enum HomographLexicon {
  struct Sound: Sendable {
    let sense: HomographSense
    let american: String
    let british: String
  }

  /// A line of the table; shared, so that asking for it copies nothing.
  final class Entry: Sendable {
    let word: WordKey
    /// What eSpeak NG says of the word by itself.
    let first: Sound
    let other: Sound
    /// eSpeak NG says the first whatever stands beside it.
    let isFixed: Bool
    /// Ends with the `s` of a plural or a verb.
    let hasEnding: Bool
    let cues: Cues

    init(
      word: String, first: Sound, other: Sound, isFixed: Bool, cues: Cues
    ) {
      self.word = WordKey(word)
      self.first = first
      self.other = other
      self.isFixed = isFixed
      hasEnding = word.hasSuffix("s") && !word.hasSuffix("ss")
      self.cues = cues
    }
  }

  /// Neighbours by which a word has its other sense, or has not.
  struct Cues: Sendable {
    var before = WordSet()
    var after = WordSet()
    var near = WordSet()
    var notBefore = WordSet()
    var notAfter = WordSet()
  }

  static func entry(for word: UnsafeBufferPointer<UInt8>) -> Entry? {
    word.count <= 16 ? entries[WordKey(word)] : nil
  }

  /// How many lines of the table were understood; all of them, as a test sees to.
  static var count: Int { entries.count }

  private static let entries: [WordKey: Entry] = {
    var entries: [WordKey: Entry] = [:]
    for row in HomographTable.tsv.tableRows {
      let fields = row.map(String.init)
      guard fields.count >= 6, let first = HomographSense(rawValue: fields[1]),
        let other = HomographSense(rawValue: fields[4])
      else { continue }
      func sound(_ sense: HomographSense, _ at: Int) -> Sound {
        let british = fields.count > at + 1 && !fields[at + 1].isEmpty ? fields[at + 1] : fields[at]
        return Sound(sense: sense, american: fields[at], british: british)
      }
      let key = WordKey(fields[0])
      entries[key] = Entry(
        word: fields[0], first: sound(first, 2), other: sound(other, 5),
        isFixed: fields.last == "fixed", cues: cues[key] ?? Cues())
    }
    return entries
  }()

  private static let cues: [WordKey: Cues] = {
    var cues: [WordKey: Cues] = [:]
    for fields in HomographCueTable.tsv.tableRows where fields.count == 2 {
      for cue in fields[1].utf8.split(separator: UInt8(ascii: " ")).map(Substring.init) {
        let isNot = cue.first == "!"
        let cue = isNot ? cue.dropFirst() : cue
        let list: WritableKeyPath<Cues, WordSet>
        switch cue.first {
        case "<": list = isNot ? \.notBefore : \.before
        case ">": list = isNot ? \.notAfter : \.after
        default: list = \.near
        }
        cues[WordKey(String(fields[0])), default: Cues()][keyPath: list].insert(
          WordKey(String(cue.dropFirst())))
      }
    }
    return cues
  }()
}
