/// Words that make names of the numbers beside them, for ``LabelNumber``.
enum LabelTable {
  /// Makers and makes whose models have numbers of three or four digits.
  static let makes = ContextWords(
    "boeing airbus embraer bombardier learjet cessna porsche peugeot bmw ferrari mclaren citroën "
      + "citroen volvo saab maserati lamborghini fiat renault xbox atari nokia motorola nikon canon "
      + "leica pentax thinkpad inspiron laserjet rtx gtx geforce radeon quadro ryzen xeon epyc "
      + "threadripper pentium celeron snapdragon exynos levi's levi’s levis winchester remington "
      + "studio fahrenheit nikkei ftse technics roland")
  /// Standards, forms, catalogues: what is numbered without end.
  static let series = ContextWords(
    "rfc rfcs pep jsr http https error errors bwv hwv twv kv ieee form bus train locker squadron "
      + "interstate")
  /// What stands behind the number of an answer of the web.
  static let answers = ContextWords(
    "error errors page not response responses status forbidden unauthorized bad redirect "
      + "redirects gateway internal service code codes")
  /// Bodies whose standards have numbers of four or five digits, and maybe a year behind a colon.
  static let standards = ContextWords("iso iec din ansi nist")
  /// Words that may stand behind a thing that has been named by its number.
  static let continuations = ContextWords(
    "and or but off from when if on for in at because with as is was has had that which to the after "
      + "before by until while i we you it they landed crashed")
  /// Kinds of codes of three digits that people say in pairs: `exit code 137`.
  static let codes = ContextWords("status exit error return response")
  /// Before the number of a case at court: `No. 19-1392`.
  static let dockets = ContextWords("no case docket")
  /// What goes along a road or past it.
  static let roads = ContextWords(
    "freeway freeways interchange exit north south east west northbound southbound traffic")
}
