import VoxelWorld

/// A set of cells, in the order y, z, x.
public struct Volume: Hashable, Sendable {
  /// The cells as numbers that sort in the order y, z, x; each once, the least first.
  var keys: [Int]

  /// Coordinates lie in -4096 ... 4096.
  public static let farthest = 4096
  private static let bias = 1 << 15

  init(sorted keys: [Int]) { self.keys = keys }

  /// The set of some cells in any order.
  public init(_ cells: [Cell]) { self.init(unsorted: cells.map(Volume.key)) }

  init(unsorted keys: [Int]) {
    var keys = keys
    keys.sort()
    var kept = 0
    for index in keys.indices where index == 0 || keys[index] != keys[kept - 1] {
      keys[kept] = keys[index]
      kept += 1
    }
    keys.removeLast(keys.count - kept)
    self.keys = keys
  }

  static func key(_ cell: Cell) -> Int {
    ((cell.y + bias) << 16 | (cell.z + bias)) << 16 | (cell.x + bias)
  }

  static func cell(_ key: Int) -> Cell {
    Cell((key & 0xFFFF) - bias, key >> 32 - bias, ((key >> 16) & 0xFFFF) - bias)
  }

  /// What moving by a vector adds to a key.
  static func shift(_ by: Cell) -> Int { by.y << 32 + by.z << 16 + by.x }

  public var count: Int { keys.count }
  public var isEmpty: Bool { keys.isEmpty }
  public var cells: [Cell] { keys.map(Volume.cell) }

  public func contains(_ cell: Cell) -> Bool { contains(key: Volume.key(cell)) }

  func contains(key: Int) -> Bool {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key
  }

  /// The corners of the smallest box around the cells; nil if there are none.
  public var bounds: (lower: Cell, upper: Cell)? {
    guard let first = keys.first, let last = keys.last else { return nil }
    var lower = Volume.cell(first)
    var upper = Volume.cell(last)
    for key in keys {
      let cell = Volume.cell(key)
      lower.x = min(lower.x, cell.x)
      upper.x = max(upper.x, cell.x)
      lower.z = min(lower.z, cell.z)
      upper.z = max(upper.z, cell.z)
    }
    return (lower, upper)
  }
}
