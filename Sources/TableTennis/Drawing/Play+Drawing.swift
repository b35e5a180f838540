import Arena
import Math
import Physics

extension Play {
  /// Adds table, net, players and ball, and what the scene's layers ask for.
  func draw(into scene: inout Scene) {
    scene.surroundings = .hall
    scene.lowerCorner = Vector3(-1.2, -2.45, -Table.height)
    scene.upperCorner = Vector3(1.2, 2.45, 0.85)
    Table.draw(into: &scene)
    for index in court.bodies.indices { draw(Side.allCases[index], into: &scene) }
    let ball = court.ball
    scene.add(
      .sphere(centre: ball.position, radius: Ball.radius), Scene.Colour(255, 150, 20),
      name: "ball", finish: .glossy)
    scene.motions.append(Scene.Motion(name: "ball", velocity: ball.velocity, spin: ball.spin))
    for event in court.events {
      if let mark = event.kind.mark { scene.marks.append(Scene.Mark(mark, at: event.position)) }
    }
    if let call = umpire.call { scene.captions.append(call.description) }
    explain(into: &scene)
  }

  private func draw(_ side: Side, into scene: inout Scene) {
    let pose = court.pose(of: side)
    pose.draw(name: "\(side)-racket", into: &scene)
    let body = court.bodies[side.index]
    if let robot = body.robot { robot.draw(side, into: &scene) }
    if let racket = body.racket { racket.draw(side, holding: pose, into: &scene) }
  }
}

extension RacketPose {
  /// Adds the blade, red on the forehand and black on the backhand, and its handle.
  func draw(name: String, into scene: inout Scene) {
    let half = 0.5 * Racket.halfThickness
    for (side, colour) in [
      (1.0, Scene.Colour(196, 32, 38)), (-1, Scene.Colour(28, 28, 32)),
    ] {
      scene.add(
        .cylinder(
          centre: centre + side * half * normal, axis: normal, radius: Racket.radius,
          halfLength: half), colour, name: name)
    }
    scene.add(
      .capsule(from: centre - 0.075 * handle, to: centre - 0.165 * handle, radius: 0.014),
      Scene.Colour(188, 146, 96), name: name)
  }
}

extension ContactEvent.Kind {
  /// A word for the timeline, for what a spectator notices.
  var mark: String? {
    switch self {
    case .tossed: "toss"
    case .struck: "stroke"
    case .touchedTable: "bounce"
    case .touchedNet: "net"
    case .touchedBody: "body"
    case .touchedSurroundings: "floor"
    default: nil
    }
  }
}
