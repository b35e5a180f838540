import Arena
import Math
import Synchronization

/// A counting world that breaks one promise of `Environment`, to try out the checks.
public struct FaultyWorld: Environment {
  public static let name = "toy/faulty"

  public struct Setup: Configuration {
    public var fault = Fault.none

    public init() {}
    public init(fault: Fault) { self.fault = fault }
  }

  public enum Fault: String, Codable, Sendable, CaseIterable {
    case none, sharesState, remembers, ignoresSeed, drawsRandomly, leavesGaps, leavesRange
    case believesNonsense, neverEnds, misnames, allocates

    /// A part of the complaint that the fault must lead to.
    public var complaint: String {
      switch self {
      case .none, .allocates: ""
      case .sharesState: "playing one copy changed the other"
      case .remembers: "a reset does not forget"
      case .ignoresSeed: "the seed changes nothing"
      case .drawsRandomly: "drawing twice drew two things"
      case .leavesGaps: "not finite or not written"
      case .leavesRange: "outside its range"
      case .believesNonsense: "is not clamped"
      case .neverEnds: "has not ended"
      case .misnames: "is not in kebab case"
      }
    }
  }

  private final class Shared: Sendable {
    let count = Atomic<Int>(0)
  }

  public let seats: [Seat]
  public let outcome = [Field("sum", unit: "1", in: -1000...1000)]
  public let stepDuration = 0.1
  private let fault: Fault
  private let shared = Shared()
  private var random = Random(seed: 0)
  private var sum = 0.0
  private var steps = 0

  public init(_ setup: Setup) throws {
    fault = setup.fault
    let name = fault == .misnames ? "theSum" : "sum"
    let range: ClosedRange<Float> = fault == .leavesRange ? -0.01...0.01 : -1000...1000
    seats = [
      Seat(
        name: "home",
        observation: [
          Field(name, unit: "1", in: range), Field("steps", unit: "1", in: 0...1000),
        ], action: [Field("push", unit: "1", in: -1...1)])
    ]
  }

  public mutating func reset(seed: UInt64) {
    random = Random(seed: fault == .ignoresSeed ? 0 : seed)
    if fault != .remembers { sum = 0 }
    steps = 0
  }

  public mutating func step(
    _ actions: Span<Float>, rewards: inout MutableSpan<Float>
  ) -> Status {
    let action = actions[0]
    let push =
      fault == .believesNonsense && action > 1 ? 2 : action.isNaN ? 0 : clamp(action, -1...1)
    sum = clamp(sum + Double(push) + random.uniform(-0.1, 0.1), -1000...1000)
    steps += 1
    rewards[0] = push
    if fault == .sharesState { shared.count.add(1, ordering: .relaxed) }
    if fault == .allocates { sum += Double([sum, 1].sorted().count) * 0 }
    if fault == .neverEnds { steps %= 50 }
    return steps >= 90 ? .truncated : .running
  }

  public func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    if fault != .leavesGaps { observation[0] = Float(sum) }
    observation[1] = Float(steps)
  }

  public func score(into outcome: inout MutableSpan<Float>) { outcome[0] = Float(sum) }

  public func hash(into digest: inout Digest) {
    digest.combine(random)
    digest.combine(sum)
    digest.combine(steps)
    if fault == .sharesState { digest.combine(shared.count.load(ordering: .relaxed)) }
  }

  public func draw(into scene: inout Scene) {
    let wobble =
      fault == .drawsRandomly
      ? Double(shared.count.add(1, ordering: .relaxed).newValue) : 0
    scene.add(
      .sphere(centre: Vector3(sum, wobble, 0), radius: 1), Scene.Colour(1, 2, 3), name: "ball")
  }
}
