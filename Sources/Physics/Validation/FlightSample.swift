import Math

/// One measured position of a ball.
@frozen
public struct FlightSample: Hashable, Codable, Sendable {
  /// In seconds.
  public var time: Double
  /// In metres, z up.
  public var position: Vector3

  public init(time: Double, position: Vector3) {
    self.time = time
    self.position = position
  }

  /// The pieces of a measured trajectory in which nothing but air and gravity acts: ranges of
  /// `samples` between sudden changes of velocity, of at least `least` samples each.
  ///
  /// A change is sudden if the straight lines through `window` samples before and after it differ
  /// in slope by more than `jump` m/s. A bounce or stroke changes the velocity by several m/s;
  /// gravity does by 0.3 in two windows of six samples at 180 Hz. The sample nearest to the change,
  /// which may lie within the contact, belongs to neither piece.
  public static func flights(
    in samples: [FlightSample], window: Int = 6, jump: Double = 1.2, least: Int = 20
  ) -> [Range<Int>] {
    guard samples.count > 2 * window else { return [] }
    var kinks = [(index: Int, size: Double)]()
    for i in window..<(samples.count - window) {
      let change =
        slope(samples[i..<(i + window)]) - slope(samples[(i - window + 1)...i])
      // Of neighbouring kinks the sharpest is the contact.
      let size = change.length
      guard size > jump else { continue }
      if let last = kinks.last, i - last.index <= window {
        if size > last.size { kinks[kinks.count - 1] = (i, size) }
      } else {
        kinks.append((i, size))
      }
    }
    let starts = [0] + kinks.map { $0.index + 1 }
    let ends = kinks.map(\.index) + [samples.count]
    return zip(starts, ends).map { $0..<$1 }.filter { $0.count >= least }
  }

  /// The velocity of the straight line through `samples`, by least squares.
  static func slope(_ samples: ArraySlice<FlightSample>) -> Vector3 {
    let count = Double(samples.count)
    let meanTime = samples.reduce(0) { $0 + $1.time } / count
    let mean = samples.reduce(Vector3.zero) { $0 + $1.position } / count
    var along = Vector3.zero
    var square = 0.0
    for sample in samples {
      along += (sample.time - meanTime) * (sample.position - mean)
      square += (sample.time - meanTime) * (sample.time - meanTime)
    }
    return along / max(square, 1e-300)
  }
}
