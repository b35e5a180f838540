import Arena
import Math

/// The craft above the moon: hull, two legs on springs, engines. All constants are Gymnasium's.
struct LanderCraft: Sendable {
  var world: PlanarWorld
  let hull: PlanarWorld.Number
  let legs: (PlanarWorld.Number, PlanarWorld.Number)
  private let moon: PlanarWorld.Number
  private let heights: [Double]
  /// Whether the hull has ever touched the moon.
  private(set) var hasCrashed = false
  private(set) var legContacts = (false, false)

  static let duration = 0.02
  /// Gymnasium's units of length in a metre.
  private static let scale = 30.0

  init(_ setup: Lander.Setup, heights: [Double], push: Planar) {
    world = PlanarWorld(gravity: Planar(0, setup.gravity))
    self.heights = heights
    moon = Self.addMoon(to: &world, heights)
    hull = Self.addHull(to: &world)
    legs = (
      Self.addLeg(to: &world, hull, side: -1), Self.addLeg(to: &world, hull, side: 1)
    )
    world.push(hull, force: push)
  }

  private static func addMoon(
    to world: inout PlanarWorld, _ heights: [Double]
  ) -> PlanarWorld.Number {
    let moon = world.add(.fixed, at: .zero)
    var rock = PlanarWorld.Material()
    world.addSegment(to: moon, .zero, Planar(LanderGround.width, 0), rock)
    rock.friction = 0.1
    for index in 1..<heights.count {
      world.addSegment(
        to: moon, Planar(LanderGround.x(index - 1), heights[index - 1]),
        Planar(LanderGround.x(index), heights[index]), rock)
    }
    return moon
  }

  private static let start = Planar(LanderGround.width / 2, LanderGround.height)
  private static let outline = [
    Planar(-14, 17), Planar(-17, 0), Planar(-17, -10), Planar(17, -10), Planar(17, 0),
    Planar(14, 17),
  ].map { $0 / scale }

  private static func addHull(to world: inout PlanarWorld) -> PlanarWorld.Number {
    let hull = world.add(.free, at: start)
    var metal = PlanarWorld.Material()
    metal.density = 5
    metal.friction = 0.1
    metal.category = 0x10
    metal.collidesWith = 1
    world.addPolygon(to: hull, outline, metal)
    return hull
  }

  private static let legHalf = Planar(2, 8) / scale

  private static func addLeg(
    to world: inout PlanarWorld, _ hull: PlanarWorld.Number, side: Double
  ) -> PlanarWorld.Number {
    let away = 20 / scale * side
    let leg = world.add(.free, at: start - Planar(away, 0), angle: 0.05 * side)
    var metal = PlanarWorld.Material()
    metal.category = 0x20
    metal.collidesWith = 1
    let half = legHalf
    world.addPolygon(
      to: leg, [half, Planar(-half.x, half.y), -half, Planar(half.x, -half.y)], metal)
    var joint = PlanarWorld.Joint(hull, leg, anchors: (.zero, Planar(away, 18 / scale)))
    joint.motor = (speed: 0.3 * side, limit: 40)
    joint.range = side < 0 ? 0.4...0.9 : -0.9 ... -0.4
    _ = world.addRevolute(joint)
    return leg
  }

  var standsOnLegs: Bool { legContacts.0 || legContacts.1 }
  var isAwake: Bool { world[hull].isAwake }

  /// Fires the engines, whose impulses start a little beside where they should.
  ///
  /// - Parameter dispersion: each component in -1 ... 1.
  mutating func fire(_ thrust: LanderThrust, dispersion: Planar) {
    guard thrust.main > 0 || thrust.side != 0 else { return }
    let body = world[hull]
    let tip = sincos(body.angle)
    let (up, side) = (Planar(tip.sine, tip.cosine), Planar(-tip.cosine, tip.sine))
    let spread = dispersion / Self.scale
    if thrust.main > 0 {
      let along = 4 / Self.scale + 2 * spread.x
      let place = Planar(
        up.x * along + side.x * spread.y, -up.y * along - side.y * spread.y)
      world.kick(
        hull, impulse: -13 * thrust.main * place, at: body.position + place)
    }
    if thrust.side != 0 {
      let direction = thrust.side > 0 ? 1.0 : -1.0
      let across = 3 * spread.y + direction * 12 / Self.scale
      let place = Planar(
        up.x * spread.x + side.x * across, -up.y * spread.x - side.y * across)
      // Gymnasium has 17 in one place and 14 in the other.
      let offset = Planar(-up.x * 17 / Self.scale, up.y * 14 / Self.scale)
      world.kick(
        hull, impulse: -0.6 * abs(thrust.side) * place, at: body.position + place + offset)
    }
  }

  mutating func step(_ setup: Lander.Setup) {
    let isFree =
      clearsGround(hull, radius: Self.hullRadius)
      && clearsGround(legs.0, radius: Self.legRadius)
      && clearsGround(legs.1, radius: Self.legRadius)
    world.step(
      Self.duration, velocityRounds: isFree ? setup.flightRounds : setup.velocityRounds,
      positionRounds: isFree ? min(setup.flightRounds, setup.positionRounds) : setup.positionRounds)
    for index in 0..<world.touchCount {
      let touch = world.touch(index)
      if touch.partner(of: hull) != nil, !touch.hasEnded { hasCrashed = true }
      if touch.partner(of: legs.0) != nil { legContacts.0 = !touch.hasEnded }
      if touch.partner(of: legs.1) != nil { legContacts.1 = !touch.hasEnded }
    }
  }

  private static let hullRadius = outline.map { length($0) }.max() ?? 0
  private static let legRadius = length(legHalf)

  /// Whether a body cannot touch the ground during the next step. In free flight nothing but two
  /// joints is to be solved, which takes fewer rounds.
  private func clearsGround(_ number: PlanarWorld.Number, radius: Double) -> Bool {
    let body = world[number]
    // Twice the way it goes in a step, and what Box2D keeps between shapes.
    let reach = radius + 0.05 + 2 * Self.duration * length(body.velocity)
    return body.position.y - reach
      > LanderGround.highest(
        in: body.position.x - reach...body.position.x + reach, heights.span)
  }

  /// What Gymnasium shows of the hull, in its units.
  struct Sight {
    var position: Planar
    var velocity: Planar
    var angle: Double
    var angularVelocity: Double
  }

  var sight: Sight {
    let body = world[hull]
    let half = Planar(LanderGround.width, LanderGround.height) / 2
    let pad = Planar(half.x, LanderGround.padHeight + 18 / Self.scale)
    return Sight(
      position: (body.position - pad) / half, velocity: body.velocity * half * Self.duration,
      angle: body.angle, angularVelocity: 20 * Self.duration * body.angularVelocity)
  }

  /// How good the state is: less far, fast and oblique is better, and legs on the ground are.
  var shaping: Double {
    let sight = sight
    return -100 * length(sight.position) - 100 * length(sight.velocity) - 100 * abs(sight.angle)
      + (legContacts.0 ? 10 : 0) + (legContacts.1 ? 10 : 0)
  }

  func hash(into digest: inout Digest) {
    world.hash(into: &digest)
    for height in heights { digest.combine(height) }
    digest.combine(hasCrashed)
    digest.combine(legContacts.0)
    digest.combine(legContacts.1)
  }

  func draw(into scene: inout Scene) {
    scene.lowerCorner = Vector3(0, -1, 0)
    scene.upperCorner = Vector3(LanderGround.width, 1, LanderGround.height)
    for index in 1..<heights.count {
      scene.add(
        .line(
          from: Vector3(LanderGround.x(index - 1), 0, heights[index - 1]),
          to: Vector3(LanderGround.x(index), 0, heights[index])),
        Scene.Colour(130, 130, 130))
    }
    draw(hull, Self.outline, Scene.Colour(110, 90, 200), "hull", &scene)
    let half = Self.legHalf
    let leg = [Planar(0, half.y), Planar(0, -half.y)]
    draw(legs.0, leg, Scene.Colour(140, 110, 220), "left-leg", &scene)
    draw(legs.1, leg, Scene.Colour(140, 110, 220), "right-leg", &scene)
    for index in [4, 6] {
      let foot = Vector3(LanderGround.x(index), 0, LanderGround.padHeight)
      scene.add(.line(from: foot, to: foot + Vector3(0, 0, 1)), Scene.Colour(210, 190, 60))
    }
  }

  /// Draws the outline of a body in capsules.
  private func draw(
    _ number: PlanarWorld.Number, _ corners: [Planar], _ colour: Scene.Colour, _ name: String,
    _ scene: inout Scene
  ) {
    let body = world[number]
    let (sine, cosine) = sincos(body.angle)
    for index in corners.indices {
      let from = body.point(corners[index], sine: sine, cosine: cosine)
      let to = body.point(corners[(index + 1) % corners.count], sine: sine, cosine: cosine)
      scene.add(
        .capsule(from: Vector3(from.x, 0, from.y), to: Vector3(to.x, 0, to.y), radius: 0.05),
        colour, name: "\(name) \(index)")
    }
  }
}
