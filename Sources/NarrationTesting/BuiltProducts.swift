import Glibc

/// The executables that are built beside the tests.
public enum BuiltProducts {
  /// The path of an executable of this package, such as `fake-voice`.
  public static func path(of executable: String) -> String { "\(folder)/\(executable)" }

  /// The folder that holds the running test bundle.
  private static let folder: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(decoding: buffer.prefix(max(0, count)).map(UInt8.init), as: UTF8.self)
    return String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
  }()
}
