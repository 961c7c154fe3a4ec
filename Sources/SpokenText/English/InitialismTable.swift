/// Words around letters that are said by their names.
enum InitialismTable {
  /// Degrees and others with small letters inside that are spelled all the same.
  static let spelledMixed = """
    phd
    phds
    bsc
    msc
    edd
    iot
    ph
    gmbh
    rnai
    nacl
    naoh
    kcl
    hcl
    gaas
    saas
    paas
    """

  /// Initials that could be said as words and never are: what tells them from words in a text that
  /// is all in capitals.
  private static let spelledAlways = WordSet(
    """
    aba aca ada afa afaik ai ama aol apa api apo apr asap bbc byob ceo cia cio coo dea diy dod
    doe dui dwi ecg eeg ekg emr eoe epa er esa eta eu ev faa faq fyi gao ged gop gre hiit hiv
    hoa ibew icc ico icu icymi id ida ied ioc iop iou ip ipo iq ira irs iss iud la lirr mba mia
    mou nih nsa nyc nyse oas oecd oem ok os ot otoh pov psa psat rics roi rotflmao sec sos suv
    tia tsa uae ucla ufo ui uk un url usa usaf uv ux vip vr
    """)

  /// What is said for letters that nobody reads one by one as they stand.
  static func reading(_ letters: UnsafeBufferPointer<UInt8>) -> String? {
    letters.count <= 16 ? readings[WordKey(letters)] : nil
  }

  private static let readings = WordTable<String>(
    Dictionary(
      uniqueKeysWithValues: [
        ("wwi", "World War one"), ("wwii", "World War two"),
        ("ieee", "I triple E"), ("aaa", "triple A"),
        ("naacp", "N double A C P"), ("ncaa", "N C double A"),
        ("usaid", "U S aid"), ("lsat", "L sat"), ("mcat", "M cat"), ("psat", "P sat"),
        ("hiit", "hit"), ("gmat", "G mat"),
        ("hvac", "H vac"), ("cpap", "C pap"), ("cpac", "C pack"), ("simd", "sim D"),
        ("ftse", "footsie"), ("mrsa", "mersa"), ("cabg", "cabbage"),
        ("nhtsa", "nitsa"), ("scsi", "scuzzy"), ("dnssec", "D N S sec"),
        ("saas", "sass"), ("paas", "pass"), ("whatwg", "what W G"),
      ].map { (WordKey($0.0), $0.1) }))

  static func isSpelledAlways(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    letters.count <= 16 && spelledAlways.contains(WordKey(letters))
  }

  /// `Group A`, `hepatitis A`: the capital after it is a letter's name.
  static let letteredThings = """
    appendix
    arm
    block
    class
    cohort
    column
    condition
    exhibit
    factor
    figure
    grade
    group
    hepatitis
    influenza
    item
    level
    model
    option
    panel
    part
    participant
    patient
    phase
    plan
    point
    protein
    schedule
    section
    series
    side
    step
    stream
    student
    table
    team
    type
    version
    vitamin
    """
}
