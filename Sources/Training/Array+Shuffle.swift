import Math

extension [Int] {
  /// Puts the elements into a random order (Fisher and Yates).
  mutating func shuffle(by random: inout Random) {
    var span = mutableSpan
    var index = span.count - 1
    while index > 0 {
      span.swapAt(index, random.index(below: index + 1))
      index -= 1
    }
  }
}
