/// Symbols of statistics that are written with lower-case letters, and so must wake a rule.
///
/// Single letters are among them, but for those that are words (`a`, `i`, `o`).
enum StatisticTable {
  static let tsv = """
    p's
    ps
    df
    mdn
    aor
    ahr
    arr
    b
    c
    d
    e
    f
    g
    h
    j
    k
    m
    n
    q
    r
    s
    t
    u
    v
    w
    x
    y
    z
    rs
    padj
    pcorr
    pfdr
    """

  /// Symbols said letter by letter before a relation or a number.
  static let spelled: [StaticString] = [
    "SD", "SE", "SEM", "CI", "CrI", "IQR", "OR", "HR", "RR", "IRR", "aOR", "aHR", "aRR", "df", "MD",
    "SMD", "WMD", "AUC", "ICC", "RD", "PR", "BF", "NNT", "SMR", "RMSE", "AIC", "BIC", "MSE",
    "CFI", "TLI", "NFI", "GFI", "RMSEA", "SRMR", "VIF", "ES", "ESS", "EMM", "MAE", "MAD",
    "SDs", "SEs", "ORs", "HRs", "RRs",
  ]

  /// Symbols with the word that is set low behind them, run together in plain text:
  /// `Mage` → `M age`; with the number of bytes of the symbol.
  static let runTogether: [(written: StaticString, symbol: Int)] = [
    ("Mage", 1), ("SDage", 2), ("Mdiff", 1), ("SDdiff", 2), ("SEdiff", 2),
    ("padj", 1), ("pcorr", 1), ("pFDR", 1), ("rs", 1),
  ]

  /// Effect sizes that stand before their value without a sign: `OR 1.8`.
  static let effects: [StaticString] = [
    "OR", "HR", "RR", "IRR", "aOR", "aHR", "aRR", "MD", "SMD", "WMD", "RD", "PR", "SMR", "AUC",
  ]
}
