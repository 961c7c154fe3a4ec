/// The second packet of an Ogg Opus file, `OpusTags`, edited where it stands.
///
/// RFC 7845, section 5.2: eight letters, a vendor's name, the count of comments, the comments, each
/// text after its 32-bit length. A long one goes through many pages.
struct OpusCommentHeader {
  let file: OutputFile

  /// Writes `new` over the comments `old`, with which the list starts, in every page they touch.
  ///
  /// Both have one length, so that nothing after them moves.
  func replace(_ old: VorbisComments, with new: VorbisComments) throws(AudioWritingError) {
    let action = "write chapters"
    let (old, new) = (old.bytes, new.bytes)
    guard old.count == new.count else {
      throw AudioWritingError(
        path: file.path, action: action,
        cause: .unfit("their titles are not those that were announced"))
    }
    if old == new { return }
    // Bytes of the packet before the page, and before the comments.
    var passed = 0
    var start = 0
    var place = OggPage(file, at: 0)?.end
    repeat {
      guard let position = place, var page = OggPage(file, at: position),
        page.isContinued == (passed > 0)
      else { throw file.error(in: action, else: "libopusenc left a broken header") }
      if passed == 0 { start = try commentStart(in: page) }
      let packet = passed..<passed + page.body.count
      let touched = packet.clamped(to: start..<start + new.count)
      if !touched.isEmpty {
        let part = touched.lowerBound - start..<touched.upperBound - start
        let range = touched.lowerBound - passed..<touched.upperBound - passed
        guard page.bytes[page.body].dropFirst(range.lowerBound).starts(with: old[part]) else {
          throw file.error(in: action, else: "libopusenc left other comments than it was given")
        }
        if old[part] != new[part] {
          page.replace(range, with: new[part])
          try page.write(to: file, action)
        }
      }
      passed = packet.upperBound
      place = page.end
    } while passed < start + new.count
  }

  /// Bytes of the packet before the first comment, told from its first page.
  private func commentStart(in page: OggPage) throws(AudioWritingError) -> Int {
    let body = page.bytes[page.body]
    guard body.count > 12, body.starts(with: "OpusTags".utf8) else {
      throw file.error(in: "write chapters", else: "libopusenc left no comment header")
    }
    let vendor = body.dropFirst(8).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    return 12 + vendor + 4
  }
}
