/// A key of `narrate.yml`: what it is called, what it may hold, and how text becomes its value.
///
/// ``all`` is the one list from which files and options are read, layers are laid over each other,
/// plans are printed and the reference page is made.
public struct SettingKey: Sendable {
  /// As it is written; keys within another are joined by a dot: `pauses.sentence`.
  public let name: String
  /// One line for help.
  public let summary: String
  /// What it may hold, in words: `0 to 100`.
  public let values: String
  /// What holds when nobody says otherwise, in words.
  public let standard: String
  /// A value as it is written.
  public let example: String

  /// Where a key's value stands in a layer.
  typealias Path<Value: Hashable & Sendable> =
    any WritableKeyPath<Settings, Setting<Value>?> & Sendable
  typealias Reader =
    @Sendable (YAMLMapping.Value, SettingOrigin, inout Settings) throws(Failure) -> ReadResult
  let reader: Reader
  let copier: @Sendable (Settings, inout Settings) -> Void
  let printer: @Sendable (Settings) -> (text: String, origin: SettingOrigin)?

  /// What came of reading a value.
  enum ReadResult {
    case taken
    /// It is not what the key may hold; perhaps a word near it is.
    case refused(nearest: String?)
  }

  /// A key that stands at `path` and is read from one text.
  init<Value>(
    _ name: String, _ path: Path<Value>,
    _ summary: String, values: String, standard: String, example: String,
    words: [String] = [], show: @escaping @Sendable (Value) -> String = { "\($0)" },
    parse: @escaping @Sendable (String) -> Value?
  ) {
    self.init(
      name, path, summary, values: values, standard: standard, example: example, show: show
    ) { value, origin, settings in
      guard case .text(let text) = value, let parsed = parse(text) else {
        guard case .text(let text) = value else { return .refused(nearest: nil) }
        return .refused(nearest: NearestName.of(text, in: words))
      }
      settings[keyPath: path] = Setting(parsed, from: origin)
      return .taken
    }
  }

  /// A key that stands at `path` and is read in its own way.
  init<Value>(
    _ name: String, _ path: Path<Value>,
    _ summary: String, values: String, standard: String, example: String,
    show: @escaping @Sendable (Value) -> String, reader: @escaping Reader
  ) {
    self.name = name
    self.summary = summary
    self.values = values
    self.standard = standard
    self.example = example
    self.reader = reader
    copier = { $1[keyPath: path] = $0[keyPath: path] }
    printer = { $0[keyPath: path].map { (show($0.value), $0.origin) } }
  }

  /// Whether a layer says nothing about this key.
  func isSilent(in settings: Settings) -> Bool { printer(settings) == nil }

  /// Takes over what another layer says.
  func copy(from other: Settings, to settings: inout Settings) { copier(other, &settings) }

  /// What a layer says, as text, and who said it.
  public func text(in settings: Settings) -> (text: String, origin: SettingOrigin)? {
    printer(settings)
  }

  /// Reads a value, or says what it may be.
  func read(
    _ value: YAMLMapping.Value, called label: String, from origin: SettingOrigin,
    into settings: inout Settings
  ) throws(Failure) {
    guard case .refused(let nearest) = try reader(value, origin, &settings) else { return }
    let what =
      switch value {
      case .text(""), .nothing: "\(label) has no value"
      case .text(let text): "\(label) cannot be `\(text)`"
      case .list: "\(label) cannot be a list"
      case .mapping: "\(label) cannot have keys of its own"
      }
    let guess = nearest.map { "did you mean `\($0)`? " } ?? ""
    throw Failure(
      origin.status, at: origin.place, what, remedy: "\(guess)it takes \(values)")
  }

  /// The key with this name, or a failure that names the nearest.
  static func named(
    _ name: String, among keys: [SettingKey], at place: String?, status: ExitStatus
  ) throws(Failure) -> SettingKey {
    if let key = keys.first(where: { $0.name == name }) { return key }
    throw unknown(name, among: keys.map(\.name), at: place, status: status)
  }

  /// What is told of a key that does not exist.
  static func unknown(
    _ name: String, among names: [String], at place: String?, status: ExitStatus = .dataError
  ) -> Failure {
    let remedy =
      NearestName.of(name, in: names).map { "did you mean `\($0)`?" }
      ?? "the keys are \(names.joined(separator: ", "))"
    return Failure(status, at: place, "unknown key `\(name)`", remedy: remedy)
  }
}
