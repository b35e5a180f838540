import Math
import Physics
import Testing

@testable import TableTennis

@Suite struct SwingTests {
  let model = RobotModel.paper

  @Test func aPlanGoesThroughStartHitAndRest() {
    var random = Random(seed: 1)
    for _ in 0..<50 {
      let start = JointMotion(
        position: RobotSamples.joints(model, &random),
        velocity: 0.3 * RobotSamples.command(model, &random))
      let hit = JointMotion(
        position: RobotSamples.joints(model, &random),
        velocity: 0.5 * RobotSamples.command(model, &random))
      let plan = SwingPlan(model.servos, from: start, hit: hit, hitTime: 0.7, rest: model.home)
      #expect(abs(plan.motion(at: 0).position - start.position).max() < 1e-12)
      #expect(abs(plan.motion(at: 0).velocity - start.velocity).max() < 1e-12)
      #expect(abs(plan.motion(at: 0.7).position - hit.position).max() < 1e-12)
      #expect(abs(plan.motion(at: 0.7).velocity - hit.velocity).max() < 1e-9)
      let end = plan.motion(at: plan.endTime)
      #expect(abs(end.position - model.home).max() < 1e-12)
      #expect(abs(end.velocity).max() < 1e-9)
    }
  }

  @Test func thePlanIsSmoothAndItsVelocityIsItsDerivative() {
    var random = Random(seed: 2)
    let plan = RobotSamples.swing(model, 0.6, .zero, &random)!
    for step in 1..<Int(1000 * plan.endTime) {
      let t = 0.001 * Double(step) + 0.0003
      let slope = (plan.motion(at: t + 1e-5).position - plan.motion(at: t - 1e-5).position) / 2e-5
      #expect(abs(plan.motion(at: t).velocity - slope).max() < 1e-3)
      let jump = plan.motion(at: t + 1e-9).position - plan.motion(at: t - 1e-9).position
      #expect(abs(jump).max() < 1e-7)
    }
  }

  @Test(arguments: [JointVector.zero, Latencies.paper.meanActionDelay])
  func aSwingWithinTheLimitsIsFollowed(delay: JointVector) {
    var random = Random(seed: 3)
    var followed = 0
    for _ in 0..<60 {
      guard let plan = RobotSamples.swing(model, 0.6, delay, &random) else { continue }
      let outcome = SwingOutcome(model, plan, delay: delay)
      if outcome.effort > 1 { continue }
      followed += 1
      #expect(outcome.positionError < 0.003)
      #expect(outcome.velocityError < 0.3)
      #expect(outcome.angleError < 0.005)
      if outcome.recoveryEffort < 1 { #expect(outcome.homeError < 0.005) }
    }
    #expect(followed >= 30)
  }

  @Test(arguments: [JointVector.zero, Latencies.paper.meanActionDelay])
  func aSwingUnderWayIsCorrected(delay: JointVector) {
    var random = Random(seed: 6)
    var followed = 0
    for _ in 0..<40 {
      let goal = RacketGoal(
        centre: Vector3(0.4, random.uniform(-1.6, -1.4), random.uniform(0.2, 0.4)),
        normal: .unitY, face: .forehand)
      let velocity = Vector3(0, 3, 1)
      let start = JointMotion(position: model.home)
      let stroke = model.stroke(goal, velocity: velocity, from: start, hitTime: 0.7, delay: delay)
      var better = goal
      better.centre += random.normalVector(deviation: 0.02)
      let outcome = SwingOutcome(model, stroke.plan, delay: delay) { time, tracker in
        guard abs(time - 0.3) < 0.001 else { return nil }
        let now = tracker.arrival(at: time)
        let again = model.stroke(better, velocity: velocity, from: now, hitTime: 0.41, delay: delay)
        let planned = again.plan.motion(at: again.plan.hitTime).position
        #expect((model.racketPose(planned).centre - better.centre).length < 1e-3)
        return again.plan
      }
      if outcome.effort > 1 { continue }
      followed += 1
      #expect(outcome.positionError < 0.005)
      #expect(outcome.velocityError < 0.4)
    }
    #expect(followed >= 20)
  }

  @Test func aHurriedSwingStaysBoundedAndComesHome() {
    var random = Random(seed: 4)
    for _ in 0..<30 {
      guard let plan = RobotSamples.swing(model, 0.25, .zero, &random) else { continue }
      let outcome = SwingOutcome(model, plan, delay: .zero)
      #expect(outcome.positionError < 0.5 && outcome.velocityError < 6)
      #expect(outcome.homeError < 0.05)
    }
  }

  @Test func commandsStayWithinTheSpeedLimits() {
    var random = Random(seed: 5)
    let plan = RobotSamples.swing(model, 0.4, .zero, &random)!
    var tracker = SwingTracker(plan, model.servos, setPoint: model.home)
    var fastest = 0.0
    for tick in 0..<100 {
      let share = abs(tracker.command(at: 0.02 * Double(tick))) / model.servos.speedLimit
      #expect(share.max() <= 1 + 1e-12)
      fastest = max(fastest, share.max())
    }
    #expect(fastest > 0.3)
  }
}
