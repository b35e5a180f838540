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

/// Numbers for each link that pass through memory, component by component: in passes along the
/// tree the links follow one another, between the passes they are worked on side by side.
struct LaneTable<let rows: Int> {
  /// Plain numbers, because elements of arrays in arrays are reached in place.
  var columns = InlineArray<rows, InlineArray<8, Double>>(
    repeating: InlineArray<8, Double>(repeating: 0))

  @inline(__always)
  subscript(row: Int) -> Lanes {
    get { unsafe unsafeBitCast(columns[row], to: Lanes.self) }
    set { columns[row] = unsafe unsafeBitCast(newValue, to: InlineArray<8, Double>.self) }
  }

  /// Three rows from `row` on.
  @inline(__always)
  subscript(vectorAt row: Int) -> LaneVector {
    get { LaneVector(x: self[row], y: self[row + 1], z: self[row + 2]) }
    set {
      self[row] = newValue.x
      self[row + 1] = newValue.y
      self[row + 2] = newValue.z
    }
  }

  @inline(__always)
  mutating func set(_ vector: Wide, at row: Int, lane: Int) {
    columns[row][lane] = vector.x
    columns[row + 1][lane] = vector.y
    columns[row + 2][lane] = vector.z
  }
}

/// What the links of an arm are made of, one link in a lane.
struct BodyLanes: Hashable, Sendable {
  /// 1 for joints that slide, and for those that turn.
  var slides = JointVector.zero
  var turns = JointVector.zero
  var mass = JointVector.zero
  /// The centre of mass, and the rotational inertia about it: xx, yy, zz, xy, xz, yz.
  var centre = [JointVector](repeating: .zero, count: 3)
  var rotational = [JointVector](repeating: .zero, count: 6)

  init(_ bodies: [ArmBody]) {
    for (lane, body) in bodies.enumerated() {
      slides[lane] = body.slides ? 1 : 0
      turns[lane] = body.slides ? 0 : 1
      mass[lane] = body.mass
      let (c, j) = (body.centre, body.rotational)
      for (row, number) in [c.x, c.y, c.z].enumerated() { centre[row][lane] = number }
      for (row, number) in [j.xx, j.yy, j.zz, j.xy, j.xz, j.yz].enumerated() {
        rotational[row][lane] = number
      }
    }
  }
}
