import Arena
import Math

/// `voxel/build`: a body is to build a blueprint on flat ground.
public struct Build: Environment {
  public static let name = "voxel/build"

  public struct Setup: Configuration, Hashable {
    /// What is to be built.
    public var blueprint = BlueprintDrawing()
    /// Whether blocks are never used up and break at once. Without it the body starts with the
    /// materials, some dirt to stand on and stone tools.
    public var creative = true
    /// Ticks after which an episode is cut off.
    public var timeLimit = 12_000

    public init() {}
  }

  /// Blocks of free ground on every side of the site.
  public static let margin = 8
  /// Where the north-western corner of the blueprint's lowest layer comes to lie.
  public static let origin = Cell(margin, Ground.height, margin)

  public let seats: [Seat]
  public let stepDuration = 0.05
  public let blueprint: Blueprint
  private let setup: Setup
  private let ground: World
  public internal(set) var world: World
  public private(set) var body = Body(x: 1, y: 4, z: 1)
  public internal(set) var inventory = Inventory()
  private var hand = Hand()
  private var steps = 0
  private var right = 0
  private let total: Int
  private var tally = Tally()

  /// Counts over the episode.
  struct Tally: Hashable, Sendable {
    var placed = 0
    var broken = 0
    var refused = 0
    var walked = 0.0
  }

  public init(_ setup: Setup) throws {
    guard setup.timeLimit >= 1, setup.timeLimit <= 10_000_000 else {
      throw SetupError("time-limit", "\(setup.timeLimit) is not in 1 ... 10000000 ticks")
    }
    self.setup = setup
    let blueprint = try setup.blueprint.blueprint(at: "blueprint")
    let size = WorldSize(
      blueprint.size.x + 2 * Self.margin, blueprint.size.y + Ground.height + 12,
      blueprint.size.z + 2 * Self.margin)
    guard size.isSensible else {
      throw SetupError("blueprint.layers", "the site is larger than a world may be")
    }
    self.blueprint = blueprint
    ground = Ground.flat(size)
    world = ground
    var total = 0
    blueprint.forEachCell { _, _ in total += 1 }
    self.total = total
    seats = [
      Seat(
        name: "builder",
        observation: BodySenses.fields + SiteView.fields,
        action: Controls.walking + Controls.hand + [SiteView.itemChoice])
    ]
    reset(seed: 0)
  }

  public var outcome: [Field] {
    [
      Field("done", unit: "1", in: 0...1),
      Field("share-right", unit: "1", in: 0...1),
      Field("ticks", unit: "1", in: 0...1e7),
      Field("placed", unit: "1", in: 0...1e7),
      Field("broken", unit: "1", in: 0...1e7),
      Field("refused", unit: "1", in: 0...1e7),
      Field("left-over", unit: "1", in: 0...1e7),
      Field("walked", unit: "m", in: 0...1e7),
    ]
  }

  public func score(into outcome: inout MutableSpan<Float>) {
    let strays = strayCount
    outcome[0] = right == total && strays == 0 ? 1 : 0
    outcome[1] = Float(right) / Float(max(1, total))
    outcome[2] = Float(steps)
    outcome[3] = Float(tally.placed)
    outcome[4] = Float(tally.broken)
    outcome[5] = Float(tally.refused)
    outcome[6] = Float(strays)
    outcome[7] = Float(tally.walked)
  }

  public mutating func reset(seed: UInt64) {
    var random = Random(seed: seed)
    world = ground
    world.settings.drops = false
    world.makeReady()
    body = Body(
      in: Cell(
        2 + random.index(below: world.size.x - 4), Ground.height, 2 + random.index(below: 4)))
    body.yaw = random.uniform(-.pi, .pi)
    world.occupants = [body.box]
    inventory = stockedInventory()
    hand = Hand()
    steps = 0
    tally = Tally()
    right = rightCount
  }

  private func stockedInventory() -> Inventory {
    var inventory = Inventory()
    inventory.isEndless = setup.creative
    guard !setup.creative else { return inventory }
    for name in ["stone_pickaxe", "stone_axe", "stone_shovel"] {
      if let tool = Item(named: name) { inventory.add(tool) }
    }
    if let dirt = Item(named: "dirt") { inventory.add(dirt, 64) }
    for stack in blueprint.materials { inventory.add(stack.item, stack.count) }
    return inventory
  }

  /// How many cells of the blueprint are as they should be.
  private var rightCount: Int {
    var count = 0
    blueprint.forEachCell { cell, wanted in
      if world[cell + Self.origin].fulfils(wanted) { count += 1 }
    }
    return count
  }

  /// How many cells outside the blueprint are not as they were at the start.
  var strayCount: Int {
    var count = 0
    for y in 0..<world.size.y {
      for z in 0..<world.size.z {
        for x in 0..<world.size.x {
          let cell = Cell(x, y, z)
          let isWanted = blueprint[cell - Self.origin] != nil
          if !isWanted, world[cell] != ground[cell] { count += 1 }
        }
      }
    }
    return count
  }

  /// What the hand did in the last tick.
  public var deed: Deed? { hand.deed }

  /// The reward is 1 for every cell that becomes right and -1 for every one that becomes wrong, less
  /// 0.001 per tick. The episode is over when everything is right and nothing else is left.
  public mutating func step(_ actions: Span<Float>, rewards: inout MutableSpan<Float>) -> Status {
    let x = body.x
    let z = body.z
    let keys = Controls.keys(actions, turning: &body)
    body.move(keys, in: world)
    world.occupants[0] = body.box
    SiteView.select(actions, at: Controls.walking.count, in: &inventory)
    hand.work(
      breaks: Controls.isPressed(actions, Controls.walking.count),
      uses: Controls.isPressed(actions, Controls.walking.count + 1), body: body,
      sneaks: keys.sneak, inventory: &inventory, world: &world)
    let print = world.fingerprint
    world.pressPlates()
    world.tick()
    steps += 1
    let dx = body.x - x
    let dz = body.z - z
    tally.walked += (dx * dx + dz * dz).squareRoot()
    let before = right
    if let deed = hand.deed {
      count(deed)
      right = rightCount
    } else if print != world.fingerprint {
      right = rightCount
    }
    rewards[0] = Float(right - before) - 0.001
    if right == total, hand.deed != nil, strayCount == 0 { return .finished }
    return steps < setup.timeLimit ? .running : .truncated
  }

  private mutating func count(_ deed: Deed) {
    switch deed.kind {
    case .placed: tally.placed += 1
    case .broke: tally.broken += 1
    case .refused: tally.refused += 1
    case .used: break
    }
  }

  public func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    BodySenses.write(body, health: 20, into: &observation, at: 0)
    SiteView.write(self, into: &observation, at: BodySenses.width)
  }

  public func hash(into digest: inout Digest) {
    world.hash(into: &digest)
    body.hash(into: &digest)
    inventory.hash(into: &digest)
    hand.hash(into: &digest)
    digest.combine(steps)
  }

  /// How many cells are as the blueprint wants them, of how many, and what it took so far.
  var rightCells: Int { right }
  var totalCells: Int { total }
  var ticks: Int { steps }
  var placedBlocks: Int { tally.placed }
}
