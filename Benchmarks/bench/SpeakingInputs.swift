import Glibc

/// The texts that are narrated, in files, and the words of each as eSpeak NG gets them.
struct SpeakingInputs {
  /// Transcripts of a podcast one after the other, or prose with headings where there are none.
  let whole: String
  /// So much of it as is spoken in about an hour.
  let hour: String
  /// The words of the whole, a sentence a line.
  let spoken: String
  /// What it is, for the titles of tables.
  let told: String
  /// Whether there are transcripts.
  let isReal: Bool

  /// Bytes of text that the voice speaks in an hour.
  private static let bytesAnHour = 65_000

  /// - Parameters:
  ///   - shared: A folder with `episodes/changelog`, which need not be there.
  ///   - bytes: So much text at most.
  init?(shared: String, bytes: Int, scratch: String, narrate: Narrate) {
    let folder = "\(shared)/episodes/changelog"
    let transcripts = names(in: folder).filter { $0.hasSuffix(".md") }
    isReal = !transcripts.isEmpty
    var text = ""
    if isReal {
      for name in transcripts where text.utf8.count < bytes {
        text += "# \(name.dropLast(3))\n\n" + (read("\(folder)/\(name)") ?? "") + "\n\n"
      }
    } else {
      var maker = TextMaker(.prose, seed: 7)
      var part = 0
      while text.utf8.count < bytes {
        part += 1
        text += "# Part \(part)\n\n" + maker.text(ofBytes: 50_000) + "\n\n"
      }
    }
    text = Self.paragraphs(text, bytes: bytes)
    whole = "\(scratch)/whole.md"
    hour = "\(scratch)/hour.md"
    spoken = "\(scratch)/spoken.txt"
    told =
      "\(Table.short(Double(text.utf8.count) / 1000)) kB of "
      + (isReal ? "transcripts" : "made prose")
    let explain = narrate.explain(whole)
    guard save(text, to: whole), save(Self.paragraphs(text, bytes: Self.bytesAnHour), to: hour),
      Command(explain, output: spoken) != nil
    else { return nil }
  }

  /// Whole paragraphs from the start of a text.
  private static func paragraphs(_ text: String, bytes: Int) -> String {
    guard text.utf8.count > bytes else { return text }
    var part = ""
    for paragraph in text.split(separator: "\n\n") {
      guard part.utf8.count + paragraph.utf8.count < bytes else { break }
      part += paragraph + "\n\n"
    }
    return part
  }
}

/// The command lines of what is compared: one voice, the same for all.
struct Narrate {
  let program: String

  /// The voice `narrator` as `espeak-ng` is asked for it.
  static let espeak = ["espeak-ng", "-v", "en-us", "-s", "145", "-p", "45", "-a", "80"]
  private static let voice = ["--voice", "narrator", "--rate", "145", "--cast", "none"]

  func explain(_ text: String) -> [String] {
    [program, "explain", "--format", "spoken"] + Self.voice + [text]
  }

  /// Speaks a text into a file, whose name says its format.
  func speak(_ text: String, to file: String, loudness: String = "-19", jobs: Int = 2) -> [String] {
    [program, "--quiet"] + Self.voice + ["--loudness=\(loudness)", "--jobs", "\(jobs)"]
      + ["-o", file, text]
  }

  static func espeak(_ text: String, to file: String) -> [String] {
    espeak + ["-w", file, "-f", text]
  }

  static func flac(_ wav: String, to file: String, level: Int = 5) -> [String] {
    ["flac", "-s", "-f", "-\(level)", "-o", file, wav]
  }
}
