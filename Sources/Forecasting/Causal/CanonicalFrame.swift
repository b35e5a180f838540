/// A coordinate frame in which a scene looks like all scenes that differ from it by a rotation or
/// a reflection: forecasters that work in it are exactly invariant to those.
struct CanonicalFrame: Sendable, Hashable {
  /// The direction of the frame's x axis, of length 1.
  var direction: SIMD2<Float>
  /// 1, or -1 where y is reflected.
  var side: Float

  /// A vector of the world, in the frame.
  @inline(__always)
  func enter(_ v: SIMD2<Float>) -> SIMD2<Float> {
    SIMD2(
      direction.x * v.x + direction.y * v.y, side * (direction.x * v.y - direction.y * v.x))
  }

  /// A vector of the frame, in the world.
  @inline(__always)
  func leave(_ v: SIMD2<Float>) -> SIMD2<Float> {
    let y = side * v.y
    return SIMD2(direction.x * v.x - direction.y * y, direction.y * v.x + direction.x * y)
  }
}
