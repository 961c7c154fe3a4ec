import Yams

/// A mapping of a YAML file in its order, every key with its line.
///
/// Values stay text, so that `NO: nitric oxide` and `date: 2025-03-01` mean what they say.
struct YAMLMapping: Hashable, Sendable {
  /// A key with its value.
  struct Entry: Hashable, Sendable {
    var key: String
    /// Line of the key, from 1.
    var line: Int
    var value: Value
  }

  /// What stands behind a key.
  indirect enum Value: Hashable, Sendable {
    /// Text as written, quotes resolved.
    case text(String)
    /// Nothing, `~` or `null`.
    case nothing
    /// A list of texts.
    case list([String])
    case mapping(YAMLMapping)
  }

  /// The file as complaints name it.
  var file: String
  var entries: [Entry]

  /// `file:line` of an entry.
  func place(of entry: Entry) -> String { "\(file):\(entry.line)" }

  /// Reads a file that holds one mapping; an empty file holds an empty one.
  ///
  /// - Throws: ``Failure`` with file and line.
  static func read(_ path: String) throws(Failure) -> YAMLMapping {
    try parse(try TextFile.read(path), file: path)
  }

  /// Reads a text that holds one mapping.
  static func parse(_ text: String, file: String) throws(Failure) -> YAMLMapping {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw syntaxFailure(error, file: file)
    }
    guard let root else { return YAMLMapping(file: file, entries: []) }
    if root.null != nil { return YAMLMapping(file: file, entries: []) }
    guard case .mapping(let mapping) = root else {
      throw Failure(
        .dataError, at: "\(file):\(root.mark?.line ?? 1)", "holds no keys",
        remedy: "write lines such as `voice: narrator`")
    }
    return try read(mapping, file: file)
  }

  private static func read(_ mapping: Node.Mapping, file: String) throws(Failure) -> YAMLMapping {
    var result = YAMLMapping(file: file, entries: [])
    var lines: [String: Int] = [:]
    for (key, value) in mapping {
      let line = key.mark?.line ?? 1
      guard case .scalar(let name) = key else {
        throw Failure(.dataError, at: "\(file):\(line)", "a key must be a word")
      }
      if let first = lines.updateValue(line, forKey: name.string) {
        throw duplicate([name.string], at: "\(file):\(line)", firstLine: first)
      }
      result.entries.append(
        Entry(key: name.string, line: line, value: try read(value, of: name.string, file: file)))
    }
    return result
  }

  private static func read(
    _ node: Node, of key: String, file: String
  ) throws(Failure) -> Value {
    switch node {
    case .scalar(let scalar):
      return node.null != nil ? .nothing : .text(scalar.string)
    case .mapping(let mapping):
      return .mapping(try read(mapping, file: file))
    case .sequence(let sequence):
      var texts: [String] = []
      for item in sequence {
        guard case .scalar(let scalar) = item, item.null == nil else {
          throw Failure(
            .dataError, at: "\(file):\(item.mark?.line ?? 1)",
            "the list of \(key) may hold words only")
        }
        texts.append(scalar.string)
      }
      return .list(texts)
    case .alias:
      throw Failure(.dataError, at: file, "\(key) refers to something that is not there")
    }
  }

  private static func duplicate(
    _ keys: [String], at place: String, firstLine: Int? = nil
  ) -> Failure {
    Failure(
      .dataError, at: place,
      "\(keys.joined(separator: ", ")) stands twice"
        + (firstLine.map { ", first in line \($0)" } ?? ""),
      remedy: "keep one")
  }

  /// What the parser said, with its place.
  private static func syntaxFailure(_ error: any Error, file: String) -> Failure {
    let remedy = "check indentation, colons and quotes there"
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let cause = context.map { " \($0.text)" } ?? ""
      return Failure(
        .dataError, at: "\(file):\(mark.line):\(mark.column)", "is not YAML: \(problem)\(cause)",
        remedy: remedy)
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicate(keys, at: "\(file):\(context.mark.line)")
    case .reader(let problem, let offset, _, let yaml):
      let line = yaml.prefix(offset ?? 0).count { $0.isNewline } + 1
      return Failure(
        .dataError, at: "\(file):\(line)", "is not YAML: \(problem)",
        remedy: "remove the character")
    default:
      return Failure(.dataError, at: file, "is not YAML: \(error)", remedy: remedy)
    }
  }
}
