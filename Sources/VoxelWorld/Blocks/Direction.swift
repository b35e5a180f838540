/// One of the six faces of a cell. Axes inside this target are those players know: x to the east,
/// y up, z to the south.
public enum Direction: UInt8, CaseIterable, Sendable, Codable {
  case down, up, north, south, west, east

  /// The cells next to a cell in the order in which they hear of a change.
  static let notified: [Direction] = [.west, .east, .north, .south, .down, .up]
  /// The four directions on the level, in the order in which rules go through them.
  static let horizontal: [Direction] = [.north, .south, .west, .east]

  @inlinable public var opposite: Direction { Direction(rawValue: rawValue ^ 1) ?? self }
  @inlinable public var isHorizontal: Bool { rawValue >= 2 }
  @inlinable public var x: Int { self == .east ? 1 : self == .west ? -1 : 0 }
  @inlinable public var y: Int { self == .up ? 1 : self == .down ? -1 : 0 }
  @inlinable public var z: Int { self == .south ? 1 : self == .north ? -1 : 0 }

  /// A quarter turn to the right as seen from above; up and down stay.
  public var clockwise: Direction {
    switch self {
    case .north: .east
    case .east: .south
    case .south: .west
    case .west: .north
    default: self
    }
  }

  public var counterclockwise: Direction { clockwise.opposite }

  /// The bit of this direction in a set of faces.
  var bit: UInt8 { 1 << rawValue }

  /// The axis this direction lies along.
  var axis: PropertyWord { x != 0 ? .x : y != 0 ? .y : .z }
}
