import VoxelWorld

extension Checker {
  func afterTurn(_ check: Demand) -> (Double, String) {
    let number = (check["n"].whole ?? 1) - 1
    guard views.indices.contains(number) else { return (0, "there was no such turn") }
    let then = Checker(views: Array(views[...number]))
    let outcomes = check["checks"].list.map { then.outcome($0) }
    let value = outcomes.reduce(0) { $0 + $1.value } / Double(max(1, outcomes.count))
    let details = outcomes.filter { !$0.isPassed }.map { "\($0.operation): \($0.detail)" }
    return (value, "after turn \(number + 1): " + details.joined(separator: "; "))
  }

  /// How much of a region of the turn before is still the same.
  func unchanged(_ check: Demand) -> (Double, String) {
    guard views.count > 1 else { return (0, "there was no turn before") }
    let old = views[views.count - 2]
    let region = check["region"].text ?? "all"
    let middle = (old.scene.lower.x + old.scene.upper.x) / 2
    let depth = (old.scene.lower.z + old.scene.upper.z) / 2
    let cells: [Cell] =
      switch region {
      // The far end itself has to change where something grows.
      case "west_part": old.scene.placed.filter { $0.x <= middle }
      case "east_part": old.scene.placed.filter { $0.x > middle }
      case "north_part": old.scene.placed.filter { $0.z <= depth }
      case "south_part": old.scene.placed.filter { $0.z > depth }
      default: old.part(region) ?? []
      }
    let same = cells.count { cell in
      let now = cell - old.scene.offset + scene.offset
      return scene.after[now].block == old.scene.after[cell].block
    }
    let share = Double(same) / Double(max(1, cells.count))
    return passed(
      !cells.isEmpty && share >= check["minIoU"].number ?? 1, "\(same) of \(cells.count) cells")
  }

  /// The last turn put so many copies of what stood there before beside it.
  func copies(_ check: Demand) -> (Double, String) {
    guard let first = views.first else { return (0, "nothing") }
    let one = Dictionary(grouping: first.scene.placed) { first.scene[$0].block.name }
      .mapValues(\.count)
    let all = Dictionary(grouping: scene.placed) { scene[$0].block.name }.mapValues(\.count)
    let wanted = check["n"].whole ?? 2
    return passed(one.allSatisfy { all[$0.key] == wanted * $0.value }, "\(one) became \(all)")
  }

  func equalsState(_ check: Demand) -> (Double, String) {
    let number = (check["turn"].whole ?? check["n"].whole ?? 1) - 1
    guard views.indices.contains(number) else { return (0, "there was no such turn") }
    let old = views[number].scene
    let there = Set(old.placed.map { $0 - old.offset })
    let here = Set(scene.placed.map { $0 - scene.offset })
    let isSame =
      there == here
      && here.allSatisfy { scene.after[$0 + scene.offset] == old.after[$0 + old.offset] }
    return passed(isSame, "\(here.count) blocks, \(there.count) after turn \(number + 1)")
  }
}
