import Arena
import Math

extension Table {
  /// Adds the table, its lines and legs, and the net.
  static func draw(into scene: inout Scene) {
    let top = Hall.tableBox
    scene.add(
      .box(centre: top.centre, half: top.halfSize, rotation: .identity), Scene.Colour(22, 74, 138),
      name: "table")
    drawLines(into: &scene)
    drawFrame(into: &scene)
    drawNet(into: &scene)
  }

  /// The side and end lines are 20 mm wide, the centre line 3 mm (laws 2.1.6 and 2.1.7).
  private static func drawLines(into scene: inout Scene) {
    let white = Scene.Colour(240, 243, 246)
    let (w, l) = (halfWidth, halfLength)
    // Above the surface by less than can be seen, so that it is not hidden by it.
    func line(_ x: Double, _ y: Double, _ halfX: Double, _ halfY: Double) {
      scene.add(
        .box(centre: Vector3(x, y, 0), half: Vector3(halfX, halfY, 0.001), rotation: .identity),
        white)
    }
    for side in [-1.0, 1] {
      line(side * (w - 0.01), 0, 0.01, l)
      line(0, side * (l - 0.01), w, 0.01)
    }
    line(0, 0, 0.0015, l)
  }

  private static func drawFrame(into scene: inout Scene) {
    let steel = Scene.Colour(52, 58, 66)
    func box(_ x: Double, _ y: Double, _ z: Double, _ half: Vector3) {
      scene.add(.box(centre: Vector3(x, y, z), half: half, rotation: .identity), steel)
    }
    let bottom = -thickness
    for side in [-1.0, 1] {
      box(side * (halfWidth - 0.03), 0, bottom - 0.025, Vector3(0.015, halfLength - 0.03, 0.025))
      box(0, side * (halfLength - 0.03), bottom - 0.025, Vector3(halfWidth - 0.03, 0.015, 0.025))
      for end in [-1.0, 1] {
        let (x, y) = (side * (halfWidth - 0.16), end * (halfLength - 0.4))
        let length = height - thickness - 0.02
        box(x, y, bottom - 0.5 * length, Vector3(0.022, 0.022, 0.5 * length))
        box(x, y, 0.02 - height, Vector3(0.035, 0.11, 0.02))
      }
      box(0, side * (halfLength - 0.4), -0.52 * height, Vector3(halfWidth - 0.16, 0.012, 0.018))
    }
  }

  private static func drawNet(into scene: inout Scene) {
    let net = Hall.netBox
    let tape = 0.0075
    scene.add(
      .box(
        centre: net.centre - tape * .unitZ,
        half: Vector3(net.halfSize.x, net.halfSize.y, net.halfSize.z - tape),
        rotation: .identity), Scene.Colour(30, 36, 46), name: "net", finish: .mesh)
    scene.add(
      .box(
        centre: Vector3(0, 0, netHeight - tape), half: Vector3(net.halfSize.x, 0.004, tape),
        rotation: .identity), Scene.Colour(238, 240, 242), name: "net")
    for side in [-1.0, 1] {
      scene.add(
        .cylinder(
          centre: Vector3(side * (netHalfWidth - 0.008), 0, 0.5 * netHeight - 0.03),
          axis: .unitZ, radius: 0.008, halfLength: 0.5 * netHeight + 0.03),
        Scene.Colour(40, 44, 52), name: "net")
    }
  }
}
