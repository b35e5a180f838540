import Math

/// A box of blocks with the rules that move them. A value: a copy is a snapshot and shares storage
/// until either is written to.
///
/// Coordinates are x to the east, y up and z to the south, from 0; what lies outside is air.
public struct World: Sendable {
  public let size: WorldSize
  /// Twentieths of a second since the world began.
  public internal(set) var time = 0
  let chunksAcross: Int
  let chunksAlong: Int
  private(set) var chunks: [Chunk]
  /// The sum of a number per block that is not air: changes with every write, costs nothing to ask.
  public private(set) var fingerprint: UInt64 = 0
  /// The traits of all states, at hand.
  let traits: [BlockTraits]
  /// The boxes of all shapes, and where each shape's boxes start.
  let boxes: [ShapeBox]
  let boxStarts: [Int]

  /// Which rules apply.
  public var settings: Settings
  var notices = NoticeQueue()
  var ticks = TickQueue()
  var memory = BlockMemory()
  var containers = Containers()
  /// Dust whose power has to be worked out again.
  var dirtyDust: [Cell] = []
  var dust = DustNetwork()
  var torchFlips: [TorchFlip] = []
  /// Blocks that pistons are moving.
  var travelling: [TravellingBlock] = []
  /// Blocks that fall.
  public internal(set) var falling: [FallingBlock] = []
  /// What lies about.
  public internal(set) var drops: [Drop] = []
  /// Where bodies are, for pressure plates and for what may be placed.
  public var occupants: [Box] = []
  /// Notes played since this was last emptied.
  public var notes: [Note] = []
  var light: Light?

  /// What is to be simulated.
  public struct Settings: Hashable, Sendable {
    /// Whether a piston is also powered through the cell above it.
    public var quasiConnectivity = false
    /// Whether broken blocks leave something behind.
    public var drops = true

    public init() {}
  }

  /// An empty world. The size must be sensible.
  public init(size: WorldSize, settings: Settings = Settings()) {
    precondition(size.isSensible, "a world has 1 to 1024 blocks a side, 2^26 at the most")
    self.size = size
    self.settings = settings
    chunksAcross = (size.x + 15) / 16
    chunksAlong = (size.z + 15) / 16
    let count = chunksAcross * chunksAlong * ((size.y + 15) / 16)
    chunks = Array(repeating: Chunk(filledWith: 0), count: count)
    traits = BlockTable.standard.states
    boxes = BlockTable.standard.boxes
    boxStarts = BlockTable.standard.boxStarts
  }

  @inline(__always)
  private func chunkIndex(_ x: Int, _ y: Int, _ z: Int) -> Int {
    ((y >> 4) * chunksAlong + (z >> 4)) * chunksAcross + (x >> 4)
  }

  /// The state of a cell; air outside.
  public subscript(cell: Cell) -> BlockState {
    @inline(__always) get { self[cell.x, cell.y, cell.z] }
  }

  /// The state of a cell; air outside.
  public subscript(x: Int, y: Int, z: Int) -> BlockState {
    @inline(__always)
    get {
      guard size.contains(Cell(x, y, z)) else { return .air }
      return BlockState(id: chunks[chunkIndex(x, y, z)].state(at: Chunk.index(x, y, z)))
    }
  }

  /// What the rules ask of the state of a cell.
  @inline(__always)
  func traits(at cell: Cell) -> BlockTraits { traits[Int(self[cell].id)] }

  /// Writes a cell and tells nobody: for building worlds. Cells outside stay as they are.
  ///
  /// - Returns: the state that was there.
  @discardableResult
  public mutating func write(_ state: BlockState, at cell: Cell) -> BlockState {
    guard size.contains(cell) else { return .air }
    let chunk = chunkIndex(cell.x, cell.y, cell.z)
    let index = Chunk.index(cell.x, cell.y, cell.z)
    let before = chunks[chunk].exchange(index, for: state.id)
    guard before != state.id else { return state }
    let place = self.index(of: cell)
    fingerprint = fingerprint &- World.mark(place, before) &+ World.mark(place, state.id)
    return BlockState(id: before)
  }

  /// The number of a cell among all cells.
  @inline(__always)
  func index(of cell: Cell) -> Int { (cell.y * size.z + cell.z) * size.x + cell.x }

  /// What a block adds to the fingerprint; air adds nothing.
  @inline(__always)
  static func mark(_ place: Int, _ state: UInt16) -> UInt64 {
    guard state != 0 else { return 0 }
    var z = (UInt64(truncatingIfNeeded: place) << 16 | UInt64(state)) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 32)) &* 0xBF58_476D_1CE4_E5B9
    return z ^ (z >> 29)
  }

  /// Writes all cells, chunk by chunk.
  mutating func load(_ states: Span<UInt16>) {
    fingerprint = 0
    for chunk in chunks.indices {
      let base = Cell(
        16 * (chunk % chunksAcross), 16 * (chunk / (chunksAcross * chunksAlong)),
        16 * (chunk / chunksAcross % chunksAlong))
      var fresh = Chunk(filledWith: 0)
      for y in base.y..<min(base.y + 16, size.y) {
        for z in base.z..<min(base.z + 16, size.z) {
          let row = (y * size.z + z) * size.x
          for x in base.x..<min(base.x + 16, size.x) {
            fresh.set(Chunk.index(x, y, z), to: states[row + x])
            fingerprint &+= World.mark(row + x, states[row + x])
          }
        }
      }
      chunks[chunk] = fresh
    }
  }

  /// Gives a copy storage of its own, so that writing to it asks for no memory until more happens
  /// at once than in most buildings: copying costs nothing, the first write after it does.
  mutating func makeReady() {
    World.rehearsal
    for chunk in chunks.indices { chunks[chunk].makeReady() }
    notices.reserve(1024)
    ticks.reserve(1024)
    containers.makeReady()
    memory.makeReady()
    dust.makeReady()
    torchFlips.reserveCapacity(64)
    dirtyDust.reserveCapacity(256)
    falling.reserveCapacity(64)
    travelling.reserveCapacity(64)
    notes.reserveCapacity(64)
    occupants.reserveCapacity(8)
  }

  /// Bytes that the blocks take.
  public var byteCount: Int {
    chunks.reduce(chunks.count * MemoryLayout<Chunk>.stride) { $0 + $1.byteCount }
  }
}

extension World {
  /// Adds everything that affects the future.
  public func hash(into digest: inout Digest) {
    digest.combine(time)
    digest.combine(fingerprint)
    ticks.hash(into: &digest)
    memory.hash(into: &digest)
    containers.hash(into: &digest)
    for flip in torchFlips { flip.hash(into: &digest) }
    for block in travelling { block.hash(into: &digest) }
    for block in falling { block.hash(into: &digest) }
    for drop in drops { drop.hash(into: &digest) }
  }
}
