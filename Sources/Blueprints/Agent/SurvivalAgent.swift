import Arena
import Math
import VoxelWorld

/// Builds as players do in survival: it fetches what it needs from chests, walks, jumps and climbs,
/// raises pillars of dirt and takes them away again.
///
/// The work can be done in pieces: `run` carries on from where it stopped. It ends by itself, since
/// what comes to nothing time and again is given up, and at the latest with the ticks granted.
public struct SurvivalAgent: Sendable {
  /// How many more of everything than it takes there is, in percent.
  public static let spare = 10

  let construction: Construction
  let settled: Construction
  let grant: Grant
  private let offset: Cell
  private let ground: World
  public private(set) var build: Build
  public private(set) var builder: Builder
  public private(set) var execution = Execution()
  private var observation: [Float]
  private var actions: [Float]
  /// The height of the feet when they last were on the ground.
  private var floor: Double
  private var isOver = false

  /// Throws `PlanError` where there is no room for the site or for its chests.
  ///
  /// - Parameters:
  ///   - settled: what the construction comes to once everything is at rest.
  ///   - seed: where on the edge of the site the body starts.
  public init(
    _ construction: Construction, settled: Construction, at site: BuildingSite, grant: Grant,
    seed: UInt64 = 0
  ) throws(PlanError) {
    self.construction = construction
    self.settled = settled
    self.grant = grant
    offset = site.offset
    ground = site.world
    let wanted = Self.joined(construction.blueprint, as: settled.blueprint)
    let plot = Plot(site.world, origin: construction.origin + site.offset)
    var setup = Build.Setup()
    setup.creative = false
    setup.stock = .chests
    setup.spare = Self.spare
    setup.timeLimit = 10_000_000
    do {
      build = try Build(setup, building: wanted, on: plot)
    } catch {
      throw PlanError(line: 1, "the site cannot be set up for survival: \(error)")
    }
    build.reset(seed: seed)
    builder = Builder(wanted, on: plot)
    builder.reset(seed: seed)
    observation = Array(repeating: 0, count: build.seats[0].observation.width)
    actions = Array(repeating: 0, count: build.seats[0].action.width)
    floor = build.body.y
  }

  /// What is wanted, with fences, stairs and dust in the shape that their neighbours give them.
  private static func joined(_ wanted: Blueprint, as settled: Blueprint) -> Blueprint {
    var joined = wanted
    wanted.forEachCell { cell, state in
      guard let there = settled[cell], there.block.name == state.block.name else { return }
      switch state.kind {
      case .fence, .pane, .wall, .redstoneWire, .stairs, .chest, .gate: joined[cell] = there
      default: break
      }
    }
    return joined
  }

  /// Works for some ticks more.
  ///
  /// - Returns: whether there is anything left to do.
  @discardableResult
  public mutating func run(ticks: Int = .max) -> Bool {
    var left = ticks
    while left > 0, !isOver {
      step()
      left -= 1
    }
    return !isOver
  }

  private mutating func step() {
    build.observe(seat: 0, into: &observation)
    Self.ask(&builder, about: observation, into: &actions)
    let status = Self.advance(&build, actions)
    execution.ticks += 1
    watchBody()
    if let deed = build.deed(ofSeat: 0) { note(deed) }
    if builder.verdict != nil || status != .running {
      isOver = true
    } else if execution.ticks >= grant.mostTicks || execution.placed >= grant.mostPlaced
      || execution.broken >= grant.mostBroken
    {
      isOver = true
      execution.faults.append(
        Execution.Fault(
          kind: .outOfTime, cell: build.body.cell - offset,
          detail: "what was granted is used up after \(execution.ticks) ticks"))
    }
    if isOver { conclude() }
  }

  private mutating func watchBody() {
    guard build.body.isOnGround else { return }
    execution.maxDrop = max(execution.maxDrop, floor - build.body.y)
    floor = build.body.y
  }

  private mutating func note(_ deed: VoxelWorld.Deed) {
    let kind: AgentAction.Kind
    switch deed.kind {
    case .placed:
      execution.placed += 1
      guard let item = deed.state.placingItem else { return }
      kind = deed.state.kind.isFluidKind ? .pour : .place(item)
    case .broke:
      execution.broken += 1
      kind = .dig
    case .used, .refused: return
    }
    execution.actions.append(
      AgentAction(
        tick: execution.ticks, kind: kind, cell: deed.cell - offset,
        stand: build.body.cell - offset))
  }

  // MARK: The end

  /// Waits until everything is at rest and names what differs from what should stand, and why.
  private mutating func conclude() {
    var world = build.world
    world.tick(Realisation.patience)
    let offset = offset
    let reasons = builder.obstacles
    var faults: [Execution.Fault] = []
    settled.blueprint.forEachCell { local, wanted in
      let cell = local + settled.origin
      let there = world[cell + offset]
      guard !there.isSame(as: wanted) else { return }
      let reason = reasons.first { $0.cell == cell + offset }?.reason
      faults.append(
        Execution.Fault(
          kind: Self.kind(of: reason), cell: cell, step: construction.painter(of: cell),
          detail: "\(there.planText) stands where \(wanted.planText) should at "
            + "(\(cell.x), \(cell.y), \(cell.z))" + (reason.map { ": \(Self.text($0))" } ?? "")))
    }
    execution.faults += faults
    execution.agentAt = build.body.cell - offset
    execution.scaffoldLeft = leftovers(in: world)
  }

  private static func kind(of reason: Obstacle.Reason?) -> Execution.Fault.Kind {
    switch reason {
    case .missing: .noItem
    case .outOfReach: .unreachable
    case .noEffect, .undone, nil: .differs
    }
  }

  private static func text(_ reason: Obstacle.Reason) -> String {
    switch reason {
    case .missing(let item): "no \(item.name) is left"
    case .outOfReach: "it cannot be got at from anywhere"
    case .noEffect: "what was done there had no effect"
    case .undone: "it was right and came undone again and again"
    }
  }

  /// Blocks outside the plan that were not there before, chests with materials aside.
  private func leftovers(in world: borrowing World) -> Int {
    let size = world.size
    var count = 0
    for y in 0..<size.y {
      for z in 1..<size.z {
        for x in 0..<size.x {
          let cell = Cell(x, y, z)
          let there = world[cell]
          if ground[cell].isAir, !there.isAir, !there.kind.isFluidKind,
            construction[cell - offset] == nil
          {
            count += 1
          }
        }
      }
    }
    return count
  }

  // MARK: Spans

  // Static functions, because a span of one property and a call on another would overlap.
  private static func ask(
    _ builder: inout Builder, about observation: [Float], into actions: inout [Float]
  ) {
    var span = actions.mutableSpan
    builder.act(on: observation.span, into: &span)
  }

  private static func advance(_ build: inout Build, _ actions: [Float]) -> Status {
    var rewards: [Float] = [0]
    var span = rewards.mutableSpan
    return build.step(actions.span, rewards: &span)
  }
}
