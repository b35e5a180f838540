#if Viewer

import Arena
import Math
import Rendering

/// Where the thing to follow has been in the last moments, coloured by its speed, and how it spins.
enum Trail {
  /// Metres per second that count as fast, for things that fly and for things that walk.
  static func fastest(_ tape: any Tape) -> Double { isBall(tape) ? 16 : 8 }

  static func isBall(_ tape: any Tape) -> Bool { tape.track.first??.name == "ball" }

  /// Adds the way to the present place.
  ///
  /// - Parameter now: the present step; between two steps, with a fraction.
  static func add(
    _ tape: any Tape, until now: Double, length: Double, at place: Vector3?, to lines: inout Lines
  ) {
    let last = min(Int(now), tape.places.count - 1)
    let first = max(1, last - Int(length / tape.stepDuration))
    guard last >= first else { return }
    let fastest = fastest(tape)
    func part(_ from: Vector3, _ to: Vector3, _ step: Int, _ speed: Double) {
      let age = (now - Double(step)) * tape.stepDuration / length
      let alpha = UInt8(min(max(255 * (1 - age), 0), 235))
      let colour = Theme.speed(speed / fastest, alpha: alpha)
      lines.add(from, to, colour, colour, width: 4)
    }
    for step in first...last where tape.moves(at: step) {
      guard let a = tape.places[step - 1], let b = tape.places[step] else { continue }
      part(a, b, step, tape.track[step]?.velocity.length ?? 0)
    }
    if let a = tape.places[last], let place, (place - a).length < 1 {
      part(a, place, last, tape.track[last]?.velocity.length ?? 0)
    }
  }

  /// Adds the axis a ball spins about and an arrow round it.
  ///
  /// - Parameter size: the radius with which the ball is drawn, metres.
  static func addSpin(
    _ motion: Scene.Motion, at place: Vector3, size: Double, to lines: inout Lines
  ) {
    let rate = motion.spin.length
    guard rate > 3 else { return }
    let axis = motion.spin.normalized()
    let length = size * (3 + 0.02 * min(rate, 400))
    let pale = Scene.Colour(255, 255, 255, alpha: 225)
    // The ball itself stays free.
    for end in [-1.0, 1] {
      lines.add(
        place + 1.05 * end * size * axis, place + end * length * axis, pale, pale, width: 2)
    }
    let side = axis.cross(abs(axis.z) < 0.9 ? .unitZ : .unitX).normalized()
    let ahead = axis.cross(side)
    let radius = 2.4 * size
    func point(_ angle: Double, _ radius: Double) -> Vector3 {
      let (sine, cosine) = sincos(angle)
      return place + radius * (cosine * side + sine * ahead)
    }
    // Faster spin goes further round.
    let turn = 0.6 + 4.6 * min(1, rate / 300)
    let parts = 20
    for index in 0..<parts {
      let (a, b) = (
        turn * Double(index) / Double(parts), turn * Double(index + 1) / Double(parts)
      )
      lines.add(point(a, radius), point(b, radius), pale, pale, width: 2)
    }
    for barb in [0.8 * radius, 1.2 * radius] {
      lines.add(point(turn - 0.35, barb), point(turn, radius), pale, pale, width: 2)
    }
  }
}

#endif
