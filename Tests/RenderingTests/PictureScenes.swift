import Arena
import Math

/// Ten scenes that show everything a renderer can draw. Each has one thing that can be moved.
enum PictureScenes {
  typealias Colour = Scene.Colour

  static let names = [
    "shapes", "shadows", "translucency", "net", "lines", "labels", "hall", "blocks", "grains",
    "glass-and-water",
  ]

  /// - Parameter shift: by how much the thing that can be moved is moved, metres or blocks.
  static func scene(_ name: String, shift: Double = 0) -> Scene {
    var scene = Scene()
    scene.lowerCorner = Vector3(-1.5, -1.5, 0)
    scene.upperCorner = Vector3(1.5, 1.5, 1.5)
    switch name {
    case "shapes": shapes(&scene, shift)
    case "shadows": shadows(&scene, shift)
    case "translucency": translucency(&scene, shift)
    case "net": net(&scene, shift)
    case "lines": lines(&scene, shift)
    case "labels": labels(&scene, shift)
    case "hall": hall(&scene, shift)
    case "blocks": blocks(&scene, Int(shift.rounded(.up)))
    case "grains": grains(&scene, Int(shift.rounded(.up)))
    default: fluids(&scene, Int(shift.rounded(.up)))
    }
    return scene
  }

  private static func shapes(_ scene: inout Scene, _ shift: Double) {
    scene.add(
      .sphere(centre: Vector3(-1 + shift, 0, 0.4), radius: 0.4), Colour(220, 60, 50),
      finish: .glossy)
    scene.add(
      .capsule(from: Vector3(-0.2, 0, 0.3), to: Vector3(0.3, 0.3, 1), radius: 0.2),
      Colour(240, 180, 60))
    scene.add(
      .box(
        centre: Vector3(1, 0, 0.5), half: Vector3(0.3, 0.2, 0.4),
        rotation: Rotation(angle: 0.7, axis: .unitZ)), Colour(60, 120, 210))
    scene.add(
      .cylinder(
        centre: Vector3(0.2, -1, 0.3), axis: Vector3(0.6, 0, 0.8), radius: 0.25, halfLength: 0.3),
      Colour(80, 180, 120))
  }

  private static func shadows(_ scene: inout Scene, _ shift: Double) {
    for index in 0..<5 {
      let x = Double(index) * 0.6 - 1.2
      scene.add(
        .sphere(centre: Vector3(x, 0, 0.25 + 0.2 * Double(index)), radius: 0.2),
        Colour(230, 230, 235))
    }
    scene.add(
      .box(
        centre: Vector3(0, -1 + shift, 0.3), half: Vector3(1.2, 0.05, 0.3), rotation: .identity),
      Colour(180, 140, 90))
  }

  private static func translucency(_ scene: inout Scene, _ shift: Double) {
    scene.add(.sphere(centre: Vector3(0, 0.6, 0.5), radius: 0.4), Colour(240, 240, 60))
    scene.add(
      .capsule(from: Vector3(-0.8, 0, 0.5), to: Vector3(0.8, 0, 0.5), radius: 0.25),
      Colour(40, 90, 220, alpha: 110))
    scene.add(
      .box(
        centre: Vector3(0.3 + shift, -0.8, 0.5), half: Vector3(0.4, 0.05, 0.5),
        rotation: .identity), Colour(220, 40, 40, alpha: 130))
    scene.add(
      .sphere(centre: Vector3(-1, -0.5, 0.5), radius: 0.3), Colour(255, 220, 120, alpha: 140),
      finish: .glowing)
  }

  private static func net(_ scene: inout Scene, _ shift: Double) {
    scene.upperCorner = Vector3(0.3, 0.3, 0.3)
    scene.lowerCorner = Vector3(-0.3, -0.3, 0)
    scene.add(
      .box(centre: Vector3(0, 0, 0.15), half: Vector3(0.3, 0.002, 0.15), rotation: .identity),
      Colour(20, 30, 50), finish: .mesh)
    scene.add(
      .sphere(centre: Vector3(0.05 + shift, 0.15, 0.1), radius: 0.06), Colour(255, 150, 20))
  }

  private static func lines(_ scene: inout Scene, _ shift: Double) {
    for index in 0..<12 {
      let (sine, cosine) = sincos(Double(index) * .pi / 6)
      scene.add(
        .line(from: Vector3(shift, 0, 0.6), to: Vector3(1.2 * cosine, 1.2 * sine, 0.2)),
        Colour(200, UInt8(20 * index), 60))
    }
  }

  private static func labels(_ scene: inout Scene, _ shift: Double) {
    scene.add(.label(at: Vector3(-0.8 + shift, 0, 0.9), text: "left"), Colour(255, 255, 255))
    scene.add(.label(at: Vector3(0.8, 0, 0.3), text: "right: é ° ½"), Colour(255, 255, 255))
    scene.add(.sphere(centre: Vector3(0, 0, 0.3), radius: 0.3), Colour(120, 130, 140))
  }

  private static func hall(_ scene: inout Scene, _ shift: Double) {
    scene.surroundings = .hall
    scene.lowerCorner = Vector3(-2, -4, 0)
    scene.upperCorner = Vector3(2, 4, 2)
    scene.add(
      .box(
        centre: Vector3(2 * shift, 0, 0.7), half: Vector3(0.76, 1.37, 0.06), rotation: .identity),
      Colour(22, 74, 138))
  }

  /// Sixteen cubed cells, given one by one.
  private static func fill(
    _ scene: inout Scene, _ looks: [Scene.BlockLook], _ cell: (Int, Int, Int) -> UInt16
  ) {
    scene.surroundings = .openAir
    scene.blockLooks = [.empty] + looks
    scene.lowerCorner = Vector3(2, -14, 0)
    scene.upperCorner = Vector3(14, -2, 7)
    var wide: [UInt16] = []
    for y in 0..<16 {
      for z in 0..<16 {
        for x in 0..<16 { wide.append(cell(x, y, z)) }
      }
    }
    scene.chunks = [Scene.BlockChunk(x: 0, y: 0, z: 0, palette: [], cells: [], wide: wide)]
  }

  private static func blocks(_ scene: inout Scene, _ shift: Int) {
    let looks = [
      Scene.BlockLook(
        boxes: [.whole], colour: Colour(104, 152, 62), topColour: Colour(104, 152, 62),
        grain: .turf),
      Scene.BlockLook(boxes: [.whole], colour: Colour(126, 126, 128), grain: .bricks),
      Scene.BlockLook(boxes: [.init(0, 0, 0, 16, 8, 16)], colour: Colour(172, 138, 84)),
    ]
    fill(&scene, looks) { x, y, z in
      if y == 0 { return 1 }
      if (4...10).contains(x), (4...10).contains(z), y < 5, x == 4 || z == 4 || z == 10 { return 2 }
      return y == 1 && x == 11 + shift && z == 11 ? 3 : 0
    }
  }

  private static func grains(_ scene: inout Scene, _ shift: Int) {
    let looks = Scene.BlockLook.Grain.allCases.map { grain in
      Scene.BlockLook(boxes: [.whole], colour: Colour(180, 150, 110), grain: grain)
    }
    fill(&scene, looks) { x, y, z in
      guard y < 3, x >= 2, x < 14, z % 4 == 3, x % 3 != 1 else { return 0 }
      return UInt16((x / 3 + 4 * (z / 4) + shift) % looks.count + 1)
    }
  }

  private static func fluids(_ scene: inout Scene, _ shift: Int) {
    let looks = [
      Scene.BlockLook(boxes: [.whole], colour: Colour(222, 208, 162), grain: .speckled),
      Scene.BlockLook(
        boxes: [.whole], colour: Colour(44, 92, 214, alpha: 150), grain: .rippled),
      Scene.BlockLook(boxes: [.whole], colour: Colour(206, 232, 242, alpha: 70), grain: .pane),
      Scene.BlockLook(boxes: [.whole], colour: Colour(255, 214, 110), glows: true),
    ]
    fill(&scene, looks) { x, y, z in
      if y == 0 { return 1 }
      if y == 1 { return (3...9).contains(x) && (3...9).contains(z) ? 2 : 1 }
      if y < 5, x == 11, (4...8).contains(z) { return 3 }
      return y == 2 && x == 12 + shift && z == 12 ? 4 : 0
    }
  }
}
