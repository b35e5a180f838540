import VoxelWorld

extension Plan {
  /// What the plan comes to; with `upTo`, what its first steps come to. Throws `PlanError` at the
  /// step that cannot be carried out.
  public func constructed(upTo last: Int? = nil) throws(PlanError) -> Construction {
    try Evaluation(self, upTo: last).construction(of: self)
  }
}

extension Evaluation {
  /// A painted cell.
  private struct Stroke {
    let key: Int
    let state: BlockState
    let painter: UInt16
  }

  func construction(of plan: Plan) throws(PlanError) -> Construction {
    var strokes: [Stroke] = []
    for (index, step) in plan.steps.enumerated().prefix(volumeCount) {
      switch step.operation {
      case .paint(let input, let state, _):
        for key in volume(of: input).keys {
          strokes.append(Stroke(key: key, state: state, painter: UInt16(index + 1)))
        }
      case .furnish(let input, let state, _):
        for key in volume(of: input).keys {
          strokes.append(Stroke(key: key, state: state, painter: UInt16(index + 1)))
          if let other = state.otherHalf {
            strokes.append(
              Stroke(
                key: key + Volume.shift(other.offset), state: other.state,
                painter: UInt16(index + 1)))
          }
        }
      default: break
      }
    }
    return try drawn(strokes, plan)
  }

  private func drawn(_ strokes: [Stroke], _ plan: Plan) throws(PlanError) -> Construction {
    guard let first = strokes.first else {
      throw PlanError(line: plan.steps.count + 1, "the plan paints no cell")
    }
    var lower = Volume.cell(first.key)
    var upper = lower
    for stroke in strokes {
      let cell = Volume.cell(stroke.key)
      lower = Cell(min(lower.x, cell.x), min(lower.y, cell.y), min(lower.z, cell.z))
      upper = Cell(max(upper.x, cell.x), max(upper.y, cell.y), max(upper.z, cell.z))
    }
    let size = WorldSize(upper.x - lower.x + 1, upper.y - lower.y + 1, upper.z - lower.z + 1)
    guard size.isSensible, size.blockCount <= 1 << 23 else {
      throw PlanError(line: plan.steps.count + 1, "the parts lie too far from one another")
    }
    var blueprint = Blueprint(plan.name, size: size)
    var painters = [UInt16](repeating: 0, count: size.blockCount)
    for stroke in strokes {
      let cell = Volume.cell(stroke.key) - lower
      blueprint[cell] = stroke.state
      painters[(cell.y * size.z + cell.z) * size.x + cell.x] = stroke.painter
    }
    blueprint.parts = parts(of: plan, lower)
    return Construction(blueprint, origin: lower, painters: painters)
  }

  /// The box of each named part, in the blueprint's coordinates; emptied cells are no part.
  private func parts(of plan: Plan, _ origin: Cell) -> [Blueprint.Part] {
    var parts: [Blueprint.Part] = []
    for (index, step) in plan.steps.enumerated().prefix(volumeCount) {
      guard let name = step.part, let box = volume(of: index + 1).bounds, !step.isEmptying else {
        continue
      }
      let lower = box.lower - origin
      let upper = box.upper - origin
      if let known = parts.firstIndex(where: { $0.name == name }) {
        let a = parts[known].lower
        let b = parts[known].upper
        parts[known].lower = Cell(min(a.x, lower.x), min(a.y, lower.y), min(a.z, lower.z))
        parts[known].upper = Cell(max(b.x, upper.x), max(b.y, upper.y), max(b.z, upper.z))
      } else {
        parts.append(Blueprint.Part(name, lower, upper))
      }
    }
    return parts
  }
}

extension Step {
  /// Whether it paints air.
  var isEmptying: Bool {
    if case .paint(_, let state, _) = operation { return state.isAir }
    return false
  }
}

extension BlockState {
  /// The second half of a door, a bed or a tall plant, and where it goes.
  var otherHalf: (offset: Cell, state: BlockState)? {
    switch kind {
    case .door, .doublePlant: (Cell(0, 1, 0), with(.half, PropertyWord.upper))
    case .bed: (Cell(facing.x, 0, facing.z), with(.part, PropertyWord.head))
    default: nil
    }
  }
}
