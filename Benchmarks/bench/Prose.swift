/// What people say and write every day: a number, a name or a short form now and then.
enum Prose {
  static let sentences = [
    "I went down to {place} on a {adjective} afternoon and asked {name} about the {thing}.",
    "Nobody had touched the {thing} in years, and the door wouldn't open for any of us.",
    "“You can't just leave it there,” {name} said, “not with the {thing} still running.”",
    "So what happens next is that the whole team sits down and talks about the {thing}.",
    "It was one of those {adjective} mornings when the harbour is so quiet that you hear the ropes.",
    "She'd been writing about the {thing} long before anybody in {place} thought it mattered.",
    "If you listen to the recording again, you'll notice how often {name} pauses before an answer.",
    "The {thing} isn't {adjective}, it's simply old, and old things ask for patience.",
    "We walked for an hour, past the mill and the station, until the road gave way to sand.",
    "There's a story they tell in {place} about a lighthouse keeper who never learned to swim.",
    "Most of the people I spoke to would rather keep the {thing} than build another one.",
    "And that, I think, is the part that gets lost when we call it {adjective}.",
    "He had a habit of humming while he worked, which his neighbours came to like.",
    "Then again, maybe the question was never whether the {thing} worked but for whom.",
    "{name} laughed and poured more tea, and for a while neither of us said a word.",
    "What surprised me was how {adjective} it felt to hold the {thing} in both hands.",
    "The committee met twice, agreed on nothing, and went home before the rain began.",
    "Let me put it another way: a garden is a conversation that takes all summer.",
    "You know, when I started out, I didn't have a plan; I had a borrowed desk and a deadline.",
    "My grandmother kept the {thing} wrapped in newspaper under the stairs, next to the jam.",
    "Every Thursday the market fills the square, and by noon the bread is gone.",
    "They argued about it all the way to {place} - and, as far as I know, they still do.",
    "Is it fair to expect that of anyone? I don't know, but {name} certainly does.",
    "The light was {adjective}, the music was worse, and everyone stayed until the end.",
    "By then the letters had stopped coming, and the house by the river stood empty.",
    "That's the thing about a {thing}: it only looks {adjective} from the outside.",
    "Once you've heard it from somebody who was there, the official version sounds thin.",
    "A dog barked, a window closed, and the street went back to being a street.",
    "Our engineers found the fault in the end, though it took them most of the winter.",
    "I'd like to thank {name}, who drove through the night so that we could talk today.",
    "The old ferry made its last crossing in {year}, with a brass band on the upper deck.",
    "About {count} people came to the meeting, which is more than anyone had hoped for.",
    "When the BBC called, Dr. {name} was feeding the chickens and let it ring.",
    "It cost ${price} at the time (a week's pay), and he never once complained about it.",
    "The U.S. team left at {hour}:30 and reached {place} before dark.",
  ]

  static let words = [
    "name": [
      "Amara", "Tobias", "Ingrid", "Mateo", "Priya", "Wanjiru", "Leif", "Noor", "Caroline", "Hugo",
      "Mrs. Okoye", "young Petersen", "the ferryman", "my cousin", "Yusuf", "Beatrix",
    ],
    "place": [
      "the harbour", "Lindholm", "the north shore", "Valparaíso", "the old town", "Marrow Bay",
      "the valley", "Oxford", "a village near Kraków", "the coast",
    ],
    "thing": [
      "engine", "archive", "clock", "bridge", "printing press", "orchard", "radio", "greenhouse",
      "map", "piano", "workshop", "telescope", "loom", "library card", "bicycle", "software",
    ],
    "adjective": [
      "slow", "strange", "well-worn", "honest", "noisy", "half-finished", "generous", "awkward",
      "bright", "ordinary", "stubborn", "quiet", "remarkable", "unlikely",
    ],
  ]
}
