/// The integer coordinates of one block: x to the east, y up, z to the south.
@frozen
public struct Cell: Hashable, Sendable, Codable {
  public var x: Int
  public var y: Int
  public var z: Int

  @inlinable
  public init(_ x: Int, _ y: Int, _ z: Int) {
    self.x = x
    self.y = y
    self.z = z
  }

  @inlinable
  public static func + (cell: Cell, direction: Direction) -> Cell {
    Cell(cell.x + direction.x, cell.y + direction.y, cell.z + direction.z)
  }

  @inlinable
  public static func + (a: Cell, b: Cell) -> Cell { Cell(a.x + b.x, a.y + b.y, a.z + b.z) }

  @inlinable
  public static func - (a: Cell, b: Cell) -> Cell { Cell(a.x - b.x, a.y - b.y, a.z - b.z) }

  @inlinable public var above: Cell { Cell(x, y + 1, z) }
  @inlinable public var below: Cell { Cell(x, y - 1, z) }

  /// Steps along the axes to `other`.
  @inlinable
  public func distance(to other: Cell) -> Int {
    abs(x - other.x) + abs(y - other.y) + abs(z - other.z)
  }
}
