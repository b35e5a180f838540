import Catalog
import Foundation
import Testing

/// A tiny library, trained by the program itself in seconds.
@Suite struct LibraryTrainingTests {
  private static let library = """
    environment: table-tennis/return
    summary: A tiny library
    setup:
      balls:
        categories: [{name: people}, {name: fast, speed: [6.0, 8.0]}]
    policies: {home: scripted-robot}
    training:
      measure: landed
      controlled: [joint-velocity]
      evaluation-episodes: 4
      setup: {skips-outgoing: true}
      ppo: {worlds: 16, horizon: 32, minibatch: 128, epochs: 1, network: {hidden: [8]}, critic: [8]}
    library:
      skills:
        - {name: forehand, summary: Any ball, steps: 2048, cycles: 2}
        - {name: forehand-fast, from: forehand, steps: 1024, setup: {balls: {only: [fast]}}}
        - {name: backhand, mirrors: forehand}
        - name: serve
          environment: table-tennis/serve
          steps: 1024
          training: {controlled: [joint-velocity, toss]}

    """

  private func train(_ scratch: Scratch, _ more: String...) throws -> CommandLineRun {
    let file = scratch.path("library.yaml")
    try Data(Self.library.utf8).write(to: URL(fileURLWithPath: file))
    return try CommandLineRun(
      ["train", file, "--out", scratch.path("out"), "--seed", "5", "--json", "--quiet"] + more)
  }

  @Test func oneCommandTrainsEverySkillAndResumes() throws {
    let scratch = try Scratch()
    let run = try train(scratch)
    #expect(run.status == 0, "\(run.errors)")
    let skills = try #require(try run.json()["skills"] as? [[String: Any]])
    let names = ["forehand", "forehand-fast", "backhand", "serve"]
    #expect(skills.compactMap { $0["name"] as? String } == names)
    #expect(skills.compactMap { $0["steps"] as? Int } == [2048, 1024, 0, 1024])
    for name in names {
      let folder = try PolicyFolder(scratch.path("out/\(name)"))
      #expect(folder.manifest.training.command.contains("train"))
      #expect(folder.manifest.training.measure == "landed")
      #expect(folder.manifest.training.seed == 5)
    }
    let curve = try String(contentsOfFile: scratch.path("out/forehand/curve.csv"), encoding: .utf8)
    #expect(curve.hasPrefix("cycle,steps,seconds,score\n0,"))
    let rates = try String(contentsOfFile: scratch.path("out/return-rates.csv"), encoding: .utf8)
    #expect(rates.split(separator: "\n").count == 1 + 2 * 2 + 1)
    // Nothing is left to do, and what is there stays as it is.
    let weights = scratch.path("out/forehand/weights.safetensors")
    let before = try Data(contentsOf: URL(fileURLWithPath: weights))
    let again = try train(scratch, "--resume")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: weights)) == before)
    let resumed = try #require(try again.json()["skills"] as? [[String: Any]])
    #expect(resumed.count == 4)
    for (a, b) in zip(skills, resumed) { #expect(a["landed"] as? Double == b["landed"] as? Double) }
  }

  @Test func aLibraryThatLostItsLastSkillsEndsTheSame() throws {
    let whole = try Scratch()
    #expect(try train(whole, "--threads", "2").status == 0)
    let cut = try Scratch()
    #expect(try train(cut, "--skill", "forehand", "--threads", "1").status == 0)
    let resumed = try train(cut, "--resume", "--threads", "1")
    #expect(resumed.status == 0, "\(resumed.errors)")
    for name in ["forehand", "forehand-fast", "backhand", "serve"] {
      let weights = try [whole, cut].map {
        try Data(
          contentsOf: URL(fileURLWithPath: $0.path("out/\(name)/weights.safetensors")))
      }
      #expect(weights[0] == weights[1], "\(name) differs")
    }
  }

  @Test func whatCannotBeDoneIsSaidInOneLine() throws {
    let scratch = try Scratch()
    let resumed = try train(scratch, "--resume")
    #expect(resumed.status == 66)
    #expect(resumed.errors.contains("expected a library to resume"))
    let unknown = try train(scratch, "--skill", "forhand")
    #expect(unknown.status == 66)
    #expect(unknown.errors.contains("did you mean `forehand`?"))
    let until = try train(scratch, "--until", "0.5")
    #expect(until.status == 64)
    #expect(until.errors.split(separator: "\n").count == 1)
  }
}
