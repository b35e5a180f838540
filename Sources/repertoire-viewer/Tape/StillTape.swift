#if Viewer

import Arena
import Math

/// Something that does not move, to be looked at from all sides.
final class StillTape: Tape {
  let title: String
  let players: [String] = []
  let stepDuration = 0.05
  let lastStep = 0
  let isComplete = true
  let expectedSteps: Int? = 0
  let marks: [TapeMark] = []
  let track: [Scene.Motion?] = [nil]
  let places: [Vector3?] = [nil]
  let fault: String? = nil
  let recording: [UInt8]? = nil
  let decisions: [Decision] = []
  private let picture: (inout Scene) -> Void

  init(_ title: String, _ picture: @escaping (inout Scene) -> Void) {
    self.title = title
    self.picture = picture
  }

  func extend(by steps: Int) {}

  func draw(step: Int, into scene: inout Scene) {
    scene.removeAll()
    picture(&scene)
  }
}

#endif
