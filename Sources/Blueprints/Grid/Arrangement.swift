import VoxelWorld

/// How the blocks of a placed thing lie to each other: on each other, in a row, in a box.
struct Arrangement {
  enum Form: Hashable {
    case stack, row
    case box(Int, Int, Int)
    case diagonal, scatter
  }

  var form: Form
  var count: Int

  init(_ object: Entity, _ act: Act, scene: Scene) {
    let traits = object.traits + act.traits + object.links.compactMap(\.ground).flatMap(\.traits)
    let members = object.linked(.of, .with, .madeOf).first {
      $0.concept?.name == "block" || $0.concept == nil
    }
    let height = object.measure(.height)
    let length = object.measure(.length) ?? object.measure(.width) ?? object.measure(.size)
    let isGroup =
      object.concept != nil
      && !(["block", "square", "cube"].contains(object.concept?.name) && object.measures.isEmpty)
    count = (isGroup ? members?.count ?? height ?? length : object.count) ?? height ?? length ?? 1
    count = max(1, min(count, 64))
    switch object.concept?.name {
    case "column"?, "stack"?, "tower"?, "pillar"?: form = .stack
    case "row"?, "line"?: form = traits.contains("vertical") ? .stack : .row
    default: form = isGroup ? .row : .scatter
    }
    let values = object.measures.first { $0.dimension == .footprint }?.values
    if let values, values.count >= 2 {
      let tall = values.count > 2 ? values[2] : object.measure(.height) ?? 1
      form = .box(min(values[0], 32), min(tall, 32), min(values[1], 32))
    } else if object.concept?.name == "cube", let side = object.measure(.size) ?? length {
      form = .box(side, side, side)
    } else if object.concept?.name == "square", let side = object.measure(.size) ?? length {
      form = .box(side, 1, side)
    }
    if traits.contains("vertical") { form = .stack }
    if traits.contains("horizontal"), form == .scatter || form == .stack { form = .row }
    if traits.contains("diagonal") { form = .diagonal }
  }

  /// The cells from a spot on.
  func cells(from spot: Anchors.Spot, scene: Scene) -> [Cell] {
    var step = spot.step
    switch form {
    case .stack where step.y == 0: step = Cell(0, 1, 0)
    case .row where step.y != 0: step = spot.sideways
    case .scatter where spot.isCentred: break
    case .box(let x, let y, let z):
      var cells: [Cell] = []
      let low = spot.cell
      let shiftX = spot.isCentred ? x / 2 : step.x < 0 ? x - 1 : 0
      let shiftZ = spot.isCentred ? z / 2 : step.z < 0 ? z - 1 : 0
      for dy in 0..<y {
        for dz in 0..<z {
          for dx in 0..<x {
            cells.append(Cell(low.x + dx - shiftX, low.y + dy, low.z + dz - shiftZ))
          }
        }
      }
      return cells
    default: break
    }
    if let fixed = spot.fixed {
      guard form == .stack, count > 1 else { return fixed }
      if fixed.contains(where: { $0.y > fixed[0].y }) { return Array(fixed.prefix(count)) }
      return fixed.flatMap { cell in (0..<count).map { cell.moved(Cell(0, 1, 0), $0) } }
    }
    let start = spot.isCentred && form == .row ? spot.cell.moved(step, -(count / 2)) : spot.cell
    return (0..<count).map { start.moved(step, $0) }
  }
}
