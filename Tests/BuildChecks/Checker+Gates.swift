import VoxelWorld

extension Checker {
  /// What every build has to fulfil.
  func gates(floats: Bool) -> [Outcome] {
    var gates = [
      gate("something stands", !scene.placed.isEmpty, "nothing was built"),
      wholeness(), stability(),
      gate("nothing left behind", scene.leftBehind == 0, "\(scene.leftBehind) helper blocks"),
      legality(),
    ]
    if !floats { gates.append(support()) }
    return gates
  }

  private func gate(
    _ name: String, _ isGood: Bool, _ detail: @autoclosure () -> String
  ) -> Outcome {
    Outcome(operation: "gate: " + name, value: isGood ? 1 : 0, detail: isGood ? "" : detail())
  }

  private func wholeness() -> Outcome {
    let halves = scene.placed.filter { cell in
      let state = scene[cell]
      switch state.kind {
      case .door:
        let isUpper = state.word(.half) == .upper
        let other = scene[isUpper ? cell.below : cell.above]
        return other.block != state.block || (other.word(.half) == .upper) == isUpper
          || other.facing != state.facing
      case .bed:
        let isHead = state.word(.part) == .head
        let other = scene[cell + (isHead ? state.facing.opposite : state.facing)]
        return other.block != state.block || (other.word(.part) == .head) == isHead
      default: return false
      }
    }
    return gate("two parts", halves.isEmpty, "\(halves.count) halves, one at \(halves.first!)")
  }

  private func stability() -> Outcome {
    var later = scene.after
    later.tick(200)
    var moved = 0
    for cell in scene.changed where later[cell].block != scene[cell].block { moved += 1 }
    return gate("stable", moved == 0, "\(moved) cells changed by themselves")
  }

  private func support() -> Outcome {
    let loose = View.components(of: Set(scene.placed), corners: true).filter { component in
      !component.contains { cell in
        Direction.allCases.contains {
          let next = cell + $0
          return !scene.holdsPlaced(next) && !scene.before[next].isAir
            && scene.before[next].kind != .water && !scene.after[next].isAir
        } || !scene.before[cell].isAir && scene.before[cell].kind != .water
      }
    }
    return gate(
      "touches the ground", loose.isEmpty, "\(loose.count) pieces float, one at \(loose.first![0])")
  }

  /// Each block within reach of who places it, beside another one and not inside who places it.
  private func legality() -> Outcome {
    var world = scene.before
    var faults: [String] = []
    for deed in scene.deeds {
      let (x, y, z) = (
        Double(deed.stand.x) + 0.5, Double(deed.stand.y) + 1.62, Double(deed.stand.z) + 0.5
      )
      let dx = max(Double(deed.cell.x) - x, x - Double(deed.cell.x + 1), 0)
      let dy = max(Double(deed.cell.y) - y, y - Double(deed.cell.y + 1), 0)
      let dz = max(Double(deed.cell.z) - z, z - Double(deed.cell.z + 1), 0)
      // Half a block for where in its cell the body is.
      if dx * dx + dy * dy + dz * dz > 5.5 * 5.5 { faults.append("too far at \(deed.cell)") }
      guard deed.isPlacing else {
        world.write(.air, at: deed.cell)
        continue
      }
      let touches =
        !world[deed.cell].isAir || Direction.allCases.contains { !world[deed.cell + $0].isAir }
      if !touches { faults.append("nothing to place against at \(deed.cell)") }
      world.write("stone", at: deed.cell)
    }
    return gate("legal", faults.isEmpty, "\(faults.count): \(faults.first ?? "")")
  }
}
