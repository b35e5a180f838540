import Foundation
import Testing
import Training

/// MPI's launcher.
private enum Launcher {
  static let isUsable = Ranks.isBuilt && launch(["true"], count: 1)?.status == 0

  static func launch(
    _ command: [String], count: Int, killing victim: ((Process) -> Void)? = nil
  ) -> (status: Int32, output: String)? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["mpirun", "--allow-run-as-root", "--oversubscribe", "-n", "\(count)"] + command
    process.currentDirectoryURL = URL(filePath: TestProject.root)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    guard (try? process.run()) != nil else { return nil }
    victim?(process)
    let bytes = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }
}

/// Training by several processes. Needs `mpirun`, and the program built with the trait MPI.
@Suite(.enabled(if: Launcher.isUsable, "needs mpirun and a build with --traits MPI"))
struct RanksTests {
  private func train(
    _ algorithm: String, ranks: Int, to folder: String, _ more: [String] = [],
    budget: Int = 60_000, killing victim: ((Process) -> Void)? = nil
  ) throws -> (status: Int32, output: String) {
    let program = try #require(TestProject.executable)
    let arguments = [
      program, "train", "planar/cart-pole", "--algorithm", algorithm, "--budget", "\(budget)",
      "--threads", "1", "--seed", "4", "--out", folder, "--quiet", "--set",
      "evaluation-interval=20000", "--set", "evaluation-episodes=10",
    ]
    return try #require(Launcher.launch(arguments + more, count: ranks, killing: victim))
  }

  private func weights(_ folder: String) throws -> Data {
    try Data(contentsOf: URL(filePath: folder + "/weights.safetensors"))
  }

  @Test func evolutionByTwoProcessesIsEvolutionByOne() throws {
    let scratch = try Scratch()
    for ranks in [1, 2, 3] {
      let run = try train("bgs", ranks: ranks, to: scratch.path("\(ranks)"))
      #expect(run.status == 0, "\(run.output)")
    }
    #expect(try weights(scratch.path("2")) == weights(scratch.path("1")))
    #expect(try weights(scratch.path("3")) == weights(scratch.path("1")))
  }

  @Test func twoProcessesLearnByAveragedGradients() throws {
    let scratch = try Scratch()
    let run = try train(
      "ppo", ranks: 2, to: scratch.path("a"), ["--json"], budget: 120_000)
    #expect(run.status == 0, "\(run.output)")
    let line = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("{") })
    let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(try #require(json?["score"] as? Double) > 300)
    let again = try train("ppo", ranks: 2, to: scratch.path("b"), budget: 120_000)
    #expect(again.status == 0)
    #expect(try weights(scratch.path("b")) == weights(scratch.path("a")))
  }

  @Test func worldsThatCannotBeSharedAreRefused() throws {
    let scratch = try Scratch()
    let run = try train("ppo", ranks: 2, to: scratch.path("a"), ["--set", "ppo.worlds=33"])
    #expect(run.status != 0)
    #expect(run.output.contains("cannot be shared by 2 processes"))
  }

  @Test func aDeadProcessEndsTheJobAndItsCheckpointStands() throws {
    let scratch = try Scratch()
    let folder = scratch.path("a")
    let start = Date()
    let run = try train("ppo", ranks: 2, to: folder, ["--save-every", "0"], budget: 100_000_000) {
      launcher in
      Thread.sleep(forTimeInterval: 3)
      // One of the launcher's children, whose children are the processes.
      let list = try? String(
        contentsOfFile:
          "/proc/\(launcher.processIdentifier)/task/\(launcher.processIdentifier)/children",
        encoding: .utf8)
      let children = list?.split(separator: " ").compactMap { Int32($0) } ?? []
      if let last = children.last { kill(last, SIGKILL) }
    }
    #expect(run.status != 0)
    #expect(Date().timeIntervalSince(start) < 30)
    #expect(run.output.contains("go on with: mpirun -n 2"), "\(run.output)")
    let resumed = try train(
      "ppo", ranks: 2, to: folder, ["--save-every", "0", "--resume"], budget: 8192)
    #expect(resumed.status == 0, "\(resumed.output)")
  }
}
