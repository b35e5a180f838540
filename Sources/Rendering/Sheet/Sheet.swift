#if Viewer

import Arena
import Math

/// Flat drawing over a picture: panels, text, marks. In pixels from the upper left corner.
public struct Sheet {
  static let numbersPerVertex = 8

  public let width: Double
  public let height: Double
  public let typeface: Typeface
  private(set) var vertices: [Float] = []

  public init(width: Int, height: Int, typeface: Typeface) {
    self.width = Double(width)
    self.height = Double(height)
    self.typeface = typeface
    typeface.prepare()
  }

  /// A rectangle of the sheet.
  public struct Frame: Sendable, Hashable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }

    public func contains(_ x: Double, _ y: Double) -> Bool {
      x >= self.x && y >= self.y && x < self.x + width && y < self.y + height
    }
  }

  /// How lengths grow with the picture: 1 for one that is 720 high or 1280 wide.
  public var unit: Double { min(height / 720, width / 1280) }

  /// The size of letters for a picture of this size.
  public func letters(_ size: Double) -> Int { max(8, Int((size * unit).rounded())) }

  private mutating func add(
    _ x: Double, _ y: Double, _ u: Double, _ v: Double, _ colour: Scene.Colour
  ) {
    vertices.append(Float(x))
    vertices.append(Float(y))
    vertices.append(Float(u))
    vertices.append(Float(v))
    for part in [colour.red, colour.green, colour.blue, colour.alpha] {
      vertices.append(Float(part) / 255)
    }
  }

  mutating func append(_ more: [Float]) { vertices += more }

  public typealias Point = (x: Double, y: Double)

  public mutating func triangle(_ a: Point, _ b: Point, _ c: Point, _ colour: Scene.Colour) {
    for point in [a, b, c] { add(point.x, point.y, -1, -1, colour) }
  }

  public mutating func fill(_ frame: Frame, _ colour: Scene.Colour) {
    let (right, bottom) = (frame.x + frame.width, frame.y + frame.height)
    triangle((frame.x, frame.y), (right, frame.y), (right, bottom), colour)
    triangle((frame.x, frame.y), (right, bottom), (frame.x, bottom), colour)
  }

  /// A rectangle with round corners.
  public mutating func fill(_ frame: Frame, corner: Double, _ colour: Scene.Colour) {
    let r = min(corner, 0.5 * frame.width, 0.5 * frame.height)
    let middle = (frame.x + 0.5 * frame.width, frame.y + 0.5 * frame.height)
    var rim: [Point] = []
    let centres = [
      (frame.x + frame.width - r, frame.y + frame.height - r),
      (frame.x + r, frame.y + frame.height - r),
      (frame.x + r, frame.y + r), (frame.x + frame.width - r, frame.y + r),
    ]
    for (quarter, centre) in centres.enumerated() {
      for part in 0...4 {
        let (sine, cosine) = sincos(0.5 * .pi * (Double(quarter) + Double(part) / 4))
        rim.append((centre.0 + r * cosine, centre.1 + r * sine))
      }
    }
    for (a, b) in zip(rim, rim.dropFirst() + rim.prefix(1)) { triangle(middle, a, b, colour) }
  }

  public mutating func disc(_ centre: Point, radius: Double, _ colour: Scene.Colour) {
    fill(
      Frame(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius), corner: radius, colour)
  }

  public mutating func line(_ a: Point, _ b: Point, width: Double, _ colour: Scene.Colour) {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 1e-9 else { return }
    let (x, y) = (-0.5 * width * dy / length, 0.5 * width * dx / length)
    triangle((a.x + x, a.y + y), (b.x + x, b.y + y), (b.x - x, b.y - y), colour)
    triangle((a.x + x, a.y + y), (b.x - x, b.y - y), (a.x - x, a.y - y), colour)
  }
}

extension Sheet {
  /// Which part of a text stands at the place given.
  public enum Anchor { case left, middle, right }

  /// One line of text; `y` is its upper edge. Returns its width.
  @discardableResult
  public mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Int, _ colour: Scene.Colour,
    _ anchor: Anchor = .left
  ) -> Double {
    let width = Double(typeface.width(of: text, size: size))
    let start = anchor == .left ? x : anchor == .right ? x - width : x - 0.5 * width
    // Letters are sharp on whole pixels only.
    var pen = start.rounded()
    let top = y.rounded()
    let scale = 1 / Double(Typeface.side)
    for scalar in text.unicodeScalars {
      let glyph = typeface.glyph(scalar, size: size)
      let (left, right) = (pen + Double(glyph.bearing), pen + Double(glyph.bearing + glyph.width))
      let bottom = top + Double(glyph.height)
      let (u0, u1) = (scale * Double(glyph.x), scale * Double(glyph.x + glyph.width))
      let (v0, v1) = (scale * Double(glyph.y), scale * Double(glyph.y + glyph.height))
      if glyph.width > 0 {
        add(left, top, u0, v0, colour)
        add(right, top, u1, v0, colour)
        add(right, bottom, u1, v1, colour)
        add(left, top, u0, v0, colour)
        add(right, bottom, u1, v1, colour)
        add(left, bottom, u0, v1, colour)
      }
      pen += Double(glyph.advance)
    }
    return width
  }

  /// The text cut to a width, with an ellipsis where something is missing.
  public func fitted(_ text: String, size: Int, width: Double) -> String {
    guard Double(typeface.width(of: text, size: size)) > width else { return text }
    var cut = text
    while !cut.isEmpty, Double(typeface.width(of: cut + "…", size: size)) > width {
      cut.removeLast()
    }
    return cut + "…"
  }

  /// The text broken into lines of at most a width, between words.
  public func wrapped(_ text: String, size: Int, width: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      let longer = lines.last.map { $0 + " " + word } ?? String(word)
      if !lines.isEmpty, Double(typeface.width(of: longer, size: size)) <= width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(fitted(String(word), size: size, width: width))
      }
    }
    return lines
  }
}

#endif
