/// What finished episodes came to, summed.
public struct Tally: Sendable, Hashable {
  /// The number of episodes that ended.
  public private(set) var episodes = 0
  /// Their steps.
  public private(set) var steps = 0
  /// The sum of their returns, and of the squares of these.
  public private(set) var returns = 0.0
  public private(set) var squaredReturns = 0.0
  /// The sums of each number of the environment's outcome.
  public private(set) var outcomes: [Double]

  /// A tally of no episodes of an environment with `width` outcome numbers.
  init(width: Int) {
    outcomes = Array(repeating: 0, count: width)
  }

  /// A tally as its numbers.
  init(_ numbers: ArraySlice<Double>) {
    let numbers = Array(numbers)
    episodes = Int(numbers[0])
    steps = Int(numbers[1])
    returns = numbers[2]
    squaredReturns = numbers[3]
    outcomes = Array(numbers[4...])
  }

  /// All of it as numbers, for other ranks.
  var numbers: [Double] {
    [Double(episodes), Double(steps), returns, squaredReturns] + outcomes
  }

  mutating func add(steps: Int, return value: Double, outcome: [Float]) {
    episodes += 1
    self.steps += steps
    returns += value
    squaredReturns += value * value
    for i in outcomes.indices { outcomes[i] += Double(outcome[i]) }
  }

  mutating func add(_ other: Tally) {
    episodes += other.episodes
    steps += other.steps
    returns += other.returns
    squaredReturns += other.squaredReturns
    for i in outcomes.indices { outcomes[i] += other.outcomes[i] }
  }

  mutating func removeAll() {
    episodes = 0
    steps = 0
    returns = 0
    squaredReturns = 0
    for i in outcomes.indices { outcomes[i] = 0 }
  }

  /// The mean return; 0 before any episode ended.
  public var meanReturn: Double { episodes == 0 ? 0 : returns / Double(episodes) }
  /// The mean of the outcome's number `index`.
  public func mean(_ index: Int) -> Double {
    episodes == 0 ? 0 : outcomes[index] / Double(episodes)
  }
}
