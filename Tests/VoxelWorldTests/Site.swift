import Arena
import Math

@testable import VoxelWorld

/// A building site with its builders, stepped by hand so that tests can look and interfere.
struct Site {
  var world: Build
  var builders: [Builder]
  var auditor: BuildAuditor
  var steps = 0
  private var observation: [Float]
  private var actions: [Float]

  var builder: Builder { builders[0] }

  init(_ setup: Build.Setup, seed: UInt64 = 1) throws {
    var site = try Build(setup)
    site.reset(seed: seed)
    builders = Array(repeating: Builder(site.blueprint), count: setup.agents)
    world = site
    for index in builders.indices { builders[index].reset(seed: seed) }
    observation = Array(repeating: 0, count: world.seats[0].observation.width)
    actions = Array(repeating: 0, count: world.actionWidth)
    auditor = BuildAuditor(blocks: [:], bag: nil)
    startAudit()
  }

  /// Takes the world as it is for what the builders start from.
  mutating func startAudit() {
    auditor = BuildAuditor(
      blocks: Self.names(world.world),
      bag: world.inventory.isEndless ? nil : Self.items(world))
  }

  /// The names of all blocks.
  static func names(_ world: World) -> [BuildAuditor.Place: String] {
    var names: [BuildAuditor.Place: String] = [:]
    for y in 0..<world.size.y {
      for z in 0..<world.size.z {
        for x in 0..<world.size.x where !world[x, y, z].isAir {
          names[.init(x: x, y: y, z: z)] = world[x, y, z].block.name
        }
      }
    }
    return names
  }

  /// Everything carried and in the chests.
  private static func items(_ site: Build) -> [String: Int] {
    var items: [String: Int] = [:]
    var inventories = site.workers.map(\.inventory)
    for cell in site.world.containers.cells {
      if let contents = site.world.contents(at: cell) { inventories.append(contents) }
    }
    for inventory in inventories {
      for case .some(let stack) in inventory.slots {
        items[stack.item.name, default: 0] += stack.count
      }
    }
    return items
  }

  mutating func step() -> Status {
    let width = actions.count / builders.count
    for seat in builders.indices {
      world.observe(seat: seat, into: &observation)
      Self.ask(&builders[seat], about: observation, into: &actions, from: seat * width, width)
    }
    let before = world.world
    let status = Self.advance(&world, actions, seats: builders.count)
    for seat in builders.indices { audit(seat, before) }
    steps += 1
    return status
  }

  private mutating func audit(_ seat: Int, _ before: World) {
    let body = world.bodies[seat]
    let pose = BuildAuditor.Pose(
      x: body.x, y: body.y, z: body.z, yaw: body.yaw, pitch: body.pitch)
    // Only one body's walk can be followed.
    if builders.count == 1 { auditor.watch(pose, tick: steps) }
    guard let deed = world.deed(ofSeat: seat) else { return }
    let place = BuildAuditor.Place(x: deed.cell.x, y: deed.cell.y, z: deed.cell.z)
    switch deed.kind {
    case .placed:
      var other: BuildAuditor.Place?
      for (dx, dy, dz) in [(0, 1, 0), (1, 0, 0), (-1, 0, 0), (0, 0, 1), (0, 0, -1)] {
        let cell = deed.cell + Cell(dx, dy, dz)
        let isNew = before[cell] != world.world[cell] && before[cell].isAir
        if isNew, [.door, .bed, .doublePlant].contains(deed.state.kind),
          world.world[cell].traits.block == deed.state.traits.block
        {
          other = place.moved(dx, dy, dz)
        }
      }
      auditor.record(.placed, place, deed.state.block.name, pose, tick: steps, other: other)
    case .broke: auditor.record(.broke, place, deed.state.block.name, pose, tick: steps)
    case .used, .refused: break
    }
  }

  // Static functions, because a span of one property and a call on another would overlap.
  private static func ask(
    _ builder: inout Builder, about observation: [Float], into actions: inout [Float],
    from start: Int, _ width: Int
  ) {
    var span = actions.mutableSpan
    var part = span._mutatingExtracting(start..<start + width)
    builder.act(on: observation.span, into: &part)
  }

  private static func advance(_ world: inout Build, _ action: [Float], seats: Int) -> Status {
    var rewards = [Float](repeating: 0, count: seats)
    var span = rewards.mutableSpan
    return world.step(action.span, rewards: &span)
  }

  /// Steps until the building stands or everybody has given up.
  mutating func run(limit: Int = 40_000) {
    while steps < limit, builders.contains(where: { $0.verdict == nil }), step() == .running {}
  }

  var wrongCells: [Cell] {
    var wrong: [Cell] = []
    world.blueprint.forEachCell { cell, wanted in
      if !world.world[cell + Build.origin].fulfils(wanted) { wrong.append(cell) }
    }
    return wrong
  }

  /// What is wrong and why, in short.
  var account: String {
    let wrong = wrongCells.prefix(6).map { cell in
      "\(cell): \(world.world[cell + Build.origin]) for"
        + " \(world.blueprint[cell]?.description ?? "anything")"
    }
    return "\(wrong), left over \(world.currentOutcome[6]), \(builder.obstacles.prefix(6)),"
      + " \(steps) ticks, \(builder.task)"
  }

  /// Offences against the rules, and where the world is not what the deeds have made of it.
  var complaints: [String] {
    Array((auditor.offences + auditor.differences(from: Self.names(world.world))).prefix(5))
  }
}
