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
