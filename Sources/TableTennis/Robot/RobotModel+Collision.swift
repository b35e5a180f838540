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
  /// The axes of all capsules in the world.
  typealias Bodies = InlineArray<9, Segment>

  /// The bodies of the links as capsules. Lengths are the IRB 1100's, radii from its drawings
  /// rounded up; the blade is a star of three thin rods across its disc.
  static let capsules: [LinkCapsule] = {
    let middle = racket.position
    let spokes = (0..<3).map { spoke in
      let turn = Rotation(angle: Double(spoke) * .pi / 3, axis: .unitY)
      let reach = racket.rotation(turn((bladeRadius - 0.012) * .unitX))
      return LinkCapsule(link: 7, start: middle - reach, end: middle + reach, radius: 0.012)
    }
    return [
      LinkCapsule(link: 1, start: Vector3(0, 0, 0.08), end: Vector3(0, 0, 0.2), radius: 0.08),
      LinkCapsule(link: 2, start: Vector3(0, 0, 0.25), end: Vector3(0, 0, 0.327), radius: 0.085),
      LinkCapsule(link: 3, start: .zero, end: Vector3(0, 0, 0.28), radius: 0.065),
      LinkCapsule(link: 5, start: .zero, end: Vector3(0.3, 0, 0), radius: 0.05),
      LinkCapsule(link: 6, start: .zero, end: Vector3(flangeOffset, 0, 0), radius: 0.04),
      LinkCapsule(
        link: 7, start: Vector3(flangeOffset, 0, 0), end: middle - 0.07 * .unitX, radius: 0.02),
    ] + spokes
  }()

  /// Which capsule may meet which: the hand and racket (4 to 8) the column, shoulder and upper arm
  /// (0 to 2), the forearm (3) the column. Other pairs are kept apart by the joints' ranges.
  static func canMeet(_ a: Int, _ b: Int) -> Bool {
    a >= 4 ? b <= 2 : (a == 3 && b == 0)
  }

  /// The corners of the table top, which is to be kept clear of.
  static let tableLow = Hall.tableBox.centre - Hall.tableBox.halfSize
  static let tableHigh = Hall.tableBox.centre + Hall.tableBox.halfSize

  /// Writes the axes of `capsules` in the world, for contacts and for drawing.
  /// - Parameter segments: One per capsule.
  public func placeBodies(_ joints: JointVector, into segments: inout MutableSpan<Segment>) {
    placeBodies(frames(joints), into: &segments)
  }

  /// The same, given the frames of the links, for the first of the capsules.
  func placeBodies(_ frames: Frames, into segments: inout MutableSpan<Segment>) {
    let capsules = capsules.span
    for index in 0..<min(capsules.count, segments.count) {
      let frame = frames[capsules[index].link]
      segments[index] = Segment(
        start: frame(capsules[index].start), end: frame(capsules[index].end))
    }
  }

  /// The axes of all capsules, given the frames of the links.
  func bodies(_ frames: Frames) -> Bodies {
    var segments = Bodies(repeating: Segment(start: .zero, end: .zero))
    var span = segments.mutableSpan
    placeBodies(frames, into: &span)
    return segments
  }

  /// The first collision of the robot in the pose `joints`, if any.
  /// - Parameter clearance: The distance, in metres, below which bodies count as touching.
  public func collision(_ joints: JointVector, clearance: Double = 0) -> RobotCollision? {
    let capsules = capsules.span
    let segments = bodies(frames(joints))
    for index in capsules.indices {
      let reach = capsules[index].radius + clearance
      if isAboveTable(segments[index], reach) { continue }
      if segments[index].distance(toBoxFrom: Self.tableLow, to: Self.tableHigh) < reach {
        return .table
      }
    }
    if clearanceOfHand(segments) > clearance { return nil }
    for a in 3..<capsules.count {
      for b in 0..<3 where Self.canMeet(a, b) {
        let reach = capsules[a].radius + capsules[b].radius + clearance
        if segments[a].distance(to: segments[b]) < reach { return .itself }
      }
    }
    return nil
  }

  /// How far the ball around hand and racket is from column, shoulder and upper arm, and the
  /// forearm from the column.
  func clearanceOfHand(_ segments: Bodies) -> Double {
    let span = 0.5 * (Self.flangeOffset + Self.handleReach + Self.bladeRadius)
    let hand = segments[4]
    let centre = hand.start + span / Self.flangeOffset * (hand.end - hand.start)
    var least = segments[3].distance(to: segments[0]) - capsules[0].radius - capsules[3].radius
    for index in 0..<3 {
      let gap = segments[index].distance(to: centre) - (span + 0.04) - capsules[index].radius
      least = min(least, gap)
    }
    return least
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
    let frames = frames(joints)
    return capsules.map { capsule in
      let frame = frames[capsule.link]
      return Capsule(from: frame(capsule.start), to: frame(capsule.end), radius: capsule.radius)
    }
  }
}
