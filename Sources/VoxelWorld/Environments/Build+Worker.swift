import Math

extension Build {
  /// One body with what it carries.
  struct Worker: Hashable, Sendable {
    var body = Body(x: 1, y: 4, z: 1)
    var inventory = Inventory()
    var hand = Hand()

    /// Moves the body and its hand for one tick.
    ///
    /// - Returns: the metres walked.
    mutating func act(on actions: Span<Float>, seat: Int, in world: inout World) -> Double {
      let start = Controls.walking.count
      let x = body.x
      let z = body.z
      let keys = Controls.keys(actions, turning: &body)
      body.move(keys, in: world)
      world.occupants[seat] = body.box
      SiteView.select(actions, at: start, in: &inventory)
      hand.work(
        breaks: Controls.isPressed(actions, start), uses: Controls.isPressed(actions, start + 1),
        body: body, sneaks: keys.sneak, inventory: &inventory, world: &world)
      if let item = SiteView.item(actions, at: start + 4) {
        hand.move(item, out: true, inventory: &inventory, world: &world)
      }
      if let item = SiteView.item(actions, at: start + 5) {
        hand.move(item, out: false, inventory: &inventory, world: &world)
      }
      let dx = body.x - x
      let dz = body.z - z
      return (dx * dx + dz * dz).squareRoot()
    }

    func hash(into digest: inout Digest) {
      body.hash(into: &digest)
      inventory.hash(into: &digest)
      hand.hash(into: &digest)
    }
  }
}
