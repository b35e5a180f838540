import ArgumentParser

/// What `train` can be told.
struct TrainOptions: ParsableArguments {
  enum Algorithm: String, CaseIterable, ExpressibleByArgument {
    case ppo, bgs, clone
  }

  @Argument(help: "A scenario: its catalog name or a file.")
  var scenario: String

  @Option(help: ArgumentHelp("The policy folder to write.", valueName: "folder"))
  var out: String?

  @Option(help: ArgumentHelp("Stop after so many steps.", valueName: "steps"))
  var budget: Int?

  @Option(help: ArgumentHelp("Stop after so many minutes.", valueName: "minutes"))
  var minutes: Double?

  @Option(help: ArgumentHelp("Stop when the policy reaches this score.", valueName: "score"))
  var until: Double?

  @Flag(help: "Go on from the newest checkpoint in the folder.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Of a library only this skill and those it goes on from.", valueName: "skill"))
  var skill: String?

  @Option(
    help: ArgumentHelp(
      "Seconds between two checkpoints; 0 for one after every round.", valueName: "seconds"))
  var saveEvery = 10.0

  @Option(help: "How to learn.")
  var algorithm: Algorithm?

  @Option(help: ArgumentHelp("The policy to imitate by --algorithm clone.", valueName: "policy"))
  var teacher: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Overrides a setting under `training`, as in `--set ppo.learning-rate=3e-4`; may be repeated.",
      valueName: "key=value"))
  var settings: [TrainSetting] = []

  @Flag(help: "Print the network, its size, memory and expected time, and learn nothing.")
  var dryRun = false

  func validate() throws {
    if let budget, budget < 1 {
      throw ValidationError("--budget is \(budget); expected at least 1 step")
    }
    if let minutes, !(minutes > 0 && minutes <= 100_000) {
      throw ValidationError("--minutes is \(minutes); expected more than 0")
    }
    guard saveEvery >= 0 else {
      throw ValidationError("--save-every is \(saveEvery); expected 0 seconds or more")
    }
    if let until, !until.isFinite {
      throw ValidationError("--until is \(until); expected a finite number")
    }
    guard [budget != nil, minutes != nil, until != nil].filter({ $0 }).count < 2 else {
      throw ValidationError("--budget, --minutes and --until exclude each other; expected one")
    }
  }
}
