import VoxelWorld

/// A rectangle on the ground, in cells, all corners included.
struct Rectangle: Hashable, Sendable {
  var x: ClosedRange<Int>
  var z: ClosedRange<Int>

  init(_ x: ClosedRange<Int>, _ z: ClosedRange<Int>) {
    self.x = x
    self.z = z
  }

  /// The rectangle between two corners.
  init(_ a: Cell, _ b: Cell) {
    self.init(min(a.x, b.x)...max(a.x, b.x), min(a.z, b.z)...max(a.z, b.z))
  }

  var width: Int { x.count }
  var depth: Int { z.count }

  func contains(_ x: Int, _ z: Int) -> Bool { self.x.contains(x) && self.z.contains(z) }

  func grown(by cells: Int) -> Rectangle {
    let x0 = x.lowerBound - cells
    let z0 = z.lowerBound - cells
    return Rectangle(
      x0...max(x0, x.upperBound + cells), z0...max(z0, z.upperBound + cells))
  }

  func lower(_ y: Int) -> Cell { Cell(x.lowerBound, y, z.lowerBound) }
  func upper(_ y: Int) -> Cell { Cell(x.upperBound, y, z.upperBound) }
}
