import Math
import Physics

/// A contact that is about to happen: with what, and how it answers.
struct Meeting {
  var contact: Contact
  var material: SurfaceMaterial
  var kind: ContactEvent.Kind
}

extension Court {
  private static let floor = Plane(normal: .unitZ, offset: -Table.height)

  /// The earliest contact of the ball on its arc, which begins `elapsed` seconds into the step.
  mutating func firstMeeting(on arc: Arc, elapsed: Double) -> Meeting? {
    var first = firstFixedMeeting(on: arc)
    for index in bodies.indices {
      let side: Side = index == 0 ? .home : .away
      let stretch = Stretch(
        arc: arc, elapsed: elapsed, limit: first?.contact.time ?? arc.duration)
      guard let touch = bodies[index].firstTouch(in: stretch, of: side) else { continue }
      first = meeting(touch, of: side, with: arc.start)
    }
    return first
  }

  /// The earliest contact with what does not move.
  private func firstFixedMeeting(on arc: Arc) -> Meeting? {
    let low = arc.leastHeight - Ball.radius - Contact.tolerance
    guard low <= Table.netHeight else { return nil }
    var first: Meeting?
    if low <= 0, let contact = firstContact(of: arc, with: Hall.tableBox) {
      first = Meeting(contact: contact, material: hall.tableTop, kind: Court.tableEvent(contact))
    }
    if let contact = firstContact(of: arc, to: first?.contact.time, with: Hall.netBox) {
      first = Meeting(
        contact: contact, material: Hall.netMaterial(at: contact.point), kind: .touchedNet)
    }
    if low <= -Table.height,
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

  /// What a touch of a player's racket, its handle or the player means.
  private func meeting(_ touch: Touch, of side: Side, with ball: Ball) -> Meeting {
    let contact = touch.contact
    switch touch.part {
    case .blade(.front):
      return Meeting(
        contact: contact, material: rubbers[side.index].forehand.material(against: ball),
        kind: .struck(by: side))
    case .blade(.back):
      return Meeting(
        contact: contact, material: rubbers[side.index].backhand.material(against: ball),
        kind: .struck(by: side))
    case .blade(.edge), .handle:
      return Meeting(contact: contact, material: .racketEdge, kind: .struck(by: side))
    case .link:
      return Meeting(contact: contact, material: .robotBody, kind: .touchedBody(of: side))
    }
  }
}
