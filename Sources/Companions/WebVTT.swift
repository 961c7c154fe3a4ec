import Narration

/// Captions as WebVTT (W3C Candidate Recommendation, 4 April 2019).
///
/// No `STYLE` block: with one, ffmpeg 5.1 finds no cue at all. No comment either, so that the bytes
/// depend on the captions alone.
public enum WebVTT {
  /// The whole file.
  ///
  /// ```
  /// WEBVTT
  ///
  /// c1-p2-s1
  /// 00:00:01.250 --> 00:00:04.003
  /// <v Anna>Fear &amp; memory
  /// ```
  public static func text(_ captions: [Caption], sampleRate: Int) -> String {
    var text = "WEBVTT\n"
    for caption in captions {
      let start = caption.start.milliseconds(sampleRate: sampleRate)
      // A cue must end after it starts; a sentence without a sound is shown for a millisecond.
      let end = max(caption.end.milliseconds(sampleRate: sampleRate), start + 1)
      text += "\n\(caption.identifier)\n"
      text +=
        "\(SampleTime.timestamp(milliseconds: start)) --> \(SampleTime.timestamp(milliseconds: end))\n"
      let name = caption.speaker?.name.onOneLine ?? ""
      if !name.isEmpty { text += "<v \(escaped(name))>" }
      text += caption.lines.map(escaped).joined(separator: "\n") + "\n"
    }
    return text
  }

  /// Text that no parser takes for a tag, a character reference or an arrow.
  ///
  /// `"a --> b & <i>"` → `"a --&gt; b &amp; &lt;i&gt;"`.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
