import Math
import Testing

@testable import Control

@Suite struct SkillRecordTests {
  /// A grid of situations in which success falls from 1 at the left to 0 at the right.
  private static func table(_ count: Int = 200, trials: Float = 10) -> SkillTable {
    var random = Random(seed: 3)
    var keys: [Float] = []
    var effects: [Float] = []
    for _ in 0..<count {
      let x = Float(random.uniform())
      keys += [x, Float(random.uniform())]
      let success = (10 * (1 - x)).rounded() / 10
      effects += [trials, 1, success, 5 + x, 20, x, 1, 0.1, 0.2]
    }
    return SkillTable(keyWidth: 2, keys: keys, effects: effects)
  }

  private func settings(_ change: (inout DescriptorSettings) -> Void) -> DescriptorSettings {
    var settings = DescriptorSettings()
    settings.priorTrials = 0
    settings.ratioTrials = 0
    change(&settings)
    return settings
  }

  @Test func anEstimateIsWhatHappenedNearby() {
    var record = SkillRecord(Self.table(), settings: settings { _ in })
    for x in [0.1, 0.5, 0.9] as [Float] {
      let key = [x, 0.5]
      let estimate = record.estimate(key.span)
      #expect(abs(estimate.success - Double(1 - x)) < 0.12)
      #expect(abs(estimate.pace - Double(5 + x)) < 0.12)
      #expect(estimate.attempt == 1)
      #expect(abs(estimate.twist - 20) < 0.01)
    }
  }

  /// Uncertain where outcomes were mixed, and more so with fewer trials.
  @Test func uncertaintyShrinksWithTrials() {
    let key: [Float] = [0.5, 0.5]
    var many = SkillRecord(Self.table(trials: 40), settings: settings { _ in })
    var few = SkillRecord(Self.table(trials: 2), settings: settings { _ in })
    let (sure, unsure) = (many.estimate(key.span).deviation, few.estimate(key.span).deviation)
    #expect(unsure > 3 * sure)
    #expect(sure > 0)
  }

  /// The 25 nearest rows are corrected, measured and played weighing the same.
  @Test func playedTrialsCorrectTheirNeighbourhood() {
    var record = SkillRecord(Self.table(), settings: settings { $0.neighbours = 5 })
    let (here, there): ([Float], [Float]) = ([0.2, 0.5], [0.8, 0.5])
    let (before, far) = (record.estimate(here.span).success, record.estimate(there.span).success)
    record.correct(here.span, attempted: true, succeeded: false, expectation: before)
    #expect(abs(record.estimate(here.span).success - before / 2) < 1e-6)
    #expect(record.estimate(there.span).success == far)
    record.correct(here.span, attempted: true, succeeded: true, expectation: before)
    #expect(abs(record.estimate(here.span).success - (before / 2 + 0.25)) < 1e-6)
    record.reset()
    #expect(record.estimate(here.span).success == before)
  }

  @Test func aSkillThatKeepsFailingIsDoubtedEverywhere() {
    var record = SkillRecord(
      Self.table(), settings: settings { $0.ratioTrials = 4 })
    let there: [Float] = [0.1, 0.9]
    let before = record.estimate(there.span).success
    for _ in 0..<8 {
      let key: [Float] = [0.5, 0.1]
      let expectation = record.estimate(key.span).success
      record.correct(key.span, attempted: true, succeeded: false, expectation: expectation)
    }
    #expect(record.ratio < 0.75)
    #expect(abs(record.estimate(there.span).success - before * record.ratio) < 1e-9)
  }

  @Test func meansCountRowsByTheirTrials() {
    let table = SkillTable(
      keyWidth: 1, keys: [0, 1],
      effects: [10, 1, 1, 4, 0, 0, 1, 0, 0] + [30, 0.5, 0, 8, 0, 5, 5, 0, 0])
    #expect(table.mean(.successes) == 0.25)
    #expect(table.mean(.attempts) == 0.625)
    #expect(abs(table.mean(.pace) - 160.0 / 25) < 1e-12)
    // Only successes say where it ended.
    #expect(table.mean(.placeX) == 0)
  }

  @Test func tablesSurviveTheirFilesAndRefuseOtherNumbers() throws {
    let table = Self.table(30)
    let digest = "\(table.digest)"
    let bytes = table.safetensors.bytes
    #expect(try SkillTable(reading: bytes, digest: digest) == table)
    #expect(throws: PolicyError.self) { try SkillTable(reading: bytes, digest: "0") }
    var random = Random(seed: 8)
    for _ in 0..<500 {
      var broken = bytes
      for _ in 0..<1 + random.index(below: 3) {
        broken[random.index(below: broken.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      broken = Array(broken.prefix(random.index(below: broken.count + 1)))
      guard broken != bytes else { continue }
      if let read = try? SkillTable(reading: broken, digest: digest) { #expect(read == table) }
    }
  }
}
