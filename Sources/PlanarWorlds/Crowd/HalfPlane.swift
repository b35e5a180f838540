/// A point or a vector in the plane, in metres or metres per second.
public typealias Planar = SIMD2<Double>

@inline(__always)
func dot(_ a: Planar, _ b: Planar) -> Double { a.x * b.x + a.y * b.y }

/// The third component of the cross product: positive where `b` lies to the left of `a`.
@inline(__always)
func cross(_ a: Planar, _ b: Planar) -> Double { a.x * b.y - a.y * b.x }

@inline(__always)
func length(_ a: Planar) -> Double { dot(a, a).squareRoot() }

/// The velocities on one side of a line: those to the left of `direction` through `point`.
struct HalfPlane: Sendable, Hashable {
  /// A velocity on the border.
  var point: Planar
  /// Along the border, of length 1.
  var direction: Planar

  /// How far `velocity` lies outside, in metres per second; negative inside.
  @inline(__always)
  func excess(of velocity: Planar) -> Double { cross(direction, point - velocity) }
}

extension HalfPlane {
  /// The velocities by which a disc does its half to keep clear of another for `horizon` seconds:
  /// the half-plane of optimal reciprocal collision avoidance (van den Berg, Guy, Lin and Manocha,
  /// "Reciprocal n-body collision avoidance", 2011).
  ///
  /// - Parameters:
  ///   - offset: where the other disc is, seen from this one, in metres.
  ///   - velocity: that of this disc; `closing` is the same seen from the other disc.
  ///   - reach: the sum of both radii, in metres.
  ///   - step: the time in which discs that overlap shall have parted, in seconds.
  init(
    avoiding offset: Planar, velocity: Planar, closing: Planar, reach: Double, horizon: Double,
    step: Double
  ) {
    let distanceSquared = dot(offset, offset)
    let overlaps = distanceSquared <= reach * reach
    let time = overlaps ? step : horizon
    // The forbidden relative velocities are a cone that ends in a disc about offset / time.
    let fromDisc = closing - offset / time
    let along = dot(fromDisc, offset)
    let fromDiscSquared = dot(fromDisc, fromDisc)
    let facesDisc = along < 0 && along * along > reach * reach * fromDiscSquared
    let correction: Planar
    if overlaps || facesDisc {
      let size = fromDiscSquared.squareRoot()
      // Two discs in the very same place part along x.
      let outward = size > 0 ? fromDisc / size : Planar(1, 0)
      direction = Planar(outward.y, -outward.x)
      correction = (reach / time - size) * outward
    } else {
      let leg = (distanceSquared - reach * reach).squareRoot()
      let side = cross(offset, fromDisc) > 0 ? 1.0 : -1.0
      let turned = Planar(
        offset.x * leg - side * offset.y * reach, side * offset.x * reach + offset.y * leg)
      direction = side * turned / distanceSquared
      correction = dot(closing, direction) * direction - closing
    }
    point = velocity + 0.5 * correction
  }
}
