/// Words that give numbers beside them a reading of their own, for ``NumberIdiom``.
enum IdiomTable {
  /// Beside the two numbers of an eye test: `20/40 vision`.
  static let sight = ContextWords(
    "vision eyesight acuity eye eyes sight snellen corrected uncorrected")
  /// What remembers or suffered an attack: `the 9-11 memorial`.
  static let attacks = ContextWords(
    "attack attacks commission memorial museum terrorist terrorists hijackers hijacker "
      + "families victims conspiracy truther truthers report responders survivors anniversary "
      + "bombings bombing bombers bomber")
  /// Behind the name of a chain: `a 7-11 store`.
  static let shops = ContextWords(
    "store stores shop clerk parking franchise")
  /// What goes from one to one.
  static let mappings = ContextWords(
    "correspondence mapping relationship relation map function basis ratio")
  /// What is shared in two: `a 60-40 split`.
  static let shares = ContextWords(
    "split rule chance chances partnership partner portfolio allocation mix division basis "
      + "deal principle proposition custody joint blend ownership venture")
  /// Things that are called by two numbers; nothing goes from one to the other: `a 3-2 count`.
  static let pairs = ContextWords(
    "count counts defense defence defenses zone punch combination combo front finish "
      + "knockout")
  /// Behind the class of a British degree: `a 2:1 in history`.
  static let degrees = ContextWords(
    "in from at degree honours and or but on")
  /// What two people have: `a 1:1 meeting`.
  static let meetings = ContextWords(
    "meeting meetings session sessions call calls chat chats conversation conversations "
      + "coaching mentoring tuition tutoring lesson lessons")
  /// What has thousands of dots in a line: `4k video`.
  static let screens = ContextWords(
    "video videos tv tvs television monitor monitors resolution display displays screen "
      + "screens footage uhd camera cameras projector streaming blu")
  /// What is thousands of metres long: `a 10k run`.
  static let races = ContextWords(
    "run runs race races runner runners walk fun swim event road pb course")
  /// What one does with a race: `ran a 10k`.
  static let runs = ContextWords(
    "ran run running runs finished entered completed jog")
  /// Behind the name of a company: `the 3M Company`.
  static let companies = ContextWords(
    "company co corp corporation post scotch tape products masks respirator respirators "
      + "shares stock executives scientists engineers")
  /// What one does with a number of three digits: `dialled 999`.
  static let callVerbs = ContextWords(
    "call calls called calling dial dials dialed dialled dialing dialling ring rings rang "
      + "ringing phone phoned phoning text texted texting contact nhs")
  /// What comes of it: `a 911 call`.
  static let callNouns = ContextWords(
    "call calls caller callers dispatcher dispatchers dispatch operator operators emergency "
      + "hotline lifeline helpline")
  /// Beside the number of a spy.
  static let agents = ContextWords(
    "agent bond spy film films franchise movie movies")
  /// What has a caliber: `a .22 rifle`.
  static let guns = ContextWords(
    "caliber calibre cal special magnum rifle rifles pistol pistols revolver revolvers "
      + "handgun handguns rimfire winchester remington colt acp bullet bullets shells cartridge "
      + "cartridges gun automatic")
  /// Behind a batting average: `a .300 hitter`.
  static let averageNouns = ContextWords(
    "hitter hitters hitting average ball clip")
  /// Before a batting average: `batting .312`.
  static let averageVerbs = ContextWords(
    "hit hits hitting batting bat bats batted slugging")
  /// What counts cards, dice and marks: `two 8s`.
  static let counters = ContextWords(
    "two three four five six seven several many all straight both triple")
}
