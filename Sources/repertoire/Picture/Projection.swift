import Arena
import Math

/// A look along one of the world's axes onto a rectangle of the picture.
struct Projection {
  enum Axis: String {
    case x, y, z
  }

  let name: String
  let right: Axis
  let up: Axis
  let lower: Vector3
  let upper: Vector3
  /// The upper left corner of the rectangle.
  let corner: Canvas.Point
  /// Pixels per metre.
  let scale: Double

  func point(_ place: Vector3) -> Canvas.Point {
    .init(
      corner.x + scale * (place.component(right) - lower.component(right)),
      corner.y + scale * (upper.component(up) - place.component(up)))
  }

  /// The upper left and the lower right corner of the rectangle.
  var box: (Canvas.Point, Canvas.Point) {
    let extent = upper - lower
    return (
      corner,
      .init(corner.x + scale * extent.component(right), corner.y + scale * extent.component(up))
    )
  }

  var largestExtent: Double {
    max((upper - lower).component(right), (upper - lower).component(up))
  }

  /// Round numbers inside the rectangle: their pixel along the axis, and how they are written.
  func ticks(_ axis: Axis, spacing: Double) -> [(position: Double, label: String)] {
    let first = (lower.component(axis) / spacing).rounded(.up)
    let last = (upper.component(axis) / spacing).rounded(.down)
    guard last >= first, last - first < 100 else { return [] }
    return stride(from: first, through: last, by: 1).map { count in
      let value = count * spacing
      let place = Vector3(value, value, value)
      return (axis == right ? point(place).x : point(place).y, Self.label(value))
    }
  }

  /// The smallest of 1, 2, 5, 10, ... and their tenths that divides `extent` into few enough parts.
  static func spacing(for extent: Double, atMost parts: Double) -> Double {
    var power = 0.001
    while power < 1e6 {
      for step in [1.0, 2, 5] where extent / (step * power) <= parts { return step * power }
      power *= 10
    }
    return power
  }

  static func label(_ value: Double) -> String {
    let rounded = (value * 1000).rounded() / 1000 + 0
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  /// What is further away comes first.
  func inDrawingOrder(_ items: [Scene.Item]) -> [Scene.Item] {
    let axis: Axis = up == .z ? (right == .y ? .x : .y) : .z
    // From the side the eye looks along rising x or falling y, from above along falling z.
    let sign: Double = axis == .x ? -1 : 1
    return items.enumerated().sorted { a, b in
      let left = sign * a.element.shape.centre.component(axis)
      let right = sign * b.element.shape.centre.component(axis)
      return left == right ? a.offset < b.offset : left < right
    }.map(\.element)
  }
}

extension Projection {
  /// Draws one thing of a scene.
  func draw(_ item: Scene.Item, unit: Double, on canvas: inout Canvas) {
    let colour = Canvas.Colour(item.colour)
    let edge = Canvas.Colour(
      0.6 * colour.red, 0.6 * colour.green, 0.6 * colour.blue, alpha: colour.alpha)
    switch item.shape {
    case .sphere(let centre, let radius):
      let pixels = max(scale * radius, 2 * unit)
      canvas.fillDisc(point(centre), radius: pixels, colour)
      canvas.strokeCircle(point(centre), radius: pixels, width: unit, edge)
    case .capsule(let from, let to, let radius):
      canvas.strokeLine(point(from), point(to), width: 2 * scale * radius + 2 * unit, edge)
      canvas.strokeLine(point(from), point(to), width: 2 * scale * radius, colour)
    case .box(let centre, let half, let rotation):
      fill(Self.corners(centre, half, rotation), colour, edge, unit, &canvas)
    case .cylinder(let centre, let axis, let radius, let halfLength):
      fill(Self.rims(centre, axis, radius, halfLength), colour, edge, unit, &canvas)
    case .line(let from, let to):
      canvas.strokeLine(point(from), point(to), width: 1.5 * unit, colour)
    case .label(let place, let text):
      canvas.write(text, at: point(place), size: 10 * unit, colour, anchor: .centre)
    }
  }

  private func fill(
    _ corners: [Vector3], _ colour: Canvas.Colour, _ edge: Canvas.Colour, _ unit: Double,
    _ canvas: inout Canvas
  ) {
    let points = corners.map(point)
    canvas.fillHull(of: points, colour)
    canvas.strokeHull(of: points, width: 1.2 * unit, edge)
  }

  private static func corners(
    _ centre: Vector3, _ half: Vector3, _ rotation: Rotation
  ) -> [Vector3] {
    [-1.0, 1].flatMap { x in
      [-1.0, 1].flatMap { y in
        [-1.0, 1].map { z in
          centre + rotation(Vector3(x * half.x, y * half.y, z * half.z))
        }
      }
    }
  }

  /// Points around both ends of a cylinder.
  private static func rims(
    _ centre: Vector3, _ axis: Vector3, _ radius: Double, _ halfLength: Double
  ) -> [Vector3] {
    let helper = abs(axis.x) < 0.8 ? Vector3.unitX : .unitY
    let first = axis.cross(helper).normalized()
    let second = axis.cross(first)
    return (0..<32).flatMap { index in
      let angle = sincos(2 * .pi * Double(index) / 32)
      let rim = radius * (angle.cosine * first + angle.sine * second)
      return [centre + rim + halfLength * axis, centre + rim - halfLength * axis]
    }
  }
}

extension Vector3 {
  func component(_ axis: Projection.Axis) -> Double {
    switch axis {
    case .x: x
    case .y: y
    case .z: z
    }
  }
}

extension Scene.Shape {
  /// A point in the middle of the shape.
  var centre: Vector3 {
    switch self {
    case .sphere(let centre, _), .box(let centre, _, _), .cylinder(let centre, _, _, _): centre
    case .capsule(let from, let to, _), .line(let from, let to): 0.5 * (from + to)
    case .label(let place, _): place
    }
  }
}

extension Canvas.Colour {
  init(_ colour: Scene.Colour) {
    self.init(
      Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255,
      alpha: Double(colour.alpha) / 255)
  }
}
