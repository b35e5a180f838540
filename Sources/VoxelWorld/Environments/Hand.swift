import Math

/// What the hand did in a tick.
public struct Deed: Hashable, Sendable {
  public enum Kind: UInt8, Sendable { case placed, broke, used, refused }

  public let kind: Kind
  public let cell: Cell
  /// What was placed or broken.
  public let state: BlockState
  /// Why nothing was placed.
  public var refusal: PlacementRefusal?
}

/// The hand of a body: breaks while it is held down, places and uses, with the pauses people have.
struct Hand: Hashable, Sendable {
  /// Ticks between two uses while the key is held.
  static let usePause = 4
  /// Ticks between two blocks that do not break at once.
  static let digPause = 5

  private var pause = 0
  private var digCell: Cell?
  private var dug = 0.0
  private var digRest = 0
  /// What the hand did in the last tick.
  private(set) var deed: Deed?
  /// The container that it has opened.
  private(set) var open: Cell?

  init() {}

  /// Works for one tick with what the body looks at.
  mutating func work(
    breaks: Bool, uses: Bool, body: Body, sneaks: Bool, inventory: inout Inventory,
    world: inout World
  ) {
    deed = nil
    pause = max(0, pause - 1)
    digRest = max(0, digRest - 1)
    closeIfNeeded(body, world)
    let sight = breaks || uses ? world.sight(of: body) : nil
    if breaks, let sight {
      dig(sight.cell, body, &inventory, &world)
    } else {
      digCell = nil
      dug = 0
    }
    if uses, !breaks, pause == 0 {
      pause = Hand.usePause
      use(sight, body, sneaks, &inventory, &world)
    }
  }

  /// A container closes when its user walks away or it is gone.
  private mutating func closeIfNeeded(_ body: Body, _ world: borrowing World) {
    guard let cell = open else { return }
    let dx = Double(cell.x) + 0.5 - body.x
    let dy = Double(cell.y) + 0.5 - body.y - Body.eyeHeight
    let dz = Double(cell.z) + 0.5 - body.z
    let isNear = dx * dx + dy * dy + dz * dz < 36
    if !isNear || !World.isContainer(world[cell].kind) { open = nil }
  }

  /// Moves up to a stack of an item out of the open container, or into it.
  mutating func move(
    _ item: Item, out: Bool, inventory: inout Inventory, world: inout World
  ) {
    guard let cell = open, let contents = world.contents(at: cell) else { return }
    if out {
      let count = min(
        contents.count(of: item), item.traits.stack, inventory.room(for: item))
      guard count > 0, world.take(item, count, at: cell) else { return }
      inventory.add(item, count)
    } else {
      let count = min(
        inventory.count(of: item), item.traits.stack, contents.room(for: item))
      guard count > 0, inventory.remove(item, count) else { return }
      world.store(item, count, at: cell)
    }
  }

  private mutating func dig(
    _ cell: Cell, _ body: Body, _ inventory: inout Inventory, _ world: inout World
  ) {
    if digCell != cell {
      digCell = cell
      dug = 0
    }
    guard digRest == 0 else { return }
    let state = world[cell]
    let eye = Cell(
      Int(body.x.rounded(.down)), Int((body.y + Body.eyeHeight).rounded(.down)),
      Int(body.z.rounded(.down)))
    let share = Digging.share(
      of: state.block, with: inventory.held?.item.traits,
      isOnGround: body.isOnGround || inventory.isEndless,
      isUnderWater: world.fluid(at: eye).kind == .water)
    // Who has everything breaks everything at once.
    dug += inventory.isEndless && state.block.hardness >= 0 ? 1 : share
    guard dug >= 1 else { return }
    if share < 1 { digRest = Hand.digPause }
    deed = Deed(kind: .broke, cell: cell, state: state)
    if let found = world.dig(cell, with: inventory.held?.item), !inventory.isEndless {
      inventory.add(found.item, found.count)
    }
    dug = 0
    digCell = nil
  }

  private mutating func use(
    _ sight: Sight?, _ body: Body, _ sneaks: Bool, _ inventory: inout Inventory,
    _ world: inout World
  ) {
    if let sight, !sneaks, world.use(sight.cell) {
      deed = Deed(kind: .used, cell: sight.cell, state: world[sight.cell])
      if World.isContainer(world[sight.cell].kind) { open = sight.cell }
      return
    }
    guard let held = inventory.held else { return }
    switch outcome(ofPlacing: held.item, at: sight, body, world) {
    case .success(let placing):
      world.place(placing)
      inventory.useHeld()
      deed = Deed(kind: .placed, cell: placing.cell, state: placing.state)
    case .failure(let refusal):
      let cell = sight?.cell ?? body.cell
      deed = Deed(kind: .refused, cell: cell, state: world[cell], refusal: refusal)
    }
  }

  private func outcome(
    ofPlacing item: Item, at sight: Sight?, _ body: Body, _ world: borrowing World
  ) -> Result<Placing, PlacementRefusal> {
    guard let block = item.block else { return .failure(.notABlock) }
    return world.outcome(ofPlacing: block, at: sight, by: body)
  }

  func hash(into digest: inout Digest) {
    digest.combine(pause)
    digest.combine(digRest)
    digest.combine(dug)
    digest.combine(open ?? Cell(-1, -1, -1))
    digest.combine(digCell ?? Cell(-1, -1, -1))
  }
}
