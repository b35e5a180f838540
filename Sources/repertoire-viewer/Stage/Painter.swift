#if Viewer

import Arena
import Math
import Rendering

/// Draws a tape as it is at any moment, for films and windows alike.
final class Painter {
  let renderer: Renderer
  private var here = Scene()
  private var next = Scene()
  /// What is drawn last: scenes that explain more cost more, so they are kept.
  private var known: (step: Int, layers: Scene.Layers, tape: ObjectIdentifier)?

  init(font: String) throws {
    renderer = try Renderer(font: font)
  }

  /// The scene as it was drawn last.
  private(set) var scene = Scene()
  /// The views as they were drawn last.
  private(set) var views: [Renderer.View] = []

  /// Draws the tape after `step` steps; a fraction lies between two steps, the next of which is
  /// shown if it is known.
  ///
  /// - Parameter over: draws over the finished picture.
  func paint(
    _ tape: any Tape, at step: Double, _ stage: Stage, width: Int, height: Int,
    over: (inout Dashboard) -> Void = { _ in }
  ) throws {
    let whole = min(Int(step), tape.lastStep)
    load(tape, whole, stage.layers)
    let share = step - Double(whole)
    scene = share > 0 && whole < tape.lastStep ? here.between(next, share: share) : here
    let subject = scene.motions.first.flatMap { scene.place(of: $0.name) }
    if stage.hasHeatMap { HeatMap.add(tape, until: whole, to: &scene) }
    var lines = Lines()
    if stage.hasTrail {
      Trail.add(tape, until: step, length: stage.trailLength, at: subject, to: &lines)
    }
    views = stage.views(of: scene, subject: subject, width: Double(width), height: Double(height))
    if let motion = scene.motions.first, let subject {
      let size = scene.enlarge(motion.name, in: views[0].camera)
      if stage.layers.contains(.motion) {
        Trail.addSpin(motion, at: subject, size: size, to: &lines)
      }
    }
    var dashboard = Dashboard(Sheet(width: width, height: height, typeface: renderer.typeface))
    unit = dashboard.sheet.unit
    if stage.isQuad { dashboard.drawQuarters(stage.quarters) }
    if stage.layers.contains(.plan), let panel = Shortlist.panel(tape, step: whole) {
      scene.panels.append(panel)
    }
    if stage.hasDashboard { dashboard.draw(scene, tape, step: whole) }
    over(&dashboard)
    try renderer.draw(scene, extra: lines, views: views, sheet: dashboard.sheet)
  }

  private func load(_ tape: any Tape, _ step: Int, _ layers: Scene.Layers) {
    let wanted = (step: step, layers: layers, tape: ObjectIdentifier(tape))
    if let known, known == wanted { return }
    here.layers = layers
    next.layers = layers
    tape.draw(step: step, into: &here)
    if step < tape.lastStep { tape.draw(step: step + 1, into: &next) }
    known = wanted
  }

  /// How lengths grow with the picture: 1 for one that is 720 high.
  private(set) var unit = 1.0

  func image() -> Image { renderer.image() }

  /// Waits until what was drawn is there.
  func finish() { renderer.finish() }
}

extension Scene {
  /// Draws a small ball that is far away larger than it is, or it would be lost among the pixels.
  ///
  /// - Returns: the radius it is drawn with, metres.
  fileprivate mutating func enlarge(_ name: String, in camera: Camera) -> Double {
    guard let index = items.firstIndex(where: { $0.name == name }),
      case .sphere(let centre, let radius) = items[index].shape
    else { return 0 }
    // Nearly one per cent of the picture's height.
    let (sine, cosine) = sincos(0.5 * camera.fieldOfView)
    let least = 0.0085 * (centre - camera.eye).length * 2 * sine / cosine
    guard least > radius else { return radius }
    replace(at: index, with: .sphere(centre: centre, radius: least))
    return least
  }
}

#endif
