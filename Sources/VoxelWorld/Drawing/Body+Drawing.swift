import Arena
import Math

extension Body {
  /// Adds a figure of boxes that looks where the body looks, and the eyes to look through.
  func draw(into scene: inout Scene) {
    let (sine, cosine) = sincos(yaw)
    // Yaw 0 looks south, which is -y here.
    let turn = Rotation(angle: -yaw + .pi, axis: .unitZ)
    let feet = Vector3(x, -z, y)
    func box(_ place: Vector3, _ half: Vector3, _ colour: Scene.Colour, _ tilt: Rotation) {
      scene.add(
        .box(centre: feet + turn(place), half: half, rotation: turn * tilt), colour, name: "body")
    }
    let stride = 0.5 * sincos(5 * (x * sine + z * cosine)).sine
    let pace = min(1, 12 * (speedX * speedX + speedZ * speedZ).squareRoot())
    for side in [-1.0, 1] {
      let swing = Rotation(angle: side * stride * pace, axis: .unitX)
      let leg = Vector3(0.11 * side, 0, 0.7) + swing(Vector3(0, 0, -0.36))
      box(leg, Vector3(0.1, 0.11, 0.35), Scene.Colour(52, 62, 108), swing)
      let arm = Vector3(0.3 * side, 0, 1.36) + swing.inverse(Vector3(0, 0, -0.3))
      box(arm, Vector3(0.075, 0.085, 0.32), Scene.Colour(206, 158, 128), swing.inverse)
    }
    box(Vector3(0, 0, 1.05), Vector3(0.22, 0.12, 0.35), Scene.Colour(40, 140, 150), .identity)
    let nod = Rotation(angle: -pitch, axis: .unitX)
    box(Vector3(0, 0, 1.58), Vector3(0.17, 0.17, 0.18), Scene.Colour(214, 168, 138), nod)
    let look = look
    let way = Vector3(look.x, -look.z, look.y)
    scene.viewpoints.append(
      Scene.Viewpoint(name: "body", eye: feet + Vector3(0, 0, Body.eyeHeight), look: way))
    scene.motions.append(
      Scene.Motion(name: "body", velocity: 20 * Vector3(speedX, -speedZ, speedY)))
  }
}
