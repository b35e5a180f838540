import Math
import Physics
import Testing

@testable import TableTennis

@Suite struct RobotMotionTests {
  @Test func randomCommandsNeverLeaveTheRanges() {
    var robot = RestingRobot()
    var random = Random(seed: 2)
    let servos = robot.model.servos
    var command = JointVector.zero
    for step in 0..<100_000 {
      // New every step at first, later held for up to 0.3 s, and often beyond the limits.
      if step % (1 + step / 333) == 0 { command = 5 * RobotSamples.command(robot.model, &random) }
      robot.advance(command)
      let state = robot.state
      #expect(
        all(state.position .>= servos.lowest) && all(state.position .<= servos.highest)
          && all(state.setPoint .>= servos.lowest) && all(state.setPoint .<= servos.highest))
      // Slide x, whose force is short, may pass the commanded speed to catch up with its set-point.
      #expect(all(abs(state.velocity) .<= 2 * servos.speedLimit))
    }
  }

  @Test func equalCommandsGiveEqualDigestsAndACopyIsASnapshot() {
    func digest(_ robot: RestingRobot) -> Digest {
      var digest = Digest()
      robot.hash(into: &digest)
      return digest
    }
    func play(_ robot: inout RestingRobot, _ seed: UInt64) {
      var random = Random(seed: seed)
      for _ in 0..<100 { robot.advance(RobotSamples.command(robot.model, &random), steps: 20) }
    }
    var first = RestingRobot()
    var second = RestingRobot()
    play(&first, 1)
    play(&second, 1)
    #expect(digest(first) == digest(second))
    // The same in debug and release, and in every process.
    #expect(digest(first).description == "202ea7b949e35b2e")
    var copy = first
    play(&copy, 2)
    #expect(digest(first) == digest(second) && digest(copy) != digest(first))
    play(&first, 2)
    #expect(digest(first) == digest(copy))
  }

  @Test func commandsThatAreNotNumbersCountAsNothing() {
    var robot = RestingRobot()
    let before = robot
    robot.advance(JointVector(repeating: .nan), steps: 100)
    #expect(robot.state == before.state)
    robot.advance(JointVector(repeating: .infinity), steps: 1000)
    #expect(all(robot.state.position .== robot.state.position))
  }

  @Test func twentyStepsAtOnceAreTwentySteps() {
    var one = RestingRobot()
    var many = RestingRobot()
    var random = Random(seed: 4)
    for _ in 0..<50 {
      let command = RobotSamples.command(one.model, &random)
      one.advance(command, steps: 20)
      for _ in 0..<20 { many.advance(command) }
    }
    #expect(one.state == many.state)
  }

  @Test func halvingTheStepHardlyMovesTheRacket() {
    var random = Random(seed: 6)
    var coarse = RestingRobot(RobotModel.paper(step: 0.001))
    var fine = RestingRobot(RobotModel.paper(step: 0.0005))
    for _ in 0..<50 {
      let command = RobotSamples.command(coarse.model, &random)
      coarse.advance(command, steps: 20)
      fine.advance(command, steps: 40)
      #expect((coarse.racketPose.centre - fine.racketPose.centre).length < 5e-4)
    }
  }
}
