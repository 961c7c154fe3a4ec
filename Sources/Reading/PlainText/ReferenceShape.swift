/// What a text shows of being an entry of a reference list.
///
/// `Boese, M., & Choi, K. (2025). Fear extinction. Neuron, 19, 15–20. https://doi.org/10.1/x`,
/// `Boese M, Choi K. Fear extinction. Neuron. 2025;19:15-20.`
struct ReferenceShape {
  private let bytes: [UInt8]

  /// Looks at the first 1,500 bytes; no entry is longer.
  init(_ text: String) { bytes = Array(text.utf8.prefix(1500)) }

  /// Whether it is an entry by its own shape: an author at the start, a year, and what only
  /// entries have (an identifier, a volume, pages).
  var isEntry: Bool {
    guard startsWithAuthor else { return false }
    if hasVancouverYear { return true }
    guard let year = parenthesizedYear, year < 500 else {
      return hasYear && (has("vol.") || has("pp.") || has("no.")) && hasIdentifier
    }
    return hasIdentifier || hasVolume || has("pp.") || has("press") || has("journal")
  }

  /// Whether it may be an entry under a heading that says so: a year or an identifier is enough.
  var mayBeEntry: Bool { hasYear || hasIdentifier }

  /// Whether an entry begins here, when more stand in one paragraph.
  var startsWithAuthorAndYear: Bool {
    startsWithAuthor && (parenthesizedYear.map { $0 < 400 } ?? false || hasVancouverYear)
  }

  private var hasIdentifier: Bool {
    has("doi.org/") || has("doi:") || has("http://") || has("https://") || has("pmid")
      || has("isbn")
      || has("arxiv")
  }

  // MARK: Authors

  /// `Boese, M.`, `van der Kolk, B. A.`, `Boese M,`, `World Health Organization. (2020)`.
  private var startsWithAuthor: Bool {
    guard let first = bytes.first, isUpper(first) || first >= 0xC3 || isParticle else {
      return false
    }
    let head = bytes.prefix(120)
    for (index, byte) in head.enumerated() {
      if byte == UInt8(ascii: ","), at(index + 1) == 0x20, isUpper(at(index + 2)) {
        let mark = at(index + 3)
        return mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-")
          || startsWithFullNames(from: index + 2)
      }
      // Vancouver: one to three capitals after the surname, then a comma or a full stop.
      if byte == 0x20, index > 1, isUpper(at(index + 1)) {
        var end = index + 1
        while isUpper(at(end)) { end += 1 }
        if end - index <= 4, at(end) == UInt8(ascii: ",") || at(end) == UInt8(ascii: "."),
          at(end + 1) == 0x20, isLower(at(index - 1))
        {
          return true
        }
      }
      if byte == UInt8(ascii: "(") { return isYear(at: index + 1) && at(index - 2) == 0x2E }
      if byte == UInt8(ascii: ".") {
        // `Boese et al. (2025) found` is a sentence.
        return at(index + 1) == 0x20 && at(index + 2) == 0x28 && !follows("et al", index - 5)
      }
    }
    return false
  }

  private var isParticle: Bool {
    ["van ", "von ", "de ", "der ", "den ", "di ", "da ", "del ", "la ", "le ", "ten "]
      .contains { bytes.starts(with: $0.utf8) }
  }

  /// `Boese, Martin, and Kim Choi. 2025.`: a full first name, and a year soon after.
  private func startsWithFullNames(from index: Int) -> Bool {
    var end = index + 1
    while isLower(at(end)) { end += 1 }
    guard end - index > 1, at(end) == 0x2C || at(end) == 0x2E || at(end) == 0x20 else {
      return false
    }
    return (end..<min(end + 160, bytes.count)).contains { offset in
      isYear(at: offset) && (at(offset - 1) == 0x28 || at(offset - 2) == 0x2E)
    }
  }

  // MARK: Years and volumes

  /// Where `(2025`, `(in press` or `(n.d.` begins.
  private var parenthesizedYear: Int? {
    bytes.indices.first { index in
      bytes[index] == UInt8(ascii: "(")
        && (isYear(at: index + 1) || follows("in press", index + 1) || follows("n.d.", index + 1))
    }
  }

  private var hasYear: Bool {
    bytes.indices.contains { isYear(at: $0) && !isDigit(at($0 - 1)) && !isDigit(at($0 + 4)) }
  }

  /// `2025;19` or `2025 Mar;19`.
  private var hasVancouverYear: Bool {
    bytes.indices.contains { index in
      guard isYear(at: index), !isDigit(at(index - 1)) else { return false }
      var end = index + 4
      while end < index + 12, at(end) != 0x3B {
        guard at(end) == 0x20 || isUpper(at(end)) || isLower(at(end)) || isDigit(at(end)) else {
          return false
        }
        end += 1
      }
      return at(end) == 0x3B
    }
  }

  /// `, 19(2)`, `, 19, 154`, or pages `15–20`.
  private var hasVolume: Bool {
    bytes.indices.contains { index in
      guard isDigit(bytes[index]) else { return false }
      let next = at(index + 1)
      if next == UInt8(ascii: "(") && isDigit(at(index + 2)) { return true }
      if next == 0x2C && at(index + 2) == 0x20 && isDigit(at(index + 3)) { return true }
      if next == 0x2D && isDigit(at(index + 2)) { return true }
      return next == 0xE2 && at(index + 2) == 0x80 && at(index + 3) == 0x93
        && isDigit(at(index + 4))
    }
  }

  private func isYear(at index: Int) -> Bool {
    guard isDigit(at(index + 2)), isDigit(at(index + 3)), !isDigit(at(index + 4)) else {
      return false
    }
    return at(index) == 0x31 && at(index + 1) >= 0x35 && at(index + 1) <= 0x39
      || at(index) == 0x32 && at(index + 1) == 0x30
  }

  // MARK: Bytes

  private func at(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }
  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte >= 0x80 }

  /// Whether lower-case ASCII stands somewhere, in any case.
  private func has(_ pattern: String) -> Bool {
    bytes.indices.contains { follows(pattern, $0) }
  }

  private func follows(_ pattern: String, _ index: Int) -> Bool {
    var index = index
    for byte in pattern.utf8 {
      let other = at(index)
      guard other == byte || isUpper(other) && other | 0x20 == byte else { return false }
      index += 1
    }
    return true
  }
}
