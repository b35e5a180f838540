import Math
import Physics

/// The capsules of a robot in the order in which `RobotModel` keeps them: links, handle, blade.
struct RobotBodies {
  var capsules: [LinkCapsule]
  /// How many of them the ball can meet.
  var linkCount: Int
  /// The one of the handle; -1 if there is none.
  var handle: Int

  init(capsules: [LinkCapsule], linkCount: Int, handle: Int) {
    self.capsules = capsules
    self.linkCount = linkCount
    self.handle = handle
  }

  /// Sorts the capsules of a description. Those of the racket's link that lie within the blade's
  /// disc are taken to stand for the blade and replaced by the usual three rods; the one that ends
  /// at the disc is the handle.
  init(_ capsules: [LinkCapsule], of chain: KinematicChain) {
    let middle = chain.tool.position
    func reach(_ capsule: LinkCapsule) -> (near: Double, far: Double) {
      let (a, b) = ((capsule.start - middle).length, (capsule.end - middle).length)
      return (min(a, b), max(a, b))
    }
    let isCarried = { (capsule: LinkCapsule) in capsule.link == chain.toolJoint }
    var links = capsules.filter { !isCarried($0) || reach($0).far > Racket.radius }
    handle = -1
    if let grip = links.lastIndex(where: {
      isCarried($0) && reach($0).near < Racket.radius + $0.radius
    }) {
      links.append(links.remove(at: grip))
      handle = links.count - 1
    }
    linkCount = links.count
    self.capsules = links + Self.blade(of: chain.tool, on: chain.toolJoint)
  }

  /// The blade as a star of three thin rods across its disc, for what only capsules can meet.
  static func blade(of racket: Transform, on link: Int) -> [LinkCapsule] {
    let middle = racket.position
    let radius = 0.012
    return (0..<3).map { spoke in
      let turn = Rotation(angle: Double(spoke) * .pi / 3, axis: .unitY)
      let reach = racket.rotation(turn((Racket.radius - radius) * .unitX))
      return LinkCapsule(link: link, start: middle - reach, end: middle + reach, radius: radius)
    }
  }
}
