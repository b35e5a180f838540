import VoxelWorld

/// Sides as directions.
enum Compass {
  /// The direction of a side by compass; nil for what is none.
  static func direction(_ side: Side) -> Direction? {
    switch side {
    case .north: .north
    case .south: .south
    case .east: .east
    case .west: .west
    case .top: .up
    case .bottom, .beneath: .down
    default: nil
    }
  }

  /// The direction of a side of something whose front looks to `front`. Left and right are as one
  /// faces the front from outside.
  static func direction(_ side: Side, front: Direction) -> Direction? {
    switch side {
    case .front: front
    case .back: front.opposite
    case .left: front.clockwise
    case .right: front.counterclockwise
    default: direction(side)
    }
  }
}
