import Arena
import Math

/// One of the scripted robot's strokes as a skill: a forehand or a backhand, whatever the ball.
public struct ScriptedStroke: Skill {
  public let descriptor: SkillDescriptor
  private var robot: ScriptedRobot

  /// - Parameters:
  ///   - face: which stroke.
  ///   - model: whose joints it moves.
  ///   - record: what measuring it gave; until it is measured, a record without trials.
  public init(
    _ face: RacketFace, hall: Hall.Setup, player: PlayerSetup, robot model: RobotModel = .paper,
    record: SkillDescriptor? = nil
  ) {
    descriptor =
      record
      ?? SkillDescriptor(
        name: "scripted-\(face.rawValue)",
        summary: "Returns the ball with the \(face.rawValue), wherever it comes")
    robot = ScriptedRobot(hall: hall, player: player, robot: model, only: face)
  }

  public mutating func reset(seed: UInt64) {
    robot.reset(seed: seed)
  }

  public mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    robot.act(on: observation, into: &action)
  }

  /// What the record says of good returns, for any ball; nothing is known without one.
  public func estimate(from observation: Span<Float>) -> Estimate {
    guard descriptor.trials > 0,
      let landed = descriptor.measures.first(where: { $0.name == "landed" })
    else { return Estimate(success: 0.5, deviation: 0.5) }
    return Estimate(
      success: landed.mean,
      deviation: (landed.mean * (1 - landed.mean) / Double(descriptor.trials)).squareRoot())
  }

  /// Between strokes, not during one.
  public var isInterruptible: Bool { !robot.isSwinging }
}
