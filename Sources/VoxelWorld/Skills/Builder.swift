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
  let plot: Plot
  var map: World
  var body = Body(x: 0, y: 0, z: 0)
  var steering = Steering()
  var task: Task = .think
  /// The pillar under the feet, from the bottom up.
  var pillar: [Cell] = []
  /// Where the body was a tick ago.
  var before = Body(x: 0, y: 0, z: 0)
  /// Whether the pillar is there to get out of a pit.
  var isClimbingOut = false
  /// Work that came to nothing, and how often.
  var ledger: Ledger
  var waited = 0
  /// What the body carries, and whether that is never used up.
  var slots: [Stack] = []
  var isEndless = true
  /// The chest that is open.
  var openStore: Cell?
  /// The chests that it has seen, and which columns of their row it has looked at.
  var stores: [Store] = []
  var seenRow: [Bool]
  /// What to take from the chests, the most urgent first.
  var shopping: [Stack] = []
  /// What has been done to the site for the sake of other cells.
  var detours: [Detour] = []
  /// How often it has waited for others to leave.
  var pauses = 0
  /// Where the others are, and how often their being in the way is put up with.
  var others: [Body] = []
  var patienceWithOthers = 200
  /// Why the builder has stopped; nil while it has work.
  public internal(set) var verdict: Verdict?

  /// What could not be done, and why.
  public var obstacles: [Obstacle] { ledger.obstacles }

  /// How the work ended.
  public enum Verdict: Hashable, Sendable {
    case finished
    /// The cells that could not be brought to what they should be; `obstacles` says why.
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
    case fetch(Errand)
    case rest
  }

  /// - Parameter plot: where to build; level grass if nil.
  public init(
    _ blueprint: Blueprint, on plot: Plot? = nil,
    descriptor: SkillDescriptor = SkillDescriptor(
      name: "voxel/build-blueprint", summary: "Builds a blueprint block by block")
  ) {
    self.blueprint = blueprint
    self.descriptor = descriptor
    self.plot = plot ?? .flat(for: blueprint)
    map = self.plot.ground
    ledger = Ledger(map.size)
    seenRow = Array(repeating: false, count: map.size.x)
  }

  public mutating func reset(seed: UInt64) {
    map = plot.ground
    map.settings.drops = false
    steering.stop()
    task = .think
    pillar = []
    isClimbingOut = false
    ledger = Ledger(map.size)
    stores = []
    seenRow = Array(repeating: false, count: map.size.x)
    shopping = []
    patienceWithOthers = 200
    detours = []
    pauses = 0
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
    for choice in 3...5 { action[Controls.walking.count + choice] = -1 }
    waited += 1
    switch task {
    case .think: think()
    case .rest: if verdict == nil, waited > 20 { task = .think }
    case .walk(let work): walk(to: work, &action)
    case .work(let work): carryOut(work, &action)
    case .reach(let base, let height): reach(base, height, &action)
    case .rise(let height): rise(to: height, &action)
    case .descend: descend(&action)
    case .fetch(let errand): run(errand, &action)
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
    readItems(observation, at: start)
    readOthers(observation, at: start + SiteView.others)
    lookForStores(around: feet)
  }

  private mutating func readOthers(_ observation: Span<Float>, at start: Int) {
    others.removeAll(keepingCapacity: true)
    for index in stride(from: start, to: start + 3 * (Build.mostAgents - 1), by: 3)
    where observation[index + 1] > -1999 {
      others.append(
        Body(
          x: body.x + Double(observation[index]), y: body.y + Double(observation[index + 1]),
          z: body.z + Double(observation[index + 2])))
    }
  }

  mutating func fail(_ cell: Cell) {
    // Whoever stands in the way will go.
    let isCrowded = others.contains { $0.cell.distance(to: cell) <= 3 } && patienceWithOthers > 0
    if isCrowded { patienceWithOthers -= 1 } else { ledger.fail(cell) }
    task = .think
  }
}
