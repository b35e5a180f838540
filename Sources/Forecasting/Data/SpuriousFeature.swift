/// A feature that goes with the future in a way that differs from place to place: one number per
/// agent and observed frame (arXiv 2111.14820, section 5.1 and its code),
///
///     c_t = strength (|D_(t + 8) - D_t| + 1)
///
/// with D_t the displacement into frame t, D_0 = 0. It looks 8 frames ahead and so knows something
/// of the future; its strength belongs to the place and means nothing.
public struct SpuriousFeature: Sendable, Hashable {
  public let strength: Float
  /// Frames observed, which are also the frames it looks ahead.
  public let observed: Int

  public init(strength: Float, observed: Int = 8) {
    self.strength = strength
    self.observed = observed
  }

  /// `observed` numbers for every trajectory of `motion`, rounded to 4 decimals.
  public func values(of motion: MotionSet) -> [Float] {
    precondition(motion.frames >= 2 * observed, "the feature looks \(observed) frames ahead")
    var values = [Float](repeating: 0, count: motion.trajectories * observed)
    let positions = motion.positions.span
    for trajectory in 0..<motion.trajectories {
      let start = trajectory * motion.frames * 2
      for frame in 0..<observed {
        let ahead = displacement(positions, start, frame + observed)
        let change = ahead - displacement(positions, start, frame)
        let size = (change * change).sum().squareRoot()
        let value = Double(strength) * Double(size + 1)
        values[trajectory * observed + frame] = Float((value * 1e4).rounded() / 1e4)
      }
    }
    return values
  }

  private func displacement(
    _ positions: Span<Float>, _ start: Int, _ frame: Int
  ) -> SIMD2<Float> {
    guard frame > 0 else { return .zero }
    let i = start + 2 * frame
    return SIMD2(positions[i] - positions[i - 2], positions[i + 1] - positions[i - 1])
  }
}
