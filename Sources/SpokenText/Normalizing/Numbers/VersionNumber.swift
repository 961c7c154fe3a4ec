/// Numbers joined by points: `2.0.1` → `two point zero point one`, `v2` → `version two`, `Python
/// 3.11` → `Python three point eleven`, `1.2.0-beta.3` → `one point two point zero beta three`.
///
/// An Internet address has "dot" between its digits, and may have a port or a length behind it:
/// `10.0.0.1:8080` → `one zero dot zero dot zero dot one, port eighty eighty`.
struct VersionNumber: SemioticClass {
  static let kind = Edit.Kind.digits

  /// UTF-8 bytes from the first digit to the last, points included.
  var parts: Range<Int>
  var isAddress = false
  var hasLetter = false
  /// Another version follows behind a dash: `5.6.0–5.6.1`.
  var goesOn = false
  /// An `x` stands for the last number.
  var isOpen = false
  /// Tokens of what came before the release: `beta.3`, `rc1`; empty when there is none.
  var stage = 0..<0
  /// UTF-8 bytes of the digits behind an address: a port or a length; empty when there are none.
  var port = 0..<0
  var length = 0..<0

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<VersionNumber>? {
    let hasLetter = sentence.token(start, isIgnoringCase: "v")
    let first = hasLetter ? start + 1 : start
    guard sentence[first].isDigits, sentence.isFreeOnLeft(start), !sentence.isInsideNumber(start)
    else { return nil }
    var index = first + 1
    var count = 1
    var isAddress = sentence.value(first).map { $0 < 256 } ?? false
    while sentence[index].isMark("."), sentence[index + 1].isDigits {
      isAddress = isAddress && (sentence.value(index + 1).map { $0 < 256 } ?? false)
      index += 2
      count += 1
    }
    // `18.x`: any release of the eighteenth.
    if !hasLetter, sentence[index].isMark("."), sentence.token(index + 1, is: "x"),
      sentence.isFreeOnRight(after: index + 1)
    {
      return Match(
        VersionNumber(parts: sentence.bytes(of: first..<index), isOpen: true),
        tokens: start..<index + 2, rule: "digits.version")
    }
    if !hasLetter, count == 2 {
      guard isSoftware(first, in: sentence) else { return nil }
    } else {
      // `V8` is an engine; only a point shows that a capital V is a version.
      guard count > 2 || hasLetter && (count == 2 || sentence.token(start, is: "v")),
        !sentence[index].isWord || count > 2,
        !(count == 3 && !hasLetter && isGrouped(first, in: sentence))
      else { return nil }
    }
    var version = VersionNumber(
      parts: sentence.bytes(of: first..<index), isAddress: isAddress && count == 4 && !hasLetter,
      hasLetter: hasLetter)
    if version.isAddress {
      index = version.takePortAndLength(index, in: sentence)
    } else if sentence[index].isEnDash, sentence[index + 1].isDigits,
      sentence[index + 2].isMark("."), sentence[index + 3].isDigits
    {
      version.goesOn = true
      index += 1
    } else {
      index = version.takeStage(index, in: sentence)
    }
    return Match(
      version, tokens: start..<index,
      rule: hasLetter || count == 2 ? "digits.version" : "digits.points")
  }

  /// `Python 3.11`: two or three digits behind the point, after software or a word for versions.
  private static func isSoftware(_ first: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[first].count <= 3, sentence[first + 2].count == 2,
      sentence[first + 2].scalar != 0x30 || sentence[first].count == 2,
      sentence.isFreeOnRight(after: first + 2), !sentence[first + 3].isMark("%"),
      let word = sentence.wordBefore(first)
    else { return false }
    if sentence.token(word, isIn: releases) { return true }
    return sentence[word].shape.contains(.upper) && sentence.token(word, isIn: software)
  }

  /// `1.234.567`: a number in groups.
  private static func isGrouped(_ first: Int, in sentence: TokenizedSentence) -> Bool {
    sentence[first].scalar != 0x30 && sentence[first + 2].count == 3
      && sentence[first + 4].count == 3
  }

  /// Takes in `:8080` or `/24` behind an address; returns the index after it.
  private mutating func takePortAndLength(_ index: Int, in sentence: TokenizedSentence) -> Int {
    guard sentence[index + 1].isDigits, sentence.isFreeOnRight(after: index + 1) else {
      return index
    }
    if sentence[index].isMark(":"), (2...5).contains(sentence[index + 1].count) {
      port = sentence[index + 1].range
    } else if sentence[index].isMark("/"), sentence[index + 1].count <= 2 {
      length = sentence[index + 1].range
    } else {
      return index
    }
    return index + 2
  }

  /// Takes in `-beta.3`, `-rc1`; returns the index after it.
  private mutating func takeStage(_ index: Int, in sentence: TokenizedSentence) -> Int {
    guard sentence[index].isHyphen, sentence.token(index + 1, isIn: Self.stages) else {
      return index
    }
    var end = index + 2
    if sentence[end].isDigits {
      end += 1
    } else if sentence[end].isMark(".") || sentence[end].isHyphen, sentence[end + 1].isDigits {
      end += 2
    }
    guard sentence.isFreeOnRight(after: end - 1), sentence[end - 1].count <= 8 else { return index }
    stage = index + 1..<end
    return end
  }

  private static let stages = ContextWords(
    "alpha beta rc pre dev preview snapshot nightly canary next final release build patch hotfix")
  private static let releases = ContextWords(
    "version versions release releases firmware build update patch kernel python ruby kotlin "
      + "node django rails")
  private static let software = ContextWords(
    "go rust php swift java scala perl react angular typescript typescripts ubuntu debian fedora "
      + "centos linux android ios macos ipados watchos tvos xcode chrome firefox safari kubernetes "
      + "docker postgres postgresql mysql sqlite redis nginx apache gcc clang llvm cmake unity "
      + "unreal blender elixir erlang julia numpy pandas pytorch tensorflow cuda spring laravel "
      + "wordpress drupal windows js net")

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if hasLetter { writer.say("version") }
    var start = parts.lowerBound
    for offset in parts.lowerBound...parts.upperBound {
      guard offset == parts.upperBound || sentence.bytes[offset] == UInt8(ascii: ".") else {
        continue
      }
      if start > parts.lowerBound { writer.say(isAddress ? "dot" : "point") }
      let digits = sentence.bytes.slice(start..<offset)
      if !isAddress, digits.count == 2, digits.first == UInt8(ascii: "0") {
        NumberWords.sayTwoDigits(Int(digits[1] &- 0x30), into: &writer)
      } else if isAddress || digits.count > 3
        || digits.first == UInt8(ascii: "0") && digits.count > 1
      {
        NumberWords.sayDigits(digits, into: &writer)
      } else {
        NumberWords.sayCardinal(digits, into: &writer)
      }
      start = offset + 1
    }
    if isOpen { writer.say("point X") }
    if goesOn { writer.say("to") }
    for index in stage {
      if sentence[index].isDigits {
        NumberWords.sayCardinal(sentence.bytes.slice(sentence[index].range), into: &writer)
      } else if sentence.token(index, isIgnoringCase: "rc") {
        writer.spell(source: sentence[index].range)
      } else if sentence[index].isWord {
        writer.say(source: sentence[index].range)
      }
    }
    if !port.isEmpty {
      writer.mark(.comma)
      writer.say("port")
      NumberWords.sayPairs(sentence.bytes.slice(port), into: &writer)
    }
    if !length.isEmpty {
      writer.say("slash")
      NumberWords.sayCardinal(sentence.bytes.slice(length), into: &writer)
    }
  }
}
