/// Functions of mathematics that are written with several letters.
///
/// Columns: written, what is said before "of".
enum FunctionTable {
  static let tsv = """
    sin\tsine
    cos\tcosine
    tan\ttangent
    cot\tcotangent
    sinh\thyperbolic sine
    cosh\thyperbolic cosine
    tanh\thyperbolic tangent
    arcsin\tarc sine
    arccos\tarc cosine
    arctan\tarc tangent
    log\tlog
    ln\tnatural log
    lg\tlog
    exp\texponential
    var\tvariance
    cov\tcovariance
    corr\tcorrelation
    pr\tprobability
    sgn\tsign
    det\tdeterminant
    dim\tdimension
    gcd\tgreatest common divisor
    lcm\tleast common multiple
    sqrt\tsquare root
    max\tmax
    min\tmin
    """

  /// What is said for a function; nil for any other word.
  static func name(_ word: UnsafeBufferPointer<UInt8>) -> String? {
    word.count <= 6 ? names[WordKey(word)] : nil
  }

  private static let names: WordTable<String> = {
    var names: [WordKey: String] = [:]
    for line in tsv.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 2 else { continue }
      names[WordKey(fields[0])] = fields[1]
    }
    return WordTable(names)
  }()

  /// Letters that are used for functions, and so may have an argument in brackets: `f(x)`.
  static func isFunctionLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    // f g h, p q u v x y, E F G H L N O P T V W
    case 0x66...0x68, 0x70, 0x71, 0x75, 0x76, 0x78, 0x79: true
    case 0x45...0x48, 0x4C, 0x4E...0x50, 0x54, 0x56, 0x57: true
    default: GreekLetters.name(of: scalar) != nil
    }
  }
}
