/// Turns scenes into numbers for the network: per agent a canonical frame, features of the past,
/// and if the future is known, how it departs from going straight on.
struct SceneReader: Sendable {
  let design: CausalDesign
  private var observed: Int { design.observed }

  init(_ design: CausalDesign) {
    self.design = design
  }

  /// The agent nearest to `agent` in the last observed frame, among those of its scene.
  private func neighbour(
    of agent: Int, in scene: Range<Int>, _ past: Span<Float>, _ frames: Int
  ) -> Int? {
    var (nearest, least): (Int?, Float) = (nil, .infinity)
    let place = position(past, agent, observed - 1, frames)
    for other in scene where other != agent {
      let offset = position(past, other, observed - 1, frames) - place
      let distance = (offset * offset).sum()
      if distance < least { (nearest, least) = (other, distance) }
    }
    return nearest
  }

  @inline(__always)
  func position(_ past: Span<Float>, _ agent: Int, _ frame: Int, _ frames: Int) -> SIMD2<Float> {
    let i = (agent * frames + frame) * 2
    return SIMD2(past[i], past[i + 1])
  }

  @inline(__always)
  private func step(_ past: Span<Float>, _ agent: Int, _ frame: Int, _ frames: Int) -> SIMD2<Float>
  {
    position(past, agent, frame, frames) - position(past, agent, frame - 1, frames)
  }

  /// Describes every agent of a scene.
  ///
  /// - Parameters:
  ///   - past: trajectories of `frames` frames, of which the first ones are observed.
  ///   - scene: the scene's trajectories.
  ///   - spurious: `observed` numbers per trajectory, if the design asks for them.
  ///   - inputs: receives the features of trajectory i from i * `stride` on.
  ///   - frames: receives the canonical frame of each trajectory.
  func read(
    _ past: Span<Float>, frames: Int, scene: Range<Int>, spurious: Span<Float>?,
    into inputs: inout MutableSpan<Float>, stride: Int, _ canonical: inout [CanonicalFrame]
  ) {
    for agent in scene {
      let start = agent * stride
      var column = start
      switch design.view {
      case .alone:
        let frame = frameAlone(past, agent, frames)
        canonical[agent] = frame
        for t in 1..<observed { put(frame.enter(step(past, agent, t, frames)), &inputs, &column) }
      case .pair:
        let other = neighbour(of: agent, in: scene, past, frames)
        let frame = framePair(past, agent, other, frames)
        canonical[agent] = frame
        readPair(past, agent, other, frames, frame, &inputs, &column)
      }
      if let spurious { readSpurious(spurious, agent, &inputs, &column) }
    }
  }

  private func readPair(
    _ past: Span<Float>, _ agent: Int, _ other: Int?, _ frames: Int, _ frame: CanonicalFrame,
    _ inputs: inout MutableSpan<Float>, _ column: inout Int
  ) {
    for one in [agent, other] {
      guard let one else {
        for _ in 0..<observed { put(.zero, &inputs, &column) }
        continue
      }
      put(frame.enter(position(past, one, observed - 1, frames)), &inputs, &column)
      // The first step, then the changes of pace, in which a style shows.
      put(frame.enter(step(past, one, 1, frames)), &inputs, &column)
      for t in 2..<max(observed, 2) {
        let change = step(past, one, t, frames) - step(past, one, t - 1, frames)
        put(frame.enter(change), &inputs, &column)
      }
    }
  }

  private func readSpurious(
    _ spurious: Span<Float>, _ agent: Int, _ inputs: inout MutableSpan<Float>, _ column: inout Int
  ) {
    var mean: Float = 1
    if design.spurious == .canonical {
      var sum: Float = 0
      for t in 0..<observed { sum += spurious[agent * observed + t] }
      mean = sum == 0 ? 1 : sum / Float(observed)
    }
    for t in 0..<observed {
      inputs[column] = spurious[agent * observed + t] / mean
      column += 1
    }
  }

  @inline(__always)
  private func put(
    _ v: SIMD2<Float>, _ inputs: inout MutableSpan<Float>, _ column: inout Int
  ) {
    inputs[column] = v.x
    inputs[column + 1] = v.y
    column += 2
  }

  private func frameAlone(_ past: Span<Float>, _ agent: Int, _ frames: Int) -> CanonicalFrame {
    let last = step(past, agent, observed - 1, frames)
    var frame = CanonicalFrame(direction: Self.unit(last), side: 1)
    let way =
      position(past, agent, observed - 1, frames) - position(past, agent, 0, frames)
    if frame.enter(way).y < 0 { frame.side = -1 }
    return frame
  }

  private func framePair(
    _ past: Span<Float>, _ agent: Int, _ other: Int?, _ frames: Int
  ) -> CanonicalFrame {
    guard let other else { return frameAlone(past, agent, frames) }
    let last = observed - 1
    let offset = position(past, other, last, frames) - position(past, agent, last, frames)
    var frame = CanonicalFrame(direction: Self.unit(offset), side: 1)
    let closing = step(past, other, 1, frames) - step(past, agent, 1, frames)
    if frame.enter(closing).y < 0 { frame.side = -1 }
    return frame
  }

  private static func unit(_ v: SIMD2<Float>) -> SIMD2<Float> {
    let length = (v * v).sum().squareRoot()
    return length > 1e-6 ? v / length : SIMD2(1, 0)
  }

  /// Writes how an agent's future departs from its last step going on, in its canonical frame.
  func readFuture(
    _ positions: Span<Float>, _ agent: Int, frames: Int, _ frame: CanonicalFrame,
    into target: inout MutableSpan<Float>, at start: Int
  ) {
    let last = position(positions, agent, observed - 1, frames)
    let pace = step(positions, agent, observed - 1, frames)
    for t in 0..<design.predicted {
      let straight = last + Float(t + 1) * pace
      let rest = frame.enter(position(positions, agent, observed + t, frames) - straight)
      target[start + 2 * t] = rest.x
      target[start + 2 * t + 1] = rest.y
    }
  }

  /// Writes the path that departs from going straight on by `rest`, in the world.
  func write(
    _ rest: Span<Float>, at start: Int, _ past: Span<Float>, _ agent: Int, frames: Int,
    _ frame: CanonicalFrame, into future: inout MutableSpan<Float>, at end: Int
  ) {
    let last = position(past, agent, observed - 1, frames)
    let pace = step(past, agent, observed - 1, frames)
    for t in 0..<design.predicted {
      let place =
        last + Float(t + 1) * pace
        + frame.leave(SIMD2(rest[start + 2 * t], rest[start + 2 * t + 1]))
      future[end + 2 * t] = place.x
      future[end + 2 * t + 1] = place.y
    }
  }
}
