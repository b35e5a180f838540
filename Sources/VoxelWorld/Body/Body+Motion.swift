import Math

/// The constants of motion, per tick of a twentieth of a second (PrismarineJS/prismarine-physics,
/// MIT, and the Minecraft Wiki's article Player).
enum Motion {
  static let gravity = 0.08
  static let airDrag = 0.98
  static let airResistance = 0.91
  static let groundAcceleration = 0.1
  static let airAcceleration = 0.02
  static let jumpSpeed = 0.42
  static let sprintFactor = 1.3
  static let sneakFactor = 0.3
  static let inputFactor = 0.98
  static let stepHeight = 0.6
  static let smallest = 0.003
  static let climbSpeed = 0.2
  static let slowestFallOnLadder = 0.15
  static let waterInertia = 0.8
  static let lavaInertia = 0.5
  static let liquidAcceleration = 0.02
  static let liquidGravity = 0.02
  static let swimUp = 0.04
  static let leapOut = 0.3
  /// Ticks between two jumps while the key is held.
  static let jumpPause = 10
}

extension Body {
  /// Advances by one tick.
  public mutating func move(_ keys: Keys, in world: borrowing World) {
    fallDamage = 0
    if isAtRest(keys, in: world) { return }
    stopIfSlow()
    enterLiquids(world)
    jump(keys)
    let factor = Motion.inputFactor * (keys.sneak ? Motion.sneakFactor : 1)
    let forward = clamp(keys.forward, -1...1) * factor
    let left = clamp(keys.left, -1...1) * factor
    if isInWater || isInLava {
      swim(forward, left, keys, in: world)
    } else {
      walk(forward, left, keys, in: world)
    }
    countFall(world)
  }

  /// Nothing happens to a body that stands still on the ground and does not want to move.
  private func isAtRest(_ keys: Keys, in world: borrowing World) -> Bool {
    isOnGround && speedX == 0 && speedZ == 0 && keys.forward == 0 && keys.left == 0 && !keys.jump
      && jumpPause == 0 && !isInWater && !isInLava && fallDistance == 0
      && speedY == -Motion.gravity * Motion.airDrag && world.stands(box)
  }

  private mutating func stopIfSlow() {
    if abs(speedX) < Motion.smallest { speedX = 0 }
    if abs(speedY) < Motion.smallest { speedY = 0 }
    if abs(speedZ) < Motion.smallest { speedZ = 0 }
  }

  private mutating func jump(_ keys: Keys) {
    guard keys.jump else {
      jumpPause = 0
      return
    }
    if jumpPause > 0 { jumpPause -= 1 }
    if isInWater || isInLava {
      speedY += Motion.swimUp
    } else if isOnGround, jumpPause == 0 {
      speedY = Motion.jumpSpeed
      jumpPause = Motion.jumpPause
      if keys.sprint, keys.forward > 0 {
        let (sine, cosine) = sincos(yaw)
        speedX -= 0.2 * sine
        speedZ += 0.2 * cosine
      }
    }
  }

  /// Adds what the keys ask for, at most `acceleration`.
  private mutating func accelerate(_ forward: Double, _ left: Double, by acceleration: Double) {
    let size = (forward * forward + left * left).squareRoot()
    guard size >= 0.01 else { return }
    let scale = acceleration / max(size, 1)
    let (sine, cosine) = sincos(yaw)
    speedX += scale * (left * cosine - forward * sine)
    speedZ += scale * (forward * cosine + left * sine)
  }

  private mutating func walk(
    _ forward: Double, _ left: Double, _ keys: Keys, in world: borrowing World
  ) {
    let isSprinting = keys.sprint && keys.forward > 0 && !keys.sneak
    let pace = isSprinting ? Motion.sprintFactor : 1
    var inertia = Motion.airResistance
    var acceleration = Motion.airAcceleration * pace
    if isOnGround {
      inertia *= world.slipperiness(under: self)
      acceleration =
        Motion.groundAcceleration * pace * 0.1627714 / (inertia * inertia * inertia)
    }
    accelerate(forward, left, by: acceleration)
    if world[cell].has(.climbable) {
      let slowest = Motion.slowestFallOnLadder
      speedX = clamp(speedX, -slowest...slowest)
      speedZ = clamp(speedZ, -slowest...slowest)
      speedY = max(speedY, keys.sneak ? 0 : -slowest)
    }
    advance(world, holdsEdge: keys.sneak)
    isClimbing = world[cell].has(.climbable)
    if isClimbing, isBlocked || keys.jump { speedY = Motion.climbSpeed }
    speedY = (speedY - Motion.gravity) * Motion.airDrag
    speedX *= inertia
    speedZ *= inertia
  }

  private mutating func swim(
    _ forward: Double, _ left: Double, _ keys: Keys, in world: borrowing World
  ) {
    let before = y
    let inertia = isInWater ? Motion.waterInertia : Motion.lavaInertia
    accelerate(forward, left, by: Motion.liquidAcceleration)
    advance(world, holdsEdge: false)
    speedX *= inertia
    speedY = speedY * inertia - Motion.liquidGravity
    speedZ *= inertia
    let rise = speedY + 0.6 - y + before
    if isBlocked, world.isFree(box.moved(speedX, rise, speedZ)) { speedY = Motion.leapOut }
  }

  private mutating func countFall(_ world: borrowing World) {
    if isInWater || isInLava || world[cell].has(.climbable) {
      fallDistance = 0
    } else if isOnGround {
      // A hair more than three blocks is rounding, not a fall.
      fallDamage = max(0, (fallDistance - 3 - 1e-9).rounded(.up))
      fallDistance = 0
    }
  }
}
