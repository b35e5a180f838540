import Arena
import Math

/// The ways to look at a scene.
public enum CameraKind: String, Sendable, CaseIterable {
  /// From the side and above, the whole scene in view.
  case broadcast
  /// Turned and moved by hand about a point.
  case orbit
  /// At a steady distance from what moves.
  case follow
  /// Through the eyes of somebody in the scene.
  case firstPerson = "first-person"
  /// From straight above.
  case above
}

/// A camera that is moved by hand about a point.
public struct Orbit: Sendable, Hashable {
  /// The point in the middle of the picture; nil for the middle of the scene.
  public var centre: Vector3?
  /// Radians about the vertical; 0 looks along +y.
  public var azimuth = 0.65
  /// Radians above the horizon.
  public var elevation = 0.42
  /// Times the distance at which the whole scene is in view.
  public var distance = 1.0

  public init() {}

  /// The direction from the centre to the eye, a unit vector.
  var outward: Vector3 {
    let (sine, cosine) = sincos(azimuth)
    let (up, level) = sincos(elevation)
    return Vector3(sine * level, -cosine * level, up)
  }

  public mutating func turn(by azimuth: Double, _ elevation: Double) {
    self.azimuth += azimuth
    self.elevation = clamp(self.elevation + elevation, -0.2...1.55)
  }

  public mutating func zoom(by factor: Double) {
    distance = clamp(distance * factor, 0.05...6)
  }
}

extension Camera {
  /// The camera of a kind for a scene.
  ///
  /// - Parameters:
  ///   - subject: what to follow; nil for the scene's middle.
  ///   - viewpoint: which of the scene's viewpoints the first person has, counted from 0.
  public init(
    _ kind: CameraKind, of scene: Scene, aspect: Double, orbit: Orbit = Orbit(),
    subject: Vector3? = nil, viewpoint: Int = 0
  ) {
    let middle = 0.5 * (scene.lowerCorner + scene.upperCorner)
    switch kind {
    case .broadcast:
      self = .framing(scene, from: Camera.broadcastSide(of: scene), aspect: aspect)
    case .above:
      self = .framing(scene, from: Vector3(-0.001, 0, 1), aspect: aspect)
    case .orbit:
      self = .framing(scene, from: orbit.outward, aspect: aspect, zoom: orbit.distance)
      if let centre = orbit.centre {
        eye += centre - target
        target = centre
      }
    case .follow:
      self = .framing(scene, from: orbit.outward, aspect: aspect, zoom: 0.45 * orbit.distance)
      eye += (subject ?? middle) - target
      target = subject ?? middle
    case .firstPerson:
      guard !scene.viewpoints.isEmpty else {
        self = Camera(.orbit, of: scene, aspect: aspect, orbit: orbit)
        return
      }
      let view = scene.viewpoints[viewpoint % scene.viewpoints.count]
      self = Camera(eye: view.eye, target: view.eye + view.look, fieldOfView: 1.15)
    }
  }

  /// From which side a scene is best seen: across its longest level extent.
  private static func broadcastSide(of scene: Scene) -> Vector3 {
    let extent = scene.upperCorner - scene.lowerCorner
    if min(extent.x, extent.y) < 0.35 * extent.z { return Vector3(0.12, -1, 0.16).normalized() }
    return extent.y > extent.x
      ? Vector3(1, -0.42, 0.62).normalized() : Vector3(0.42, -1, 0.72).normalized()
  }

  /// A camera that has the corners of the scene's box just inside the picture.
  static func framing(
    _ scene: Scene, from outward: Vector3, aspect: Double, zoom: Double = 1
  ) -> Camera {
    let (lower, upper) = (scene.lowerCorner, scene.upperCorner)
    let middle = 0.5 * (lower + upper)
    var camera = Camera(eye: middle + outward, target: middle, fieldOfView: 0.62)
    let (sine, cosine) = sincos(0.5 * camera.fieldOfView)
    let up = abs(outward.z) > 0.9999 ? Vector3.unitY : .unitZ
    let right = (-outward).cross(up).normalized(or: .unitX)
    let top = right.cross(-outward)
    var distance = 0.1
    for corner in 0..<8 {
      let point = Vector3(
        corner & 1 == 0 ? lower.x : upper.x, corner & 2 == 0 ? lower.y : upper.y,
        corner & 4 == 0 ? lower.z : upper.z)
      let offset = point - middle
      let half = max(abs(offset.dot(top)), abs(offset.dot(right)) / aspect)
      distance = max(distance, offset.dot(outward) + half * cosine / sine)
    }
    camera.eye = middle + zoom * distance * outward
    camera.far = max(100, 8 * distance)
    return camera
  }
}
