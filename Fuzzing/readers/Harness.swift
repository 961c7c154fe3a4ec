import Glibc

/// What libFuzzer calls with each document that it thinks of; see `Scripts/fuzz`.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let document = DocumentUnderTest(UnsafeBufferPointer(start: bytes, count: count)) else {
    return 0
  }
  if let fault = document.fault {
    let text = String(decoding: document.bytes, as: UTF8.self).debugDescription
    let report = "\(fault)\nin \(text)\nas \(document.format) with \(document.policies)\n"
    _ = Array(report.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    abort()
  }
  return 0
}
