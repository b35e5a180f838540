import Math

extension Builder {
  /// The longest chain of props.
  private static let longestChain = 10

  /// What is wanted in a cell: what the blueprint says, unless a prop is to come.
  func wanted(at cell: Cell) -> BlockState {
    let isProp = detours.contains { $0.kind == .prop && $0.cell == cell }
    return isProp ? Self.propState : blueprint[cell - plot.origin] ?? .air
  }

  private static let propState: BlockState = "dirt"

  /// Forgets detours for what is right by now, or hopeless.
  mutating func forgetDetours() {
    detours.removeAll { detour in
      ledger.isHopeless(detour.sake)
        || map[detour.sake].fulfils(blueprint[detour.sake - plot.origin] ?? .air)
    }
  }

  /// What the detours ask for that is not there yet.
  var detourTargets: [BuildOrder.Target] {
    detours.compactMap { detour in
      let isAir = map[detour.cell].isAir
      switch detour.kind {
      case .prop:
        guard isAir, let dirt = Self.dirt else { return nil }
        return BuildOrder.Target(cell: detour.cell, wanted: Self.propState, item: dirt)
      case .breach:
        return isAir ? nil : BuildOrder.Target(cell: detour.cell, wanted: .air, item: nil)
      }
    }
  }

  /// Plans a detour that makes a target possible.
  ///
  /// - Returns: whether there is one.
  mutating func planDetour(for target: BuildOrder.Target) -> Bool {
    guard let attempt = ledger.beginDetour(for: target.cell) else { return false }
    if let cells = breach(for: target), !cells.isEmpty {
      detours += cells.map { Detour(kind: .breach, cell: $0, sake: target.cell) }
      return true
    }
    let chains = props(for: target)
    guard !chains.isEmpty else { return false }
    let chain = chains[attempt % chains.count]
    detours += chain.map { Detour(kind: .prop, cell: $0, sake: target.cell) }
    return true
  }

  /// The way to the open, or to where the target can be worked on, if there is a wall in between.
  private func breach(for target: BuildOrder.Target) -> [Cell]? {
    let places = self.places
    let exit = plot.exit
    var goals = stands(for: target)
    if !places.contains(exit) { goals.append(exit) }
    goals.removeAll { places.contains($0) }
    guard !goals.isEmpty else { return nil }
    return BreachFinder(map: map, plot: plot).breach(
      from: places.filter { $0.distance(to: footing) < 30 }, to: goals)
  }

  /// Cells about a target, the nearest first.
  private static let vicinity: [Cell] = {
    var cells: [Cell] = []
    for y in -5...3 {
      for z in -4...4 {
        for x in -4...4 { cells.append(Cell(x, y, z)) }
      }
    }
    let middle = Cell(0, 0, 0)
    return cells.sorted { $0.distance(to: middle) < $1.distance(to: middle) }
  }()

  /// Where one could stand and work on a target, could one but get there.
  private func stands(for target: BuildOrder.Target) -> [Cell] {
    var found: [Cell] = []
    for offset in Self.vicinity where found.count < 16 {
      let cell = target.cell + offset
      guard let stand = map.stand(at: cell), stand.kind == .ground else { continue }
      var body = Body(in: cell)
      body.y = stand.height
      if work(on: target, by: body) != nil { found.append(cell) }
    }
    return found
  }

  /// Chains of props that would help, from something that stands to beside the target, the shortest
  /// first.
  private func props(for target: BuildOrder.Target) -> [[Cell]] {
    guard let item = target.item, let dirt = Self.dirt else { return [] }
    var chains: [[Cell]] = []
    for direction in Direction.allCases {
      let side = target.cell + direction
      guard map.size.contains(side), map[side].isAir, !plot.isGround(side),
        blueprint[side - plot.origin]?.placingItem != dirt,
        helps(side, target, item), let chain = chain(to: side, besides: target.cell),
        chain.count <= carried(dirt)
      else { continue }
      chains.append(chain)
    }
    let order = chains.indices.sorted {
      chains[$0].count != chains[$1].count ? chains[$0].count < chains[$1].count : $0 < $1
    }
    return order.map { chains[$0] }
  }

  /// Whether the target could be placed by somebody if there were a prop.
  private func helps(_ prop: Cell, _ target: BuildOrder.Target, _ item: Item) -> Bool {
    var later = map
    later.write(Self.propState, at: prop)
    return Self.vicinity.contains { offset in
      let cell = target.cell + offset
      guard later.obstacleHeight(at: cell) == 0, later.obstacleHeight(at: cell.above) == 0 else {
        return false
      }
      return WorkFinder.place(target.wanted, item, at: target.cell, by: Body(in: cell), in: later)
        != nil
    }
  }

  /// Free cells from beside something that stands to `last`.
  private func chain(to last: Cell, besides target: Cell) -> [Cell]? {
    var cells = [last]
    var parents = [-1]
    var next = 0
    while next < cells.count, cells.count < 2000 {
      let isHeld = Direction.allCases.contains { direction in
        let neighbour = cells[next] + direction
        return neighbour != target && !map[neighbour].isAir && !map[neighbour].has(.replaceable)
      }
      if isHeld { return trace(cells, parents, from: next) }
      for direction in Direction.allCases {
        let cell = cells[next] + direction
        let isFree = map.size.contains(cell) && map[cell].isAir && cell != target
        if isFree, !cells.contains(cell) {
          cells.append(cell)
          parents.append(next)
        }
      }
      next += 1
    }
    return nil
  }

  private func trace(_ cells: [Cell], _ parents: [Int], from first: Int) -> [Cell]? {
    var chain: [Cell] = []
    var index = first
    while index >= 0 {
      chain.append(cells[index])
      index = parents[index]
    }
    return chain.count <= Self.longestChain ? chain : nil
  }
}
