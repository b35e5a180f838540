import Arena
import Math
import Physics

/// A scripted opponent with a racket in its hand. It sees its seat's observations and nothing else,
/// plans as well as it can, and misses by the errors of its body and its eyes.
public struct ScriptedPlayer: Policy {
  private let opponent: Opponent
  private let hall: Hall
  private var tracker: BallTracker
  private var random = Random(seed: 0)
  private var clock = 0.0
  private var situation = Situation.waiting
  /// When the present situation began, on the player's clock.
  private var since = 0.0
  private var shot = Shot()
  private var target = Vector3(0, 0.8, Ball.radius)
  private var swing: Swing?

  public init(_ opponent: Opponent, hall: Hall.Setup) {
    self.opponent = opponent
    self.hall = Hall(hall)
    tracker = BallTracker(hall: Hall(hall), perception: opponent.player.perception)
  }

  public mutating func reset(seed: UInt64) {
    random = Random(seed: seed)
    clock = 0
    situation = .waiting
    since = 0
    swing = nil
    tracker.reset()
  }

  public mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    let sight = Sight(observation)
    if sight.situation != situation { enter(sight.situation) }
    if situation.isBallFlyingHere, seesPresentFlight {
      tracker.see(sight.ball, interval: Court.step)
      planStroke()
    }
    let command = command(when: clock + limits.motorDelay)
    Sight.write(command.position, at: 0, into: &action)
    Sight.write(command.velocity, at: 3, into: &action)
    Sight.write(command.normal, at: 6, into: &action)
    action[9] = situation == .serving && clock - since > ScriptedPlayer.serviceDelay ? 0.3 : -1
    clock += Court.step
  }
}

extension ScriptedPlayer {
  /// Seconds from getting the ball to the toss.
  private static let serviceDelay = 0.8
  /// Seconds of braking after a stroke.
  private static let followThrough = 0.15

  private var style: PlayingStyle { opponent.style }
  private var limits: FreeRacket.Limits { opponent.player.limits }

  /// A player knows of the own toss at once, and sees it late.
  private var seesPresentFlight: Bool {
    situation != .tossed || clock - since >= opponent.player.perception.delay + 0.02
  }

  private mutating func enter(_ new: Situation) {
    if new == .bounced { tracker.noticeBounce() } else { tracker.reset() }
    if new == .incoming || (new == .bounced && situation != .incoming) { chooseShot() }
    if new == .tossed { chooseService() }
    if new == .serving { swing = nil }
    situation = new
    since = clock
  }

  private mutating func chooseShot() {
    let total = style.shots.reduce(0) { $0 + $1.weight }
    var left = random.uniform(0, max(total, 1e-9))
    shot = style.shots[style.shots.count - 1]
    for candidate in style.shots {
      left -= candidate.weight
      if left < 0 {
        shot = candidate
        break
      }
    }
    shot = shot.varied(random: &random)
    let aimsAtBackhand = random.uniform() < style.backhandBias
    // The opponent faces this player: their backhand is on this player's right.
    let x =
      aimsAtBackhand
      ? random.uniform(0.4, 1) * style.width : random.uniform(-style.width, style.width)
    let depth = style.depth + style.depthDeviation * random.normal()
    target = Vector3(x, clamp(depth, 0.25...1.25), Ball.radius)
  }

  private mutating func chooseService() {
    let service = style.service
    shot = Shot()
    shot.topspin = service.topspin + service.topspinDeviation * random.normal()
    let depth = service.depth + service.depthDeviation * random.normal()
    target = Vector3(
      random.uniform(-service.width, service.width), clamp(depth, 0.25...1.25), Ball.radius)
  }

  /// Plans, or plans anew, how to meet the ball.
  private mutating func planStroke() {
    let time = swing.map { $0.hitTime - clock } ?? .infinity
    guard tracker.sights >= 2, time > limits.motorDelay + 0.06 || time < -0.2 else { return }
    let isService = situation == .tossed
    // One plan does for a service: the ball falls from the player's own hand.
    if isService, swing != nil, time > 0 { return }
    let flight = tracker.flight(after: opponent.player.perception.delay)
    guard
      let meeting = Interception.search(
        flight, bounces: situation == .incoming ? 1 : 0, in: isService ? serviceZone : rallyZone,
        earliest: limits.motorDelay + 0.08)
    else { return }
    let isBackhand = !isService && meeting.ball.position.x < -0.15
    let face = isBackhand ? RacketFace.backhand : .forehand
    guard let impact = impact(on: meeting.ball, isService: isService, face: face) else { return }
    swing = Swing(impact, face: face, hitTime: clock + meeting.time)
  }

  private func impact(on ball: Ball, isService: Bool, face: RacketFace) -> Impact? {
    let rubber = opponent.player.rubbers.rubber(on: face)
    guard isService else { return shot.impact(on: ball, to: target, in: hall, with: rubber) }
    let service = ServiceAim(hall: hall).service(
      from: ball.position, to: target, topspin: shot.topspin)
    return service.map {
      Impact(incoming: ball, target: $0.velocity, topspin: shot.topspin, rubber: rubber)
    }
  }

  private var rallyZone: Interception.Zone {
    Interception.Zone(
      x: -1.6...1.6, y: -3.2 ... -0.75, z: 0.06...0.9, bestY: -style.contactDepth,
      bestZ: style.contactHeight)
  }

  private var serviceZone: Interception.Zone {
    Interception.Zone(
      x: -1.6...1.6, y: -2.6 ... -1.4, z: 0.12...0.35, bestY: -1.6, bestZ: 0.2)
  }

  /// Where the racket should be at `time`, on the player's clock.
  private func command(when time: Double) -> FreeRacket.Command {
    if let swing, time < swing.hitTime + ScriptedPlayer.followThrough {
      return swing.command(at: time)
    }
    return FreeRacket.Command(FreeRacket.home)
  }

  /// A straight stroke: the racket gathers speed evenly over a backswing, meets the ball, and brakes.
  private struct Swing: Sendable {
    let hitTime: Double
    private let duration: Double
    private let centre: Vector3
    private let velocity: Vector3
    private let normal: Vector3

    /// The longest backswing, metres.
    private static let backswing = 0.45

    init(_ impact: Impact, face: RacketFace, hitTime: Double) {
      self.hitTime = hitTime
      velocity = impact.velocity
      normal = face.sign * impact.normal
      centre =
        impact.incoming.position
        - (Ball.radius + Racket.halfThickness) * impact.normal
      duration = min(0.25, 2 * Swing.backswing / max(velocity.length, 0.1))
    }

    func command(at time: Double) -> FreeRacket.Command {
      var command = FreeRacket.Command(FreeRacket.home)
      command.normal = normal
      // Seconds since the racket began to move, or since the hit.
      let moving = clamp(time - hitTime + duration, 0...duration)
      let after = max(0, time - hitTime)
      let brake = ScriptedPlayer.followThrough
      let way =
        0.5 * moving * moving / duration - 0.5 * duration + after - 0.5 * after * after / brake
      command.position = centre + way * velocity
      command.velocity = (moving / duration - after / brake) * velocity
      return command
    }
  }
}
