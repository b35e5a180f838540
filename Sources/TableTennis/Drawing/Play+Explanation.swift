import Arena
import Math
import Physics

extension Play {
  /// Adds what the players know and expect, as far as the scene asks for it.
  func explain(into scene: inout Scene) {
    guard let seat = eyes.indices.first else { return }
    let side = Side.allCases[seat]
    if scene.layers.contains(.belief) { drawBelief(of: side, into: &scene) }
    if scene.layers.contains(.forecast) { drawForecast(of: side, into: &scene) }
  }

  /// The ball as the player sees it beside the true one, late and noisy.
  private func drawBelief(of side: Side, into scene: inout Scene) {
    let sight = eyes[side.index].sight
    let seen = Court.frame(sight.ball, of: side)
    let ghost = Scene.Colour(90, 220, 255, alpha: 150)
    scene.add(.sphere(centre: seen.position, radius: 1.15 * Ball.radius), ghost, name: "seen-ball")
    scene.add(.line(from: seen.position, to: court.ball.position), ghost)
    let gap = (seen.position - court.ball.position).length
    let perception = eyes[side.index].perception
    scene.panels.append(
      Scene.Panel(
        "What \(side) sees",
        [
          .init("delay", "\(Int((1000 * perception.delay).rounded())) ms"),
          .init("ball is off by", "\(Int((1000 * gap).rounded())) mm", share: min(1, gap / 0.5)),
          .init(
            "speed",
            "\(seen.velocity.length.toTenths) of \(court.ball.velocity.length.toTenths) m/s"
          ),
          .init("spin", perception.seesSpin ? "seen" : "not seen"),
          .init("situation", "\(sight.situation)"),
        ]))
  }

  /// Where the ball goes if nobody touches it: as the player expects from what it sees, with how far
  /// off that may be, and as it is.
  private func drawForecast(of side: Side, into scene: inout Scene) {
    guard umpire.call == nil, court.holder == nil else { return }
    let known = Hall(hallSetup)
    let perception = eyes[side.index].perception
    let seen = Court.frame(eyes[side.index].sight.ball, of: side)
    var believed = known.trajectory(of: seen)
    while believed.time < perception.delay - 1e-9 {
      believed.advance(limit: perception.delay - believed.time)
    }
    let expected = Play.path(believed)
    let colour = Scene.Colour(90, 220, 255)
    for (index, (a, b)) in zip(expected, expected.dropFirst()).enumerated() {
      scene.add(.line(from: a, to: b), colour, name: "expected-path")
      guard index % 3 == 2 else { continue }
      let time = perception.delay + Double(index + 1) * Play.pathInterval
      let spread = perception.positionNoise + perception.velocityNoise * time
      guard spread > 0 else { continue }
      scene.add(
        .sphere(centre: b, radius: max(Ball.radius, 2 * spread)),
        Scene.Colour(90, 220, 255, alpha: 26), name: "expected-spread")
    }
    let actual = Play.path(court.hall.trajectory(of: court.ball))
    for (a, b) in zip(actual, actual.dropFirst()) {
      scene.add(.line(from: a, to: b), Scene.Colour(255, 226, 120), name: "true-path")
    }
    guard let last = expected.last, let end = actual.last else { return }
    scene.panels.append(
      Scene.Panel(
        "Forecast of the ball",
        [
          .init("expected by \(side)", "blue, twice the spread"), .init("undisturbed", "yellow"),
          .init("apart at the end", "\(Int((100 * (last - end).length).rounded())) cm"),
        ]))
  }

  private static let pathInterval = 0.03
  private static let pathSteps = 24

  /// The centre of the ball every `pathInterval` seconds, until it is below the table's edge.
  private static func path(_ flight: Trajectory) -> [Vector3] {
    var flight = flight
    var points = [flight.ball.position]
    let start = flight.time
    for step in 1...pathSteps {
      let goal = start + Double(step) * pathInterval
      while flight.time < goal - 1e-9 { flight.advance(limit: goal - flight.time) }
      points.append(flight.ball.position)
      if flight.ball.position.z < -0.3 { break }
    }
    return points
  }
}

extension Double {
  /// With one digit behind the point.
  fileprivate var toTenths: String {
    let tenths = Int((10 * magnitude).rounded())
    return "\(self < 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
  }
}
