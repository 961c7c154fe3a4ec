import Narration
import NarrationTesting
import Testing

@testable import Reading

/// What formulas become on one line, whether they are written in MathML or in a word processor.
struct FormulaTests {
  /// The same formula in both vocabularies.
  struct Formula: CustomTestStringConvertible, Sendable {
    var text: String
    var mathML: String
    var office: String
    var testDescription: String { text }
  }

  private static func tag(_ name: String, _ content: String...) -> String {
    "<\(name)>\(content.joined())</\(name.prefix { $0 != " " })>"
  }

  private static func name(_ text: String) -> String { tag("mi", text) }
  private static func number(_ text: String) -> String { tag("mn", text) }
  private static func sign(_ text: String) -> String { tag("mo", text) }
  private static func run(_ text: String) -> String { tag("m:r", tag("m:t", text)) }
  private static func upright(_ text: String) -> String {
    tag("m:r", "<m:rPr><m:sty m:val=\"p\"/></m:rPr>", tag("m:t", text))
  }
  private static func part(_ text: String) -> String { tag("m:e", text) }

  private static let sum = tag("mrow", name("a"), sign("+"), name("b"))
  private static let start = tag("mrow", name("i"), sign("="), number("1"))
  private static func row(_ cells: String...) -> String {
    tag("mtr", cells.map { tag("mtd", $0) }.joined())
  }

  static let formulas: [Formula] = [
    Formula(
      text: "(a + b)/c", mathML: tag("mfrac", sum, name("c")),
      office: tag("m:f", tag("m:num", run("a+b")), tag("m:den", run("c")))),
    Formula(
      text: "(n, k)",
      mathML: sign("(") + tag("mfrac linethickness='0'", name("n"), name("k")) + sign(")"),
      office: tag(
        "m:d",
        part(
          tag(
            "m:f", "<m:fPr><m:type m:val='noBar'/></m:fPr>", tag("m:num", run("n")),
            tag("m:den", run("k")))))),
    Formula(
      text: "1/2 x²",
      mathML: tag("mfrac", number("1"), number("2"))
        + tag("msup", name("x"), number("2")),
      office: tag("m:f", tag("m:num", run("1")), tag("m:den", run("2")))
        + tag("m:sSup", part(run("x")), tag("m:sup", run("2")))),
    Formula(
      text: "x_{i} + x₁",
      mathML: tag("msub", name("x"), name("i")) + sign("+")
        + tag("msub", name("x"), number("1")),
      office: tag("m:sSub", part(run("x")), tag("m:sub", run("i"))) + run("+")
        + tag("m:sSub", part(run("x")), tag("m:sub", run("1")))),
    Formula(
      text: "x_{i}^{2}", mathML: tag("msubsup", name("x"), name("i"), number("2")),
      office: tag("m:sSubSup", part(run("x")), tag("m:sub", run("i")), tag("m:sup", run("2")))),
    Formula(
      text: "x⁻¹ − e^{−x}",
      mathML: tag("msup", name("x"), tag("mrow", sign("-"), number("1"))) + sign("-")
        + tag("msup", name("e"), tag("mrow", sign("−"), name("x"))),
      office: tag("m:sSup", part(run("x")), tag("m:sup", run("-1"))) + run("-")
        + tag("m:sSup", part(run("e")), tag("m:sup", run("-x")))),
    Formula(
      text: "^{14}_{6}C, ¹⁴C",
      mathML: tag("mmultiscripts", name("C"), "<mprescripts/>", number("6"), number("14"))
        + sign(",") + tag("mmultiscripts", name("C"), "<mprescripts/><none/>", number("14")),
      office: tag("m:sPre", tag("m:sub", run("6")), tag("m:sup", run("14")), part(run("C")))
        + run(",") + tag("m:sPre", "<m:sub/>", tag("m:sup", run("14")), part(run("C")))),
    Formula(
      text: "√x = ∛(a + b)",
      mathML: tag("msqrt", name("x")) + sign("=") + tag("mroot", sum, number("3")),
      office: tag("m:rad", "<m:deg/>", part(run("x"))) + run("=")
        + tag("m:rad", tag("m:deg", run("3")), part(run("a+b")))),
    Formula(
      text: "(x²)^{1/5}",
      mathML: tag("mroot", tag("msup", name("x"), number("2")), number("5")),
      office: tag(
        "m:rad", tag("m:deg", run("5")),
        part(tag("m:sSup", part(run("x")), tag("m:sup", run("2")))))),
    Formula(
      text: "∑_{i = 1}^{n} x_{i}",
      mathML: tag("munderover", sign("∑"), start, name("n")) + tag("msub", name("x"), name("i")),
      office: tag(
        "m:nary", "<m:naryPr><m:chr m:val='∑'/></m:naryPr>", tag("m:sub", run("i=1")),
        tag("m:sup", run("n")), part(tag("m:sSub", part(run("x")), tag("m:sub", run("i")))))),
    Formula(
      text: "∫_{0}^{1} f(x)dx",
      mathML: tag("msubsup", sign("∫"), number("0"), number("1")) + name("f") + sign("&#x2061;")
        + tag("mfenced", name("x")) + name("d") + name("x"),
      office: tag(
        "m:nary", tag("m:sub", run("0")), tag("m:sup", run("1")),
        part(run("f") + tag("m:d", part(run("x"))) + run("dx")))),
    Formula(
      text: "∑_{i} x", mathML: tag("munder", sign("∑"), name("i")) + name("x"),
      office: tag(
        "m:nary", "<m:naryPr><m:chr m:val='∑'/></m:naryPr>", tag("m:sub", run("i")), "<m:sup/>",
        part(run("x")))),
    Formula(
      text: "A = [1, −2; 3, 4]",
      mathML: name("A") + sign("=") + sign("[")
        + tag("mtable", row(number("1"), sign("-") + number("2")), row(number("3"), number("4")))
        + sign("]"),
      office: run("A=")
        + tag(
          "m:d", "<m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr>",
          part(
            tag(
              "m:m", tag("m:mr", part(run("1")), part(run("-2"))),
              tag("m:mr", part(run("3")), part(run("4"))))))),
    Formula(
      text: "{x, x > 0; 0, otherwise",
      mathML: sign("{")
        + tag(
          "mtable", row(name("x") + sign(","), name("x") + sign("&gt;") + number("0")),
          row(number("0"), tag("mtext", "otherwise"))),
      office: tag(
        "m:d", "<m:dPr><m:begChr m:val='{'/><m:endChr m:val=''/></m:dPr>",
        part(
          tag(
            "m:eqArr", part(run("x, &amp;x&gt;0")),
            part(
              run("0, &amp;")
                + tag("m:r", "<m:rPr><m:nor/></m:rPr>", tag("m:t", "otherwise"))))))),
    Formula(
      text: "x = y + z; w = 1",
      mathML: tag(
        "mtable", row(name("x"), sign("=") + name("y")), row("", sign("+") + name("z")),
        row(name("w"), sign("=") + number("1"))),
      office: tag("m:eqArr", part(run("x=y")), part(run("+z")), part(run("w=1")))),
    Formula(
      text: "x̂ + ȳ + z̲",
      mathML: tag("mover", name("x"), sign("^")) + sign("+") + tag("mover", name("y"), sign("¯"))
        + sign("+") + tag("munder", name("z"), sign("_")),
      office: tag("m:acc", part(run("x"))) + run("+")
        + tag("m:bar", "<m:barPr><m:pos m:val='top'/></m:barPr>", part(run("y"))) + run("+")
        + tag("m:bar", part(run("z")))),
    Formula(
      text: "lim_{x → 0} sin x",
      mathML: tag("munder", name("lim"), tag("mrow", name("x"), sign("→"), number("0")))
        + sign("&#x2061;") + name("sin") + sign("&#x2061;") + name("x"),
      office: tag(
        "m:func",
        tag("m:fName", tag("m:limLow", part(upright("lim")), tag("m:lim", run("x→0")))),
        part(tag("m:func", tag("m:fName", upright("sin")), part(run("x")))))),
    Formula(
      text: "P(A|B) = |−x| − 1",
      mathML: name("P") + tag("mfenced separators='|'", name("A"), name("B")) + sign("=")
        + sign("|") + sign("-") + name("x") + sign("|") + sign("-") + number("1"),
      office: run("P") + tag("m:d", part(run("A")), part(run("B"))) + run("=")
        + tag(
          "m:d", "<m:dPr><m:begChr m:val='|'/><m:endChr m:val='|'/></m:dPr>", part(run("-x")))
        + run("-1")),
    Formula(
      text: "a + b_{n}",
      mathML: tag("munder", tag("munder", sum, sign("⏟")), name("n")),
      office: tag("m:limLow", part(tag("m:groupChr", part(run("a+b")))), tag("m:lim", run("n")))),
  ]

  @Test(arguments: formulas)
  func isTheSameInEveryFormat(_ formula: Formula) throws {
    let math = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">\(formula.mathML)</math>"
    let html = "<p>Let \(math) be.</p>"
    let page = try readPage(html).episode
    #expect(page.passages.map(\.text) == ["Let \(formula.text) be."])
    checkEveryLetterOfXML(page, html, isInOrder: false)
    let article = try readJATS(jats(body: "<p>Let \(math) be.</p>")).episode
    #expect(article.passages.last?.text == "Let \(formula.text) be.")
    checkEveryLetterOfXML(article, formula.text, isInOrder: false)
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">Let </w:t></w:r><m:oMath>\(formula.office)"
    let document = TestDocument(
      body + "</m:oMath><w:r><w:t xml:space=\"preserve\"> be.</w:t></w:r></w:p>")
    let episode = try document.read().episode
    #expect(episode.passages.map(\.text) == ["Let \(formula.text) be."])
    checkEveryLetterOfXML(episode, formula.text, isInOrder: false)
  }

  // MARK: MathML alone

  @Test(arguments: [
    ("<math alttext='a over b'><mi>a</mi></math>", "a over b"),
    ("<math alttext='\\frac{a}{b}'><mi>c</mi></math>", "c"),
    // TeX without a command is no words either.
    ("<math alttext='x^{2}'><msup><mi>x</mi><mn>2</mn></msup></math>", "x²"),
    ("<math alttext='\\frac{a}{b}'></math>", "(a)/(b)"),
    ("<math altimg='x.png'><mi>x</mi></math>", "x"),
    ("<math><semantics><mi>x</mi><annotation>\\x</annotation></semantics></math>", "x"),
    ("<math><mfenced><mi>x</mi><mi>y</mi></mfenced></math>", "(x, y)"),
    ("<math><mfenced separators=';,'><mi>x</mi><mi>y</mi><mi>z</mi></mfenced></math>", "(x; y, z)"),
    ("<math> <mrow>\n <mi> x </mi>\n <mo> = </mo>\n<mn> 1 </mn> </mrow> </math>", "x = 1"),
    ("<math><mi>f</mi><mo>'</mo><mo>(</mo><mi>x</mi><mo>)</mo></math>", "f′(x)"),
    ("<math><mi>log</mi><mi>x</mi><mspace/><mi>y</mi></math>", "log x y"),
    // What has text beside its parts is not what it says it is.
    ("<math><mfrac>x<mi>y</mi><mi>z</mi></mfrac></math>", "xyz"),
    ("<math><mfrac><mi>y</mi></mfrac></math>", "y"),
    ("<math><mphantom><mi>y</mi></mphantom><mi>x</mi></math>", "x"),
    (
      "<math><mfrac><mrow><mo>(</mo><mi>a</mi><mo>+</mo><mn>1</mn><mo>)</mo></mrow><mi>f</mi></mfrac></math>",
      "(a + 1)/f"
    ),
    (
      "<math><mfrac><mrow><mo>∂</mo><mi>f</mi></mrow><mrow><mo>∂</mo><mi>x</mi></mrow></mfrac></math>",
      "∂f/∂x"
    ),
  ])
  func mathML(_ html: String, _ text: String) throws {
    let episode = try readPage("<p>Let \(html) be.</p>").episode
    #expect(episode.passages.map(\.text) == ["Let \(text) be."])
    #expect(episode.omissions.allSatisfy { $0.reason != .unspeakable })
    checkEveryLetterOfXML(episode, html, isInOrder: false)
  }

  @Test func placesAreExact() throws {
    let html =
      "<p>So <math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>bc</mi></mrow><mn> 12 </mn></mfrac></math>.</p>"
    let episode = try readPage(html).episode
    let passage = try #require(episode.passages.first)
    #expect(passage.text == "So (a + bc)/12.")
    for word in ["a", "bc", "12"] {
      let range = try #require(passage.text.firstRange(of: word))
      let start = passage.text.utf8.distance(
        from: passage.text.startIndex, to: range.lowerBound)
      let source = passage.runs.source(of: start..<start + word.utf8.count)
      #expect(episode.source.slice(source) == word)
    }
  }

  // MARK: Nothing is lost

  private static let mathNames = [
    "math", "mrow", "mfrac", "msup", "msub", "msubsup", "mover", "munder", "munderover", "msqrt",
    "mroot", "mfenced", "mtable", "mtr", "mtd", "mtext", "mmultiscripts", "mphantom", "semantics",
    "annotation", "mstyle", "mi", "mo",
  ]
  private static let mathLeaves = [
    "<mi>x</mi>", "<mi>sin</mi>", "<mn> 12 </mn>", "<mo>-</mo>", "<mo>=</mo>", "<mo>(</mo>",
    "<mo>|</mo>", "<mo>∑</mo>", "<mo>⏟</mo>", "<mo>¯</mo>", "<mprescripts/>", "<none/>", "stray",
    "<mo>)</mo>", "<mo>&#x2061;</mo>", "<mn>3</mn>", "<mtext> if so </mtext>",
  ]
  private static let officeNames = [
    "m:oMath", "m:f", "m:num", "m:den", "m:e", "m:sSup", "m:sSub", "m:sSubSup", "m:sPre", "m:sub",
    "m:sup", "m:rad", "m:deg", "m:nary", "m:d", "m:func", "m:fName", "m:limLow", "m:lim", "m:m",
    "m:mr", "m:eqArr", "m:acc", "m:bar", "m:groupChr", "m:phant", "m:oMathPara", "w:del", "w:ins",
  ]
  private static let officeLeaves = [
    "<m:r><m:t>x</m:t></m:r>", "<m:r><m:t>sin 12,5 &amp; y</m:t></m:r>", "<m:t>ab=c</m:t>", "stray",
    "<m:r><m:rPr><m:nor/></m:rPr><m:t>as it is</m:t></m:r>", "<w:r><w:t>word</w:t></w:r>",
    "<m:phantPr><m:show m:val=\"0\"/></m:phantPr>", "<m:sub><m:r><m:t>3</m:t></m:r></m:sub>",
  ]

  private func generate(
    _ names: [String], _ leaves: [String], _ depth: Int, _ generator: inout SeededGenerator
  ) -> String {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      if depth == 0 || Int.random(in: 0..<3, using: &generator) == 0 {
        return leaves.randomElement(using: &generator) ?? ""
      }
      let name = names.randomElement(using: &generator) ?? ""
      return "<\(name)>\(generate(names, leaves, depth - 1, &generator))</\(name)>"
    }.joined()
  }

  /// Parts in any number and any order: every letter is in a passage or declared.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func nothingIsLost(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let math = generate(Self.mathNames, Self.mathLeaves, 5, &generator)
      let text = jats(
        body: "<p>A <math xmlns=\"http://www.w3.org/1998/Math/MathML\">\(math)</math>.</p>")
      let article = try readJATS(text).episode
      checkEveryLetterOfXML(article, text, isInOrder: false)
      let page = "<p>A <math>\(math)</math>.</p>"
      let episode = try readPage(page).episode
      checkEveryLetterOfXML(episode, page, isInOrder: false)
      let office = generate(Self.officeNames, Self.officeLeaves, 6, &generator)
      let document = TestDocument(
        "<w:p><w:r><w:t>A</w:t></w:r><m:oMath>\(office)</m:oMath></w:p>")
      checkEveryLetterOfXML(try document.read().episode, office, isInOrder: false)
    }
  }

  @Test(arguments: ["mfrac", "msqrt", "msup", "munder", "mtable"])
  func deepNesting(_ name: String) throws {
    let math =
      String(repeating: "<\(name)><mi>a</mi>", count: 20_000) + "<mi>depth</mi>"
      + String(repeating: "</\(name)>", count: 20_000)
    let article = try readJATS(
      jats(body: "<p>A <math xmlns=\"http://www.w3.org/1998/Math/MathML\">\(math)</math>.</p>"))
    #expect(article.episode.passages.contains { $0.text.contains("depth") })
    checkEveryLetterOfXML(article.episode, name, isInOrder: false)
  }
}
