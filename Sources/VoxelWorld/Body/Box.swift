/// A box along the axes, in blocks.
@frozen
public struct Box: Hashable, Sendable {
  public var x0: Double
  public var y0: Double
  public var z0: Double
  public var x1: Double
  public var y1: Double
  public var z1: Double

  @inlinable
  public init(x: ClosedRange<Double>, y: ClosedRange<Double>, z: ClosedRange<Double>) {
    x0 = x.lowerBound
    x1 = x.upperBound
    y0 = y.lowerBound
    y1 = y.upperBound
    z0 = z.lowerBound
    z1 = z.upperBound
  }

  /// The box of a shape in its cell.
  @inline(__always)
  init(_ shape: ShapeBox, in cell: Cell) {
    x0 = Double(cell.x) + shape.x0
    y0 = Double(cell.y) + shape.y0
    z0 = Double(cell.z) + shape.z0
    x1 = Double(cell.x) + shape.x1
    y1 = Double(cell.y) + shape.y1
    z1 = Double(cell.z) + shape.z1
  }

  /// Whether the boxes share more than a face.
  @inline(__always)
  public func overlaps(_ other: Box) -> Bool {
    x0 < other.x1 && other.x0 < x1 && y0 < other.y1 && other.y0 < y1 && z0 < other.z1
      && other.z0 < z1
  }

  func moved(_ x: Double, _ y: Double, _ z: Double) -> Box {
    Box(x: x0 + x...x1 + x, y: y0 + y...y1 + y, z: z0 + z...z1 + z)
  }

  /// The box and what it sweeps over on the way.
  func swept(_ x: Double, _ y: Double, _ z: Double) -> Box {
    Box(
      x: x0 + min(x, 0)...x1 + max(x, 0), y: y0 + min(y, 0)...y1 + max(y, 0),
      z: z0 + min(z, 0)...z1 + max(z, 0))
  }
}
