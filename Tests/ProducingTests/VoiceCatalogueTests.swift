import Foundation
import Narration
import NarrationTesting
import Producing
import SpokenText
import Testing

@Suite struct VoiceCatalogueTests {
  private let option = SettingOrigin.commandLine(option: "--voice")

  @Test func foldersAreLookedIntoInOrder() throws {
    let scratch = try Scratch()
    let root = scratch.path
    for folder in ["given", "config/narrate/voices", "home/.config/narrate/voices"] {
      try scratch.write("\(folder)/x.yml", "voice: en-us\n")
    }
    try scratch.write("tree/Package.swift")
    try scratch.write("tree/voices/x.yml", "voice: en-us\n")
    try scratch.write("tree/.build/share/narrate/voices/x.yml", "voice: en-us\n")
    let executable = try scratch.write("tree/.build/debug/narrate")
    // A folder with voices but no Package.swift is no package.
    try scratch.write("tree/.build/voices/x.yml", "voice: en-us\n")

    let folders = try VoiceFolder.lookup(
      option: "\(root)/given",
      environment: ["XDG_CONFIG_HOME": "\(root)/config", "HOME": "\(root)/home"],
      executable: executable)
    #expect(
      folders == [
        VoiceFolder(path: "\(root)/given", reason: .option),
        VoiceFolder(path: "\(root)/config/narrate/voices", reason: .user),
        VoiceFolder(path: "\(root)/tree/.build/share/narrate/voices", reason: .installed),
        VoiceFolder(path: "\(root)/tree/voices", reason: .package),
      ])
    // A relative XDG_CONFIG_HOME counts as none.
    let atHome = try VoiceFolder.lookup(
      option: nil, environment: ["XDG_CONFIG_HOME": "config", "HOME": "\(root)/home"],
      executable: "/nowhere/bin/narrate")
    #expect(
      atHome == [VoiceFolder(path: "\(root)/home/.config/narrate/voices", reason: .user)])
    #expect(
      try VoiceFolder.lookup(option: nil, environment: [:], executable: "/nowhere/narrate") == [])
  }

  @Test func aFolderThatIsNotThereIsRefusedWhenItWasGiven() throws {
    let failure = try #require(throws: Failure.self) {
      try VoiceFolder.lookup(option: "/nowhere", environment: [:], executable: "/bin/narrate")
    }
    #expect(failure.status == .noInput)
    #expect(failure.complaint.place == "/nowhere")
  }

  @Test func anEarlierFolderHidesALater() throws {
    let scratch = try Scratch()
    try scratch.write("one/narrator.yml", "voice: en-gb-x-rp\ndescription: mine\n")
    try scratch.write("two/narrator.yml", "voice: en-us\n")
    try scratch.write("two/brisk.yml", "voice: en-us\n")
    let catalogue = VoiceCatalogue(folders: [
      VoiceFolder(path: "\(scratch.path)/one", reason: .user),
      VoiceFolder(path: "\(scratch.path)/two", reason: .installed),
    ])
    #expect(catalogue.entries.map(\.profile.name) == ["narrator", "brisk", "narrator"])
    #expect(catalogue.entries.map(\.isHidden) == [false, false, true])
    let profile = try catalogue.profile(Setting("narrator", from: option))
    #expect(profile.engine == .espeakVoice("en-gb-x-rp"))
    #expect(profile.description == "mine")
  }

  @Test func aBrokenProfileIsAComplaintUntilItIsAskedFor() throws {
    let scratch = try Scratch()
    try scratch.write("narrator.yml", "voice: en-us\n")
    let broken = try scratch.write("broken.yml", "voice: en-us\nrate: quick\n")
    try scratch.write("notes.txt", "not a profile")
    let catalogue = VoiceCatalogue(folders: [VoiceFolder(path: scratch.path, reason: .option)])
    #expect(catalogue.profiles.map(\.name) == ["narrator"])
    #expect(catalogue.complaints.map(\.place) == ["\(broken):2"])
    let failure = try #require(throws: Failure.self) {
      try catalogue.profile(Setting("broken", from: option))
    }
    #expect(failure.complaint.place == "\(broken):2")
    #expect(failure.complaint.what == "rate cannot be `quick`")
  }

  @Test func twoProfilesOfOneNameAreTold() throws {
    let scratch = try Scratch()
    let first = try scratch.write("a.yml", "name: same\nvoice: en-us\n")
    let second = try scratch.write("b.yml", "name: same\nvoice: en-gb-x-rp\n")
    let catalogue = VoiceCatalogue(folders: [VoiceFolder(path: scratch.path, reason: .option)])
    #expect(catalogue.profiles.map(\.file) == [first])
    #expect(catalogue.complaints.map(\.place) == [second])
    #expect(catalogue.complaints.map(\.what) == ["the name `same` is taken by \(first)"])
  }

  /// A wrong profile, where the complaint points, and what it says.
  static let refusals: [(yaml: String, line: String?, says: String)] = [
    ("rate: 150\n", nil, "names no voice; add a line such as `voice: en-us`"),
    ("voice: en-us\nrate: 1.2\n", "2", "no pace yet of which 1.2 could be a part"),
    ("voice: en-us\nengine: festival\n", "2", "unknown engine `festival`"),
    ("engine: command\n", "1", "names no command"),
    ("engine: command\ncommand: flite\n", "2", "command needs a list"),
    ("engine: command\ncommand: []\n", "2", "command needs a list"),
    ("command: [flite]\nvoice: en-us\n", "1", "eSpeak NG takes no command"),
    ("engine: command\ncommand: [flite]\nvoice: en-us\n", "3", "no voice of eSpeak NG"),
    (
      "engine: command\ncommand: [flite]\nsample-rate: high\n", "3",
      "sample-rate cannot be `high`"
    ),
    ("voice: en-us\nname: my voice\n", "2", "a voice cannot be called `my voice`"),
    ("voice: en-us\nname: ../x\n", "2", "a voice cannot be called `../x`"),
    ("voice: en-us\npich: 3\n", "2", "unknown key `pich`; did you mean `pitch`?"),
    ("voice: en-us\ndescripton: x\n", "2", "did you mean `description`?"),
    ("voice: en-us\ncitations: brief\n", "2", "unknown key `citations`"),
    ("\nvoice: ./nowhere\n", "2", "there is no voice file"),
    ("voice: [en-us]\n", "1", "voice needs a text"),
    ("voice: en-us\nvolume: 150\n", "2", "volume cannot be `150`"),
    ("voice: en-us\npauses:\n  end: 3\n", "3", "unknown key `end`"),
    ("voice: en-us\nquotes:\n  rate: 90 %\n", "2", "did you mean `quote`?"),
    ("voice: en-us\nemphasis: bold\n", "2", "emphasis cannot be `bold`"),
  ]

  @Test(arguments: refusals)
  func whatIsWrongInAProfileIsRefused(yaml: String, line: String?, says: String) throws {
    let scratch = try Scratch()
    let file = try scratch.write("x.yml", yaml)
    let failure = try #require(throws: Failure.self) { try VoiceProfile.read(file) }
    #expect(failure.complaint.place == line.map { "\(file):\($0)" } ?? file)
    #expect(failure.description.contains(says), "\(failure)")
  }

  @Test func aVoiceMayBeACommand() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      "v.yml", "engine: command\ncommand: [flite, -voice, slt]\nsample-rate: 16000\n")
    let catalogue = VoiceCatalogue(folders: [])
    let profile = try catalogue.profile(Setting(path, from: option))
    #expect(profile.engine == .command(["flite", "-voice", "slt"], sampleRate: 16_000))
    #expect(
      VoiceWorker.arguments(speakingFor: profile) == [
        "--plain-rate", "16000", "--command", "flite", "-voice", "slt",
      ])
    #expect(profile.engine.description == "command flite -voice slt")
  }

  /// A folder that came from elsewhere must not start a program.
  @Test func aFileOfSettingsLeadsToNoCommand() throws {
    let scratch = try Scratch()
    try scratch.write("v.yml", "engine: command\ncommand: [flite]\n")
    let settings = SettingOrigin.file(place: "\(scratch.path)/narrate.yml:1")
    let failure = try #require(throws: Failure.self) {
      try VoiceCatalogue(folders: []).profile(Setting("v.yml", from: settings))
    }
    #expect(failure.status == .dataError)
    #expect(failure.complaint.what.contains("would run the command flite"))
    // In a folder of voices it was put by the user.
    let catalogue = VoiceCatalogue(folders: [VoiceFolder(path: scratch.path, reason: .user)])
    #expect(try catalogue.profile(Setting("v", from: settings)).name == "v")
  }

  @Test func aVoiceMayBeAFile() throws {
    let scratch = try Scratch()
    try scratch.write("voices/narrator.yml", "voice: en-us\nrate: 150\nlanguage: en-US\n")
    let profile = try scratch.write("mine/odd.yml", "name: odd\nvoice: ./quiet\n")
    let voice = try scratch.write("mine/quiet", "name quiet\n")
    let catalogue = VoiceCatalogue(folders: [
      VoiceFolder(path: "\(scratch.path)/voices", reason: .option)
    ])
    let odd = try catalogue.profile(Setting(profile, from: option))
    #expect(odd.name == "odd")
    #expect(odd.engine == .espeakFile(voice))
    let quiet = try catalogue.profile(Setting(voice, from: option))
    #expect(quiet.engine == .espeakFile(voice))
    #expect(quiet.settings.rate?.value == .wordsPerMinute(150))
    // In narrate.yml a path starts where the file stands.
    let place = SettingOrigin.file(place: "\(scratch.path)/narrate.yml:1")
    #expect(try catalogue.profile(Setting("mine/quiet", from: place)).engine == .espeakFile(voice))

    let failure = try #require(throws: Failure.self) {
      try catalogue.profile(Setting("mine/loud", from: place))
    }
    #expect(failure.status == .noInput)
    #expect(failure.complaint.place == "\(scratch.path)/narrate.yml:1")
  }

  @Test(arguments: [
    ("en-gb-x-rp", "en-GB"), ("en-us+f3", "en-US"), ("de", "de"), ("en-029", "en-029"),
    ("Storm", "en-US"),
  ])
  func anyOtherNameIsAVoiceOfTheEngine(name: String, language: String) throws {
    let scratch = try Scratch()
    try scratch.write(
      "narrator.yml", "voice: en-us\nrate: 150\nlanguage: en-US\npauses:\n  chapter: 9 s\n")
    let catalogue = VoiceCatalogue(folders: [VoiceFolder(path: scratch.path, reason: .option)])
    let profile = try catalogue.profile(Setting(name, from: option))
    #expect(profile.engine == .espeakVoice(name))
    #expect(profile.language?.tag == language)
    #expect(profile.settings.rate?.value == .wordsPerMinute(150))
    #expect(profile.settings.pauses.chapter?.value == 9000)
  }

  @Test(arguments: ["--help", "en us", "en\u{1}us", "", "é"])
  func whatNoVoiceCanBeCalledIsRefused(name: String) throws {
    let failure = try #require(throws: Failure.self) {
      try VoiceCatalogue(folders: []).profile(Setting(name, from: option))
    }
    #expect(failure.status == .usage)
  }

  @Test func aMisheardNameIsGuessed() throws {
    let scratch = try Scratch()
    try scratch.write("narrator.yml", "voice: en-us\n")
    let catalogue = VoiceCatalogue(folders: [VoiceFolder(path: scratch.path, reason: .option)])
    #expect(catalogue.remedy(for: "narator").hasPrefix("did you mean `narrator`?"))
    #expect(catalogue.remedy(for: "zzz") == "`narrate voices` lists those that there are")
  }

  @Test func theWorkerIsFoundBesideTheProgramOrInLibexec() throws {
    let scratch = try Scratch()
    let narrate = try scratch.write("usr/bin/narrate")
    let failure = try #require(throws: Failure.self) { try VoiceWorker.locate(besides: narrate) }
    #expect(failure.complaint.what.contains("usr/libexec/narrate/narrate-voice"))
    let places = [
      "usr/libexec/narrate/narrate-voice", "usr/bin/narrate-voice", "usr/bin/narrate-voice-tool",
    ]
    for place in places {
      let file = try scratch.write(place)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
      #expect(try VoiceWorker.locate(besides: narrate) == file)
    }
    let catalogue = VoiceCatalogue(folders: [])
    let profile = try catalogue.profile(Setting("en-us+f3", from: option))
    #expect(VoiceWorker.arguments(speakingFor: profile) == ["--voice", "en-us+f3"])
  }
}

/// The profiles that come with the project.
@Suite struct DeliveredVoicesTests {
  private let catalogue = VoiceCatalogue(folders: [
    VoiceFolder(path: "\(Repository.root)/voices", reason: .package)
  ])

  @Test func allAreReadWithEveryKey() throws {
    #expect(catalogue.complaints == [])
    #expect(catalogue.profiles.count >= 5)
    #expect(catalogue.profiles.contains { $0.name == VoiceCatalogue.defaultName })
    for profile in catalogue.profiles {
      #expect(profile.file == "\(Repository.root)/voices/\(profile.name).yml")
      #expect(!profile.description.isEmpty)
      let shared = ["language", "rate", "pitch", "pitch-range", "volume"]
      let groups = ["heading.", "quote.", "emphasis", "pauses."]
      for key in SettingKey.all
      where shared.contains(key.name) || groups.contains(where: key.name.hasPrefix) {
        #expect(key.text(in: profile.settings) != nil, "\(profile.name): \(key.name)")
      }
    }
  }

  @Test func noTwoSoundAlike() {
    let sounds = catalogue.profiles.map { profile in
      [
        "\(profile.engine)", "\(profile.settings.rate?.value as Rate?)",
        "\(profile.settings.pitch?.value as Int?)",
      ]
    }
    #expect(Set(sounds).count == sounds.count)
  }

  /// eSpeak NG takes an unknown variant (`en-us+nosuch`) in silence, so its data is asked.
  @Test func eachVoiceIsOneOfTheInstalledEngine() throws {
    let root = "/usr/lib"
    let data = try #require(
      FileManager.default.contentsOfDirectory(atPath: root).sorted()
        .map { "\(root)/\($0)/espeak-ng-data" }
        .first { FileManager.default.fileExists(atPath: $0) })
    let languages = try FileManager.default.subpathsOfDirectory(atPath: "\(data)/lang")
      .map { ($0 as NSString).lastPathComponent.lowercased() }
    let variants = try FileManager.default.contentsOfDirectory(atPath: "\(data)/voices/!v")
    for profile in catalogue.profiles {
      guard case .espeakVoice(let name) = profile.engine else { continue }
      let parts = name.split(separator: "+").map(String.init)
      #expect(languages.contains(parts[0].lowercased()), "\(name)")
      if parts.count > 1 { #expect(variants.contains(parts[1]), "\(name)") }
    }
  }
}
