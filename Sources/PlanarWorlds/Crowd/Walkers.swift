import Math

/// Discs that walk to goals and keep clear of each other, each doing its half: optimal reciprocal
/// collision avoidance as the crowd data sets of causal motion forecasting were made with
/// (arXiv 2111.14820). Their radius is their style: two of them keep twice the radius apart.
public struct Walkers: Sendable {
  /// What all walkers have in common.
  public struct Manner: Hashable, Sendable, Codable {
    /// Metres; positive.
    public var radius = 0.3
    /// Metres per second; positive.
    public var maximumSpeed = 1.0
    /// How far ahead collisions are avoided, in seconds; positive.
    public var timeHorizon = 2.0
    /// Walkers further away are not seen, in metres.
    public var neighbourDistance = 10.0

    public init() {}
  }

  /// No walker avoids more than this many others, the nearest ones.
  public static let neighbourLimit = 10

  public let manner: Manner
  /// Where each walker is, in metres.
  public private(set) var positions: [Planar]
  /// In metres per second.
  public private(set) var velocities: [Planar]
  /// Where each walker wants to be, in metres.
  public let goals: [Planar]
  private var chosen: [Planar]
  private var neighbours: [(distance: Double, index: Int)] = []
  private var choice = VelocityChoice(capacity: Walkers.neighbourLimit)

  public init(_ manner: Manner, positions: [Planar], goals: [Planar]) {
    precondition(positions.count == goals.count, "every walker needs a goal")
    self.manner = manner
    self.positions = positions
    self.goals = goals
    velocities = [Planar](repeating: .zero, count: positions.count)
    chosen = velocities
    neighbours.reserveCapacity(Self.neighbourLimit + 1)
  }

  /// The velocity a walker would have alone: to its goal at the maximum speed, or within a second
  /// of it just fast enough to be there in a second.
  public func wish(of walker: Int) -> Planar {
    let way = goals[walker] - positions[walker]
    let distance = length(way)
    return distance > manner.maximumSpeed ? manner.maximumSpeed / distance * way : way
  }

  /// Advances all walkers by `duration` seconds.
  ///
  /// - Parameters:
  ///   - isStanding: whether all want to stand still, as in the first step of the published data.
  ///   - detour: added to what walker 0 wishes, in metres per second.
  public mutating func step(
    duration: Double, isStanding: Bool = false, detour: Planar = .zero
  ) {
    for walker in positions.indices {
      findNeighbours(of: walker)
      choice.removeAll()
      for neighbour in neighbours {
        let other = neighbour.index
        choice.append(
          HalfPlane(
            avoiding: positions[other] - positions[walker], velocity: velocities[walker],
            closing: velocities[walker] - velocities[other], reach: 2 * manner.radius,
            horizon: manner.timeHorizon, step: duration))
      }
      var wish = isStanding ? .zero : wish(of: walker)
      if walker == 0 { wish += detour }
      chosen[walker] = choice.nearest(to: wish, limit: manner.maximumSpeed)
    }
    for walker in positions.indices {
      velocities[walker] = chosen[walker]
      positions[walker] += duration * chosen[walker]
    }
  }

  /// The nearest others within sight, in order of distance.
  private mutating func findNeighbours(of walker: Int) {
    neighbours.removeAll(keepingCapacity: true)
    let sight = manner.neighbourDistance * manner.neighbourDistance
    for other in positions.indices where other != walker {
      let offset = positions[other] - positions[walker]
      let distance = dot(offset, offset)
      guard distance < sight else { continue }
      var place = neighbours.count
      while place > 0, neighbours[place - 1].distance > distance { place -= 1 }
      guard place < Self.neighbourLimit else { continue }
      neighbours.insert((distance, other), at: place)
      if neighbours.count > Self.neighbourLimit { neighbours.removeLast() }
    }
  }

  /// The distance between the two walkers nearest to each other, in metres; infinite for one.
  public var leastSeparation: Double {
    var least = Double.infinity
    for a in positions.indices {
      for b in positions.indices where b > a {
        let offset = positions[a] - positions[b]
        least = min(least, dot(offset, offset))
      }
    }
    return least.squareRoot()
  }
}
