/// A sign between two quantities: `<` → `is less than`.
enum Relation: Sendable {
  case equal, less, greater, lessOrEqual, greaterOrEqual, about, unequal

  /// The relation at a token, `<=` and `!=` too, and the index after it.
  static func parse(at index: Int, in sentence: TokenizedSentence) -> (Relation, end: Int)? {
    let token = sentence[index]
    guard token.kind == .mark else { return nil }
    let isDouble = sentence[index + 1].isMark("=")
    switch token.scalar {
    case 0x3D: return isDouble || sentence[index + 1].isMark(">") ? nil : (.equal, index + 1)
    case 0x3C:
      // `I <3 you`
      if sentence.token(index + 1, is: "3"), Emoji.recognize(at: index, in: sentence) != nil {
        return nil
      }
      return isDouble ? (.lessOrEqual, index + 2) : (.less, index + 1)
    case 0x3E: return isDouble ? (.greaterOrEqual, index + 2) : (.greater, index + 1)
    case 0x21: return isDouble ? (.unequal, index + 2) : nil
    case 0x2264, 0x2266, 0x2A7D: return (.lessOrEqual, index + 1)
    case 0x2265, 0x2267, 0x2A7E: return (.greaterOrEqual, index + 1)
    case 0x2248, 0x223C, 0x7E, 0x2243, 0x2245: return (.about, index + 1)
    case 0x2260: return (.unequal, index + 1)
    default: return nil
    }
  }

  /// Between two quantities.
  func say(isPlural: Bool, into writer: inout SpokenWriter) {
    switch self {
    case .equal: writer.say(isPlural ? "equal" : "equals")
    case .unequal: writer.say(isPlural ? "do not equal" : "does not equal")
    default:
      writer.say(isPlural ? "are" : "is")
      writer.say(bare)
    }
  }

  /// Before a quantity alone: `≥ 65` → `greater than or equal to sixty-five`.
  var bare: StaticString {
    switch self {
    case .equal: "equals"
    case .unequal: "not equal to"
    case .less: "less than"
    case .greater: "greater than"
    case .lessOrEqual: "less than or equal to"
    case .greaterOrEqual: "greater than or equal to"
    case .about: "about"
    }
  }
}

extension Relation {
  /// Whether it makes sense before a number alone: `≥ 65`.
  var canStandAlone: Bool { self != .equal && self != .unequal }

  /// Whether it compares sizes.
  var isOrder: Bool {
    switch self {
    case .less, .greater, .lessOrEqual, .greaterOrEqual: true
    case .equal, .unequal, .about: false
    }
  }
}
