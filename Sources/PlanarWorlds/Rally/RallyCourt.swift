import Arena
import Math

/// Table, net, ball and a paddle on an arm that slides on a rail behind the table. x along the
/// table from the net towards the player, y up from the table's surface.
struct RallyCourt: Sendable {
  var world: PlanarWorld
  private(set) var umpire = RallyUmpire()
  let ball: PlanarWorld.Number
  let paddle: PlanarWorld.Number
  private let carriage: PlanarWorld.Number
  private let arm: PlanarWorld.Number
  private let things: RallyThings
  private let joints: (PlanarWorld.Number, PlanarWorld.Number, PlanarWorld.Number)

  static let gravity = 9.81
  /// ITTF, in metres.
  static let halfLength = 1.37
  static let netHeight = 0.1525
  static let floor = -0.76
  static let ballRadius = 0.02
  static let duration = 0.02
  static let paddleHalf = Planar(0.01, 0.08)
  private static let armLength = 0.3
  private static let home = Planar(1.75, 0)

  init(_ serve: RallyServe) {
    world = PlanarWorld(gravity: Planar(0, -Self.gravity))
    things = RallyThings(in: &world)
    ball = Self.addBall(to: &world, serve)
    carriage = world.add(.free, at: Self.home)
    arm = world.add(.free, at: Self.home)
    paddle = world.add(.free, at: Self.home + Planar(0, Self.armLength + Self.paddleHalf.y))
    Self.addArm(to: &world, carriage, arm, paddle)
    joints = Self.addJoints(to: &world, things.ground, carriage, arm, paddle)
  }

  private static func addBall(
    to world: inout PlanarWorld, _ serve: RallyServe
  ) -> PlanarWorld.Number {
    let ball = world.add(.free, at: serve.from, isBullet: true)
    var celluloid = PlanarWorld.Material()
    // 2.7 g, as a disc.
    celluloid.density = 0.0027 / (.pi * ballRadius * ballRadius)
    celluloid.friction = 0.3
    celluloid.category = 2
    celluloid.collidesWith = 1 | 4
    world.addCircle(to: ball, radius: ballRadius, celluloid)
    world.setVelocity(of: ball, serve.velocity, angular: 0)
    return ball
  }

  private static func addArm(
    to world: inout PlanarWorld, _ carriage: PlanarWorld.Number, _ arm: PlanarWorld.Number,
    _ paddle: PlanarWorld.Number
  ) {
    // Only the paddle meets the ball.
    var steel = PlanarWorld.Material()
    steel.collidesWith = 0
    steel.density = 100
    world.addPolygon(to: carriage, box(Planar(0.06, 0.03), at: .zero), steel)
    steel.density = 20
    world.addPolygon(
      to: arm, box(Planar(0.015, armLength / 2), at: Planar(0, armLength / 2)), steel)
    var rubber = PlanarWorld.Material()
    rubber.density = 40
    rubber.friction = 0.6
    rubber.restitution = 0.75
    rubber.category = 4
    rubber.collidesWith = 2
    world.addPolygon(to: paddle, box(paddleHalf, at: .zero), rubber)
  }

  private static func box(_ half: Planar, at centre: Planar) -> [Planar] {
    [half, Planar(-half.x, half.y), -half, Planar(half.x, -half.y)].map { centre + $0 }
  }

  private static func addJoints(
    to world: inout PlanarWorld, _ ground: PlanarWorld.Number, _ carriage: PlanarWorld.Number,
    _ arm: PlanarWorld.Number, _ paddle: PlanarWorld.Number
  ) -> (PlanarWorld.Number, PlanarWorld.Number, PlanarWorld.Number) {
    var rail = PlanarWorld.Joint(ground, carriage, anchors: (home, .zero))
    rail.range = -0.3...0.35
    rail.motor = (speed: 0, limit: 60)
    var shoulder = PlanarWorld.Joint(carriage, arm, anchors: (.zero, .zero))
    shoulder.range = -1...1
    shoulder.motor = (speed: 0, limit: 8)
    var wrist = PlanarWorld.Joint(
      arm, paddle, anchors: (Planar(0, armLength), Planar(0, -paddleHalf.y)))
    wrist.range = -1...1
    wrist.motor = (speed: 0, limit: 3)
    return (world.addPrismatic(rail), world.addRevolute(shoulder), world.addRevolute(wrist))
  }

  /// Carriage, shoulder and wrist.
  func joint(_ index: Int) -> PlanarWorld.Number {
    index == 0 ? joints.0 : index == 1 ? joints.1 : joints.2
  }

  /// Sets the speeds of the motors, as shares of the greatest.
  mutating func drive(_ carriage: Double, _ shoulder: Double, _ wrist: Double) {
    world.setMotor(of: joints.0, speed: 3 * carriage, limit: 60)
    world.setMotor(of: joints.1, speed: 10 * shoulder, limit: 8)
    world.setMotor(of: joints.2, speed: 12 * wrist, limit: 3)
  }

  /// Advances by `duration` in two steps of Box2D, and judges what the ball met.
  mutating func step() {
    for _ in 0..<2 {
      world.step(Self.duration / 2, velocityRounds: 8, positionRounds: 3)
      let place = world[ball].position
      for index in 0..<world.touchCount {
        let touch = world.touch(index)
        guard !touch.hasEnded, let partner = touch.partner(of: ball) else { continue }
        umpire.note(partner == paddle ? .paddle : things.thing(partner), x: place.x)
      }
      if abs(place.x) > 3 { umpire.note(.floor, x: place.x) }
    }
  }

  /// From the ball to the paddle's centre.
  var distance: Double { length(world[ball].position - world[paddle].centre) }

  func hash(into digest: inout Digest) {
    world.hash(into: &digest)
    umpire.hash(into: &digest)
  }

  func draw(into scene: inout Scene) {
    scene.lowerCorner = Vector3(-2.2, -0.6, -0.8)
    scene.upperCorner = Vector3(2.4, 0.6, 1.4)
    things.draw(into: &scene)
    let pieces =
      [(carriage, Planar(0.06, 0.03), Planar.zero, "carriage")] + [
        (arm, Planar(0.015, Self.armLength / 2), Planar(0, Self.armLength / 2), "arm"),
        (paddle, Self.paddleHalf, Planar.zero, "paddle"),
      ]
    for (number, half, centre, name) in pieces {
      let body = world[number]
      let (sine, cosine) = sincos(body.angle)
      let place = body.point(centre, sine: sine, cosine: cosine)
      scene.add(
        .box(
          centre: Vector3(place.x, 0, place.y), half: Vector3(half.x, 0.075, half.y),
          // About -y, because x, z is drawn where Box2D has x, y.
          rotation: Rotation(angle: body.angle, axis: Vector3(0, -1, 0))),
        name == "paddle" ? Scene.Colour(190, 50, 50) : Scene.Colour(120, 120, 130), name: name)
    }
    let place = world[ball].position
    scene.add(
      .sphere(centre: Vector3(place.x, 0, place.y), radius: Self.ballRadius),
      Scene.Colour(240, 200, 80), name: "ball")
    if umpire.hasReturned { scene.captions.append("returned") }
  }
}
