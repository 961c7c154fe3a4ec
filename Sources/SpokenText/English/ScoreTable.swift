/// Words that go with the results of games and votes, for ``Score``.
enum ScoreTable {
  /// Things that a score describes: `a 3-1 win`; before a score they announce it.
  static let results = ContextWords(
    "victory victories win wins loss losses defeat defeats draw tie lead score scores "
      + "scoreline rout thrashing thumping pasting walloping whitewash drubbing triumph "
      + "comeback deficit advantage shutout upset result aggregate shootout overtime halftime "
      + "final semifinal semi quarterfinal penalties penalty mauling hammering romp squeaker "
      + "stalemate")
  /// What one does with a result: `lost 2-3`.
  static let resultVerbs = ContextWords(
    "won win wins winning lost lose loses losing beat beats beating beaten defeated defeating "
      + "edged thrashed trounced routed crushed hammered drew draws drawing drawn tied tying leads "
      + "led leading trailed trailing trail trails swept sweeping prevailed triumphed downed "
      + "stunned upset scored finished finishes ended ends outscored overcame clinched eliminated "
      + "thumped mauled held blanked")
  /// What stands beside a result in the midst of a game: `2-0 up`, `up 2-0`.
  static let standings = ContextWords("up down ahead behind clear nil aet")
  /// Votes, and what is decided by them.
  static let votes = ContextWords(
    "vote votes voted voting decision decisions ruling rulings ruled majority opinion verdict "
      + "passed approved rejected upheld adopted confirmed carried ratified")
  /// A record of games won and lost.
  static let records = ContextWords("record start mark")
  /// What one has a record at.
  static let beginnings = ContextWords("went started began starting")
  /// Over what a record is kept: `are 5-0 against`.
  static let spans = ContextWords(
    "season year road home conference league division time far")
  /// What teams do with each other.
  static let meetings = ContextWords(
    "face faces faced host hosts hosted visit visits visited play plays played meet meets travel "
      + "travels welcome welcomes beat beats defeated vs")
  /// What gives points that are no goals.
  static let scales = ContextWords("scale scales index questionnaire subscale test")
  /// Words of cricket.
  static let cricket = ContextWords(
    "stumps declared wicket wickets innings overs batsmen chasing lunch tea batted bowlers")
  /// Words before two numbers that count or name something.
  static let countingWords = ContextWords(
    "about around roughly approximately another every each some aged ages age page pages between "
      + "within for in of these those by number numbers grades grade chapters chapter verses")
}
