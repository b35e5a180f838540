import Arena
import Math
import Physics

/// A racket in a hand: the body of scripted opponents and of people. It goes where it is told as
/// far as a human arm and two feet could, and misses by a human's errors.
///
/// Everything is in the player's own frame: the player stands at y < 0 and faces +y.
///
/// Commands are set-points of position, velocity and blade normal, one per control step. They
/// take effect after a motor delay; between two of them the reference is the cubic through both
/// (exact for a constant acceleration). The blade follows the reference under limits of
/// acceleration, speed and turning rate, inside the reach of a shoulder that the feet carry along.
public struct FreeRacket: Sendable {
  /// The number of values in a command: position 3, velocity 3, normal 3.
  public static let commandWidth = 9
  /// Where a player waits: behind the end line, blade up.
  public static let home = RacketPose(centre: Vector3(0, -1.75, 0.15), attitude: .identity)

  /// The blade now.
  public private(set) var pose = FreeRacket.home
  /// The point under the shoulder, metres; z is 0.
  public private(set) var feet = Vector3(0, -1.95, 0)
  let limits: Limits
  private var feetVelocity = Vector3.zero
  /// The last four commands, the newest last.
  private var commands = [Command](repeating: Command(FreeRacket.home), count: 4)
  private var slip = Slip()

  init(limits: Limits) {
    self.limits = limits
  }

  /// One set-point.
  struct Command: Hashable, Sendable {
    var position: Vector3
    var velocity: Vector3
    var normal: Vector3

    init(_ pose: RacketPose) {
      position = pose.centre
      velocity = pose.velocity
      normal = pose.normal
    }
  }

  /// The errors of one stroke, drawn when it begins and kept until it ends.
  struct Slip: Hashable, Sendable {
    /// The rotation vector by which the blade is off, radians.
    var tilt = Vector3.zero
    /// Seconds; negative for early.
    var lateness = 0.0
    /// The part by which the speed is off.
    var haste = 0.0
  }

  /// What this body can do and how well; the defaults are a trained amateur's.
  public struct Limits: Configuration, Hashable {
    /// From shoulder to blade centre, metres.
    public var reach = 1.1
    /// Of the blade, metres per second. Top players reach 20 to 25.
    public var speed = 14.0
    /// Of the blade, metres per second squared.
    public var acceleration = 220.0
    /// Of the blade's orientation, radians per second.
    public var turnRate = 25.0
    /// Of the feet, metres per second.
    public var footSpeed = 3.0
    /// Of the feet, metres per second squared.
    public var footAcceleration = 12.0
    /// From command to motion, seconds.
    public var motorDelay = 0.04
    /// Standard deviation of the blade angle at a stroke, radians.
    public var aimError = 0.03
    /// Standard deviation of a stroke's timing, seconds.
    public var timingError = 0.004
    /// Standard deviation of a stroke's speed, as a fraction of it.
    public var speedError = 0.04
    /// What all three errors are multiplied by in backhand strokes.
    public var backhandErrorFactor = 1.0

    public init() {}
  }
}

extension FreeRacket {
  /// Goes back to the waiting position at once; only between points of a fresh episode.
  mutating func reset() {
    self = FreeRacket(limits: limits)
  }

  /// Draws the errors of the stroke that begins now.
  mutating func beginStroke(random: inout Random) {
    slip.tilt = random.normalVector(deviation: limits.aimError)
    slip.lateness = limits.timingError * random.normal()
    slip.haste = limits.speedError * random.normal()
  }

  /// What the errors of the stroke are multiplied by: a backhand turns the back face to the net.
  private var clumsiness: Double {
    commands[3].normal.y < 0 ? limits.backhandErrorFactor : 1
  }

  /// Takes the next command; values are clamped to what the body could ever do.
  mutating func take(_ action: Span<Float>) {
    let position = vector(action, 0)
    var command = commands[3]
    command.position = Vector3(
      clamp(position.x, -3...3), clamp(position.y, -4 ... -0.1), clamp(position.z, -0.6...2))
    let haste = max(-0.8, clumsiness * slip.haste)
    command.velocity = (1 + haste) * vector(action, 3).clamped(to: limits.speed)
    command.normal = vector(action, 6).normalized(or: .unitY)
    for i in 0..<3 { commands[i] = commands[i + 1] }
    commands[3] = command
  }

  /// Moves on by `ticks` milliseconds, the first of them being number `tick` of a control step that
  /// lasts `step` seconds.
  mutating func advance(from tick: Int, ticks: Int, step: Double) {
    for next in tick + 1...tick + ticks {
      advance(to: 0.001 * Double(next), by: 0.001, step: step)
    }
  }

  /// Moves on by `duration`, ending at `time` seconds after the command was taken.
  private mutating func advance(to time: Double, by duration: Double, step: Double) {
    // The set-point where this tick begins: the motion is integrated from there.
    let (target, acceleration) = reference(at: time - duration, step: step)
    moveFeet(towards: target.position, for: duration)
    let follow = 70.0
    let wanted =
      follow * follow * (target.position - pose.centre)
      + 2 * follow * (target.velocity - pose.velocity) + acceleration
    let start = pose.velocity
    pose.velocity = (start + duration * wanted.clamped(to: limits.acceleration))
      .clamped(to: limits.speed)
    pose.centre += 0.5 * duration * (start + pose.velocity)
    keepInReach(for: duration)
    let off = clumsiness * slip.tilt
    turn(towards: Rotation.identity.turned(by: off, for: 1)(target.normal), for: duration)
  }

  /// The set-point and its acceleration at `time` seconds into the step. The set-point runs
  /// `motorDelay` plus the stroke's lateness behind the commands, so that it lies between two of
  /// them and can be interpolated.
  private func reference(at time: Double, step: Double) -> (Command, Vector3) {
    let behind = limits.motorDelay + clamp(clumsiness * slip.lateness, -0.015...0.02)
    let s = clamp((time - behind) / step + 3, 0...3)
    let i = min(Int(s), 2)
    let (a, b, u) = (commands[i], commands[i + 1], s - Double(i))
    let rise = b.position - a.position
    let va = step * a.velocity
    let vb = step * b.velocity
    let c2 = 3 * rise - 2 * va - vb
    let c3 = va + vb - 2 * rise
    var target = a
    target.position = a.position + u * (va + u * (c2 + u * c3))
    target.velocity = (1 / step) * (va + u * (2 * c2 + 3 * u * c3))
    target.normal = ((1 - u) * a.normal + u * b.normal).normalized(or: b.normal)
    return (target, (1 / (step * step)) * (2 * c2 + 6 * u * c3))
  }

  /// The feet keep the shoulder behind the blade's target, within their own limits.
  private mutating func moveFeet(towards target: Vector3, for duration: Double) {
    let stance = Vector3(target.x, target.y - 0.3, 0)
    var offset = stance - feet
    offset.z = 0
    // The speed from which the feet can still stop at the stance, at their own deceleration.
    let brake = (2 * limits.footAcceleration * offset.length).squareRoot()
    let wanted = min(limits.footSpeed, brake) * offset.normalized(or: .zero)
    let change = (wanted - feetVelocity).clamped(to: limits.footAcceleration * duration)
    feetVelocity += change
    feet += duration * feetVelocity
  }

  /// Holds the blade within the shoulder's reach, off the floor and off the table top.
  private mutating func keepInReach(for duration: Double) {
    let shoulder = feet + Vector3(0, 0, 0.25)
    let arm = pose.centre - shoulder
    if arm.length > limits.reach {
      let out = arm.normalized()
      pose.centre = shoulder + limits.reach * out
      let outward = pose.velocity.dot(out)
      if outward > 0 { pose.velocity -= outward * out }
    }
    let overTable =
      abs(pose.centre.x) < Table.halfWidth + Racket.radius
      && pose.centre.y > -Table.halfLength - Racket.radius
    let floor = overTable ? lowestOverTable : Racket.radius - Table.height
    if pose.centre.z < floor {
      pose.centre.z = floor
      pose.velocity.z = max(0, pose.velocity.z)
    }
  }

  /// The height at which the blade's lower rim would touch the table.
  private var lowestOverTable: Double {
    let rim = (1 - pose.normal.z * pose.normal.z).squareRoot()
    return Racket.radius * rim + Racket.halfThickness
  }

  private mutating func turn(towards normal: Vector3, for duration: Double) {
    let turn = Rotation(from: pose.normal, to: normal).rotationVector
    pose.angularVelocity = (turn / duration).clamped(to: limits.turnRate)
    pose.attitude = pose.attitude.turned(by: pose.angularVelocity, for: duration)
  }

  func hash(into digest: inout Digest) {
    pose.hash(into: &digest)
    digest.combine(feet)
    digest.combine(feetVelocity)
    for command in commands {
      digest.combine(command.position)
      digest.combine(command.velocity)
      digest.combine(command.normal)
    }
    digest.combine(slip.tilt)
    digest.combine(slip.lateness)
    digest.combine(slip.haste)
  }
}

/// Three consecutive numbers as a vector; numbers that are not finite count as 0.
func vector(_ numbers: Span<Float>, _ start: Int) -> Vector3 {
  func number(_ i: Int) -> Double {
    let value = Double(numbers[start + i])
    return value.isFinite ? value : 0
  }
  return Vector3(number(0), number(1), number(2))
}
