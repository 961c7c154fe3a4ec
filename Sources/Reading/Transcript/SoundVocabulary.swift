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
    "indiscernible", "chuckles", "music",
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
    gelächter lachen lacht applaus beifall musik stille räuspern unverständlich
    throat
    rires rire applaudissements musique inaudible risas risa aplausos música risos risate applausi
    musica gelach applaus muziek skratt applåder
    笑 笑い 拍手 音楽 掌声 笑声 音乐 смех аплодисменты музыка
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
