import Arena
import Catalog
import Foundation
import Testing

/// The commands, run as processes.
@Suite struct CommandLineTests {
  @Test func helpReadsAsAgreed() throws {
    let isUpdating = ProcessInfo.processInfo.environment["REPERTOIRE_UPDATE_HELP"] != nil
    for command in [
      "", "list", "train", "play", "evaluate", "watch", "report", "inspect", "export", "compare",
      "build", "bench", "goldens", "forecast",
    ] {
      let run = try CommandLineRun((command.isEmpty ? [] : [command]) + ["--help"])
      #expect(run.status == 0)
      let name = command.isEmpty ? "repertoire" : command
      let path = TestProject.root + "/Tests/Goldens/help/\(name).txt"
      if isUpdating { try WholeFile.write(Array(run.output.utf8), to: path) }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == run.output, "\(name)")
    }
    let version = try CommandLineRun("--version")
    #expect(version.output == Catalog.version + "\n")
  }

  @Test func everyJSONOutputIsOneObject() throws {
    let list = try CommandLineRun("list", "--json").json()
    #expect(
      list.keys.sorted() == [
        "environments", "generators", "opponents", "policies", "scenarios", "skills",
      ])
    let inspection = try CommandLineRun("inspect", "table-tennis/return", "--json").json()
    #expect(inspection["kind"] as? String == "scenario")
    #expect(inspection["name"] as? String == "table-tennis/return")
    #expect(inspection["summary"] != nil)
    let environment = try CommandLineRun("inspect", "planar/cart-pole", "--json").json()
    #expect(environment["kind"] != nil)
    let policy = try CommandLineRun("inspect", "scripted-robot", "--json").json()
    #expect(policy["kind"] as? String == "policy")
    let bench = try CommandLineRun("bench", "--list", "--json").output
    let list2 = try JSONSerialization.jsonObject(with: Data(bench.utf8))
    #expect(
      (list2 as? [[String: Any]])?.contains { $0["name"] as? String == "recording/write" } == true)
  }

  @Test func matchesAreTheSameForAnyNumberOfThreads() throws {
    let scratch = try Scratch()
    func play(_ threads: String) throws -> (json: [String: Any], recording: [UInt8]) {
      let path = scratch.path("\(threads).recording")
      let run = try CommandLineRun(
        "play", "table-tennis/return", "--home", "scripted-robot", "--matches", "12", "--seed",
        "7", "--threads", threads, "--record", path, "--json", "--quiet")
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      var json = try run.json()
      #expect(json.removeValue(forKey: "timing") != nil)
      return (json, Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    }
    let one = try play("1")
    let two = try play("2")
    #expect(one.json["matches"] as? Int == 12)
    #expect(NSDictionary(dictionary: one.json) == NSDictionary(dictionary: two.json))
    #expect(one.recording == two.recording)
    let equal = try CommandLineRun(
      "compare", scratch.path("1.recording"), scratch.path("2.recording"), "--json")
    #expect(equal.status == 0)
    #expect(try equal.json()["equal"] as? Bool == true)
  }

  @Test func recordingsAreInspectedComparedReplayedAndDrawn() throws {
    let scratch = try Scratch()
    for (name, seed) in [("a", "1"), ("b", "2")] {
      let run = try CommandLineRun(
        "play", "table-tennis/return", "--home", "scripted-robot", "--seed", seed, "--record",
        scratch.path(name), "--quiet")
      #expect(run.status == 0)
      #expect(!FileManager.default.fileExists(atPath: scratch.path(name + ".partial")))
    }
    let inspection = try CommandLineRun("inspect", scratch.path("a"), "--json").json()
    #expect(inspection["kind"] as? String == "recording")
    #expect(inspection["episodes"] as? Int == 1)
    let differing = try CommandLineRun("compare", scratch.path("a"), scratch.path("b"), "--json")
    #expect(differing.status == 1)
    #expect(try differing.json()["field"] as? String == "seed")
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: scratch.path("a"))))
    let recording = try Recording(reading: bytes)
    func check<World: Environment>(_ world: World) -> ReplayMismatch? {
      replay(recording, in: world)
    }
    #expect(check(try TestProject.catalog.world(of: recording, file: "a")) == nil)
    let watch = try CommandLineRun(
      "watch", scratch.path("a"), "--picture", scratch.path("a.png"), "--size", "700x500", "--json")
    #expect(watch.status == 0)
    #expect(try watch.json()["frames"] as? Int == 1)
    let picture = Array(try Data(contentsOf: URL(fileURLWithPath: scratch.path("a.png"))))
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(Array(picture[16..<24]) == [0, 0, 2, 188, 0, 0, 1, 244])
    #expect(picture.count > 5000)
  }

  @Test func aBrokenRecordingIsReadAsFarAsItGoes() throws {
    let scratch = try Scratch()
    let run = try CommandLineRun(
      "play", "table-tennis/return", "--home", "random", "--matches", "3", "--record",
      scratch.path("whole"), "--quiet")
    #expect(run.status == 0)
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: scratch.path("whole"))))
    let cut = try scratch.write(Array(bytes.dropLast(20)), to: "cut")
    let inspection = try CommandLineRun("inspect", cut, "--json")
    #expect(inspection.status == 0)
    #expect(try inspection.json()["damage"] is String)
    #expect(inspection.errors.contains("can be read up to byte"))
    let noise = try scratch.write(Array("not a recording".utf8), to: "noise")
    #expect(try CommandLineRun("compare", noise, cut).status == 65)
    #expect(try CommandLineRun("inspect", noise).status == 65)
  }

  @Test func aRecordingThatCannotBeWrittenIsAFailureWithoutAFile() throws {
    let run = try CommandLineRun(
      "play", "table-tennis/return", "--home", "random", "--record", "/proc/none/a", "--quiet")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("error: cannot write `/proc/none/a`"))
  }
}
