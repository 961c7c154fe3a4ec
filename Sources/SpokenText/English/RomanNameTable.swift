/// Names that Roman numerals follow, and the words beside them: `Henry VIII`, `Thomas Wayne III`.
enum RomanNameTable {
  /// Names of kings, queens, emperors and popes, and of patriarchs who are counted like them.
  static let regnal = """
    abdulhamid
    adrian
    akbar
    albert
    alexander
    alexios
    alexis
    alfonso
    amenhotep
    anastasius
    andrew
    antiochus
    artaxerxes
    augustus
    baldwin
    bayezid
    benedict
    boleslaw
    boniface
    bonaventure
    callixtus
    carl
    casimir
    catherine
    celestine
    charles
    christian
    clement
    cleopatra
    constantine
    constantius
    cosimo
    cyrus
    darius
    david
    edmund
    edward
    elizabeth
    emmanuel
    eric
    ernest
    ethelred
    eugene
    felipe
    ferdinand
    francis
    franz
    frederick
    frederik
    friedrich
    george
    gregory
    gustav
    gustaf
    haakon
    harald
    harold
    henri
    henry
    honorius
    hussein
    innocent
    isabella
    ivan
    james
    joan
    john
    joseph
    juan
    julius
    justin
    justinian
    kamehameha
    karl
    leo
    leopold
    louis
    ludwig
    magnus
    mahmud
    manuel
    margaret
    margrethe
    martin
    mary
    matthias
    maximilian
    mehmed
    michael
    mithridates
    mohammed
    murad
    mustafa
    napoleon
    nicholas
    nicolas
    olaf
    olav
    oscar
    osman
    otto
    paschal
    paul
    pedro
    peter
    philip
    philippe
    pius
    ptolemy
    ramesses
    ramses
    richard
    robert
    roger
    rudolf
    rudolph
    selim
    seleucus
    sigismund
    sixtus
    stanislaw
    stephen
    suleiman
    sylvester
    theodore
    theodosius
    thutmose
    umberto
    urban
    valentinian
    victor
    vittorio
    vladimir
    wenceslaus
    wilhelm
    willem
    william
    xerxes
    yazid
    """

  /// Titles before a name that a Roman numeral follows: `King Zog II`.
  static let titles: [StaticString] = [
    "king", "queen", "pope", "emperor", "empress", "tsar", "czar", "kaiser", "sultan", "prince",
    "duke", "count", "shah", "pharaoh", "patriarch", "archduke", "emir", "caliph", "maharaja",
  ]

  /// Titles of people who bear the name of a father: `Mr. Howell III`.
  static let personTitles: [StaticString] = [
    "mr", "mister", "dr", "doctor", "sen", "senator", "rep", "gov", "governor", "gen", "general",
    "col", "capt", "captain", "judge", "justice", "prof", "professor", "rev", "lt", "sgt", "sir",
    "coach", "mayor", "congressman", "secretary",
  ]

  /// First names of men, beside those of rulers: `Thomas Wayne III`.
  static let givenNames = WordSet(
    """
    aaron adam alan anthony archibald arthur austin barry benjamin bill bobby bradley brandon brian
    bruce bryan calvin chester christopher clarence clifford cornelius craig curtis dale daniel
    dennis donald douglas dylan earl edgar edwin elliott ethan evan fletcher floyd frank franklin
    fred gabriel gary gerald gilbert gordon hamilton harrison harvey herbert herman horace howard
    hugh isaac jack jacob jason jay jefferson jeffrey jeremy jerry jesse jim joe joel johnny
    jonathan jordan joshua keith kenneth kevin kyle larry lawrence lee leonard leroy leslie lewis
    logan luke lyman marcus mark marshall marvin mason matthew maurice melvin mike mitchell morris
    nathan nathaniel nelson noah norman oliver patrick percy phillip preston ralph raymond reginald
    rodney ronald roy russell ryan samuel sanford scott sean seth simon spencer stanley steven
    stuart terry theo thomas thurston timothy todd tom trevor truman tyler vernon vincent walter
    warren wayne wendell wesley willard willie winston winthrop zachary
    """)

  /// Words in lower case that go on behind the title of a work: `Rocky IV was loud`.
  static let behindTitles: [StaticString] = [
    "was", "is", "has", "had", "were", "are", "and", "or", "in", "on", "at", "as", "which", "that",
    "who", "will", "would", "came", "did", "does", "made", "from", "to", "of", "the", "for", "but",
    "by", "with", "because", "when", "while", "than", "before", "after", "during", "again", "too",
    "also", "starred", "grossed", "opened", "begins", "ends",
  ]

  /// Words that are no name, with a capital behind a colon or in a heading.
  static let determiners = WordSet(
    """
    a an the this that these those his her its our my your their each every any no some one another
    with without via by for in on at of to from if when and or but as new two second
    """)

  /// Words after which `I` has just been the pronoun: `Henry I think`.
  static let pronounVerbs: [StaticString] = [
    "am", "think", "thought", "know", "knew", "believe", "guess", "mean", "love", "like", "want",
    "wanted", "need", "met", "saw", "see", "will", "would", "can", "could", "do", "did", "don't",
    "didn't", "can't", "won't", "have", "wonder", "remember", "wish", "hope", "said", "told", "say",
    "tell", "just", "really", "also", "always", "never", "used", "mentioned", "should", "shall",
    "may", "might", "read", "wrote", "went", "go", "got", "get", "found", "find", "made", "make",
    "describe", "described", "play", "feel", "felt", "use", "took", "take", "prefer", "enjoy",
    "hate",
    "choose", "chose", "work", "worked", "live", "lived",
  ]
}
