import Math

/// The covariance of place, velocity and topspin along one axis: what a Kalman filter remembers.
struct AxisUncertainty: Sendable, Hashable {
  // The upper half of a symmetric matrix: place, velocity, spin.
  private var pp = 0.0
  private var pv = 0.0
  private var ps = 0.0
  private var vv = 0.0
  private var vs = 0.0
  private var ss = 0.0

  init() {}

  /// Independent errors of the given variances.
  init(place: Double, velocity: Double, spin: Double) {
    pp = place
    vv = velocity
    ss = spin
  }

  /// The variance of the topspin, rad2/s2.
  var spinVariance: Double { ss }

  /// Lets time pass: place grows by velocity, velocity by `leverage` times the spin.
  ///
  /// - Parameter disturbance: the deviation of the velocity that comes in by chance, m/s.
  mutating func pass(_ time: Double, leverage: Double, disturbance: Double) {
    let (a, b, c) = (time, 0.5 * time * time * leverage, time * leverage)
    // F P F' for F = [1 a b; 0 1 c; 0 0 1], row by row.
    let (rpv, rps) = (pv + a * vv + b * vs, ps + a * vs + b * ss)
    let rpp = pp + a * pv + b * ps
    let (rvv, rvs) = (vv + c * vs, vs + c * ss)
    pp = rpp + a * rpv + b * rps
    pv = rpv + c * rps
    ps = rps
    vv = rvv + c * rvs + disturbance * disturbance
    vs = rvs
  }

  /// Adds doubt about velocity and spin, given as deviations.
  mutating func loosen(velocity: Double, spin: Double) {
    vv += velocity * velocity
    guard spin > 0 else { return }
    ss = spin * spin
    ps = 0
    vs = 0
  }

  /// What a sight of place and velocity is worth: the gains to correct by, after which this is the
  /// uncertainty that remains.
  mutating func gains(place: Double, velocity: Double) -> Gains {
    // The inverse of the innovation's covariance, a 2 x 2 matrix.
    let (a, b, d) = (pp + place, pv, vv + velocity)
    let scale = 1 / max(a * d - b * b, 1e-300)
    let (ia, ib, id) = (scale * d, -scale * b, scale * a)
    let gains = Gains(
      pp: pp * ia + pv * ib, pv: pp * ib + pv * id, vp: pv * ia + vv * ib,
      vv: pv * ib + vv * id, sp: ps * ia + vs * ib, sv: ps * ib + vs * id)
    // P - K H P.
    let old = self
    pp -= gains.pp * old.pp + gains.pv * old.pv
    pv -= gains.pp * old.pv + gains.pv * old.vv
    ps -= gains.pp * old.ps + gains.pv * old.vs
    vv -= gains.vp * old.pv + gains.vv * old.vv
    vs -= gains.vp * old.ps + gains.vv * old.vs
    ss -= gains.sp * old.ps + gains.sv * old.vs
    return gains
  }

  func hash(into digest: inout Digest) {
    digest.combine(pp)
    digest.combine(pv)
    digest.combine(ps)
    digest.combine(vv)
    digest.combine(vs)
    digest.combine(ss)
  }

  /// By how much each estimate follows the surprise in place and in velocity.
  struct Gains: Hashable {
    var pp: Double
    var pv: Double
    var vp: Double
    var vv: Double
    var sp: Double
    var sv: Double

    func place(_ place: Double, _ velocity: Double) -> Double { pp * place + pv * velocity }
    func velocity(_ place: Double, _ velocity: Double) -> Double { vp * place + vv * velocity }
    func spin(_ place: Double, _ velocity: Double) -> Double { sp * place + sv * velocity }
  }
}
