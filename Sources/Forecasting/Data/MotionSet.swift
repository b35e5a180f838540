import Math

/// Recorded motion: scenes of agents that were all seen in every frame.
///
/// Positions lie flat: scene by scene, agent by agent, frame by frame, x and y in metres.
public struct MotionSet: Sendable, Hashable {
  /// Where it comes from, for tables: `eth`, `radius 0.3`.
  public var name: String
  /// Frames per agent.
  public let frames: Int
  /// The number of agents of each scene, at least 1.
  public private(set) var agents: [Int]
  /// All positions.
  public private(set) var positions: [Float]

  /// A set without scenes.
  public init(_ name: String, frames: Int) {
    self.name = name
    self.frames = frames
    agents = []
    positions = []
  }

  /// A set of scenes with equally many agents.
  public init(_ name: String, frames: Int, agentsPerScene: Int, positions: [Float]) {
    let size = agentsPerScene * frames * 2
    precondition(positions.count % size == 0, "the positions are not whole scenes")
    self.name = name
    self.frames = frames
    self.positions = positions
    agents = [Int](repeating: agentsPerScene, count: positions.count / size)
  }

  /// Agents of all scenes together, that is, trajectories.
  public var trajectories: Int { positions.count / (2 * frames) }

  /// Adds a scene; `positions` holds whole trajectories, agent by agent.
  public mutating func append(scene positions: some Sequence<Float>) {
    let before = self.positions.count
    self.positions.append(contentsOf: positions)
    let added = (self.positions.count - before) / (2 * frames)
    precondition(
      added > 0 && before + added * 2 * frames == self.positions.count,
      "a scene holds whole trajectories")
    agents.append(added)
  }

  /// Adds all scenes of another set with as many frames.
  public mutating func append(contentsOf other: MotionSet) {
    precondition(other.frames == frames, "the sets have different frames")
    agents += other.agents
    positions += other.positions
  }

  /// The index of the first trajectory of each scene.
  public var sceneStarts: [Int] {
    var start = 0
    return agents.map { count in
      defer { start += count }
      return start
    }
  }

  /// Some of the scenes.
  public subscript(scenes range: Range<Int>) -> MotionSet {
    let starts = sceneStarts + [trajectories]
    var part = MotionSet(name, frames: frames)
    part.agents = Array(agents[range])
    let size = 2 * frames
    part.positions = Array(
      positions[starts[range.lowerBound] * size..<starts[range.upperBound] * size])
    return part
  }

  /// The same scenes with only some of their frames.
  public func keeping(frames range: Range<Int>) -> MotionSet {
    var part = MotionSet(name, frames: range.count)
    part.agents = agents
    part.positions.reserveCapacity(trajectories * range.count * 2)
    for trajectory in 0..<trajectories {
      let start = trajectory * frames * 2
      part.positions += positions[start + 2 * range.lowerBound..<start + 2 * range.upperBound]
    }
    return part
  }

  /// The same scenes with the places of the first `frames` frames displaced by normal numbers of
  /// the given deviation, in metres along each axis.
  func jittered(by deviation: Float, frames: Int, random: inout Random) -> MotionSet {
    var set = self
    for trajectory in 0..<trajectories {
      for i in 0..<2 * frames {
        set.positions[trajectory * self.frames * 2 + i] += deviation * Float(random.normal())
      }
    }
    return set
  }
}
