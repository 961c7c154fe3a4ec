/// Books of scripture, by the last word of their names, behind which chapter and verse stand.
enum ScriptureTable {
  static let names: [StaticString] = [
    "genesis", "exodus", "leviticus", "numbers", "deuteronomy", "joshua", "judges", "ruth",
    "samuel", "kings", "chronicles", "ezra", "nehemiah", "esther", "job", "psalm", "psalms",
    "proverbs", "ecclesiastes", "songs", "isaiah", "jeremiah", "lamentations", "ezekiel", "daniel",
    "hosea", "joel", "amos", "obadiah", "jonah", "micah", "nahum", "habakkuk", "zephaniah",
    "haggai", "zechariah", "malachi", "matthew", "mark", "luke", "john", "acts", "romans",
    "corinthians", "galatians", "ephesians", "philippians", "colossians", "thessalonians",
    "timothy", "titus", "philemon", "hebrews", "james", "peter", "jude", "revelation",
    "revelations", "solomon", "canticles", "tobit", "judith", "maccabees", "sirach", "wisdom",
    "baruch", "esdras", "nephi", "mosiah", "alma", "helaman", "moroni", "quran", "qur'an", "qur’an",
    "koran", "surah", "sura", "gita",
  ]

  /// Books of which there are several, by number.
  static let numbered = ContextWords(
    "samuel kings chronicles corinthians thessalonians timothy peter john maccabees esdras nephi")

  /// Short names that mean nothing else before a chapter alone: `Deut. 6`.
  static let sure = ContextWords(
    "exod lev deut ps pss prov eccl isa jer ezek zech gal thess heb cor thes")

  /// Short names, before a chapter and a verse alone: `Rev. 21:4`.
  static let short: [(StaticString, StaticString)] = [
    ("gen", "Genesis"), ("ex", "Exodus"), ("exod", "Exodus"), ("lev", "Leviticus"),
    ("num", "Numbers"), ("deut", "Deuteronomy"), ("josh", "Joshua"), ("judg", "Judges"),
    ("sam", "Samuel"), ("kgs", "Kings"), ("chron", "Chronicles"), ("chr", "Chronicles"),
    ("neh", "Nehemiah"), ("ps", "Psalm"), ("pss", "Psalms"), ("prov", "Proverbs"),
    ("eccl", "Ecclesiastes"), ("isa", "Isaiah"), ("jer", "Jeremiah"), ("lam", "Lamentations"),
    ("ezek", "Ezekiel"), ("dan", "Daniel"), ("hos", "Hosea"), ("mic", "Micah"),
    ("hab", "Habakkuk"), ("zech", "Zechariah"), ("mal", "Malachi"), ("matt", "Matthew"),
    ("mt", "Matthew"), ("mk", "Mark"), ("lk", "Luke"), ("jn", "John"), ("rom", "Romans"),
    ("cor", "Corinthians"), ("gal", "Galatians"), ("eph", "Ephesians"), ("phil", "Philippians"),
    ("col", "Colossians"), ("thess", "Thessalonians"), ("tim", "Timothy"), ("heb", "Hebrews"),
    ("jas", "James"), ("pet", "Peter"), ("rev", "Revelation"),
  ]
}
