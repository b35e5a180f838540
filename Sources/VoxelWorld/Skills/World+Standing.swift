/// How a body can be in a cell.
struct Stand: Hashable, Sendable {
  enum Kind: UInt8, Sendable { case ground, water, ladder }

  let kind: Kind
  /// The height of the feet above the bottom of the world.
  let height: Double
}

extension World {
  /// The height of what stands in a cell, in blocks; 0 if bodies pass through it.
  func obstacleHeight(at cell: Cell) -> Double {
    let traits = traits(at: cell)
    // Who climbs passes the next rung.
    guard !traits.flags.contains(.climbable) else { return 0 }
    let shape = Int(traits.collision)
    var height = 0.0
    for index in boxStarts[shape]..<boxStarts[shape + 1] { height = max(height, boxes[index].y1) }
    return height
  }

  /// Whether a body can be in a cell, and how; nil if it cannot, or had better not.
  func stand(at cell: Cell) -> Stand? {
    guard cell.x >= 0, cell.z >= 0, cell.y >= 0, cell.x < size.x, cell.z < size.z else {
      return nil
    }
    let here = traits(at: cell)
    guard obstacleHeight(at: cell.above) == 0, isHarmless(here) else { return nil }
    if here.flags.contains(.climbable) { return Stand(kind: .ladder, height: Double(cell.y)) }
    if here.kind == .water { return Stand(kind: .water, height: Double(cell.y)) }
    let own = obstacleHeight(at: cell)
    if own > 0 {
      // The head of who stands on a slab reaches into the third cell.
      guard own <= Motion.stepHeight, obstacleHeight(at: cell.above.above) == 0 else { return nil }
      return Stand(kind: .ground, height: Double(cell.y) + own)
    }
    guard cell.y > 0 else { return Stand(kind: .ground, height: 0) }
    let below = traits(at: cell.below)
    guard isHarmless(below) else { return nil }
    let floor = obstacleHeight(at: cell.below)
    guard floor >= 0.8, floor <= 1 else { return nil }
    return Stand(kind: .ground, height: Double(cell.y - 1) + floor)
  }

  /// Whether one can stand in a cell with dry feet.
  public func canStand(at cell: Cell) -> Bool { stand(at: cell)?.kind == .ground }

  private func isHarmless(_ traits: BlockTraits) -> Bool {
    switch traits.kind {
    case .lava, .fire, .cactus, .campfire, .cobweb, .bush: false
    default: true
    }
  }
}
