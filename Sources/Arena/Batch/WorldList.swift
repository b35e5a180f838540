import Math

/// A batch of worlds that are stepped one after the other: the batch of every environment that names
/// no better one.
public struct WorldList<World: Environment>: WorldBatch {
  private var worlds: [World]
  private let actionWidth: Int
  /// Where each seat's numbers lie in a row of observations.
  private let sights: [Range<Int>]

  public init(_ world: World, count: Int) {
    worlds = Array(repeating: world, count: count)
    actionWidth = world.actionWidth
    var start = 0
    sights = world.seats.map { seat in
      defer { start += seat.observation.width }
      return start..<start + seat.observation.width
    }
  }

  public var count: Int { worlds.count }

  public subscript(index: Int) -> World {
    get { worlds[index] }
    set { worlds[index] = newValue }
  }

  public mutating func reset(_ index: Int, seed: UInt64) {
    worlds[index].reset(seed: seed)
  }

  public mutating func step(
    _ actions: Span<Float>, rewards: inout MutableSpan<Float>,
    statuses: inout MutableSpan<Status>
  ) {
    let seats = sights.count
    for index in worlds.indices {
      var own = rewards._mutatingExtracting(index * seats..<(index + 1) * seats)
      statuses[index] = worlds[index].step(
        actions.extracting(index * actionWidth..<(index + 1) * actionWidth), rewards: &own)
    }
  }

  public func observe(into observations: inout MutableSpan<Float>) {
    let width = sights.last?.upperBound ?? 0
    for index in worlds.indices {
      var row = observations._mutatingExtracting(index * width..<(index + 1) * width)
      observe(index, into: &row)
    }
  }

  public func observe(_ index: Int, into row: inout MutableSpan<Float>) {
    for seat in sights.indices {
      var own = row._mutatingExtracting(sights[seat])
      worlds[index].observe(seat: seat, into: &own)
    }
  }
}
