import Arena
import Math

extension Build {
  /// How many of the next placements are shown.
  private static let placementsShown = 12

  public func draw(into scene: inout Scene) {
    world.draw(around: body, into: &scene)
    for other in bodies.dropFirst() { other.draw(into: &scene) }
    let (low, high) = (
      plot.origin, plot.origin + Cell(blueprint.size.x, blueprint.size.y, blueprint.size.z)
    )
    scene.lowerCorner = Vector3(Double(low.x) - 4, -Double(high.z) - 4, Double(low.y) - 1)
    scene.upperCorner = Vector3(Double(high.x) + 4, -Double(low.z) + 4, Double(high.y) + 3)
    scene.captions.append("\(rightCells) of \(totalCells) cells right after \(ticks) ticks")
    if let deed {
      scene.marks.append(
        Scene.Mark("\(deed.kind) \(deed.state.block.name)", at: Scene.place(deed.cell, raised: 0.5))
      )
    }
    if scene.layers.contains(.plan) { drawPlan(into: &scene) }
  }

  /// What comes next, as ghosts of the blocks to be, and how the work stands.
  private func drawPlan(into scene: inout Scene) {
    let next = BuildOrder.targets(for: blueprint, at: plot.origin, in: world, leftOver: [])
    for (index, target) in next.prefix(Self.placementsShown).enumerated() {
      let isFirst = index == 0
      let colour = BlockLooks.all[Int(target.wanted.id)].colour
      scene.add(
        .box(
          centre: Scene.place(target.cell, raised: 0.5), half: Vector3(0.46, 0.46, 0.46),
          rotation: .identity),
        target.item == nil
          ? Scene.Colour(220, 50, 50, alpha: 110) : colour.withAlpha(isFirst ? 190 : 90),
        name: "plan")
    }
    if let first = next.first {
      scene.add(
        .label(
          at: Scene.place(first.cell, raised: 1.3),
          text: first.item == nil ? "clear" : first.wanted.block.name), Scene.Colour(255, 255, 255))
    }
    scene.panels.append(planPanel(next))
  }

  private func planPanel(_ next: [BuildOrder.Target]) -> Scene.Panel {
    let share = Double(rightCells) / Double(max(1, totalCells))
    let part = next.first.flatMap { target in
      blueprint.parts.first { part in
        let cell = target.cell + Cell(-plot.origin.x, -plot.origin.y, -plot.origin.z)
        return (part.lower.x...part.upper.x).contains(cell.x)
          && (part.lower.y...part.upper.y).contains(cell.y)
          && (part.lower.z...part.upper.z).contains(cell.z)
      }
    }
    var rows = [
      Scene.Panel.Row("right", "\(rightCells) of \(totalCells)", share: share),
      .init("step", "\(placedBlocks) placed, \(next.count) to go"),
      .init("part", part?.name ?? blueprint.name, isChosen: true),
      .init("scaffold", "\(strayCount) blocks"),
    ]
    if let target = next.first, let item = target.item {
      rows.append(.init("next", target.wanted.block.name))
      let left = inventory.isEndless ? "endless" : "\(inventory.count(of: item))"
      rows.append(.init("material left", left))
    }
    return Scene.Panel("Plan", rows)
  }
}
