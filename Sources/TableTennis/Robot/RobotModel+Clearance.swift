import Math
import Physics

extension RobotModel {
  /// How far the robot is from touching the table or itself, in metres; not positive where it does.
  ///
  /// Positive numbers may be smaller than the distance, but are never larger: most poses are told to
  /// be clear by a few comparisons.
  func clearance(_ segments: Bodies) -> Double {
    var least = clearanceFromItself(segments)
    let capsules = capsules.span
    for index in capsules.indices {
      least = min(least, Self.clearanceFromTable(segments[index], capsules[index].radius))
    }
    return least
  }

  private static func clearanceFromTable(_ segment: Segment, _ radius: Double) -> Double {
    let (a, b) = (segment.start, segment.end)
    let above = min(a.z, b.z) - tableHigh.z
    let behind = tableLow.y - max(a.y, b.y)
    let beside = max(tableLow.x - max(a.x, b.x), min(a.x, b.x) - tableHigh.x)
    let apart = max(above, behind, beside)
    return (apart > radius ? apart : segment.distance(toBoxFrom: tableLow, to: tableHigh)) - radius
  }

  private func clearanceFromItself(_ segments: Bodies) -> Double {
    let rough = clearanceOfHand(segments)
    if rough > 0 { return rough }
    let capsules = capsules.span
    var least = Double.infinity
    for a in 3..<capsules.count {
      for b in 0..<3 where Self.canMeet(a, b) {
        let gap = segments[a].distance(to: segments[b])
        least = min(least, gap - capsules[a].radius - capsules[b].radius)
      }
    }
    return least
  }
}
