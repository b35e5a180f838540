import Math
import Physics
import Testing

@Suite struct BallFlight {
  /// Balls as fast and as spinning as the game knows them.
  static func randomBall(_ random: inout Random, speed: Double = 30, spin: Double = 900) -> Ball {
    Ball(
      position: Vector3(random.uniform(-1, 1), random.uniform(-2, 2), random.uniform(0.1, 2)),
      velocity: random.uniform() * speed * random.normalVector(deviation: 1).normalized(),
      spin: random.uniform() * spin * random.normalVector(deviation: 1).normalized())
  }

  @Test func arcsInVacuumAreParabolas() {
    var random = Random(seed: 1)
    for _ in 0..<100 {
      let ball = Self.randomBall(&random)
      let arc = Arc(from: ball, model: .vacuum, duration: 0.7)
      for t in [0, 0.1, 0.35, 0.7] {
        let position = ball.position + t * ball.velocity - 0.5 * 9.81 * t * t * Vector3.unitZ
        let velocity = ball.velocity - 9.81 * t * Vector3.unitZ
        #expect((arc.position(at: t) - position).length < 1e-13)
        #expect((arc.velocity(at: t) - velocity).length < 1e-13)
        #expect(arc.spin(at: t) == ball.spin)
      }
      #expect((arc.end.position - arc.position(at: 0.7)).length < 1e-13)
    }
  }

  @Test func dragAloneStopsTheBallAsTheClosedFormSays() {
    var model = FlightModel.real
    model.gravity = 0
    model.spinlessRelief = 0
    let ball = Ball(position: .zero, velocity: Vector3(0, 12, 0))
    let k = 0.5 * 1.2 * 0.476 * Ball.crossSection / Ball.mass
    // v' = -k v^2, so v = v0 / (1 + k v0 t) and y = ln(1 + k v0 t) / k.
    let after = fly(ball, model: model, for: 1, step: 0.005)
    #expect(abs(after.velocity.y - 12 / (1 + 12 * k)) < 1e-9)
    #expect(abs(after.position.y - log(1 + 12 * k) / k) < 1e-9)
  }

  @Test func accelerationFollowsThePublishedCoefficients() {
    let ball = Ball(
      position: .zero, velocity: Vector3(0, 8, 0), spin: Vector3(-200, 30, 50))
    let across = Vector3(-200, 0, 50).length
    let ratio = 0.02 * across / 8
    let pressure = 0.5 * 1.2 * Ball.crossSection * 64 / Ball.mass
    let real = FlightModel.real.acceleration(velocity: ball.velocity, spin: ball.spin)
    let lift = Vector3(real.x, 0, real.z + 9.81)
    #expect(abs(lift.length - pressure * 0.285 * ratio / (0.246 + ratio)) < 1e-12)
    #expect(lift.normalized().dot(ball.spin.cross(ball.velocity).normalized()) > 1 - 1e-12)
    let drag = 0.476 - 0.155 / (1 + ratio * ratio / 0.0064)
    #expect(abs(real.y + pressure * drag) < 1e-12)
    let plain = FlightModel.real.acceleration(velocity: Vector3(0, 5, 0), spin: .zero)
    #expect(abs(plain.y + 0.5 * 1.2 * Ball.crossSection * 25 / Ball.mass * 0.321) < 1e-12)
    // Facts of the MuJoCo scene: k_d = 0.134, k_m = 0.00760, spin fades at 0.00503 per second.
    let dm = FlightModel.dm.acceleration(velocity: ball.velocity, spin: ball.spin)
    #expect(abs(dm.y / -64 - 0.1343) < 2e-4)
    #expect(abs(Vector3(dm.x, 0, dm.z + 9.81).length / (across * 8) - 0.0076) < 1e-5)
    #expect(abs(FlightModel.dm.spinDecayRate - 0.005_026_5) < 1e-6)
    #expect(FlightModel.real.acceleration(velocity: .zero, spin: ball.spin).z == -9.81)
  }

  @Test func topspinDipsAndUnderspinFloats() {
    func landing(_ topspin: Double) -> Double {
      // Flying along -y, topspin turns about +x.
      fly(
        Ball(
          position: .zero, velocity: Vector3(0, -8, 0), spin: Vector3(topspin, 0, 0)),
        model: .real, for: 0.4
      ).position.z
    }
    #expect(landing(200) < landing(0) - 0.1)
    #expect(landing(-200) > landing(0) + 0.1)
    let ball = Ball(
      position: .zero, velocity: Vector3(0, -8, 3), spin: Vector3(200, 5, 7))
    #expect(abs(ball.topspin() - 200) < 1e-12)
  }

  @Test(arguments: [FlightModel.real, .dm])
  func halvingTheStepChangesASecondOfFlightByLessThanATenthOfAMillimetre(model: FlightModel) {
    var random = Random(seed: 2)
    var worst = 0.0
    for _ in 0..<300 {
      let ball = Self.randomBall(&random)
      let full = fly(ball, model: model, for: 1, step: 0.01)
      let half = fly(ball, model: model, for: 1, step: 0.005)
      worst = max(worst, (full.position - half.position).length)
    }
    print("largest change by halving a 10 ms step, 1 s flights: \(worst) m")
    #expect(worst < 1e-4)
  }

  @Test(arguments: [FlightModel.real, .dm])
  func errorsFallWithTheFourthPowerOfTheStep(model: FlightModel) {
    let ball = Ball(
      position: .zero, velocity: Vector3(3, -12, 4), spin: Vector3(150, -60, 220))
    let exact = fly(ball, model: model, for: 0.8, step: 0.0005)
    let errors = [0.08, 0.04, 0.02].map {
      (fly(ball, model: model, for: 0.8, step: $0).position - exact.position).length
    }
    for (coarse, fine) in zip(errors, errors.dropFirst()) {
      #expect(coarse / fine > 12 && coarse / fine < 24, "order off: \(errors)")
    }
  }

  @Test func theArcBetweenItsEndsIsAsGoodAsItsEnd() {
    var random = Random(seed: 3)
    for (step, positionBound, velocityBound) in [(0.01, 2e-7, 1e-4), (0.02, 4e-6, 1e-3)] {
      var worst = (position: 0.0, velocity: 0.0)
      for k in 0..<400 {
        let model = k % 2 == 0 ? FlightModel.real : .dm
        let ball = Self.randomBall(&random)
        let arc = Arc(from: ball, model: model, duration: step)
        for share in [0.1, 0.3, 0.5, 0.7, 0.9, 1] {
          let exact = fly(ball, model: model, for: share * step, step: step / 64)
          let guess = arc.ball(at: share * step)
          worst.position = max(worst.position, (guess.position - exact.position).length)
          worst.velocity = max(worst.velocity, (guess.velocity - exact.velocity).length)
          #expect((guess.spin - exact.spin).length < 1e-10)
        }
        #expect((arc.end.velocity - arc.velocity(at: step)).length < 1e-12)
        #expect((arc.end.position - arc.position(at: step)).length < 1e-13)
      }
      print("dense output at \(step) s: \(worst)")
      #expect(worst.position < positionBound && worst.velocity < velocityBound)
    }
  }

  @Test func flightsDoNotCareWhichWayTheSceneIsTurned() {
    var random = Random(seed: 4)
    for _ in 0..<100 {
      let ball = Self.randomBall(&random)
      let turn = Rotation(angle: random.uniform(0, 6), axis: .unitZ)
      let turned = Ball(
        position: turn(ball.position), velocity: turn(ball.velocity), spin: turn(ball.spin))
      let a = fly(ball, model: .real, for: 0.5)
      let b = fly(turned, model: .real, for: 0.5)
      #expect((turn(a.position) - b.position).length < 1e-12)
      #expect((turn(a.velocity) - b.velocity).length < 1e-11)
      #expect((turn(a.spin) - b.spin).length < 1e-9)
    }
  }

  @Test func crossingsOfAPlaneAreExact() throws {
    let ball = Ball(position: Vector3(0, 2, 0.3), velocity: Vector3(0.4, -9, 1))
    let wall = Plane(through: .zero, normal: .unitY)
    let hit = try #require(crossing(of: ball, model: .real, plane: wall, within: 1))
    #expect(abs(hit.ball.position.y) < 1e-9)
    #expect((fly(ball, model: .real, for: hit.time).position - hit.ball.position).length < 1e-6)
    #expect(crossing(of: ball, model: .real, plane: wall, within: 0.1) == nil)
    // From the other side, and in a vacuum by the closed form.
    let fall = try #require(
      crossing(of: ball, model: .vacuum, plane: Plane(height: 0.1), within: 2, step: 0.1))
    let expected = (1 + (1 + 2 * 9.81 * 0.2).squareRoot()) / 9.81
    #expect(abs(fall.time - expected) < 1e-9)
  }
}
