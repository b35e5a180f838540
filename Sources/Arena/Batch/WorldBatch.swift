import Math

/// Many worlds of one kind side by side, stepped in one go.
///
/// Every environment has a batch: `WorldList`, which steps one world after the other. An environment
/// whose arithmetic can be done for many worlds at once names a batch of its own, with its state in
/// columns. Either way each world goes through the states, bit for bit, that it would go through
/// alone: a batch is a faster way to the same numbers.
public protocol WorldBatch: Sendable {
  associatedtype World: Environment

  /// Copies of `world`, as it is.
  init(_ world: World, count: Int)

  /// How many worlds there are.
  var count: Int { get }

  /// A world of the batch as it is now; writing it puts another state of the same setup in its
  /// place.
  subscript(index: Int) -> World { get set }

  /// Starts a new episode in one world.
  mutating func reset(_ index: Int, seed: UInt64)

  /// Advances every world by one step.
  ///
  /// - Parameters:
  ///   - actions: a row per world, each with the actions of all seats.
  ///   - rewards: receives a row per world, each with one reward per seat.
  ///   - statuses: receives one per world. A world that has ended waits for its reset, and what a
  ///     step does to it until then means nothing.
  mutating func step(
    _ actions: Span<Float>, rewards: inout MutableSpan<Float>,
    statuses: inout MutableSpan<Status>)

  /// Writes a row per world, each with what its seats see, one seat after the other.
  func observe(into observations: inout MutableSpan<Float>)

  /// Writes such a row for one world.
  func observe(_ index: Int, into row: inout MutableSpan<Float>)
}

extension Environment {
  /// The numbers that all seats see.
  public var observationWidth: Int { seats.reduce(0) { $0 + $1.observation.width } }
}
