import Testing

@testable import Math

@Suite("Random numbers")
struct RandomTests {
  @Test("The stream is xoshiro256** seeded by SplitMix64, the same on every machine")
  func stream() {
    var random = Random(seed: 0)
    #expect((0..<3).map { _ in random.next() } == Self.firstThree)
  }

  /// From a transcription of both published algorithms into Python, whose integers have no end.
  private static let firstThree: [UInt64] = [
    11_091_344_671_253_066_420, 13_793_997_310_169_335_082, 1_900_383_378_846_508_768,
  ]

  @Test("Uniform numbers fill their range evenly")
  func uniform() {
    var random = Random(seed: 7)
    var counts = [Int](repeating: 0, count: 10)
    for _ in 0..<100_000 { counts[Int(10 * random.uniform())] += 1 }
    // Chi-squared with 9 degrees of freedom: 33.7 is exceeded once in 10,000 seeds.
    let chi = counts.reduce(0.0) { $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 10_000 }
    #expect(chi < 33.7)
    for _ in 0..<1000 {
      #expect((2.0..<5).contains(random.uniform(2, 5)))
      #expect((0..<7).contains(random.index(below: 7)))
    }
  }

  @Test("Normal numbers have mean 0, deviation 1 and thin tails")
  func normal() {
    var random = Random(seed: 8)
    let numbers = (0..<100_000).map { _ in random.normal() }
    let mean = numbers.reduce(0, +) / 1e5
    let square = numbers.reduce(0) { $0 + $1 * $1 } / 1e5
    let fourth = numbers.reduce(0) { $0 + $1 * $1 * $1 * $1 } / 1e5
    #expect(abs(mean) < 0.015 && abs(square - 1) < 0.02 && abs(fourth - 3) < 0.15)
    #expect(numbers.allSatisfy { $0.isFinite })
  }

  @Test("Seeds of parts differ from each other and from the whole")
  func seeds() {
    var seen = Set<UInt64>()
    for seed in 0..<100 as Range<UInt64> {
      for index in 0..<100 as Range<UInt64> { seen.insert(Random.seed(seed, index)) }
    }
    #expect(seen.count == 10_000)
  }

  @Test("A copy goes on with the same numbers")
  func copies() {
    var random = Random(seed: 9)
    _ = random.normal()
    var copy = random
    #expect((0..<10).map { _ in random.next() } == (0..<10).map { _ in copy.next() })
  }
}
