import Math

/// Settings that files may override: what `init()` gives is the default of every key that a file
/// leaves out. Property names become keys in kebab case.
public protocol Configuration: Codable, Sendable {
  init()
}

/// Whether an episode goes on.
public enum Status: UInt8, Sendable, Codable {
  /// There is a next step.
  case running = 0
  /// The episode came to its own end.
  case finished = 1
  /// A limit on its length cut the episode short.
  case truncated = 2
}

/// A world that agents act in.
///
/// An environment is a value: copying it saves it. Given the same setup, seed and actions it goes
/// through the same states, whose digests are equal. It holds no reference to shared state, draws
/// no random number outside `reset` and `step`, and allocates nothing in `step` or `observe`.
public protocol Environment: Sendable {
  /// Everything that may differ between two runs, as read from a scenario file.
  associatedtype Setup: Configuration

  /// How many worlds are stepped at once; an environment that names none gets `WorldList`.
  associatedtype Batch: WorldBatch = WorldList<Self> where Batch.World == Self

  /// The catalog name, `world/thing` in kebab case.
  static var name: String { get }

  /// Builds the world. Throws `SetupError` when the setup is contradictory.
  init(_ setup: Setup) throws

  /// The places policies take, in the order of the actions.
  var seats: [Seat] { get }

  /// What is known about an episode when it ends: landed, points won, distance left, and so on.
  var outcome: [Field] { get }

  /// Simulated seconds per step.
  var stepDuration: Double { get }

  /// Starts a new episode. Equal seeds give equal episodes for equal actions.
  mutating func reset(seed: UInt64)

  /// Advances by one step.
  ///
  /// - Parameters:
  ///   - actions: the actions of all seats, one after the other. Any number is survived: values
  ///     out of range are clamped and NaN counts as the nearest bound to zero.
  ///   - rewards: receives one reward per seat.
  mutating func step(_ actions: Span<Float>, rewards: inout MutableSpan<Float>) -> Status

  /// Writes what `seat` sees, every number of every field of its observation.
  func observe(seat: Int, into observation: inout MutableSpan<Float>)

  /// Writes every number of the outcome, as far as the episode has come.
  func score(into outcome: inout MutableSpan<Float>)

  /// Adds every number that affects the future.
  func hash(into digest: inout Digest)

  /// Adds the things to be seen. Drawing cannot change a world.
  func draw(into scene: inout Scene)
}

/// A world that can begin the same situation again with other chance: the same ball, another
/// misperception of it. What skills do in a situation is measured by repeating it.
public protocol RepeatableEnvironment: Environment {
  /// Starts an episode. `situation` chooses what a skill has to do, `seed` all the rest.
  mutating func reset(situation: UInt64, seed: UInt64)
}

extension Environment {
  /// The fingerprint of the present state.
  public var digest: Digest {
    var digest = Digest()
    hash(into: &digest)
    return digest
  }

  /// Writes what `seat` sees into an array of the observation's width.
  public func observe(seat: Int, into observation: inout [Float]) {
    var span = observation.mutableSpan
    observe(seat: seat, into: &span)
  }

  /// Every number of the outcome so far, as a new array.
  public var currentOutcome: [Float] {
    var numbers = [Float](repeating: 0, count: outcome.width)
    var span = numbers.mutableSpan
    score(into: &span)
    return numbers
  }

  /// The number of action values of all seats.
  public var actionWidth: Int { seats.reduce(0) { $0 + $1.action.width } }
}

/// A setup that is well formed but cannot be built: which value, and what was expected.
public struct SetupError: Error, Hashable, CustomStringConvertible {
  /// The path of the offending value inside the setup, as in the scenario file: `rules.best-of`.
  public let path: String
  /// What is wrong and what was expected, one sentence without a full stop.
  public let message: String

  public init(_ path: String, _ message: String) {
    self.path = path
    self.message = message
  }

  public var description: String { "\(path): \(message)" }
}
