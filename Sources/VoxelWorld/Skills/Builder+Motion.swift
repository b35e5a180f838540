import Arena
import Math

extension Builder {
  /// Ticks after which something that has not come about has failed.
  private static let patience = 60
  static let walkPatience = 600
  static let dirt = Item(named: "dirt")

  func move(_ keys: Keys, _ turn: Double, _ action: inout MutableSpan<Float>) {
    action[0] = Float(keys.forward)
    action[1] = Float(keys.left)
    action[2] = keys.jump ? 1 : 0
    action[4] = keys.sneak ? 1 : 0
    action[5] = Float(turn)
  }

  /// Turns the view towards a point; tells whether it looks there.
  func look(
    at x: Double, _ y: Double, _ z: Double, _ action: inout MutableSpan<Float>
  ) -> Bool {
    var goal = body
    goal.look(at: x, y, z)
    let turn = World.wrapped(goal.yaw - body.yaw)
    let tilt = goal.pitch - body.pitch
    action[5] = Float(turn)
    action[6] = Float(tilt)
    let fastest = Double(Controls.fastestTurn)
    return abs(turn) <= fastest && abs(tilt) <= fastest
  }

  /// Keys that bring the body to the middle of a cell without turning it.
  private func centre(_ cell: Cell) -> Keys? {
    let dx = Double(cell.x) + 0.5 - body.x
    let dz = Double(cell.z) + 0.5 - body.z
    guard dx * dx + dz * dz > 0.012 else { return nil }
    let (sine, cosine) = sincos(body.yaw)
    var keys = Keys()
    keys.forward = clamp(3 * (dz * cosine - dx * sine), -0.6...0.6)
    keys.left = clamp(3 * (dx * cosine + dz * sine), -0.6...0.6)
    return keys
  }

  mutating func walk(to work: Work, _ action: inout MutableSpan<Float>) {
    if body.cell == work.stand, body.isOnGround, steering.isDone {
      if let keys = centre(work.stand), waited < Self.walkPatience {
        move(keys, 0, &action)
        return
      }
      task = .work(work)
      waited = 0
      return
    }
    if waited > Self.walkPatience {
      fail(work.cell)
      return
    }
    if steering.isDone || steering.isStuck, body.isOnGround {
      guard let path = PathFinder().path(from: footing, to: work.stand, in: map) else {
        fail(work.cell)
        return
      }
      steering.follow(path)
      if path.count == 1, let keys = centre(work.stand) {
        move(keys, 0, &action)
        return
      }
    }
    let (keys, turn) = steering.keys(for: body)
    move(keys, turn, &action)
  }

  /// Looks and works until the map shows what was wanted.
  mutating func carryOut(_ work: Work, _ action: inout MutableSpan<Float>) {
    let there = map[work.cell]
    switch work.kind {
    case .dig where there.isAir:
      let isDetour = detours.contains { $0.cell == work.cell }
      if isDetour { ledger.forgive(work.cell) } else { ledger.complete(work.cell) }
      task = .think
      return
    case .place(let item):
      let wanted = wanted(at: work.cell)
      if there.fulfils(wanted) || BuildOrder.follows(there, wanted) {
        ledger.complete(work.cell)
        task = .think
        return
      }
      if there.placingItem == item, waited > 6 {
        // It has come out another way, or is to become what is wanted later.
        fail(work.cell)
        return
      }
      action[Controls.walking.count + 3] = Float(item.id)
    case .dig:
      if let tool = tool(for: there) { action[Controls.walking.count + 3] = Float(tool.id) }
    }
    guard waited < patience(with: work) else {
      fail(work.cell)
      return
    }
    // Held down, the sneak key places against doors and chests rather than using them.
    action[4] = 1
    let dx = body.x - before.x
    let dz = body.z - before.z
    guard dx * dx + dz * dz < 1e-4, body.isOnGround else { return }
    // Looked at from where the body has really come to stand.
    let target = BuildOrder.Target(
      cell: work.cell, wanted: wanted(at: work.cell),
      item: work.kind == .dig ? nil : wanted(at: work.cell).placingItem)
    guard let exact = self.work(on: target, by: body) else {
      if waited > 10 { fail(work.cell) }
      return
    }
    if look(at: exact.x, exact.y, exact.z, &action) {
      action[Controls.walking.count + (work.kind == .dig ? 0 : 1)] = 1
    }
  }

  /// Ticks after which a piece of work has failed.
  private func patience(with work: Work) -> Int {
    guard work.kind == .dig, !isEndless else { return Self.patience }
    let state = map[work.cell]
    let ticks = Digging.ticks(for: state.block, with: tool(for: state))
    return Self.patience + min(600, ticks ?? 0)
  }

  /// The quickest tool for a block among what is carried; nil if the hand does as well.
  private func tool(for state: BlockState) -> Item? {
    guard !isEndless else { return nil }
    let fitting = slots.filter { $0.item.traits.tool == state.block.tool }.map(\.item)
    return fitting.max {
      Digging.speed(of: $0.traits, on: state.block)
        < Digging.speed(of: $1.traits, on: state.block)
    }
  }

  mutating func reach(_ base: Cell, _ height: Int, _ action: inout MutableSpan<Float>) {
    if body.cell == base, body.isOnGround, steering.isDone {
      if let keys = centre(base), waited < Self.walkPatience {
        move(keys, 0, &action)
        return
      }
      task = .rise(height: base.y + height)
      waited = 0
      return
    }
    guard waited < Self.walkPatience else {
      fail(base)
      return
    }
    if steering.isDone || steering.isStuck, body.isOnGround {
      guard let path = PathFinder().path(from: footing, to: base, in: map) else {
        fail(base)
        return
      }
      steering.follow(path)
    }
    let (keys, turn) = steering.keys(for: body)
    move(keys, turn, &action)
  }

  /// Jumps and puts dirt under the feet until they are high enough.
  mutating func rise(to height: Int, _ action: inout MutableSpan<Float>) {
    let feet = body.cell
    if map[feet.below].traits.block == BlockState("dirt").traits.block, !isGround(feet.below),
      !pillar.contains(feet.below)
    {
      pillar.append(feet.below)
      waited = 0
    }
    if body.isOnGround, feet.y >= height {
      // Who climbs out of a pit leaves the pillar for later, like anything else that is too much.
      if isClimbingOut {
        pillar = []
        isClimbingOut = false
      }
      task = .think
      return
    }
    guard waited < Self.patience, let dirt = Self.dirt else {
      fail(pillar.first ?? feet)
      isClimbingOut = false
      if !pillar.isEmpty { task = .descend }
      waited = 0
      return
    }
    action[Controls.walking.count + 3] = Float(dirt.id)
    let floor = Double(floorHeight(below: feet))
    let isLooking = look(at: body.x, floor, body.z, &action)
    action[5] = 0
    guard isLooking || body.pitch > 1.4 else { return }
    action[6] = Controls.fastestTurn
    action[2] = 1
    if body.y > floor + 1.0 { action[Controls.walking.count + 1] = 1 }
  }

  /// The height of whatever is below a cell.
  private func floorHeight(below cell: Cell) -> Int {
    var cell = cell
    while cell.y > 0, map[cell.below].isAir { cell = cell.below }
    return cell.y
  }

  /// Whether a cell belongs to the ground of the site.
  private func isGround(_ cell: Cell) -> Bool { plot.isGround(cell) }

  /// Digs the pillar away under its own feet.
  mutating func descend(_ action: inout MutableSpan<Float>) {
    while let top = pillar.last, map[top].isAir {
      pillar.removeLast()
      waited = 0
    }
    if waited > Self.walkPatience {
      // Whatever is left of it is dug away like anything else that is too much.
      if let base = pillar.first { ledger.fail(base.above) }
      pillar = []
    }
    guard let top = pillar.last else {
      if body.isOnGround {
        task = .think
        waited = 0
      }
      return
    }
    // On the way down to the next block.
    if map[body.cell.below].isAir, steering.isDone { return }
    if body.cell != top.above || !steering.isDone {
      returnToPillar(top.above, &action)
      return
    }
    if let keys = centre(top.above), waited < Self.walkPatience {
      move(keys, 0, &action)
      return
    }
    let isLooking = look(at: Double(top.x) + 0.5, Double(top.y) + 1, Double(top.z) + 0.5, &action)
    action[5] = 0
    guard isLooking || body.pitch > 1.4 else { return }
    action[6] = Controls.fastestTurn
    action[Controls.walking.count] = 1
  }

  /// Walks back to the top of the pillar. What cannot be reached any more is taken away later, like
  /// anything else that is too much.
  private mutating func returnToPillar(_ top: Cell, _ action: inout MutableSpan<Float>) {
    if steering.isDone || steering.isStuck, body.isOnGround {
      let path = PathFinder().path(from: footing, to: top, in: map)
      guard let path, waited < Self.walkPatience else {
        pillar = []
        task = .think
        return
      }
      steering.follow(path)
    }
    let (keys, turn) = steering.keys(for: body)
    move(keys, turn, &action)
  }
}
