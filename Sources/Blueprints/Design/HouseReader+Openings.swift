import VoxelWorld

extension HouseReader {
  mutating func readDoors() {
    if survey.lacks("door") {
      house.doors = []
      return
    }
    let doors = survey.parts.filter { part in
      part.thing.concept?.name == "door" && !part.thing.isNegated && part.link.relation != .beside
        && part.host?.category != .room && part.link.relation != .upTo && part.link.relation != .at
        && part.thing.quantity == nil && !isWay(part)
    }.map(\.thing)
    guard !doors.isEmpty else {
      let isAsked = survey.parts.contains { part in
        part.thing.concept?.name == "doorway" && !part.thing.isNegated
          && !(part.thing.reference == .known
            && [.beside, .at, .upTo].contains(part.link.relation))
      }
      if isAsked { house.doors = [DoorPlan(nil, block: nil)] }
      readSwitches()
      return
    }
    house.doors = doors.flatMap { door -> [DoorPlan] in
      let block =
        Palette.block(door, as: .door) ?? Palette.material(survey.whole)?.door ?? "oak_door"
      let sides = Survey.sides(door).compactMap { Compass.direction($0, front: house.front) }
      let count = max(1, min(door.count ?? 1, 4))
      var plan = DoorPlan(sides.first, block: block)
      plan.isDouble = door.traits.contains("double")
      let others: [Direction] = [
        house.front, house.front.opposite, house.front.clockwise, house.front.counterclockwise,
      ]
      return (0..<count).map { index in
        guard count > 1 else { return plan }
        var copy = plan
        copy.side = index < sides.count ? sides[index] : others[index]
        return copy
      }
    }
    readSwitches()
  }

  /// Whether a door is only named to say where something else is.
  private func isWay(_ part: Survey.Part) -> Bool {
    part.thing.reference == .known && part.thing.materials.isEmpty && part.link.relation == .beside
  }

  /// Levers and buttons beside an iron door; a lever that switches lamps.
  mutating func readSwitches() {
    let switches = survey.parts.filter { part in
      let name = part.thing.concept?.name ?? ""
      return name == "lever" || name.hasSuffix("button") || name.hasSuffix("pressure_plate")
    }
    if let lamps = survey.first("redstone_lamp") ?? switchedLight {
      let size = Survey.footprint(lamps) ?? LampPlan.spread(lamps.count ?? (lamps.isPlural ? 4 : 1))
      house.lamps = LampPlan(across: min(size.x, 4), along: min(size.z, 4))
      return
    }
    guard !house.doors.isEmpty else { return }
    for part in switches {
      let block = Palette.block(part.thing) ?? "lever"
      let sides = Survey.sides(part.thing)
      let isInside =
        sides.contains(.inside)
        || part.thing.links.contains {
          $0.relation == .inside && $0.ground?.concept?.name != "door"
        }
      if isInside {
        house.doors[0].inside = block
      } else {
        house.doors[0].outside = block
      }
      let isBoth = part.thing.links.contains { $0.quantity == .both || $0.quantity == .each }
      if isBoth {
        house.doors[0].outside = block
        house.doors[0].inside = block
      }
      if part.thing.quantity == .both || sides.contains(.inside) && sides.contains(.outside) {
        house.doors[0].outside = block
      }
    }
  }

  /// A lamp that a lever switches, where no door needs the lever.
  private var switchedLight: Entity? {
    guard survey.has("lever"),
      !survey.parts.contains(where: { $0.thing.materials.contains("iron_door") })
    else { return nil }
    return survey.first("light")
  }

  mutating func readWindows() {
    forbidWindows()
    for window in survey.all("window") {
      var plan = house.windows ?? WindowPlan()
      if let block = Palette.block(window, as: .pane) { plan.block = block }
      if let size = Survey.footprint(window) { (plan.width, plan.height) = size }
      if let height = window.measure(.height) { plan.height = height }
      if let count = window.count { plan.count = max(1, min(count, 16)) }
      let sides = Survey.sides(window).compactMap { Compass.direction($0, front: house.front) }
      if !sides.isEmpty { plan.sides = sides }
      if let spacing = window.measure(.spacing) { plan.gap = max(1, spacing - plan.width) }
      house.windows = plan
    }
    forbidWindows()
  }

  /// No windows at all, or none on the sides that are named.
  mutating func forbidWindows() {
    for part in survey.parts where part.thing.isNegated && part.thing.concept?.name == "window" {
      let sides = Survey.sides(part.thing).compactMap { Compass.direction($0, front: house.front) }
      guard !sides.isEmpty else {
        house.windows = nil
        return
      }
      let all: [Direction] = [.north, .south, .west, .east]
      let kept = (house.windows?.sides ?? all).filter { !sides.contains($0) }
      house.windows?.sides = kept
    }
  }
}
