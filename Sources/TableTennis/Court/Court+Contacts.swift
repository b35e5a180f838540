import Math
import Physics

/// The blades during a tick: where they start and how they move.
struct RacketSweeps {
  var home: RacketPose?
  var away: RacketPose?

  static let none = RacketSweeps()

  /// These poses with the velocities that carry them to `later` within a tick.
  func moving(to later: RacketSweeps) -> RacketSweeps {
    func moving(_ pose: RacketPose?, _ next: RacketPose?) -> RacketPose? {
      guard var pose, let next else { return nil }
      pose.velocity = (next.centre - pose.centre) / Court.tick
      return pose
    }
    return RacketSweeps(home: moving(home, later.home), away: moving(away, later.away))
  }

  subscript(side: Side) -> RacketPose? { side == .home ? home : away }
}

/// A contact that is about to happen: with what, and how it answers.
struct Meeting {
  var contact: Contact
  var material: SurfaceMaterial
  var kind: ContactEvent.Kind
}

extension Court {
  private static let floor = Plane(normal: .unitZ, offset: -Table.height)

  /// The earliest contact of the ball on its arc, of which `elapsed` seconds of the tick had gone
  /// before it began.
  func firstMeeting(on arc: Arc, _ rackets: RacketSweeps, elapsed: Double) -> Meeting? {
    var first = firstFixedMeeting(on: arc)
    for side in Side.allCases {
      guard let pose = rackets[side] else { continue }
      let motion = Motion(
        about: pose.centre, velocity: pose.velocity, angularVelocity: pose.angularVelocity,
        epoch: -elapsed)
      let disc = Racket.disc(pose)
      guard
        let contact = firstContact(
          of: arc, to: first?.contact.time, with: disc, moving: motion)
      else { continue }
      first = Meeting(
        contact: contact,
        material: material(of: disc, touchedAlong: contact, by: side, ball: arc.start),
        kind: .struck(by: side))
    }
    return first
  }

  /// The earliest contact with what does not move.
  private func firstFixedMeeting(on arc: Arc) -> Meeting? {
    let low = min(arc.start.position.z, arc.end.position.z)
    // An arc between two heights cannot sag below the lower one by more than its own drop.
    guard low < Table.netHeight + 2 * Ball.radius else { return nil }
    var first: Meeting?
    if let contact = firstContact(of: arc, with: Hall.tableBox) {
      first = Meeting(contact: contact, material: hall.tableTop, kind: Court.tableEvent(contact))
    }
    if let contact = firstContact(of: arc, to: first?.contact.time, with: Hall.netBox) {
      first = Meeting(contact: contact, material: .net, kind: .touchedNet)
    }
    if low < -Table.height + 2 * Ball.radius,
      let contact = firstContact(of: arc, to: first?.contact.time, with: Court.floor)
    {
      first = Meeting(contact: contact, material: .floor, kind: .touchedSurroundings)
    }
    return first
  }

  /// Which court was touched, and whether on top, on its upper edge or on the side below.
  private static func tableEvent(_ contact: Contact) -> ContactEvent.Kind {
    let court: Side = contact.point.y < 0 ? .home : .away
    let part: ContactEvent.TablePart =
      contact.normal.z > 0.999 ? .top : contact.normal.z > 0.01 ? .edge : .side
    return .touchedTable(court: court, part)
  }

  private func material(
    of disc: Disc, touchedAlong contact: Contact, by side: Side, ball: Ball
  ) -> SurfaceMaterial {
    let pair = rubbers[side.index]
    switch disc.part(touchedAlong: contact.normal) {
    case .front: return pair.forehand.material(against: ball)
    case .back: return pair.backhand.material(against: ball)
    case .edge: return .racketEdge
    }
  }
}
