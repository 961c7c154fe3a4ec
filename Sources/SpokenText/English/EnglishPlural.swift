/// The singular of a phrase whose last word is a regular plural.
enum EnglishPlural {
  /// `controlled trials` → `controlled trial`, `case studies` → `case study`, `meta-analyses` →
  /// `meta-analysis`; nil when the last word is no plural in "s".
  static func singular(ofLastWordIn phrase: String) -> String? {
    guard phrase.hasSuffix("s"), !phrase.hasSuffix("ss"), !phrase.hasSuffix("us"),
      !phrase.hasSuffix("is")
    else { return nil }
    if phrase.hasSuffix("ies") { return phrase.dropLast(3) + "y" }
    for ending in ["yses", "gnoses", "theses", "choses", "uroses"] where phrase.hasSuffix(ending) {
      return phrase.dropLast(2) + "is"
    }
    for ending in ["sses", "xes", "ches", "shes", "ruses"] where phrase.hasSuffix(ending) {
      return String(phrase.dropLast(2))
    }
    return String(phrase.dropLast())
  }
}
