/// Up to eight states to try one after the other, without storage of their own on the heap.
struct StateChoices: Sequence, IteratorProtocol {
  private var ids = SIMD8<UInt16>()
  private(set) var count = 0
  private var taken = 0

  /// No state at all.
  init() {}

  init(_ state: BlockState) { append(state) }

  mutating func append(_ state: BlockState) {
    ids[count] = state.id
    count += 1
  }

  func adding(_ state: BlockState) -> StateChoices {
    var choices = self
    choices.append(state)
    return choices
  }

  mutating func next() -> BlockState? {
    guard taken < count else { return nil }
    taken += 1
    return BlockState(id: ids[taken - 1])
  }
}
