extension NormalizedText {
  /// The spoken text as Speech Synthesis Markup Language 1.1: a paragraph of sentences.
  ///
  /// Letters said by their names are `say-as` `characters`; pronunciations in the International
  /// Phonetic Alphabet are `phoneme` elements. `"an MRI & more"` → `<p><s>an <say-as
  /// interpret-as="characters">MRI</say-as> and more</s></p>`.
  public var ssmlParagraph: String {
    var ssml = "<p>"
    for sentence in sentences where !sentence.spoken.isEmpty {
      ssml += "<s>"
      var isFirst = true
      var letters = ""
      func flush(_ ssml: inout String) {
        guard !letters.isEmpty else { return }
        ssml += "<say-as interpret-as=\"characters\">\(letters)</say-as>"
        letters = ""
      }
      for word in words(of: sentence) {
        let isLetter = word.pronunciation == .letterName && word.text.utf8.count == 1
        if !isLetter || letters.isEmpty {
          flush(&ssml)
          if !isFirst { ssml += " " }
        }
        isFirst = false
        switch word.pronunciation {
        case .letterName where isLetter: letters += word.text
        case .ipa(let phonemes):
          ssml +=
            "<phoneme alphabet=\"ipa\" ph=\"\(XMLText.escaped(phonemes))\">"
            + "\(XMLText.escaped(word.text))</phoneme>"
        default: ssml += XMLText.escaped(word.text)
        }
        if word.mark != .none {
          flush(&ssml)
          ssml += word.mark.rawValue
        }
      }
      flush(&ssml)
      ssml += "</s>"
    }
    return ssml + "</p>"
  }

  /// The element that holds paragraphs, opened for a language.
  public static func ssmlOpening(_ language: Language) -> String {
    "<speak version=\"1.1\" xmlns=\"http://www.w3.org/2001/10/synthesis\" "
      + "xml:lang=\"\(XMLText.escaped(language.tag))\">"
  }

  /// Closes what ``ssmlOpening(_:)`` opened.
  public static let ssmlClosing = "</speak>"
}

/// Text inside XML.
enum XMLText {
  /// `a<b & "c"` → `a&lt;b &amp; &quot;c&quot;`, fit for element content and attribute values.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { "&<>\"".utf8.contains($0) }) else { return text }
    // By scalars: a mark that combines with `<` makes another character of it, but no other markup.
    return text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
