import VoxelWorld

extension Volume {
  /// The cells of a solid in the box of a size, whose lower corner is at `at`.
  init(_ kind: ShapeKind, size: Cell, at: Cell) {
    var keys: [Int] = []
    keys.reserveCapacity(size.x * size.y * size.z)
    for y in 0..<size.y {
      for z in 0..<size.z {
        let (range, gap) = kind.row(y, z, size)
        for x in range where !gap.contains(x) {
          keys.append(Volume.key(at + Cell(x, y, z)))
        }
      }
    }
    self.init(sorted: keys)
  }

  /// The cells of a picture whose lower corner is at `at`.
  init(_ mask: Mask, at: Cell) {
    var cells: [Cell] = []
    for (row, line) in mask.rows.enumerated() {
      for (column, letter) in line.utf8.enumerated() where letter == UInt8(ascii: "#") {
        let height = mask.rows.count - 1 - row
        switch mask.plane {
        case .xy: cells.append(at + Cell(column, height, 0))
        case .zy: cells.append(at + Cell(0, height, column))
        case .xz: cells.append(at + Cell(column, 0, row))
        }
      }
    }
    self.init(cells)
  }
}

extension ShapeKind {
  /// The cells of one row along x, and those left out of it.
  fileprivate func row(_ y: Int, _ z: Int, _ size: Cell) -> (Range<Int>, Range<Int>) {
    let all = 0..<size.x
    let none = 0..<0
    switch self {
    case .box: return (all, none)
    case .sphere:
      return (disc(size.x, [square(y, size.y), square(z, size.z)]), none)
    case .dome:
      return (disc(size.x, [square(size.y + y, 2 * size.y), square(z, size.z)]), none)
    case .cylinder: return (disc(size.x, [square(z, size.z)]), none)
    case .cone:
      // The radius falls evenly from the foot to the top.
      let share = Double(size.y - y) / Double(size.y)
      let reach = (2 * Double(z) + 1 - Double(size.z)) / Double(size.z) / share
      return (disc(size.x, [reach * reach], scale: share), none)
    case .pyramid:
      guard y <= z, z < size.z - y, 2 * y < size.x else { return (none, none) }
      return (y..<size.x - y, none)
    case .gableX: return (y <= z && z < size.z - y ? all : none, none)
    case .gableZ: return (2 * y < size.x ? y..<size.x - y : none, none)
    case .rampEast: return (y * size.x / size.y..<size.x, none)
    case .rampWest: return (0..<size.x - y * size.x / size.y, none)
    case .rampSouth: return (z >= y * size.z / size.y ? all : none, none)
    case .rampNorth: return (z < size.z - y * size.z / size.y ? all : none, none)
    case .archX:
      return isInArch(y, z, size.y, size.z) ? (none, none) : (all, none)
    case .archZ:
      let passage = all.filter { isInArch(y, $0, size.y, size.x) }
      guard let first = passage.first, let last = passage.last else { return (all, none) }
      return (all, first..<last + 1)
    }
  }

  /// The square of how far a cell's middle is from the middle of `count` cells, in halves of them.
  private func square(_ index: Int, _ count: Int) -> Double {
    let share = (2 * Double(index) + 1 - Double(count)) / Double(count)
    return share * share
  }

  /// The cells of a row whose squares, added to those of the other axes, are at most one.
  private func disc(_ count: Int, _ squares: [Double], scale: Double = 1) -> Range<Int> {
    let left = 1 - squares.reduce(0, +)
    guard left >= 0 else { return 0..<0 }
    let half = Double(count) / 2 * left.squareRoot() * scale
    let first = Int((Double(count) / 2 - half - 0.5).rounded(.up))
    let last = count - 1 - first
    return first <= last ? max(0, first)..<min(count, last + 1) : 0..<0
  }

  /// Whether a cell lies under the arch in a wall of a height and width: posts of one cell, and a
  /// crown of one.
  private func isInArch(_ y: Int, _ along: Int, _ height: Int, _ width: Int) -> Bool {
    guard along >= 1, along < width - 1, y < height - 1 else { return false }
    let radius = Double(width - 2) / 2
    let x = Double(along) - Double(width - 1) / 2
    let spring = max(0, Double(height - 1) - radius)
    let rise = Double(y) + 0.5 - spring
    return rise <= 0 || x * x + rise * rise <= radius * radius + 0.25
  }
}
