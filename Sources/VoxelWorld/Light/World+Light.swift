extension World {
  /// Starts to keep the light of every cell: one byte each.
  public mutating func turnOnLight() {
    var fresh = Light(size: size)
    fresh.recompute(self)
    light = fresh
  }

  /// Brings the light up to date with the blocks. Reading light without it gives that of before.
  public mutating func settleLight() {
    guard let light, !light.isSettled else { return }
    var moved = light
    self.light = nil
    moved.settle(self)
    self.light = moved
  }

  /// The light that blocks give to a cell, 0 ... 15; 0 where no light is kept.
  public func blockLight(at cell: Cell) -> Int {
    guard let light, size.contains(cell) else { return 0 }
    return Int(light.level(.blocks, at: index(of: cell)))
  }

  /// The light of the sky in a cell, 0 ... 15; 15 above the world, 0 where no light is kept.
  public func skyLight(at cell: Cell) -> Int {
    guard let light else { return 0 }
    guard size.contains(cell) else { return 15 }
    return Int(light.level(.sky, at: index(of: cell)))
  }
}
