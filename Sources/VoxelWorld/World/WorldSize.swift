/// The extent of a world in blocks, from cell (0, 0, 0).
public struct WorldSize: Hashable, Sendable, Codable {
  /// From west to east.
  public var x: Int
  /// From bottom to top.
  public var y: Int
  /// From north to south.
  public var z: Int

  public init(_ x: Int, _ y: Int, _ z: Int) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// The longest side there may be.
  public static let longest = 1024
  /// The most blocks there may be: 512 x 256 x 512.
  public static let mostBlocks = 1 << 26

  /// Whether a world of this size can be made.
  public var isSensible: Bool {
    let sides = [x, y, z]
    guard sides.allSatisfy({ (1...Self.longest).contains($0) }) else { return false }
    return x * y * z <= Self.mostBlocks
  }

  public var blockCount: Int { x * y * z }

  @inline(__always)
  public func contains(_ cell: Cell) -> Bool {
    UInt(bitPattern: cell.x) < UInt(bitPattern: x) && UInt(bitPattern: cell.y) < UInt(bitPattern: y)
      && UInt(bitPattern: cell.z) < UInt(bitPattern: z)
  }
}
