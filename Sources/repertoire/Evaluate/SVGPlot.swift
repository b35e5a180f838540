import Foundation

/// A drawing in the words of SVG, in pixels from the upper left corner.
struct SVGPlot {
  let width: Double
  let height: Double
  private var parts: [String] = []

  /// Colours that people who see few can tell apart (Okabe and Ito, 2008).
  static let palette = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#F0E442", "#000000",
  ]

  static func colour(_ index: Int) -> String { palette[index % palette.count] }

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  mutating func line(
    _ points: [(x: Double, y: Double)], colour: String, width: Double = 1.5, dashes: String = ""
  ) {
    guard points.count > 1 else { return }
    let path = points.map { "\(Self.short($0.x)),\(Self.short($0.y))" }.joined(separator: " ")
    let pattern = dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\""
    parts.append(
      "<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(colour)\""
        + " stroke-width=\"\(width)\"\(pattern)/>")
  }

  mutating func dot(_ x: Double, _ y: Double, radius: Double, colour: String) {
    parts.append(
      "<circle cx=\"\(Self.short(x))\" cy=\"\(Self.short(y))\" r=\"\(radius)\" fill=\"\(colour)\""
        + " fill-opacity=\"0.6\"/>")
  }

  mutating func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String,
    stroke: String = "none"
  ) {
    parts.append(
      "<rect x=\"\(Self.short(x))\" y=\"\(Self.short(y))\" width=\"\(Self.short(width))\""
        + " height=\"\(Self.short(height))\" fill=\"\(fill)\" stroke=\"\(stroke)\"/>")
  }

  mutating func text(
    _ x: Double, _ y: Double, _ text: String, anchor: String = "start", size: Double = 11
  ) {
    parts.append(
      "<text x=\"\(Self.short(x))\" y=\"\(Self.short(y))\" font-size=\"\(size)\""
        + " text-anchor=\"\(anchor)\">\(Self.escaped(text))</text>")
  }

  var svg: String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\""
      + " width=\"\(width)\" height=\"\(height)\" font-family=\"sans-serif\">"
      + parts.joined() + "</svg>"
  }

  private static func short(_ number: Double) -> String { String(format: "%.1f", number) }

  /// Text in which nothing is taken for markup.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

/// A plot of numbers over numbers, with axes.
struct AxesPlot {
  private(set) var plot: SVGPlot
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  private static let margin = (left: 46.0, right: 150.0, top: 14.0, bottom: 34.0)

  init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, xTitle: String, yTitle: String,
    width: Double = 640, height: Double = 260
  ) {
    self.x = x
    self.y = y
    plot = SVGPlot(width: width, height: height)
    let (left, right) = (place(x.lowerBound, y.lowerBound), place(x.upperBound, y.upperBound))
    plot.line([(left.x, right.y), (left.x, left.y), (right.x, left.y)], colour: "#888")
    for share in [0, 0.25, 0.5, 0.75, 1.0] {
      let value = y.lowerBound + share * (y.upperBound - y.lowerBound)
      let spot = place(x.lowerBound, value)
      plot.text(spot.x - 5, spot.y + 4, Output.rounded(value), anchor: "end")
      plot.line([spot, (right.x, spot.y)], colour: "#ddd", width: 0.6)
    }
    plot.text(left.x, height - 6, xTitle)
    plot.text(4, 11, yTitle)
  }

  func place(_ px: Double, _ py: Double) -> (x: Double, y: Double) {
    let m = Self.margin
    let sx = (px - x.lowerBound) / max(x.upperBound - x.lowerBound, 1e-9)
    let sy = (py - y.lowerBound) / max(y.upperBound - y.lowerBound, 1e-9)
    return (
      m.left + sx * (plot.width - m.left - m.right),
      plot.height - m.bottom - sy * (plot.height - m.top - m.bottom)
    )
  }

  /// A line with its name in the legend on the right.
  mutating func add(_ points: [(x: Double, y: Double)], name: String, index: Int) {
    let colour = SVGPlot.colour(index)
    let dashes = index < SVGPlot.palette.count ? "" : "5 3"
    plot.line(points.map { place($0.x, $0.y) }, colour: colour, dashes: dashes)
    for point in points where points.count < 12 {
      let spot = place(point.x, point.y)
      plot.dot(spot.x, spot.y, radius: 2.5, colour: colour)
    }
    let right = plot.width - Self.margin.right + 10
    let line = Self.margin.top + 8 + 14 * Double(index)
    plot.line([(right, line - 4), (right + 14, line - 4)], colour: colour, dashes: dashes)
    plot.text(right + 18, line, name, size: 10)
  }

  /// A label under the axis.
  mutating func label(_ px: Double, _ text: String) {
    let spot = place(px, y.lowerBound)
    plot.text(spot.x, spot.y + 14, text, anchor: "middle", size: 10)
  }

  /// An upright bar from the bottom, with the interval its height is known to.
  mutating func bar(_ px: Double, width: Double, share: Share, colour: String) {
    let (low, high) = (place(px - width / 2, y.lowerBound), place(px + width / 2, share.value))
    plot.box(low.x, high.y, high.x - low.x, low.y - high.y, fill: colour)
    let middle = place(px, 0).x
    plot.line(
      [(middle, place(px, share.lower).y), (middle, place(px, share.upper).y)], colour: "#333")
  }
}
