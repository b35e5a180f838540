#if Viewer

import Arena
import Math
import Rendering

/// How a tape is looked at: from where, and with what besides the world itself.
struct Stage {
  var camera = CameraKind.broadcast
  var orbit = Orbit()
  /// Whose eyes the first person has, counted from 0.
  var viewpoint = 0
  var isQuad = false
  var layers: Scene.Layers = [.motion]
  /// Whether the thing that moves leaves a trail.
  var hasTrail = true
  /// Whether score, calls and panels are drawn.
  var hasDashboard = true
  /// Whether the places of bounces so far are drawn as a map.
  var hasHeatMap = false
  /// Seconds of flight that the trail shows.
  var trailLength = 1.4

  /// The cameras of four views in one picture, row by row.
  let quarters: [CameraKind] = [.broadcast, .above, .follow, .firstPerson]

  /// The cameras of a picture of one or four views.
  func views(
    of scene: Scene, subject: Vector3?, width: Double, height: Double
  ) -> [Renderer.View] {
    let aspect = width / height
    func camera(_ kind: CameraKind) -> Camera {
      Camera(
        kind, of: scene, aspect: aspect, orbit: orbit, subject: subject, viewpoint: viewpoint)
    }
    guard isQuad else { return [Renderer.View(camera(self.camera))] }
    return quarters.enumerated().map { index, kind in
      Renderer.View(
        camera(kind),
        frame: Sheet.Frame(
          index % 2 == 0 ? 0 : 0.5, index < 2 ? 0 : 0.5, 0.5, 0.5))
    }
  }
}

#endif
