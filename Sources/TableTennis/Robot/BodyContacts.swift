import Math
import Physics

/// Which capsules of a robot may meet one another.
///
/// Links that are neighbours, or that touch in the home pose, are none of these, nor are those that
/// the joints' ranges keep apart. Whatever moves with the racket is looked at as one ball first, which rules most touches out.
struct BodyContacts: Sendable {
  struct Pair: Sendable, Hashable {
    var a: Int
    var b: Int
  }

  /// Pairs without the racket's link.
  private(set) var arm: [Pair] = []
  /// Pairs of a body on the racket's link, `a`, and another.
  private(set) var hand: [Pair] = []
  /// The bodies that those on the racket's link may meet.
  private(set) var facingHand: [Int] = []
  /// A ball around all that moves with the racket: its middle on the racket's link, and radius.
  let middle: Vector3
  let radius: Double
  let toolJoint: Int

  init(_ capsules: [LinkCapsule], _ chain: KinematicChain) {
    toolJoint = chain.toolJoint
    (middle, radius) = Self.ball(around: capsules.filter { $0.link == chain.toolJoint })
    for a in capsules.indices {
      for b in 0..<a {
        var gap = BodyGap(capsules[a], capsules[b], chain)
        if gap.areApart, gap.canClose() { add(a, b, capsules) }
      }
    }
  }

  /// Those of them that do not touch in the pose `home`.
  func apart(at home: JointVector, _ capsules: [LinkCapsule], _ chain: KinematicChain) -> Self {
    var those = self
    let isApart = { (pair: Pair) in
      BodyGap(capsules[pair.a], capsules[pair.b], chain).at(home) > 0
    }
    those.arm = arm.filter(isApart)
    those.hand = hand.filter(isApart)
    those.facingHand = facingHand.filter { other in those.hand.contains { $0.b == other } }
    return those
  }

  private mutating func add(_ a: Int, _ b: Int, _ capsules: [LinkCapsule]) {
    guard capsules[a].link == toolJoint || capsules[b].link == toolJoint else {
      arm.append(Pair(a: a, b: b))
      return
    }
    let (own, other) = capsules[a].link == toolJoint ? (a, b) : (b, a)
    hand.append(Pair(a: own, b: other))
    if !facingHand.contains(other) { facingHand.append(other) }
  }

  /// A ball around capsules of one link.
  private static func ball(around capsules: [LinkCapsule]) -> (Vector3, Double) {
    let points = capsules.flatMap { [$0.start, $0.end] }
    guard let first = points.first else { return (.zero, 0) }
    var (low, high) = (first, first)
    for point in points {
      low = Vector3(min(low.x, point.x), min(low.y, point.y), min(low.z, point.z))
      high = Vector3(max(high.x, point.x), max(high.y, point.y), max(high.z, point.z))
    }
    let middle = 0.5 * (low + high)
    let radius = capsules.map {
      max(($0.start - middle).length, ($0.end - middle).length) + $0.radius
    }.max()
    return (middle, radius ?? 0)
  }
}
