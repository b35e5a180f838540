/// A picture in memory, drawn without any graphics library. Coordinates are in pixels from the
/// upper left corner; every edge is smoothed.
struct Canvas {
  let width: Int
  let height: Int
  /// Red, green and blue of every pixel, row by row from the top.
  private(set) var pixels: [UInt8]
  /// The only part that is drawn into: opposite corners, or nil for all of it.
  var clip: (Point, Point)?

  struct Point {
    var x: Double
    var y: Double
    init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// Red, green, blue and opacity, each 0 ... 1.
  struct Colour {
    var red: Double
    var green: Double
    var blue: Double
    var alpha: Double

    init(_ red: Double, _ green: Double, _ blue: Double, alpha: Double = 1) {
      self.red = red
      self.green = green
      self.blue = blue
      self.alpha = alpha
    }

    func faded(_ factor: Double) -> Colour { Colour(red, green, blue, alpha: alpha * factor) }
  }

  init(width: Int, height: Int, background: Colour) {
    self.width = width
    self.height = height
    let bytes = [background.red, background.green, background.blue].map { UInt8(255 * $0) }
    pixels = (0..<width * height).flatMap { _ in bytes }
  }

  /// Blends `colour` over the pixel by `coverage`, 0 ... 1.
  private mutating func blend(_ x: Int, _ y: Int, _ colour: Colour, _ coverage: Double) {
    let alpha = colour.alpha * min(max(coverage, 0), 1)
    guard alpha > 0.002 else { return }
    let place = 3 * (y * width + x)
    let parts = (colour.red, colour.green, colour.blue)
    for (offset, part) in [parts.0, parts.1, parts.2].enumerated() {
      let below = Double(pixels[place + offset])
      pixels[place + offset] = UInt8(min(max(below + alpha * (255 * part - below), 0), 255))
    }
  }

  /// Calls `coverage` for the centre of every pixel in a box and blends accordingly.
  private mutating func shade(
    _ lower: Point, _ upper: Point, _ colour: Colour, coverage: (Point) -> Double
  ) {
    let (first, last) = clip ?? (Point(0, 0), Point(Double(width), Double(height)))
    func bound(_ value: Double, _ least: Double, _ most: Double) -> Int {
      value.isFinite ? Int(min(max(value, least), most)) : 0
    }
    let left = bound(lower.x - 1, first.x, last.x)
    let top = bound(lower.y - 1, first.y, last.y)
    let columns = left..<max(left, bound(upper.x + 2, first.x, last.x))
    let rows = top..<max(top, bound(upper.y + 2, first.y, last.y))
    for y in rows {
      for x in columns {
        blend(x, y, colour, coverage(Point(Double(x) + 0.5, Double(y) + 0.5)))
      }
    }
  }

  mutating func fillRectangle(_ corner: Point, _ opposite: Point, _ colour: Colour) {
    shade(corner, opposite, colour) { point in
      let x = min(point.x - corner.x, opposite.x - point.x) + 0.5
      let y = min(point.y - corner.y, opposite.y - point.y) + 0.5
      return min(max(x, 0), 1) * min(max(y, 0), 1)
    }
  }

  mutating func fillDisc(_ centre: Point, radius: Double, _ colour: Colour) {
    strokeLine(centre, centre, width: 2 * radius, colour)
  }

  mutating func strokeCircle(_ centre: Point, radius: Double, width: Double, _ colour: Colour) {
    let reach = radius + width
    shade(
      Point(centre.x - reach, centre.y - reach), Point(centre.x + reach, centre.y + reach), colour
    ) { point in
      let distance = Self.length(point.x - centre.x, point.y - centre.y)
      return width / 2 + 0.5 - abs(distance - radius)
    }
  }

  /// A straight line with round ends. Lines thinner than a pixel become fainter.
  mutating func strokeLine(_ from: Point, _ to: Point, width: Double, _ colour: Colour) {
    let reach = width / 2 + 1
    let lower = Point(min(from.x, to.x) - reach, min(from.y, to.y) - reach)
    let upper = Point(max(from.x, to.x) + reach, max(from.y, to.y) + reach)
    let along = Point(to.x - from.x, to.y - from.y)
    let square = along.x * along.x + along.y * along.y
    shade(lower, upper, colour.faded(min(width, 1))) { point in
      let offset = Point(point.x - from.x, point.y - from.y)
      let share = square > 0 ? (offset.x * along.x + offset.y * along.y) / square : 0
      let nearest = min(max(share, 0), 1)
      let distance = Self.length(offset.x - nearest * along.x, offset.y - nearest * along.y)
      return max(width, 1) / 2 + 0.5 - distance
    }
  }

  mutating func strokeLines(_ points: [Point], width: Double, _ colour: Colour) {
    for (from, to) in zip(points, points.dropFirst()) {
      strokeLine(from, to, width: width, colour)
    }
  }

  /// Fills the convex hull of `points`.
  mutating func fillHull(of points: [Point], _ colour: Colour) {
    let hull = Self.hull(points)
    guard hull.count > 2 else {
      if let first = hull.first, let last = hull.last {
        strokeLine(first, last, width: 1, colour)
      }
      return
    }
    let lower = Point(hull.map(\.x).min() ?? 0, hull.map(\.y).min() ?? 0)
    let upper = Point(hull.map(\.x).max() ?? 0, hull.map(\.y).max() ?? 0)
    let edges = zip(hull, hull.dropFirst() + [hull[0]]).map { a, b in
      let length = max(Self.length(b.x - a.x, b.y - a.y), 1e-12)
      return (from: a, x: (b.x - a.x) / length, y: (b.y - a.y) / length)
    }
    shade(lower, upper, colour) { point in
      edges.reduce(1) { coverage, edge in
        let inside = edge.x * (point.y - edge.from.y) - edge.y * (point.x - edge.from.x)
        return min(coverage, inside + 0.5)
      }
    }
  }

  /// The outline of the convex hull of `points`.
  mutating func strokeHull(of points: [Point], width: Double, _ colour: Colour) {
    let hull = Self.hull(points)
    guard let first = hull.first else { return }
    strokeLines(hull + [first], width: width, colour)
  }

  /// The corners of the convex hull, anticlockwise in a picture whose y points down
  /// (Andrew's monotone chain, 1979).
  static func hull(_ points: [Point]) -> [Point] {
    let sorted = points.filter { $0.x.isFinite && $0.y.isFinite }
      .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    func half(_ points: some Sequence<Point>) -> [Point] {
      var chain: [Point] = []
      for point in points {
        while chain.count > 1, turn(chain[chain.count - 2], chain[chain.count - 1], point) <= 1e-9 {
          chain.removeLast()
        }
        chain.append(point)
      }
      return Array(chain.dropLast())
    }
    return sorted.count < 3 ? sorted : half(sorted) + half(sorted.reversed())
  }

  private static func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  private static func length(_ x: Double, _ y: Double) -> Double {
    (x * x + y * y).squareRoot()
  }
}
