import SpeechWorker

/// Words as the text that eSpeak NG is given, with the place of each word in it.
///
/// `[Vitamin, A (letter name) .]` → `Vitamin [['eI]].`, words at 1..<8 and 9..<17.
///
/// Words that stand out are surrounded by commands of ours, U+0001 with a number and a letter
/// (espeak-ng/docs/markup.md): pitch `P`, rate `S`, volume `A`. They change no word beside them and
/// leave the melody of the phrase whole, which parameters set between two calls would not. What a
/// text leaves set, the parameters of the next one set back.
struct EspeakText {
  /// A word in the text.
  struct Word: Hashable {
    /// Its code points, counted from 1 as eSpeak NG's events count them, mark not included; with the
    /// commands before it, to which eSpeak NG gives the time of the word.
    var position: Range<Int>
    /// Its letters and digits, by which the time of words spoken as one is divided.
    var weight: Int
  }

  private(set) var utf8: [UInt8] = []
  private(set) var words: [Word] = []
  /// Whether `[[` in the text begins phonemes.
  private(set) var holdsPhonemes = false
  private var length = 0

  /// Bytes without white space after which a comma is put.
  ///
  /// eSpeak NG keeps a word in 160 bytes, and the letters of a dotted abbreviation, which it follows
  /// through spaces, in 80; it does not always look whether they fit. A comma that stands alone
  /// ends the clause and so both; one that follows a dot does not.
  private static let longestRun = 100

  /// Text with this many bytes holds no commands.
  ///
  /// eSpeak NG reads clauses of up to 800 bytes, and could cut a longer one inside a command, of
  /// which the rest would be spoken.
  private static let longestWithCommands = 700
  /// Bytes of the commands before and behind a word.
  private static let commandLength = 40

  /// Makes the text of words.
  ///
  /// - Parameters:
  ///   - isEnglish: Whether the voice speaks English.
  ///   - prosody: That of the words that do not stand out.
  ///   - goesOn: Whether a phrase goes on after these words, so that no voice may fall.
  init(
    _ units: [SpeechUnit.Word], isEnglish: Bool, prosody: Prosody = Prosody(), goesOn: Bool = false
  ) {
    words.reserveCapacity(units.count)
    let holdsCommands = Self.canHoldCommands(units)
    var current = ProsodyChange.nothing
    for (index, unit) in units.enumerated() {
      if index > 0 { put(" ") }
      let start = length + 1
      let change = holdsCommands ? unit.change ?? .nothing : .nothing
      if change != current {
        putCommands(from: prosody.changed(by: current), to: prosody.changed(by: change))
        current = change
      }
      if let phonemes = Phonemes.of(unit, endsRun: Self.endsRun(units, index), isEnglish) {
        holdsPhonemes = true
        put("[[")
        for byte in phonemes.utf8 { put(Unicode.Scalar(byte)) }
        put("]]")
      } else {
        spell(unit.text)
      }
      words.append(Word(position: start..<length + 1, weight: OnsetShares.weight(unit.text)))
      if let mark = unit.mark.unicodeScalars.first, ",;:.?!".unicodeScalars.contains(mark) {
        if utf8.last == UInt8(ascii: ".") { put(" ") }
        put(mark)
      } else if goesOn, index == units.count - 1 {
        put(" ,")
      }
    }
  }

  private static func canHoldCommands(_ words: [SpeechUnit.Word]) -> Bool {
    guard words.contains(where: { $0.change != nil }) else { return false }
    let length = words.reduce(0) {
      $0 + $1.text.utf8.count + 2 + ($1.change == nil ? 0 : commandLength)
    }
    return length <= longestWithCommands
  }

  private mutating func putCommands(from old: Prosody, to new: Prosody) {
    let start = length
    if new.pitch != old.pitch { put("\u{1}\(new.pitch)P") }
    if new.wordsPerMinute != old.wordsPerMinute { put("\u{1}\(new.wordsPerMinute)S") }
    if new.volume != old.volume { put("\u{1}\(new.volume)A") }
    // Without a space the event of the next word would be placed into this one.
    if length > start { put(" ") }
  }

  /// Whether the letters that are named one after the other end with this one.
  private static func endsRun(_ words: [SpeechUnit.Word], _ index: Int) -> Bool {
    guard words[index].mark.isEmpty, index + 1 < words.count else { return true }
    return words[index + 1].pronunciation != .letterName
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    length += 1
  }

  private mutating func put(_ text: String) { text.unicodeScalars.forEach { put($0) } }

  /// Puts a word of the user's: nothing in it is a command to eSpeak NG.
  private mutating func spell(_ text: String) {
    var run = 0
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars where !Self.isCommand(scalar) {
      let isSpace = scalar.properties.isWhitespace
      if !isSpace, run + UTF8.width(scalar) > Self.longestRun {
        put(" , ")
        run = 0
      } else if scalar == "[", previous == "[" {
        // Two brackets would begin phonemes.
        put(" ")
        run = 0
      }
      put(isSpace ? " " : scalar)
      run = isSpace ? 0 : run + UTF8.width(scalar)
      previous = scalar
    }
  }

  /// Controls, of which U+0001 begins a command to eSpeak NG also in plain text and U+0002
  /// phonemes, and two code points by which it marks emphasis and breaks inside a clause.
  private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
    let isSpace = scalar.properties.isWhitespace
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: return !isSpace
    case 0x530, 0x557: return true
    default: return false
    }
  }
}
