import Math

/// From where a scene is seen.
public struct Camera: Sendable, Hashable {
  public var eye: Vector3
  public var target: Vector3
  /// From the lower to the upper edge of the picture, radians.
  public var fieldOfView: Double
  /// What is nearer or farther is not seen, metres.
  public var near = 0.05
  public var far = 400.0

  public init(eye: Vector3, target: Vector3, fieldOfView: Double = 0.7) {
    self.eye = eye
    self.target = target
    self.fieldOfView = fieldOfView
  }

  /// The direction of sight, a unit vector.
  public var look: Vector3 { (target - eye).normalized(or: .unitY) }

  func viewProjection(aspect: Double) -> Matrix4 {
    let up = abs(look.z) > 0.9999 ? Vector3.unitY : .unitZ
    return Matrix4.perspective(fieldOfView: fieldOfView, aspect: aspect, near: near, far: far)
      * Matrix4.look(from: eye, to: target, up: up)
  }

  /// Where a point appears: from the left and upper edges in parts of the picture, and how far away
  /// it is along the line of sight, metres; nil behind the eye.
  public func place(of point: Vector3, aspect: Double) -> (x: Double, y: Double, depth: Double)? {
    let clip = viewProjection(aspect: aspect)(point)
    guard clip.w > Float(near) else { return nil }
    return (
      0.5 + 0.5 * Double(clip.x / clip.w), 0.5 - 0.5 * Double(clip.y / clip.w), Double(clip.w)
    )
  }

  /// The direction, a unit vector, from the eye through a place of the picture given in parts of
  /// its width and height from the left and upper edges.
  public func ray(x: Double, y: Double, aspect: Double) -> Vector3 {
    let up = abs(look.z) > 0.9999 ? Vector3.unitY : .unitZ
    let right = look.cross(up).normalized(or: .unitX)
    let top = right.cross(look)
    let (sine, cosine) = sincos(0.5 * fieldOfView)
    let half = sine / cosine
    return
      (look + half * aspect * (2 * x - 1) * right + half * (1 - 2 * y) * top).normalized()
  }
}
