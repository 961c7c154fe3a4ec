/// Words around letters that are said by their names.
enum InitialismTable {
  /// Degrees and others with small letters inside that are spelled all the same.
  static let spelledMixed = """
    phd
    phds
    bsc
    msc
    edd
    iot
    ph
    """

  /// `Group A`, `hepatitis A`: the capital after it is a letter's name.
  static let letteredThings = """
    appendix
    arm
    block
    class
    cohort
    column
    condition
    exhibit
    factor
    figure
    grade
    group
    hepatitis
    influenza
    item
    level
    model
    option
    panel
    part
    participant
    patient
    phase
    plan
    point
    protein
    schedule
    section
    series
    side
    step
    stream
    student
    table
    team
    type
    version
    vitamin
    """
}
