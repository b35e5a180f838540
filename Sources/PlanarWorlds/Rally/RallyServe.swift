import Math

/// How a ball comes: it clears the net and bounces on the player's half.
struct RallyServe: Sendable {
  let from: Planar
  let velocity: Planar

  init(from: Planar, velocity: Planar) {
    self.from = from
    self.velocity = velocity
  }

  /// Draws one that clears the net; if none of twenty does, the last is lifted until it does.
  init(_ setup: Rally.Setup, _ random: inout Random) {
    var serve = RallyServe(from: .zero, velocity: .zero)
    for _ in 0..<20 {
      serve = RallyServe(
        from: Planar(random.uniform(-1.6, -1.2), random.uniform(0.2, 0.45)),
        speed: random.uniform(setup.slowest, setup.fastest),
        bounce: random.uniform(setup.shortest, setup.longest))
      if serve.clearsNet { break }
    }
    while !serve.clearsNet {
      serve = RallyServe(
        from: serve.from, speed: 0.95 * serve.velocity.x, bounce: setup.longest)
    }
    self = serve
  }

  /// The flight at `speed` along the table that comes down at `bounce`.
  private init(from: Planar, speed: Double, bounce: Double) {
    let time = (bounce - from.x) / speed
    let drop = 0.5 * RallyCourt.gravity * time * time
    self.init(
      from: from, velocity: Planar(speed, (RallyCourt.ballRadius - from.y + drop) / time))
  }

  private var clearsNet: Bool {
    let time = -from.x / velocity.x
    let height = from.y + velocity.y * time - 0.5 * RallyCourt.gravity * time * time
    return height > RallyCourt.netHeight + 2 * RallyCourt.ballRadius
  }
}
