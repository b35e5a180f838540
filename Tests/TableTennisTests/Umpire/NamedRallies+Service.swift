import TableTennis

/// Every way a service can go: laws 2.6 and 2.9.1.
let serviceRallies: [NamedRally] = [
  NamedRally("a good service goes on", .service(.home), nil),
  NamedRally(
    "the ball is bounced on the table before the service",
    [.bounce(.home), .bounce(.home), .net, .floor()] + .service(.home), nil),
  NamedRally(
    "the receiver throws the ball back to the server", [.toss(.away), .strike(.away)], nil),
  NamedRally(
    "the server leans on the table before the service", [.freeHand(.home)] + .service(.home), nil),
  NamedRally(
    "the server never serves", [.tick(), .tick().at(30.5)], .point(to: .away, .serviceTooLate)),
  NamedRally(
    "the server bounces the ball on and on instead of serving",
    [.bounce(.home).at(15), .bounce(.home).at(29), .tick().at(30.5)],
    .point(to: .away, .serviceTooLate)),
  NamedRally(
    "served straight from the hand", [.strike(.home)], .point(to: .away, .serviceWithoutToss)),
  NamedRally(
    "tossed from a moving hand", [.toss(.home, still: false)],
    .point(to: .away, .tossFromMovingHand)),
  NamedRally(
    "tossed with spin", [.toss(.home, spin: 40)], .point(to: .away, .tossWithSpin)),
  NamedRally(
    "tossed back at an angle of 45 degrees", [.toss(.home, speed: .init(0, -2, 2))],
    .point(to: .away, .tossNotVertical)),
  NamedRally(
    "tossed ten degrees off the vertical is near enough",
    [.toss(.home, speed: .init(0.35, 0, 2)), .peak(0.4), .strike(.home)], nil),
  NamedRally(
    "dropped instead of tossed", [.toss(.home, speed: .init(0, 0, -0.5))],
    .point(to: .away, .tossTooLow)),
  NamedRally(
    "tossed 15 cm", [.toss(.home), .peak(0.35), .strike(.home)], .point(to: .away, .tossTooLow)),
  NamedRally(
    "tossed 17 cm", [.toss(.home), .peak(0.37), .strike(.home)], nil),
  NamedRally(
    "tossed 3 m high where high balls are lets", rules: .paper, server: .away,
    [.toss(.away), .peak(3), .strike(.away)], nil),
  NamedRally(
    "tossed from over the table", [.toss(.home, y: 1.2)], .point(to: .away, .serviceOverTable)),
  NamedRally(
    "tossed with the ball over the end line", [.toss(.home, y: 1.38)],
    .point(to: .away, .serviceOverTable)),
  NamedRally(
    "tossed from below the table", [.toss(.home, z: -0.1)],
    .point(to: .away, .serviceBelowTable)),
  NamedRally(
    "struck while still rising", [.toss(.home), .strike(.home)],
    .point(to: .away, .struckWhileRising)),
  NamedRally(
    "struck over the table", [.toss(.home), .peak(0.4), .strike(.home, y: 1.3)],
    .point(to: .away, .serviceOverTable)),
  NamedRally(
    "struck below the table", [.toss(.home), .peak(0.4), .strike(.home, z: -0.05)],
    .point(to: .away, .serviceBelowTable)),
  NamedRally(
    "hidden behind the arm", [.toss(.home), .peak(0.4), .strike(.home, hidden: true)],
    .point(to: .away, .serviceHidden)),
  NamedRally(
    "served with a bare side of the racket",
    [.toss(.home), .peak(0.4), .strike(.home, legal: false)],
    .point(to: .away, .illegalFace)),
  NamedRally(
    "tossed and missed, the ball falls to the floor",
    [.toss(.home), .peak(0.4), .floor(y: -1.6)], .point(to: .away, .tossNotStruck)),
  NamedRally(
    "tossed and caught again", [.toss(.home), .peak(0.4), .body(.home, y: 1.6)],
    .point(to: .away, .tossNotStruck)),
  NamedRally(
    "tossed, the ball drops on the table before the stroke",
    [.toss(.home), .peak(0.4), .bounce(.home)], .point(to: .away, .tossNotStruck)),
  NamedRally(
    "tossed, and nothing is ever seen again", [.toss(.home), .peak(0.4), .tick().at(6)],
    .point(to: .away, .tossNotStruck)),
  NamedRally(
    "the receiver reaches for the tossed ball", [.toss(.home), .peak(0.4), .body(.away)],
    .point(to: .home, .obstruction)),
  NamedRally(
    "served straight into the other court", .stroke(.home) + [.bounce(.away)],
    .point(to: .away, .serviceMissedOwnCourt)),
  NamedRally(
    "served into the net without a bounce", .stroke(.home) + [.net],
    .point(to: .away, .serviceMissedOwnCourt)),
  NamedRally(
    "served off the end of the table", .stroke(.home) + [.bounce(.home, .side)],
    .point(to: .away, .serviceMissedOwnCourt)),
  NamedRally(
    "served on the edge of the own court",
    .stroke(.home) + [.bounce(.home, .edge), .bounce(.away)], nil),
  NamedRally(
    "the racket touches the served ball twice within one stroke",
    [.toss(.home), .peak(0.4), .strike(.home).at(0.5), .strike(.home).at(0.52), .bounce(.home)],
    nil),
  NamedRally(
    "the server strikes a second time", .stroke(.home) + [.strike(.home)],
    .point(to: .away, .struckTwice)),
  NamedRally(
    "the server strikes again after the bounce",
    .stroke(.home) + [.bounce(.home), .strike(.home, y: 0.5)], .point(to: .away, .struckTwice)),
  NamedRally(
    "the service bounces twice on the server's court",
    .stroke(.home) + [.bounce(.home), .bounce(.home)],
    .point(to: .away, .serviceBouncedTwiceOnOwnCourt)),
  NamedRally(
    "the service goes into the net and back",
    .stroke(.home) + [.bounce(.home), .net, .bounce(.home)], .point(to: .away, .serviceIntoNet)),
  NamedRally(
    "the service touches the net and then the floor",
    .stroke(.home) + [.bounce(.home), .net, .floor()], .point(to: .away, .serviceIntoNet)),
  NamedRally(
    "the service is long", .stroke(.home) + [.bounce(.home), .tick(y: 1.0), .tick(y: 1.5)],
    .point(to: .away, .serviceMissedOtherCourt)),
  NamedRally(
    "the service hits the side of the receiver's court",
    .stroke(.home) + [.bounce(.home), .bounce(.away, .side)],
    .point(to: .away, .serviceMissedOtherCourt)),
  NamedRally(
    "the service on the receiver's edge is good",
    .stroke(.home) + [.bounce(.home), .bounce(.away, .edge)], nil),
  NamedRally(
    "the service passes between the net and its post",
    .stroke(.home) + [.bounce(.home), .throughNet], .point(to: .away, .throughNet)),
  NamedRally(
    "the service touches the net and is good otherwise",
    .stroke(.home) + [.bounce(.home), .net, .bounce(.away)], .let(.serviceNet)),
  NamedRally(
    "the service touches the net and is obstructed",
    .stroke(.home) + [.bounce(.home), .net, .strike(.away, y: 1.0, outwards: true)],
    .let(.serviceNet)),
  NamedRally(
    "the service is volleyed over the table",
    .stroke(.home) + [.bounce(.home), .strike(.away, y: 1.0, outwards: true)],
    .point(to: .home, .obstruction)),
  NamedRally(
    "a long service hits the receiver behind the table",
    .stroke(.home) + [.bounce(.home), .body(.away, y: 1.8)],
    .point(to: .away, .serviceMissedOtherCourt)),
  NamedRally(
    "the receiver was not ready", .service(.home) + [.stop(.receiverNotReady)],
    .let(.receiverNotReady)),
  NamedRally("an ace", .service(.home) + [.floor()], .point(to: .home, .notReturned)),
  NamedRally(
    "the service bounces twice on the receiver's court", .service(.home) + [.bounce(.away)],
    .point(to: .home, .secondBounce)),
]

/// The wheelchair rule and services that do not count.
let houseServiceRallies: [NamedRally] = [
  NamedRally(
    "wheelchair: the service comes back over the net", rules: .wheelchair,
    .service(.home) + [.net, .bounce(.home)], .let(.wheelchairService)),
  NamedRally(
    "wheelchair: the second bounce goes towards the net", rules: .wheelchair,
    .service(.home) + [.bounce(.away, vy: -1)], .let(.wheelchairService)),
  NamedRally(
    "wheelchair: the second bounce goes away from the net", rules: .wheelchair,
    .service(.home) + [.bounce(.away, vy: 1)], .point(to: .home, .secondBounce)),
  NamedRally(
    "wheelchair: the ball rests on the receiver's court", rules: .wheelchair,
    .service(.home) + [.tick(y: 1).at(9)], .let(.wheelchairService)),
  NamedRally(
    "wheelchair: the service leaves by the side line", rules: .wheelchair,
    .service(.home) + [.floor(x: 1.3, y: 1.2, vx: 3, vy: 1)], .let(.wheelchairService)),
  NamedRally(
    "wheelchair: the service leaves by the end line and then drifts past the side",
    rules: .wheelchair,
    .service(.home) + [.floor(x: 0.9, y: 2.4, vx: 1, vy: 4)], .point(to: .home, .notReturned)),
  NamedRally(
    "wheelchair: the receiver plays a service that would have left by the side",
    rules: .wheelchair, .service(.home) + .reply(.away) + [.floor()],
    .point(to: .away, .notReturned)),
  NamedRally(
    "without the wheelchair rule a service off the side is an ace",
    .service(.home) + [.floor(x: 1.3, y: 1.2, vx: 3, vy: 1)], .point(to: .home, .notReturned)),
  NamedRally(
    "paper: a service fault does not count", rules: .paper, server: .away,
    .stroke(.away) + [.net], .let(.serviceWithoutScore)),
  NamedRally(
    "paper: an ace does not count", rules: .paper, server: .away, .service(.away) + [.floor()],
    .let(.serviceWithoutScore)),
  NamedRally(
    "paper: a service returned into the net does not count", rules: .paper, server: .away,
    .service(.away) + [.strike(.home, outwards: true), .net, .bounce(.home)],
    .let(.serviceWithoutScore)),
  NamedRally(
    "paper: after a good return everything counts", rules: .paper, server: .away,
    .service(.away) + .reply(.home) + [.strike(.away, outwards: true), .floor(y: 0)],
    .point(to: .home, .ballOut)),
  NamedRally(
    "paper: a return that is not played wins the point", rules: .paper, server: .away,
    .service(.away) + .reply(.home) + [.bounce(.away)], .point(to: .home, .secondBounce)),
  NamedRally(
    "study of services: the human's service counts", rules: .paperServices,
    server: .away, .service(.away) + [.floor()], .point(to: .away, .notReturned)),
  NamedRally(
    "study of services: the human's service off the side line is a let", rules: .paperServices,
    server: .away, .service(.away) + [.floor(x: 1.3, y: -1.2, vx: 3, vy: -1)],
    .let(.wheelchairService)),
  NamedRally(
    "study of services: the robot's service does not count", rules: .paperServices,
    server: .home, .service(.home) + [.floor()], .let(.serviceWithoutScore)),
]

extension Rules {
  static let wheelchair: Rules = {
    var rules = Rules()
    rules.usesWheelchairService = true
    return rules
  }()

  static let limitedRallies: Rules = {
    var rules = Rules()
    rules.rallyTimeout = 20
    return rules
  }()
}
