import Arena
import Math
import Physics

/// The robot's baseline: foresees the ball, inverts the racket's contact law, and swings there in
/// joint space. It serves, plays forehand and backhand, and learns nothing.
///
/// It knows what an engineer would have identified beforehand: the flight and contact laws of the
/// table as specified and the mean of every delay. What it sees are its seat's observations.
public struct ScriptedRobot: Policy {
  private let hall: Hall
  private let rubbers: Racket.Rubbers
  private let model: RobotModel
  private let stroke: RobotStroke
  private let sightDelay: Double
  private let actionDelay: JointVector
  private var tracker: BallTracker
  private var swing: Swing?
  private var clock = 0.0
  private var lastSituation = Situation.waiting
  /// When it began, on the policy's clock.
  private var since = 0.0
  private var random = Random(seed: 0)
  private var target = Vector3(0, 0.75, Ball.radius)
  private var face = RacketFace.forehand
  /// When the arm will stand ready to strike a tossed ball; infinite before it has set off.
  private var readyTime = Double.infinity

  /// Where the joints rest while no plan is in execution.
  private var rest: JointVector

  /// A plan in execution.
  private struct Swing: Sendable {
    var tracker: SwingTracker
    /// When the plan began, on the policy's clock.
    var start: Double
    /// When the racket meets the ball, on the same clock.
    var hitTime: Double
  }

  /// A player for a robot in a hall as specified by `hall`.
  ///
  /// - Parameters:
  ///   - robot: whose joints it moves.
  ///   - stroke: how to play in rallies.
  public init(
    hall: Hall.Setup, player: PlayerSetup, robot: RobotModel = .paper,
    stroke: RobotStroke = RobotStroke()
  ) {
    model = robot
    rest = robot.home
    self.stroke = stroke
    self.hall = Hall(hall)
    rubbers = player.rubbers
    sightDelay = player.perception.delay
    actionDelay = player.latencies.latencies.meanActionDelay(of: robot)
    tracker = BallTracker(hall: Hall(hall), perception: player.perception)
  }

  public mutating func reset(seed: UInt64) {
    random = Random(seed: seed)
    tracker.reset()
    swing = nil
    rest = model.home
    readyTime = .infinity
    clock = 0
    since = 0
    lastSituation = .waiting
  }

  public mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    let sight = Sight(observation)
    feelJoints(observation)
    if sight.situation != lastSituation { enter(sight.situation) }
    if sight.situation.isBallFlyingHere, seesPresentFlight {
      tracker.see(sight.ball, interval: Court.step)
    }
    plan(for: sight)
    write(command, toss: tossNow(sight), into: &action)
    clock += Court.step
  }
}

extension ScriptedRobot {
  /// Whether the arm is on its way to a ball.
  var isSwinging: Bool { swing.map { $0.hitTime > clock } ?? false }

  /// Takes the arm up where it has been sent, which need not be home: something else has moved it.
  mutating func takeUp(_ observation: Span<Float>) {
    let targets = Sight.width + RobotBody.targetStart(of: model)
    for joint in 0..<model.jointCount {
      rest[joint] = Double(observation[targets + joint])
    }
    rest = model.within(rest)
  }

  /// Where the robot strikes: behind its end of the table.
  private static let rallyZone = Interception.Zone(
    x: -1.1...1.1, y: -1.9 ... -0.8, z: 0.06...0.5, bestY: -1.45, bestZ: 0.27)
  /// Where it strikes a ball that it has tossed: behind the end line, above the table.
  private static let serviceZone = Interception.Zone(
    x: -1.1...1.1, y: -1.9 ... -1.4, z: 0.14...0.3, bestY: -1.5, bestZ: 0.22)
  /// Plans are not changed this shortly before the hit, beyond the action delay, in seconds.
  private static let commitment = 0.08

  /// Once a swing has come to rest, the joints are where they are felt to be: a table that stopped
  /// the arm, or friction, may have kept it from where the plan ends.
  private mutating func feelJoints(_ observation: Span<Float>) {
    guard let done = swing, clock - done.start > done.tracker.plan.endTime + 0.3 else { return }
    for joint in 0..<model.jointCount {
      rest[joint] = Double(observation[Sight.width + joint])
    }
    swing = nil
  }

  /// The robot knows of its own toss at once, and sees it late.
  private var seesPresentFlight: Bool {
    lastSituation != .tossed || clock - since >= sightDelay + 0.02
  }

  private mutating func enter(_ situation: Situation) {
    since = clock
    let beginsStroke = situation == .incoming || situation == .tossed
    if situation == .bounced { tracker.noticeBounce() } else { tracker.reset() }
    lastSituation = situation
    if situation != .tossed { readyTime = .infinity }
    if beginsStroke {
      target = Vector3(
        random.uniform(stroke.left, stroke.right),
        random.uniform(stroke.nearest, stroke.farthest), Ball.radius)
    }
  }

  private mutating func plan(for sight: Sight) {
    switch sight.situation {
    case .incoming, .bounced:
      planStroke(sight, bounces: sight.situation == .incoming ? 1 : 0, in: Self.rallyZone)
    case .tossed:
      planStroke(sight, bounces: 0, in: Self.serviceZone)
    case .serving:
      if readyTime == .infinity, mayPlan { approachService() }
    case .waiting, .outgoing:
      break
    }
  }

  /// Plans, or plans anew, the stroke that meets the ball.
  private mutating func planStroke(_ sight: Sight, bounces: Int, in zone: Interception.Zone) {
    guard tracker.sights >= 2, mayPlan else { return }
    let earliest = actionDelay.max() + 0.06
    let flight = tracker.flight(after: sightDelay)
    guard
      let meeting = Interception.search(flight, bounces: bounces, in: zone, earliest: earliest),
      let impact = impact(on: meeting.ball, isService: sight.situation == .tossed)
    else { return }
    swingTo(impact, at: meeting.time)
  }

  /// Whether there is still time to change the plan: not once the hit is near, nor before the swing
  /// has recovered from it.
  private var mayPlan: Bool {
    guard let swing else { return true }
    let left = swing.hitTime - clock
    return left > actionDelay.max() + Self.commitment || left < -0.25
  }

  private mutating func impact(on ball: Ball, isService: Bool) -> Impact? {
    face = face(for: ball, isService: isService)
    let rubber = rubbers.rubber(on: face)
    guard isService else {
      return stroke.shot.impact(on: ball, to: target, in: hall, with: rubber)
    }
    let service = ServiceAim(hall: hall).service(
      from: ball.position, to: target, topspin: 20)
    return service.map {
      Impact(incoming: ball, target: $0.velocity, topspin: 20, rubber: rubber)
    }
  }

  private func face(for ball: Ball, isService: Bool) -> RacketFace {
    guard model.hasBackhand else { return .forehand }
    return isService ? .backhand : stroke.face ?? nearerFace(to: ball)
  }

  /// The face whose ready pose the slide brings to the ball by the shorter way.
  private func nearerFace(to ball: Ball) -> RacketFace {
    let here = model.slideCount == 2 ? motionWhenReached.position[1] : 0
    func way(_ face: RacketFace) -> Double {
      let offset = model.racketPose(model.ready(for: face)).centre.x
      return abs(ball.position.x - offset - here)
    }
    return way(.forehand) <= way(.backhand) ? .forehand : .backhand
  }

  private mutating func swingTo(_ impact: Impact, at time: Double) {
    // The blade's middle lies a ball's radius and half a blade behind the point of contact.
    let depth = Ball.radius + Racket.halfThickness
    let goal = RacketGoal(
      centre: impact.incoming.position - depth * impact.normal, normal: impact.normal, face: face)
    let stroke = model.stroke(
      goal, velocity: impact.velocity, from: motionWhenReached, hitTime: time, delay: actionDelay)
    begin(stroke.plan, hitTime: clock + time)
  }

  /// Brings the arm to where it can meet a tossed ball.
  private mutating func approachService() {
    var pose = model.backhandReady
    if model.slideCount == 2 { pose[0] = -0.75 }
    let plan = SwingPlan(
      model.servos, from: motionWhenReached, hit: JointMotion(position: pose), hitTime: 1,
      rest: pose, delay: actionDelay)
    begin(plan, hitTime: clock + 1)
    readyTime = clock + 1.3
  }

  private mutating func begin(_ plan: SwingPlan, hitTime: Double) {
    let setPoint = swing?.tracker.setPoint ?? rest
    swing = Swing(
      tracker: SwingTracker(
        plan, model.servos, setPoint: setPoint, period: Court.step, delay: actionDelay),
      start: clock, hitTime: hitTime)
  }

  /// How the joints will move when a command that is sent now reaches them.
  private var motionWhenReached: JointMotion {
    guard let swing else { return JointMotion(position: rest) }
    return swing.tracker.plan.motion(
      at: JointVector(repeating: clock - swing.start) + actionDelay)
  }

  private var command: JointVector {
    mutating get {
      guard var current = swing else { return .zero }
      let command = current.tracker.command(at: clock - current.start)
      swing = current
      return command
    }
  }

  /// Tosses once the arm stands ready.
  private func tossNow(_ sight: Sight) -> Bool {
    sight.situation == .serving && clock > readyTime
  }

  private func write(
    _ command: JointVector, toss: Bool, into action: inout MutableSpan<Float>
  ) {
    for joint in 0..<model.jointCount { action[joint] = Float(command[joint]) }
    action[model.jointCount] = toss ? 0.5 : -1
  }
}

extension Situation {
  /// Whether this player has to watch the ball to strike it.
  var isBallFlyingHere: Bool { self == .incoming || self == .bounced || self == .tossed }
}
