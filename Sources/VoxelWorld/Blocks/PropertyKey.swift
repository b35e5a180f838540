/// The name of a property of block states, as in `minecraft:oak_stairs[facing=east,half=top]`.
public enum PropertyKey: String, CaseIterable, Sendable, Codable {
  case age, axis, bites, bottom, candles, delay, distance, down, east, enabled, extended, face
  case facing, half, hanging, hinge, instrument, layers, leaves, level, lit, locked, mode, moisture
  case north, note, occupied, open, part, persistent, power, powered, rotation, shape, short
  case snowy, south, stage, triggered, type, unstable, up, waterlogged, west
  case flowerAmount = "flower_amount"
  case hasBook = "has_book"
  case hasRecord = "has_record"
  case honeyLevel = "honey_level"
  case inWall = "in_wall"
  case signalFire = "signal_fire"

  /// The connection towards a direction: of fences, panes, walls, vines and redstone dust.
  static func side(_ direction: Direction) -> PropertyKey {
    switch direction {
    case .down: .down
    case .up: .up
    case .north: .north
    case .south: .south
    case .west: .west
    case .east: .east
    }
  }
}
