import Math
import Physics
import Testing

@Suite struct SegmentTests {
  private func random(_ random: inout Random) -> Segment {
    Segment(start: random.normalVector(deviation: 1), end: random.normalVector(deviation: 1))
  }

  @Test func theDistanceOfSegmentsIsTheLeastOverAllPairsOfPoints() {
    var stream = Random(seed: 3)
    for _ in 0..<30 {
      let (a, b) = (random(&stream), random(&stream))
      var least = Double.infinity
      for i in 0...200 {
        let p = a.start + Double(i) / 200 * (a.end - a.start)
        for j in 0...200 {
          least = min(least, (p - b.start - Double(j) / 200 * (b.end - b.start)).length)
        }
      }
      let distance = a.distance(to: b)
      #expect(distance <= least + 1e-12 && distance > least - 0.03)
    }
  }

  @Test func parallelAndVanishingSegmentsHaveDistances() {
    let a = Segment(start: .zero, end: .unitX)
    #expect(abs(a.distance(to: Segment(start: .unitY, end: Vector3(1, 1, 0))) - 1) < 1e-12)
    #expect(
      abs(a.distance(to: Segment(start: Vector3(3, 0, 0), end: Vector3(4, 0, 0))) - 2) < 1e-12)
    let point = Segment(start: Vector3(0.5, 0, 2), end: Vector3(0.5, 0, 2))
    #expect(abs(a.distance(to: point) - 2) < 1e-9)
    #expect(abs(point.distance(to: point)) < 1e-9)
  }

  @Test func theDistanceToABoxIsTheLeastOverTheSegment() {
    var stream = Random(seed: 4)
    let (low, high) = (Vector3(-0.5, -1, -0.1), Vector3(0.5, 1, 0))
    for _ in 0..<100 {
      let segment = random(&stream)
      var least = Double.infinity
      for i in 0...2000 {
        let p = segment.start + Double(i) / 2000 * (segment.end - segment.start)
        let nearest = Vector3(
          clamp(p.x, low.x...high.x), clamp(p.y, low.y...high.y), clamp(p.z, low.z...high.z))
        least = min(least, (p - nearest).length)
      }
      let distance = segment.distance(toBoxFrom: low, to: high)
      #expect(distance <= least + 1e-9 && distance > least - 0.003)
    }
  }
}
