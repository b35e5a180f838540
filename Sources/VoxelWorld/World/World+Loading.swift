extension World {
  /// A world from the states of all cells in the order y, z, x. Throws `BlockNameError` if there
  /// are too few or too many, or if one is not in the table.
  public init(
    size: WorldSize, states: Span<UInt16>, settings: Settings = Settings()
  ) throws(BlockNameError) {
    guard size.isSensible, states.count == size.blockCount else {
      throw BlockNameError(
        description: "\(states.count) states do not fill \(size.x) x \(size.y) x \(size.z)")
    }
    let known = BlockTable.standard.states.count
    for index in 0..<states.count where states[index] >= known {
      throw BlockNameError(description: "there is no state \(states[index])")
    }
    self.init(size: size, settings: settings)
    load(states)
  }

  /// Fills the box between two cells, both included, and tells nobody.
  public mutating func fill(_ from: Cell, _ to: Cell, with state: BlockState) {
    for y in min(from.y, to.y)...max(from.y, to.y) {
      for z in min(from.z, to.z)...max(from.z, to.z) {
        for x in min(from.x, to.x)...max(from.x, to.x) { write(state, at: Cell(x, y, z)) }
      }
    }
  }
}
