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
    """

  /// Initials that could be said as words and never are: what tells them from words in a text that
  /// is all in capitals.
  private static let spelledAlways: Set<WordKey> = Set(
    """
    ada ai aol apa api apr bbc ceo cia cio coo dea diy dui ecg eeg ekg emr epa er esa eta eu ev faa
    gop hiv hoa icu ied iou ip ipo ira irs iss iud mia mit nih nsa oecd oem ok pov roi sos ufo ui uae
    ucla uk un url usa usaf uv ux vip vr
    """.split(whereSeparator: \.isWhitespace).map { WordKey(String($0)) })

  /// What is said for letters that nobody reads one by one as they stand.
  static func reading(_ letters: UnsafeBufferPointer<UInt8>) -> String? {
    guard letters.count <= 16 else { return nil }
    let key = WordKey(letters)
    return readings.first { $0.0 == key }?.1
  }

  private static let readings: [(WordKey, String)] = [
    (WordKey("wwi"), "World War one"), (WordKey("wwii"), "World War two"),
    (WordKey("ieee"), "I triple E"), (WordKey("aaa"), "triple A"),
    (WordKey("naacp"), "N double A C P"), (WordKey("ncaa"), "N C double A"),
  ]

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
