internal import Foundation
internal import Narration

/// A speaker's name as names are compared: case folded, in composed form, white space folded.
///
/// `" Ada  LOVELACE "` and `"Ada Lovelace"` are one name, and so are `"Noël"` with one code point
/// for its letter and with two, and `"Strauß"` and `"STRAUSS"`.
struct SpeakerName: Hashable, Sendable {
  /// The name by which others are compared.
  let folded: String

  /// Folds a name as a text or a file writes it.
  init(_ name: String) {
    // Upper case before lower takes the letters that lower case alone keeps apart: ß, ς, ı.
    folded = name.onOneLine.uppercased().lowercased().precomposedStringWithCanonicalMapping
  }

  /// The same number for the same name in every process and release: FNV-1a of its UTF-8 in 64
  /// bit, folded to 32 so that every bit decides about a small remainder
  /// (draft-eastlake-fnv-17, sections 2 and 3).
  var hash: UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in folded.utf8 {
      hash ^= UInt64(byte)
      hash &*= 0x100_0000_01b3
    }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
