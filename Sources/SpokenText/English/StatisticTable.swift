/// Symbols of statistics that are written with several lower-case letters.
enum StatisticTable {
  static let tsv = """
    p's
    ps
    df
    mdn
    aor
    ahr
    arr
    """

  /// Symbols said letter by letter before a relation or a number.
  static let spelled: [StaticString] = [
    "SD", "SE", "SEM", "CI", "CrI", "IQR", "OR", "HR", "RR", "IRR", "aOR", "aHR", "aRR", "df", "MD",
    "SMD", "WMD", "AUC", "ICC", "RD", "PR", "BF", "NNT", "SMR", "RMSE", "AIC", "BIC", "MSE",
  ]

  /// Effect sizes that stand before their value without a sign: `OR 1.8`.
  static let effects: [StaticString] = [
    "OR", "HR", "RR", "IRR", "aOR", "aHR", "aRR", "MD", "SMD", "WMD", "RD", "PR", "SMR", "AUC",
  ]
}
