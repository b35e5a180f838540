import Arena
import Foundation
import Math

/// A rally on paper: the scene from above and from the side in the same scale, and the ball's way
/// through it, coloured by speed.
struct RallyPicture {
  let scene: Scene
  let trail: BallTrail
  /// The steps whose trail is drawn.
  let steps: Range<Int>
  let title: String
  let subtitle: String
  private let fastest: Double
  private let lower: Vector3
  private let upper: Vector3

  static let ink = Canvas.Colour(0.13, 0.15, 0.19)
  static let paleInk = Canvas.Colour(0.42, 0.45, 0.5)
  static let paper = Canvas.Colour(0.985, 0.985, 0.975)
  static let panel = Canvas.Colour(0.935, 0.945, 0.955)

  init(scene: Scene, trail: BallTrail, steps: Range<Int>, title: String, subtitle: String) {
    self.scene = scene
    self.trail = trail
    self.steps = steps
    self.title = title
    self.subtitle = subtitle
    let speeds = steps.dropFirst().compactMap { trail.speed(at: $0) }
    fastest = max(1, (speeds.max() ?? 1).rounded(.up))
    var lower = scene.lowerCorner
    var upper = scene.upperCorner
    let margin = 0.03 * (scene.upperCorner - scene.lowerCorner).length
    for step in steps {
      guard let ball = trail.positions[step] else { continue }
      // Room for what leaves the box, but not for what is lost for good.
      let reach = 0.6 * (scene.upperCorner - scene.lowerCorner)
      let near = ball.clamped(scene.lowerCorner - reach, scene.upperCorner + reach)
      lower = Vector3(
        min(lower.x, near.x - margin), min(lower.y, near.y - margin), min(lower.z, near.z - margin))
      upper = Vector3(
        max(upper.x, near.x + margin), max(upper.y, near.y + margin), max(upper.z, near.z + margin))
    }
    self.lower = lower
    self.upper = upper
  }

  func drawn(width: Int, height: Int) -> Canvas {
    var canvas = Canvas(width: width, height: height, background: Self.paper)
    let unit = min(Double(width) / 1400, Double(height) / 1000)
    let views = layout(width: Double(width), height: Double(height), unit: unit)
    for view in views {
      drawPanel(view, unit, &canvas)
      canvas.clip = view.box
      for item in view.inDrawingOrder(scene.items) {
        view.draw(item, unit: unit, on: &canvas)
      }
      drawTrail(view, unit, &canvas)
      drawMarks(view, unit, &canvas)
      canvas.clip = nil
    }
    drawText(unit, &canvas)
    drawLegend(x: Double(width) - 136 * unit, unit, &canvas)
    listMarks(x: Double(width) - 150 * unit, unit, &canvas)
    return canvas
  }

  /// The view from above and the one from the side, one below the other.
  private func layout(width: Double, height: Double, unit: Double) -> [Projection] {
    let extent = upper - lower
    let isLongInY = extent.y >= extent.x
    let along = isLongInY ? Projection.Axis.y : .x
    let across = isLongInY ? Projection.Axis.x : .y
    let left = 86 * unit
    let top = 138 * unit
    let gap = 78 * unit
    let room = Canvas.Point(width - left - 190 * unit, height - top - gap - 66 * unit)
    let length = max(extent.component(along), 1e-6)
    let depth = max(extent.component(across), 1e-6)
    let tall = max(extent.z, 1e-6)
    let scale = min(room.x / length, room.y / (depth + tall))
    let shift = (room.x - scale * length) / 2
    let drop = max(0, room.y - scale * (depth + tall)) / 3
    let above = Projection(
      name: "from above", right: along, up: across, lower: lower, upper: upper,
      corner: .init(left + shift, top + drop), scale: scale)
    let side = Projection(
      name: "from the side", right: along, up: .z, lower: lower, upper: upper,
      corner: .init(left + shift, top + 2 * drop + scale * depth + gap), scale: scale)
    return [above, side]
  }

  private func drawTrail(_ view: Projection, _ unit: Double, _ canvas: inout Canvas) {
    for step in steps.dropFirst() {
      guard let from = trail.positions[step - 1], let to = trail.positions[step],
        let speed = trail.speed(at: step)
      else { continue }
      canvas.strokeLine(
        view.point(from), view.point(to), width: 3.4 * unit,
        ColourScale.colour(speed / fastest))
    }
    // A dot every tenth of a second shows how fast it goes even without colours.
    let every = max(1, Int((0.1 / trail.stepDuration).rounded()))
    for step in stride(from: steps.lowerBound, to: steps.upperBound, by: every) {
      guard let ball = trail.positions[step] else { continue }
      canvas.fillDisc(view.point(ball), radius: 2.6 * unit, Self.ink.faded(0.75))
    }
    if let last = steps.last, let ball = trail.positions[last] {
      canvas.fillDisc(view.point(ball), radius: 7 * unit, .init(1, 0.55, 0))
      canvas.strokeCircle(view.point(ball), radius: 7 * unit, width: 1.5 * unit, Self.ink)
    }
  }

  /// What happened along the trail, numbered.
  private var events: [(number: Int, step: Int, text: String)] {
    let marks = trail.marks.filter { steps.contains($0.step) && trail.positions[$0.step] != nil }
    return marks.prefix(22).enumerated().map { ($0 + 1, $1.step, $1.text) }
  }

  private func drawMarks(_ view: Projection, _ unit: Double, _ canvas: inout Canvas) {
    for event in events {
      guard let ball = trail.positions[event.step] else { continue }
      let place = view.point(ball)
      canvas.fillDisc(place, radius: 8.5 * unit, Self.paper.faded(0.92))
      canvas.strokeCircle(place, radius: 8.5 * unit, width: 1.3 * unit, Self.ink)
      canvas.write(
        "\(event.number)", at: .init(place.x, place.y + 3.6 * unit), size: 7.5 * unit, Self.ink,
        anchor: .centre, weight: 0.17)
    }
  }

  private func listMarks(x: Double, _ unit: Double, _ canvas: inout Canvas) {
    for (row, event) in events.enumerated() {
      let y = (540 + 19 * Double(row)) * unit
      let time = Double(event.step - steps.lowerBound) * trail.stepDuration
      canvas.write(
        "\(event.number)", at: .init(x + 16 * unit, y), size: 9.5 * unit, Self.ink,
        anchor: .right)
      canvas.write(event.text, at: .init(x + 26 * unit, y), size: 9.5 * unit, Self.ink)
      canvas.write(
        String(format: "%.2f s", time), at: .init(x + 136 * unit, y), size: 9.5 * unit,
        Self.paleInk, anchor: .right)
    }
  }

  private func drawText(_ unit: Double, _ canvas: inout Canvas) {
    canvas.write(
      title, at: .init(86 * unit, 46 * unit), size: 21 * unit, Self.ink, weight: 0.13)
    canvas.write(subtitle, at: .init(86 * unit, 74 * unit), size: 12 * unit, Self.paleInk)
    let captions = scene.captions.prefix(3).joined(separator: "   ")
    canvas.write(captions, at: .init(86 * unit, 97 * unit), size: 12 * unit, Self.ink)
  }

  /// The scale of colours at the right edge.
  private func drawLegend(x: Double, _ unit: Double, _ canvas: inout Canvas) {
    guard steps.count > 1 else { return }
    let top = 170 * unit
    let tall = 300 * unit
    let rows = Int(tall)
    for row in 0..<rows {
      let y = top + Double(row)
      canvas.fillRectangle(
        .init(x, y), .init(x + 18 * unit, y + 1), ColourScale.colour(1 - Double(row) / tall))
    }
    canvas.write("ball speed", at: .init(x - 14 * unit, top - 34 * unit), size: 11 * unit, Self.ink)
    canvas.write("m/s", at: .init(x - 14 * unit, top - 15 * unit), size: 11 * unit, Self.ink)
    let spacing = Projection.spacing(for: fastest, atMost: 6)
    for tick in stride(from: 0, through: fastest + 1e-9, by: spacing) {
      let y = top + tall * (1 - tick / fastest)
      canvas.strokeLine(
        .init(x + 18 * unit, y), .init(x + 24 * unit, y), width: 1.2 * unit, Self.ink)
      canvas.write(
        Projection.label(tick), at: .init(x + 30 * unit, y + 5 * unit), size: 10 * unit, Self.ink)
    }
  }

  private func drawPanel(_ view: Projection, _ unit: Double, _ canvas: inout Canvas) {
    let (lower, upper) = view.box
    canvas.fillRectangle(lower, upper, Self.panel)
    let spacing = Projection.spacing(for: view.largestExtent, atMost: 10)
    for (position, label) in view.ticks(view.right, spacing: spacing) {
      canvas.strokeLine(
        .init(position, lower.y), .init(position, upper.y), width: unit, .init(1, 1, 1))
      canvas.write(
        label, at: .init(position, upper.y + 20 * unit), size: 10 * unit, Self.paleInk,
        anchor: .centre)
    }
    for (position, label) in view.ticks(view.up, spacing: spacing) {
      canvas.strokeLine(
        .init(lower.x, position), .init(upper.x, position), width: unit, .init(1, 1, 1))
      canvas.write(
        label, at: .init(lower.x - 10 * unit, position + 5 * unit), size: 10 * unit,
        Self.paleInk, anchor: .right)
    }
    canvas.write(
      "\(view.name), \(view.up.rawValue) over \(view.right.rawValue) in metres",
      at: .init(lower.x, lower.y - 9 * unit), size: 11 * unit, Self.ink)
  }
}

extension Vector3 {
  fileprivate func clamped(_ lower: Vector3, _ upper: Vector3) -> Vector3 {
    Vector3(
      min(max(x, lower.x), upper.x), min(max(y, lower.y), upper.y), min(max(z, lower.z), upper.z))
  }
}
