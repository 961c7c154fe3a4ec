extension String {
  /// The lines of a table, each cut at its tabs, empty fields kept.
  ///
  /// Cut at bytes: comparing characters would be most of the time that a first utterance takes.
  var tableRows: [[Substring]] {
    utf8.split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map(Substring.init)
    }
  }
}
