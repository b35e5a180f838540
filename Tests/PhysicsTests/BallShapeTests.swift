import Math
import Physics
import Testing

@Suite struct BallShapes {
  /// Points of the surface found by brute force are never nearer than the closest point, and the
  /// closest point lies on the surface, the normal and distance agreeing with it.
  static func check<Body: Shape>(
    _ shape: Body, random: inout Random, surface: (inout Random) -> Vector3
  ) {
    for _ in 0..<300 {
      let point = shape.centre + random.uniform(0, 0.4) * random.normalVector(deviation: 1)
      let near = shape.closestPoint(to: point)
      #expect(abs(near.normal.length - 1) < 1e-12)
      #expect((near.position + near.distance * near.normal - point).length < 1e-12)
      #expect(abs(shape.closestPoint(to: near.position).distance) < 1e-12)
      #expect((near.position - shape.centre).length <= shape.reach + 1e-12)
      var nearest = Double.infinity
      for _ in 0..<500 { nearest = min(nearest, (surface(&random) - point).length) }
      #expect(nearest >= abs(near.distance) - 1e-12)
      // The quick test may doubt, but never errs.
      #expect(!shape.isBeyond(near.distance + 1e-9, of: point))
      #expect(shape.isBeyond(0, of: point + 10 * near.normal))
    }
  }

  @Test func theClosestPointOfABoxIsTheClosest() {
    var random = Random(seed: 10)
    let box = Box(lower: Vector3(-0.3, -0.5, 0.1), upper: Vector3(0.2, 0.4, 0.25))
    Self.check(box, random: &random) { random in
      var p = Vector3(random.uniform(-1, 1), random.uniform(-1, 1), random.uniform(-1, 1))
      let sign = random.uniform() < 0.5 ? -1.0 : 1
      switch random.index(below: 3) {
      case 0: p.x = sign
      case 1: p.y = sign
      default: p.z = sign
      }
      let h = box.halfSize
      return box.centre + Vector3(p.x * h.x, p.y * h.y, p.z * h.z)
    }
  }

  @Test func theClosestPointOfADiscIsTheClosest() {
    var random = Random(seed: 11)
    let disc = Disc(
      centre: Vector3(0.1, 0.2, 0.3), normal: Vector3(1, 2, -2) / 3, radius: 0.3,
      halfThickness: 0.05)
    let u = disc.normal.anyPerpendicular
    let w = disc.normal.cross(u)
    Self.check(disc, random: &random) { random in
      let (sine, cosine) = sincos(random.uniform(0, 6.283))
      let direction = cosine * u + sine * w
      let onFace = random.uniform() < 0.6
      let r = onFace ? 0.3 * random.uniform().squareRoot() : 0.3
      let z = onFace ? (random.uniform() < 0.5 ? -0.05 : 0.05) : random.uniform(-0.05, 0.05)
      return disc.centre + r * direction + z * disc.normal
    }
  }

  @Test func theClosestPointOfACapsuleIsTheClosest() {
    var random = Random(seed: 12)
    let capsule = Capsule(from: Vector3(-0.3, 0, 0.1), to: Vector3(0.2, 0.3, 0.3), radius: 0.1)
    // Outside only: inside, the surface beside the core is one of many closest points.
    Self.check(capsule, random: &random) { random in
      let core = capsule.start + random.uniform() * (capsule.end - capsule.start)
      let out = random.normalVector(deviation: 1).normalized()
      let near = capsule.closestPoint(to: core + out)
      return near.position
    }
  }

  @Test func aDiscKnowsItsFacesFromItsEdge() {
    let disc = Disc(
      centre: .zero, normal: .unitY, radius: 0.08, halfThickness: 0.006)
    func part(_ x: Double, _ y: Double) -> Disc.Part {
      disc.part(touchedAlong: disc.closestPoint(to: Vector3(x, y, 0)).normal)
    }
    #expect(part(0.05, 0.02) == .front)
    #expect(part(0.05, -0.02) == .back)
    #expect(part(0.1, 0.001) == .edge)
    #expect(part(0.085, 0.025) == .front)
    #expect(part(0.1, -0.010) == .edge)
  }

  @Test func digestsOfBallsTellThemApart() {
    func digest(_ ball: Ball) -> UInt64 {
      var digest = Digest()
      digest.combine(ball)
      return digest.value
    }
    let ball = Ball(position: .unitX, velocity: .unitY, spin: .unitZ)
    var other = ball
    #expect(digest(ball) == digest(other))
    other.spin.z = other.spin.z.nextUp
    #expect(digest(ball) != digest(other))
  }
}
