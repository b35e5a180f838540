import VoxelWorld

/// Builds as players do in creative mode: it flies, has everything, and breaks at a touch. Each
/// block is placed by a body that is within reach, sees the face it clicks, and is not in the way.
public struct CreativeAgent: Sendable {
  /// Blocks per tick in flight.
  static let speed = 0.546

  let construction: Construction
  let grant: Grant
  public private(set) var site: BuildingSite
  public private(set) var execution = Execution()
  private var body: Body
  /// The highest wanted block of each column, to keep out of rooms that are about to close.
  private var tops: [Int]

  public init(_ construction: Construction, at site: BuildingSite, grant: Grant) {
    self.construction = construction
    self.site = site
    self.grant = grant
    let size = site.world.size
    var start = Cell(1, 1, 1)
    while start.y < size.y - 2, !Self.isFree(start, in: site.world) { start.y += 1 }
    body = Body(in: start)
    var tops = [Int](repeating: -1, count: size.x * size.z)
    construction.blueprint.forEachCell { local, state in
      let cell = local + construction.origin + site.offset
      if !state.isAir {
        tops[cell.z * size.x + cell.x] = max(tops[cell.z * size.x + cell.x], cell.y)
      }
    }
    self.tops = tops
  }

  /// Builds everything that is not there yet.
  public mutating func run() {
    clearSite()
    var waiting: [(cell: Cell, state: BlockState)] = []
    var layer = Int.min
    for (cell, state) in Stage.layered(construction) {
      if cell.y != layer {
        layer = cell.y
        waiting = tryAgain(waiting)
      }
      if !bring(cell, to: state) { waiting.append((cell, state)) }
      guard execution.ticks <= grant.mostTicks else {
        fault(.outOfTime, cell, "the ticks granted are used up")
        break
      }
    }
    finish(waiting)
    execution.agentAt = body.cell - site.offset
  }

  /// Goes through what could not be done before.
  private mutating func tryAgain(
    _ waiting: [(cell: Cell, state: BlockState)]
  ) -> [(cell: Cell, state: BlockState)] {
    waiting.filter { !bring($0.cell, to: $0.state) }
  }

  /// Tries as long as that gets any further, and then says what is left.
  private mutating func finish(_ waiting: [(cell: Cell, state: BlockState)]) {
    var waiting = waiting
    while !waiting.isEmpty {
      let before = waiting.count
      // Sources beside sources come by themselves.
      if waiting.contains(where: { $0.state.kind.isFluidKind }) { wait(10) }
      waiting = tryAgain(waiting)
      if waiting.count == before, !propUp(&waiting) { break }
    }
    for (cell, state) in waiting {
      if !isGranted(cell) {
        fault(.outsideGrant, cell, "placing here was not granted")
      } else if state.placingItem == nil, !state.kind.isFluidKind, state.kind != .waterCauldron {
        fault(.noItem, cell, "no item places \(state.planText)")
      } else {
        fault(.unreachable, cell, "\(state.planText) cannot be placed from anywhere")
      }
    }
  }

  /// Puts a block of dirt beside a cell that touches nothing, places what belongs into it, and
  /// takes the dirt away again.
  ///
  /// - Returns: whether that has helped any of those that wait.
  private mutating func propUp(_ waiting: inout [(cell: Cell, state: BlockState)]) -> Bool {
    for (index, target) in waiting.enumerated() where isGranted(target.cell) {
      // Under the open sky first, where the dirt can be got at again.
      let props = Direction.allCases.map { target.cell + $0 }
      for prop in props.filter({ !isCovered($0) }) + props.filter(isCovered) {
        guard grant.covers(prop), site[prop].isAir, construction[prop]?.isAir ?? true,
          isTouched(prop + site.offset), bring(prop, to: "dirt")
        else { continue }
        let isDone = bring(target.cell, to: target.state)
        dig(prop)
        if !site[prop].isAir { execution.scaffoldLeft += 1 }
        guard isDone else { continue }
        waiting.remove(at: index)
        return true
      }
    }
    return false
  }

  /// Waits until everything is at rest and names what differs from what should stand.
  mutating func settle(to settled: Construction) {
    wait(Realisation.patience)
    settled.blueprint.forEachCell { local, wanted in
      let cell = local + settled.origin
      guard !site[cell].isSame(as: wanted),
        !execution.faults.contains(where: { $0.cell == cell })
      else { return }
      fault(.differs, cell, "\(site[cell].planText) stands where \(wanted.planText) should")
    }
  }

  /// Whether something wanted lies above a cell of the plan.
  private func isCovered(_ cell: Cell) -> Bool {
    let place = cell + site.offset
    guard site.world.size.contains(place) else { return true }
    return tops[place.z * site.world.size.x + place.x] > place.y
  }

  private mutating func wait(_ ticks: Int) {
    execution.ticks += ticks
    site.world.tick(ticks)
  }

  private func isGranted(_ cell: Cell) -> Bool {
    grant.covers(cell) && execution.placed < grant.mostPlaced
  }

  private mutating func fault(_ kind: Execution.Fault.Kind, _ cell: Cell, _ detail: String) {
    execution.faults.append(
      Execution.Fault(
        kind: kind, cell: cell, step: construction.painter(of: cell), detail: detail))
  }

  /// Digs away what stands where other things or nothing are wanted, from the top down.
  private mutating func clearSite() {
    var cells: [Cell] = []
    construction.blueprint.forEachCell { local, wanted in
      let cell = local + construction.origin
      let there = site[cell]
      if there.isAir || there.isSame(as: wanted) { return }
      if there.kind.isFluidKind, !wanted.isAir { return }
      cells.append(cell)
    }
    cells.sort { ($0.y, $1.z, $1.x) > ($1.y, $0.z, $0.x) }
    for cell in cells { dig(cell) }
  }

  private mutating func dig(_ cell: Cell) {
    guard grant.covers(cell), execution.broken < grant.mostBroken else {
      return fault(.outsideGrant, cell, "digging here was not granted")
    }
    let place = cell + site.offset
    let work = findStand(near: place) { body, world in
      WorkFinder.dig(place, by: body, in: world)
    }
    guard work != nil || site.world[place].kind.isFluidKind else {
      return fault(.unreachable, cell, "no face of the block can be got at")
    }
    site.world.set(.air, at: place)
    execution.broken += 1
    tick(.dig, cell)
  }

  /// Places what a cell wants, in as many steps as it takes.
  ///
  /// - Returns: whether it holds what it should.
  private mutating func bring(_ cell: Cell, to wanted: BlockState) -> Bool {
    let place = cell + site.offset
    for _ in 0..<9 {
      if site.world[place].isSame(as: wanted) { return true }
      guard isGranted(cell), isTouched(place), put(wanted, at: cell) else { return false }
    }
    return site.world[place].isSame(as: wanted)
  }

  /// Whether there is a face to click.
  private func isTouched(_ place: Cell) -> Bool {
    if !site.world[place].isAir, !site.world[place].kind.isFluidKind { return true }
    return Direction.allCases.contains {
      let state = site.world[place + $0]
      return !state.isAir && !state.kind.isFluidKind
    }
  }

  private mutating func put(_ wanted: BlockState, at cell: Cell) -> Bool {
    let place = cell + site.offset
    if wanted.kind.isFluidKind { return pour(wanted, at: cell) }
    let there = site.world[place]
    if wanted.kind == .waterCauldron, there.kind == .cauldron { return pour(wanted, at: cell) }
    let first = wanted.kind == .waterCauldron ? BlockState("cauldron") : wanted
    guard let item = first.placingItem,
      findStand(
        near: place,
        { body, world in WorkFinder.place(first, item, at: place, by: body, in: world) }) != nil
    else { return false }
    let sight = site.world.sight(of: body)
    guard let block = item.block, let placing = try? site.world.placing(block, at: sight, by: body)
    else { return false }
    site.world.place(placing)
    execution.placed += 1
    tick(.place(item), cell)
    return true
  }

  /// Empties a bucket against a face beside the cell, or into the cauldron in it.
  private mutating func pour(_ wanted: BlockState, at cell: Cell) -> Bool {
    let place = cell + site.offset
    let found = findStand(near: place) { body, world in
      if world[place].kind == .cauldron { return WorkFinder.dig(place, by: body, in: world) }
      guard let stone = Item(named: "stone") else { return nil }
      return WorkFinder.place("stone", stone, at: place, by: body, in: world)
    }
    guard found != nil else { return false }
    site.world.set(wanted, at: place)
    execution.placed += 1
    tick(.pour, cell)
    return true
  }

  private mutating func tick(_ kind: AgentAction.Kind, _ cell: Cell) {
    execution.ticks += 1
    execution.actions.append(
      AgentAction(
        tick: execution.ticks, kind: kind, cell: cell, stand: body.cell - site.offset))
    site.world.tick()
  }

  // MARK: Where to be

  /// Finds a place from which something can be done, flies there and looks; nil if there is none.
  private mutating func findStand(
    near place: Cell, _ work: (Body, borrowing World) -> Work?
  ) -> Work? {
    for stand in stands(around: place) {
      var there = Body(in: stand)
      guard let work = work(there, site.world), fly(to: stand) else { continue }
      there.look(at: work.x, work.y, work.z)
      body = there
      return work
    }
    return nil
  }

  /// Free cells around a place, the nearest to the body first; those under the open sky before
  /// those under what is still to come.
  private func stands(around place: Cell) -> [Cell] {
    let size = site.world.size
    let now = body.cell
    var open: [(cost: Int, cell: Cell)] = []
    for dy in -4...3 {
      for dz in -4...4 {
        for dx in -4...4 {
          let cell = place + Cell(dx, dy, dz)
          guard size.contains(cell), size.contains(cell.above), cell != place,
            cell.above != place, Self.isFree(cell, in: site.world)
          else { continue }
          let isCovered = tops[cell.z * size.x + cell.x] > cell.y
          let sides = abs(dx) + abs(dz)
          open.append((cell.distance(to: now) + sides + (isCovered ? 64 : 0), cell))
        }
      }
    }
    return open.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element.cell)
  }

  private static func isFree(_ cell: Cell, in world: borrowing World) -> Bool {
    world.isPassable(cell) && world.isPassable(cell.above)
  }

  /// Flies to a cell along free ones; false if there is no way.
  private mutating func fly(to goal: Cell) -> Bool {
    let start = body.cell
    guard start != goal else { return true }
    guard let length = Flight.length(from: start, to: goal, in: site.world) else { return false }
    execution.walked += Double(length)
    let ticks = Int((Double(length) / Self.speed).rounded(.up))
    execution.ticks += ticks
    for _ in 0..<min(ticks, 200) { site.world.tick() }
    return true
  }
}
