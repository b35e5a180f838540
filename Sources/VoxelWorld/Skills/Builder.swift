import Arena
import Math

/// The skill `voxel/build-blueprint`: builds a blueprint in `voxel/build` from what it sees.
///
/// It keeps a map of the site, works out what differs from the blueprint, and does the first thing
/// in the building order that some place it can get to allows: it walks there, looks and places or
/// breaks. Where nothing within reach is left it climbs on a pillar of dirt, which it takes away
/// on its way down. What it finds changed it puts right, since it always asks anew what differs.
public struct Builder: Skill {
  public let descriptor: SkillDescriptor
  public let blueprint: Blueprint
  var map: World
  var body = Body(x: 0, y: 0, z: 0)
  var steering = Steering()
  var task: Task = .think
  /// The pillar under the feet, from the bottom up.
  var pillar: [Cell] = []
  /// Where the body was a tick ago.
  var before = Body(x: 0, y: 0, z: 0)
  /// Work that came to nothing, and how often.
  private var failures = FailureCount()
  var waited = 0
  /// Why the builder has stopped; nil while it has work.
  public private(set) var verdict: Verdict?

  /// How the work ended.
  public enum Verdict: Hashable, Sendable {
    case finished
    /// What cannot be done, and the states that are missing there.
    case impossible([Cell])
  }

  /// What the builder is doing.
  enum Task: Hashable, Sendable {
    case think
    case walk(Work)
    case work(Work)
    /// Walks to a cell and raises a pillar there up to a height.
    case reach(base: Cell, height: Int)
    case rise(height: Int)
    case descend
    case rest
  }

  public init(
    _ blueprint: Blueprint,
    descriptor: SkillDescriptor = SkillDescriptor(
      name: "voxel/build-blueprint", summary: "Builds a blueprint block by block")
  ) {
    self.blueprint = blueprint
    self.descriptor = descriptor
    let size = WorldSize(
      blueprint.size.x + 2 * Build.margin, blueprint.size.y + Ground.height + 12,
      blueprint.size.z + 2 * Build.margin)
    map = Ground.flat(size)
  }

  public mutating func reset(seed: UInt64) {
    map = Ground.flat(map.size)
    map.settings.drops = false
    steering.stop()
    task = .think
    pillar = []
    failures = FailureCount()
    waited = 0
    verdict = nil
  }

  public var isInterruptible: Bool { pillar.isEmpty }

  /// Small buildings succeed more often.
  public func estimate(from observation: Span<Float>) -> Estimate {
    Estimate(success: exp(-Double(blueprint.blockCount) / 20_000), deviation: 0.1)
  }

  public mutating func act(
    on observation: Span<Float>, into action: inout MutableSpan<Float>
  ) {
    read(observation)
    for index in action.indices { action[index] = 0 }
    action[Controls.walking.count + 3] = -1
    waited += 1
    switch task {
    case .think: think()
    case .rest: break
    case .walk(let work): walk(to: work, &action)
    case .work(let work): carryOut(work, &action)
    case .reach(let base, let height): reach(base, height, &action)
    case .rise(let height): rise(to: height, &action)
    case .descend: descend(&action)
    }
  }

  private mutating func read(_ observation: Span<Float>) {
    before = body
    body.yaw = atan2(Double(observation[3]), Double(observation[4]))
    body.pitch = Double(observation[5])
    body.isOnGround = observation[9] > 0.5
    body.isBlocked = observation[10] > 0.5
    body.isInWater = observation[11] > 0.5
    body.isClimbing = observation[12] > 0.5
    let start = BodySenses.width
    body.x = Double(observation[start])
    body.y = Double(observation[start + 1])
    body.z = Double(observation[start + 2])
    var index = start + SiteView.blocks
    let feet = body.cell
    for y in feet.y - SiteView.below...feet.y + SiteView.above {
      for z in feet.z - SiteView.radius...feet.z + SiteView.radius {
        for x in feet.x - SiteView.radius...feet.x + SiteView.radius {
          let state = BlockState(id: UInt16(observation[index]))
          map.write(state, at: Cell(x, y, z))
          index += 1
        }
      }
    }
    map.occupants = []
  }

  /// Chooses what to do next.
  private mutating func think() {
    waited = 0
    steering.stop()
    let targets = BuildOrder.targets(
      for: blueprint, at: Build.origin, in: map, leftOver: strays
    ).filter { !failures.isHopeless($0.cell) && !pillar.contains($0.cell) }
    let finder = PathFinder()
    let level = body.cell.y
    // From a pillar it goes no lower than where it stands, or it would not get back.
    let places = finder.reachableCells(from: body.cell, in: map)
      .filter { pillar.isEmpty || $0.y >= level }
    if let work = firstWork(among: targets, from: places) {
      task = .walk(work)
    } else if !pillar.isEmpty {
      task = .descend
    } else if targets.isEmpty {
      verdict = failures.hopeless.isEmpty ? .finished : .impossible(failures.hopeless)
      task = .rest
    } else if let (base, height) = firstPillar(for: targets, from: places) {
      task = .reach(base: base, height: height)
    } else {
      // Nothing can be done for the first of them, so the others get their turn.
      failures.giveUp(on: targets[0].cell)
    }
  }

  /// What stands about the site and belongs neither to it nor to the ground.
  private var strays: [Cell] {
    var cells: [Cell] = []
    for y in Ground.height..<map.size.y {
      for z in 0..<map.size.z {
        for x in 0..<map.size.x {
          let cell = Cell(x, y, z)
          if !map[cell].isAir, blueprint[cell - Build.origin] == nil { cells.append(cell) }
        }
      }
    }
    return cells
  }

  /// The first target in order that can be worked on from some place, and the nearest such place.
  private func firstWork(among targets: [BuildOrder.Target], from places: [Cell]) -> Work? {
    for target in targets {
      // What came to nothing from one place is tried from the next.
      var skipped = failures.count(of: target.cell)
      for place in places {
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
    return finder.path(from: work.stand, to: Cell(1, Ground.height, 1), in: later) != nil
  }

  /// The nearest place and the least height of a pillar from which the first possible target can be
  /// worked on.
  private func firstPillar(
    for targets: [BuildOrder.Target], from places: [Cell]
  ) -> (base: Cell, height: Int)? {
    for target in targets.prefix(40) {
      for base in places where isPillarBase(base, for: target.cell) {
        var height = 1
        while height <= target.cell.y - base.y + 2, isOpen(base, height) {
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
    guard dx + dz > 0, dx <= 4, dz <= 4, !failures.isHopeless(base),
      let stand = map.stand(at: base)
    else { return false }
    return stand.kind == .ground && stand.height == Double(base.y)
  }

  /// Whether a body can stand that much higher: its cell and two above are free.
  private func isOpen(_ base: Cell, _ height: Int) -> Bool {
    let top = Cell(base.x, base.y + height, base.z)
    return map[top].isAir && map[top.above].isAir && map[top.above.above].isAir
  }

  mutating func fail(_ cell: Cell) {
    failures.count(cell)
    task = .think
  }
}

/// How often work on a cell came to nothing.
struct FailureCount: Hashable, Sendable {
  private static let most = 6
  private var cells: [Cell] = []
  private var counts: [Int] = []

  mutating func count(_ cell: Cell) {
    if let index = cells.firstIndex(of: cell) {
      counts[index] += 1
    } else {
      cells.append(cell)
      counts.append(1)
    }
  }

  func count(of cell: Cell) -> Int { cells.firstIndex(of: cell).map { counts[$0] } ?? 0 }

  mutating func giveUp(on cell: Cell) {
    count(cell)
    if let index = cells.firstIndex(of: cell) { counts[index] = Self.most }
  }

  func isHopeless(_ cell: Cell) -> Bool {
    cells.firstIndex(of: cell).map { counts[$0] >= Self.most } ?? false
  }

  /// The cells that were given up.
  var hopeless: [Cell] { zip(cells, counts).filter { $0.1 >= Self.most }.map(\.0) }
}
