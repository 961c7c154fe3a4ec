/// Keys that are pressed together.
///
/// - `Ctrl+Shift+T` → `Control Shift T`, `Alt-F4` → `Alt F four`, `Cmd-Q` → `Command Q`
/// - Not `alt-right`, `shift-work`, `Option-based`: behind a hyphen stands a key alone.
struct KeyChord: SemioticClass {
  static let kind = Edit.Kind.symbol

  let tokens: Range<Int>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<KeyChord>? {
    guard isJoin(sentence[start + 1]), sentence.isFreeOnLeft(start),
      name(start, in: sentence) != nil
    else { return nil }
    var end = start + 1
    var keys = 1
    while keys < 5, isJoin(sentence[end]) {
      let key = end + 1
      let after = sentence[key].isWord && sentence[key + 1].isDigits ? key + 2 : key + 1
      let token = sentence[key]
      let isKey =
        sentence.token(key, is: "click") || token.isWord && token.count == 1 && !token.isLower
        || name(key, in: sentence) != nil
      let isFunction =
        (sentence.token(key, is: "F") || sentence.token(key, is: "f")) && after == key + 2
        && sentence[key + 1].count <= 2
      guard isKey || isFunction || sentence[end].isMark("+") && (token.isWord || token.isDigits),
        !sentence[after].isDigits, isFunction || after == key + 1
      else { break }
      keys += 1
      end = after
    }
    guard keys > 1, !sentence[end].isHyphen || !sentence[end + 1].isWord else { return nil }
    return Match(KeyChord(tokens: start..<end), tokens: start..<end, rule: "symbol.keys")
  }

  private static func isJoin(_ token: Token) -> Bool { token.isMark("+") || token.isMark("-") }

  /// The full name of a modifier key.
  private static func name(_ index: Int, in sentence: TokenizedSentence) -> String? {
    let token = sentence[index]
    guard token.isWord, token.count <= 7 else { return nil }
    return names[WordKey(sentence.bytes.slice(token.range))]
  }

  private static let names = WordTable<String>(
    [
      "ctrl": "Control", "control": "Control", "alt": "Alt", "shift": "Shift", "cmd": "Command",
      "command": "Command", "opt": "Option", "option": "Option", "win": "Windows",
      "windows": "Windows", "meta": "Meta", "super": "Super", "fn": "Function",
      "altgr": "Alt Graph",
      "nvda": "N V D A", "del": "Delete", "esc": "Escape", "ins": "Insert", "pgup": "Page Up",
      "pgdn": "Page Down", "tab": "Tab", "enter": "Enter",
    ].reduce(into: [:]) { $0[WordKey($1.key)] = $1.value })

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    for index in tokens {
      let token = sentence[index]
      if let name = Self.name(index, in: sentence) {
        writer.say(name)
      } else if token.isWord, token.count == 1 {
        writer.spell(source: token.range)
      } else if token.isWord {
        writer.say(source: token.range)
      } else if token.isDigits {
        NumberWords.sayCardinal(sentence.bytes.slice(token.range), into: &writer)
      }
    }
  }
}
