import Arena

extension PlayerSetup {
  /// Throws the first value that nobody could play with; `path` is the key of this player.
  func validate(at path: String) throws {
    let seeing = "\(path).perception"
    try require(perception.delay, in: 0...0.5, at: "\(seeing).delay")
    try require(perception.delayDeviation, in: 0...0.1, at: "\(seeing).delay-deviation")
    try require(perception.positionNoise, in: 0...0.5, at: "\(seeing).position-noise")
    try require(perception.velocityNoise, in: 0...5, at: "\(seeing).velocity-noise")
    try require(perception.spinNoise, in: 0...1000, at: "\(seeing).spin-noise")
    try require(perception.spinRelativeNoise, in: 0...2, at: "\(seeing).spin-relative-noise")
    try require(extraActionDelay, in: 0...0.1, at: "\(path).extra-action-delay")
    try require(rubberRestitutionShift, in: -0.3...0.2, at: "\(path).rubber-restitution-shift")
    try require(rubberFrictionShift, in: -1...1, at: "\(path).rubber-friction-shift")
    try require(rubberRestitutionSpread, in: 0...0.2, at: "\(path).rubber-restitution-spread")
    try require(rubberFrictionSpread, in: 0...1, at: "\(path).rubber-friction-spread")
    try require(startSpread, in: 0...1, at: "\(path).start-spread")
    let body = "\(path).limits"
    try require(limits.reach, in: 0.3...2, at: "\(body).reach")
    try require(limits.speed, in: 0.5...40, at: "\(body).speed")
    try require(limits.acceleration, in: 5...2000, at: "\(body).acceleration")
    try require(limits.turnRate, in: 1...100, at: "\(body).turn-rate")
    try require(limits.footSpeed, in: 0...12, at: "\(body).foot-speed")
    try require(limits.footAcceleration, in: 0...100, at: "\(body).foot-acceleration")
    try require(limits.motorDelay, in: 0.02...0.04, at: "\(body).motor-delay")
    try require(limits.aimError, in: 0...1, at: "\(body).aim-error")
    try require(limits.timingError, in: 0...0.05, at: "\(body).timing-error")
    try require(limits.speedError, in: 0...0.5, at: "\(body).speed-error")
    try require(limits.backhandErrorFactor, in: 0...10, at: "\(body).backhand-error-factor")
  }
}

extension BallDistribution {
  /// Throws the first value that no ball could be drawn from; `path` is the key of this
  /// distribution.
  func validate(at path: String) throws {
    try require(spread, in: 0...2, at: "\(path).spread")
    try require(limit, in: 0.5...6, at: "\(path).limit")
    try require(spinScale, in: 0...5, at: "\(path).spin-scale")
    try require(leastSpeed, in: 0...20, at: "\(path).least-speed")
    try require(greatestSpeed, in: 0...20, at: "\(path).greatest-speed")
    guard leastSpeed < greatestSpeed else {
      throw SetupError(
        "\(path).greatest-speed", "\(greatestSpeed) is not above least-speed, \(leastSpeed)")
    }
    try side.map { try require($0, within: -1.5...1.5, at: "\(path).side") }
    guard categories.count <= 64 else {
      throw SetupError("\(path).categories", "expected at most 64 categories")
    }
    for (index, category) in categories.enumerated() {
      try category.validate(at: "\(path).categories.\(index)")
    }
    for name in only where !categories.contains(where: { $0.name == name }) {
      throw SetupError(
        "\(path).only",
        "no category is called \(name); expected names among "
          + categories.map(\.name).joined(separator: ", "))
    }
    let drawn = categories.filter { only.isEmpty || only.contains($0.name) }
    guard categories.isEmpty || drawn.contains(where: { $0.weight > 0 }) else {
      throw SetupError(
        "\(path).categories", "none that is drawn has a weight; expected one above 0")
    }
  }
}

extension BallCategory {
  func validate(at path: String) throws {
    guard !name.isEmpty else { throw SetupError("\(path).name", "expected a name") }
    try require(weight, in: 0...1000, at: "\(path).weight")
    try require(returnRate, in: 0...1, at: "\(path).return-rate")
    try speed.map { try require($0, within: 0.5...25, at: "\(path).speed") }
    try topspin.map { try require($0, within: -1000...1000, at: "\(path).topspin") }
    try depth.map { try require($0, within: 0.02...1.36, at: "\(path).depth") }
    try side.map { try require($0, within: -1.5...1.5, at: "\(path).side") }
    try rise.map { try require($0, within: -5...8, at: "\(path).rise") }
  }
}

func require(
  _ range: ClosedRange<Double>, within bounds: ClosedRange<Double>, at path: String
) throws {
  guard bounds.contains(range.lowerBound), bounds.contains(range.upperBound) else {
    throw SetupError(
      path,
      "[\(range.lowerBound), \(range.upperBound)] is not within "
        + "\(bounds.lowerBound) ... \(bounds.upperBound)")
  }
}

func require(_ value: Double, in range: ClosedRange<Double>, at path: String) throws {
  guard range.contains(value) else {
    throw SetupError(path, "\(value) is not in \(range.lowerBound) ... \(range.upperBound)")
  }
}
