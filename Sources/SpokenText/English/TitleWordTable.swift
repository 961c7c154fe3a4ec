/// Words that are cut short in the names of journals, conferences and institutes, so that their stop
/// ends neither the name nor a sentence: `Proc. IEEE Int. Conf.`, `Nat. Rev. Neurosci. 5`.
enum TitleWordTable {
  /// Whether a word is one of them, in any case, without its stop.
  static func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count <= 16 && words.contains(WordKey(word))
  }

  private static let words: Set<WordKey> = Set(
    """
    abstr acad acoust adv agric am anal anat ann annu anthropol appl arch artif assoc astron
    astrophys behav biochem biol biomed biophys biotechnol bull can cardiol chem clin cogn commun
    comput conf crit curr demogr dermatol dept dev ecol econ educ electron endocrinol eng engl
    environ epidemiol eur evol exp genet geogr geol geophys geosci health hist hum immunol inst int
    intell j jpn lab lett linguist mag manag mater math mech med metab meteorol methodol microbiol
    mod mol mt nat natl neurobiol neurol neurosci neurosurg nucl nurs nutr oncol ophthalmol opin
    opt org paediatr pathol pediatr perspect pharmacol philos phonet phys physiol plasm polit proc
    psychiatry psychol psychiatr psychopharmacol quart radiol rec rep res resour rev sci soc sociol
    spectrosc st stat supp suppl surg symp syst tech technol theor therm topol toxicol trans transl
    trop univ urol vet virol workshop zool
    """.split(whereSeparator: \.isWhitespace).map { WordKey(String($0)) })
}
