import Math
import Physics

/// The distance between two bodies of a robot, and whether it can close within the joints' ranges.
struct BodyGap {
  private let a: LinkCapsule
  private let b: LinkCapsule
  private let chain: KinematicChain
  /// The joints on which the distance depends, and how much at most a unit of each changes it.
  private let levers: [(joint: Int, lever: Double)]
  private var poses = 0

  /// Poses that are looked at before two bodies are taken to be able to meet.
  private static let mostPoses = 300

  init(_ a: LinkCapsule, _ b: LinkCapsule, _ chain: KinematicChain) {
    self.a = a
    self.b = b
    self.chain = chain
    let (pathA, pathB) = (chain.path(to: a.link), chain.path(to: b.link))
    let (leversA, leversB) = (chain.levers(of: [a]), chain.levers(of: [b]))
    levers =
      pathA.filter { !pathB.contains($0) }.map { ($0, leversA[$0]) }
      + pathB.filter { !pathA.contains($0) }.map { ($0, leversB[$0]) }
  }

  /// Whether at least one link lies between the two.
  var areApart: Bool { levers.count > 1 }

  /// The distance between the surfaces in metres, negative where they overlap.
  func at(_ joints: JointVector) -> Double {
    var frames = RobotModel.Frames(repeating: .identity)
    var span = frames.mutableSpan
    chain.place(joints, into: &span)
    return placed(a, frames).distance(to: placed(b, frames)) - a.radius - b.radius
  }

  private func placed(_ capsule: LinkCapsule, _ frames: RobotModel.Frames) -> Segment {
    let frame = capsule.link < 0 ? chain.base : frames[capsule.link]
    return Segment(start: frame(capsule.start), end: frame(capsule.end))
  }

  /// Whether the bodies may touch in some pose. Says true in doubt.
  ///
  /// Boxes of joint positions are ruled out by the distance in their middle and the levers, or
  /// halved; where the joints are that the distance does not depend on does not matter.
  mutating func canClose() -> Bool {
    poses = 0
    var middle = JointVector.zero
    var half = JointVector.zero
    for (joint, _) in levers {
      let range = chain.joints[joint].range
      middle[joint] = 0.5 * (range.lowerBound + range.upperBound)
      half[joint] = 0.5 * (range.upperBound - range.lowerBound)
    }
    return canClose(middle, half)
  }

  private mutating func canClose(_ middle: JointVector, _ half: JointVector) -> Bool {
    poses += 1
    let gap = at(middle)
    if gap <= 0 || poses > Self.mostPoses { return true }
    var reach = 0.0
    var widest = levers[0]
    for (joint, lever) in levers {
      reach += lever * half[joint]
      if lever * half[joint] > widest.lever * half[widest.joint] { widest = (joint, lever) }
    }
    if gap > reach { return false }
    var half = half
    half[widest.joint] *= 0.5
    var (low, high) = (middle, middle)
    low[widest.joint] -= half[widest.joint]
    high[widest.joint] += half[widest.joint]
    return canClose(low, half) || canClose(high, half)
  }
}

extension KinematicChain {
  /// The joints that carry `link`, from it to the base.
  fileprivate func path(to link: Int) -> [Int] {
    Array(sequence(first: link) { self.joints[$0].parent }.prefix { $0 >= 0 })
  }
}
