import VoxelWorld

/// Covers rectangles with roofs that meet.
struct RoofWriter {
  let kind: RoofKind
  let material: Material
  /// What fills gables.
  let wall: BlockState
  /// The layer above the walls.
  let height: Int
  let eaves: Int
  /// The rectangles within the outer sides of the walls; the first is the main one.
  let rectangles: [Rectangle]

  /// One rectangle's solid.
  private struct Cover {
    let solid: PlanWriter.Reference
    let top: PlanWriter.Reference
    let slopes: [Direction]
    let rectangle: Rectangle
    /// The ends where there are gables.
    var gables: [Direction] = []
  }

  /// Logs and bales of a flat roof lie side by side.
  private var full: BlockState {
    let full = material.full
    guard full.kind == .pillar, kind == .flat else { return full }
    let isAlongX = rectangles[0].width >= rectangles[0].depth
    return full.with(.axis, isAlongX ? PropertyWord.x : .z)
  }

  /// Writes the roof. `attic` is everything inside the walls, as high as the roof goes.
  ///
  /// - Returns: the air under it; nil under a flat roof.
  @discardableResult
  func write(
    into plan: inout PlanWriter, attic: PlanWriter.Reference
  ) -> PlanWriter.Reference? {
    guard kind != .flat else {
      writeFlat(into: &plan)
      return nil
    }
    var covers: [Cover] = []
    for (index, rectangle) in rectangles.enumerated() {
      covers.append(cover(rectangle, isWing: index > 0, &plan))
    }
    let inside = plan.slice(plan.union(covers.map(\.solid)), layers: height...height + 256)
    let loft = plan.intersect(inside, attic)
    plan.paint(loft, .air, part: "room")
    for cover in covers { writeGables(of: cover, into: &plan) }
    for (index, cover) in covers.enumerated() {
      let others = covers.enumerated().filter { $0.offset != index }.map(\.element)
      writeTop(of: cover, among: others, into: &plan)
    }
    let tops = plan.union(covers.map(\.top))
    return plan.except(loft, tops)
  }

  /// Layers of a roof over a rectangle.
  static func rise(_ kind: RoofKind, _ rectangle: Rectangle, eaves: Int) -> Int {
    let short = min(rectangle.width, rectangle.depth)
    switch kind {
    case .flat: return 1
    case .gable, .hip, .pyramid: return (short + 2 * eaves + 1) / 2 - eaves
    case .mansard: return 3
    case .dome: return (short + 1) / 2
    case .shed: return (rectangle.depth + 1) / 2
    case .pagoda: return (short + 1) / 2 + 2
    }
  }

  private func writeFlat(into plan: inout PlanWriter) {
    let boxes = rectangles.map { rectangle -> PlanWriter.Reference in
      let wide = rectangle.grown(by: eaves)
      return plan.box(wide.lower(height), wide.upper(height))
    }
    plan.paint(plan.union(boxes), full, part: "roof")
  }

  private func cover(
    _ rectangle: Rectangle, isWing: Bool, _ plan: inout PlanWriter
  ) -> Cover {
    switch kind {
    case .gable: return gable(rectangle, isWing: isWing, &plan)
    case .hip, .pyramid:
      let wide = rectangle.grown(by: eaves)
      let rise = (min(wide.width, wide.depth) + 1) / 2
      let base = height - eaves
      let solid = plan.solid(.pyramid, wide.lower(base), wide.upper(base + rise - 1))
      return whole(solid, plan.face(solid, .up), [.north, .south, .west, .east], rectangle)
    case .mansard:
      let low = plan.box(rectangle.lower(height), rectangle.upper(height + 1))
      let inner = rectangle.grown(by: -1)
      let high = plan.box(inner.lower(height + 2), inner.upper(height + 2))
      let solid = plan.union([low, high])
      return whole(solid, plan.shell(solid, open: .bottom), [], rectangle)
    case .dome:
      let rise = Self.rise(.dome, rectangle, eaves: 0)
      let solid = plan.solid(.dome, rectangle.lower(height), rectangle.upper(height + rise - 1))
      // The dome sits on a ring, where its lowest layer leaves the corners open.
      let ring = plan.box(rectangle.lower(height), rectangle.upper(height))
      let skin = plan.shell(solid, open: .bottom)
      let corners = plan.except(ring, solid)
      return whole(solid, plan.union([skin, corners]), [], rectangle)
    case .shed:
      let rise = Self.rise(.shed, rectangle, eaves: 0)
      let solid = plan.solid(
        .rampNorth, rectangle.lower(height), rectangle.upper(height + rise - 1))
      return whole(solid, plan.shell(solid, open: .bottom), [], rectangle)
    case .pagoda: return pagoda(rectangle, &plan)
    case .flat:
      let solid = plan.box(rectangle.lower(height), rectangle.upper(height))
      return whole(solid, solid, [], rectangle)
    }
  }

  private func whole(
    _ solid: PlanWriter.Reference, _ top: PlanWriter.Reference, _ slopes: [Direction],
    _ rectangle: Rectangle
  ) -> Cover {
    Cover(solid: solid, top: top, slopes: slopes, rectangle: rectangle)
  }

  /// A roof whose ridge runs along the longer side; a wing's runs into the main roof.
  private func gable(
    _ rectangle: Rectangle, isWing: Bool, _ plan: inout PlanWriter
  ) -> Cover {
    var wide = rectangle.grown(by: eaves)
    var ends: [Direction] = []
    let main = rectangles[0]
    let touchesX = rectangle.z.overlaps(main.z)
    let isAlongX = isWing ? touchesX : rectangle.width >= rectangle.depth
    if isAlongX {
      ends = [.west, .east]
      if isWing {
        let isEast = rectangle.x.upperBound > main.x.upperBound
        ends = [isEast ? .east : .west]
        let middle = (main.x.lowerBound + main.x.upperBound) / 2
        wide.x = isEast ? middle...wide.x.upperBound : wide.x.lowerBound...middle
      }
    } else {
      ends = [.north, .south]
      if isWing {
        let isSouth = rectangle.z.upperBound > main.z.upperBound
        ends = [isSouth ? .south : .north]
        let middle = (main.z.lowerBound + main.z.upperBound) / 2
        wide.z = isSouth ? middle...wide.z.upperBound : wide.z.lowerBound...middle
      }
    }
    let rise = ((isAlongX ? wide.depth : wide.width) + 1) / 2
    let base = height - eaves
    let solid = plan.solid(
      isAlongX ? .gableX : .gableZ, wide.lower(base), wide.upper(base + rise - 1))
    return Cover(
      solid: solid, top: plan.face(solid, .up),
      slopes: isAlongX ? [.north, .south] : [.west, .east], rectangle: rectangle, gables: ends)
  }

  /// Two hipped roofs, one above the other with a low wall between them.
  private func pagoda(_ rectangle: Rectangle, _ plan: inout PlanWriter) -> Cover {
    let wide = rectangle.grown(by: 1)
    let low = plan.slice(
      plan.solid(
        .pyramid, wide.lower(height - 1),
        wide.upper(height - 2 + (min(wide.width, wide.depth) + 1) / 2)),
      layers: height - 1...height)
    let drum = rectangle.grown(by: min(-1, -min(rectangle.width, rectangle.depth) / 5))
    let wall = plan.box(drum.lower(height), drum.upper(height + 2))
    let crown = drum.grown(by: 1)
    let high = plan.solid(
      .pyramid, crown.lower(height + 2),
      crown.upper(height + 1 + (min(crown.width, crown.depth) + 1) / 2))
    let solid = plan.union([low, wall, high])
    let tops = plan.face(solid, .up)
    let skin = plan.shell(wall, open: .both)
    return whole(
      solid, plan.union([tops, skin]), [.north, .south, .west, .east], rectangle)
  }

  private func writeGables(of cover: Cover, into plan: inout PlanWriter) {
    let rectangle = cover.rectangle
    let top = height + 256
    for end in cover.gables {
      var plane = rectangle
      switch end {
      case .west: plane.x = rectangle.x.lowerBound...rectangle.x.lowerBound
      case .east: plane.x = rectangle.x.upperBound...rectangle.x.upperBound
      case .north: plane.z = rectangle.z.lowerBound...rectangle.z.lowerBound
      default: plane.z = rectangle.z.upperBound...rectangle.z.upperBound
      }
      let gable = plan.intersect(
        plan.box(plane.lower(height), plane.upper(min(top, height + 100))), cover.solid)
      plan.paint(plan.except(gable, cover.top), wall, part: "walls")
    }
    guard kind == .shed else { return }
    for x in [rectangle.x.lowerBound, rectangle.x.upperBound] {
      let plane = plan.box(
        Cell(x, height, rectangle.z.lowerBound), Cell(x, height + 100, rectangle.z.upperBound))
      plan.paint(plan.intersect(plane, cover.solid), wall, part: "walls")
    }
  }

  private func writeTop(
    of cover: Cover, among others: [Cover], into plan: inout PlanWriter
  ) {
    var top = cover.top
    for other in others {
      let valley = plan.intersect(cover.top, other.top)
      plan.paint(valley, full, part: "roof")
      top = plan.except(top, other.solid)
    }
    plan.paint(top, full, part: "roof")
    guard let stairs = material.stairs else { return }
    for side in cover.slopes {
      let slope = plan.intersect(plan.face(cover.solid, side), top)
      // What falls off to both sides is the ridge.
      let ridge = plan.face(cover.solid, side.opposite)
      plan.paint(
        plan.except(slope, ridge), stairs.with(.facing, side.opposite), part: "roof")
    }
  }
}
