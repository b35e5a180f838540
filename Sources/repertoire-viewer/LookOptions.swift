#if Viewer

import Arena
import ArgumentParser
import Rendering

/// From where to look, and what to show besides the world.
struct LookOptions: ParsableArguments {
  @Option(help: "broadcast, orbit, follow, first-person or above.")
  var camera = CameraKind.broadcast

  @Option(help: "One view, or four in one picture: single or quad.")
  var layout = Layout.single

  @Option(
    help: ArgumentHelp(
      "What to explain, with commas between: belief, forecast, plan, power, motion, trail,"
        + " landings, score; or none.", valueName: "list"))
  var overlays = Overlays([.motion, .trail, .score])

  @Option(
    help: ArgumentHelp("Whose eyes the first person has, counted from 0.", valueName: "index"))
  var viewpoint = 0

  enum Layout: String, ExpressibleByArgument, CaseIterable { case single, quad }

  var stage: Stage {
    var stage = Stage()
    stage.camera = camera
    stage.isQuad = layout == .quad
    stage.viewpoint = max(0, viewpoint)
    overlays.apply(to: &stage)
    return stage
  }
}

extension CameraKind: ExpressibleByArgument {}

/// What can be shown over and beside the world.
struct Overlays: ExpressibleByArgument {
  enum Kind: String, CaseIterable {
    case belief, forecast, plan, power, motion, trail, landings, score
  }

  let kinds: [Kind]

  init(_ kinds: [Kind]) { self.kinds = kinds }

  init?(argument: String) {
    guard argument != "none" else {
      kinds = []
      return
    }
    let found = argument.split(separator: ",").map { Kind(rawValue: String($0)) }
    guard !found.isEmpty, !found.contains(nil) else { return nil }
    kinds = found.compactMap { $0 }
  }

  var defaultValueDescription: String { kinds.map(\.rawValue).joined(separator: ",") }

  func apply(to stage: inout Stage) {
    stage.layers = []
    for (kind, layer) in Self.layers where kinds.contains(kind) { stage.layers.insert(layer) }
    stage.hasTrail = kinds.contains(.trail)
    stage.hasHeatMap = kinds.contains(.landings)
    stage.hasDashboard = kinds.contains(.score)
  }

  private static let layers: [(Kind, Scene.Layers)] = [
    (.belief, .belief), (.forecast, .forecast), (.plan, .plan), (.power, .power),
    (.motion, .motion),
  ]
}

#endif
