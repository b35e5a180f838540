extension World {
  /// The first and last cell along one axis that a stretch touches.
  @inline(__always)
  private func cells(_ from: Double, _ to: Double) -> ClosedRange<Int> {
    let first = Int(from.rounded(.down))
    return first...max(first, Int(to.rounded(.up)) - 1)
  }

  /// Goes through the boxes of all blocks near `box`; `body` answers whether to go on. Fences stand
  /// out of their cells, so one more layer below is looked at.
  @inline(__always)
  private func forEachBox(near box: Box, _ body: (Box) -> Bool) {
    for y in cells(box.y0 - 0.5, box.y1) {
      for z in cells(box.z0, box.z1) {
        for x in cells(box.x0, box.x1) {
          let state = self[x, y, z]
          guard !state.isAir else { continue }
          let shape = Int(traits[Int(state.id)].collision)
          for index in boxStarts[shape]..<boxStarts[shape + 1] {
            guard body(Box(boxes[index], in: Cell(x, y, z))) else { return }
          }
        }
      }
    }
  }

  /// Whether nothing bumps into `box`.
  public func isFree(_ box: Box) -> Bool {
    guard box.x0 >= 0, box.z0 >= 0, box.y0 >= 0, box.x1 <= Double(size.x),
      box.z1 <= Double(size.z)
    else { return false }
    var isFree = true
    forEachBox(near: box) { other in
      isFree = !other.overlaps(box)
      return isFree
    }
    return isFree
  }

  /// Whether `box` stands on something.
  func stands(_ box: Box) -> Bool {
    box.y0 <= 0 || !isFree(box.moved(0, -1e-3, 0))
  }

  /// How far `box` can move before something stops it: along y first, then x, then z. The edges of
  /// the world are walls, its bottom a floor.
  func clipped(
    _ box: Box, _ dx: Double, _ dy: Double, _ dz: Double
  ) -> (x: Double, y: Double, z: Double) {
    let swept = box.swept(dx, dy, dz)
    var box = box
    var y = max(dy, -box.y0)
    if y != 0 {
      forEachBox(near: swept) { other in
        guard other.x0 < box.x1, box.x0 < other.x1, other.z0 < box.z1, box.z0 < other.z1 else {
          return true
        }
        if y > 0, other.y0 >= box.y1 { y = min(y, other.y0 - box.y1) }
        if y < 0, other.y1 <= box.y0 { y = max(y, other.y1 - box.y0) }
        return true
      }
      box = box.moved(0, y, 0)
    }
    var x = max(min(dx, Double(size.x) - box.x1), -box.x0)
    if x != 0 {
      forEachBox(near: swept) { other in
        guard other.y0 < box.y1, box.y0 < other.y1, other.z0 < box.z1, box.z0 < other.z1 else {
          return true
        }
        if x > 0, other.x0 >= box.x1 { x = min(x, other.x0 - box.x1) }
        if x < 0, other.x1 <= box.x0 { x = max(x, other.x1 - box.x0) }
        return true
      }
      box = box.moved(x, 0, 0)
    }
    var z = max(min(dz, Double(size.z) - box.z1), -box.z0)
    if z != 0 {
      forEachBox(near: swept) { other in
        guard other.y0 < box.y1, box.y0 < other.y1, other.x0 < box.x1, box.x0 < other.x1 else {
          return true
        }
        if z > 0, other.z0 >= box.z1 { z = min(z, other.z0 - box.z1) }
        if z < 0, other.z1 <= box.z0 { z = max(z, other.z1 - box.z0) }
        return true
      }
    }
    return (x, y, z)
  }

  /// How slippery the block under a body is: 0.6, but ice 0.98, blue ice 0.989 and slime 0.8.
  func slipperiness(under body: Body) -> Double {
    let below = self[
      Int(body.x.rounded(.down)), Int((body.y - 0.5).rounded(.down)), Int(body.z.rounded(.down))]
    switch traits[Int(below.id)].kind {
    case .ice: return 0.98
    case .slime: return 0.8
    case .cube:
      if below == World.packedIce { return 0.98 }
      return below == World.blueIce ? 0.989 : 0.6
    default: return 0.6
    }
  }

  private static let packedIce: BlockState = "packed_ice"
  private static let blueIce: BlockState = "blue_ice"

  /// The liquids in a box, and which way water there flows.
  func current(in box: Box) -> (isWater: Bool, isLava: Bool, x: Double, z: Double) {
    var result = (isWater: false, isLava: false, x: 0.0, z: 0.0)
    for y in cells(box.y0, box.y1) {
      for z in cells(box.z0, box.z1) {
        for x in cells(box.x0, box.x1) {
          let state = self[x, y, z]
          let traits = traits[Int(state.id)]
          guard traits.kind.isFluid || traits.flags.contains(.waterlogged) else { continue }
          let fluid = Fluid(state, traits)
          let isDeep = self.fluid(at: Cell(x, y + 1, z)).kind == fluid.kind
          let surface = Double(y) + (isDeep ? 1 : fluid.height)
          guard surface > box.y0 else { continue }
          if fluid.kind == .lava {
            result.isLava = true
          } else {
            result.isWater = true
            let push = slope(of: fluid, at: Cell(x, y, z))
            result.x += push.x
            result.z += push.z
          }
        }
      }
    }
    return result
  }

  /// Which way a fluid runs: from higher neighbours to lower ones.
  private func slope(of fluid: Fluid, at cell: Cell) -> (x: Double, z: Double) {
    var x = 0.0
    var z = 0.0
    for direction in Direction.horizontal {
      let side = cell + direction
      let there = self.fluid(at: side)
      var drop = 0
      if there.kind == fluid.kind {
        drop = fluid.amount - there.amount
      } else if !traits(at: side).flags.contains(.solid) {
        let below = self.fluid(at: side.below)
        if below.kind == fluid.kind { drop = fluid.amount - below.amount + 8 }
      }
      x += Double(drop * direction.x)
      z += Double(drop * direction.z)
    }
    return (x, z)
  }
}
