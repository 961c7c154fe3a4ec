public import Foundation

/// A list of texts that a fuzzer found or reached: a text a line, with `\\xNN` for what cannot be printed.
public enum CorpusList {
  /// The texts of a list; lines that begin with `# ` say nothing.
  public static func texts(in file: URL) -> [[UInt8]] {
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("# ") }.map(unescaped)
  }

  private static func unescaped(_ line: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = line.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), let next = rest.first {
        rest = rest.dropFirst()
        if next == UInt8(ascii: "x"),
          let value = UInt8(String(Substring(rest.prefix(2))), radix: 16)
        {
          bytes.append(value)
          rest = rest.dropFirst(2)
        } else {
          bytes.append(next)
        }
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// Takes a piece out, says it twice, puts a piece of another text in, or changes a byte.
  public static func change(
    _ bytes: inout [UInt8], among texts: [[UInt8]], with generator: inout SeededGenerator
  ) {
    let start = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(bytes.count, start + Int.random(in: 0...12, using: &generator))
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: end)
    case 2:
      let other = texts.randomElement(using: &generator) ?? []
      let from = Int.random(in: 0...other.count, using: &generator)
      let length = Int.random(in: 0...20, using: &generator)
      bytes.replaceSubrange(start..<end, with: other[from...].prefix(length))
    default:
      for index in start..<end where Bool.random(using: &generator) {
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
    }
  }
}
