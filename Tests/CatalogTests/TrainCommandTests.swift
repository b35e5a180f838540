import Catalog
import Foundation
import Testing

@Suite struct TrainCommandTests {
  @Test func aDryRunTellsTheCostAndWritesNothing() throws {
    let scratch = try Scratch()
    let run = try CommandLineRun(
      "train", "planar/cart-pole", "--dry-run", "--json", "--set", "ppo.shares-tower=false",
      "--out",
      scratch.path("a"))
    #expect(run.status == 0)
    let json = try run.json()
    let network = try #require(json["network"] as? [String: Any])
    // 4-64-64-2 and 4-64-64-1.
    #expect(network["policy_parameters"] as? Int == 320 + 4160 + 130)
    #expect(network["parameters"] as? Int == 320 + 4160 + 130 + 320 + 4160 + 65)
    let timing = try #require(json["timing"] as? [String: Any])
    #expect(try #require(timing["expected_seconds"] as? Double) > 0)
    #expect(try #require(timing["peak_memory_bytes"] as? Int) > 1_000_000)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("a")))
  }

  @Test func settingsOfTheCommandLineReplaceThoseOfTheScenario() throws {
    let run = try CommandLineRun(
      "train", "planar/cart-pole", "--dry-run", "--json", "--set", "ppo.network.hidden=[8]",
      "--set", "ppo.shares-tower=false", "--set", "ppo.critic=[4, 4]", "--set", "ppo.worlds=10",
      "--set", "ppo.horizon=20",
      "--set", "ppo.minibatch=50")
    #expect(run.status == 0)
    let json = try run.json()
    let network = try #require(json["network"] as? [String: Any])
    #expect(network["policy_parameters"] as? Int == 40 + 18)
    #expect(network["parameters"] as? Int == 40 + 18 + 20 + 20 + 5)
    #expect(json["steps_per_round"] as? Int == 200)
  }

  @Test(arguments: [
    ("ppo.learnin-rate=1", "error: --set ppo.learnin-rate=1:1: unknown key", 65),
    ("ppo.epochs=many", "error: --set ppo.epochs=many:1: `training.ppo.epochs`", 65),
    ("ppo.discount=2", "error: --set ppo.discount=2:1: `training.ppo.discount`", 65),
    ("ppo", "error:", 64), ("=3", "error:", 64), ("a..b=3", "error:", 64),
  ])
  func wrongSettingsAreNamed(setting: String, message: String, status: Int32) throws {
    let run = try CommandLineRun("train", "planar/cart-pole", "--dry-run", "--set", setting)
    #expect(run.status == status)
    #expect(run.errors.hasPrefix(message), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func manifestsNameTheCommit() throws {
    let scratch = try Scratch()
    let run = try CommandLineRun(
      "train", "planar/cart-pole", "--budget", "9000", "--out", scratch.path("a"), "--quiet")
    #expect(run.status == 0)
    let folder = try PolicyFolder(scratch.path("a"))
    let isTree = FileManager.default.fileExists(atPath: TestProject.root + "/.git")
    let commit = folder.manifest.training.commit.prefix(40)
    #expect(isTree ? commit.count == 40 && commit.allSatisfy(\.isHexDigit) : commit.isEmpty)
  }
}
