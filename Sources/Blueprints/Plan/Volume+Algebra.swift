import VoxelWorld

extension Volume {
  /// Which cells of two sets stay: those only in the first, only in the second, in both.
  private func merged(
    _ other: Volume, left: Bool, right: Bool, both: Bool
  ) -> Volume {
    var result: [Int] = []
    result.reserveCapacity(max(keys.count, right ? keys.count + other.keys.count : 0))
    var i = 0
    var j = 0
    while i < keys.count, j < other.keys.count {
      let a = keys[i]
      let b = other.keys[j]
      if a < b {
        if left { result.append(a) }
        i += 1
      } else if b < a {
        if right { result.append(b) }
        j += 1
      } else {
        if both { result.append(a) }
        i += 1
        j += 1
      }
    }
    if left { result.append(contentsOf: keys[i...]) }
    if right { result.append(contentsOf: other.keys[j...]) }
    return Volume(sorted: result)
  }

  public func union(_ other: Volume) -> Volume {
    merged(other, left: true, right: true, both: true)
  }

  public func subtracting(_ other: Volume) -> Volume {
    merged(other, left: true, right: false, both: false)
  }

  public func intersection(_ other: Volume) -> Volume {
    merged(other, left: false, right: false, both: true)
  }

  /// The set moved by a vector; nil if a cell would be too far away.
  func moved(by vector: Cell) -> Volume? {
    guard let bounds else { return self }
    let reach = Volume.farthest
    for corner in [bounds.lower + vector, bounds.upper + vector] {
      guard abs(corner.x) <= reach, abs(corner.y) <= reach, abs(corner.z) <= reach else {
        return nil
      }
    }
    let shift = Volume.shift(vector)
    return Volume(sorted: keys.map { $0 + shift })
  }

  /// The set with every cell mapped by a function that never maps two cells to one.
  private func mapped(_ place: (Cell) -> Cell) -> Volume {
    Volume(unsorted: keys.map { Volume.key(place(Volume.cell($0))) })
  }

  /// Turned clockwise, as seen from above, by quarters; the lower corner of its box stays.
  func turned(quarters: Int) -> Volume {
    guard let (lower, upper) = bounds else { return self }
    let width = upper.x - lower.x
    let depth = upper.z - lower.z
    return mapped { cell in
      let x = cell.x - lower.x
      let z = cell.z - lower.z
      return switch ((quarters % 4) + 4) % 4 {
      case 1: Cell(lower.x + depth - z, cell.y, lower.z + x)
      case 2: Cell(lower.x + width - x, cell.y, lower.z + depth - z)
      case 3: Cell(lower.x + z, cell.y, lower.z + width - x)
      default: cell
      }
    }
  }

  /// The mirror image in its own box.
  func mirrored(_ axis: Axis) -> Volume {
    guard let (lower, upper) = bounds else { return self }
    return mapped { cell in
      switch axis {
      case .x: Cell(lower.x + upper.x - cell.x, cell.y, cell.z)
      case .y: Cell(cell.x, lower.y + upper.y - cell.y, cell.z)
      case .z: Cell(cell.x, cell.y, lower.z + upper.z - cell.z)
      }
    }
  }

  /// The cells that a test lets pass.
  func filtered(_ isKept: (Cell) -> Bool) -> Volume {
    Volume(sorted: keys.filter { isKept(Volume.cell($0)) })
  }

  /// The cells within `thickness` cells of the outside, where what is above an open top and below
  /// an open bottom does not count as outside.
  func shell(thickness: Int, open: Opening) -> Volume {
    var core = self
    for _ in 0..<thickness {
      let inner = core
      let shifts = open.closedSides.map {
        Volume.shift(Cell($0.x, $0.y, $0.z))
      }
      core = Volume(
        sorted: inner.keys.filter { key in
          shifts.allSatisfy { inner.contains(key: key + $0) }
        })
      if core.isEmpty { break }
    }
    return subtracting(core)
  }
}
