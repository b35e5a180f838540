import Arena
import Math
import Physics

extension Play {
  /// Adds table, net, players and ball.
  func draw(into scene: inout Scene) {
    scene.lowerCorner = Vector3(-1.6, -2.6, -Table.height)
    scene.upperCorner = Vector3(1.6, 2.6, 1.4)
    Play.drawTable(into: &scene)
    for index in court.bodies.indices { draw(Side.allCases[index], into: &scene) }
    scene.add(
      .sphere(centre: court.ball.position, radius: Ball.radius), Scene.Colour(255, 140, 0),
      name: "ball")
    for event in court.events {
      if let mark = event.kind.mark { scene.marks.append(mark) }
    }
    if let call = umpire.call { scene.captions.append(call.description) }
  }

  private static func drawTable(into scene: inout Scene) {
    scene.add(
      .box(
        centre: Hall.tableBox.centre, half: Hall.tableBox.halfSize, rotation: .identity),
      Scene.Colour(28, 90, 140), name: "table")
    scene.add(
      .box(centre: Hall.netBox.centre, half: Hall.netBox.halfSize, rotation: .identity),
      Scene.Colour(235, 235, 235, alpha: 160), name: "net")
    let white = Scene.Colour(245, 245, 245)
    let (w, l) = (Table.halfWidth, Table.halfLength)
    for (a, b) in [
      (Vector3(-w, -l, 0), Vector3(w, -l, 0)), (Vector3(-w, l, 0), Vector3(w, l, 0)),
      (Vector3(-w, -l, 0), Vector3(-w, l, 0)), (Vector3(w, -l, 0), Vector3(w, l, 0)),
      (Vector3(0, -l, 0), Vector3(0, l, 0)),
    ] { scene.add(.line(from: a, to: b), white) }
  }

  private func draw(_ side: Side, into scene: inout Scene) {
    let pose = court.pose(of: side)
    let body = court.bodies[side.index]
    let colour = side == .home ? Scene.Colour(200, 40, 50) : Scene.Colour(40, 120, 60)
    scene.add(
      .cylinder(
        centre: pose.centre, axis: pose.normal, radius: Racket.radius,
        halfLength: Racket.halfThickness),
      colour, name: "\(side)-racket")
    if let feet = body.racket?.feet {
      let stance = Court.frame(feet, of: side)
      scene.add(
        .capsule(
          from: stance + Vector3(0, 0, -0.7), to: stance + Vector3(0, 0, 0.5), radius: 0.16),
        Scene.Colour(colour.red, colour.green, colour.blue, alpha: 90), name: "\(side)-player")
      scene.add(.line(from: stance + Vector3(0, 0, 0.3), to: pose.centre), colour)
    }
    if let robot = body.robot {
      for capsule in robot.links {
        scene.add(
          .capsule(
            from: Court.frame(capsule.start, of: side), to: Court.frame(capsule.end, of: side),
            radius: capsule.radius),
          Scene.Colour(230, 130, 40), name: "\(side)-link")
      }
    }
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
