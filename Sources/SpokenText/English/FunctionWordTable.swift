/// What a word is to the words beside it, as far as closed lists and endings tell.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt32
  /// A noun follows, perhaps after adjectives: `a`, `the`, `my`, `Ana's`.
  static let article = WordClass(rawValue: 1 << 0)
  /// `this`, `these`, `those`.
  static let demonstrative = WordClass(rawValue: 1 << 1)
  /// `that`, which may also begin a clause.
  static let that = WordClass(rawValue: 1 << 2)
  /// `some`, `many`, `all`.
  static let quantifier = WordClass(rawValue: 1 << 3)
  /// `two`, `first`, and digits.
  static let numeral = WordClass(rawValue: 1 << 4)
  /// A subject whose verb has no ending: `I`, `we`, `they`, `you`.
  static let subject = WordClass(rawValue: 1 << 5)
  /// A subject whose verb ends with `s`: `he`, `she`, `it`.
  static let thirdPerson = WordClass(rawValue: 1 << 6)
  /// `who`, the subject of any verb.
  static let who = WordClass(rawValue: 1 << 7)
  static let which = WordClass(rawValue: 1 << 8)
  /// `me`, `him`, `them`, `it`, `her`.
  static let object = WordClass(rawValue: 1 << 9)
  /// A verb without ending follows: `will`, `can't`, `did`.
  static let modal = WordClass(rawValue: 1 << 10)
  static let to = WordClass(rawValue: 1 << 11)
  static let be = WordClass(rawValue: 1 << 12)
  static let have = WordClass(rawValue: 1 << 13)
  static let preposition = WordClass(rawValue: 1 << 14)
  static let of = WordClass(rawValue: 1 << 15)
  /// `and`, `or`, `but`, `then`.
  static let conjunction = WordClass(rawValue: 1 << 16)
  /// `never`, `still`, and what ends with `ly`.
  static let adverb = WordClass(rawValue: 1 << 17)
  /// An object and a verb without ending may follow: `let`, `make`, `help`, `see`.
  static let causative = WordClass(rawValue: 1 << 18)
  /// Ends as plurals do, or is `people`, `men`, `children`.
  static let plural = WordClass(rawValue: 1 << 19)
  /// `people`, `men`: no adjective follows them and no noun is made with them.
  static let people = WordClass(rawValue: 1 << 20)
  /// `very`, `so`, `more`: an adjective follows.
  static let degree = WordClass(rawValue: 1 << 21)
  /// A noun follows `to` behind it: `due`, `according`, `access`.
  static let takesTo = WordClass(rawValue: 1 << 22)
  /// `get`, `become`, `seem`.
  static let become = WordClass(rawValue: 1 << 23)
  /// `yesterday`, `ago`: what is told is past.
  static let past = WordClass(rawValue: 1 << 24)
  /// Begins with a capital.
  static let capitalized = WordClass(rawValue: 1 << 25)

  /// The object of a verb may begin with it.
  static let objectStart: WordClass = [.article, .demonstrative, .object]
}

/// The closed lists behind ``WordClass``.
enum FunctionWordTable {
  private static let lists: [(String, WordClass)] = [
    ("a an the my your its our their whose every another no his her", .article),
    ("this these those", .demonstrative),
    ("that", .that),
    ("some any many few several most all both more much each enough such less", .quantifier),
    (
      """
      one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty \
      seventy eighty ninety hundred thousand first second third last next
      """, .numeral
    ),
    ("i we they you", .subject),
    ("he she it everyone everybody nobody someone somebody anyone anybody", .thirdPerson),
    ("who", .who),
    ("which", .which),
    ("me him them us it her themselves ourselves itself himself herself", .object),
    (
      """
      will would can could shall should may might must do does did cannot let's let’s please gonna \
      wanna gotta lemme don't doesn't didn't won't wouldn't can't couldn't shouldn't mustn't don’t doesn’t \
      didn’t won’t wouldn’t can’t couldn’t shouldn’t mustn’t
      """, .modal
    ),
    ("to", .to),
    (
      """
      is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t \
      it's it’s that's that’s there's there’s i'm i’m we're we’re they're they’re you're you’re \
      what's what’s here's here’s
      """, .be
    ),
    (
      """
      have has had having haven't hasn't hadn't haven’t hasn’t hadn’t i've i’ve we've we’ve you've \
      you’ve they've they’ve who've who’ve
      """, .have
    ),
    ("he's he’s she's she’s who's who’s", [.be, .have]),
    ("i'll i’ll we'll we’ll you'll you’ll they'll they’ll he'll he’ll she'll she’ll it'll", .modal),
    (
      """
      in on at by for with from into under over between through during without within against \
      towards toward upon per via about across among behind beyond near around off onto
      """, .preposition
    ),
    ("of", [.of, .preposition]),
    ("and or but then nor", .conjunction),
    (
      """
      not never always also often usually then now still just ever even only sometimes rarely \
      seldom already soon again once twice simply ourselves together really later almost
      """, .adverb
    ),
    (
      """
      let lets letting make makes made making help helps helped helping have had see saw seeing \
      watch watched watching hear heard hearing
      """, .causative
    ),
    ("people men women children folks", [.plural, .people]),
    ("very so too quite rather more most less as pretty extremely fairly how", .degree),
    (
      """
      due according addition access subject response close led leading leads related relation \
      opposed contrast prior relative equal exposure exposed attached thanks owing similar \
      comparable contributed contributing contribute contributes sentenced limited resistance \
      vulnerable prone susceptible tantamount addicted return returned objection objections \
      approach limit alternative alternatives amount amounts amounted linked tied applied
      """, .takesTo
    ),
    (
      """
      get gets got getting gotten become becomes became becoming seem seems seemed feel feels \
      felt remain remains remained stay stays stayed look looks looked
      """, .become
    ),
    ("yesterday ago", .past),
    // Not what their endings promise.
    (
      """
      family supply apply reply italy assembly anomaly monopoly ally rally belly bully jelly \
      friendly daily weekly monthly yearly early lovely lonely likely unlikely elderly ugly holy \
      july fly butterfly hourly costly deadly scholarly kelly molly sally emily billy
      """, []
    ),
    (
      """
      news physics mathematics economics politics ethics series species always perhaps besides \
      sometimes towards afterwards james charles paris texas congress christmas whereas \
      nowadays upstairs downstairs overseas indoors outdoors plus minus versus lens gas yes
      """, []
    ),
  ]

  static let classes: WordTable<WordClass> = {
    var classes: [WordKey: WordClass] = [:]
    for (words, meaning) in lists {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        classes[WordKey(String(word)), default: []].formUnion(meaning)
      }
    }
    return WordTable(classes)
  }()
}
