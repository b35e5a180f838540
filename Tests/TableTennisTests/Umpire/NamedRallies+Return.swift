import TableTennis

/// Every way a return can go: laws 2.7 and 2.10.
let returnRallies: [NamedRally] = [
  NamedRally("a rally goes on", .rally(.home, returns: 6), nil),
  NamedRally(
    "a return on the edge is good",
    .service(.home) + [.strike(.away, outwards: true), .bounce(.home, .edge)], nil),
  NamedRally(
    "a return on the side of the table is not",
    .service(.home) + [.strike(.away, outwards: true), .bounce(.home, .side)],
    .point(to: .home, .sideOfTable)),
  NamedRally(
    "a return that touches the net and lands is good",
    .service(.home) + [.strike(.away, outwards: true), .net, .bounce(.home)], nil),
  NamedRally(
    "a return around the post, below the net, is good",
    .service(.home) + [.strike(.away, outwards: true), .tick(z: 0.02), .bounce(.home)], nil),
  NamedRally(
    "a return over the post's top touches it and lands",
    .rally(.home, returns: 1) + [.strike(.home, outwards: true), .net, .net, .bounce(.away)], nil),
  NamedRally(
    "a return into the net that falls back",
    .service(.home) + [.strike(.away, outwards: true), .net, .bounce(.away)],
    .point(to: .home, .intoNet)),
  NamedRally(
    "a return into the net that falls to the floor",
    .service(.home) + [.strike(.away, outwards: true), .net, .floor(y: 0.1)],
    .point(to: .home, .intoNet)),
  NamedRally(
    "a return under the net", .service(.home) + [.strike(.away, outwards: true), .throughNet],
    .point(to: .home, .throughNet)),
  NamedRally(
    "a return down on the own court",
    .service(.home) + [.strike(.away, outwards: true), .bounce(.away)],
    .point(to: .home, .ownCourt)),
  NamedRally(
    "a return down on the own side of the table",
    .service(.home) + [.strike(.away, outwards: true), .bounce(.away, .side)],
    .point(to: .home, .ownCourt)),
  NamedRally(
    "a return that is wide",
    .service(.home) + [.strike(.away, outwards: true), .floor(x: 1.5, y: -0.5)],
    .point(to: .home, .ballOut)),
  NamedRally(
    "a return that leaves the hall", .service(.home) + [.strike(.away, outwards: true), .out],
    .point(to: .home, .ballOut)),
  NamedRally(
    "a return that is long is called when it has passed the end line",
    .service(.home) + [.strike(.away, outwards: true), .tick(y: -1.38), .tick(y: -1.4)],
    .point(to: .home, .passedEndLine)),
  NamedRally(
    "a return that is long and seen only on the floor",
    .service(.home) + [.strike(.away, outwards: true), .floor(y: -3, vy: -3)],
    .point(to: .home, .passedEndLine)),
  NamedRally(
    "a ball struck back behind the own end line",
    .service(.home) + [.strike(.away), .tick(y: 2), .floor(y: 4)],
    .point(to: .home, .ballOut)),
  NamedRally(
    "a return that lodges in the net",
    .service(.home) + [.strike(.away, outwards: true), .net, .tick().at(8)],
    .point(to: .home, .intoNet)),
  NamedRally(
    "a volley over the table",
    .rally(.home, returns: 1) + [
      .strike(.home, outwards: true), .strike(.away, y: 0.9, outwards: true),
    ],
    .point(to: .home, .obstruction)),
  NamedRally(
    "a volley beside the table, the ball still on its way to it",
    .service(.home) + [.strike(.away, outwards: true), .strike(.home, y: 1.6)],
    .point(to: .away, .obstruction)),
  NamedRally(
    "a volley behind the end line of a ball that is out",
    .service(.home) + [.strike(.away, outwards: true), .strike(.home, y: 1.6, outwards: true)],
    .point(to: .home, .passedEndLine)),
  NamedRally(
    "the arm stops a ball over the table",
    .service(.home) + [.strike(.away, outwards: true), .body(.home)],
    .point(to: .away, .obstruction)),
  NamedRally(
    "a ball that has passed the end line hits the opponent",
    .service(.home) + [.strike(.away, outwards: true), .body(.home, y: 2)],
    .point(to: .home, .passedEndLine)),
  NamedRally(
    "a ball beside the table and going away hits the opponent",
    .service(.home) + [.strike(.away, outwards: true), .body(.home, x: 1.2, vx: 3)],
    .point(to: .home, .ballOut)),
  NamedRally(
    "a ball beside the table and curving in hits the opponent",
    .service(.home) + [.strike(.away, outwards: true), .body(.home, x: 1.2, y: 0.3, vx: -3)],
    .point(to: .away, .obstruction)),
  NamedRally(
    "a ball below the table hits the opponent's leg",
    .service(.home) + [.strike(.away, outwards: true), .body(.home, y: 1.2, z: -0.3)],
    .point(to: .home, .ballOut)),
  NamedRally(
    "the ball jumps from the racket to the own arm",
    .service(.home) + [.strike(.away, outwards: true), .body(.away)],
    .point(to: .home, .struckOwnBody)),
  NamedRally(
    "finger and blade touch the ball in one stroke",
    .service(.home)
      + [
        .strike(.away, outwards: true).at(1), .strike(.away, outwards: true).at(1.03),
        .bounce(.home),
      ], nil),
  NamedRally(
    "a ball is struck twice",
    .service(.home) + [
      .strike(.away, outwards: true).at(1), .strike(.away, outwards: true).at(1.2),
    ],
    .point(to: .home, .struckTwice)),
  NamedRally(
    "a player strikes the own ball that came back by its spin",
    .rally(.home, returns: 1) + [.strike(.away)], .point(to: .home, .struckTwice)),
  NamedRally(
    "a return with a bare side of the racket",
    .service(.home) + [.strike(.away, outwards: true, legal: false)],
    .point(to: .home, .illegalFace)),
  NamedRally(
    "a return that is not reached", .rally(.home, returns: 1) + [.floor(y: -3)],
    .point(to: .away, .notReturned)),
  NamedRally(
    "a return bounces twice", .rally(.home, returns: 1) + [.bounce(.home)],
    .point(to: .away, .secondBounce)),
  NamedRally(
    "the second bounce is on the edge", .rally(.home, returns: 1) + [.bounce(.home, .edge)],
    .point(to: .away, .secondBounce)),
  NamedRally(
    "after the bounce the ball touches the side of the table",
    .rally(.home, returns: 1) + [.bounce(.home, .side)], .point(to: .away, .notReturned)),
  NamedRally(
    "a return comes back over the net by its own spin",
    .rally(.home, returns: 1) + [.bounce(.away)], .point(to: .away, .cameBackUnstruck)),
  NamedRally(
    "a return comes back by its spin and is struck over the striker's court",
    .rally(.home, returns: 1) + [.strike(.home, y: -0.3), .bounce(.away)], nil),
  NamedRally(
    "a return comes back, touches the net, and is struck",
    .rally(.home, returns: 1) + [.net, .strike(.home, y: 0.1), .bounce(.away)], nil),
  NamedRally(
    "a return comes back by its spin and falls to the floor",
    .rally(.home, returns: 1) + [.floor(x: 1.2, y: 0.4)], .point(to: .away, .notReturned)),
  NamedRally(
    "after the bounce the ball hits the player", .rally(.home, returns: 1) + [.body(.home, y: 1.8)],
    .point(to: .away, .touchedBody)),
  NamedRally(
    "after the bounce the ball hits the player over the table",
    .rally(.home, returns: 1) + [.body(.home)], .point(to: .away, .touchedBody)),
  NamedRally(
    "the ball comes back and hits the player who struck it",
    .rally(.home, returns: 1) + [.body(.away)], .point(to: .away, .notReturned)),
  NamedRally(
    "a ball that stops on the court", .rally(.home, returns: 1) + [.tick().at(9)],
    .point(to: .away, .notReturned)),
  NamedRally(
    "a slow ball is not dead yet", .rally(.home, returns: 1) + [.tick().at(5)], nil),
]

/// Conduct, interruptions, time and the expedite system.
let conductRallies: [NamedRally] = [
  NamedRally(
    "the free hand touches the playing surface", .service(.home) + [.freeHand(.away)],
    .point(to: .home, .freeHandOnTable)),
  NamedRally(
    "the striker's free hand touches the playing surface before the ball lands",
    .service(.home) + [.strike(.away, outwards: true), .freeHand(.away)],
    .point(to: .home, .freeHandOnTable)),
  NamedRally(
    "the server moves the table during the toss", [.toss(.home), .tableMoved(.home)],
    .point(to: .away, .movedTable)),
  NamedRally(
    "a player runs into the table", .rally(.home, returns: 2) + [.tableMoved(.away)],
    .point(to: .home, .movedTable)),
  NamedRally(
    "a player touches the net reaching for a short ball",
    .service(.home) + [.strike(.away, outwards: true), .netTouched(.away)],
    .point(to: .home, .touchedNet)),
  NamedRally(
    "a second ball rolls into the hall", .rally(.home, returns: 3) + [.stop(.disturbance)],
    .let(.disturbance)),
  NamedRally(
    "the umpire interrupts play", .rally(.home, returns: 3) + [.stop(.umpire)],
    .let(.interruption)),
  NamedRally(
    "the umpire interrupts before the service", [.stop(.umpire)], .let(.interruption)),
  NamedRally(
    "the robot stops to protect itself", rules: .paper, server: .away,
    .service(.away) + [.stop(.protectiveStop)], .let(.protectiveStop)),
  NamedRally(
    "a ball above 2 m where high balls are lets", rules: .paper, server: .away,
    .service(.away) + [.strike(.home, outwards: true), .peak(2.1)], .let(.highBall)),
  NamedRally(
    "a ball that rises to the ceiling where high balls are lets", rules: .paper, server: .away,
    .service(.away) + [.strike(.home, outwards: true), .tick(z: 1.9), .tick(z: 2.1)],
    .let(.highBall)),
  NamedRally(
    "a ball below 2 m where high balls are lets", rules: .paper, server: .away,
    .service(.away) + [.strike(.home, outwards: true), .peak(1.9), .bounce(.away)], nil),
  NamedRally(
    "a ball above 2 m under the laws",
    .service(.home) + [.strike(.away, outwards: true), .peak(4)],
    nil),
  NamedRally(
    "a rally that takes too long", rules: .limitedRallies,
    .service(.home) + [.bounce(.away).at(1)].dropLast() + [.tick().at(5), .tick().at(21)],
    .let(.rallyTooLong)),
  NamedRally(
    "twelve returns under the expedite system", isExpedite: true, .rally(.home, returns: 23), nil),
  NamedRally(
    "thirteen returns under the expedite system", isExpedite: true, .rally(.home, returns: 25),
    .point(to: .away, .thirteenReturns)),
  NamedRally(
    "the thirteenth return has to be good", isExpedite: true,
    .rally(.home, returns: 24) + [.strike(.away, outwards: true), .net, .bounce(.away)],
    .point(to: .home, .intoNet)),
  NamedRally("thirteen returns without the expedite system", .rally(.home, returns: 25), nil),
]
