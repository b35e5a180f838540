import VoxelWorld

extension Checker {
  /// How well the build fills an ideal solid, wherever it stands and whichever way it is turned.
  func shape(_ check: Demand) -> (Double, String) {
    let kind = check["kind"].text ?? ""
    let actual = Set(scene.placed.map { $0 - scene.lower })
    guard let ideal = Checker.ideal(kind, check) else { return (0, "nobody knows a \(kind)") }
    // A shell one block thick is the skin of the solid, or all that lies within half a block of it.
    var skin = kind == "sphere_shell" ? [Checker.skin(of: Checker.ideal("sphere", check)!)] : []
    if kind == "cylinder", check["hollow"].isTrue { skin.append(Checker.tube(of: ideal)) }
    var best = 0.0
    for turned in [ideal, Set(ideal.map { Cell($0.z, $0.y, -$0.x) })] + skin {
      let corner = turned.reduce(Cell(.max, .max, .max)) {
        Cell(min($0.x, $1.x), min($0.y, $1.y), min($0.z, $1.z))
      }
      for dy in -1...1 {
        for dz in -1...1 {
          for dx in -1...1 {
            let shift = Cell(dx, dy, dz) - corner
            let both = turned.count { actual.contains($0 + shift) }
            best = max(best, Double(both) / Double(turned.count + actual.count - both))
          }
        }
      }
    }
    return passed(best >= check["minIoU"].number ?? 0.9, "\(Int(100 * best)) % in common")
  }

  private static func skin(of solid: Set<Cell>) -> Set<Cell> {
    solid.filter { cell in Direction.allCases.contains { !solid.contains(cell + $0) } }
  }

  /// The upright skin of a filled tube.
  private static func tube(of ring: Set<Cell>) -> Set<Cell> {
    var solid = ring
    let rows = Dictionary(grouping: ring) { Cell(0, $0.y, $0.z) }
    for (row, cells) in rows {
      for x in cells.map(\.x).min()!...cells.map(\.x).max()! { solid.insert(Cell(x, row.y, row.z)) }
    }
    return solid.filter { cell in sideways.contains { !solid.contains(cell + $0) } }
  }

  private static func ideal(_ kind: String, _ check: Demand) -> Set<Cell>? {
    let radius = check["radius"].number ?? (check["diameter"].number.map { ($0 - 1) / 2 } ?? 3)
    let base = check["base"].whole ?? 5
    let height = check["height"].whole
    func box(_ x: Int, _ y: Int, _ z: Int, _ test: (Int, Int, Int) -> Bool) -> Set<Cell> {
      var cells: Set<Cell> = []
      for b in 0..<y {
        for c in 0..<z { for a in 0..<x where test(a, b, c) { cells.insert(Cell(a, b, c)) } }
      }
      return cells
    }
    func round(_ test: (Double, Double, Double) -> Bool) -> Set<Cell> {
      let r = Int(radius) + 2
      return box(2 * r + 1, 2 * r + 1, 2 * r + 1) {
        test(Double($0 - r), Double($1 - r), Double($2 - r))
      }
    }
    let outer = (radius + 0.5) * (radius + 0.5)
    let inner = max(0, radius - (check["thickness"].number ?? 1) + 0.5)
    let isHollow = check["hollow"].isTrue
    switch kind {
    case "solid_cuboid":
      let size = check["size"].wholes
      return box(size[0], size[1], size[2]) { _, _, _ in true }
    case "hollow_cuboid":
      let s = check["size"].wholes
      return box(s[0], s[1], s[2]) {
        $0 == 0 || $1 == 0 || $2 == 0 || $0 == s[0] - 1 || $1 == s[1] - 1 || $2 == s[2] - 1
      }
    case "open_box":
      let s = check["size"].wholes
      return box(s[0], s[1], s[2]) { a, _, c in a == 0 || c == 0 || a == s[0] - 1 || c == s[2] - 1 }
    case "pyramid":
      return box(base, (base + 1) / 2, base) {
        let rim = min($0, $2, base - 1 - $0, base - 1 - $2)
        return check["solid"] == .flag(false) ? rim == $1 : rim >= $1
      }
    case "sphere": return round { $0 * $0 + $1 * $1 + $2 * $2 <= outer }
    case "sphere_shell":
      return round {
        let d = $0 * $0 + $1 * $1 + $2 * $2
        return d <= outer && d > inner * inner
      }
    case "dome":
      return round {
        let d = $0 * $0 + $1 * $1 + $2 * $2
        return $1 >= 0 && d <= outer && (!isHollow || d > inner * inner)
      }
    case "cylinder", "disc", "ring":
      let side = 2 * Int(radius) + 1
      let ring = kind == "ring" || isHollow
      return box(side, height ?? 1, side) { a, _, c in
        let (x, z) = (Double(a) - radius, Double(c) - radius)
        let d = x * x + z * z
        return d <= outer && (!ring || d > inner * inner)
      }
    case "cone":
      let tall = height ?? Int(radius) + 1
      let side = 2 * Int(radius) + 1
      return box(side, tall, side) { a, b, c in
        let (x, z) = (Double(a) - radius, Double(c) - radius)
        let r = (radius + 0.5) * (1 - (Double(b) + 0.25) / Double(tall))
        return x * x + z * z <= r * r
      }
    case "torus":
      let tube = check["tube"].number ?? 1
      return round {
        let d = ($0 * $0 + $2 * $2).squareRoot() - (radius - tube)
        return d * d + $1 * $1 <= (tube + 0.5) * (tube + 0.5)
      }
    default: return nil
    }
  }

  // MARK: Pictures

  func pattern(_ check: Demand) -> (Double, String) {
    switch check["kind"].text {
    case "rows": rows(check)
    case "checker": chequer(check)
    case "alternating_top": alternatingTop()
    case "cross_flag": cross(check)
    default: (0, "nobody knows this pattern")
    }
  }

  /// The colours of the build as a picture seen from a side: rows from the top or the north.
  private func picture(_ facing: String) -> [[BlockState]] {
    let (a, b) = (scene.lower, scene.upper)
    let isUp = facing == "up"
    let columns =
      facing == "east" || facing == "west" ? Array(a.z...b.z) : Array(a.x...b.x)
    let ordered = facing == "east" || facing == "north" ? columns.reversed() : columns
    let lines = isUp ? Array(a.z...b.z) : Array((a.y...b.y).reversed())
    return lines.map { line in
      ordered.map { column -> BlockState in
        let ray: [Cell] =
          switch facing {
          case "up": (a.y...b.y).reversed().map { Cell(column, $0, line) }
          case "south": (a.z...b.z).reversed().map { Cell(column, line, $0) }
          case "north": (a.z...b.z).map { Cell(column, line, $0) }
          case "east": (a.x...b.x).reversed().map { Cell($0, line, column) }
          default: (a.x...b.x).map { Cell($0, line, column) }
          }
        return ray.first { scene.holdsPlaced($0) }.map { scene[$0] } ?? .air
      }
    }
  }

  private func rows(_ check: Demand) -> (Double, String) {
    guard !scene.placed.isEmpty else { return (0, "nothing") }
    let scale = check["scale"].whole ?? 1
    let legend = check["legend"].fields.compactMapValues { $0.text.map(Glob.init) }
    let wanted = check["rows"].texts.flatMap { row in
      Array(repeating: row.flatMap { Array(repeating: $0, count: scale) }, count: scale)
    }
    let facings =
      check["plane"].text == "xz"
      ? ["up"] : check["facing"].text.map { [$0] } ?? ["south", "east", "north", "west"]
    var best = 0.0
    for facing in facings {
      let there = picture(facing)
      let height = wanted.count
      let width = wanted[0].count
      guard there.count >= height, there[0].count >= width else { continue }
      for top in 0...there.count - height {
        for left in 0...there[0].count - width {
          var right = 0
          for y in 0..<height {
            for x in 0..<width {
              let state = there[top + y][left + x]
              let isRight = legend[String(wanted[y][x])].map { $0.matches(state) } ?? state.isAir
              if isRight { right += 1 }
            }
          }
          best = max(best, Double(right) / Double(width * height))
        }
      }
    }
    return passed(best >= check["minIoU"].number ?? 1, "\(Int(100 * best)) % of the picture")
  }

  private func chequer(_ check: Demand) -> (Double, String) {
    let blocks = check["blocks"].texts.map(Glob.init)
    let scale = check["scale"].whole ?? 1
    let there = picture(check["facing"].text ?? "up")
    guard let columns = there.first?.count else { return (0, "nothing") }
    let rim = check["border"].whole ?? 0
    var best = 0.0
    for first in 0...1 {
      var right = 0
      var all = 0
      for y in rim..<there.count - rim {
        for x in rim..<columns - rim {
          all += 1
          let isFirst = ((x - rim) / scale + (y - rim) / scale) % 2 == first
          if blocks[isFirst ? 0 : 1].matches(there[y][x]) { right += 1 }
        }
      }
      best = max(best, Double(right) / Double(max(1, all)))
    }
    return passed(best >= check["minIoU"].number ?? 1, "\(Int(100 * best)) % of the chequers")
  }

  /// A cross of one block on a field of another, each arm as wide as the others.
  private func cross(_ check: Demand) -> (Double, String) {
    let there = picture(check["facing"].text ?? "south")
    let (cross, field) = (Glob(check["cross"].text ?? ""), Glob(check["field"].text ?? ""))
    let rows = there.filter { row in row.contains { cross.matches($0) || field.matches($0) } }
    let full = rows.filter { row in row.count { cross.matches($0) } * 2 > row.count { !$0.isAir } }
    let isRest = rows.count { row in row.contains { cross.matches($0) } } * 2 > rows.count
    return passed(
      !full.isEmpty && full.count < rows.count && isRest, "\(full.count) full rows of \(rows.count)"
    )
  }

  /// Merlons on every second place of the top layer.
  private func alternatingTop() -> (Double, String) {
    let layers = Dictionary(
      grouping: scene.placed.filter {
        view.isSolid($0) && ![.lamp, .lantern, .chain, .candle].contains(scene[$0].kind)
      }, by: \.y)
    for y in layers.keys.sorted(by: >) {
      let cells = layers[y]!
      guard cells.count >= 3 else { continue }
      let (x0, x1) = (cells.map(\.x).min()!, cells.map(\.x).max()!)
      let (z0, z1) = (cells.map(\.z).min()!, cells.map(\.z).max()!)
      let set = Set(cells)
      let lines =
        x0 == x1 || z0 == z1
        ? [(x0...x1).flatMap { x in (z0...z1).map { Cell(x, y, $0) } }]
        : [
          (x0...x1).map { Cell($0, y, z0) }, (x0...x1).map { Cell($0, y, z1) },
          (z0...z1).map { Cell(x0, y, $0) }, (z0...z1).map { Cell(x1, y, $0) },
        ]
      let isAlternating = lines.allSatisfy { line in
        let steps = zip(line, line.dropFirst()).filter { set.contains($0) == set.contains($1) }
        // In a wall of even length two gaps may meet in the middle.
        return steps.count <= (line.count % 2 == 0 ? 1 : 0)
      }
      return passed(isAlternating, "layer \(y) does not alternate")
    }
    return (0, "there are no merlons")
  }
}
