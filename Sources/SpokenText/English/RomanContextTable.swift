/// Words beside Roman numerals that count things: `Chapter XIV`, `type II`, `iron(III)`.
enum RomanContextTable {
  /// Words after which a Roman numeral is a number: `Chapter XIV`, `type II`.
  static let cardinal = """
    act
    acts
    amendment
    amendments
    angiotensin
    annex
    apollo
    appendix
    article
    articles
    axis
    book
    books
    bipolar
    bowl
    canto
    cap
    case
    category
    categories
    ch
    chap
    chapter
    chapters
    chromium
    class
    classes
    cn
    cohort
    collagen
    complex
    division
    dsm
    enclosure
    episode
    exhibit
    factor
    factors
    fig
    figs
    figure
    figures
    gemini
    grade
    grades
    group
    groups
    layer
    interferon
    mhc
    module
    polymerase
    pol
    photosystem
    saturn
    topoisomerase
    lamina
    layers
    lead
    leads
    legion
    lesson
    level
    levels
    mark
    movement
    mk
    nerve
    nerves
    no
    number
    opus
    panel
    part
    parts
    phase
    phases
    plate
    plates
    protocol
    psalm
    quartile
    round
    scene
    schedule
    section
    sections
    segment
    series
    stage
    stages
    step
    study
    subtype
    supplement
    symphony
    table
    tables
    tier
    title
    titles
    tome
    trial
    type
    types
    unit
    units
    vatican
    version
    pt
    vol
    vols
    volume
    volumes
    war
    ward
    wars
    wrestlemania
    zone
    zones
    """

  /// Elements that are bound in more than one way.
  static let metals: [StaticString] = [
    "iron", "copper", "lead", "tin", "cobalt", "nickel", "chromium", "manganese", "mercury", "gold",
    "platinum", "palladium", "vanadium", "titanium", "cerium", "uranium", "plutonium", "arsenic",
    "antimony", "thallium", "ruthenium", "rhodium", "osmium", "iridium", "silver", "molybdenum",
    "tungsten", "selenium", "sulfur", "bismuth",
  ]

  /// What drips into a vein.
  static let infusions: [StaticString] = [
    "fluid", "fluids", "infusion", "infusions", "drip", "line", "access", "therapy", "bolus",
    "antibiotics", "push", "ketamine", "medication", "medications", "morphine", "saline",
    "fentanyl", "steroids", "contrast", "lines", "dose", "doses",
  ]

  /// Words in lower case after which `I` is a number unless a verb follows: `type I collagen`.
  static let technical: [StaticString] = [
    "type", "phase", "class", "stage", "complex", "bipolar", "angiotensin", "collagen", "axis",
    "topoisomerase", "photosystem",
  ]

  /// Words after which `I` has been the pronoun behind a label, though not behind a name: `the stage
  /// I was in`, but `Charles I was crowned`.
  static let clauseWords: [StaticString] = ["we", "you", "was", "had", "were", "he", "she", "they"]

  /// Nouns that show that `I` after a word in lower case is a number: `type I error`.
  static let nouns: [StaticString] = [
    "clinical", "collagen", "diabetes", "diabetic", "disease", "disorder", "endometrial", "error",
    "errors", "hypersensitivity", "interferon", "interferons", "myocardial", "neurons", "patients",
    "receptor", "receptors", "restriction", "secretion", "studies", "study", "supernova",
    "supernovae", "superconductor", "superconductors", "topoisomerase", "trauma", "trial",
    "trials", "evidence", "recommendation", "cancer", "tumor", "tumors", "antiarrhythmic",
    "molecules", "mhc", "cells", "cell", "fibers", "fibres", "response", "responses", "reaction",
    "reactions", "enzymes", "inhibitor", "inhibitors", "agonists", "melanoma", "breast", "lung",
    "colon", "ovarian", "lymphoma", "carcinoma", "tumour", "tumours", "testing", "results",
    "malformation", "civilization", "odontoid", "fracture", "fractures", "hypertension", "drug",
    "drugs", "substance", "device", "devices", "site", "survey", "offence", "felony", "listed",
    "or", "and", "to", "through", "versus", "vs",
  ]
}
