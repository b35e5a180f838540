import Math

/// A 4 x 4 matrix of the graphics card, column after column.
struct Matrix4: Sendable, Hashable {
  var columns: (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>)

  static func == (a: Matrix4, b: Matrix4) -> Bool { a.columns == b.columns }

  func hash(into hasher: inout Hasher) {
    hasher.combine(columns.0)
    hasher.combine(columns.1)
    hasher.combine(columns.2)
    hasher.combine(columns.3)
  }

  /// First `b`, then `a`.
  static func * (a: Matrix4, b: Matrix4) -> Matrix4 {
    Matrix4(columns: (a(b.columns.0), a(b.columns.1), a(b.columns.2), a(b.columns.3)))
  }

  func callAsFunction(_ v: SIMD4<Float>) -> SIMD4<Float> {
    columns.0 * v.x + columns.1 * v.y + columns.2 * v.z + columns.3 * v.w
  }

  /// A point in homogeneous coordinates.
  func callAsFunction(_ point: Vector3) -> SIMD4<Float> {
    self(SIMD4(Float(point.x), Float(point.y), Float(point.z), 1))
  }
}

extension Matrix4 {
  /// From the world to an eye that looks along its own -z.
  static func look(from eye: Vector3, to target: Vector3, up: Vector3) -> Matrix4 {
    let back = (eye - target).normalized(or: Vector3(0, -1, 0))
    let right = up.cross(back).normalized(or: .unitX)
    let top = back.cross(right)
    func row(_ axis: Vector3) -> SIMD4<Float> {
      SIMD4(Float(axis.x), Float(axis.y), Float(axis.z), Float(-axis.dot(eye)))
    }
    return Matrix4(rows: row(right), row(top), row(back), SIMD4(0, 0, 0, 1))
  }

  /// - Parameter fieldOfView: from the lower to the upper edge, radians.
  static func perspective(
    fieldOfView: Double, aspect: Double, near: Double, far: Double
  ) -> Matrix4 {
    let (sine, cosine) = sincos(0.5 * fieldOfView)
    let scale = cosine / sine
    let depth = near - far
    return Matrix4(
      rows: SIMD4(Float(scale / aspect), 0, 0, 0), SIMD4(0, Float(scale), 0, 0),
      SIMD4(0, 0, Float((far + near) / depth), Float(2 * far * near / depth)),
      SIMD4(0, 0, -1, 0))
  }

  /// A box about the line of sight.
  static func orthographic(halfSide: Double, near: Double, far: Double) -> Matrix4 {
    let depth = near - far
    return Matrix4(
      rows: SIMD4(Float(1 / halfSide), 0, 0, 0), SIMD4(0, Float(1 / halfSide), 0, 0),
      SIMD4(0, 0, Float(2 / depth), Float((far + near) / depth)), SIMD4(0, 0, 0, 1))
  }

  init(rows a: SIMD4<Float>, _ b: SIMD4<Float>, _ c: SIMD4<Float>, _ d: SIMD4<Float>) {
    columns = (
      SIMD4(a.x, b.x, c.x, d.x), SIMD4(a.y, b.y, c.y, d.y), SIMD4(a.z, b.z, c.z, d.z),
      SIMD4(a.w, b.w, c.w, d.w)
    )
  }

  /// Sixteen numbers, column after column.
  var numbers: [Float] {
    [columns.0, columns.1, columns.2, columns.3].flatMap { [$0.x, $0.y, $0.z, $0.w] }
  }
}
