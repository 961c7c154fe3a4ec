import SpokenText

// Until the commands stand: `narrate normalize --lines` and `narrate sentences` on standard input.
switch CommandLine.arguments.dropFirst().first {
case "normalize":
  let normalizer = Normalizer()
  while let line = readLine() { print(normalizer.normalize(line).spoken) }
case "sentences":
  var text = ""
  while let line = readLine(strippingNewline: false) { text += line }
  let bytes = Array(text.utf8)
  for range in SentenceSplitter.sentences(in: text) {
    print(
      String(decoding: bytes[range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
        .joined(separator: " "))
  }
default:
  print("usage: narrate normalize --lines | sentences -")
}
