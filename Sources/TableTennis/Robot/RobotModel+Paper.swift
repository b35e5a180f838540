import Math
import Physics

extension RobotModel {
  /// The eight-joint robot of arXiv 2408.03906: a racket on an ABB IRB 1100-4/0.58 arm on two Festo
  /// slides.
  ///
  /// Its joint table is printed (Tables V and VI). Its mounting, racket offset and home pose are
  /// not; these come from a search over 6 x 10^5 random arm poses per candidate, which asked for
  /// the racket's face to look along +y, +-45 degrees up and down and +-30 degrees sideways, at
  /// heights of 0.05 to 0.55 m. The slides bring any such arm pose to any x and y that are needed.
  /// - The arm stands upright, axis 1 at 0 along +y, its base at z = 0.04. From -0.1 to 0.1 every
  ///   direction is found at every height, most often and fastest from -0.05 to 0.05; at -0.2 the
  ///   high open faces are lost.
  /// - At slide position 0 the base is at y = -1.47, 10 cm behind the table's end. The printed
  ///   range then takes it 7 cm over the end, 4 cm above the surface, and 1.9 m back.
  /// - The middle of the blade lies 0.26 m from the flange, on its axis; 0.20 m would cost a tenth
  ///   of the speed. Over the whole region the racket can move straight forward at 4.3 m/s in the
  ///   worst corner and 6.2 m/s in the median, with joint speeds that the printed forces can keep
  ///   against the printed damping (which holds axis 3 to 2.4 rad/s).
  /// - At home the racket points forward, its blade upright and edge-on to the net, half-way between
  ///   a forehand and a backhand. Slide y stands at -0.35, the racket 0.2 m over the table's end and
  ///   0.38 m above it. From there 170 of 300 strokes of 2 to 5 m/s half a second later, at y = -1.7
  ///   to -1.3, are within all limits; from slide position 0, where slide y has to back off first,
  ///   75; from -0.5, further from the table, 186.
  /// - The handle's roll puts the middle of axis 6's range, 0.8 rad, where the blade is upright.
  ///   Its range reaches 1.5 rad either way, hence the forehand uses one face and the backhand the
  ///   other, as people do: one face for both would need 4.7 rad.
  public static let paper = RobotModel.paper(step: Court.tick)

  /// The same with servo steps of `step` seconds.
  public static func paper(step: Double) -> RobotModel {
    let chain = KinematicChain(
      base: Transform(position: Vector3(0, -1.47, 0.04)), joints: paperJoints, tool: paperRacket)
    return RobotModel(
      chain: chain, bodies: RobotBodies(capsules: paperCapsules, linkCount: 6, handle: 5),
      contacts: BodyContacts(paperCapsules, chain),
      home: JointVector(-0.35, 0, 0, 0.6, 0.4, 0, -1.1, 0.8),
      ready: (
        forehand: JointVector(0, 0, -0.78, 0.82, 0.33, 0.86, -1.25, 0.57),
        backhand: JointVector(0, 0, 0.78, 0.82, 0.33, -0.86, -1.25, 1.03)
      ), step: step)
  }

  /// The blade's frame on the last link: x along the handle to the tip, y out of the forehand face.
  private static let paperRacket = Transform(
    position: Vector3(flangeOffset + handleReach, 0, 0),
    rotation: Rotation(angle: -0.8, axis: .unitX))

  /// From axis 5 to the flange, and from there to the middle of the blade, in metres.
  private static let flangeOffset = 0.064
  private static let handleReach = 0.26

  /// The bodies of the links as capsules. Lengths are the IRB 1100's, radii from its drawings
  /// rounded up.
  private static let paperCapsules: [LinkCapsule] =
    [
      LinkCapsule(link: 1, start: Vector3(0, 0, 0.08), end: Vector3(0, 0, 0.2), radius: 0.08),
      LinkCapsule(link: 2, start: Vector3(0, 0, 0.25), end: Vector3(0, 0, 0.327), radius: 0.085),
      LinkCapsule(link: 3, start: .zero, end: Vector3(0, 0, 0.28), radius: 0.065),
      LinkCapsule(link: 5, start: .zero, end: Vector3(0.3, 0, 0), radius: 0.05),
      LinkCapsule(link: 6, start: .zero, end: Vector3(flangeOffset, 0, 0), radius: 0.04),
      LinkCapsule(
        link: 7, start: Vector3(flangeOffset, 0, 0),
        end: Vector3(flangeOffset + handleReach - 0.07, 0, 0), radius: 0.02),
    ] + RobotBodies.blade(of: paperRacket, on: 7)
}
