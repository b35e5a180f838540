import Foundation
import Math
import Physics
import Testing

@testable import TableTennis

/// Prints what the robot can do and what it costs. Run with
/// `REPERTOIRE_FIGURES=1 swift test -c release -Xcc -march=native --filter RobotFigures`.
@Suite(
  .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["REPERTOIRE_FIGURES"] != nil, "figures only"))
struct RobotFigures {
  let model = RobotModel.paper

  @Test func costs() {
    var robot = RestingRobot()
    var random = Random(seed: 1)
    let commands = (0..<64).map { _ in RobotSamples.command(model, &random) }
    let poses = (0..<64).map { _ in RobotSamples.joints(model, &random) }
    var sum = 0.0
    time("servo step of 8 joints, 20 steps per command", per: 20 * 100_000) {
      for index in 0..<100_000 { robot.advance(commands[index & 63], steps: 20) }
    }
    time("servo step of 8 joints, 1 step per command", per: 1_000_000) {
      for index in 0..<1_000_000 { robot.advance(commands[index & 63]) }
    }
    time("forward kinematics", per: 300_000) {
      for index in 0..<300_000 { sum += model.racketPose(poses[index & 63]).centre.x }
    }
    time("racket pose with velocities", per: 300_000) {
      for index in 0..<300_000 {
        sum += model.racketPose(poses[index & 63], commands[index & 63]).velocity.x
      }
    }
    time("collision test", per: 300_000) {
      for index in 0..<300_000 where model.collision(poses[index & 63]) != nil { sum += 1 }
    }
    let goals = (0..<64).map { _ in RobotSamples.goal(&random) }
    time("inverse kinematics", per: 6400) {
      for index in 0..<6400 { sum += model.reach(goals[index & 63]).positionError }
    }
    time("joint velocities for a racket velocity", per: 64_000) {
      for index in 0..<64_000 {
        sum += model.drive(Vector3(0.5, 4, 1), at: poses[index & 63]).residual.x
      }
    }
    time("swing plan", per: 2000) {
      for index in 0..<2000 {
        let plan = SwingPlan(
          model.servos, from: JointMotion(position: model.home),
          hit: JointMotion(position: poses[index & 63], velocity: 0.3 * commands[index & 63]),
          hitTime: 0.6, rest: model.home)
        sum += plan.effort[0]
      }
    }
    time("stroke", per: 500) {
      for index in 0..<500 {
        let stroke = model.stroke(
          goals[index & 63], velocity: Vector3(0, 4, 1), from: JointMotion(position: model.home),
          hitTime: 0.6)
        sum += stroke.cost
      }
    }
    print("checksum", sum, robot.state.position[0])
  }

  @Test func reachOfTheHittingRegion() {
    var counts = (goals: 0, exact: 0, clear: 0)
    var iterations = 0
    var touches: [String: Int] = [:]
    var errors: [Double] = []
    var speeds: [Double] = []
    for goal in RobotSamples.region {
      let reach = model.reach(goal)
      counts.goals += 1
      iterations += reach.iterations
      guard reach.isExact else {
        touches["missed at z = \(goal.centre.z), y = \(goal.centre.y)", default: 0] += 1
        continue
      }
      counts.exact += 1
      if let collision = model.collision(reach.joints) {
        let key = "\(collision) at z = \(goal.centre.z), y = \(goal.centre.y)"
        touches[key, default: 0] += 1
      } else {
        counts.clear += 1
      }
      errors.append(reach.positionError)
      speeds.append(attainableSpeed(reach.joints))
    }
    print("goals, reached, clear of table and self:", counts)
    for (key, count) in touches.sorted(by: { $0.key < $1.key }) { print(" ", key, count) }
    print("mean iterations of the last descent:", Double(iterations) / Double(counts.goals))
    print("position error", quantiles(errors))
    print("straight forward speed m/s", quantiles(speeds))
  }

  @Test func swings() {
    var random = Random(seed: 5)
    for (name, period) in [
      ("no delay", JointVector.zero), ("paper", Latencies.paper.meanActionDelay),
    ] {
      for time in [0.4, 0.5, 0.6, 0.8] {
        report(name, period, time, &random)
      }
    }
  }

  private func report(
    _ name: String, _ delay: JointVector, _ time: Double, _ random: inout Random
  ) {
    var all: [SwingOutcome] = []
    for _ in 0..<400 {
      guard let swing = RobotSamples.swing(model, time, delay, &random) else { continue }
      all.append(SwingOutcome(model, swing, delay: delay))
    }
    let gentle = all.filter { $0.effort <= 1 }
    print(name, "hit after", time, "s:", gentle.count, "of", all.count, "within limits")
    for (label, group) in [("within", gentle), ("all", all)] {
      print(
        " ", label, "position m", quantiles(group.map(\.positionError)), "velocity m/s",
        quantiles(group.map(\.velocityError)), "normal rad", quantiles(group.map(\.angleError)))
    }
    print(
      "  touch before the hit:", all.count { $0.touches.before }, "after:",
      all.count { $0.touches.after })
    print("  effort", quantiles(all.map(\.effort)), "return", quantiles(all.map(\.recoveryEffort)))
  }

  /// The greatest forward speed, with none sideways or up, to 1 cm/s.
  private func attainableSpeed(_ joints: JointVector) -> Double {
    var low = 0.0
    var high = 12.0
    while high - low > 0.01 {
      let middle = 0.5 * (low + high)
      if model.drive(Vector3(0, middle, 0), at: joints).residual.length < 0.02 {
        low = middle
      } else {
        high = middle
      }
    }
    return low
  }

  private func quantiles(_ numbers: [Double]) -> String {
    guard !numbers.isEmpty else { return "none" }
    let sorted = numbers.sorted()
    return [0, 0.05, 0.5, 0.95, 1].map { share in
      String(format: "%.4g", sorted[Int(share * Double(sorted.count - 1))])
    }.joined(separator: " ")
  }

  private func time(_ name: String, per count: Int, _ work: () -> Void) {
    var best = Double.infinity
    for _ in 0..<5 {
      let clock = ContinuousClock()
      let duration = clock.measure(work)
      best = min(best, Double(duration.components.attoseconds) * 1e-9)
    }
    print(name, String(format: "%.1f ns", best / Double(count)))
  }
}
