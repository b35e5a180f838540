import VoxelWorld

/// The cells of a blueprint as other programs store them: a palette of states, the first of which
/// is air, and an index for each cell in the order y, z, x. What was to stay as it is counts as air.
struct BlueprintCells {
  let size: WorldSize
  private(set) var palette: [BlockState] = [.air]
  private(set) var indices: [Int] = []

  init(_ blueprint: Blueprint) {
    size = blueprint.size
    indices.reserveCapacity(size.blockCount)
    var places: [UInt16: Int] = [BlockState.air.id: 0]
    for y in 0..<size.y {
      for z in 0..<size.z {
        for x in 0..<size.x {
          let state = blueprint[Cell(x, y, z)] ?? .air
          if let place = places[state.id] {
            indices.append(place)
          } else {
            places[state.id] = palette.count
            indices.append(palette.count)
            palette.append(state)
          }
        }
      }
    }
  }

  /// Goes through all cells with their places.
  func forEachCell(_ body: (_ x: Int, _ y: Int, _ z: Int, _ index: Int) -> Void) {
    var next = 0
    for y in 0..<size.y {
      for z in 0..<size.z {
        for x in 0..<size.x {
          body(x, y, z, indices[next])
          next += 1
        }
      }
    }
  }
}

extension BlockState {
  /// Name and properties apart, as several formats want them.
  var tag: Tag {
    let text = description
    guard let open = text.firstIndex(of: "[") else {
      return .compound([("Name", .string(text))])
    }
    let properties = text[text.index(after: open)...].dropLast().split(separator: ",").map {
      pair -> (name: String, value: Tag) in
      let parts = pair.split(separator: "=", maxSplits: 1)
      return (String(parts[0]), .string(String(parts[1])))
    }
    return .compound([
      ("Name", .string(String(text[..<open]))), ("Properties", .compound(properties)),
    ])
  }
}
