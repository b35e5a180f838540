/// Scenes as rows to learn from: for each agent its features and how its future departs from
/// going straight on, both in its canonical frame and in metres.
struct Examples: Sendable {
  let rows: Int
  /// Features per row.
  let width: Int
  let inputs: [Float]
  /// Numbers per path.
  let pathWidth: Int
  let targets: [Float]

  /// - Parameter spurious: the spurious feature of each trajectory, if the design asks for it.
  init(_ motion: MotionSet, _ design: CausalDesign, spurious: [Float]? = nil) {
    precondition(
      motion.frames == design.observed + design.predicted, "the set has other frames")
    precondition(
      (spurious?.count ?? 0)
        == (design.spurious == .none ? 0 : motion.trajectories * design.observed),
      "the spurious feature does not fit the design")
    rows = motion.trajectories
    width = design.features
    pathWidth = design.pathWidth
    var inputs = [Float](repeating: 0, count: rows * width)
    var targets = [Float](repeating: 0, count: rows * pathWidth)
    Self.fill(motion, SceneReader(design), spurious, &inputs, &targets)
    self.inputs = inputs
    self.targets = targets
  }

  private static func fill(
    _ motion: MotionSet, _ reader: SceneReader, _ spurious: [Float]?, _ inputs: inout [Float],
    _ targets: inout [Float]
  ) {
    let design = reader.design
    var canonical = [CanonicalFrame](
      repeating: CanonicalFrame(direction: SIMD2(1, 0), side: 1), count: motion.trajectories)
    var x = inputs.mutableSpan
    var y = targets.mutableSpan
    let positions = motion.positions.span
    var start = 0
    for agents in motion.agents {
      let scene = start..<start + agents
      if let spurious {
        reader.read(
          positions, frames: motion.frames, scene: scene, spurious: spurious.span, into: &x,
          stride: design.features, &canonical)
      } else {
        reader.read(
          positions, frames: motion.frames, scene: scene, spurious: nil, into: &x,
          stride: design.features, &canonical)
      }
      for agent in scene {
        reader.readFuture(
          positions, agent, frames: motion.frames, canonical[agent], into: &y,
          at: agent * design.pathWidth)
      }
      start += agents
    }
  }
}

/// What brings features to mean 0 and deviation 1, and paths to size 1.
struct Standard: Sendable, Hashable {
  /// Per feature.
  var means: [Float]
  /// Per feature: one over its deviation.
  var scales: [Float]
  /// Metres per unit of a path.
  var pathScale: Float

  /// The standard of several sets together, each counting alike.
  ///
  /// - Parameter metric: how many features at the start stay in metres. Paces of pedestrians do:
  ///   bringing each of them to deviation 1 would magnify the jitter of annotations, which differs
  ///   from place to place.
  init(_ domains: [Examples], metric: Int) {
    let width = domains[0].width
    var (sums, squares) = (
      [Double](repeating: 0, count: width), [Double](repeating: 0, count: width)
    )
    var path = 0.0
    for domain in domains {
      let share = 1 / Double(domain.rows * domains.count)
      for row in 0..<domain.rows {
        for i in 0..<width {
          let value = Double(domain.inputs[row * width + i])
          sums[i] += share * value
          squares[i] += share * value * value
        }
      }
      for value in domain.targets {
        path += share * Double(value) * Double(value) / Double(domain.pathWidth)
      }
    }
    means = sums.map(Float.init)
    // What hardly varies is rounding noise, which must not be blown up.
    scales = zip(sums, squares).map { Float(1 / max(($1 - $0 * $0).squareRoot(), 2e-3)) }
    scales = scales.map { $0.isFinite ? $0 : 500 }
    for i in 0..<metric { (means[i], scales[i]) = (0, 1) }
    pathScale = Float(max(path.squareRoot(), 1e-3))
  }

  init(means: [Float], scales: [Float], pathScale: Float) {
    self.means = means
    self.scales = scales
    self.pathScale = pathScale
  }
}
