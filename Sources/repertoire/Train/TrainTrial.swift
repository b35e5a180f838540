import Arena
import Foundation
import Networks
import Training

/// What a training would come to, found out by playing and learning from a few rounds of it and
/// throwing the result away. Memory and time are measured, not guessed.
struct TrainTrial {
  let lesson: Lesson
  let network: Network
  /// How many of the network's numbers the policy needs when it is done learning.
  let policyParameters: Int
  /// Environment steps of one round, on average.
  let stepsPerRound: Int
  /// The most memory the process has had, in bytes.
  let peakMemory: Int
  let stepsPerSecond: Double
  /// Seconds until the budget is used up; nil where a score ends the training.
  let expectedSeconds: Double?

  /// Plays rounds for at least a second, evaluations included as they fall due.
  init<World: Environment>(
    _ trainer: Trainer<World>, _ lesson: Lesson, _ budget: TrainingBudget, threads: Int
  ) {
    var trainer = trainer
    let start = Date()
    var elapsed = 0.0
    while elapsed < 1, !trainer.isOver(budget) {
      trainer.advance(budget, threads: threads, seconds: Date().timeIntervalSince(start))
      elapsed = Date().timeIntervalSince(start)
    }
    self.lesson = lesson
    network = trainer.network
    policyParameters = trainer.policy.parameters.count
    let progress = trainer.progress
    stepsPerRound = progress.steps / max(progress.rounds, 1)
    let rate = Double(progress.steps) / max(elapsed, 1e-9)
    stepsPerSecond = rate
    expectedSeconds = budget.seconds ?? budget.steps.map { Double($0) / max(rate, 1e-9) }
    peakMemory = TrainTrial.peakMemory
  }

  private static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return 1024 * Int(usage.ru_maxrss)
  }

  var json: JSON {
    .object([
      ("scenario", .text(lesson.scenario.name)),
      ("algorithm", .text(lesson.plan.algorithm.rawValue)),
      (
        "network",
        .object([
          ("inputs", .whole(network.inputs)), ("outputs", .whole(network.outputs)),
          ("parameters", .whole(network.parameterCount)),
          ("policy_parameters", .whole(policyParameters)),
          (
            "tensors",
            .list(
              network.tensors.map {
                .object([
                  ("name", .text($0.name)), ("shape", .list($0.shape.map(JSON.whole))),
                  ("parameters", .whole($0.range.count)),
                ])
              })
          ),
        ])
      ),
      ("steps_per_round", .whole(stepsPerRound)),
      (
        "timing",
        .object([
          ("peak_memory_bytes", .whole(peakMemory)),
          ("steps_per_second", .number(stepsPerSecond)),
          ("expected_seconds", .optional(expectedSeconds, JSON.number)),
        ])
      ),
    ])
  }

  var text: String {
    let tensors = network.tensors.map {
      [$0.name, $0.shape.map(String.init).joined(separator: " x "), "\($0.range.count)"]
    }
    let time = expectedSeconds.map { Output.rounded($0) + " s" } ?? "until the score is reached"
    return """
      \(lesson.scenario.name) by \(lesson.plan.algorithm.rawValue): \(network)

      \(Output.table([["tensor", "shape", "parameters"]] + tensors))

      policy alone     \(policyParameters) parameters
      steps per round  \(stepsPerRound)
      memory           \(Output.rounded(Double(peakMemory) / 1e6)) MB at the most so far
      speed            \(Output.rounded(stepsPerSecond)) steps/s
      expected time    \(time)
      nothing was written
      """
  }
}
