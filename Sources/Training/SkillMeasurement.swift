import Arena
import Control
import Math

/// Measures what a skill does: every situation of a set, several times each. The only way in which
/// the numbers of a descriptor come about.
public struct SkillMeasurement: Sendable {
  /// How many situations, and how often each is played.
  public var situations: Int
  public var repetitions: Int
  /// Control steps from the event that calls for the skill to its start.
  public var wait: Int
  /// Chooses the situations and the chance in every trial.
  public var seed: UInt64
  public var interface: ControlInterface
  /// Steps after which a trial counts as it stands.
  private static let stepLimit = 10_000

  public init(
    situations: Int, repetitions: Int, wait: Int = 1, seed: UInt64, interface: ControlInterface
  ) {
    precondition(situations > 0 && repetitions > 0 && wait >= 0, "there must be trials")
    self.situations = situations
    self.repetitions = repetitions
    self.wait = wait
    self.seed = seed
    self.interface = interface
  }

  /// What was measured.
  public struct Result: Sendable {
    public let table: SkillTable
    /// The mean and deviation of every outcome number over all trials.
    public let measures: [SkillDescriptor.Measure]
    public let trials: Int
  }

  /// Plays every trial in `stage`. The same whatever the number of threads. Throws where the world
  /// lacks what the interface names, and nil comes back where `isStopped` said so.
  public func run<World: RepeatableEnvironment>(
    _ skill: any Policy, on stage: Stage<World>, threads: Int,
    isStopped: @Sendable () -> Bool = { false }, progress: @Sendable (Int) -> Void = { _ in }
  ) throws -> Result? {
    let columns = try OutcomeColumns(interface.outcome, in: stage.world.outcome)
    let trial = try SkillTrial(skill, interface: interface, wait: wait, in: stage.ownSeat)
    var rows = (0..<situations).map { _ in Row(outcomes: stage.world.outcome.width) }
    rows.forEachInParallel(threads: threads) { row, situation in
      guard !isStopped() else { return }
      row = play(situation, trial, on: stage, columns)
      progress(situation)
    }
    guard !isStopped() else { return nil }
    return summed(rows, keyWidth: trial.keyWidth, fields: stage.world.outcome)
  }

  private func play<World: RepeatableEnvironment>(
    _ situation: Int, _ trial: SkillTrial, on stage: Stage<World>, _ columns: OutcomeColumns
  ) -> Row {
    var episode = stage.episode(trial)
    var row = Row(outcomes: stage.world.outcome.width)
    let place = Random.seed(seed ^ 0x5349_5455_4154_4E53, UInt64(situation))
    for repetition in 0..<repetitions {
      episode.reset(situation: place, seed: Random.seed(place, UInt64(repetition) + 1))
      episode.run(limit: Self.stepLimit)
      guard let key = (episode.policies[stage.seat] as? SkillTrial)?.key else { continue }
      row.add(key, episode.outcome, columns)
    }
    return row
  }

  private func summed(_ rows: [Row], keyWidth: Int, fields: [Field]) -> Result? {
    let played = rows.filter { $0.trials > 0 }
    guard !played.isEmpty else { return nil }
    let table = SkillTable(
      keyWidth: keyWidth, keys: played.flatMap(\.key), effects: played.flatMap(\.effects))
    let trials = played.reduce(0) { $0 + $1.trials }
    let names = Evaluation.names(of: fields)
    let units = fields.flatMap { Array(repeating: $0.unit, count: $0.count) }
    let measures = names.indices.map { number in
      let sum = played.reduce(0) { $0 + $1.sums[number] }
      let squares = played.reduce(0) { $0 + $1.squares[number] }
      let mean = sum / Double(trials)
      return SkillDescriptor.Measure(
        name: names[number], mean: mean,
        deviation: max(0, squares / Double(trials) - mean * mean).squareRoot(),
        unit: units[number])
    }
    return Result(table: table, measures: measures, trials: trials)
  }
}

extension SkillMeasurement {
  /// Where the numbers of a trial stand in the outcome.
  struct OutcomeColumns: Sendable {
    let attempt: Int
    let success: Int
    let pace: Int?
    let twist: Int?
    let placeX: Int?
    let placeY: Int?

    init(_ fields: ControlInterface.OutcomeFields, in outcome: [Field]) throws(SetupError) {
      let names = Evaluation.names(of: outcome)
      func column(_ name: String, _ key: String) throws(SetupError) -> Int {
        guard let column = names.firstIndex(of: name) else {
          throw SetupError(
            "outcome.\(key)",
            "the world has no outcome `\(name)`; expected one of \(names.joined(separator: ", "))")
        }
        return column
      }
      func optional(_ name: String, _ key: String) throws(SetupError) -> Int? {
        name.isEmpty ? nil : try column(name, key)
      }
      attempt = try column(fields.attempt, "attempt")
      success = try column(fields.success, "success")
      pace = try optional(fields.pace, "pace")
      twist = try optional(fields.twist, "twist")
      placeX = try optional(fields.placeX, "place-x")
      placeY = try optional(fields.placeY, "place-y")
    }
  }

  /// The trials of one situation.
  struct Row: Sendable {
    private(set) var trials = 0
    private(set) var sums: [Double]
    private(set) var squares: [Double]
    private var keySums: [Double] = []
    private var attempts = 0
    private var paces: [Float] = []
    private var twists: [Float] = []
    private var xs: [Double] = []
    private var ys: [Double] = []

    init(outcomes: Int) {
      sums = Array(repeating: 0, count: outcomes)
      squares = sums
    }

    mutating func add(_ key: [Float], _ outcome: [Float], _ columns: OutcomeColumns) {
      trials += 1
      for (number, value) in outcome.map(Double.init).enumerated() {
        sums[number] += value
        squares[number] += value * value
      }
      if keySums.isEmpty { keySums = Array(repeating: 0, count: key.count) }
      for (number, value) in key.enumerated() { keySums[number] += Double(value) }
      guard outcome[columns.attempt] > 0.5 else { return }
      attempts += 1
      paces.append(columns.pace.map { outcome[$0] } ?? 0)
      twists.append(columns.twist.map { outcome[$0] } ?? 0)
      guard outcome[columns.success] > 0.5 else { return }
      xs.append(columns.placeX.map { Double(outcome[$0]) } ?? 0)
      ys.append(columns.placeY.map { Double(outcome[$0]) } ?? 0)
    }

    /// The mean key: noise in what was seen averages out.
    var key: [Float] { keySums.map { Float($0 / Double(trials)) } }

    /// The row in the order of the table's columns.
    var effects: [Float] {
      let (x, y) = (Spread(xs), Spread(ys))
      return [
        Float(trials), Float(attempts) / Float(trials), Float(xs.count) / Float(trials),
        Self.median(paces), Self.median(twists), Float(x.mean), Float(y.mean),
        Float(x.deviation), Float(y.deviation),
      ]
    }

    private static func median(_ values: [Float]) -> Float {
      guard !values.isEmpty else { return 0 }
      let sorted = values.sorted()
      let middle = sorted.count / 2
      return sorted.count.isMultiple(of: 2)
        ? 0.5 * (sorted[middle - 1] + sorted[middle]) : sorted[middle]
    }
  }

  /// The mean and the standard deviation of some numbers; both 0 where there are none.
  private struct Spread {
    let mean: Double
    let deviation: Double

    init(_ values: [Double]) {
      let count = Double(max(values.count, 1))
      let mean = values.reduce(0, +) / count
      let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      self.mean = mean
      deviation = square.squareRoot()
    }
  }
}
