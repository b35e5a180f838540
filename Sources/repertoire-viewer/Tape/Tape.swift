#if Viewer

import Arena
import Math

/// An episode to be watched at any of its steps, recorded or still being played.
protocol Tape: AnyObject {
  /// What is played, and by whom.
  var title: String { get }
  var players: [String] { get }
  /// Simulated seconds per step.
  var stepDuration: Double { get }
  /// The last step that is known so far; 0 is the start.
  var lastStep: Int { get }
  /// Whether the episode ends with the last known step.
  var isComplete: Bool { get }
  /// How many steps there will be, where that is known beforehand.
  var expectedSteps: Int? { get }
  /// What happened, in order.
  var marks: [TapeMark] { get }
  /// How the thing to follow moves after each step from 0 on; nil where there is none.
  var track: [Scene.Motion?] { get }
  /// Where the thing to follow is after each step.
  var places: [Vector3?] { get }
  /// Why the recording cannot be replayed any further, if so.
  var fault: String? { get }

  /// Plays on by up to `steps` steps beyond the last known one.
  func extend(by steps: Int)

  /// Draws the world as it is after `step` steps, which must be known.
  func draw(step: Int, into scene: inout Scene)

  /// What policies of skills decided so far, in order.
  var decisions: [Decision] { get }

  /// The bytes of a recording of what was played so far; nil if it was not played here.
  var recording: [UInt8]? { get }
}

/// Something that happened, and after which step.
struct TapeMark {
  let step: Int
  let mark: Scene.Mark
}

extension Tape {
  /// Plays on until `step` is known or the episode is over.
  func reach(_ step: Int) {
    while lastStep < step, !isComplete { extend(by: min(256, step - lastStep)) }
  }

  /// Simulated seconds so far.
  var duration: Double { Double(lastStep) * stepDuration }

  /// No ball is that fast, metres per second; one that seems to be was put back by hand.
  private static var fastest: Double { 45 }

  /// The steps of the longest stretch in which the thing to follow moves and is not put back.
  var longestFlight: Range<Int> {
    var best = 0..<0
    var start = 0
    for step in 0...places.count {
      if step < places.count, moves(at: step) { continue }
      if step - start > best.count { best = start..<step }
      start = step
    }
    return best
  }

  /// Whether the thing to follow came to where it is after `step` by itself.
  func moves(at step: Int) -> Bool {
    guard step > 0, step < places.count, let here = places[step], let before = places[step - 1]
    else { return false }
    let speed = (here - before).length / stepDuration
    return speed > 0.05 && speed < Self.fastest
  }
}

#endif
