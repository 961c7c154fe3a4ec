// swift-tools-version: 6.2
import PackageDescription

// The rooms of the house in dependency order; ARCHITECTURE.md is the map.

let swift: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "narrate",
  products: [
    .executable(name: "narrate", targets: ["narrate"]),
    .library(name: "SpokenText", targets: ["SpokenText"]),
  ],
  dependencies: [
    // The command line: parsing, help, completions and the manual page.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Launches the workers with clean descriptors and tears them down on cancellation.
    .package(
      url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    // The type of a path in the former's interface.
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    // What is told to standard error, as text or as JSON lines.
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    // Voice profiles and narrate.yml; its parser marks line and column.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Text in, speakable words out. Standard library only.
    .target(name: "SpokenText", swiftSettings: swift),
    .target(name: "Narration", dependencies: ["SpokenText"], swiftSettings: swift),
    // XML of every kind: exact places in a file, and entities can be refused.
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    // HTML5, broken or not, with the place of each tag and text.
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    // Markdown with tables and footnotes, with the place of each inline.
    .systemLibrary(
      name: "CCommonMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    // The containers of EPUB and DOCX, a member at a time, from memory.
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(
      name: "Reading",
      dependencies: ["Narration", "SpokenText", "CExpat", "CGumbo", "CCommonMark", "CZip"],
      swiftSettings: swift),

    // The worker's side of the voice.
    .systemLibrary(name: "CLinux"),
    .target(name: "SpeechWorker", dependencies: ["CLinux"], swiftSettings: swift),
    .systemLibrary(
      name: "CEspeakNG", pkgConfig: "espeak-ng", providers: [.apt(["libespeak-ng-dev"])]),
    .target(
      name: "EspeakVoice", dependencies: ["SpeechWorker", "CEspeakNG"], exclude: ["LICENSE"],
      swiftSettings: swift),
    .executableTarget(
      name: "narrate-voice", dependencies: ["SpeechWorker", "EspeakVoice"], exclude: ["LICENSE"],
      swiftSettings: swift),

    // Samples at another rate, without what an ear would notice.
    .systemLibrary(name: "CSoxr", pkgConfig: "soxr", providers: [.apt(["libsoxr-dev"])]),
    .target(name: "Resampling", dependencies: ["CSoxr"], swiftSettings: swift),

    // The narrator's side of the voice.
    .target(
      name: "Speaking",
      dependencies: [
        "Narration", "SpeechWorker", "SpokenText", "Resampling",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: swift),

    .systemLibrary(
      name: "CSndfile", pkgConfig: "sndfile", providers: [.apt(["libsndfile1-dev"])]),
    .systemLibrary(name: "CFLAC", pkgConfig: "flac", providers: [.apt(["libflac-dev"])]),
    // MP3 with its Info frame, without which decoders play it 50 ms late.
    .systemLibrary(name: "CLAME", pkgConfig: "lame", providers: [.apt(["libmp3lame-dev"])]),
    // Ogg Opus of any rate, and of the same bytes each time.
    .systemLibrary(
      name: "COpusEnc", pkgConfig: "libopusenc", providers: [.apt(["libopusenc-dev"])]),
    // Loudness and true peak after ITU-R BS.1770 and EBU R 128.
    .systemLibrary(
      name: "CEbur128", pkgConfig: "libebur128", providers: [.apt(["libebur128-dev"])]),
    .target(
      name: "AudioWriting",
      dependencies: [
        "Narration", "CSndfile", "CFLAC", "CLAME", "COpusEnc", "CEbur128", "Resampling",
      ],
      swiftSettings: swift),
    .target(name: "Companions", dependencies: ["Narration"], swiftSettings: swift),

    .target(
      name: "Producing",
      dependencies: [
        "Reading", "SpokenText", "Narration", "Speaking", "SpeechWorker", "AudioWriting",
        "Companions",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: swift),
    .executableTarget(
      name: "narrate",
      dependencies: [
        "Producing", "Reading", "AudioWriting", "Narration", "SpokenText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: swift, plugins: ["BuildVoice"]),
    // So that a build of `narrate` builds its worker, and yet links nothing of eSpeak NG.
    .plugin(name: "BuildVoice", capability: .buildTool(), dependencies: ["narrate-voice"]),

    // Speed and memory beside their floors, for `Scripts/bench`. The loop that tells a slow machine
    // from slow code is C, which no other compiler of ours makes faster or slower; what eSpeak NG
    // says of its words is asked by a program of its own, for the licence's sake.
    .target(name: "ReferenceLoop", path: "Benchmarks/ReferenceLoop"),
    .executableTarget(
      name: "bench",
      dependencies: [
        "SpokenText", "Narration", "Reading", "Speaking", "SpeechWorker", "NarrationTesting",
        "ReferenceLoop",
      ],
      path: "Benchmarks/bench", swiftSettings: swift),
    .executableTarget(
      name: "espeak-events", dependencies: ["CEspeakNG"], path: "Benchmarks/espeak-events",
      swiftSettings: swift),

    // Tests only: a voice that crashes and hangs on command, readers of bytes that share no code
    // with the writers.
    .target(name: "NarrationTesting", dependencies: ["SpeechWorker"], swiftSettings: swift),
    .executableTarget(
      name: "fake-voice", dependencies: ["SpeechWorker", "NarrationTesting"],
      swiftSettings: swift),
    // Runs narrate while things go wrong, for `Scripts/faults`.
    .executableTarget(
      name: "faults", dependencies: ["NarrationTesting"], path: "Fuzzing/faults",
      swiftSettings: swift),
    .testTarget(
      name: "SpokenTextTests", dependencies: ["SpokenText", "NarrationTesting"],
      exclude: ["Cases", "Corpus", "disputed.tsv"], swiftSettings: swift),
    .testTarget(
      name: "NarrationTests", dependencies: ["Narration", "SpokenText"], swiftSettings: swift),
    .testTarget(
      name: "ReadingTests",
      dependencies: ["Reading", "Narration", "NarrationTesting", "SpokenText"],
      exclude: ["Corpus"], swiftSettings: swift),
    .testTarget(
      name: "SpeakingTests",
      dependencies: [
        "Speaking", "SpeechWorker", "EspeakVoice", "Narration", "NarrationTesting", "SpokenText",
        "fake-voice", "narrate-voice",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: swift),
    .testTarget(
      name: "AudioWritingTests",
      dependencies: ["AudioWriting", "Resampling", "Narration", "NarrationTesting"],
      swiftSettings: swift),
    .testTarget(
      name: "CompanionsTests",
      dependencies: ["Companions", "Narration", "SpokenText", "NarrationTesting"],
      swiftSettings: swift),
    .testTarget(
      name: "ProducingTests",
      dependencies: [
        "Producing", "Narration", "NarrationTesting", "Reading", "SpokenText", "fake-voice",
        "narrate-voice",
      ],
      swiftSettings: swift),
    .testTarget(
      name: "NarrateTests",
      dependencies: ["NarrationTesting", "narrate", "narrate-voice", "fake-voice"],
      swiftSettings: swift),
  ],
  swiftLanguageModes: [.v6]
)
