public import Narration
import Reading
public import SpokenText

/// A file of readings, in any of the formats that are known.
///
/// XML is a pronunciation lexicon of the W3C; `.dic` is of NVDA, a symbol file where it begins with
/// the name of a part; all else is lines of `written = spoken`.
public enum LexiconFile {
  /// One lexicon of several files, the strongest last.
  ///
  /// - Throws: ``Failure`` when a file cannot be read at all; what single lines have wrong is in
  ///   the lexicon's problems.
  public static func lexicon(_ paths: [String]) throws(Failure) -> Lexicon {
    var sources: [LexiconSource] = []
    for path in paths { sources.append(try source(of: path)) }
    return Lexicon(sources)
  }

  /// What one file holds.
  static func source(of path: String) throws(Failure) -> LexiconSource {
    let text = try TextFile.read(path)
    let name = path.lowercased()
    if name.hasSuffix(".pls") || text.drop(while: \.isWhitespace).hasPrefix("<?xml")
      || name.hasSuffix(".xml")
    {
      do {
        return try PronunciationLexicon.read(Array(text.utf8), named: path)
      } catch {
        throw Failure(error)
      }
    }
    guard name.hasSuffix(".dic") else {
      return NVDASymbols.isSymbolFile(text)
        ? NVDASymbols(parsing: text, named: path).source
        : LexiconTable.parse(text, named: path)
    }
    return NVDASymbols.isSymbolFile(text)
      ? NVDASymbols(parsing: text, named: path).source
      : NVDADictionary(parsing: text, named: path).source
  }
}

extension Complaint {
  /// What a lexicon has wrong, as a warning: the rest of it holds.
  public init(_ problem: LexiconProblem) {
    self.init(
      .warning, at: problem.origin?.description, problem.what, remedy: problem.remedy)
  }
}
