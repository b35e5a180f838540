import Math

/// A shape of unit size as triangles, drawn many times with different placements.
struct ShapeMesh: Sendable {
  /// Seven numbers a vertex: position, normal, and which end of a stretched shape it belongs to.
  private(set) var vertices: [Float] = []
  private(set) var indices: [UInt32] = []

  static let numbersPerVertex = 7

  private mutating func add(_ position: Vector3, _ normal: Vector3, end: Float = 0) {
    for number in [position.x, position.y, position.z, normal.x, normal.y, normal.z] {
      vertices.append(Float(number))
    }
    vertices.append(end)
  }

  private var count: UInt32 { UInt32(vertices.count / Self.numbersPerVertex) }

  /// Adds the four-cornered faces of a grid of vertices that starts at `start`.
  private mutating func join(_ rows: Int, _ columns: Int, from start: UInt32) {
    for row in 0..<UInt32(rows - 1) {
      for column in 0..<UInt32(columns - 1) {
        let a = start + row * UInt32(columns) + column
        let b = a + UInt32(columns)
        indices += [a, a + 1, b + 1, a, b + 1, b]
      }
    }
  }

  /// A box from -1 to 1.
  static let box: ShapeMesh = {
    var mesh = ShapeMesh()
    for axis in 0..<3 {
      for sign in [-1.0, 1] {
        let start = mesh.count
        let normal = sign * unit(axis)
        let right = unit((axis + 1) % 3)
        let top = sign * unit((axis + 2) % 3)
        for (x, y) in [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)] {
          mesh.add(normal + x * right + y * top, normal)
        }
        mesh.indices += [0, 1, 2, 0, 2, 3].map { start + $0 }
      }
    }
    return mesh
  }()

  /// A sphere of radius 1, or a capsule where the placement stretches it: its upper half is end 1.
  static let capsule: ShapeMesh = {
    var mesh = ShapeMesh()
    let (rings, slices) = (16, 32)
    // The equator stands twice, once for each end.
    for ring in 0...rings + 1 {
      let step = ring <= rings / 2 ? ring : ring - 1
      let (sine, cosine) = sincos(.pi * Double(step) / Double(rings))
      for slice in 0...slices {
        let (y, x) = sincos(2 * .pi * Double(slice) / Double(slices))
        let point = Vector3(sine * x, sine * y, -cosine)
        mesh.add(point, point, end: ring <= rings / 2 ? 0 : 1)
      }
    }
    mesh.join(rings + 2, slices + 1, from: 0)
    return mesh
  }()

  /// A cylinder of radius 1 about z, from z = -1 to 1.
  static let cylinder: ShapeMesh = {
    var mesh = ShapeMesh()
    let slices = 40
    let rim = (0...slices).map { slice in
      let (y, x) = sincos(2 * .pi * Double(slice) / Double(slices))
      return Vector3(x, y, 0)
    }
    for z in [-1.0, 1] {
      for point in rim { mesh.add(point + z * .unitZ, point) }
    }
    mesh.join(2, slices + 1, from: 0)
    for z in [-1.0, 1] {
      let centre = mesh.count
      mesh.add(z * .unitZ, z * .unitZ)
      for point in rim { mesh.add(point + z * .unitZ, z * .unitZ) }
      for slice in 1...UInt32(slices) {
        let (a, b) = (centre + slice, centre + slice + 1)
        mesh.indices += z > 0 ? [centre, a, b] : [centre, b, a]
      }
    }
    return mesh
  }()

  private static func unit(_ axis: Int) -> Vector3 {
    axis == 0 ? .unitX : axis == 1 ? .unitY : .unitZ
  }
}
