/// Names that announce the number of a publication, a person or a trial.
enum IdentifierTable {
  static let tsv = """
    doi
    pmid
    pmcid
    pmc
    arxiv
    isbn
    issn
    eissn
    orcid
    nct
    crd
    isrctn
    actrn
    eudract
    oclc
    lccn
    jstor
    cas
    """
}
