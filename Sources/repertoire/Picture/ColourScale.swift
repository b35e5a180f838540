/// Colours for numbers 0 ... 1: from violet over green to yellow, rising in brightness so that they
/// can be told apart in grey and by the colour-blind.
enum ColourScale {
  private static let stops: [(Double, Double, Double)] = [
    (0.23, 0.11, 0.44), (0.20, 0.30, 0.62), (0.11, 0.49, 0.62), (0.13, 0.64, 0.51),
    (0.45, 0.76, 0.31), (0.83, 0.80, 0.16), (0.98, 0.62, 0.13), (0.90, 0.30, 0.16),
  ]

  static func colour(_ value: Double) -> Canvas.Colour {
    let place = min(max(value.isFinite ? value : 0, 0), 1) * Double(stops.count - 1)
    let index = min(Int(place), stops.count - 2)
    let share = place - Double(index)
    let (a, b) = (stops[index], stops[index + 1])
    return Canvas.Colour(
      a.0 + share * (b.0 - a.0), a.1 + share * (b.1 - a.1), a.2 + share * (b.2 - a.2))
  }
}
