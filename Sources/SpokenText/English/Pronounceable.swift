/// Whether letters can be said as an English word, by the sounds at the start, in the middle and at
/// the end of one.
///
/// Pure shape, no dictionary: a word is an onset, then vowels parted by what a coda and an onset may
/// make together, then a coda.
enum Pronounceable {
  /// `KETAMINE`, `HEALTH`, `PLAYERS`, `ELISA`, not `BDNF`, `IUCN`, `NAACP`, `LGBTQ`.
  ///
  /// From seven letters on hardly anything is an abbreviation, so that only long runs of consonants
  /// or vowels speak against a word.
  static func isWord(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    let isLong = letters.count >= 7
    let longestCluster = letters.count >= 9 ? 5 : 4
    // `McKinley`: what follows is a name.
    let start = letters.count > 4 && byte(letters, 0) == 0x6D && byte(letters, 1) == 0x63 ? 2 : 0
    var cluster = Cluster()
    var (vowels, run) = (0, 0)
    for index in start..<max(start, letters.count) {
      guard isVowel(letters, at: index) else {
        cluster.append(byte(letters, index))
        run = 0
        if cluster.count > 5 { return false }
        continue
      }
      if vowels == 0 {
        guard cluster.isOnset || isLong && cluster.count <= 2 else { return false }
      } else if cluster.count > 0 {
        guard isLong ? cluster.count <= longestCluster : cluster.isMiddle(of: letters.count) else {
          return false
        }
      }
      cluster = Cluster()
      vowels += 1
      run += 1
      guard isVowelRun(run, endingAt: index, of: letters) else { return false }
    }
    guard vowels > 0 else { return false }
    return isLong ? cluster.count <= longestCluster && vowels * 8 >= letters.count : cluster.isCoda
  }

  /// Whether capitals that nobody knows are better said as a word than by their letters.
  ///
  /// Three letters never: `GAO`. Four where vowels and consonants stand as in most acronyms
  /// (`NIDA`, `OPEC`, `GERD`, `SWAT`, `REIT`), not `UCLA`, `APOE`, `NYSE`. Five or more always when
  /// they make a word, unless they begin with the initials of a country: `USAID`, `USPTO`.
  static func isAcronym(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    guard letters.count >= 4, isWord(letters) else { return false }
    if byte(letters, 0) == 0x75, byte(letters, 1) == 0x73, letters.count <= 5 { return false }
    guard letters.count == 4 else { return true }
    var shape = 0
    for index in 0..<4 {
      let isY = byte(letters, index) == 0x79
      shape = shape << 1 | (isVowel(letters, at: index) && (!isY || index == 3) ? 1 : 0)
    }
    switch shape {
    case 0b0101, 0b0100, 0b0010, 0b0110, 0b1010: return true
    default: return false
    }
  }

  private static func byte(_ letters: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
    letters.indices.contains(index) ? ASCII.lowercased(letters[index]) : 0
  }

  private static func isVowelLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }

  /// The `u` of `queen` and the `y` of `player` are consonants.
  private static func isVowel(_ letters: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let letter = byte(letters, index)
    let (before, after) = (byte(letters, index - 1), byte(letters, index + 1))
    switch letter {
    case UInt8(ascii: "u"):
      return before != UInt8(ascii: "q") || !isVowelLetter(after) && after != UInt8(ascii: "y")
    case UInt8(ascii: "y"):
      return index > 0 && !(isVowelLetter(before) && isVowelLetter(after))
    default: return isVowelLetter(letter)
    }
  }

  /// Two vowels together, three in longer words or in `eau`, `iou`, `eou`, `ieu`.
  private static func isVowelRun(
    _ run: Int, endingAt index: Int, of letters: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch run {
    case ...2: return true
    case 3:
      if letters.count >= 6 { return true }
      let middle = byte(letters, index - 1)
      let last = byte(letters, index)
      return last == UInt8(ascii: "u")
        && (middle == UInt8(ascii: "a") || middle == UInt8(ascii: "o")
          || middle == UInt8(ascii: "e"))
    default: return run == 4 && letters.count >= 7
    }
  }
}

/// Consonants side by side, in lower case: up to four in one machine word.
private struct Cluster {
  private var key: UInt32 = 0
  private(set) var count = 0

  mutating func append(_ letter: UInt8) {
    key = key << 8 | UInt32(letter)
    count += 1
  }

  var isOnset: Bool { Self.isOnset(key, count) }
  var isCoda: Bool { Self.isCoda(key, count) }

  /// Whether this is a coda and an onset in a row.
  ///
  /// Three consonants in five letters end in an onset of two: `ULTRA`, not `USPTO`.
  func isMiddle(of length: Int) -> Bool {
    guard count <= 4 else { return false }
    let fewest = length <= 5 && count >= 3 ? 2 : 0
    for tail in stride(from: count, through: fewest, by: -1) {
      let (head, mask) = (count - tail, UInt32.max >> UInt32(32 - 8 * tail))
      let onset = tail == 0 ? 0 : key & mask
      let coda = head == 0 ? 0 : key >> UInt32(8 * tail)
      if Self.isCoda(coda, head),
        Self.isOnset(onset, tail) || tail == 1 || Self.inner.contains(onset)
      {
        return true
      }
    }
    return false
  }

  private static func isOnset(_ key: UInt32, _ count: Int) -> Bool {
    switch count {
    case 0: true
    case 1: key != 0x78 && key != 0x71  // x, q
    case ...4: onsets.contains(key)
    default: false
    }
  }

  private static func isCoda(_ key: UInt32, _ count: Int) -> Bool {
    switch count {
    case 0: true
    case 1: key != 0x6A && key != 0x71  // j, q
    case ...4: codas.contains(key) || key & 0xFF == 0x73 && takesS(key >> 8, count - 1)
    default: false
    }
  }

  /// The `s` of a plural or a verb: `BUGS`, `FUNDS`.
  private static func takesS(_ key: UInt32, _ count: Int) -> Bool {
    count == 1 ? !"jqsxz".utf8.contains(UInt8(truncatingIfNeeded: key)) : codas.contains(key)
  }

  private static let onsets = set(
    """
    bl br ch chl chr cl cr cz dr dw fj fl fr gh gl gn gr kh kl kn kr kw ph phr pl pr ps qu rh sc sch
    schm schn schw scl scr sh shr sk skr sl sm sn sp sph spl spr squ st str sv sw th thr thw tr ts
    tw wh wr zh
    """)

  /// Begins a syllable inside a word alone: the `dl` of `MIDDLE`.
  private static let inner = set("dl tl dn tn")

  private static let codas = set(
    """
    bb bt ch cht ck ct dd dst dth dz ff ft fth gg gh ght gm gn gth hm hn lb lch lcr ld lf lk ll lm
    ln lp lph lpt ls lsh lst lt lth lv lz mb mn mp mph mpt ms nc nce nch nct nd ng ngth nk nkt nn
    ns nt nth nx nz ph pht pt pth rb rc rch rd rf rg rk rl rld rln rm rmth rn rnt rp rph rpt rr rs
    rsh rst rt rth rv rx rz sch sh sht sk sm sp ss st tch th thm tt tz wd wk wl wn ws wt wth x xt
    xth zz
    """)

  private static func set(_ list: String) -> Set<UInt32> {
    Set(
      list.split(whereSeparator: \.isWhitespace).map {
        $0.utf8.reduce(0) { $0 << 8 | UInt32($1) }
      })
  }
}
