import Control
import Math
import Testing

@Suite struct NeighbourTreeTests {
  /// The rows nearest to a point, found by looking at all of them.
  private func brute(_ points: [Float], _ width: Int, _ point: [Float], _ count: Int) -> [Int] {
    let squares = (0..<points.count / width).map { row in
      (0..<width).reduce(Float(0)) { sum, axis in
        let gap = points[row * width + axis] - point[axis]
        return sum + gap * gap
      }
    }
    let order = squares.indices.sorted { (squares[$0], $0) < (squares[$1], $1) }
    return Array(order.prefix(count))
  }

  private func check(_ points: [Float], width: Int, wanted: Int, random: inout Random) {
    let tree = NeighbourTree(points, width: width)
    for _ in 0..<60 {
      let point = (0..<width).map { _ in Float(random.uniform(-1.5, 1.5)) }
      var found = Neighbours(wanted)
      tree.search(point.span, &found)
      #expect((0..<found.count).map(found.row) == brute(points, width, point, wanted))
    }
  }

  @Test func theNearestRowsAreThoseThatLookingAtAllOfThemFinds() {
    var random = Random(seed: 5)
    for (count, width, wanted) in [(1, 6, 3), (7, 2, 7), (9, 3, 1), (100, 6, 25), (1500, 6, 32)] {
      let points = (0..<count * width).map { _ in Float(random.uniform(-1, 1)) }
      check(points, width: width, wanted: wanted, random: &random)
    }
  }

  /// Rows that lie on a coarse grid are often equally far; the lower row comes first.
  @Test func equalRowsComeInTheirOwnOrder() {
    var random = Random(seed: 6)
    let points = (0..<400 * 3).map { _ in Float(random.index(below: 3)) - 1 }
    check(points, width: 3, wanted: 20, random: &random)
    check(Array(repeating: 0.5, count: 300), width: 3, wanted: 12, random: &random)
  }

  @Test func distancesAreSquaresInRisingOrder() {
    let tree = NeighbourTree([0, 3, 7, 20], width: 1)
    var found = Neighbours(3)
    tree.search([4 as Float].span, &found)
    #expect((0..<found.count).map(found.row) == [1, 2, 0])
    #expect((0..<found.count).map(found.squaredDistance) == [1, 9, 16])
  }
}
