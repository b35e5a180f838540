/// How a hand is about to place a block: what decides which way it will face.
struct Aim {
  let sight: Sight
  let cell: Cell
  let body: Body
  /// Whether the block takes the place of what the body looks at, as a block in tall grass does.
  let isReplacing: Bool

  /// The face of the neighbour that is clicked.
  var face: Direction { isReplacing ? .up : sight.face }
  var look: Direction { body.horizontalFacing }

  /// Whether the upper half of the cell is aimed at.
  private var isUpper: Bool {
    face == .down || face != .up && sight.y - sight.y.rounded(.down) > 0.5
  }

  /// States to try, in order.
  func candidates(for block: Block, in world: borrowing World) -> StateChoices {
    let state = block.usual
    switch block.kind {
    case .torch, .redstoneTorch, .sign, .banner: return standingOrHanging(state, block)
    case .ladder: return hanging(state)
    case .lantern:
      let hangs = face == .down
      return StateChoices(state.with(.hanging, hangs)).adding(state.with(.hanging, !hangs))
    case .vine:
      return face.isHorizontal
        ? StateChoices(state.with(.side(face.opposite), true)) : StateChoices()
    default: return StateChoices(only(state, block, in: world))
    }
  }

  /// The one state that comes into question for most blocks.
  private func only(_ state: BlockState, _ block: Block, in world: borrowing World) -> BlockState {
    switch block.kind {
    case .slab: return state.with(.type, isUpper ? PropertyWord.top : .bottom)
    case .stairs:
      return state.with(.facing, look).with(.half, isUpper ? PropertyWord.top : .bottom)
    case .pillar, .chain: return state.with(.axis, face.axis)
    case .lever, .button, .grindstone: return attached(state)
    case .trapdoor:
      let facing = face.isHorizontal ? face : look.opposite
      return state.with(.facing, facing).with(.half, isUpper ? PropertyWord.top : .bottom)
    case .door: return state.with(.facing, look).with(.hinge, hinge(block, in: world))
    case .leaves: return state.with(.persistent, true)
    case .scaffolding: return state.with(.distance, world.scaffoldingDistance(at: cell))
    case .redstoneWire:
      return Direction.horizontal.reduce(state) { $0.with(.side($1), PropertyWord.side) }
    case .rail, .poweredRail:
      return state.with(.shape, look.x == 0 ? PropertyWord.northSouth : .eastWest)
    default: return turned(state)
    }
  }

  /// Against the face that is clicked, else against any wall.
  private func hanging(_ state: BlockState) -> StateChoices {
    var choices = StateChoices(state.with(.facing, face.isHorizontal ? face : look.opposite))
    for direction in Direction.horizontal { choices.append(state.with(.facing, direction)) }
    return choices
  }

  /// Which way blocks with a front turn it.
  private func turned(_ state: BlockState) -> BlockState {
    switch state.kind {
    case .bed, .gate, .campfire: state.with(.facing, look)
    case .anvil: state.with(.facing, look.clockwise)
    case .piston, .stickyPiston, .barrel, .dispenser: state.with(.facing, body.facing.opposite)
    case .observer: state.with(.facing, body.facing)
    case .hopper: state.with(.facing, face == .down ? Direction.down : face.opposite)
    default: state.with(.facing, look.opposite)
    }
  }

  /// On the floor, or as the block's form for walls.
  private func standingOrHanging(_ state: BlockState, _ block: Block) -> StateChoices {
    var standing = state
    if block.kind == .sign || block.kind == .banner {
      let turns = (body.yaw / (2 * .pi) + 0.5) * 16
      standing = state.with(.rotation, Int(turns.rounded()) & 15)
    }
    guard face.isHorizontal, let wall = BlockTable.standard.wallForm(of: block) else {
      return face == .down ? StateChoices() : StateChoices(standing)
    }
    return StateChoices(wall.usual.with(.facing, face)).adding(standing)
  }

  private func attached(_ state: BlockState) -> BlockState {
    switch face {
    case .up: state.with(.face, PropertyWord.floor).with(.facing, look)
    case .down: state.with(.face, PropertyWord.ceiling).with(.facing, look)
    default: state.with(.face, PropertyWord.wall).with(.facing, face)
    }
  }

  /// The hinge of a door goes to the side of the wall, away from another door, or to the side that
  /// is aimed at.
  private func hinge(_ block: Block, in world: borrowing World) -> PropertyWord {
    let left = cell + look.counterclockwise
    let right = cell + look.clockwise
    func isDoor(_ cell: Cell) -> Bool {
      world[cell].kind == .door && world[cell].word(.half) == .lower
    }
    func walls(_ cell: Cell) -> Int {
      (world[cell].has(.fullCube) ? 1 : 0) + (world[cell.above].has(.fullCube) ? 1 : 0)
    }
    if isDoor(left), !isDoor(right) { return .right }
    if isDoor(right), !isDoor(left) { return .left }
    if walls(left) != walls(right) { return walls(right) > walls(left) ? .right : .left }
    let x = sight.x - sight.x.rounded(.down) - 0.5
    let z = sight.z - sight.z.rounded(.down) - 0.5
    let side = x * Double(look.clockwise.x) + z * Double(look.clockwise.z)
    return side > 0 ? .right : .left
  }
}
