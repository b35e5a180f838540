import Arena
import Math
import Physics

/// One player's view of the game: turns what is into what is seen.
struct Eyes: Sendable {
  /// What is seen now.
  private(set) var sight = Sight()
  let perception: Perception
  private var channel: LatencyChannel
  /// The opponent's racket on its way to the mind.
  private var racketChannel: LatencyChannel
  private var tracker: BallTracker
  private var spinError = Vector3.zero
  private var spinFactor = 1.0
  /// The present situation, the one before, and when it changed: the new one is seen late.
  private var situation = Situation.waiting
  private var previousSituation = Situation.waiting
  private var changeTime = 0.0
  private var strokeTime = 0.0
  private var previousStrokeTime = 0.0
  private var tossTime = 0.0

  init(_ perception: Perception, hall: Hall, step: Double) {
    self.perception = perception
    channel = LatencyChannel(width: 9, period: step, ceiling: perception.latency.ceiling)
    racketChannel = channel
    tracker = BallTracker(hall: hall, perception: perception)
  }

  /// Forgets everything and draws the delay of a new episode.
  mutating func reset(hall: Hall, ball: Ball, random: inout Random) {
    sight = Sight()
    tracker = BallTracker(hall: hall, perception: perception)
    situation = .waiting
    previousSituation = .waiting
    changeTime = -10
    strokeTime = -10
    previousStrokeTime = -10
    // Misreadings belong to strokes, and there has been none.
    spinError = .zero
    spinFactor = 1
    tossTime = -10
    let numbers = Eyes.numbers(of: ball)
    channel.reset(delay: perception.latency.sample(&random), to: numbers.span)
    racketChannel.reset(delay: channel.delay, to: Eyes.numbers(of: RacketSight()).span)
  }

  /// As if the ball had always been where it is: nothing older can be seen.
  mutating func fill(with ball: Ball) {
    let numbers = Eyes.numbers(of: ball)
    channel.reset(delay: channel.delay, to: numbers.span)
    tracker.reset()
  }

  /// A rally begins: nobody has struck the ball yet, so no stroke sent it on its way.
  mutating func beginRally() {
    strokeTime = -10
    previousStrokeTime = -10
  }

  /// Reads the score.
  mutating func show(own: Int, other: Int) {
    sight.points = (own, other)
  }

  /// Learns how the last stroke went.
  mutating func show(_ result: StrokeResult) {
    sight.stroke = result
  }

  /// Looks at the opponent's racket, in the player's own frame.
  mutating func look(at racket: RacketPose) {
    let numbers = Eyes.numbers(of: RacketSight(racket))
    racketChannel.send(numbers.span)
    var seen = InlineArray<9, Float>(repeating: 0)
    var span = seen.mutableSpan
    racketChannel.receive(into: &span)
    sight.racket.position = vector(seen.span, 0)
    sight.racket.velocity = vector(seen.span, 3)
    sight.racket.normal = vector(seen.span, 6)
  }

  /// Whether `look(at:)` shows anything.
  var seesRacket: Bool { perception.seesRacket }

  /// A stroke by the opponent sends the ball this way: its spin will be misread in one way.
  mutating func noticeStroke(at time: Double, random: inout Random) {
    previousStrokeTime = strokeTime
    strokeTime = time
    spinError = random.normalVector(deviation: perception.spinNoise)
    spinFactor = 1 + perception.spinRelativeNoise * random.normal()
    tracker.reset()
  }

  /// The player tosses the ball, and knows when.
  mutating func noticeToss(at time: Double) {
    tossTime = time
  }

  /// Looks at the ball at `time`, one control step after the last look.
  mutating func look(
    at ball: Ball, situation now: Situation, time: Double, step: Double, random: inout Random
  ) {
    if now != situation {
      previousSituation = situation
      situation = now
      changeTime = time
    }
    let numbers = Eyes.numbers(of: ball)
    channel.send(numbers.span)
    let before = sight.situation
    sight.ball = seenBall(random: &random)
    // A player's own acts are known at once; what the ball does is seen late.
    let isOwnAct = [.serving, .tossed, .outgoing, .waiting].contains(situation)
    let isSeen = isOwnAct || time - changeTime >= channel.delay
    sight.situation = isSeen ? situation : previousSituation
    let seenSince = time - channel.delay
    sight.sinceStroke = seenSince - (seenSince >= strokeTime ? strokeTime : previousStrokeTime)
    if sight.situation == .tossed { sight.sinceStroke = time - tossTime }
    if sight.situation != before, sight.situation == .bounced { tracker.noticeBounce() }
    foresee(step: step)
  }

  private mutating func seenBall(random: inout Random) -> Ball {
    var seen = InlineArray<9, Float>(repeating: 0)
    var span = seen.mutableSpan
    channel.receive(into: &span)
    var ball = Ball(position: vector(seen.span, 0), velocity: vector(seen.span, 3))
    if perception.positionNoise > 0 {
      ball.position += random.normalVector(deviation: perception.positionNoise)
    }
    if perception.velocityNoise > 0 {
      ball.velocity += random.normalVector(deviation: perception.velocityNoise)
    }
    if perception.seesSpin {
      ball.spin = spinFactor * vector(seen.span, 6) + spinError
    }
    return ball
  }

  private mutating func foresee(step: Double) {
    guard perception.foresees else { return }
    sight.arrival.time = max(-1, sight.arrival.time - step)
    guard sight.situation == .incoming || sight.situation == .bounced else { return }
    tracker.see(sight.ball, interval: step)
    sight.topspin = tracker.topspin
    let plane = Plane(normal: .unitY, offset: Sight.hittingPlane)
    var flight = tracker.flight(after: perception.delay)
    // A ball that has passed does not come back.
    guard flight.ball.position.y > Sight.hittingPlane || flight.ball.velocity.y > 0 else { return }
    guard let crossing = flight.advance(to: plane, within: 1.5) else { return }
    sight.arrival.time = crossing.time - perception.delay
    sight.arrival.position = crossing.ball.position
    sight.arrival.velocity = crossing.ball.velocity
    sight.arrival.topspin = crossing.ball.topspin()
    let hasOwnBounce = flight.lastBounce.map { $0.ball.position.y < 0 } ?? false
    sight.arrival.isBounced = sight.situation == .bounced || hasOwnBounce
  }

  private static func numbers(of ball: Ball) -> InlineArray<9, Float> {
    var numbers = InlineArray<9, Float>(repeating: 0)
    var span = numbers.mutableSpan
    Sight.write(ball.position, at: 0, into: &span)
    Sight.write(ball.velocity, at: 3, into: &span)
    Sight.write(ball.spin, at: 6, into: &span)
    return numbers
  }

  private static func numbers(of racket: RacketSight) -> InlineArray<9, Float> {
    var numbers = InlineArray<9, Float>(repeating: 0)
    var span = numbers.mutableSpan
    Sight.write(racket.position, at: 0, into: &span)
    Sight.write(racket.velocity, at: 3, into: &span)
    Sight.write(racket.normal, at: 6, into: &span)
    return numbers
  }

  func hash(into digest: inout Digest) {
    channel.hash(into: &digest)
    tracker.hash(into: &digest)
    digest.combine(spinError)
    digest.combine(spinFactor)
    digest.combine(situation.rawValue)
    digest.combine(previousSituation.rawValue)
    digest.combine(changeTime)
    digest.combine(strokeTime)
    digest.combine(previousStrokeTime)
    digest.combine(tossTime)
    digest.combine(sight.ball)
    digest.combine(sight.situation.rawValue)
    digest.combine(sight.sinceStroke)
    digest.combine(sight.arrival.time)
    digest.combine(sight.arrival.position)
    digest.combine(sight.arrival.velocity)
    digest.combine(sight.topspin)
    digest.combine(sight.arrival.topspin)
    digest.combine(sight.arrival.isBounced)
    sight.stroke.hash(into: &digest)
    guard perception.seesRacket else { return }
    racketChannel.hash(into: &digest)
    sight.racket.hash(into: &digest)
  }
}
