import Training

/// What a training tells while it goes on: a table of rounds and TensorBoard's curves.
struct TrainTables {
  private let metrics: MetricsFile
  private let events: EventFile

  /// Goes on with the table of the first `rounds` rounds.
  init(_ folder: TrainFolder, rounds: Int) throws {
    metrics = try MetricsFile(folder.metricsPath, rounds: rounds)
    events = EventFile(in: folder.path)
  }

  func append(_ progress: TrainingProgress) {
    metrics.append(progress.row, header: progress.header)
    events.append(progress.curves, step: progress.steps)
  }

  /// Hands what was appended to the system.
  func flush() throws {
    try metrics.flush()
    try events.flush()
  }
}
