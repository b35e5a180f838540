import Arena
import Math

/// What stands still: the table, the net and the floor.
struct RallyThings: Sendable {
  let ground: PlanarWorld.Number
  private let table: PlanarWorld.Number
  private let net: PlanarWorld.Number

  init(in world: inout PlanarWorld) {
    ground = world.add(.fixed, at: .zero)
    table = world.add(.fixed, at: .zero)
    net = world.add(.fixed, at: .zero)
    var material = PlanarWorld.Material()
    material.restitution = 0.1
    world.addSegment(
      to: ground, Planar(-5, RallyCourt.floor), Planar(5, RallyCourt.floor), material)
    world.addSegment(to: net, .zero, Planar(0, RallyCourt.netHeight), material)
    // A ball dropped from 300 mm comes up by 230 mm (ITTF): the square root of their ratio.
    material.restitution = 0.876
    let half = RallyCourt.halfLength
    world.addPolygon(
      to: table,
      [Planar(half, 0), Planar(-half, 0), Planar(-half, -0.025), Planar(half, -0.025)], material)
  }

  func thing(_ body: PlanarWorld.Number) -> RallyUmpire.Thing {
    body == table ? .table : body == net ? .net : .floor
  }

  func draw(into scene: inout Scene) {
    scene.add(
      .box(
        centre: Vector3(0, 0, -0.0125), half: Vector3(RallyCourt.halfLength, 0.5, 0.0125),
        rotation: .identity), Scene.Colour(40, 80, 150), name: "table")
    scene.add(
      .box(
        centre: Vector3(0, 0, RallyCourt.netHeight / 2),
        half: Vector3(0.005, 0.5, RallyCourt.netHeight / 2), rotation: .identity),
      Scene.Colour(220, 220, 220, alpha: 140), name: "net")
  }
}
