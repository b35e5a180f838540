import Math
import Physics

extension RobotModel {
  /// How far a robot is from touching, in metres; not positive where it touches.
  struct Clearance: Sendable {
    var table: Double
    var itself: Double

    var least: Double { min(table, itself) }
  }

  /// Whether the robot is clear in a pose, as far as its clearance in another one tells.
  @inline(__always)
  func isClear(_ clearance: Clearance, from a: JointVector, to b: JointVector) -> Bool {
    let way = abs(b - a)
    return (levers * way).sum() < clearance.table && (innerLevers * way).sum() < clearance.itself
  }

  /// How far the robot is from touching the table and itself.
  ///
  /// Positive numbers may be smaller than the distance, but are never larger: most poses are told to
  /// be clear by a few comparisons. What stands still with the base is left out of the table's.
  func clearance(_ segments: Bodies, _ frames: Frames) -> Clearance {
    var least = Double.infinity
    let capsules = capsules
    for index in capsules.indices where capsules[index].link >= 0 {
      least = min(least, Self.clearanceFromTable(segments[index], capsules[index].radius))
    }
    return Clearance(table: least, itself: clearanceFromItself(segments, frames))
  }

  private static func clearanceFromTable(_ segment: Segment, _ radius: Double) -> Double {
    let (a, b) = (segment.start, segment.end)
    let above = min(a.z, b.z) - tableHigh.z
    let behind = tableLow.y - max(a.y, b.y)
    let beside = max(tableLow.x - max(a.x, b.x), min(a.x, b.x) - tableHigh.x)
    let apart = max(above, behind, beside)
    return (apart > radius ? apart : segment.distance(toBoxFrom: tableLow, to: tableHigh)) - radius
  }

  private func clearanceFromItself(_ segments: Bodies, _ frames: Frames) -> Double {
    let rough = clearanceOfHand(segments, frames)
    if rough > 0 { return rough }
    return min(least(of: contacts.arm, segments), least(of: contacts.hand, segments))
  }

  /// How far the ball around the hand is from all that it may meet, and the other bodies from one
  /// another.
  func clearanceOfHand(_ segments: Bodies, _ frames: Frames) -> Double {
    let middle = frames[contacts.toolJoint](contacts.middle)
    var least = least(of: contacts.arm, segments)
    let capsules = capsules
    for index in contacts.facingHand {
      let gap = segments[index].distance(to: middle) - contacts.radius - capsules[index].radius
      least = min(least, gap)
    }
    return least
  }

  /// The least distance between the bodies of `pairs`, in metres.
  func least(of pairs: [BodyContacts.Pair], _ segments: Bodies) -> Double {
    let capsules = capsules
    var least = Double.infinity
    for pair in pairs {
      let gap = segments[pair.a].distance(to: segments[pair.b])
      least = min(least, gap - capsules[pair.a].radius - capsules[pair.b].radius)
    }
    return least
  }
}
