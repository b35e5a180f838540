import Networks

extension RunningMoments {
  /// Moments as their numbers.
  init(_ numbers: ArraySlice<Double>, fields: Int) {
    let numbers = Array(numbers)
    self.init(
      count: numbers[0], means: Array(numbers[1..<1 + fields]),
      squares: Array(numbers[1 + fields..<1 + 2 * fields]))
  }

  /// All of them as numbers, for other ranks.
  var numbers: [Double] { [count] + means + squares }

  /// Takes in what every rank has seen, `own` in this one, in the order of ranks.
  mutating func merge(_ own: RunningMoments, of ranks: Ranks) {
    let all = ranks.gather(own.numbers)
    let width = 1 + 2 * fields
    for start in stride(from: 0, to: all.count, by: width) {
      merge(RunningMoments(all[start..<start + width], fields: fields))
    }
  }
}
