import Math

/// Where a body is, seen from the base.
struct BodyFrame {
  var x: Wide
  var y: Wide
  var z: Wide
  var position: Wide

  static let base = BodyFrame(
    x: Wide(1, 0, 0, 0), y: Wide(0, 1, 0, 0), z: Wide(0, 0, 1, 0), position: .zero)

  @inline(__always)
  private init(x: Wide, y: Wide, z: Wide, position: Wide) {
    self.x = x
    self.y = y
    self.z = z
    self.position = position
  }

  /// `body` on `parent`, its joint at `offset` metres or turned by the angle with `sine` and
  /// `cosine`; the other of the two is at rest.
  @inline(__always)
  init(_ body: ArmBody, on parent: BodyFrame, offset: Double, sine: Double, cosine: Double) {
    @inline(__always) func turned(_ v: Vector3) -> Wide {
      v.x * parent.x + v.y * parent.y + v.z * parent.z
    }
    let first = turned(body.x)
    let second = turned(body.y)
    z = turned(body.z)
    x = cosine * first + sine * second
    y = cosine * second - sine * first
    position = parent.position + turned(body.origin) + offset * z
  }
}
