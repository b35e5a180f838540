import Arena

extension RobotModel {
  /// The robot in a mirror along the middle of the table: slide x and axes 1, 4 and 6 turn around,
  /// axis 6 about the angle in which the blade is upright. The other face then looks where the first
  /// one looked, so that a mirrored forehand is a backhand.
  ///
  /// It holds for strokes. The free hand, from which services are tossed, has no mirror image.
  public static let reflection: Reflection = {
    let joints: [Float] = [1, -1, -1, 1, 1, -1, 1, -1]
    let upright: [Float] = [0, 0, 0, 0, 0, 0, 0, 1.6]
    let across: [Float] = [-1, 1, 1]
    return Reflection(
      observation: [
        .init("ball-position", signs: across),
        .init("ball-velocity", signs: across),
        // Spin is a turn: in the mirror, those about axes within the plane turn around.
        .init("ball-spin", signs: [1, -1, -1]),
        .init("arrival-position", signs: across),
        .init("arrival-velocity", signs: across),
        .init("own-joint-position", signs: joints, shifts: upright),
        .init("own-joint-velocity", signs: joints),
        .init("own-joint-target", signs: joints, shifts: upright),
        .init("own-racket-position", signs: across),
        .init("own-racket-velocity", signs: across),
        // The normal is that of the forehand face, which changes places with the other.
        .init("own-racket-normal", signs: [1, -1, -1]),
      ],
      action: [.init("joint-velocity", signs: joints)])
  }()
}
