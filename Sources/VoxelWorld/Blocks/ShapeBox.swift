/// A box inside a cell, in blocks from the cell's lower north-western corner.
@frozen
public struct ShapeBox: Hashable, Sendable {
  public var x0: Double
  public var y0: Double
  public var z0: Double
  public var x1: Double
  public var y1: Double
  public var z1: Double

  /// A box between two corners given in sixteenths of a block.
  init(_ x0: Int, _ y0: Int, _ z0: Int, _ x1: Int, _ y1: Int, _ z1: Int) {
    self.x0 = Double(x0) / 16
    self.y0 = Double(y0) / 16
    self.z0 = Double(z0) / 16
    self.x1 = Double(x1) / 16
    self.y1 = Double(y1) / 16
    self.z1 = Double(z1) / 16
  }

  static let full = ShapeBox(0, 0, 0, 16, 16, 16)

  /// A box that starts at the ground, as high as `height` sixteenths.
  static func layer(_ height: Int) -> ShapeBox { ShapeBox(0, 0, 0, 16, height, 16) }

  /// A box about the middle of the cell, with the same gap on all four sides.
  static func post(_ gap: Int, _ height: Int, from bottom: Int = 0) -> ShapeBox {
    ShapeBox(gap, bottom, gap, 16 - gap, height, 16 - gap)
  }

  /// A plate of the given thickness against the face of the cell in `direction`.
  static func plate(_ direction: Direction, _ thickness: Int) -> ShapeBox {
    slice(direction, 16 - thickness, 16)
  }

  /// What lies between two depths, measured in sixteenths towards `direction`.
  static func slice(_ direction: Direction, _ from: Int, _ to: Int) -> ShapeBox {
    switch direction {
    case .down: ShapeBox(0, 16 - to, 0, 16, 16 - from, 16)
    case .up: ShapeBox(0, from, 0, 16, to, 16)
    case .north: ShapeBox(0, 0, 16 - to, 16, 16, 16 - from)
    case .south: ShapeBox(0, 0, from, 16, 16, to)
    case .west: ShapeBox(16 - to, 0, 0, 16 - from, 16, 16)
    case .east: ShapeBox(from, 0, 0, to, 16, 16)
    }
  }

  /// A beam from the middle post, `gap` sixteenths from the sides, out to `direction`.
  static func arm(_ direction: Direction, gap: Int, from bottom: Int, to top: Int) -> ShapeBox {
    var box = slice(direction, 16 - gap, 16)
    box.y0 = Double(bottom) / 16
    box.y1 = Double(top) / 16
    if direction.x == 0 {
      box.x0 = Double(gap) / 16
      box.x1 = 1 - box.x0
    } else {
      box.z0 = Double(gap) / 16
      box.z1 = 1 - box.z0
    }
    return box
  }

  /// What this box shares with `other`, which overlaps it.
  func intersection(_ other: ShapeBox) -> ShapeBox {
    var box = self
    box.x0 = max(x0, other.x0)
    box.y0 = max(y0, other.y0)
    box.z0 = max(z0, other.z0)
    box.x1 = min(x1, other.x1)
    box.y1 = min(y1, other.y1)
    box.z1 = min(z1, other.z1)
    return box
  }
}
