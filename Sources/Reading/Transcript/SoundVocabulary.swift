/// The words by which transcripts tell of sounds: `laughter`, `music playing`, `inaudible`.
///
/// The list is closed, because brackets also hold what an editor put into a quotation:
/// `[the company]`, `[sic]`, `[…]`.
enum SoundVocabulary {
  /// Whether words in brackets tell of a sound and of nothing else: at most six, each of them known,
  /// one of them a sound.
  ///
  /// `laughter`, `Laughs softly`, `both laugh`, `upbeat music playing`, `speaking Spanish` → true
  ///
  /// - Parameter names: Words in lower case that may stand beside a sound: those of speakers' names.
  static func tellsOfSound(_ text: String, names: Set<String> = []) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
    guard (1...6).contains(words.count),
      !text.contains(where: { "?!:;/@".contains($0) || $0.isNumber })
    else { return false }
    if words.count <= 3, isLanguage(words) { return true }
    var hasSound = false
    for word in words {
      if sounds.contains(String(word)) {
        hasSound = true
      } else if !companions.contains(word), !names.contains(String(word)) {
        return false
      }
    }
    return hasSound
  }

  /// Whether words tell of another language: `speaking Spanish`, `speaks in French`.
  private static func isLanguage(_ words: [Substring]) -> Bool {
    guard let first = words.first, let last = words.last, words.count > 1 else { return false }
    return ["speaking", "speaks", "singing", "sings"].contains(first)
      && ["sh", "ch", "an", "ese", "ic", "ew", "di", "language", "languages"]
        .contains { last.hasSuffix($0) && last.count > 4 }
  }

  /// Whether words in brackets tell of a sound in any text, be it a transcript or not.
  static func isUnmistakable(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    return words.count <= 3 && words.contains { unmistakable.contains($0) } && tellsOfSound(text)
  }

  private static let unmistakable: Set<Substring> = [
    "laughter", "laughs", "laughing", "applause", "inaudible", "unintelligible", "crosstalk",
    "indiscernible", "chuckles", "music", "gelächter", "unverständlich", "rires",
    "applaudissements", "inintelligible", "risas", "aplausos", "ininteligible", "risate",
    "applausi",
    "risos", "inaudível", "ininteligível", "gelach", "onverstaanbaar",
  ]

  /// Every form of the words for sounds, in lower case.
  private static let sounds: Set<String> = {
    var forms = Set(nouns.split(whereSeparator: \.isWhitespace).map(String.init))
    for verb in verbs.split(whereSeparator: \.isWhitespace).map(String.init) {
      let stem = verb.hasSuffix("e") ? String(verb.dropLast()) : verb
      let doubled =
        verb.last.map { "mpbg".contains($0) } == true ? verb + String(verb.suffix(1)) : ""
      forms.formUnion([verb, verb + "s", verb + "es", stem + "ing", stem + "ed"])
      if !doubled.isEmpty { forms.formUnion([doubled + "ing", doubled + "ed"]) }
      if verb.hasSuffix("y") { forms.insert(String(verb.dropLast()) + "ies") }
    }
    return forms
  }()

  private static let verbs = """
    applaud babble bark beep blow bleep boo burp buzz chant chatter cheer chime chirp chuckle clap
    clatter click cluck cough croak cry exhale gasp giggle groan growl grunt hiss howl hum inhale
    jingle knock laugh meow moan mumble murmur mutter pant ping rattle ring rustle scoff scream
    screech shout shriek shush sigh sing slam slurp snap sneeze sniff sniffle snicker snore snort
    sob splash squeak squeal stammer stutter swoosh tap thud tick tut wail weep whimper whisper
    whistle whoop whoosh yawn yell
    """

  private static let nouns = """
    laughter applause music silence pause crosstalk inaudible unintelligible indiscernible
    indistinct unclear noise noises sound sounds static feedback thunder footsteps
    bell bells siren sirens ding doorbell drumroll fanfare break jingle commercial commercials
    advertisement ad ads sponsor teaser intro outro theme blank_audio blank_text blank guffaw
    soundbite soundbites clip videotape
    interference ringtone gunshot gunfire explosion explosions typing birdsong
    throat skratt applåder
    \(germanSounds) \(frenchSounds) \(spanishSounds) \(italianSounds) \(portugueseSounds)
    \(dutchSounds)
    笑 笑い 拍手 音楽 掌声 笑声 音乐 смех аплодисменты музыка
    """

  // Words of six more languages that no other of them uses otherwise in brackets, so that nobody has
  // to know in which language a text is: no `son`, which is a sound in French, no Dutch `zucht`, which
  // is discipline in German, no Portuguese `riso`, which is rice in Italian.

  private static let germanSounds = """
    gelächter lachen lacht lachend lachsalve applaus applaudiert beifall musik stille schweigen
    räuspern räuspert seufzen seufzt seufzer husten hustet niesen niest gähnt kichern kichert
    klatschen klatscht jubel jubelt flüstert flüsternd weint schluchzt stöhnt schreit pfeift singt
    schnauft atmet klingeln klingelt klopfen klopft glockenläuten türklingel geräusch geräusche
    hintergrundgeräusche hintergrundmusik stimmengewirr unverständlich unhörbar
    rauschen
    """

  private static let frenchSounds = """
    rires rire riant racle applaudissements applaudit musique soupir soupirs soupire toux tousse
    éternue bâille chuchote chuchotements pleure sanglots sanglote gémit crie cris siffle chante
    bruit bruits brouhaha silence inaudible inintelligible incompréhensible sonnerie
    """

  private static let spanishSounds = """
    risa risas carcajada carcajadas ríe ríen riendo aplauso aplausos aplaude aplauden música silencio
    suspiro suspiros suspira tose estornuda bosteza susurra llora solloza gime grita gritos
    silba canta ruido ruidos murmullo murmullos inaudible ininteligible incomprensible carraspea
    carraspeo 
    """

  private static let italianSounds = """
    risa risate risata ridono ridendo applauso applausi applaude musica silenzio sospiro sospiri
    sospira tosse tossisce starnutisce sbadiglia sussurra piange singhiozza geme grida urla fischia
    canta rumore rumori brusio mormorio incomprensibile inudibile squillo
    """

  private static let portugueseSounds = """
    risos risada risadas gargalhada gargalhadas rindo aplauso aplausos música silêncio
    suspiro suspiros suspira tosse tossiu tossindo espirra boceja sussurra chora soluça geme grita
    gritos assobia canta ruído ruídos barulho murmúrio murmúrios inaudível ininteligível
    incompreensível pigarro pigarreia
    """

  private static let dutchSounds = """
    gelach lacht lachen lachend applaus applaudisseert muziek stilte zuchten hoest hoesten
    hoestend niest gaapt fluistert huilt snikt kreunt schreeuwt fluit zingt giechelt gegiechel gejuich
    geluid geluiden achtergrondgeluid achtergrondmuziek geroezemoes onverstaanbaar onhoorbaar
    gerinkel
    """

  /// What stands beside them: `leise Musik`, `rires du public`, `música de fundo`.
  private static let companionsAbroad = """
    alle allgemeines durcheinander beide das dem den der des die ein eine einspielung ende er es gast im kurz kurzes
    langes laut laute lautes leise leises leiser lange moderator publikum publikums sie sich spielt
    telefon und tür wird heitere ruhige im hintergrund lacher
    aux dans de douce du éclats en et fond générique il elle ils elles la le les léger légers rit sa légère long
    longue public sonore tous téléphone un une bref brève rythmée d'ambiance gorge se
    a al ambos con de del el ella en entre fondo fuerte fuertes la las leve leves los música público
    risas se suave suaves todos un una y voz voces
    ambedue breve con del della di e forte generale gli i il in lieve lunga lungo lui lei nel pubblico
    sottofondo tutti si dolce entrambi
    ao as baixa com da das do dos e em fundo longa longo o os plateia público suave todos ambos
    allemaal beide beiden de een en harde hij het in kort korte lang lange op publiek van zachte zacht
    zachtjes ze zij achtergrond
    """

  private static let companions: Set<Substring> = Set(
    """
    a all also archived begin film montage song tv an and another are around as at audience audio awkward awkwardly background barely
    begins both brief briefly bright calm chair children class closes collective collectively
    continues continuing coming crosstalk crowd cut deep deeply distant door dog dogs dramatic
    ends ending everybody everyone excitedly exhales fades fading faint fast for foreign from
    gentle gently glass goes group hands happily hard heavily heavy high host guest he she they in
    instrumental intensifies into it its language light lightly loud loudly long man men
    mid more nervous nervously of off on opens out outside over overlapping
    paper papers people phone plays playing quiet quietly quick quickly recording roll
    room sarcastic sarcastically short silence slow slowly soft softly some speech speaks speaker
    speaking starts starting stops swells talking talk
    the throat clears clearing then throughout to together transition transitional turns under up
    upbeat very video clip voice voices voiceover water wind with woman women words word while
    yes station tape audio segment section no line end cross
    \(companionsAbroad)
    """.split(whereSeparator: \.isWhitespace))

  /// Whether a label announces a part of a programme and no speaker: `Break:`, `Jingle:`.
  static func isStage(_ label: String) -> Bool {
    let words = label.lowercased().split(separator: " ")
    guard (1...3).contains(words.count) else { return false }
    return words.contains { stage.contains($0) }
      && words.allSatisfy { stage.contains($0) || companions.contains($0) }
  }

  private static let stage: Set<Substring> = [
    "break", "jingle", "music", "intro", "outro", "theme", "commercial", "commercials", "ad", "ads",
    "advertisement", "sponsor", "sponsors", "teaser", "sfx", "sound", "applause", "laughter",
    "silence", "pause", "bumper", "clip", "preroll", "midroll", "postroll", "stinger",
  ]
}
