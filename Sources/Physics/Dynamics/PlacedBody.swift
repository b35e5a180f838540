import Math

/// A body where it is: its axes, its joint's motion and its inertia, seen from the base.
struct PlacedBody: Sendable {
  var x: Wide
  var y: Wide
  var z: Wide
  var position: Wide
  /// The motion that a unit velocity of the joint gives (Featherstone's S).
  var freedom: SpatialVector
  var inertia: SpatialInertia

  /// The base, which has no joint and whose inertia does not matter.
  static let base = PlacedBody(
    x: Wide(1, 0, 0, 0), y: Wide(0, 1, 0, 0), z: Wide(0, 0, 1, 0), position: .zero,
    freedom: .zero, inertia: .zero)

  @inline(__always)
  init(
    x: Wide, y: Wide, z: Wide, position: Wide, freedom: SpatialVector, inertia: SpatialInertia
  ) {
    self.x = x
    self.y = y
    self.z = z
    self.position = position
    self.freedom = freedom
    self.inertia = inertia
  }

  /// `body` on `parent`, its joint at `offset` metres or turned by the angle with `sine` and
  /// `cosine`; the other of the two is at rest.
  @inline(__always)
  init(_ body: ArmBody, on parent: PlacedBody, offset: Double, sine: Double, cosine: Double) {
    @inline(__always) func turned(_ v: Vector3) -> Wide {
      v.x * parent.x + v.y * parent.y + v.z * parent.z
    }
    let first = turned(body.x)
    let second = turned(body.y)
    z = turned(body.z)
    x = cosine * first + sine * second
    y = cosine * second - sine * first
    position = parent.position + turned(body.origin) + offset * z
    freedom =
      body.slides
      ? SpatialVector(angular: .zero, linear: z)
      : SpatialVector(angular: z, linear: position.cross(z))
    let centre = position + body.centre.x * x + body.centre.y * y + body.centre.z * z
    inertia = PlacedBody.inertia(body, x, y, z, centre)
  }

  /// The inertia about the base's origin: R J R' + m (c'c 1 - c c').
  @inline(__always)
  private static func inertia(
    _ body: ArmBody, _ x: Wide, _ y: Wide, _ z: Wide, _ centre: Wide
  ) -> SpatialInertia {
    let j = body.rotational
    let first = j.xx * x + j.xy * y + j.xz * z
    let second = j.xy * x + j.yy * y + j.yz * z
    let third = j.xz * x + j.yz * y + j.zz * z
    let moment = body.mass * centre
    let size = moment.dot(centre)
    return SpatialInertia(
      mass: body.mass, moment: moment,
      x: x.x * first + y.x * second + z.x * third - centre.x * moment + Wide(size, 0, 0, 0),
      y: x.y * first + y.y * second + z.y * third - centre.y * moment + Wide(0, size, 0, 0),
      z: x.z * first + y.z * second + z.z * third - centre.z * moment + Wide(0, 0, size, 0))
  }
}
