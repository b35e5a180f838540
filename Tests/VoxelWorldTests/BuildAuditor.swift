import Foundation

/// Replays what a builder did and says what was against the rules. It keeps its own list of names
/// by cell, its own bag of items and its own geometry, and shares no code with what enforces the
/// rules in the world: it is told only where the body was and what changed.
struct BuildAuditor {
  struct Place: Hashable {
    var x, y, z: Int
    func moved(_ dx: Int, _ dy: Int, _ dz: Int) -> Place { Place(x: x + dx, y: y + dy, z: z + dz) }
    func touches(_ other: Place) -> Bool {
      abs(x - other.x) + abs(y - other.y) + abs(z - other.z) == 1
    }
  }
  struct Pose {
    var x, y, z, yaw, pitch: Double
  }
  enum Kind { case placed, broke }

  private var blocks: [Place: String]
  /// Items by name; nil when nothing is ever used up.
  private var bag: [String: Int]?
  private var last: Pose?
  private var rise = 0.0
  private var airborne = 0
  private var ticksSinceBreak = 1000
  private(set) var offences: [String] = []
  private(set) var placed = 0
  private(set) var broken = 0

  init(blocks: [Place: String], bag: [String: Int]?) {
    self.blocks = blocks
    self.bag = bag
  }

  private static let faces = [(1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)]
  private static let partial = [
    "door", "torch", "pane", "fence", "stairs", "slab", "bed", "ladder", "chest", "carpet", "wall",
    "lantern", "sign", "button", "lever", "plate", "flower", "poppy", "snow", "gate",
  ]

  private func name(_ place: Place) -> String { blocks[place] ?? "air" }
  private func isFull(_ name: String) -> Bool {
    name != "air" && name != "water" && !Self.partial.contains { name.contains($0) }
  }

  private func cells(_ pose: Pose, from low: Double, to high: Double) -> [Place] {
    var found: [Place] = []
    let half = 0.299
    for y in Int(floor(pose.y + low))...Int(floor(pose.y + high)) {
      for z in Int(floor(pose.z - half))...Int(floor(pose.z + half)) {
        for x in Int(floor(pose.x - half))...Int(floor(pose.x + half)) {
          found.append(Place(x: x, y: y, z: z))
        }
      }
    }
    return found
  }

  /// Nobody flies, runs faster than a person, or stands inside blocks.
  mutating func watch(_ pose: Pose, tick: Int) {
    ticksSinceBreak += 1
    defer { last = pose }
    for place in cells(pose, from: 0.001, to: 1.79) where isFull(name(place)) {
      offences.append("tick \(tick): inside \(name(place)) at \(place)")
    }
    guard let last else { return }
    let step = ((pose.x - last.x) * (pose.x - last.x) + (pose.z - last.z) * (pose.z - last.z))
      .squareRoot()
    // A sprinting jump covers 0.36 of a block in its fastest tick.
    if step > 0.4 { offences.append("tick \(tick): \(step) blocks in a tick") }
    let lift = pose.y - last.y
    if lift > 0.61 { offences.append("tick \(tick): rose by \(lift)") }
    let floor = cells(pose, from: -0.51, to: 0)
    let isHeld = floor.contains { name($0) != "air" }
    let isClimbing = cells(pose, from: 0, to: 0.5).contains { name($0) == "ladder" }
    rise = isClimbing || isHeld && lift <= 0 ? 0 : rise + max(0, lift)
    if rise > 1.3 { offences.append("tick \(tick): rose by \(rise) from the ground") }
    airborne = isHeld || isClimbing || lift < -0.05 ? 0 : airborne + 1
    if airborne > 14 { offences.append("tick \(tick): hovers") }
  }

  /// Blocks the look passes through until the first that lets none through, within reach.
  private func inSight(_ pose: Pose) -> [Place] {
    let way = (
      -sin(pose.yaw) * cos(pose.pitch), -sin(pose.pitch), cos(pose.yaw) * cos(pose.pitch)
    )
    var found: [Place] = []
    for step in 0...2250 {
      let t = Double(step) * 0.002
      let place = Place(
        x: Int(floor(pose.x + t * way.0)), y: Int(floor(pose.y + 1.62 + t * way.1)),
        z: Int(floor(pose.z + t * way.2)))
      let name = name(place)
      guard name != "air", name != "water", place != found.last else { continue }
      found.append(place)
      if isFull(name) { break }
    }
    return found
  }

  mutating func record(
    _ kind: Kind, _ place: Place, _ block: String, _ pose: Pose, tick: Int, other: Place? = nil
  ) {
    switch kind {
    case .placed: recordPlacing(place, block, pose, tick, other)
    case .broke: recordBreak(place, block, pose, tick)
    }
  }

  private mutating func recordPlacing(
    _ place: Place, _ block: String, _ pose: Pose, _ tick: Int, _ other: Place?
  ) {
    placed += 1
    for cell in [place, other].compactMap({ $0 }) {
      let there = name(cell)
      let givesWay = ["air", "water", "grass", "snow"].contains(there) || there == block
      if !givesWay { offences.append("tick \(tick): \(block) placed into \(there) at \(cell)") }
    }
    let seen = inSight(pose)
    if !seen.contains(where: { $0 == place || $0.touches(place) }) {
      offences.append("tick \(tick): \(block) at \(place) placed against nothing in sight")
    }
    if isFull(block) {
      for cell in cells(pose, from: 0.001, to: 1.79) where cell == place {
        offences.append("tick \(tick): \(block) placed into the body at \(cell)")
      }
    }
    blocks[place] = block
    if let other { blocks[other] = block }
    spend(Self.item(block), tick)
  }

  private mutating func spend(_ item: String, _ tick: Int) {
    guard bag != nil else { return }
    bag?[item, default: 0] -= 1
    if let left = bag?[item], left < 0 { offences.append("tick \(tick): no \(item) left") }
  }

  private mutating func recordBreak(_ place: Place, _ block: String, _ pose: Pose, _ tick: Int) {
    broken += 1
    if name(place) != block { offences.append("tick \(tick): broke a \(block) that was not there") }
    let halves = [place, place.moved(0, 1, 0), place.moved(0, -1, 0)]
    if !inSight(pose).contains(where: { halves.contains($0) && name($0) == block }) {
      offences.append("tick \(tick): broke \(block) at \(place) out of sight")
    }
    if bag != nil, let hardness = Self.hardness[block] {
      // Stone tools are four times as quick as a hand (Minecraft Wiki: Breaking).
      let least = Int((30 * hardness / 4).rounded(.up))
      if ticksSinceBreak < least {
        offences.append("tick \(tick): \(block) broke after \(ticksSinceBreak) ticks")
      }
    }
    ticksSinceBreak = 0
    blocks[place] = nil
    if block.contains("door") {
      for half in halves where name(half) == block { blocks[half] = nil }
    }
    if bag != nil, let found = Self.drops[block] ?? block { bag?[found, default: 0] += 1 }
  }

  private static let hardness = [
    "dirt": 0.5, "sand": 0.5, "oak_planks": 2, "oak_log": 2, "cobblestone": 2, "stone": 1.5,
    "stone_bricks": 1.5, "bricks": 2,
  ]
  private static let drops: [String: String?] = [
    "stone": "cobblestone", "grass_block": "dirt", "glass": nil, "glass_pane": nil,
    "wall_torch": "torch",
  ]
  private static func item(_ block: String) -> String {
    block == "wall_torch" ? "torch" : block
  }

  /// Where the world is not what the deeds alone have made of it.
  func differences(from world: [Place: String]) -> [String] {
    var found: [String] = []
    for (place, name) in world where self.name(place) != name {
      found.append("\(name) at \(place), by rights \(self.name(place))")
    }
    for (place, name) in blocks where world[place] == nil && name != "air" {
      found.append("nothing at \(place), by rights \(name)")
    }
    return found
  }
}
