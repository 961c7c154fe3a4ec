import Foundation
import NarrationTesting
import SpokenText

/// The reference of all rules, made from their doc comments, the list of precedence and the tables
/// of cases.
struct RulesReference {
  static let path = "Sources/SpokenText/SpokenText.docc/Rules.md"

  /// A class of the list of precedence, with what the sources say of it.
  struct Entry {
    var name: String
    /// Why it stands where it does.
    var reason: String
    /// Its doc comment, a line each, without the slashes.
    var comment: [String]
    /// The names of its rules, in the order of its source.
    var rules: [String]
    /// The tables whose first line names it.
    var tables: [String]
  }

  /// The classes for English, in the order in which they are asked.
  let english: [Entry]
  /// Those for languages without rules, some of them the same.
  let anyLanguage: [Entry]
  /// Every line of the tables with what is said today.
  private let cases: [(table: String, example: Case, said: NormalizedText)]

  init() throws {
    let folder = "Sources/SpokenText/Normalizing"
    let files = FileManager.default.enumerator(atPath: "\(Repository.root)/\(folder)")?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
    let sources = try (files ?? []).map { try Repository.text(of: "\(folder)/\($0)") }
    let tables = Dictionary(
      CaseTable.allNames.flatMap { table in
        CaseTable.classes(of: table).map { ($0, [table]) }
      }, uniquingKeysWith: +)

    cases = CaseTable.names.flatMap { table in
      CaseTable.cases(table).map { (table, $0, $0.normalized()) }
    }
    let first = cases.reduce(into: Set<Substring>()) { set, example in
      for rule in Self.rules(in: example.said.edits) { set.insert(rule.prefix { $0 != "." }) }
    }

    let list = try Repository.text(of: "\(folder)/Precedence.swift")
    // First the books, with the rules of other languages written out; then those for English.
    let books = list.split(separator: "static let rules: [Rule]", maxSplits: 1)
    let rule = /Rule\(\s*(\w+)\.self,\s*on:.*?because:\s*"((?:[^"\\]|\\.)*)"/.dotMatchesNewlines()
    func entries(_ list: Substring?) -> [Entry] {
      (list ?? "").matches(of: rule).map { match in
        let name = match.output.1
        return Entry(
          name: String(name), reason: String(match.output.2).replacing("\\\"", with: "\""),
          comment: Self.comment(above: name, in: sources),
          rules: Self.rules(of: name, in: sources, beginning: first),
          tables: tables[String(name)] ?? [])
      }
    }
    english = entries(books.last)
    anyLanguage = entries(books.first)
  }

  // MARK: The sources

  /// The doc comment that ends with these lines.
  private static func comment(before lines: ArraySlice<Substring>) -> [String] {
    lines.reversed().prefix { $0.drop(while: { $0 == " " }).hasPrefix("///") }.reversed()
      .map { $0.drop(while: { $0 == " " }).dropFirst(3).description }
      .map { String($0.hasPrefix(" ") ? $0.dropFirst() : $0[...]) }
  }

  private static func comment(above name: Substring, in sources: [String]) -> [String] {
    for source in sources {
      let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      if let index = lines.firstIndex(where: { declares($0, name, as: ["struct", "enum"]) }) {
        return comment(before: lines[..<index])
      }
    }
    return []
  }

  private static func declares(_ line: Substring, _ name: Substring, as words: [String]) -> Bool {
    words.contains { word in
      line.hasPrefix("\(word) \(name)")
        && line.dropFirst(word.count + 1 + name.count).first
          .map { !$0.isLetter } ?? true
    }
  }

  /// Names of rules in the files that declare or extend a class; they begin with one of the words
  /// before the dot that are seen in edits.
  private static func rules(
    of name: Substring, in sources: [String], beginning first: Set<Substring>
  ) -> [String] {
    var rules: [String] = []
    for source in sources {
      let lines = source.split(separator: "\n")
      guard lines.contains(where: { declares($0, name, as: ["struct", "enum", "extension"]) })
      else { continue }
      for line in lines where !line.contains("//") {
        for match in line.matches(of: /"([a-z-]+)\.[a-z0-9-]+"/)
        where first.contains(match.output.1) {
          let rule = String(match.output.0.dropFirst().dropLast())
          if !rules.contains(rule) { rules.append(rule) }
        }
      }
    }
    return rules
  }

  // MARK: The cases

  /// Ten cases in which a rule of the class decides, of each rule one before any a second time.
  private func examples(of entry: Entry) -> [Case] {
    let own = cases.filter {
      entry.tables.contains($0.table) && !$0.example.isKnown && $0.example.spoken != "*"
    }
    var left = own.map { ($0.example, Self.rules(in: $0.said.edits)) }
    var chosen: [Case] = []
    while chosen.count < 10 {
      let before = chosen.count
      for rule in entry.rules where chosen.count < 10 {
        if let index = left.firstIndex(where: { $0.1.contains(rule) }) {
          chosen.append(left.remove(at: index).0)
        }
      }
      if chosen.count == before { break }
    }
    return chosen
  }

  /// Cases of the tables of a class in which none of its rules decides.
  private func nearMisses(of entry: Entry) -> [Case] {
    cases.filter {
      entry.tables.contains($0.table) && !$0.example.isKnown && $0.example.spoken != "*"
        && Self.rules(in: $0.said.edits).isDisjoint(with: entry.rules)
    }.prefix(5).map(\.example)
  }

  private static func rules(in edits: [Edit]) -> Set<String> {
    edits.reduce(into: []) {
      $0.insert($1.rule.text)
      $0.formUnion(rules(in: $1.children))
    }
  }

  // MARK: The page

  /// The page in Markdown.
  var page: String {
    var lines = [
      "# All rules", "",
      "What each class of written things is, in the order in which they are asked.", "",
      "## Overview", "",
      "A token of the text is offered to the classes in this order; the first that recognizes"
        + " something there has it. The names of rules are those of ``Edit/rule``.", "",
      "This page is made from the doc comments of the rules and from their cases.", "",
    ]
    lines += english.flatMap(described)
    let names = Set(english.map(\.name))
    let shared = anyLanguage.map(\.name).filter(names.contains).map { "`\(Self.title($0))`" }
    lines += [
      "## Languages without rules", "",
      "Of the classes above, only these are asked of a text in a language without rules: "
        + shared.joined(separator: ", ") + ". Beside them:", "",
    ]
    lines += anyLanguage.filter { !names.contains($0.name) }.flatMap(described)
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private func described(_ entry: Entry) -> [String] {
    var lines = ["### \(Self.title(entry.name))", ""]
    lines += entry.comment.map { $0.replacing("``", with: "`") }
    lines += ["", "*Its place:* \(entry.reason)", ""]
    if !entry.rules.isEmpty {
      lines += ["Rules: " + entry.rules.map { "`\($0)`" }.joined(separator: ", "), ""]
    }
    guard !entry.tables.isEmpty, !entry.rules.isEmpty else { return lines }
    lines += Self.table("is said", examples(of: entry))
    let misses = nearMisses(of: entry)
    if !misses.isEmpty { lines += ["Left to others:", ""] + Self.table("is said", misses) }
    return lines
  }

  /// `CalendarDate` → `Calendar date`.
  private static func title(_ name: String) -> String {
    name.reduce(into: "") { title, character in
      title +=
        character.isUppercase && !title.isEmpty ? " \(character.lowercased())" : "\(character)"
    }
  }

  private static func table(_ heading: String, _ cases: [Case]) -> [String] {
    guard !cases.isEmpty else { return [] }
    return ["| written | \(heading) | settings |", "| --- | --- | --- |"]
      + cases.map {
        "| \(code($0.written)) | \(code($0.spoken)) | \($0.settings.joined(separator: " ")) |"
      }
      + [""]
  }

  /// A text as code in a cell of a table, with an escape for what could not be seen.
  private static func code(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    var visible = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|": visible += "\\|"
      case "\u{AD}", "\u{200B}": visible += scalar.escaped(asASCII: true)
      default:
        let isControl = scalar.properties.generalCategory == .control
        visible += isControl ? scalar.escaped(asASCII: true) : String(scalar)
      }
    }
    return visible.contains("`") ? "`` \(visible) ``" : "`\(visible)`"
  }
}
