import Math
import Physics
import Testing

@Suite struct BallContacts {
  /// The racket of `disc` as it stands `time` seconds into `motion`, by other formulas than the
  /// search uses.
  static func moved(_ disc: Disc, by motion: Motion, at time: Double) -> Disc {
    let t = time - motion.epoch
    let turn = Rotation.identity.turned(by: motion.angularVelocity, for: t)
    let backwards = t < 0 ? Rotation.identity.turned(by: -motion.angularVelocity, for: -t) : turn
    return Disc(
      centre: motion.origin + t * motion.velocity + backwards(disc.centre - motion.origin),
      normal: backwards(disc.normal), radius: disc.radius, halfThickness: disc.halfThickness)
  }

  struct Encounter {
    var arc: Arc
    var disc: Disc
    var motion: Motion
  }

  /// A racket and a ball that come within reach of each other during 10 ms, at up to 30 m/s between
  /// them, the racket swinging about a wrist at up to 40 rad/s.
  static func randomEncounter(_ random: inout Random) -> Encounter {
    let normal = random.normalVector(deviation: 1).normalized()
    let disc = Disc(
      centre: Vector3(0.1, -0.2, 0.4), normal: normal, radius: 0.08, halfThickness: 0.006)
    let wrist = disc.centre + 0.15 * normal.anyPerpendicular
    let swing = random.uniform(0, 40) * random.normalVector(deviation: 1).normalized()
    let motion = Motion(
      about: wrist,
      velocity: random.uniform(0, 15) * random.normalVector(deviation: 1).normalized(),
      angularVelocity: random.index(below: 3) == 0 ? .zero : swing,
      epoch: random.index(below: 2) == 0 ? 0 : random.uniform(-0.01, 0))
    // Aim at some point near the racket, to be passed at some moment of the arc.
    let aim = disc.centre + 0.06 * random.normalVector(deviation: 1)
    let velocity = random.uniform(0, 15) * random.normalVector(deviation: 1).normalized()
    let moment = random.uniform(0, 0.012)
    let start = aim + moment * (motion.velocity(of: aim, at: 0) - velocity)
    let ball = Ball(
      position: start, velocity: velocity, spin: random.normalVector(deviation: 200))
    return Encounter(
      arc: Arc(from: ball, model: .real, duration: 0.01), disc: disc, motion: motion)
  }

  @Test func fastRacketsNeverTunnel() {
    var random = Random(seed: 20)
    var hits = 0
    var missed = 0
    var inexact = 0
    var late = 0
    for _ in 0..<100_000 {
      let e = Self.randomEncounter(&random)
      func gap(_ t: Double) -> Double {
        Self.moved(e.disc, by: e.motion, at: t).closestPoint(to: e.arc.position(at: t)).distance
          - Ball.radius
      }
      guard gap(0) > 0 else { continue }
      let contact = firstContact(of: e.arc, with: e.disc, moving: e.motion)
      // Brute force: 0.1 ms apart, 1 to 3 mm, enough to see all but the slightest touches.
      let fine = 100
      let reference = (1...fine).first {
        gap(Double($0) * 0.01 / Double(fine)) < -1.1 * Contact.slop
      }
      if let contact {
        hits += 1
        let depth = contact.closingSpeed < 0.5 ? 1.1 * Contact.slop : 4e-8
        if gap(contact.time) > 1.1e-8 || gap(contact.time) < -depth {
          inexact += 1
        }
        let latest = Double(reference ?? fine + 1) * 0.01 / Double(fine)
        if contact.time > latest { late += 1 }
      } else if reference != nil {
        missed += 1
      }
    }
    print(
      "encounters with contact: \(hits) of 100000; \(missed) missed, \(inexact) inexact, "
        + "\(late) late"
    )
    #expect(hits > 20_000)
    #expect(missed == 0 && inexact == 0 && late == 0)
  }

  @Test func contactTimesAgreeWithTheClosedForm() throws {
    // A fall in a vacuum on a plate that rises at 3 m/s.
    let ball = Ball(position: Vector3(0, 0, 0.5), velocity: Vector3(20, 0, -8))
    let arc = Arc(from: ball, model: .vacuum, duration: 0.1)
    let contact = try #require(
      firstContact(
        of: arc, with: Plane(height: 0), moving: Motion(velocity: Vector3(0, 0, 3))))
    let a = 0.5 * 9.81
    let expected = (-11 + (121 + 4 * a * 0.48).squareRoot()) / (2 * a)
    #expect(abs(contact.time - expected) < 1e-9)
    #expect(contact.surfaceVelocity == Vector3(0, 0, 3))
    #expect(contact.normal == .unitZ)
  }

  @Test func theContactNamesTheSurfaceVelocityOfASwing() throws {
    let disc = Disc(
      centre: Vector3(0, 0, 1), normal: .unitY, radius: 0.1, halfThickness: 0.005)
    // Turning about the handle 0.2 m below: the blade moves along +y at 4 m/s.
    let motion = Motion(
      about: Vector3(0, 0, 0.8), velocity: .zero, angularVelocity: Vector3(-20, 0, 0))
    let ball = Ball(position: Vector3(0, 0.05, 1), velocity: Vector3(0, -10, 0))
    let arc = Arc(from: ball, model: .vacuum, duration: 0.01)
    let contact = try #require(firstContact(of: arc, with: disc, moving: motion))
    #expect(abs(contact.surfaceVelocity.y - 4) < 0.05)
    #expect(abs(contact.time - 0.025 / 14) < 1e-5)
    #expect(disc.part(touchedAlong: contact.normal) == .front)
  }

  @Test func touchingAndLeavingIsNoSecondContact() {
    var random = Random(seed: 21)
    for _ in 0..<2_000 {
      let e = Self.randomEncounter(&random)
      let contact = firstContact(of: e.arc, with: e.disc, moving: e.motion)
      guard let contact, contact.time > 0 else { continue }
      let after = collide(
        e.arc.ball(at: contact.time), normal: contact.normal,
        surfaceVelocity: contact.surfaceVelocity, material: Rubber.inverted.material)
      // The racket goes on turning, so its rim may catch the ball again, but not at once.
      var motion = e.motion
      motion.epoch -= contact.time
      let arc = Arc(from: after, model: .real, duration: 0.0005)
      #expect(firstContact(of: arc, to: 1e-5, with: e.disc, moving: motion) == nil)
    }
  }

  /// Plays a ball among resting bodies for some time and counts the contacts.
  static func play(
    _ ball: inout Ball, over floor: Plane, beside wall: Box? = nil, for duration: Double,
    material: SurfaceMaterial
  ) -> Int {
    var contacts = 0
    var time = 0.0
    while time < duration {
      let arc = Arc(from: ball, model: .real, duration: min(0.01, duration - time))
      var first = firstContact(of: arc, with: floor)
      if let wall, let other = firstContact(of: arc, to: first?.time, with: wall) { first = other }
      guard let first else {
        ball = arc.end
        time += arc.duration
        continue
      }
      contacts += 1
      time += first.time
      ball = collide(
        arc.ball(at: first.time), normal: first.normal, surfaceVelocity: .zero, material: material)
    }
    return contacts
  }

  @Test func aBallComesToRestInCountableHops() {
    for height in [0.0, 1e-6, 0.001, 0.3] {
      var ball = Ball(position: Vector3(0, 0, Ball.radius + height))
      let contacts = Self.play(&ball, over: Plane(height: 0), for: 8, material: .tableReal)
      #expect(contacts < 8 * 400, "\(contacts) contacts from \(height) m")
      #expect(abs(ball.position.z - Ball.radius) < 1e-4)
    }
  }

  @Test func aSlidingBallEndsUpRollingAtThreeFifthsOfItsSpeed() {
    // Friction acts at the table, about which angular momentum is kept: v' = 0.6 v without drag.
    var ball = Ball(
      position: Vector3(0, 0, Ball.radius), velocity: Vector3(1, 0, 0))
    var model = SurfaceMaterial.tableReal
    model.spinRetention = 1
    let contacts = Self.play(&ball, over: Plane(height: 0), for: 0.5, material: model)
    #expect(contacts < 250)
    #expect(abs(ball.velocity.x - 0.6) < 0.03)
    #expect(abs(ball.velocity.x - 0.02 * ball.spin.y) < 1e-3)
  }

  @Test func aBallInACornerStaysCountable() {
    let wall = Box(lower: Vector3(0.1, -1, 0), upper: Vector3(0.12, 1, 1))
    var ball = Ball(
      position: Vector3(0, 0, 0.1), velocity: Vector3(2, 0.3, 0), spin: Vector3(0, 200, 0))
    let contacts = Self.play(
      &ball, over: Plane(height: 0), beside: wall, for: 5, material: .net)
    #expect(contacts < 5 * 500)
    #expect(ball.position.z > Ball.radius - 2e-5 && ball.position.x < 0.1 - Ball.radius + 2e-5)
  }

  @Test func anEdgeBallLeavesAlongTheNormalOfTheEdge() throws {
    let table = Box(lower: Vector3(-0.76, -1.37, -0.03), upper: Vector3(0.76, 1.37, 0))
    // Falls with its centre 1 cm beyond the end line: touches at 30 degrees from the vertical.
    let ball = Ball(position: Vector3(0, 1.38, 0.1), velocity: Vector3(0, 0, -3))
    let arc = Arc(from: ball, model: .vacuum, duration: 0.1)
    let contact = try #require(firstContact(of: arc, with: table))
    #expect((contact.point - Vector3(0, 1.37, 0)).length < 1e-7)
    #expect((contact.normal - Vector3(0, 0.5, 0.75.squareRoot())).length < 1e-6)
  }

  @Test func lookingAheadOverATableMeetsTheSameBounceForAnyStep() throws {
    let table = Box(lower: Vector3(-0.76, -1.37, -0.03), upper: Vector3(0.76, 1.37, 0))
    let ball = Ball(
      position: Vector3(0.1, 1.2, 0.3), velocity: Vector3(-0.5, -5, 1.5), spin: Vector3(60, 5, 9))
    let plane = Plane(through: Vector3(0, -1.5, 0), normal: .unitY)
    let ends = try [0.02, 0.01, 0.0007].map { step in
      var trajectory = Trajectory(
        of: ball, model: .real, over: table, of: .tableReal, step: step)
      let arrival = trajectory.advance(to: plane, within: 2)
      let end = try #require(arrival)
      #expect(trajectory.bounces == 1)
      #expect(abs(end.ball.position.y + 1.5) < 1e-9)
      return end
    }
    for end in ends {
      #expect(abs(end.time - ends[2].time) < 1e-6)
      #expect((end.ball.position - ends[2].ball.position).length < 1e-5)
    }
  }
}
