import VoxelWorld

/// A way of building: materials for the parts, roofs and windows.
public struct Style: Hashable, Sendable, Codable {
  public var name: String
  public var walls: Material
  public var base: Material?
  public var posts: Material?
  public var floor: Material
  public var roof: RoofKind
  public var roofMaterial: Material
  /// Block states as plans write them.
  public var window: String
  public var door: String
  public var light: String

  /// Gives a house the materials and forms of the style.
  public func dress(_ house: inout House) {
    house.walls = WallFinish(walls, base: base, corner: posts)
    house.floor = floor
    house.roof = roof
    house.roofMaterial = roofMaterial
    house.windows?.block = (try? BlockState(parsing: window)) ?? "glass_pane"
    let door = (try? BlockState(parsing: door)) ?? "oak_door"
    for index in house.doors.indices where house.doors[index].block != nil {
      house.doors[index].block = door
    }
    house.light = (try? BlockState(parsing: light)) ?? "wall_torch"
  }

  /// The style with a name.
  public static func named(_ name: String) -> Style? { all.first { $0.name == name } }
}
