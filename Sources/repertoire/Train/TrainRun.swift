import Arena
import Catalog
import Control
import Foundation
import Training

/// A training on its way: rounds, checkpoints and reports, until the budget is used up or somebody
/// stops it.
struct TrainRun<World: Environment> {
  private(set) var trainer: Trainer<World>
  let folder: TrainFolder
  let lesson: Lesson
  let budget: TrainingBudget
  let threads: Int
  /// Seconds between two checkpoints.
  let saveInterval: Double
  let isSilent: Bool
  private(set) var record: PolicyManifest.Training
  private var resumedFrom: String?
  private var savedRound = -1
  /// Whether the last attempt to save failed.
  private var isUnsaved = false
  private var writtenScore: Double?

  init(
    trainer: Trainer<World>, folder: TrainFolder, lesson: Lesson, budget: TrainingBudget,
    threads: Int, saveInterval: Double, isSilent: Bool, record: PolicyManifest.Training
  ) {
    self.trainer = trainer
    self.folder = folder
    self.lesson = lesson
    self.budget = budget
    self.threads = threads
    self.saveInterval = saveInterval
    self.isSilent = isSilent
    self.record = record
  }

  private var ranks: Ranks { trainer.ranks }

  /// Goes on from the newest checkpoint that can be read, or makes room for a new training.
  mutating func prepare(resuming: Bool) throws {
    guard resuming else {
      guard ranks.isFirst else { return }
      if let old = try folder.makeRoom(), !isSilent {
        Notes.logger.notice("the training that lay in \(folder.path) is now in \(old)")
      }
      return
    }
    if ranks.isFirst { folder.removeFragments() }
    var complaint: ContentError?
    for path in folder.checkpoints {
      do {
        try trainer.restore(
          try Project.bytes(of: path, limit: PolicyFolder.largestWeights), threads: threads)
        resumedFrom = path
        savedRound = trainer.progress.rounds
        return
      } catch let error as PolicyError {
        let failure = ContentError(
          path, line: 1, "\(error)", expected: "expected a checkpoint of this training")
        complaint = complaint ?? failure
        Notes.logger.warning("\(failure); trying the one before")
      }
    }
    throw complaint
      ?? MissingError("`\(folder.path)/checkpoints` holds no checkpoint; expected one to resume")
  }

  /// Begins with what the newest checkpoint at `path` has learned.
  mutating func begin(from path: String) throws {
    do {
      try trainer.begin(from: try Project.bytes(of: path, limit: PolicyFolder.largestWeights))
    } catch let error as PolicyError {
      throw ContentError(
        path, line: 1, "\(error)", expected: "expected a checkpoint of the same networks")
    }
  }

  /// Trains to the end and writes the best policy.
  mutating func run() throws -> TrainResult {
    let tables = try ranks.isFirst ? TrainTables(folder, rounds: trainer.progress.rounds) : nil
    let total = budget.steps.map(Double.init) ?? budget.seconds ?? budget.score ?? 1
    let origin = done
    let bar = Progress("training", total: total - origin, isSilent: isSilent, showsRate: false)
    let start = Date()
    var lastSave = start
    // From here on there is always something to resume from.
    try save(tables)
    while !trainer.isOver(budget) {
      let isFinite = trainer.advance(
        budget, threads: threads, seconds: Date().timeIntervalSince(start))
      tables?.append(trainer.progress)
      guard isFinite else {
        bar.finish()
        throw WorkFailed(description: "the network's numbers are no longer finite; " + advice)
      }
      let isStopping = ranks.any(Interruption.isRequested)
      if isStopping {
        bar.finish()
        try save(tables)
        if ranks.isFirst { Notes.logger.notice("go on with: \(record.resumption(by: ranks))") }
        ranks.leave()
        throw Interrupted()
      }
      // A checkpoint costs a flush to disk, and rounds may take milliseconds.
      // All ranks go by the clock of the first.
      if ranks.gather([Date().timeIntervalSince(lastSave)])[0] >= saveInterval {
        saveIfPossible(tables)
        lastSave = Date()
      }
      bar.report(done - origin, metric: metric)
    }
    bar.finish()
    try save(tables)
    return try finish(seconds: Date().timeIntervalSince(start))
  }

  /// A disk that is full now may have room later: learning goes on, and the checkpoint before this
  /// one stays as it is.
  private mutating func saveIfPossible(_ tables: TrainTables?) {
    do {
      try save(tables)
      isUnsaved = false
    } catch {
      // Once is enough, until it works again.
      if !isUnsaved {
        Notes.logger.warning("\(error); learning goes on and the checkpoint before stays")
      }
      isUnsaved = true
    }
  }

  private mutating func save(_ tables: TrainTables?) throws {
    if trainer.progress.rounds != savedRound {
      // Every rank adds its worlds, and the first writes.
      let checkpoint = trainer.checkpoint()
      if ranks.isFirst { try folder.save(checkpoint, round: trainer.progress.rounds) }
      savedRound = trainer.progress.rounds
    }
    try tables?.flush()
    if let best = trainer.best, writtenScore != trainer.progress.bestScore {
      let score = trainer.progress.bestScore
      try write(best, score: score ?? 0, episodes: lesson.plan.evaluationEpisodes)
      writtenScore = score
    }
  }

  private mutating func finish(seconds: Double) throws -> TrainResult {
    // The checkpoint stays as it is: judging the last policy is no part of learning.
    var judge = trainer
    let (policy, evaluation) = judge.finish(threads: threads)
    let score = evaluation.mean(lesson.plan.measure) ?? evaluation.tally.meanReturn
    try write(policy, score: score, episodes: evaluation.tally.episodes)
    return TrainResult(
      folder: folder.path, measure: lesson.plan.measure, progress: judge.progress, score: score,
      episodes: evaluation.tally.episodes, resumedFrom: resumedFrom, seconds: seconds,
      policy: policy)
  }

  private mutating func write(_ policy: NeuralPolicy, score: Double, episodes: Int) throws {
    guard ranks.isFirst else { return }
    record.steps = trainer.progress.steps
    record.score = score
    record.episodes = episodes
    let summary = "Learned in \(record.scenario) by \(record.algorithm)"
    try PolicyFolder.write(policy, summary: summary, training: record, to: folder.path)
  }

  private var done: Double {
    if budget.steps != nil { return Double(trainer.progress.steps) }
    if budget.seconds != nil { return trainer.progress.seconds }
    return trainer.progress.bestScore ?? 0
  }

  private var metric: String {
    let progress = trainer.progress
    let rough = progress.roughScore.map(Output.rounded) ?? "-"
    let best = progress.bestScore.map(Output.rounded) ?? "-"
    let rate = Output.rounded(progress.stepsPerSecond)
    return "\(lesson.plan.measure) \(rough), best \(best), \(rate) steps/s"
  }

  private var advice: String {
    "a lower `training.\(record.algorithm).learning-rate` may help, and the best policy so far is in "
      + folder.path
  }
}
