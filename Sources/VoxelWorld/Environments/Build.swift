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
    /// Where the materials are, unless they never run out.
    public var stock = Stock.carried
    /// How many more of everything there are than the blueprint takes, in percent.
    public var spare = 0
    /// How many build together.
    public var agents = 1
    /// Ticks after which an episode is cut off.
    public var timeLimit = 12_000

    public init() {}
  }

  /// Where materials wait for the builder.
  public enum Stock: String, Codable, CaseIterable, Sendable {
    /// In the bodies' inventories.
    case carried
    /// In chests at the northern edge of the site.
    case chests
  }

  public static let mostAgents = 8

  /// Blocks of free ground on every side of the site.
  public static let margin = 8
  /// Where the north-western corner of the blueprint's lowest layer comes to lie.
  public static let origin = Cell(margin, Ground.height, margin)

  public let seats: [Seat]
  public let stepDuration = 0.05
  public let blueprint: Blueprint
  public let plot: Plot
  let setup: Setup
  private let ground: World
  public internal(set) var world: World
  var workers: [Worker]
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
    try self.init(setup, building: try setup.blueprint.blueprint(at: "blueprint"), on: nil)
  }

  /// A site of one's own.
  ///
  /// - Parameters:
  ///   - blueprint: what is to be built; takes the place of the setup's.
  ///   - plot: where; level grass if nil.
  public init(_ setup: Setup, building blueprint: Blueprint, on plot: Plot?) throws {
    guard setup.timeLimit >= 1, setup.timeLimit <= 10_000_000 else {
      throw SetupError("time-limit", "\(setup.timeLimit) is not in 1 ... 10000000 ticks")
    }
    guard 1...Self.mostAgents ~= setup.agents else {
      throw SetupError("agents", "\(setup.agents) is not in 1 ... \(Self.mostAgents)")
    }
    guard 0...1000 ~= setup.spare else {
      throw SetupError("spare", "\(setup.spare) is not in 0 ... 1000 %")
    }
    self.setup = setup
    workers = Array(repeating: Worker(), count: setup.agents)
    let size = WorldSize(
      blueprint.size.x + 2 * Self.margin, blueprint.size.y + Ground.height + 12,
      blueprint.size.z + 2 * Self.margin)
    guard size.isSensible else {
      throw SetupError("blueprint.layers", "the site is larger than a world may be")
    }
    let plot = plot ?? .flat(for: blueprint)
    self.blueprint = blueprint
    self.plot = plot
    ground = try Self.site(plot, blueprint, setup)
    world = ground
    var total = 0
    blueprint.forEachCell { _, _ in total += 1 }
    self.total = total
    seats = (0..<setup.agents).map { number in
      Seat(
        name: number == 0 ? "builder" : "builder-\(number + 1)",
        observation: BodySenses.fields + SiteView.fields,
        action: Controls.walking + Controls.hand + [SiteView.itemChoice] + SiteView.transfers)
    }
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
    for index in workers.indices {
      workers[index] = Worker()
      workers[index].body = startingBody(&random)
      workers[index].inventory = startingInventory
    }
    world.occupants = workers.map(\.body.box)
    steps = 0
    tally = Tally()
    right = rightCount
  }

  private func startingBody(_ random: inout Random) -> Body {
    var body = Body(
      in: plot.onGround(
        Cell(2 + random.index(below: world.size.x - 4), 0, 2 + random.index(below: 4))))
    body.yaw = random.uniform(-.pi, .pi)
    return body
  }

  /// How many cells of the blueprint are as they should be.
  private var rightCount: Int {
    var count = 0
    let origin = plot.origin
    blueprint.forEachCell { cell, wanted in
      if world[cell + origin].fulfils(wanted) { count += 1 }
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
          let isWanted = blueprint[cell - plot.origin] != nil
          if !isWanted, world[cell] != ground[cell] { count += 1 }
        }
      }
    }
    return count
  }

  /// The first builder's body, what it carries, and what its hand did in the last tick.
  public var body: Body { workers[0].body }
  public var inventory: Inventory {
    get { workers[0].inventory }
    set { workers[0].inventory = newValue }
  }
  public var deed: Deed? { workers[0].hand.deed }

  /// What all of them see and feel.
  public var bodies: [Body] { workers.map(\.body) }
  public func deed(ofSeat seat: Int) -> Deed? { workers[seat].hand.deed }

  /// The reward of all is 1 for every cell that becomes right and -1 for every one that becomes
  /// wrong, less 0.001 per tick. The episode is over when everything is right and nothing else is
  /// left.
  public mutating func step(_ actions: Span<Float>, rewards: inout MutableSpan<Float>) -> Status {
    let print = world.fingerprint
    let width = actions.count / workers.count
    for seat in workers.indices {
      tally.walked += workers[seat].act(
        on: actions.extracting(seat * width..<(seat + 1) * width), seat: seat, in: &world)
      if let deed = workers[seat].hand.deed { count(deed) }
    }
    world.pressPlates()
    world.tick()
    steps += 1
    let before = right
    let hasChanged = print != world.fingerprint
    if hasChanged { right = rightCount }
    for seat in workers.indices { rewards[seat] = Float(right - before) - 0.001 }
    if right == total, hasChanged, strayCount == 0 { return .finished }
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
    BodySenses.write(workers[seat].body, health: 20, into: &observation, at: 0)
    SiteView.write(self, seat: seat, into: &observation, at: BodySenses.width)
  }

  public func hash(into digest: inout Digest) {
    world.hash(into: &digest)
    for worker in workers { worker.hash(into: &digest) }
    digest.combine(steps)
  }

  /// How many cells are as the blueprint wants them, of how many, and what it took so far.
  var rightCells: Int { right }
  var totalCells: Int { total }
  var ticks: Int { steps }
  var placedBlocks: Int { tally.placed }
}
