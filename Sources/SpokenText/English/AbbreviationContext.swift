/// Where an abbreviation has the reading that its line names.
enum AbbreviationContext: String, CaseIterable {
  /// Before a capitalized word or initials: `Dr. Ito`.
  case name
  /// Between a house number with a name and anything else, or before what is named after streets:
  /// `12 Elm St. Boston`, `Elm St. Station`.
  case address
  /// After a capitalized word or an ordinal: `Elm St.`, `5th Ave.`
  case street
  /// After a name: `Okafor Jr.`
  case suffix
  /// Before digits or a label such as `II` or `S2`: `Fig. 3`.
  case number
  /// With a capital and no stop, inside a sentence and before digits: `the No 1 hit`.
  case label
  /// After digits, singular and plural parted by a slash: `1 tab.`, `3 pkg.`
  case afterNumber = "after-number"
  /// The same, before what is cooked with: `2 c. flour`.
  case ingredient
  /// Before another title: `Rt. Rev.`, `Assoc. Prof.`
  case beforeTitle = "before-title"
  /// After another title: `the Atty. Gen. said`.
  case afterTitle = "after-title"
  /// By itself, whatever follows: `Yes, Sgt.`
  case alone
  /// Before an apostrophe and "s": `the Gov.'s mansion`.
  case possessive
  /// Beside other words with stops, as the names of journals have them: `Phys. Rev. B`.
  case journal
  /// Before a county of Ireland, or Durham: `Co. Kerry`.
  case county
  /// Before a post: `Sr. Engineer`.
  case beforeRole = "before-role"
  /// Before a year: `c. 1850`.
  case year
  /// Before a year, first in parentheses: `(b. 1950)`.
  case vital
  /// Before a year or a date in running text: `Ito, d. 1087`, `b. 14 Nov 1948`.
  case life
  /// Before digits, first in parentheses: `(c. 29 m/s)`; before a year of an era: `c. 44 BC`.
  case quantity
  /// Before a number, a sum or "of", or behind "the": `min. 2 persons`, `the min. wage`; not behind
  /// a number.
  case limit
  /// Where the phrase ends: `batteries not incl.`
  case final
  /// Nothing follows, and a mark stands before: `, vol`.
  case trailing
  /// After a city and a comma, or a party's letter: `Boca Raton, Fla.`, `R-Tex.`
  case state
  /// Before "by": `ed. by`.
  case beforeBy = "before-by"
  /// Before "of": `no. of mice`.
  case beforeOf = "before-of"
  /// Before "ed.": `rev. ed.`
  case beforeEdition = "before-ed"
  /// After an ordinal, or after "rev.": `2nd ed.`
  case afterOrdinal = "after-ordinal"
  /// Alone in parentheses: `(ed.)`, `(Eds.)`.
  case bracketed
  /// After "and" or "&": `Jane and co.`
  case afterAnd = "after-and"
  /// Between two capitalized words: `Roe v. Wade`.
  case betweenNames = "between-names"
  /// After a genus: `Candida sp.`
  case afterGenus = "after-genus"
  /// A month or a day of the week.
  case month
  /// Anywhere, and a pause follows: `e.g. this` → `for example, this`.
  case comma
  /// Anywhere in lower case with its stop.
  case lower
  /// Anywhere.
  case any
  /// Nowhere: only the splitter knows it.
  case none
}

/// What the full stop of an abbreviation may end.
enum AbbreviationEnding: String {
  /// No sentence, whatever follows: `Dr.`
  case never
  /// No sentence before a number or a label; before a word that opens a clause it does: `Fig. 3`.
  case number
  /// A sentence before a word that opens a main clause: `Acme Inc. They …`
  case starter
  /// A sentence before a capital that is no time zone and no weekday: `5 p.m. Travelers`.
  case clock
  /// A sentence before any capital: `etc. Others`.
  case capital
  /// Not written with a stop.
  case none
}
