import Arena
import Math
import Physics

/// One player: what it plays with and how well it sees.
public struct PlayerSetup: Configuration, Hashable {
  /// The body in this seat.
  public var body = BodyKind.robot
  /// The robot's arm; a racket in a hand has none.
  public var arm = ArmSetup()
  /// The coverings of the racket.
  public var rubbers = Racket.Rubbers()
  /// How the player sees.
  public var perception = Perception()
  /// The robot's delays; a racket in a hand ignores them.
  public var latencies = LatencyPreset.none
  /// What a racket in a hand can do; the robot ignores it.
  public var limits = FreeRacket.Limits()
  /// How much later than usual commands reach the robot's joints, seconds. The mind does not know.
  public var extraActionDelay = 0.0
  /// By how much the rubbers' restitution and friction differ from what is known of their kind.
  public var rubberRestitutionShift = 0.0
  public var rubberFrictionShift = 0.0
  /// Half the range by which the rubbers' restitution differs between episodes.
  public var rubberRestitutionSpread = 0.0
  /// Half the range by which the rubbers' friction differs between episodes.
  public var rubberFrictionSpread = 0.0
  /// How far from home a robot may stand when an episode begins: 0 at home, 1 as far as strokes
  /// take it. What is learned from many starts can begin where another stroke ended.
  public var startSpread = 0.0

  public init() {}

  /// Which body; the value in scenario files.
  public enum BodyKind: String, Codable, Sendable, CaseIterable {
    /// A robot: the one of arXiv 2408.03906, or the one that `arm` describes.
    case robot
    /// A racket in a hand with human limits.
    case racket
  }

  /// Which delays lie between the robot and its mind.
  public enum LatencyPreset: String, Codable, Sendable, CaseIterable {
    case none
    /// Table X of arXiv 2408.03906.
    case paper

    public var latencies: Latencies { self == .none ? .none : .paper }
  }
}

extension PlayerSetup {
  /// The body, at home.
  ///
  /// - Parameter path: What errors call this player.
  /// - Throws: `SetupError` for an arm that cannot play.
  func makeBody(at path: String) throws -> Body {
    switch body {
    case .robot:
      Body(
        RobotBody(
          try arm.makeModel(at: "\(path).arm"), latencies: latencies.latencies,
          extraDelay: extraActionDelay, step: Court.step))
    case .racket: Body(FreeRacket(limits: limits))
    }
  }

  /// The rubbers of one episode.
  func makeRubbers(random: inout Random) -> Court.RubberPair {
    var pair = Court.RubberPair(
      forehand: rubbers.rubber(on: .forehand), backhand: rubbers.rubber(on: .backhand))
    pair.forehand.shift(
      restitution: random.uniform(-1, 1) * rubberRestitutionSpread + rubberRestitutionShift,
      friction: random.uniform(-1, 1) * rubberFrictionSpread + rubberFrictionShift)
    pair.backhand.shift(
      restitution: random.uniform(-1, 1) * rubberRestitutionSpread + rubberRestitutionShift,
      friction: random.uniform(-1, 1) * rubberFrictionSpread + rubberFrictionShift)
    return pair
  }
}

extension Rubber {
  /// Changes the rubber by as much as two specimens of it may differ.
  mutating func shift(restitution: Double, friction: Double) {
    material.shift(restitution: restitution, friction: friction)
    againstTopspin?.shift(restitution: restitution, friction: friction)
  }
}
