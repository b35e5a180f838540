import Arena
import Math

/// What a body feels of itself, as observation fields.
enum BodySenses {
  static let fields = [
    Field("velocity", unit: "m/s", count: 3, in: -80...80),
    Field("yaw", unit: "1", count: 2, in: -1...1),
    Field("pitch", unit: "rad", in: -1.6...1.6),
    Field("place-in-cell", unit: "m", count: 3, in: 0...1),
    Field("on-ground", unit: "1", in: 0...1),
    Field("blocked", unit: "1", in: 0...1),
    Field("in-water", unit: "1", in: 0...1),
    Field("climbing", unit: "1", in: 0...1),
    Field("health", unit: "1", in: 0...20),
  ]
  static let width = fields.width

  /// Writes the fields: velocity forwards, to the left and up; sine and cosine of the yaw; where
  /// in its cell the body is, from west, bottom and north.
  static func write(
    _ body: Body, health: Double, into observation: inout MutableSpan<Float>, at start: Int
  ) {
    let (sine, cosine) = sincos(body.yaw)
    let forward = body.speedZ * cosine - body.speedX * sine
    let left = body.speedX * cosine + body.speedZ * sine
    observation[start] = Float(20 * forward)
    observation[start + 1] = Float(20 * left)
    observation[start + 2] = Float(20 * body.speedY)
    observation[start + 3] = Float(sine)
    observation[start + 4] = Float(cosine)
    observation[start + 5] = Float(body.pitch)
    observation[start + 6] = Float(body.x - body.x.rounded(.down))
    observation[start + 7] = Float(body.y - body.y.rounded(.down))
    observation[start + 8] = Float(body.z - body.z.rounded(.down))
    observation[start + 9] = body.isOnGround ? 1 : 0
    observation[start + 10] = body.isBlocked ? 1 : 0
    observation[start + 11] = body.isInWater ? 1 : 0
    observation[start + 12] = body.isClimbing ? 1 : 0
    observation[start + 13] = Float(health)
  }
}
