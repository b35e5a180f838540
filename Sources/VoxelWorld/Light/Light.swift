/// The light of every cell: that of blocks and that of the sky, each 0 ... 15, in one byte.
///
/// Light loses one level per cell and what the cell it enters takes; light from straight above
/// keeps its 15 as long as nothing is in the way.
struct Light: Sendable {
  let size: WorldSize
  /// Blocks in the low four bits, sky in the high four, in the order y, z, x.
  private(set) var levels: [UInt8]
  private var pending: [Int32] = []
  /// Cells whose neighbours may have to grow brighter.
  private var bright: [Int32] = []
  /// Cells that have lost their light, with the level that they had.
  private var dark: [(cell: Int32, level: UInt8)] = []

  init(size: WorldSize) {
    self.size = size
    levels = Array(repeating: 0, count: size.blockCount)
  }

  enum Source: Sendable { case blocks, sky }

  @inline(__always)
  func level(_ source: Source, at index: Int) -> UInt8 {
    source == .blocks ? levels[index] & 15 : levels[index] >> 4
  }

  @inline(__always)
  private mutating func setLevel(_ source: Source, at index: Int, to level: UInt8) {
    levels[index] =
      source == .blocks ? levels[index] & 0xF0 | level : levels[index] & 15 | level << 4
  }

  /// Remembers a cell whose block lets through or gives other light than before.
  mutating func blockChanged(at cell: Cell, from old: BlockTraits, to new: BlockTraits) {
    guard old.emission != new.emission || old.filter != new.filter else { return }
    pending.append(Int32((cell.y * size.z + cell.z) * size.x + cell.x))
  }

  var isSettled: Bool { pending.isEmpty }

  /// Works out all light anew.
  mutating func recompute(_ world: borrowing World) {
    pending.removeAll(keepingCapacity: true)
    for index in levels.indices { levels[index] = 0 }
    seedSky(world)
    spread(.sky, world)
    for index in levels.indices {
      let emission = world.traits(at: cell(index)).emission
      guard emission > 0 else { continue }
      setLevel(.blocks, at: index, to: emission)
      bright.append(Int32(index))
    }
    spread(.blocks, world)
  }

  /// Follows the changes since the last time.
  mutating func settle(_ world: borrowing World) {
    let changed = pending
    pending.removeAll(keepingCapacity: true)
    for source in [Source.blocks, .sky] {
      for index in changed {
        let level = level(source, at: Int(index))
        if level > 0 {
          setLevel(source, at: Int(index), to: 0)
          dark.append((index, level))
        }
      }
      darken(source, world)
      for index in changed { relight(source, Int(index), world) }
      spread(source, world)
    }
  }

  /// Gives a changed cell the light it makes, or that comes from outside the world.
  private mutating func relight(_ source: Source, _ index: Int, _ world: borrowing World) {
    let cell = cell(index)
    let traits = world.traits(at: cell)
    if source == .blocks, traits.emission > level(.blocks, at: index) {
      setLevel(.blocks, at: index, to: traits.emission)
    } else if source == .sky, cell.y == size.y - 1, traits.filter < 15 {
      setLevel(.sky, at: index, to: 15 - traits.filter)
    }
    if level(source, at: index) > 0 { bright.append(Int32(index)) }
    for direction in Direction.allCases {
      let neighbour = cell + direction
      if size.contains(neighbour), level(source, at: self.index(neighbour)) > 0 {
        bright.append(Int32(self.index(neighbour)))
      }
    }
  }

  /// The sky lights the uppermost cells.
  private mutating func seedSky(_ world: borrowing World) {
    for z in 0..<size.z {
      for x in 0..<size.x {
        let cell = Cell(x, size.y - 1, z)
        let filter = world.traits(at: cell).filter
        guard filter < 15 else { continue }
        setLevel(.sky, at: index(cell), to: 15 - filter)
        bright.append(Int32(index(cell)))
      }
    }
  }

  @inline(__always)
  private func index(_ cell: Cell) -> Int { (cell.y * size.z + cell.z) * size.x + cell.x }

  @inline(__always)
  private func cell(_ index: Int) -> Cell {
    let row = index / size.x
    return Cell(index % size.x, row / size.z, row % size.z)
  }

  /// Lets light run from bright cells until nothing grows brighter.
  private mutating func spread(_ source: Source, _ world: borrowing World) {
    var next = 0
    while next < bright.count {
      let from = Int(bright[next])
      next += 1
      let level = level(source, at: from)
      let here = cell(from)
      guard level > 1 || source == .sky && level == 1 else { continue }
      for direction in Direction.allCases {
        let neighbour = here + direction
        guard size.contains(neighbour) else { continue }
        let filter = world.traits(at: neighbour).filter
        let isBeam = source == .sky && direction == .down && level == 15 && filter == 0
        let loss = isBeam ? 0 : max(1, filter)
        guard level > loss else { continue }
        let to = index(neighbour)
        if self.level(source, at: to) < level - loss {
          setLevel(source, at: to, to: level - loss)
          bright.append(Int32(to))
        }
      }
    }
    bright.removeAll(keepingCapacity: true)
  }

  /// Takes away the light that came from cells that have lost theirs; what other sources give to
  /// the rim grows back from there.
  private mutating func darken(_ source: Source, _ world: borrowing World) {
    var next = 0
    while next < dark.count {
      let (from, level) = dark[next]
      next += 1
      let here = cell(Int(from))
      for direction in Direction.allCases {
        let neighbour = here + direction
        guard size.contains(neighbour) else { continue }
        let to = index(neighbour)
        let there = self.level(source, at: to)
        guard there > 0 else { continue }
        let isBeam = source == .sky && direction == .down && level == 15 && there == 15
        if there < level || isBeam {
          setLevel(source, at: to, to: 0)
          dark.append((Int32(to), there))
          if source == .blocks { reignite(to, world) }
        } else {
          bright.append(Int32(to))
        }
      }
    }
    dark.removeAll(keepingCapacity: true)
  }

  /// A darkened cell that makes light of its own goes on doing so.
  private mutating func reignite(_ index: Int, _ world: borrowing World) {
    let emission = world.traits(at: cell(index)).emission
    guard emission > 0 else { return }
    setLevel(.blocks, at: index, to: emission)
    bright.append(Int32(index))
  }
}
