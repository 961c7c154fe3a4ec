/// Words around Roman numerals.
enum RomanContextTable {
  /// Words after which a Roman numeral is a number: `Chapter XIV`, `type II`.
  static let cardinal = """
    act
    acts
    angiotensin
    annex
    apollo
    appendix
    article
    articles
    axis
    book
    books
    bipolar
    bowl
    canto
    cap
    case
    category
    categories
    ch
    chap
    chapter
    chapters
    class
    classes
    cn
    cohort
    collagen
    complex
    division
    enclosure
    episode
    exhibit
    factor
    factors
    fig
    figs
    figure
    figures
    gemini
    grade
    grades
    group
    groups
    layer
    mhc
    photosystem
    saturn
    topoisomerase
    lamina
    lead
    level
    levels
    mark
    movement
    mk
    nerve
    nerves
    no
    number
    opus
    panel
    part
    parts
    phase
    phases
    plate
    plates
    protocol
    psalm
    quartile
    scene
    schedule
    section
    sections
    segment
    series
    stage
    stages
    step
    study
    subtype
    supplement
    symphony
    table
    tables
    tier
    title
    titles
    tome
    trial
    type
    types
    unit
    units
    vatican
    version
    vol
    vols
    volume
    volumes
    war
    wars
    wrestlemania
    zone
    zones
    """

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

  /// Words in lower case after which `I` is a number unless a verb follows: `type I collagen`.
  static let technical: [StaticString] = [
    "type", "phase", "class", "stage", "complex", "bipolar", "angiotensin", "collagen", "axis",
    "topoisomerase", "photosystem",
  ]

  /// Words after which `I` has been the pronoun behind a label, though not behind a name: `the stage
  /// I was in`, but `Charles I was crowned`.
  static let clauseWords: [StaticString] = ["we", "you", "was", "had", "were", "he", "she", "they"]

  /// Nouns that show that `I` after a word in lower case is a number: `type I error`.
  static let nouns: [StaticString] = [
    "clinical", "collagen", "diabetes", "diabetic", "disease", "disorder", "endometrial", "error",
    "errors", "hypersensitivity", "interferon", "interferons", "myocardial", "neurons", "patients",
    "receptor", "receptors", "restriction", "secretion", "studies", "study", "supernova",
    "supernovae", "superconductor", "superconductors", "topoisomerase", "trauma", "trial",
    "trials", "evidence", "recommendation", "cancer", "tumor", "tumors", "antiarrhythmic",
    "molecules", "mhc", "or", "and", "to", "through", "versus", "vs",
  ]

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
