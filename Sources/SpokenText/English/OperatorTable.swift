/// Signs that have one name wherever they stand.
enum OperatorTable {
  static func name(of scalar: UInt32) -> StaticString? {
    switch scalar {
    case 0x221E: "infinity"
    case 0x221A: "the square root of"
    case 0x221B: "the cube root of"
    case 0x2211: "the sum of"
    case 0x220F: "the product of"
    case 0x222B: "the integral of"
    case 0x2202: "partial"
    case 0x2207: "del"
    case 0x2206: "delta"
    case 0x2192, 0x27F6: "to"
    case 0x2190: "from"
    case 0x2194, 0x21C4, 0x21CC: "to and from"
    case 0x21D2: "implies"
    case 0x21D4: "if and only if"
    case 0x2191: "up"
    case 0x2193: "down"
    case 0x2208: "in"
    case 0x2209: "not in"
    case 0x2229: "intersection"
    case 0x222A: "union"
    case 0x2282, 0x2286: "subset of"
    case 0x2200: "for all"
    case 0x2203: "there exists"
    case 0x2205: "the empty set"
    case 0x2227: "and"
    case 0x2228: "or"
    case 0x2234: "therefore"
    case 0x2235: "because"
    case 0x2261: "is equivalent to"
    case 0x221D: "is proportional to"
    default: nil
    }
  }
}
