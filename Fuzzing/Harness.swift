import Glibc
import SpokenText

/// What libFuzzer calls with each text that it thinks of; see `Scripts/fuzz`.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = TextUnderTest(UnsafeBufferPointer(start: bytes, count: count))
  if let fault = text.fault {
    let report = "\(fault)\nin \(text.text.debugDescription)\nwith \(text.settings)\n"
    _ = Array(report.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    abort()
  }
  return 0
}
