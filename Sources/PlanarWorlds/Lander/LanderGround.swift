import Math

/// The moon: eleven points joined by lines, level around the pad.
enum LanderGround {
  /// The picture that Gymnasium shows, in metres.
  static let width = 20.0
  static let height = 400.0 / 30
  static let padHeight = height / 4
  static let points = 11

  /// The heights of the points, before and after which there is one more that smoothing needs.
  static func heights(roughness: Double, _ random: inout Random) -> [Double] {
    smoothed((0...points).map { _ in roughness * random.uniform(0, height / 2) })
  }

  static func heights(flat: Double) -> [Double] {
    smoothed(Array(repeating: flat, count: points + 1))
  }

  /// Levels the pad and smooths; the weight .33 and the first point's left neighbour, which is the
  /// last number, are Gymnasium's.
  private static func smoothed(_ raw: [Double]) -> [Double] {
    var raw = raw
    for index in 3...7 { raw[index] = padHeight }
    return (0..<points).map { index in
      0.33 * (raw[(index + points) % (points + 1)] + raw[index] + raw[index + 1])
    }
  }

  /// A height that no ground between two places exceeds: that of the highest point near them.
  static func highest(in range: ClosedRange<Double>, _ heights: Span<Double>) -> Double {
    let spacing = width / Double(points - 1)
    let last = Double(points - 1)
    let first = Int(clamp((range.lowerBound / spacing).rounded(.down), 0...last))
    let end = Int(clamp((range.upperBound / spacing).rounded(.up), 0...last))
    var highest = 0.0
    for index in first...end { highest = max(highest, heights[index]) }
    return highest
  }

  static func x(_ index: Int) -> Double { width / Double(points - 1) * Double(index) }
}
