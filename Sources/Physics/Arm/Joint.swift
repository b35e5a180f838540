import Math

/// One degree of freedom: how a link may move against its parent, and what drives it. Lengths are
/// in metres and angles in radians, so that "position" is either, and "force" newtons or
/// newton-metres.
public struct Joint: Hashable, Sendable, Codable {
  public enum Kind: String, Sendable, Codable {
    /// The link turns about the axis.
    case revolute
    /// The link slides along the axis.
    case prismatic
  }

  public var name: String
  public var kind: Kind
  /// The index of the joint that carries this one, which must be lower; -1 for the base.
  public var parent: Int
  /// The frame of this joint at position 0, seen from the link of `parent`.
  public var origin: Transform
  /// The unit vector, in the joint's own frame, about or along which it moves.
  public var axis: Vector3
  /// The positions that the joint's stops allow.
  public var range: ClosedRange<Double>
  /// The largest speed that may be commanded, per second.
  public var speedLimit: Double
  public var drive: Drive

  public init(
    name: String, kind: Kind, parent: Int, origin: Transform, axis: Vector3,
    range: ClosedRange<Double>, speedLimit: Double, drive: Drive
  ) {
    self.name = name
    self.kind = kind
    self.parent = parent
    self.origin = origin
    self.axis = axis
    self.range = range
    self.speedLimit = speedLimit
    self.drive = drive
  }
}

extension Joint {
  /// A position servo on a joint of constant inertia:
  ///
  ///     force            = clamp(stiffness (setPoint - q) - derivative q', +-forceLimit)
  ///     inertia q''      = force - damping q' - friction sign(q')
  ///
  /// This is MuJoCo's `intvelocity` actuator (kp, kv) on a joint with `damping`, `frictionloss`
  /// and a diagonal mass matrix, as arXiv 2408.03906 uses it.
  public struct Drive: Hashable, Sendable, Codable {
    /// Force per unit of position error (kp).
    public var stiffness: Double
    /// Force per unit of velocity, acting against it (kv).
    public var derivative: Double
    /// The largest motor force, in either direction.
    public var forceLimit: Double
    /// Viscous force per unit of velocity, outside the motor's limit.
    public var damping: Double
    /// The size of the dry friction.
    public var friction: Double
    /// Everything the motor must accelerate, seen at the joint: kg or kg m2.
    public var inertia: Double

    public init(
      stiffness: Double, derivative: Double, forceLimit: Double, damping: Double,
      friction: Double, inertia: Double
    ) {
      self.stiffness = stiffness
      self.derivative = derivative
      self.forceLimit = forceLimit
      self.damping = damping
      self.friction = friction
      self.inertia = inertia
    }

    /// By how many seconds the joint trails a set-point that moves evenly.
    public var lag: Double { (derivative + damping) / stiffness }
  }
}
