/// Whether capitals can be said as an English word.
enum Pronounceable {
  /// Five letters or more with a vowel in every syllable and no cluster that English lacks at the
  /// start or the end of a word: `KETAMINE`, `ELISA`, not `BDNF`, `IUCN`, `NAACP`.
  ///
  /// Shorter ones are judged by the caller; `OPEC` passes here too.
  static func isWord(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    var clusters: [ArraySlice<UInt8>] = []
    let lower = letters.map(ASCII.lowercased)
    var start = 0
    var vowels = 0
    var vowelRun = 0
    for (index, letter) in lower.enumerated() {
      if isVowel(letter, at: index) {
        clusters.append(lower[start..<index])
        start = index + 1
        vowels += 1
        vowelRun += 1
        // `SERIOUS`, `PLAYING`
        if vowelRun > (lower.count > 5 ? 3 : 2) { return false }
      } else {
        vowelRun = 0
      }
    }
    clusters.append(lower[start...])
    guard vowels > 0, let first = clusters.first, let last = clusters.last else { return false }
    guard isOnset(first), isCoda(last) else { return false }
    return clusters.dropFirst().dropLast().allSatisfy { cluster in
      (0...cluster.count).contains { split in
        isCoda(cluster.prefix(split)) && isOnset(cluster.dropFirst(split))
      }
    }
  }

  private static func isVowel(_ letter: UInt8, at index: Int) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    case UInt8(ascii: "y"): index > 0
    default: false
    }
  }

  private static func isOnset(_ cluster: ArraySlice<UInt8>) -> Bool {
    cluster.isEmpty
      || (cluster.count == 1 && cluster.first != UInt8(ascii: "x"))
      || onsets.contains(Array(cluster))
  }

  private static func isCoda(_ cluster: ArraySlice<UInt8>) -> Bool {
    cluster.isEmpty
      || (cluster.count == 1 && cluster.first != UInt8(ascii: "j")
        && cluster.first != UInt8(ascii: "q"))
      || codas.contains(Array(cluster)) || isPlural(cluster)
  }

  /// `nds`, `rms`: a coda and the `s` of a plural or a verb.
  private static func isPlural(_ cluster: ArraySlice<UInt8>) -> Bool {
    cluster.last == UInt8(ascii: "s") && cluster.count > 1
      && codas.contains(Array(cluster.dropLast()))
  }

  private static let onsets = set(
    """
    bl br ch chr cl cr dr dw fl fr gl gr kl kn kr ph phr pl pr ps qu rh sc sch scr sh shr sk sl sm
    sn sp spl spr squ st str sw th thr tr tw wh wr
    """)

  private static let codas = set(
    """
    ch ck ct ft gh ght lch ld lf lk ll lm lp ls lt mb mp mpt ms nc nce nch nd ng nk nn ns nt nth nts
    ph pt rb rc rch rd rf rg rk rl rm rn rp rs rsh rst rt rth sh sk sm sp ss st tch th ts tt wd wl wn ws
    x xt zz ds cks gs ks ps rds lls ff
    """)

  private static func set(_ list: String) -> Set<[UInt8]> {
    Set(list.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
  }
}
