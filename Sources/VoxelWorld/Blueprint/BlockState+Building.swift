extension BlockState {
  /// The item that places the block; nil for the second half of a thing and for what no item
  /// places.
  public var placingItem: Item? {
    switch kind {
    case .door, .doublePlant: if word(.half) == .upper { return nil }
    case .bed: if word(.part) == .head { return nil }
    // Only what a bucket holds; the rest flows there.
    case .water, .lava: if number(.level) != 0 { return nil }
    default: break
    }
    let traits = traits
    return ItemTable.standard.item(placing: Int(traits.block))
  }

  /// How many items the state takes: two for a double slab, one per candle or layer of snow.
  public var itemCount: Int {
    switch kind {
    case .slab: word(.type) == .double ? 2 : 1
    case .candle: number(.candles)
    case .snow: number(.layers)
    case .petals: number(.flowerAmount)
    default: 1
    }
  }

  /// Properties that come and go by themselves and that no builder can set.
  private static let passing: [PropertyKey] = [
    .age, .distance, .enabled, .extended, .instrument, .lit, .locked, .moisture, .occupied,
    .persistent, .power, .powered, .snowy, .stage, .triggered,
  ]

  /// Whether the state is what a blueprint asks for, up to what changes by itself.
  public func fulfils(_ wanted: BlockState) -> Bool {
    if self == wanted { return true }
    guard traits.block == wanted.traits.block else { return false }
    return Self.passing.reduce(self) { state, key in
      wanted.code(key).map { state.with(key, code: $0) } ?? state
    } == wanted
  }
}
