import Math
import Physics

/// A meeting of the ball with a player.
struct Touch {
  var contact: Contact
  var part: Part

  enum Part {
    case blade(Disc.Part)
    case handle
    case link
  }
}

/// The stretch of a control step in which a contact is looked for: the ball's arc, which starts
/// `elapsed` seconds into the step, up to `limit` on its own clock.
struct Stretch {
  var arc: Arc
  var elapsed: Double
  var limit: Double

  /// When `tick` of the control step is, on the arc's clock.
  func time(of tick: Int) -> Double { Double(tick) * Court.tick - elapsed }
}

extension Body {
  /// A surface nearer than this is looked at closely, metres: above what the straight motion within
  /// a tick leaves out.
  private static let caution = 5e-4

  /// The first contact of the ball with the player's racket or links in the last control step.
  ///
  /// Goes from tick to tick, and over all ticks in which ball and body together cannot cover the
  /// distance between them. In those that remain the body moves evenly.
  mutating func firstTouch(in stretch: Stretch, of side: Side) -> Touch? {
    let arc = stretch.arc
    let way = arc.travel(from: 0, to: stretch.limit) + Body.caution
    if isBeyond(way, of: Court.frame(arc.start.position, of: side)) { return nil }
    var tick = Int(stretch.elapsed / Court.tick)
    while tick < Court.ticksPerStep {
      let start = max(0, stretch.time(of: tick))
      guard start <= stretch.limit else { return nil }
      let stance = stance(at: tick)
      let gap = distance(
        from: stance, to: Court.frame(arc.position(at: start), of: side))
      let next = lastTick(before: gap, in: stretch, after: tick)
      if next == tick {
        let later = self.stance(at: tick + 1)
        if let touch = Touch(
          of: stance.seen(from: side), movingTo: later.seen(from: side), robot: robotModel,
          in: stretch, at: tick)
        {
          return touch
        }
        tick += 1
      } else {
        tick = next
      }
    }
    return nil
  }

  /// The last tick until which `gap` metres between ball and body cannot close.
  private func lastTick(before gap: Double, in stretch: Stretch, after tick: Int) -> Int {
    let ball = stretch.arc.travel(from: 0, to: Court.tick) - Ball.radius
    let ticks = (gap - Ball.radius - Body.caution) / (ball + pace)
    return tick + Int(clamp(ticks, 0...Double(Court.ticksPerStep - tick)))
  }
}

extension Touch {
  /// The first contact within `tick`, in which a body moves evenly from one stance to the next.
  /// - Parameter robot: Whose links the stances have, if any.
  init?(
    of stance: Stance, movingTo later: Stance, robot: RobotModel?, in stretch: Stretch,
    at tick: Int
  ) {
    let start = max(0, stretch.time(of: tick))
    var end = min(stretch.limit, stretch.time(of: tick + 1))
    var first: Touch?
    let blade = stance.blade
    let disc = Racket.disc(blade)
    let motion = Motion(
      about: blade.centre, velocity: (later.blade.centre - blade.centre) / Court.tick,
      angularVelocity: blade.angularVelocity, epoch: stretch.time(of: tick))
    if let contact = firstContact(
      of: stretch.arc, from: start, to: end, with: disc, moving: motion)
    {
      end = contact.time
      first = Touch(contact: contact, part: .blade(disc.part(touchedAlong: contact.normal)))
    }
    if let robot {
      let capsules = robot.capsules
      for index in 0..<stance.linkCount {
        let motion = Motion(
          of: stance.links[index], to: later.links[index], epoch: stretch.time(of: tick))
        let capsule = Capsule(
          from: stance.links[index].start, to: stance.links[index].end,
          radius: capsules[index].radius)
        if let contact = firstContact(
          of: stretch.arc, from: start, to: end, with: capsule, moving: motion)
        {
          end = contact.time
          first = Touch(contact: contact, part: index == robot.handle ? .handle : .link)
        }
      }
    }
    guard let first else { return nil }
    self = first
  }
}

extension Motion {
  /// The even motion that takes a rod to where it is a tick later.
  init(of rod: Segment, to later: Segment, epoch: Double) {
    let middle = 0.5 * (rod.start + rod.end)
    let shift = 0.5 * (later.start + later.end) - middle
    let (before, after) = (rod.end - rod.start, later.end - later.start)
    let turn = before.cross(after) / max(before.lengthSquared, 1e-12)
    self.init(
      about: middle, velocity: shift / Court.tick, angularVelocity: turn / Court.tick,
      epoch: epoch)
  }
}
