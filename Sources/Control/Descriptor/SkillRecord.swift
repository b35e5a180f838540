import Arena

/// A measured table at work: answers what a skill can be expected to do in a situation, and learns
/// from what it did when it was played.
///
/// An estimate is a mean over the rows nearest to the situation. Every played trial corrects the 25
/// nearest rows, in which what was measured and what was played weigh the same (arXiv 2408.03906,
/// section on skill descriptors). Beyond the paper, the skill as a whole is corrected by the ratio
/// of its successes to those that were expected: a handful of played trials tells of a worn racket
/// before the neighbourhood of every row has been visited.
///
/// Estimating and correcting allocate nothing.
public struct SkillRecord: Sendable {
  public let table: SkillTable
  public let settings: DescriptorSettings
  private let tree: NeighbourTree
  /// One over the standard deviation of every number of the keys.
  private let scales: [Float]
  /// The squared distance at which a row counts half.
  private let halfSquare: Float
  /// The means over the table, in the order of its columns.
  private let means: [Float]
  /// For every row, the trials, attempts and successes that were played near it.
  private var played: [Float]
  /// Over all played trials, the successes that were expected and those that came.
  private var expected = 0.0
  private var achieved = 0.0
  private var point: [Float]

  public init(_ table: SkillTable, settings: DescriptorSettings = DescriptorSettings()) {
    precondition(table.count > 0, "a record needs at least one row")
    self.table = table
    self.settings = settings
    scales = Self.scales(of: table)
    var points = table.keys
    for index in points.indices { points[index] *= scales[index % table.keyWidth] }
    tree = NeighbourTree(points, width: table.keyWidth)
    halfSquare = Self.typicalSquare(tree, points, settings.neighbours)
    means = SkillTable.Column.allCases.map { Float(table.mean($0)) }
    played = Array(repeating: 0, count: 3 * table.count)
    point = Array(repeating: 0, count: table.keyWidth)
  }

  /// Forgets what was played.
  public mutating func reset() {
    for index in played.indices { played[index] = 0 }
    point[0] = 0
    expected = 0
    achieved = 0
  }

  /// By how much played successes exceed those that were expected, 1 before anything was played.
  public var ratio: Double {
    settings.ratioTrials > 0
      ? (achieved + settings.ratioTrials) / (expected + settings.ratioTrials) : 1
  }

  /// What the skill can be expected to do in the situation of `key`.
  public mutating func estimate(_ key: Span<Float>) -> Estimate {
    var found = Neighbours(settings.neighbours)
    search(key, &found)
    var estimate = local(found)
    estimate.success = min(1, estimate.success * ratio)
    estimate.attempt = max(estimate.attempt, estimate.success)
    return estimate
  }

  /// Learns from a played trial in the situation of `key`.
  ///
  /// - Parameter expectation: the probability of success that was expected.
  public mutating func correct(
    _ key: Span<Float>, attempted: Bool, succeeded: Bool, expectation: Double
  ) {
    var found = Neighbours(settings.correctedNeighbours)
    search(key, &found)
    for index in 0..<found.count {
      let start = 3 * found.row(index)
      played[start] += 1
      played[start + 1] += attempted ? 1 : 0
      played[start + 2] += succeeded ? 1 : 0
    }
    // What the ratio has already made of the expectation is not expected twice.
    expected += expectation / ratio
    achieved += succeeded ? 1 : 0
  }
}

extension SkillRecord {
  private mutating func search(_ key: Span<Float>, _ found: inout Neighbours) {
    for index in 0..<point.count { point[index] = key[index] * scales[index] }
    tree.search(point.span, &found)
  }

  /// The mean over the rows found, those nearer counting more and all of them by their trials, drawn
  /// towards the mean of the table by a few trials.
  private func local(_ found: Neighbours) -> Estimate {
    var weights: Float = settings.priorTrials
    var attempts = weights * means[SkillTable.Column.attempts.rawValue]
    var successes = weights * means[SkillTable.Column.successes.rawValue]
    for index in 0..<found.count {
      let row = found.row(index)
      let weight = nearness(found.squaredDistance(index)) * table[row, .trials]
      weights += weight
      attempts += weight * blended(row, .attempts, at: 1)
      successes += weight * blended(row, .successes, at: 2)
    }
    let success = Double(successes / weights)
    // The deviation of a beta distribution with as many trials as were weighed.
    let deviation = (success * (1 - success) / Double(weights + 1)).squareRoot()
    var estimate = Estimate(success: success, deviation: deviation)
    estimate.attempt = Double(attempts / weights)
    estimate.pace = mean(.pace, found)
    estimate.twist = mean(.twist, found)
    estimate.place.x = mean(.placeX, found)
    estimate.place.y = mean(.placeY, found)
    estimate.place.spreadX = mean(.spreadX, found)
    estimate.place.spreadY = mean(.spreadY, found)
    return estimate
  }

  /// A share that was measured, and the share that was played near the row if there is one, both
  /// weighing the same.
  private func blended(_ row: Int, _ column: SkillTable.Column, at offset: Int) -> Float {
    let trials = played[3 * row]
    let measured = table[row, column]
    return trials > 0 ? 0.5 * (measured + played[3 * row + offset] / trials) : measured
  }

  private func mean(_ column: SkillTable.Column, _ found: Neighbours) -> Double {
    // A whiff of the table's mean stands in where no row says anything.
    var weights: Float = 1e-3
    var sum = weights * means[column.rawValue]
    for index in 0..<found.count {
      let row = found.row(index)
      let weight =
        nearness(found.squaredDistance(index)) * SkillTable.weight(of: column, table.effects, row)
      weights += weight
      sum += weight * table[row, column]
    }
    return Double(sum / weights)
  }

  private func nearness(_ square: Float) -> Float { halfSquare / (halfSquare + square) }

  private static func scales(of table: SkillTable) -> [Float] {
    (0..<table.keyWidth).map { column in
      let values = (0..<table.count).map { Double(table.keys[$0 * table.keyWidth + column]) }
      let mean = values.reduce(0, +) / Double(values.count)
      let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      return Float(1 / max(square.squareRoot(), 1e-3))
    }
  }

  /// The mean squared distance from rows to the last of their nearest neighbours.
  private static func typicalSquare(
    _ tree: NeighbourTree, _ points: [Float], _ neighbours: Int
  ) -> Float {
    let sample = min(tree.count, 64)
    var sum: Float = 0
    for index in 0..<sample {
      let row = index * tree.count / sample
      var found = Neighbours(neighbours)
      tree.search(points.span.extracting(row * tree.width..<(row + 1) * tree.width), &found)
      sum += found.squaredDistance(found.count - 1)
    }
    return max(sum / Float(sample), 1e-6)
  }
}

/// How descriptors are read and corrected.
public struct DescriptorSettings: Configuration, Hashable {
  /// Rows an estimate is a mean of, 1 ... 32. The paper does not say; twelve rows of ten trials know
  /// a probability to about 0.04.
  public var neighbours = 12
  /// Rows a played trial corrects, 1 ... 32 (arXiv 2408.03906: 25).
  public var correctedNeighbours = 25
  /// The trials that the mean of the table counts for in an estimate, 0 or more.
  public var priorTrials: Float = 2
  /// The expected successes that a skill must miss for its estimates to be halved; 0 for no
  /// correction of skills as a whole.
  public var ratioTrials = 4.0

  public init() {}

  func validate(at key: String) throws(PolicyError) {
    for (name, number) in [
      ("neighbours", neighbours), ("corrected-neighbours", correctedNeighbours),
    ] where !(1...Neighbours.capacity).contains(number) {
      throw .unusable(key: "\(key).\(name)", reason: "\(number) is not in 1 ... 32")
    }
    guard priorTrials >= 0, priorTrials <= 1000 else {
      throw .unusable(key: "\(key).prior-trials", reason: "\(priorTrials) is not in 0 ... 1000")
    }
    guard ratioTrials >= 0, ratioTrials <= 1000 else {
      throw .unusable(key: "\(key).ratio-trials", reason: "\(ratioTrials) is not in 0 ... 1000")
    }
  }
}
