extension World {
  /// The state with everything that follows from its neighbours: joints of fences, panes, walls,
  /// vines and dust, corners of stairs, snow on grass.
  func connected(_ state: BlockState, at cell: Cell) -> BlockState {
    switch state.kind {
    case .fence, .pane:
      Direction.horizontal.reduce(state) {
        $0.with(.side($1), joins(state, to: self[cell + $1], $1))
      }
    case .wall: connectedWall(state, at: cell)
    case .gate: state.with(.inWall, isInWall(state, at: cell))
    case .stairs: state.with(.shape, stairShape(state, at: cell))
    case .snowy:
      state.with(.snowy, [.snow].contains(self[cell.above].kind) || isSnow(self[cell.above]))
    case .redstoneWire: connectedWire(state, at: cell)
    case .repeater: state.with(.locked, isLocked(state, at: cell))
    case .door: matchingHalf(state, at: cell)
    default: state
    }
  }

  private func isSnow(_ state: BlockState) -> Bool { state.id == World.snowBlock.id }
  private static let snowBlock: BlockState = "snow_block"

  /// Whether a fence, a pane or a wall joins to a neighbour.
  private func joins(_ state: BlockState, to other: BlockState, _ direction: Direction) -> Bool {
    let traits = other.traits
    switch (state.kind, traits.kind) {
    case (.fence, .fence): return isWooden(state) == isWooden(other)
    case (.pane, .pane), (.pane, .wall), (.wall, .pane), (.wall, .wall): return true
    case (.fence, .gate), (.wall, .gate): return other.facing.axis != direction.axis
    case (_, .leaves): return false
    default:
      return traits.wholeFaces & direction.opposite.bit != 0 && !World.isGourd(traits.block)
    }
  }

  private func isWooden(_ fence: BlockState) -> Bool { fence.block.tool == .axe }

  private static let gourds = ["pumpkin", "melon", "carved_pumpkin", "jack_o_lantern"].map {
    BlockState(stringLiteral: $0).traits.block
  }
  private static func isGourd(_ block: UInt16) -> Bool { gourds.contains(block) }

  /// A gate between two walls sits lower.
  private func isInWall(_ state: BlockState, at cell: Cell) -> Bool {
    let sides = [state.facing.clockwise, state.facing.counterclockwise]
    return sides.contains { self[cell + $0].kind == .wall }
  }

  /// Sides of a wall are tall under whatever covers them; the post is left out of straight runs
  /// with nothing on top.
  private func connectedWall(_ state: BlockState, at cell: Cell) -> BlockState {
    let above = self[cell.above]
    let coversAll = above.traits.wholeFaces & Direction.down.bit != 0
    var result = state
    for direction in Direction.horizontal {
      let key = PropertyKey.side(direction)
      guard joins(state, to: self[cell + direction], direction) else {
        result = result.with(key, PropertyWord.none)
        continue
      }
      let isCovered =
        coversAll || above.kind == .wall && above.word(key) != PropertyWord.none
        || [.fence, .pane].contains(above.kind) && above.flag(key)
      result = result.with(key, isCovered ? PropertyWord.tall : .low)
    }
    return result.with(.up, needsPost(result, under: above))
  }

  private func needsPost(_ wall: BlockState, under above: BlockState) -> Bool {
    if above.kind == .wall, above.flag(.up) { return true }
    let sides = Direction.horizontal.map { wall.word(.side($0)) }
    let isRun =
      sides[0] == sides[1] && sides[2] == sides[3]
      && (sides[0] == PropertyWord.none) != (sides[2] == PropertyWord.none)
    let isCross = sides.allSatisfy { $0 == sides[0] } && sides[0] != PropertyWord.none
    guard isRun || isCross else { return true }
    let presses = [.torch, .lantern, .sign, .fence, .gate].contains(above.kind)
    return presses && above.traits.kind != .gate
  }

  /// The corner of stairs, from the stairs in front of and behind them.
  private func stairShape(_ state: BlockState, at cell: Cell) -> PropertyWord {
    let facing = state.facing
    let half = state.word(.half)
    func turned(_ side: Direction) -> Direction? {
      let other = self[cell + side]
      guard other.kind == .stairs, other.word(.half) == half, other.facing.axis != facing.axis
      else { return nil }
      return other.facing
    }
    /// Whether no neighbour on that side goes on with the same stairs.
    func isFree(_ side: Direction) -> Bool {
      let other = self[cell + side]
      return other.kind != .stairs || other.facing != facing || other.word(.half) != half
    }
    if let front = turned(facing), isFree(front.opposite) {
      return front == facing.counterclockwise ? .outerLeft : .outerRight
    }
    if let back = turned(facing.opposite), isFree(back) {
      return back == facing.counterclockwise ? .innerLeft : .innerRight
    }
    return .straight
  }

  /// The upper half of a door follows the lower one, and the lower the upper.
  private func matchingHalf(_ state: BlockState, at cell: Cell) -> BlockState {
    guard state.word(.half) == .upper else { return state }
    let lower = self[cell.below]
    guard lower.traits.block == state.traits.block, lower.word(.half) == .lower else {
      return state
    }
    return lower.with(.half, PropertyWord.upper)
  }
}
