import Catalog
import Foundation
import Testing

/// Scenario files that are each wrong in a way of their own.
@Suite struct BrokenScenariosTests {
  struct Broken: Sendable, CustomTestStringConvertible {
    let what: String
    let text: String
    let line: Int
    /// A part of the message.
    let message: String
    var testDescription: String { what }
  }

  static let head = "environment: table-tennis/return\nsummary: A broken one\n"

  static let files: [Broken] = [
    Broken(
      what: "unknown key", text: head + "setup:\n  time-limt: 3\n", line: 4,
      message: "unknown key `time-limt` in `setup`; did you mean `time-limit`?"),
    Broken(
      what: "unknown key at the root", text: head + "polices: {}\n", line: 3,
      message: "did you mean `policies`?"),
    Broken(
      what: "duplicate key", text: head + "setup:\n  time-limit: 3\n  time-limit: 4\n", line: 5,
      message: "the key `time-limit` was given on line 4 already"),
    Broken(
      what: "text for a number", text: head + "setup:\n  time-limit: long\n", line: 4,
      message: "`setup.time-limit` is the text `long`; expected a number"),
    Broken(
      what: "number for a group", text: head + "setup:\n  home: 3\n", line: 4,
      message: "`setup.home` is the number 3; expected a group of keys"),
    Broken(
      what: "list for a flag", text: head + "setup:\n  skips-outgoing: [true]\n", line: 4,
      message: "`setup.skips-outgoing` is a list; expected true or false"),
    Broken(
      what: "integer out of range",
      text: "environment: table-tennis/match\nsetup:\n  rules:\n    games: 99999999999999999999\n",
      line: 4, message: "expected a whole number from"),
    Broken(
      what: "not a number", text: head + "setup:\n  time-limit: .nan\n", line: 4,
      message: "`setup.time-limit` is .nan; expected a finite number"),
    Broken(
      what: "infinite", text: head + "setup:\n  time-limit: 1e999\n", line: 4,
      message: "`setup.time-limit` is 1e999; expected a finite number"),
    Broken(
      what: "misspelt choice", text: head + "setup:\n  home:\n    body: robbot\n", line: 5,
      message: "`setup.home.body` is the text `robbot`; did you mean `robot`?"),
    Broken(
      what: "impossible value", text: head + "setup:\n  time-limit: -1\n", line: 4,
      message: "`setup.time-limit`: -1.0 is not in"),
    Broken(
      what: "nested too deeply",
      text: head + "setup: " + String(repeating: "[", count: 40)
        + String(repeating: "]", count: 40) + "\n",
      line: 3, message: "nested too deeply; expected at most 32 levels"),
    Broken(
      what: "too large", text: head + String(repeating: "# padding\n", count: 110_000), line: 1,
      message: "1048576 bytes"),
    Broken(
      what: "aliases", text: head + "setup: &a {}\ntraining: *a\n", line: 3,
      message: "anchors and aliases"),
    Broken(
      what: "a tab", text: head + "setup:\n\ttime-limit: 3\n", line: 4,
      message: "indented by a tab; expected two spaces per level"),
    Broken(what: "empty", text: "", line: 1, message: "the file is empty"),
    Broken(
      what: "two documents", text: head + "---\n" + head, line: 3,
      message: "a second document starts here; expected one per file"),
    Broken(
      what: "a number as a key", text: head + "3: 4\n", line: 3,
      message: "a key is the number 3; expected a name"),
    Broken(
      what: "unknown environment", text: "summary: x\nenvironment: table-tenis/return\n", line: 2,
      message: "no environment is called `table-tenis/return`; did you mean"),
    Broken(what: "no environment", text: "summary: x\n", line: 1, message: "is missing"),
    Broken(
      what: "unknown policy", text: head + "policies:\n  home: scriptd-robot\n", line: 4,
      message: "is called `scriptd-robot`; did you mean `scripted-robot`?"),
    Broken(
      what: "unknown seat", text: head + "policies:\n  hone: random\n", line: 4,
      message: "the environment has no seat `hone`; did you mean `home`?"),
    Broken(
      what: "broken YAML", text: head + "setup: {time-limit: 3\npolicies: {}\n", line: 4,
      message: "this is not YAML"),
    Broken(
      what: "a tag", text: head + "setup: !!binary abc\n", line: 3, message: "the tag"),
    Broken(
      what: "nobody in the seat", text: head, line: 1, message: "nobody sits in seat `home`"),
  ]

  @Test(arguments: files)
  func eachGivesOneClearLineAndStatus65(broken: Broken) throws {
    let scratch = try Scratch()
    let path = try scratch.write(Array(broken.text.utf8), to: "broken.yaml")
    let recording = scratch.path("never.recording")
    let run = try CommandLineRun("play", path, "--quiet", "--json", "--record", recording)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("error: \(path):\(broken.line): "), "\(run.errors)")
    #expect(run.errors.contains(broken.message), "\(run.errors)")
    #expect(run.errors.contains("; "))
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(!FileManager.default.fileExists(atPath: recording))
    #expect(!FileManager.default.fileExists(atPath: recording + ".partial"))
  }

  @Test func badUTF8IsReportedOnItsLine() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      Array(Self.head.utf8) + [0x61, 0xFF, 0x0A], to: "broken.yaml")
    let run = try CommandLineRun("play", path)
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("error: \(path):3: the line is not valid UTF-8;"))
  }

  @Test func missingThingsHaveStatus66AndTheNearestName() throws {
    let misspelt = try CommandLineRun("play", "table-tennis/retrun")
    #expect(misspelt.status == 66)
    #expect(misspelt.errors.contains("did you mean `table-tennis/return`?"))
    #expect(try CommandLineRun("play", "nowhere.yaml").status == 66)
    #expect(try CommandLineRun("inspect", "nowhere.recording").status == 66)
    #expect(try CommandLineRun("compare", "nowhere", "nowhere").status == 66)
    #expect(try CommandLineRun("play", "table-tennis/return", "--home", "scripted").status == 66)
  }

  @Test func wrongArgumentsHaveStatus64AndOneLine() throws {
    for arguments in [
      ["nonsense"], ["play"], ["play", "table-tennis/return", "--matches", "0"],
      ["play", "table-tennis/return", "--seed", "-1"],
      ["play", "table-tennis/return", "--threads", "0"],
      ["watch", "table-tennis/return", "--picture", "x.png", "--size", "huge"],
      ["play", "table-tennis/return", "--away", "beginner"], ["list", "nothing"],
    ] {
      let run = try CommandLineRun(arguments)
      #expect(run.status == 64, "\(arguments): \(run.errors)")
      #expect(run.errors.hasPrefix("error: "))
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(run.output.isEmpty)
    }
  }
}
