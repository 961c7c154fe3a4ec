/// A value together with the layer that gave it.
public struct Setting<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What holds.
  public var value: Value
  /// Who said so.
  public var origin: SettingOrigin

  /// A value from a layer.
  public init(_ value: Value, from origin: SettingOrigin) {
    self.value = value
    self.origin = origin
  }
}

/// The layer that gave a value, the strongest first.
public enum SettingOrigin: Hashable, Sendable, CustomStringConvertible {
  /// An option as it is written: `--rate`.
  case commandLine(option: String)
  /// A line of `narrate.yml`: `shows/narrate.yml:3`.
  case file(place: String)
  /// A line of a voice profile.
  case profile(name: String, place: String)
  /// A variable of the environment.
  case environment(variable: String)
  /// Nobody said anything.
  case standard

  /// As `--dry-run` prints it: `--rate`, `narrate.yml:3`, `default`.
  public var description: String {
    switch self {
    case .commandLine(let option): option
    case .file(let place): place
    case .profile(let name, let place): "voice \(name), \(place)"
    case .environment(let variable): "$\(variable)"
    case .standard: "default"
    }
  }

  /// What a value that this layer gave wrongly ends the run with.
  var status: ExitStatus {
    if case .commandLine = self { .usage } else { .dataError }
  }

  /// `file:line` of a layer that stands in a file.
  var place: String? {
    switch self {
    case .file(let place), .profile(_, let place): place
    case .commandLine, .environment, .standard: nil
    }
  }

  /// This layer at another line of the same file.
  func at(_ place: String) -> SettingOrigin {
    switch self {
    case .file: .file(place: place)
    case .profile(let name, _): .profile(name: name, place: place)
    case .commandLine, .environment, .standard: self
    }
  }
}
