import Arena
import Math
import Physics

/// A rally being played: the court, the umpire who watches it, and what each player sees of it.
/// Every environment of table tennis is this with its own beginning, end and rewards.
struct Play: Sendable {
  private(set) var court: Court
  private(set) var umpire: Umpire
  private(set) var eyes: [Eyes]
  private(set) var random = Random(seed: 0)
  /// Strokes of each player since the reset, and those of them that were good.
  private(set) var strokes = Score()
  private(set) var goodStrokes = Score()
  /// The kinds of balls that home had to return, and returned.
  var homeReturns = ReturnTally()
  /// How each player has failed since the reset.
  var failures: [FailureTally]
  /// How near each player's racket has come to the ball it has to strike, metres; 1 at most.
  var nearest: [Double]
  /// How the last stroke of each player went.
  var results: [StrokeResult]
  /// The actions of the present step, within their ranges.
  private var commands: [Float] = []
  private var ranges: [ClosedRange<Float>] = []
  /// How many of those actions move each body; the toss follows.
  private let actionWidths: [Int]
  private let setups: [PlayerSetup]
  let hallSetup: Hall.Setup

  /// The action field by which a server tosses the ball: 0 or less holds it, more throws it up, at 1
  /// the fastest.
  static let tossField = Field("toss", unit: "1", in: -1...1)
  /// Upwards speeds of the slowest and the fastest toss, metres per second: 18 cm and 60 cm high.
  private static let tossSpeeds = (slow: 1.9, fast: 3.45)

  /// - Throws: `SetupError` for a robot that cannot play.
  init(hall: Hall.Setup, players: [PlayerSetup], rules: Rules) throws {
    let still = Hall(hall)
    hallSetup = hall
    setups = players
    var random = random
    court = Court(
      hall: still,
      bodies: try zip(players, Side.allCases).map { try $0.makeBody(at: $1.rawValue) },
      rubbers: players.map { $0.makeRubbers(random: &random) })
    actionWidths = court.bodies.map(\.actionWidth)
    umpire = Umpire(rules: rules, server: .home)
    results = players.map { _ in StrokeResult() }
    failures = players.map { _ in FailureTally() }
    nearest = players.map { _ in 1 }
    eyes = players.map { Eyes($0.perception, hall: still, step: Court.step) }
    ranges = seats().flatMap { $0.action.ranges }
    commands = Array(repeating: 0, count: ranges.count)
  }

  /// What holds for each player's robot always; nil for those with a racket in a hand.
  var robots: [RobotModel?] { court.bodies.map(\.robotModel) }

  /// The seats, home first.
  func seats() -> [Seat] {
    court.bodies.indices.map { index in
      Seat(
        name: Side.allCases[index].rawValue,
        observation: Sight.fields + court.bodies[index].observationFields,
        action: court.bodies[index].actionFields + [Play.tossField])
    }
  }
}

extension Play {
  /// Starts an episode: draws the hall, the rubbers and the delays, and puts every body at home.
  mutating func reset(seed: UInt64) {
    random = Random(seed: seed)
    strokes = Score()
    goodStrokes = Score()
    homeReturns = ReturnTally()
    for index in failures.indices {
      failures[index] = FailureTally()
      nearest[index] = 1
    }
    // Written to here, so that a copy owns its buffer before the first step.
    for index in commands.indices { commands[index] = 0 }
    clearResults()
    court.hall = Hall(hallSetup, random: &random)
    for index in setups.indices {
      court.rubbers[index] = setups[index].makeRubbers(random: &random)
      court.bodies[index].reset(spread: setups[index].startSpread, random: &random)
    }
    court.reset(ball: Ball(position: Vector3(0, 0, 0.3)))
    // A player knows the table as specified, not this specimen of it.
    let known = Hall(hallSetup)
    for index in setups.indices {
      eyes[index].reset(
        hall: known, ball: Court.frame(court.ball, of: Side.allCases[index]), random: &random)
    }
  }

  /// Starts in the middle of a rally: `striker` has just sent the ball off.
  mutating func begin(with ball: Ball, struckBy striker: Side, isService: Bool, rules: Rules) {
    court.reset(ball: ball)
    clearResults()
    umpire = Umpire(rules: rules, server: isService ? striker : striker.other)
    umpire.state = isService ? .served : .returned(by: striker, touchedNet: false)
    let receiver = striker.other
    eyes[receiver.index].fill(with: Court.frame(ball, of: receiver))
    eyes[receiver.index].noticeStroke(at: 0, random: &random)
    court.bodies[receiver.index].beginStroke(random: &random)
    look()
  }

  /// Starts a rally in which `umpire` waits for a service.
  mutating func begin(under umpire: Umpire) {
    self.umpire = umpire
    clearResults()
    for index in eyes.indices { eyes[index].beginRally() }
    court.give(to: umpire.server)
    look()
  }

  /// A new ball by chance, drawn from `balls` with this play's own randomness.
  mutating func draw(_ balls: BallDistribution, from states: [Ball]) -> BallDistribution.Draw {
    balls.draw(in: Hall(hallSetup), from: states, random: &random)
  }

  /// The ball drawn from `balls` that belongs to `situation`, whatever this play's randomness.
  func draw(
    _ balls: BallDistribution, from states: [Ball], situation: UInt64
  ) -> BallDistribution.Draw {
    var random = Random(seed: situation)
    return balls.draw(in: Hall(hallSetup), from: states, random: &random)
  }

  /// Advances by one control step.
  ///
  /// - Parameter actions: of all seats, one after the other, as `seats` describes them.
  /// - Returns: the umpire's call if the rally ended in this step.
  mutating func advance(_ actions: Span<Float>) -> Call? {
    court.beginStep()
    Play.clamp(actions, to: ranges, into: &commands)
    Play.hand(commands, to: &court.bodies, actionWidths)
    var end = 0
    for index in court.bodies.indices {
      end += actionWidths[index] + 1
      tossIfTold(commands[end - 1], by: Side.allCases[index])
    }
    let start = court.ball.position
    court.advance()
    follow(from: start)
    let call = judge()
    look()
    return call
  }

  /// The actions within their ranges; what is no number counts as the number nearest to zero.
  private static func clamp(
    _ actions: Span<Float>, to ranges: [ClosedRange<Float>], into commands: inout [Float]
  ) {
    for index in commands.indices {
      let action = actions[index].isNaN ? 0 : actions[index]
      commands[index] = Math.clamp(action, ranges[index])
    }
  }

  // Static functions, because a span of one property and a call on another would overlap.
  private static func hand(_ commands: [Float], to bodies: inout [Body], _ widths: [Int]) {
    var start = 0
    for index in bodies.indices {
      let width = widths[index]
      bodies[index].take(commands.span.extracting(start..<start + width))
      start += width + 1
    }
  }

  private mutating func tossIfTold(_ command: Float, by side: Side) {
    guard command > 0, court.holder == side, umpire.state == .awaitingService else { return }
    let share = Double(min(command, 1))
    court.toss(at: Play.tossSpeeds.slow + share * (Play.tossSpeeds.fast - Play.tossSpeeds.slow))
    eyes[side.index].noticeToss(at: court.time)
    court.bodies[side.index].beginStroke(random: &random)
  }

  /// Shows every event of the step to the umpire and to the players.
  private mutating func judge() -> Call? {
    var call: Call?
    for event in court.events {
      if case .struck(let striker, _) = event.kind { notice(strokeBy: striker, at: event.time) }
      let before = umpire.state
      call = umpire.observe(event) ?? call
      if umpire.state != before {
        count(umpire.state)
        noteResult(before: before, at: event.position)
      }
      if umpire.call != nil, event.kind == .touchedSurroundings { court.rest() }
    }
    return call
  }

  /// Keeps the counts of strokes and good strokes.
  private mutating func count(_ state: RallyState) {
    switch state {
    case .served: strokes[umpire.server] += 1
    case .serviceLanded: goodStrokes[umpire.server] += 1
    case .returned(let striker, touchedNet: false): strokes[striker] += 1
    case .returnLanded(let striker): goodStrokes[striker] += 1
    default: break
    }
  }

  private mutating func notice(strokeBy striker: Side, at time: Double) {
    let receiver = striker.other.index
    guard receiver < eyes.count else { return }
    results[receiver] = StrokeResult()
    nearest[receiver] = 1
    eyes[receiver].noticeStroke(at: time, random: &random)
    court.bodies[receiver].beginStroke(random: &random)
  }

  private mutating func look() {
    for index in eyes.indices {
      let side = Side.allCases[index]
      eyes[index].look(
        at: Court.frame(court.ball, of: side), situation: umpire.situation(of: side),
        time: court.time, step: Court.step, random: &random)
      eyes[index].show(results[index])
      if eyes[index].seesRacket, eyes.count > 1 {
        let pose = court.pose(of: side.other)
        eyes[index].look(at: side == .home ? pose : pose.turnedAround)
      }
    }
  }

  /// Tells a player the score.
  mutating func show(points: Score, to side: Side) {
    eyes[side.index].show(own: points[side], other: points[side.other])
  }

  /// Where a robot's joints are; nil for a racket in a hand.
  mutating func joints(of side: Side) -> JointVector? { court.bodies[side.index].joints() }

  /// What a player's pose costs for one control step.
  mutating func price(of side: Side, by meter: MotionMeter) -> Double {
    meter.price(ofStanding: &court.bodies[side.index])
  }

  /// See `Court.approach`.
  mutating func approach(of side: Side, from start: Vector3, limit: Double) -> Double {
    court.approach(of: side, from: start, limit: limit)
  }

  /// Writes what the player in seat `seat` sees and feels.
  func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    eyes[seat].sight.write(into: &observation)
    court.bodies[seat].observe(into: &observation, at: Sight.width)
  }

  func hash(into digest: inout Digest) {
    court.hash(into: &digest)
    umpire.combine(into: &digest)
    for eyes in eyes { eyes.hash(into: &digest) }
    digest.combine(random)
  }
}

extension Umpire {
  /// How the rally stands for one player.
  func situation(of side: Side) -> Situation {
    switch state {
    case .awaitingService: side == server ? .serving : .waiting
    case .tossed: side == server ? .tossed : .waiting
    case .served, .serviceCrossing: side == server ? .outgoing : .incoming
    case .serviceLanded: side == server ? .outgoing : .bounced
    case .returned(let striker, _): side == striker ? .outgoing : .incoming
    case .returnLanded(let striker): side == striker ? .outgoing : .bounced
    case .decided: .waiting
    }
  }
}
