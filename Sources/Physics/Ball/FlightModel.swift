import Math

/// How the air and gravity act on a ball: the coefficients of a flight law, as data.
///
/// Acceleration = -g z - (rho C_D(S) A |v| / 2m + 6 pi mu r / m) v + lift, with spin fading
/// exponentially and keeping its axis.
@frozen
public struct FlightModel: Codable, Hashable, Sendable {
  /// Downward acceleration, in m/s^2.
  public var gravity: Double
  /// Density of the air rho, in kg/m^3.
  public var airDensity: Double
  /// The viscosity mu that drags in proportion to the speed (Stokes), in Pa s. 0 where
  /// `dragCoefficient` was fitted to measured flights, which then contains it.
  public var viscosity: Double
  /// C_D of a spinning ball on its cross-section A, without unit.
  public var dragCoefficient: Double
  /// How much smaller C_D is without spin: C_D(S) = `dragCoefficient` - `spinlessRelief` /
  /// (1 + (S / `reliefWidth`)^2), with S the spin ratio of `Lift`.
  public var spinlessRelief: Double
  /// The spin ratio at which half of `spinlessRelief` is gone, positive.
  public var reliefWidth: Double
  /// The Magnus force.
  public var lift: Lift
  /// The share of the spin lost per second, in 1/s.
  public var spinDecayRate: Double

  public init(
    gravity: Double = 9.81, airDensity: Double = 1.2, viscosity: Double = 0,
    dragCoefficient: Double, spinlessRelief: Double = 0, reliefWidth: Double = 1, lift: Lift,
    spinDecayRate: Double
  ) {
    self.gravity = gravity
    self.airDensity = airDensity
    self.viscosity = viscosity
    self.dragCoefficient = dragCoefficient
    self.spinlessRelief = spinlessRelief
    self.reliefWidth = reliefWidth
    self.lift = lift
    self.spinDecayRate = spinDecayRate
  }
}

extension FlightModel {
  /// Fitted to 3,384 flights of elite matches with spin measured by event cameras (SonyResearch
  /// ace_public): C_D = 0.476 and C_L = 0.285 S / (0.246 + S) at air density 1.2.
  ///
  /// Such balls spin. The relief without spin comes from other data: 48 launches at 4 to 5 m/s
  /// (`no_spin_robot_simple` of ball_prediction, Max Planck Institute for Intelligent Systems) show
  /// C_D = 0.32, less than the 0.42 of smooth spheres at that Reynolds number (Clift, Grace and
  /// Weber, 1978). Depth and width were chosen with all those launches in view, so these are no
  /// independent test of it; the width is kept narrow to change spinning balls little, which has
  /// not been checked against the matches.
  ///
  /// The spin decay is the torque on a sphere turning at 200 to 300 rad/s in still air, 6.45
  /// Re^-1/2 + 32.1 / Re (Dennis, Singh and Ingham, 1980), which agrees with the 5 % per flight
  /// quoted as an upper bound.
  public static let real = FlightModel(
    dragCoefficient: 0.476, spinlessRelief: 0.155, reliefWidth: 0.08,
    lift: .saturating(ceiling: 0.285, knee: 0.246), spinDecayRate: 0.05)

  /// The air of arXiv 2408.03906 (tables V and VI): MuJoCo's ellipsoid fluid model for a sphere at
  /// density 1.225 and viscosity 1.8e-5. Blunt drag 0.235 without the customary half, hence C_D =
  /// 0.47; Magnus coefficient 1, half of which the added-mass force takes back, hence a rate of rho
  /// V / 2m = 0.0076; viscous torque 8 pi mu r^3. Its lift is 2 to 7 times the measured one.
  public static let dm = FlightModel(
    airDensity: 1.225, viscosity: 1.8e-5, dragCoefficient: 0.47,
    lift: .linear(rate: 0.5 * 1.225 * Ball.volume / Ball.mass),
    spinDecayRate: 8 * .pi * 1.8e-5 * 8e-6 / Ball.inertia)

  /// Gravity alone: arcs are parabolas.
  public static let vacuum = FlightModel(
    airDensity: 0, dragCoefficient: 0, lift: .none, spinDecayRate: 0)

  /// The acceleration, in m/s^2, of a ball at `velocity` (m/s) and `spin` (rad/s).
  @inlinable
  public func acceleration(velocity: Vector3, spin: Vector3) -> Vector3 {
    FlightCoefficients(self).acceleration(velocity: velocity, spin: spin)
  }
}

/// A flight model per kilogram of ball, both lift laws in one form, so that the inner loop has no
/// branches: lift = scale v^2 / (knee v^2 + radius |spin x v|) (spin x v).
@frozen
@usableFromInline
struct FlightCoefficients {
  @usableFromInline let gravity: Double
  @usableFromInline let drag: Double
  @usableFromInline let relief: Double
  /// (radius / width)^2
  @usableFromInline let reliefFall: Double
  @usableFromInline let viscousDrag: Double
  @usableFromInline let liftScale: Double
  @usableFromInline let liftKnee: Double
  @usableFromInline let liftRadius: Double

  @inlinable
  init(_ model: FlightModel) {
    let pressure = 0.5 / Ball.mass * Ball.crossSection * model.airDensity
    gravity = model.gravity
    drag = pressure * model.dragCoefficient
    relief = pressure * model.spinlessRelief
    let fall = Ball.radius / model.reliefWidth
    reliefFall = fall * fall
    viscousDrag = 6 * .pi * Ball.radius / Ball.mass * model.viscosity
    switch model.lift {
    case .linear(let rate):
      liftScale = rate
      liftKnee = 1
      liftRadius = 0
    case .saturating(let ceiling, let knee):
      // C_L v^2 / |spin x v|, with S = r |spin x v| / v^2.
      liftScale = pressure * ceiling * Ball.radius
      liftKnee = knee
      liftRadius = Ball.radius
    }
  }

  @inlinable
  @inline(__always)
  func acceleration(velocity v: Vector3, spin: Vector3) -> Vector3 {
    let squared = v.lengthSquared
    let across = spin.cross(v)
    let acrossSquared = across.lengthSquared
    let fourth = squared * squared
    // The tiny numbers keep 0 / 0 away when the ball stands still.
    let liftBelow = liftKnee * squared + liftRadius * acrossSquared.squareRoot() + 1e-100
    let lift = liftScale * squared / liftBelow
    let relieved = relief * fourth / (fourth + reliefFall * acrossSquared + 1e-100)
    let resistance = (drag - relieved) * squared.squareRoot() + viscousDrag
    return Vector3(
      lift * across.x - resistance * v.x,
      lift * across.y - resistance * v.y,
      lift * across.z - resistance * v.z - gravity)
  }
}
