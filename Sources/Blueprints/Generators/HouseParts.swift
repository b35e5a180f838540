import VoxelWorld

/// What the outer walls are made of.
public struct WallFinish: Hashable, Sendable {
  public var main: Material
  /// The lowest layer of the lowest storey.
  public var base: Material?
  /// Posts at the corners, from the ground to the eaves.
  public var corner: Material?
  /// The main material of each storey, from the ground up, where it differs.
  public var storeys: [Material] = []

  public init(_ main: Material, base: Material? = nil, corner: Material? = nil) {
    self.main = main
    self.base = base
    self.corner = corner
  }

  public func main(of storey: Int) -> Material {
    storey < storeys.count ? storeys[storey] : storeys.last ?? main
  }
}

/// A door, or an opening where a door might be.
public struct DoorPlan: Hashable, Sendable {
  /// The side of the building, by compass; nil for its front.
  public var side: Direction?
  /// Blocks from the middle of the wall, to the right as one looks at it from outside.
  public var offset = 0
  /// Nil leaves the doorway open.
  public var block: BlockState? = "oak_door"
  public var isDouble = false
  /// Levers, buttons or nothing beside the door, one of which is enough to open it.
  public var outside: BlockState?
  public var inside: BlockState?

  public init(_ side: Direction? = nil, block: BlockState? = "oak_door") {
    self.side = side
    self.block = block
  }
}

/// Windows in even distances.
public struct WindowPlan: Hashable, Sendable {
  public var block: BlockState = "glass_pane"
  public var width = 1
  public var height = 1
  /// Solid cells between two windows.
  public var gap = 2
  /// The sides that have windows, by compass; nil for all.
  public var sides: [Direction]?
  /// How many on each side; nil for as many as fit.
  public var count: Int?

  public init() {}
}

/// A thing in a room.
public struct Furnishing: Hashable, Sendable {
  /// Where in a room, as one enters it.
  public enum Spot: String, CaseIterable, Hashable, Sendable {
    case anywhere, left, right, back, front, centre
    case leftCorner = "left-corner"
    case rightCorner = "right-corner"
  }

  public var block: BlockState
  public var count: Int
  public var spot: Spot
  /// The storey, from 0; nil for the lowest with room.
  public var storey: Int?

  public init(
    _ block: BlockState, count: Int = 1, spot: Spot = .anywhere, storey: Int? = nil
  ) {
    self.block = block
    self.count = count
    self.spot = spot
    self.storey = storey
  }
}

/// A room of a house, and what stands in it.
public struct RoomPlan: Hashable, Sendable {
  public var kind: Mansion.Room
  public var furniture: [Furnishing]

  public init(_ kind: Mansion.Room, furniture: [Furnishing]? = nil) {
    self.kind = kind
    self.furniture = furniture ?? kind.furniture
  }
}

/// A wing of a building: a rectangle by compass, from the north-western corner of the main one.
public struct Wing: Hashable, Sendable {
  public var x: Int
  public var z: Int
  public var width: Int
  public var depth: Int

  public init(x: Int, z: Int, width: Int, depth: Int) {
    self.x = x
    self.z = z
    self.width = width
    self.depth = depth
  }
}

/// A chimney at an end of the house.
public struct ChimneyPlan: Hashable, Sendable {
  /// The end, by compass; nil for the end to the left of the front.
  public var side: Direction?
  public var material: Material = "bricks"
  public var hasCampfire = true

  public init() {}
}

/// What leads from storey to storey.
public enum Climb: String, CaseIterable, Hashable, Sendable {
  case ladder, stairs
}

/// Redstone lamps in the middle of the ceiling, switched at the door, with hidden wiring.
public struct LampPlan: Hashable, Sendable {
  public var across: Int
  public var along: Int

  /// How a number of lamps lie: as nearly square as may be.
  static func spread(_ count: Int) -> (x: Int, z: Int) {
    let across = (1...4).last { $0 * $0 <= max(1, count) } ?? 1
    return (across, min(4, (count + across - 1) / across))
  }

  public init(across: Int = 2, along: Int = 2) {
    self.across = across
    self.along = along
  }
}
