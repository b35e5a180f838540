import Math
import Networks
import Testing

struct RunningMomentsTests {
  @Test func momentsOfBatchesAreThoseOfAllRows() {
    var random = Random(seed: 1)
    let rows = (0..<300).map { Float(random.normal()) * Float($0 % 3 + 1) + 1000 * Float($0 % 3) }
    var whole = RunningMoments(fields: 3)
    whole.update(rows.span)
    var parts = RunningMoments(fields: 3)
    parts.update(rows.span.extracting(0..<30))
    parts.update(rows.span.extracting(30..<210))
    var rest = RunningMoments(fields: 3)
    rest.update(rows.span.extracting(210..<300))
    parts.merge(rest)
    parts.merge(RunningMoments(fields: 3))
    for field in 0..<3 {
      let column = stride(from: field, to: 300, by: 3).map { Double(rows[$0]) }
      let mean = column.reduce(0, +) / 100
      let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100
      for moments in [whole, parts] {
        #expect(moments.count == 100)
        #expect(abs(moments.means[field] - mean) < 1e-9)
        #expect(abs(moments.variance(field) - variance) < 1e-9)
      }
    }
  }

  @Test func standardisedRowsHaveMeanZeroAndDeviationOne() {
    var random = Random(seed: 2)
    var rows = (0..<2000).map { Float(random.normal() * 3 + Double($0 % 2) * 5) }
    var moments = RunningMoments(fields: 2)
    moments.update(rows.span)
    var span = rows.mutableSpan
    moments.standardize(&span)
    var after = RunningMoments(fields: 2)
    after.update(rows.span)
    for field in 0..<2 {
      #expect(abs(after.means[field]) < 1e-5)
      #expect(abs(after.variance(field) - 1) < 1e-5)
    }
  }

  @Test func farNumbersAreLimitedAndNewMomentsChangeNothing() {
    var rows: [Float] = [0, 1, 2, 3]
    var moments = RunningMoments(fields: 1)
    var span = rows.mutableSpan
    moments.standardize(&span)
    #expect(rows == [0, 1, 2, 3])
    moments.update(rows.span)
    var far: [Float] = [1e6, -1e6]
    var farSpan = far.mutableSpan
    moments.standardize(&farSpan, limit: 5)
    #expect(far == [5, -5])
  }

  @Test func savedMomentsContinueBitForBit() {
    var moments = RunningMoments(fields: 2)
    moments.update([1, 2, 3, 5].span)
    var restored = RunningMoments(
      count: moments.count, means: moments.means, squares: moments.squares)
    moments.update([0.5, 0.25].span)
    restored.update([0.5, 0.25].span)
    #expect(moments.means == restored.means && moments.squares == restored.squares)
  }
}
