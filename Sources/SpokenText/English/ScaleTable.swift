/// Names of powers of a thousand that stand after a number in words: `1.5 million`.
enum ScaleTable {
  static let tsv = """
    hundred
    thousand
    million
    billion
    trillion
    quadrillion
    lakh
    crore
    """
}
