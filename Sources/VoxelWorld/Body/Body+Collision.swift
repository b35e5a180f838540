extension Body {
  /// Moves by the speed, as far as nothing is in the way: up or down first, then along x and z.
  /// Low steps are climbed.
  mutating func advance(_ world: borrowing World, holdsEdge: Bool) {
    var dx = speedX
    var dz = speedZ
    if holdsEdge, isOnGround { (dx, dz) = keptOnEdge(dx, dz, world) }
    let start = box
    let flat = world.clipped(start, dx, speedY, dz)
    var moved = flat
    let isLanding = flat.y != speedY && speedY < 0
    let isStopped = flat.x != dx || flat.z != dz
    if isStopped, isOnGround || isLanding {
      let raised = steppedUp(start, dx, dz, world)
      if raised.x * raised.x + raised.z * raised.z > flat.x * flat.x + flat.z * flat.z {
        moved = raised
      }
    }
    x += moved.x
    y += moved.y
    z += moved.z
    isBlocked = moved.x != dx || moved.z != dz
    let hitsFloor = isLanding || moved.y != flat.y
    if !isOnGround || !hitsFloor { fallDistance += max(0, -moved.y) }
    isOnGround = hitsFloor
    if moved.x != dx { speedX = 0 }
    if moved.z != dz { speedZ = 0 }
    if flat.y != speedY { speedY = 0 }
  }

  /// The way over a step: up, along, and down again.
  private func steppedUp(
    _ start: Box, _ dx: Double, _ dz: Double, _ world: borrowing World
  ) -> (x: Double, y: Double, z: Double) {
    let up = world.clipped(start, 0, Motion.stepHeight, 0)
    let raised = start.moved(0, up.y, 0)
    let along = world.clipped(raised, dx, 0, dz)
    let over = raised.moved(along.x, 0, along.z)
    let down = world.clipped(over, 0, -up.y, 0)
    return (along.x, up.y + down.y, along.z)
  }

  /// Shortens a step that would leave the ground by more than the height of a step.
  private func keptOnEdge(
    _ dx: Double, _ dz: Double, _ world: borrowing World
  ) -> (Double, Double) {
    func shortened(_ d: Double) -> Double {
      abs(d) < 0.05 ? 0 : d > 0 ? d - 0.05 : d + 0.05
    }
    var dx = dx
    var dz = dz
    let drop = -Motion.stepHeight
    while dx != 0, world.isFree(box.moved(dx, drop, 0)) { dx = shortened(dx) }
    while dz != 0, world.isFree(box.moved(0, drop, dz)) { dz = shortened(dz) }
    while dx != 0, dz != 0, world.isFree(box.moved(dx, drop, dz)) {
      dx = shortened(dx)
      dz = shortened(dz)
    }
    return (dx, dz)
  }

  mutating func enterLiquids(_ world: borrowing World) {
    var inner = box
    inner.x0 += 0.001
    inner.x1 -= 0.001
    inner.z0 += 0.001
    inner.z1 -= 0.001
    inner.y0 += 0.401
    inner.y1 -= 0.401
    let current = world.current(in: inner)
    isInWater = current.isWater
    isInLava = current.isLava
    guard current.isWater else { return }
    // The push of flowing water, 0.014 blocks per tick and tick.
    let size = (current.x * current.x + current.z * current.z).squareRoot()
    guard size > 1e-6 else { return }
    speedX += 0.014 * current.x / size
    speedZ += 0.014 * current.z / size
  }
}
