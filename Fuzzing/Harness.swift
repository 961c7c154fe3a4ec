import Glibc
import SpokenText

/// What libFuzzer calls with each text that it thinks of; see `Scripts/fuzz`.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = TextUnderTest(UnsafeBufferPointer(start: bytes, count: count))
  if let fault = text.fault ?? faultOfCost(of: text) {
    let report = "\(fault)\nin \(text.text.debugDescription)\nwith \(text.settings)\n"
    _ = Array(report.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    abort()
  }
  return 0
}

/// Eight times the text may cost eight times as much; a cost that grows with the square, 64 times.
private func faultOfCost(of text: TextUnderTest) -> String? {
  guard text.isRepeated else { return nil }
  // What else the machine does makes a run longer, never shorter.
  for _ in 0..<3 {
    let (short, long) = (seconds(of: text, untilBytes: 2000), seconds(of: text, untilBytes: 16_000))
    if long < 24 * short + 0.02 { return nil }
  }
  return "the cost grows faster than the text"
}

private func seconds(of text: TextUnderTest, untilBytes count: Int) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  _ = text.said(untilBytes: count)
  return now() - start
}
