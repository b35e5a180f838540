import VoxelWorld

extension Inspection {
  /// A plan in which something that is wrong is put right, and why; nil where nothing is wrong or
  /// nobody knows a remedy.
  func revision() -> (plan: Plan, reason: String)? {
    guard hasRooms else { return nil }
    let dark = darkCells
    guard !dark.isEmpty, dark.count * 20 > floorCells.count else { return nil }
    // The farthest from the torches already chosen comes next.
    var chosen: [Cell] = []
    for cell in dark where !chosen.contains(where: { $0.distance(to: cell) < 9 }) {
      if world[cell].isAir,
        BlockTable.standard.boxes(ofShape: world[cell.below].traits.collision).count == 1,
        world[cell.below].kind != .farmland
      {
        chosen.append(cell)
      }
    }
    guard !chosen.isEmpty else { return nil }
    return (
      plan.adding("torch", at: chosen.prefix(64).map { $0 - offset }, part: "lights"),
      "\(min(64, chosen.count)) torches more, because \(dark.count) floor cells were dark"
    )
  }

  /// Floor cells inside that no lamp reaches.
  var darkCells: [Cell] {
    var lit = world
    lit.turnOnLight()
    lit.settleLight()
    return floorCells.filter { lit.blockLight(at: $0) < 1 }
  }
}
