import Arena
import Math
import Physics
import Testing

@testable import TableTennis

@Suite("The robot in a mirror")
struct ReflectionTests {
  private let model = RobotModel.paper

  private func rule(_ field: String) -> Reflection.Rule? {
    RobotModel.reflection.observation.first { $0.field == field }
  }

  private func mirrored(_ joints: JointVector) -> JointVector {
    var result = joints
    for lane in 0..<8 {
      guard let rule = rule("own-joint-position") else { continue }
      result[lane] = Double(rule.signs[lane]) * joints[lane] + Double(rule.shifts[lane])
    }
    return result
  }

  private func length(_ joints: JointVector) -> Double { (joints * joints).sum().squareRoot() }

  private func mirrored(_ vector: Vector3) -> Vector3 { Vector3(-vector.x, vector.y, vector.z) }

  @Test("Mirrored joints hold the racket in the mirrored place, the faces exchanged")
  func poses() {
    var random = Random(seed: 3)
    for _ in 0..<200 {
      let joints = RobotSamples.joints(model, &random)
      let (pose, image) = (model.racketPose(joints), model.racketPose(mirrored(joints)))
      #expect((image.centre - mirrored(pose.centre)).length < 1e-6)
      #expect((image.normal + mirrored(pose.normal)).length < 1e-6)
    }
    #expect(length(mirrored(model.forehandReady) - model.backhandReady) < 1e-7)
    #expect(length(mirrored(model.home) - model.home) < 1e-7)
  }

  /// A rally with one robot, to which `ball` comes.
  private func play(_ ball: Ball) throws -> Play {
    var play = try Play(hall: Hall.Setup(), players: [PlayerSetup()], rules: Rules())
    play.reset(seed: 1)
    play.begin(with: ball, struckBy: .away, isService: false, rules: Rules())
    return play
  }

  @Test("Mirrored actions return mirrored balls to mirrored places")
  func returns() throws {
    let signs = try #require(RobotModel.reflection.action.first).signs
    var robot = ScriptedRobot(hall: Hall.Setup(), player: PlayerSetup())
    var random = Random(seed: 5)
    var landed = 0
    for seed in 0..<30 as Range<UInt64> {
      let ball = BallDistribution.medium.draw(in: Hall(Hall.Setup()), random: &random).ball
      let turned = Ball(
        position: mirrored(ball.position), velocity: mirrored(ball.velocity),
        spin: Vector3(ball.spin.x, -ball.spin.y, -ball.spin.z))
      var (plain, image) = (try play(ball), try play(turned))
      var sight = [Float](repeating: 0, count: plain.seats()[0].observation.width)
      robot.reset(seed: seed)
      var call: Call?
      while call == nil, plain.court.time < 3 {
        var action = [Float](repeating: 0, count: 9)
        Self.ask(&robot, plain, &sight, &action)
        call = plain.advance(action.span)
        for joint in 0..<8 { action[joint] *= signs[joint] }
        #expect(image.advance(action.span) == call)
        if case .returnLanded(.home) = plain.umpire.state { landed += 1 }
        let gap = image.court.ball.position - mirrored(plain.court.ball.position)
        #expect(gap.length < 1e-3)
      }
    }
    #expect(landed > 15)
  }

  private static func ask(
    _ robot: inout ScriptedRobot, _ play: Play, _ sight: inout [Float], _ action: inout [Float]
  ) {
    var seen = sight.mutableSpan
    play.observe(seat: 0, into: &seen)
    var span = action.mutableSpan
    robot.act(on: sight.span, into: &span)
  }
}
