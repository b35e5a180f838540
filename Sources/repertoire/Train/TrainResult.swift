import Control
import Training

/// What a finished training came to.
struct TrainResult {
  let folder: String
  let measure: String
  let progress: TrainingProgress
  /// The best policy's mean over held-out episodes that had no part in choosing it.
  let score: Double
  let episodes: Int
  let resumedFrom: String?
  let seconds: Double
  let policy: NeuralPolicy

  var json: JSON {
    .object([
      ("policy", .text(folder)), ("steps", .whole(progress.steps)),
      ("episodes", .whole(progress.episodes)), ("score", .number(score)),
      ("best_score", .optional(progress.bestScore, JSON.number)),
      ("resumed_from", .optional(resumedFrom, JSON.text)),
      (
        "timing",
        .object([
          ("seconds", .number(seconds)), ("steps_per_second", .number(progress.stepsPerSecond)),
        ])
      ),
    ])
  }

  var text: String {
    let rate = Output.rounded(progress.stepsPerSecond)
    return """
      \(measure) \(Output.rounded(score)) over \(episodes) held-out episodes
      learned from \(progress.steps) steps of \(progress.episodes) episodes in \
      \(Output.rounded(seconds)) s (\(rate) steps/s)
      policy written to \(folder)
      """
  }
}
