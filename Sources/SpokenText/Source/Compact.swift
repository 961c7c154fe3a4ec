/// A range of bytes or tokens in half the room: a text holds fewer than two thousand million.
///
/// Values of numbers hold several ranges and are handed from rule to rule, so their size is time.
@propertyWrapper
struct Compact: Hashable, Sendable {
  private var lower: Int32
  private var upper: Int32

  init(wrappedValue range: Range<Int>) {
    lower = Int32(truncatingIfNeeded: range.lowerBound)
    upper = Int32(truncatingIfNeeded: range.upperBound)
  }

  var wrappedValue: Range<Int> {
    @inline(__always) get { Range(uncheckedBounds: (Int(lower), Int(upper))) }
    @inline(__always) set { self = Compact(wrappedValue: newValue) }
  }
}
