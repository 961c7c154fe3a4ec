/// Scholarly text and text full of numbers: hardly a clause in which nothing has to be said anew.
enum Dense {
  static let sentences = [
    "Of {count} patients (mean age {small}.4 years, SD = 6.{small}), {percent}% took {dose} mg/day.",
    "The effect was small, t({small}) = 2.{small}, p < .00{digit}, d = 0.{small} (95% CI [0.{digit}, 1.{small}]).",
    "{author} et al. ({year}) reported the same in Fig. {digit}A and Table S{digit}, cf. pp. {small}–{count}.",
    "Sleep spindles predict recall ({author}, {year}; {author} & {author}, {year}a,b).",
    "On {month} {digit}, {year}, at {hour}:15 p.m., the index fell {percent}.{digit}% to {count},{count}.50.",
    "Revenue rose from ${price}.2 million in Q{digit} {year} to US${price} bn, or €{small},{count} a head.",
    "IL-{digit}β, CYP2D6 and 5-HT2A mRNA levels rose ≥ {digit}-fold within {small} h (p = 0.0{small}).",
    "At {small} °C and {dose} kPa the flow was {digit}.{small} × 10^{digit} m³/s, i.e., {percent}% above the norm.",
    "Post-traumatic stress disorder (PTSD) was assessed with the CAPS-{digit}; PTSD scores fell by {small}.",
    "See doi:10.5555/jis.{year}.{count} or https://example.org/data/{year}/{count}?v={digit} for all {count} records.",
    "F({digit}, {count}) = {small}.{small}, χ²({digit}) = {small}.7, r = −.{small}, n = {count}.",
    "Henry IV and Louis XIV never met; World War II ended {small} years before {year}.",
    "The dose was {dose} mg b.i.d. for {digit}–{small} weeks vs. placebo [{digit}, {small}–{count}].",
    "Between {year} and {year}, {count},{count} of {count},{count} samples (≈ {percent}%) weighed under {digit} kg.",
    "The flat at {count} Mill St., Austin, TX 787{small}, is {dose} m², {small}' by {small}', on the 3rd floor.",
    "Call (212) 555-01{small} or write to lab{digit}@example.org before {digit}/{small}/{year}, 9 a.m.–5 p.m. EST.",
    "Version v{digit}.{small}.1 needs {digit} GB of RAM and runs {small}% faster on an x86-64 CPU.",
    "Phase II/III trials (NCT0{count}{count}) ran in the 1990s, the '80s and {year}–{small}.",
    "α = .0{digit}, β = 0.{small}, Δ{small} ± {digit}.{digit} μg/mL; H₂O and Ca²⁺ at {dose} mmol/L.",
    "About {digit}/{small} of the £{price}k went to the NHS, {digit} ½ times as much as in {year}.",
  ]

  static let words = [
    "author": [
      "Okafor", "Lindqvist", "van der Berg", "Moreau", "Haddad", "O’Neill", "Castañeda", "Reyes",
      "Müller", "Osei", "Smith-Jones", "Kim",
    ],
    "month": ["January", "Feb.", "March", "May", "Aug.", "September", "Nov.", "December"],
  ]
}
