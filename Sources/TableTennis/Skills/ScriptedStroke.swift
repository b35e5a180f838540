import Arena
import Math

/// One of the scripted robot's strokes as a skill: always the same stroke, whatever the ball.
public struct ScriptedStroke: Skill {
  public let descriptor: SkillDescriptor
  private var robot: ScriptedRobot
  private var isFresh = true

  /// - Parameters:
  ///   - stroke: which stroke.
  ///   - robot: whose joints it moves.
  ///   - record: what measuring it gave; until it is measured, a record without trials.
  public init(
    _ stroke: RobotStroke, hall: Hall.Setup, player: PlayerSetup, robot: RobotModel = .paper,
    record: SkillDescriptor
  ) {
    descriptor = record
    self.robot = ScriptedRobot(hall: hall, player: player, robot: robot, stroke: stroke)
  }

  public mutating func reset(seed: UInt64) {
    robot.reset(seed: seed)
    isFresh = true
  }

  public mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    if isFresh { robot.takeUp(observation) }
    isFresh = false
    robot.act(on: observation, into: &action)
  }

  /// What the record says of good returns, for any ball; nothing is known without one.
  public func estimate(from observation: Span<Float>) -> Estimate {
    guard descriptor.trials > 0,
      let landed = descriptor.measures.first(where: { $0.name == "landed" })
    else { return .unknown }
    return Estimate(
      success: landed.mean,
      deviation: (landed.mean * (1 - landed.mean) / Double(descriptor.trials)).squareRoot())
  }

  /// Between strokes, not during one.
  public var isInterruptible: Bool { !robot.isSwinging }
}
