import Math

/// Where the walkers of a crowd start and what they walk to.
public enum CrowdLayout: String, Sendable, Hashable, Codable, CaseIterable {
  /// On a circle of 5 m radius, each to the opposite side. Two walkers start as in the data set of
  /// arXiv 2111.14820; more of them stand evenly spread.
  case circleCrossing = "circle-crossing"
  /// Two streams against each other along a corridor of 12 m by 4 m.
  case corridor
  /// Two streams of 12 m by 4 m that cross at a right angle.
  case crossingFlows = "crossing-flows"

  /// Half the length of a corridor, in metres.
  static let halfLength = 6.0
  /// Half its width, in metres.
  static let halfWidth = 2.0

  /// Draws starts that keep every two walkers `distance` metres apart where there is room.
  func place(
    _ positions: inout [Planar], _ goals: inout [Planar], distance: Double,
    random: inout Random
  ) {
    if self == .circleCrossing, positions.count == 2 {
      let starts = CircleCrossing.starts(random: &random)
      (positions[0], positions[1]) = starts
      (goals[0], goals[1]) = (-starts.0, -starts.1)
      return
    }
    let turn = random.uniform(0, 2 * .pi)
    for walker in positions.indices {
      for attempt in 0..<100 {
        let (start, goal) = draw(walker, of: positions.count, turn: turn, &random)
        positions[walker] = start
        goals[walker] = goal
        let isFree = positions[..<walker].allSatisfy { length($0 - start) >= distance }
        if isFree || attempt == 99 { break }
      }
    }
  }

  private func draw(
    _ walker: Int, of count: Int, turn: Double, _ random: inout Random
  ) -> (start: Planar, goal: Planar) {
    if self == .circleCrossing {
      let (sine, cosine) = sincos(turn + 2 * .pi * Double(walker) / Double(count))
      let start =
        CircleCrossing.circleRadius * Planar(cosine, sine)
        + Planar(random.uniform(-0.5, 0.5), random.uniform(-0.5, 0.5))
      return (start, -start)
    }
    let isSecond = walker & 1 == 1
    let across = random.uniform(-Self.halfWidth, Self.halfWidth)
    let along = random.uniform(-Self.halfLength, -Self.halfLength / 2)
    let start = Planar(along, across)
    let goal = Planar(Self.halfLength, across)
    guard isSecond else { return (start, goal) }
    if self == .corridor { return (-start, -goal) }
    return (Planar(across, along), Planar(across, Self.halfLength))
  }
}
