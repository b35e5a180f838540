import Math
import Physics

/// A touch that must not happen.
public enum RobotCollision: String, Sendable, Codable {
  /// The arm or the racket meets the table top.
  case table
  /// The racket, the hand or the forearm meets another part of the robot.
  case itself
}

extension RobotModel {
  /// The axes of all capsules in the world, those in use first.
  typealias Bodies = InlineArray<16, Segment>

  /// The corners of the table top, which is to be kept clear of.
  static let tableLow = Hall.tableBox.centre - Hall.tableBox.halfSize
  static let tableHigh = Hall.tableBox.centre + Hall.tableBox.halfSize

  /// Writes the axes of `capsules` in the world, for contacts and for drawing.
  /// - Parameter segments: One per capsule.
  public func placeBodies(_ joints: JointVector, into segments: inout MutableSpan<Segment>) {
    placeBodies(frames(joints), first: min(capsules.count, segments.count), into: &segments)
  }

  /// The same, given the frames of the links, for the `first` of the capsules.
  func placeBodies(_ frames: Frames, first: Int, into segments: inout MutableSpan<Segment>) {
    let capsules = capsules
    for index in 0..<first {
      let link = capsules[index].link
      let frame = link < 0 ? chain.base : frames[link]
      segments[index] = Segment(
        start: frame(capsules[index].start), end: frame(capsules[index].end))
    }
  }

  /// The axes of all capsules, given the frames of the links.
  func bodies(_ frames: Frames) -> Bodies {
    var segments = Bodies(repeating: Segment(start: .zero, end: .zero))
    var span = segments.mutableSpan
    placeBodies(frames, first: capsules.count, into: &span)
    return segments
  }

  /// The first collision of the robot in the pose `joints`, if any.
  /// - Parameter clearance: The distance, in metres, below which bodies count as touching.
  public func collision(_ joints: JointVector, clearance: Double = 0) -> RobotCollision? {
    let capsules = capsules
    let frames = frames(joints)
    let segments = bodies(frames)
    for index in capsules.indices where capsules[index].link >= 0 {
      let reach = capsules[index].radius + clearance
      if isAboveTable(segments[index], reach) { continue }
      if segments[index].distance(toBoxFrom: Self.tableLow, to: Self.tableHigh) < reach {
        return .table
      }
    }
    if clearanceOfHand(segments, frames) > clearance { return nil }
    let least = min(least(of: contacts.arm, segments), least(of: contacts.hand, segments))
    return least < clearance ? .itself : nil
  }

  /// Whether a capsule lies clear of the table by its height or by its place behind the end.
  private func isAboveTable(_ segment: Segment, _ reach: Double) -> Bool {
    min(segment.start.z, segment.end.z) > reach
      || max(segment.start.y, segment.end.y) < Self.tableLow.y - reach
  }
}

extension RobotModel {
  /// The bodies of the links in the world, for drawing.
  func placedCapsules(_ joints: JointVector) -> [Capsule] {
    let segments = bodies(frames(joints))
    return capsules.indices.map { index in
      Capsule(
        from: segments[index].start, to: segments[index].end, radius: capsules[index].radius)
    }
  }
}
