import Foundation
import Math
import Testing

/// A training that is killed, starved of disk or damaged goes on as if nothing had happened.
@Suite struct TrainSurvivalTests {
  /// A training of some 120 rounds with a checkpoint after each.
  private func arguments(to folder: String, seed: Int = 3, budget: Int = 60_000) -> [String] {
    let settings = [
      "ppo.worlds=16", "ppo.horizon=32", "ppo.minibatch=128", "ppo.epochs=2",
      "evaluation-interval=5000", "evaluation-episodes=4",
    ]
    return [
      "train", "planar/cart-pole", "--out", folder, "--budget", "\(budget)", "--save-every", "0",
      "--seed", "\(seed)", "--threads", "1", "--quiet",
    ] + settings.flatMap { ["--set", $0] }
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  private func checkpoints(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder + "/checkpoints")
    return (names ?? []).filter { $0.hasSuffix(".safetensors") }.sorted()
  }

  /// Starts the program, kills it after a while, and tells whether it had ended by itself.
  private func runAndKill(_ arguments: [String], after seconds: Double) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(TestProject.executable))
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: TestProject.root)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .exit && process.terminationStatus == 0
  }

  /// REPERTOIRE_KILLS asks for more kills than the eight of every day.
  @Test func killedAtAnyMomentItEndsWithTheSameWeights() throws {
    let wanted = ProcessInfo.processInfo.environment["REPERTOIRE_KILLS"].flatMap(Int.init) ?? 8
    let scratch = try Scratch()
    var random = Random(seed: UInt64(Date().timeIntervalSince1970))
    var (kills, seed) = (0, 0)
    while kills < wanted {
      seed += 1
      let (whole, broken) = (scratch.path("whole-\(seed)"), scratch.path("broken-\(seed)"))
      let start = Date()
      #expect(try CommandLineRun(arguments(to: whole, seed: seed)).status == 0)
      let duration = Date().timeIntervalSince(start)
      var isDone = false
      while !isDone {
        let resumption = checkpoints(in: broken).isEmpty ? [] : ["--resume"]
        let command = arguments(to: broken, seed: seed) + resumption
        if kills < wanted {
          // Long enough to come some way, short enough to be killed often.
          isDone = try runAndKill(command, after: random.uniform(0, 0.4 * duration))
          if !isDone { kills += 1 }
        } else {
          let last = try CommandLineRun(command)
          #expect(last.status == 0, "\(last.errors)")
          isDone = true
        }
      }
      let name = "/weights.safetensors"
      #expect(try bytes(broken + name) == bytes(whole + name), "seed \(seed)")
      let fragments = try FileManager.default.contentsOfDirectory(atPath: broken + "/checkpoints")
      #expect(fragments.allSatisfy { $0.hasSuffix(".safetensors") })
    }
  }

  /// Trains for a third of the way, then breaks something, and goes on.
  private func interrupted(_ folder: String) throws {
    let status = try runAndKill(arguments(to: folder, budget: 60_000), after: 0)
    #expect(!status)
    var seconds = 0.2
    while checkpoints(in: folder).count < 3 {
      let resumption = checkpoints(in: folder).isEmpty ? [] : ["--resume"]
      _ = try runAndKill(arguments(to: folder) + resumption, after: seconds)
      seconds *= 1.3
    }
  }

  @Test func aCorruptCheckpointFallsBackToTheOneBefore() throws {
    let scratch = try Scratch()
    let (whole, broken) = (scratch.path("whole"), scratch.path("broken"))
    #expect(try CommandLineRun(arguments(to: whole)).status == 0)
    try interrupted(broken)
    let names = checkpoints(in: broken)
    // The newest is cut short and the one before has another bit in its header.
    let newest = broken + "/checkpoints/" + names[names.count - 1]
    try bytes(newest).dropLast(100).write(to: URL(filePath: newest))
    let before = broken + "/checkpoints/" + names[names.count - 2]
    var content = try bytes(before)
    content[9] ^= 0x40
    try content.write(to: URL(filePath: before))
    let run = try CommandLineRun(arguments(to: broken) + ["--resume"])
    #expect(run.status == 0)
    #expect(run.errors.contains(names[names.count - 1]))
    #expect(run.errors.contains("trying the one before"))
    let name = "/weights.safetensors"
    #expect(try bytes(broken + name) == bytes(whole + name))
  }

  /// `ulimit -f` counts blocks of 512 or 1024 bytes, by shell: 16 are fewer than a checkpoint needs.
  @Test func aFullDiskLeavesTheLastGoodCheckpoint() throws {
    let scratch = try Scratch()
    let (whole, broken) = (scratch.path("whole"), scratch.path("broken"))
    #expect(try CommandLineRun(arguments(to: whole)).status == 0)
    try interrupted(broken)
    let newest = try #require(checkpoints(in: broken).last)
    let content = try bytes(broken + "/checkpoints/" + newest)
    let process = Process()
    let errors = scratch.path("errors")
    _ = FileManager.default.createFile(atPath: errors, contents: nil)
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      ["-c", "ulimit -f 16; exec \"$0\" \"$@\"", try #require(TestProject.executable)]
      + arguments(to: broken) + ["--resume"]
    process.currentDirectoryURL = URL(filePath: TestProject.root)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    let text = try String(contentsOfFile: errors, encoding: .utf8)
    let last = try #require(text.split(separator: "\n").last)
    #expect(last.hasPrefix("error: cannot write"), "\(text)")
    #expect(try bytes(broken + "/checkpoints/" + newest) == content)
    let resumed = try CommandLineRun(arguments(to: broken) + ["--resume"])
    #expect(resumed.status == 0)
    let name = "/weights.safetensors"
    #expect(try bytes(broken + name) == bytes(whole + name))
  }

  @Test func aFolderThatCannotBeWrittenIsOneClearLine() throws {
    let run = try CommandLineRun(arguments(to: "/proc/none/a"))
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("error: cannot write `/proc/none/a"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }
}
