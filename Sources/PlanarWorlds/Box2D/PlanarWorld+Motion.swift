import CBox2D

extension PlanarWorld {
  /// Where a body is and how it moves.
  public struct Body: Sendable {
    /// Of the body's origin.
    public let position: Planar
    public let angle: Double
    /// Of the centre of mass: where it is, and its velocity.
    public let centre: Planar
    public let velocity: Planar
    public let angularVelocity: Double
    public let isAwake: Bool

    /// A point of the body's frame in the world.
    func point(_ local: Planar, sine: Double, cosine: Double) -> Planar {
      position + Planar(cosine * local.x - sine * local.y, sine * local.x + cosine * local.y)
    }
  }

  /// Two fixtures that began to touch during the last step, or stopped.
  public struct Touch: Sendable {
    public let bodies: (Number, Number)
    public let fixtures: (Number, Number)
    public let hasEnded: Bool

    /// The body that touched `body`, if it is one of the two.
    func partner(of body: Number) -> Number? {
      bodies.0 == body ? bodies.1 : bodies.1 == body ? bodies.0 : nil
    }
  }

  /// Two fixtures that touch.
  public struct Contact: Sendable {
    public let bodies: (Number, Number)
    public let fixtures: (Number, Number)
    /// From the first to the second, and a point between them.
    public let normal: Planar
    public let place: Planar
    /// Of the last step, in newton seconds.
    public let normalImpulse: Double
    public let tangentImpulse: Double
  }

  /// Where a ray meets the nearest fixture.
  public struct Hit: Sendable {
    public let body: Number
    public let fixture: Number
    public let place: Planar
    public let normal: Planar
    /// How far along the ray, 0 ... 1.
    public let fraction: Double
  }

  public subscript(body: Number) -> Body {
    let found = box2d_body(storage.world, body)
    return Body(
      position: Planar(Double(found.x), Double(found.y)), angle: Double(found.angle),
      centre: Planar(Double(found.centre_x), Double(found.centre_y)),
      velocity: Planar(Double(found.velocity_x), Double(found.velocity_y)),
      angularVelocity: Double(found.angular_velocity), isAwake: found.is_awake)
  }

  /// In kilograms; 0 for bodies that no force moves.
  public func mass(of body: Number) -> Double { Double(box2d_mass(storage.world, body)) }

  public mutating func place(_ body: Number, at place: Planar, angle: Double) {
    box2d_place(own(), body, Float(place.x), Float(place.y), Float(angle))
  }

  public mutating func setVelocity(of body: Number, _ velocity: Planar, angular: Double) {
    box2d_set_velocity(own(), body, Float(velocity.x), Float(velocity.y), Float(angular))
  }

  /// Pushes a body at its centre of mass during the next step.
  public mutating func push(_ body: Number, force: Planar, torque: Double = 0) {
    box2d_push(own(), body, Float(force.x), Float(force.y), Float(torque))
  }

  /// Changes a body's velocities at once by an impulse at a point of the world.
  public mutating func kick(_ body: Number, impulse: Planar, at place: Planar) {
    box2d_kick(
      own(), body, Float(impulse.x), Float(impulse.y), Float(place.x), Float(place.y))
  }

  /// The angle or the translation of a joint, and how fast it changes.
  public func joint(_ joint: Number) -> (place: Double, speed: Double) {
    (
      Double(box2d_joint_place(storage.world, joint)),
      Double(box2d_joint_speed(storage.world, joint))
    )
  }

  public mutating func setMotor(of joint: Number, speed: Double, limit: Double) {
    box2d_set_motor(own(), joint, Float(speed), Float(limit))
  }

  /// How many contacts of a body touch.
  public func touching(_ body: Number) -> Int { Int(box2d_touching(storage.world, body)) }

  /// How many pairs began or stopped to touch in the last step, 64 at the most.
  public var touchCount: Int { Int(box2d_touch_count(storage.world)) }

  public func touch(_ index: Int) -> Touch {
    let found = box2d_touch(storage.world, Int32(index))
    return Touch(
      bodies: (found.body_a, found.body_b), fixtures: (found.fixture_a, found.fixture_b),
      hasEnded: found.has_ended)
  }

  /// Everything that touches now.
  public var contacts: [Contact] {
    let count = box2d_contacts(storage.world, nil, 0)
    var records = [Box2DContact](repeating: Box2DContact(), count: Int(count))
    _ = box2d_contacts(storage.world, &records, count)
    return records.map {
      Contact(
        bodies: ($0.body_a, $0.body_b), fixtures: ($0.fixture_a, $0.fixture_b),
        normal: Planar(Double($0.normal_x), Double($0.normal_y)),
        place: Planar(Double($0.x), Double($0.y)), normalImpulse: Double($0.normal_impulse),
        tangentImpulse: Double($0.tangent_impulse))
    }
  }

  /// The nearest fixture on the way between two points.
  public func ray(from: Planar, to: Planar) -> Hit? {
    var found = Box2DHit()
    guard
      box2d_ray(
        storage.world, Float(from.x), Float(from.y), Float(to.x), Float(to.y), &found)
    else { return nil }
    return Hit(
      body: found.body, fixture: found.fixture, place: Planar(Double(found.x), Double(found.y)),
      normal: Planar(Double(found.normal_x), Double(found.normal_y)),
      fraction: Double(found.fraction))
  }
}
