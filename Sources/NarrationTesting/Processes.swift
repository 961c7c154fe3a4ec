public import Glibc

/// What `/proc` (proc(5)) tells about processes.
public enum Processes {
  /// Processes with this text among their arguments, those that are only waiting to be reaped left
  /// out.
  public static func withArgument(_ text: String) -> [pid_t] {
    all().filter { pid in
      arguments(of: pid).contains { $0.contains(text) } && isAlive(pid)
    }
  }

  /// Direct children, those that are only waiting to be reaped left out.
  public static func children(of parent: pid_t) -> [pid_t] {
    all().filter { pid in
      guard let stat = stat(of: pid) else { return false }
      return stat.parent == parent && stat.state != "Z"
    }
  }

  /// Whether it runs or sleeps, and does not only wait to be reaped.
  public static func isAlive(_ pid: pid_t) -> Bool {
    guard let state = stat(of: pid)?.state else { return false }
    return state != "Z" && state != "X"
  }

  /// How many descriptors it holds.
  public static func openDescriptors(of pid: pid_t) -> Int { names(in: "/proc/\(pid)/fd").count }

  /// Waits until it holds; false after ten seconds.
  public static func eventually(_ condition: () -> Bool) async -> Bool {
    for _ in 0..<1_000 {
      if condition() { return true }
      try? await Task.sleep(for: .milliseconds(10))
    }
    return condition()
  }

  private static func all() -> [pid_t] { names(in: "/proc").compactMap { pid_t($0) } }

  private static func stat(of pid: pid_t) -> (state: Character, parent: pid_t)? {
    let text = String(decoding: contents(of: "/proc/\(pid)/stat"), as: UTF8.self)
    // The name, in parentheses, may hold anything.
    guard let end = text.lastIndex(of: ")") else { return nil }
    let fields = text[end...].split(separator: " ")
    guard fields.count > 2, let state = fields[1].first, let parent = pid_t(fields[2]) else {
      return nil
    }
    return (state, parent)
  }

  private static func arguments(of pid: pid_t) -> [String] {
    contents(of: "/proc/\(pid)/cmdline").split(separator: 0)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func contents(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
  }
}
