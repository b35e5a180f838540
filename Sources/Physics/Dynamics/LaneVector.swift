import Math

/// One number for each joint or link, in the registers of the processor.
typealias Lanes = SIMD8<Double>

/// A vector for each link.
struct LaneVector {
  var x: Lanes
  var y: Lanes
  var z: Lanes

  @inline(__always)
  static func + (a: LaneVector, b: LaneVector) -> LaneVector {
    LaneVector(x: a.x + b.x, y: a.y + b.y, z: a.z + b.z)
  }

  @inline(__always)
  static func - (a: LaneVector, b: LaneVector) -> LaneVector {
    LaneVector(x: a.x - b.x, y: a.y - b.y, z: a.z - b.z)
  }

  @inline(__always)
  static func * (s: Lanes, a: LaneVector) -> LaneVector {
    LaneVector(x: s * a.x, y: s * a.y, z: s * a.z)
  }

  @inline(__always)
  func dot(_ b: LaneVector) -> Lanes { x * b.x + y * b.y + z * b.z }

  @inline(__always)
  func cross(_ b: LaneVector) -> LaneVector {
    LaneVector(x: y * b.z - z * b.y, y: z * b.x - x * b.z, z: x * b.y - y * b.x)
  }
}
