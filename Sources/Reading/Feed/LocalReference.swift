internal import Glibc
internal import Narration

/// A file beside the input that the input refers to by a relative path inside its folder.
///
/// `transcripts/7.vtt` → that file in the feed's folder; nil for an address of the network, a path that
/// is absolute or climbs with `..`, a link that leads out of the folder, and what is no plain file.
enum LocalReference {
  /// The folder of an input that is a plain file; nil for all else.
  static func folder(ofInput path: String) -> String? {
    guard isPlainFile(path) else { return nil }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether an address leads elsewhere than to a file: it has a scheme, or a host.
  static func isRemote(_ address: String) -> Bool {
    if address.hasPrefix("//") { return true }
    let head = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return head.contains(":")
  }

  /// The path of the file that an address leads to.
  static func path(_ address: String, in folder: String) -> String? {
    let address = address.onOneLine
    guard !isRemote(address) else { return nil }
    let bare = address.prefix { $0 != "?" && $0 != "#" }
    guard let relative = decoded(bare), !relative.isEmpty, !relative.utf8.contains(0),
      relative.first != "/", !relative.contains("\\"),
      !relative.split(separator: "/").contains("..")
    else { return nil }
    let path =
      switch folder {
      case ".": relative
      case "/": "/" + relative
      default: folder + "/" + relative
      }
    guard let real = resolved(path), let root = resolved(folder), isPlainFile(real),
      root == "/" || real.hasPrefix(root + "/")
    else { return nil }
    return path
  }

  /// With `%20` and the like resolved; nil when that is no UTF-8.
  private static func decoded(_ address: Substring) -> String? {
    String(validating: PercentEscapes.bytes(of: address), as: UTF8.self)
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  private static func isPlainFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
