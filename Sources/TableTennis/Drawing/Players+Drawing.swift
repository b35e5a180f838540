import Arena
import Math
import Physics

extension RobotBody {
  /// Adds the arm on its carriage. Links take turns in colour, so that each is told from the next.
  func draw(_ side: Side, into scene: inout Scene) {
    let shells = [Scene.Colour(236, 238, 240), Scene.Colour(240, 120, 36)]
    let joint = Scene.Colour(60, 64, 72)
    // What comes after the links stands for the blade, which is drawn as what it is.
    let arm = links.prefix(model.linkCount)
    for (index, link) in arm.enumerated() {
      let (from, to) = (Court.frame(link.start, of: side), Court.frame(link.end, of: side))
      scene.add(
        .capsule(from: from, to: to, radius: link.radius), shells[index % 2],
        name: "\(side)-link", finish: .glossy)
      scene.add(
        .sphere(centre: from, radius: 1.06 * link.radius), joint, name: "\(side)-joint")
    }
    guard let base = arm.first.map({ Court.frame($0.start, of: side) }) else { return }
    drawCarriage(under: base, side, into: &scene)
    scene.viewpoints.append(
      Scene.Viewpoint(
        name: "\(side)", eye: Vector3(0, 2.75 * side.direction, 0.85),
        look: Vector3(0, -side.direction, -0.32).normalized()))
  }

  /// What the arm stands on, and the slides, if it has some: one across behind the table, and on it
  /// one towards the table.
  private func drawCarriage(under base: Vector3, _ side: Side, into scene: inout Scene) {
    let (dark, rail) = (Scene.Colour(58, 62, 70), Scene.Colour(150, 156, 164))
    let floor = -Table.height
    func box(_ centre: Vector3, _ half: Vector3, _ colour: Scene.Colour) {
      scene.add(.box(centre: centre, half: half, rotation: .identity), colour, name: "\(side)-base")
    }
    let height = max(0.05, base.z - floor)
    scene.add(
      .cylinder(
        centre: Vector3(base.x, base.y, floor + 0.5 * height), axis: .unitZ, radius: 0.095,
        halfLength: 0.5 * height), dark, name: "\(side)-base")
    box(Vector3(base.x, base.y, floor + 0.16), Vector3(0.2, 0.24, 0.04), rail)
    guard model.slideCount == 2 else { return }
    let back = 2.15 * side.direction
    box(Vector3(base.x, 0.5 * (base.y + back), floor + 0.09), Vector3(0.08, 0.55, 0.035), dark)
    for offset in [-0.28, 0.28] {
      box(Vector3(0, back + offset, floor + 0.03), Vector3(1.35, 0.045, 0.03), rail)
    }
  }
}

extension FreeRacket {
  /// Adds a person who holds the racket: the feet and the reach are the model's, the rest of the
  /// figure fills in what is between.
  func draw(_ side: Side, holding pose: RacketPose, into scene: inout Scene) {
    let shirt = side == .home ? Scene.Colour(196, 62, 62) : Scene.Colour(46, 128, 88)
    let skin = Scene.Colour(214, 170, 140)
    let stance = Court.frame(feet, of: side)
    let forward = -side.direction
    // From the hips to the racket arm's shoulder, and to the other.
    let right = Vector3(-side.direction, 0, 0)
    let hips = stance + Vector3(0, -0.12 * forward, -0.02)
    let chest = stance + Vector3(0, 0, 0.36)
    func limb(_ a: Vector3, _ b: Vector3, _ radius: Double, _ colour: Scene.Colour) {
      scene.add(.capsule(from: a, to: b, radius: radius), colour, name: "\(side)-player")
    }
    limb(hips, chest, 0.15, shirt)
    let head = chest + Vector3(0, 0.06 * forward, 0.3)
    scene.add(.sphere(centre: head, radius: 0.11), skin, name: "\(side)-player")
    for sign in [-1.0, 1] {
      let hip = hips + sign * 0.11 * right
      let foot = stance + sign * 0.26 * right + Vector3(0, 0, 0.05 - Table.height)
      let knee = 0.5 * (hip + foot) + Vector3(0, 0.14 * forward, 0)
      limb(hip, knee, 0.085, Scene.Colour(44, 48, 58))
      limb(knee, foot, 0.06, skin)
      limb(foot, foot + Vector3(0, 0.13 * forward, -0.01), 0.045, Scene.Colour(232, 234, 236))
    }
    let hand = pose.centre - 0.15 * pose.handle
    let shoulder = chest + 0.2 * right + Vector3(0, 0, 0.08)
    let elbow = Self.elbow(from: shoulder, to: hand)
    limb(shoulder, elbow, 0.058, shirt)
    limb(elbow, hand, 0.044, skin)
    let other = chest - 0.2 * right + Vector3(0, 0, 0.08)
    let otherElbow = other + Vector3(0, 0.1 * forward, -0.24) - 0.08 * right
    limb(other, otherElbow, 0.056, shirt)
    limb(otherElbow, otherElbow + Vector3(0, 0.22 * forward, 0.04), 0.043, skin)
    // In front of the face, or the player's own head would hide the table.
    scene.viewpoints.append(
      Scene.Viewpoint(
        name: "\(side)", eye: head + Vector3(0, 0.13 * forward, 0.04),
        look: Vector3(0, forward, -0.3).normalized()))
  }

  /// Where the elbow hangs: half way, and lower the more the arm is bent.
  private static func elbow(from shoulder: Vector3, to hand: Vector3) -> Vector3 {
    let way = hand - shoulder
    let bone = max(0.31, 0.5 * way.length)
    let slack = max(0, bone * bone - 0.25 * way.lengthSquared).squareRoot()
    let across = way.normalized().cross(.unitZ).cross(way.normalized())
    return shoulder + 0.5 * way - slack * across.normalized()
  }
}
