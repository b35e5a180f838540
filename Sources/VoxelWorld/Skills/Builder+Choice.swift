import Math

extension Builder {
  /// Chooses what to do next.
  mutating func think() {
    waited = 0
    steering.stop()
    var targets = openTargets
    if targets.isEmpty, !detours.isEmpty {
      // Now that everything else is right, what was done for its sake is undone.
      forgetDetours()
      targets = openTargets
    }
    let count = targets.count
    if !others.isEmpty { targets = apart(targets) }
    if targets.isEmpty, count > 0, pauses < Self.mostPauses {
      pauses += 1
      task = .rest
      return
    }
    targets = detourTargets + targets
    let places = self.places
    if pillar.isEmpty, goesShopping(for: &targets, from: places) { return }
    let doable = targets.filter { $0.item.map { carried($0) > 0 } ?? true }
    if let work = firstWork(among: doable, from: places) {
      task = .walk(work)
    } else if !pillar.isEmpty {
      task = .descend
    } else if targets.isEmpty {
      conclude()
    } else if let (base, height) = firstPillar(for: targets, from: places) {
      task = .reach(base: base, height: height)
    } else if !others.isEmpty, pauses < Self.mostPauses {
      pauses += 1
      task = .rest
    } else if !climbsOut(of: places) {
      seekWayRound(targets[0])
    }
  }

  /// Everything that is not as it should be, but for what is hopeless or left so on purpose.
  private var openTargets: [BuildOrder.Target] {
    BuildOrder.targets(for: blueprint, at: plot.origin, in: map, leftOver: strays).filter {
      target in
      !ledger.isHopeless(target.cell) && !pillar.contains(target.cell)
        && !detours.contains { $0.cell == target.cell }
    }
  }

  /// Ends the work. What should have followed its neighbours and did not is nothing to work on.
  private mutating func conclude() {
    let (map, origin) = (map, plot.origin)
    blueprint.forEachCell { cell, wanted in
      let place = cell + origin
      if !map[place].fulfils(wanted) { ledger.giveUp(on: place, .noEffect) }
    }
    verdict = obstacles.isEmpty ? .finished : .impossible(obstacles.map(\.cell))
    task = .rest
  }

  private static let mostPauses = 100

  /// Plans a detour for a target that cannot be worked on, or gives it up so that the others get
  /// their turn. A detour that is itself impossible is given up with what it was for.
  private mutating func seekWayRound(_ target: BuildOrder.Target) {
    if let detour = detours.first(where: { $0.cell == target.cell }) {
      detours.removeAll { $0.sake == detour.sake }
      let sake = targetForDetour(detour.sake)
      if sake.map({ planDetour(for: $0) }) != true { ledger.giveUp(on: detour.sake, .outOfReach) }
    } else if !planDetour(for: target) {
      ledger.giveUp(on: target.cell, .outOfReach)
    }
  }

  private func targetForDetour(_ cell: Cell) -> BuildOrder.Target? {
    guard let wanted = blueprint[cell - plot.origin], !wanted.isAir, map[cell].isAir else {
      return BuildOrder.Target(cell: cell, wanted: .air, item: nil)
    }
    return BuildOrder.Target(cell: cell, wanted: wanted, item: wanted.placingItem)
  }

  /// The cell that the body stands in; on the edge of a block it may hang over the next cell.
  var footing: Cell {
    let feet = body.cell
    guard map.stand(at: feet) == nil else { return feet }
    let near = [feet.below] + Direction.horizontal.flatMap { [feet + $0, feet.below + $0] }
    func distance(_ cell: Cell) -> Double {
      let dx = Double(cell.x) + 0.5 - body.x
      let dz = Double(cell.z) + 0.5 - body.z
      return dx * dx + dz * dz
    }
    return near.filter { map.stand(at: $0) != nil }.min { distance($0) < distance($1) } ?? feet
  }

  /// Where the body can get to. From a pillar it goes no lower than where it stands, or it would
  /// not get back.
  var places: [Cell] {
    let level = body.cell.y
    return PathFinder().reachableCells(from: footing, in: map)
      .filter { pillar.isEmpty || $0.y >= level }
  }

  /// Sends the body to the chests if something is lacking, and gives up what cannot be had.
  ///
  /// - Returns: whether it goes.
  private mutating func goesShopping(
    for targets: inout [BuildOrder.Target], from places: [Cell]
  ) -> Bool {
    guard !isEndless else { return false }
    var list = shoppingList(for: targets)
    if let dirt = Self.dirt, carried(dirt) == 0 { list.append(Stack(dirt, dirt.traits.stack)) }
    let lacking = list.map(\.item).filter { carried($0) == 0 }
    guard !lacking.isEmpty else { return false }
    if climbsOut(of: places) { return true }
    if let errand = errand(for: lacking) {
      shopping = list
      task = .fetch(errand)
      return true
    }
    for target in targets {
      guard let item = target.item, lacking.contains(item) else { continue }
      ledger.giveUp(on: target.cell, .missing(item))
    }
    targets.removeAll { ledger.isHopeless($0.cell) }
    return false
  }

  /// The targets without those that others stand at, in each layer the nearest first: so everybody
  /// builds where he is.
  private func apart(_ targets: [BuildOrder.Target]) -> [BuildOrder.Target] {
    let free = targets.filter { target in
      !others.contains { other in
        other.cell == target.cell || other.cell.above == target.cell
          || target.item == nil && other.cell.below == target.cell
      } && !isPillarOfOthers(target)
    }
    return free.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if (a.item == nil) != (b.item == nil) { return a.item == nil }
      if a.phase != b.phase { return a.phase < b.phase }
      if a.cell.y != b.cell.y { return (a.cell.y < b.cell.y) == (a.item != nil) }
      let (near, far) = (a.cell.distance(to: body.cell), b.cell.distance(to: body.cell))
      return near != far ? near < far : left.offset < right.offset
    }.map(\.element)
  }

  /// What stands about the site and belongs neither to it nor to the ground.
  private var strays: [Cell] {
    var cells: [Cell] = []
    for y in 1..<map.size.y {
      for z in 0..<map.size.z {
        for x in 0..<map.size.x {
          let cell = Cell(x, y, z)
          let there = map[cell]
          guard !there.isAir, !there.kind.isFluid, !plot.isGround(cell),
            blueprint[cell - plot.origin] == nil
          else { continue }
          let isStore = plot.isStore(cell) && World.isContainer(there.kind)
          if !isStore { cells.append(cell) }
        }
      }
    }
    return cells
  }

  private func isPillarOfOthers(_ target: BuildOrder.Target) -> Bool {
    guard target.item == nil else { return false }
    return others.contains {
      $0.cell.y > target.cell.y && abs($0.cell.x - target.cell.x) <= 1
        && abs($0.cell.z - target.cell.z) <= 1
    }
  }

  /// The first target in order that can be worked on from some place, and the nearest such place.
  private func firstWork(among targets: [BuildOrder.Target], from places: [Cell]) -> Work? {
    for target in targets {
      // What came to nothing from one place is tried from the next.
      var skipped = ledger.failures(at: target.cell)
      for place in places where place.distance(to: target.cell) <= 10 {
        guard let stand = map.stand(at: place), stand.kind == .ground,
          let work = surely(target, from: place, stand.height), leavesWayOut(work)
        else { continue }
        if skipped == 0 { return work }
        skipped -= 1
      }
    }
    return nil
  }

  /// Work that can be done from the middle of a place and also a little beside it, since no body
  /// stands exactly in the middle.
  private func surely(
    _ target: BuildOrder.Target, from place: Cell, _ height: Double
  ) -> Work? {
    let middle = Self.body(in: place, height)
    guard let work = work(on: target, by: middle) else { return nil }
    for (dx, dz) in [(-0.12, 0.0), (0.12, 0.0), (0.0, -0.12), (0.0, 0.12)] {
      var aside = middle
      aside.x += dx
      aside.z += dz
      guard self.work(on: target, by: aside) != nil else { return nil }
    }
    return work
  }

  private static func body(in cell: Cell, _ height: Double) -> Body {
    var body = Body(in: cell)
    body.y = height
    return body
  }

  func work(on target: BuildOrder.Target, by body: Body) -> Work? {
    guard let item = target.item else {
      return WorkFinder.dig(target.cell, by: body, in: map)
    }
    return WorkFinder.place(target.wanted, item, at: target.cell, by: body, in: map)
  }

  /// Whether after the work there is still a way from there to the open ground.
  private func leavesWayOut(_ work: Work) -> Bool {
    guard pillar.isEmpty, case .place = work.kind else { return true }
    var later = map
    later.write("stone", at: work.cell)
    var finder = PathFinder()
    finder.tolerance = 2
    return finder.path(from: work.stand, to: plot.exit, in: later) != nil
  }

  /// The nearest place and the least height of a pillar from which the first possible target can be
  /// worked on.
  private func firstPillar(
    for targets: [BuildOrder.Target], from places: [Cell]
  ) -> (base: Cell, height: Int)? {
    let most = Self.dirt.map { isEndless ? Int.max : carried($0) } ?? 0
    for target in targets.prefix(40) {
      for base in places where isPillarBase(base, for: target.cell) {
        var height = 1
        while height <= min(most, target.cell.y - base.y + 2), isOpen(base, height) {
          let top = Cell(base.x, base.y + height, base.z)
          if surely(target, from: top, Double(top.y)) != nil { return (base, height) }
          height += 1
        }
      }
    }
    return nil
  }

  private func isPillarBase(_ base: Cell, for cell: Cell) -> Bool {
    let dx = abs(base.x - cell.x)
    let dz = abs(base.z - cell.z)
    guard dx + dz > 0, dx <= 4, dz <= 4, !ledger.isHopeless(base), let stand = map.stand(at: base)
    else { return false }
    return stand.kind == .ground && stand.height == Double(base.y)
  }

  /// Whether a body can stand that much higher: its cell and two above are free.
  private func isOpen(_ base: Cell, _ height: Int) -> Bool {
    let top = Cell(base.x, base.y + height, base.z)
    return map[top].isAir && map[top.above].isAir && map[top.above.above].isAir
  }
}
