import CBox2D

extension PlanarWorld {
  /// How a fixture weighs and touches.
  public struct Material: Sendable {
    /// Kilograms per square metre.
    public var density = 1.0
    public var friction = 0.2
    /// The share of the speed with which things part again.
    public var restitution = 0.0
    /// The sets it belongs to, and those it collides with, as bits.
    public var category: UInt16 = 1
    public var collidesWith: UInt16 = 0xFFFF

    public init() {}

    var record: Box2DMaterial {
      Box2DMaterial(
        density: Float(density), friction: Float(friction), restitution: Float(restitution),
        category: category, collides_with: collidesWith, is_sensor: false)
    }
  }

  /// What holds two bodies together.
  public struct Joint: Sendable {
    public var bodies: (Number, Number)
    /// Where it is, in the frames of both bodies.
    public var anchors: (Planar, Planar)
    /// For joints that slide: the direction, in the frame of the first body.
    public var axis = Planar(1, 0)
    /// Angles or metres.
    public var range: ClosedRange<Double>?
    /// Radians or metres per second, and the greatest torque or force; nil for no motor.
    public var motor: (speed: Double, limit: Double)?

    public init(_ first: Number, _ second: Number, anchors: (Planar, Planar)) {
      bodies = (first, second)
      self.anchors = anchors
    }

    var record: Box2DJoint {
      Box2DJoint(
        body_a: bodies.0, body_b: bodies.1,
        anchor_ax: Float(anchors.0.x), anchor_ay: Float(anchors.0.y),
        anchor_bx: Float(anchors.1.x), anchor_by: Float(anchors.1.y),
        axis_x: Float(axis.x), axis_y: Float(axis.y), reference_angle: 0,
        has_limits: range != nil, lower: Float(range?.lowerBound ?? 0),
        upper: Float(range?.upperBound ?? 0), has_motor: motor != nil,
        motor_speed: Float(motor?.speed ?? 0), motor_limit: Float(motor?.limit ?? 0))
    }
  }

  /// Adds a body without any fixture. Bullets do not pass through thin free bodies.
  public mutating func add(
    _ kind: Kind, at place: Planar, angle: Double = 0, isBullet: Bool = false
  ) -> Number {
    sound(
      box2d_add_body(
        own(), kind.rawValue, Float(place.x), Float(place.y), Float(angle), isBullet))
  }

  @discardableResult
  public mutating func addCircle(
    to body: Number, at centre: Planar = .zero, radius: Double, _ material: Material
  ) -> Number {
    sound(
      box2d_add_circle(
        own(), body, Float(centre.x), Float(centre.y), Float(radius), material.record))
  }

  /// A convex polygon of three to eight corners in the body's frame.
  @discardableResult
  public mutating func addPolygon(
    to body: Number, _ corners: [Planar], _ material: Material
  ) -> Number {
    let numbers = corners.flatMap { [Float($0.x), Float($0.y)] }
    return sound(box2d_add_polygon(own(), body, numbers, Int32(corners.count), material.record))
  }

  @discardableResult
  public mutating func addSegment(
    to body: Number, _ from: Planar, _ to: Planar, _ material: Material
  ) -> Number {
    sound(
      box2d_add_segment(
        own(), body, Float(from.x), Float(from.y), Float(to.x), Float(to.y), material.record))
  }

  /// A joint that turns.
  public mutating func addRevolute(_ joint: Joint) -> Number {
    sound(box2d_add_revolute(own(), joint.record))
  }

  /// A joint that slides.
  public mutating func addPrismatic(_ joint: Joint) -> Number {
    sound(box2d_add_prismatic(own(), joint.record))
  }

  private func sound(_ number: Number) -> Number {
    precondition(number >= 0, "Box2D takes finite numbers, convex polygons and bodies that exist")
    return number
  }
}
