/// The rows of a measurement, printed as they come, as a table in Markdown.
struct Table {
  private(set) var missed = 0

  /// A floor: at least so much, or at most.
  enum Floor {
    case atLeast(Double)
    case atMost(Double)
    case none
  }

  init(_ title: String) {
    write("\n\(title)\n\n| what | figure | floor | beside it, in the same run | |\n")
    write("| --- | ---: | ---: | --- | --- |\n")
  }

  /// Prints a row, and counts it when its figure misses the floor.
  ///
  /// - Parameters:
  ///   - slowness: By how much the machine is slower than usual right now. A floor that is missed
  ///     but would be held on the usual machine counts as held, and says so.
  ///   - excuse: Why the figure says nothing today; a floor that is missed does not count then.
  mutating func add(
    _ what: String, _ figure: Double?, _ unit: String, _ floor: Floor, beside: String = "",
    slowness: Double = 1, excuse: String? = nil
  ) {
    var (bound, verdict) = ("", "")
    if let figure {
      switch floor {
      case .atLeast(let least):
        bound = "≥ \(Self.short(least)) \(unit)"
        verdict = Self.verdict(figure == least ? 1 : least / figure, slowness)
      case .atMost(let most):
        bound = "≤ \(Self.short(most)) \(unit)"
        verdict = Self.verdict(figure <= most ? 1 : figure / most, slowness)
      case .none: break
      }
    } else {
      verdict = "**could not be measured**"
    }
    if figure != nil, let excuse, verdict.hasPrefix("**") { verdict = "says little: \(excuse)" }
    if verdict.hasPrefix("**") { missed += 1 }
    let said = figure.map { "\(Self.short($0)) \(unit)" } ?? ""
    write("| \(what) | \(said) | \(bound) | \(beside) | \(verdict) |\n")
  }

  private static func verdict(_ excess: Double, _ slowness: Double) -> String {
    if excess <= 1 { return "holds" }
    return excess <= slowness
      ? "holds for a machine that is \(short(slowness)) × slower than usual" : "**missed**"
  }

  /// Three digits, as people write them: `15.2`, `0.54`, `1,240`.
  static func short(_ value: Double) -> String {
    guard value >= 0 else { return value > -0.005 ? "0" : "−" + short(-value) }
    let digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
    let scale = [1.0, 10, 100][digits]
    let whole = Int((value * scale).rounded())
    var number = String(whole / Int(scale))
    if number.utf8.count > 3 {
      number.insert(",", at: number.index(number.endIndex, offsetBy: -3))
    }
    let rest = String(whole % Int(scale))
    guard digits > 0, whole % Int(scale) != 0 else { return number }
    return number + "." + String(repeating: "0", count: digits - rest.utf8.count) + rest
  }
}
