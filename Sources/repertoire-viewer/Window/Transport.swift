#if Viewer

import Arena

/// Where on its tape a show is, and how fast it goes.
struct Transport {
  /// Steps since the start, with a fraction between two steps.
  private(set) var position = 0.0
  var isPaused = false
  /// Simulated seconds per second, a power of two.
  private(set) var speed = 1.0

  static let speeds = 1.0 / 16...16

  mutating func goFaster() { speed = min(Self.speeds.upperBound, 2 * speed) }
  mutating func goSlower() { speed = max(Self.speeds.lowerBound, 0.5 * speed) }
  mutating func goInRealTime() { speed = 1 }

  /// Time passes: `seconds` on the clock of whoever watches.
  mutating func advance(by seconds: Double, on tape: any Tape) {
    guard !isPaused else { return }
    let goal = position + seconds * speed / tape.stepDuration
    tape.reach(Int(goal) + 1)
    position = min(goal, Double(tape.lastStep))
    if tape.isComplete, position >= Double(tape.lastStep) { isPaused = true }
  }

  /// Goes to a step and stays there.
  mutating func seek(to step: Double, on tape: any Tape) {
    let goal = max(0, step)
    tape.reach(Int(goal) + 1)
    position = min(goal, Double(tape.lastStep))
  }

  /// To the next whole step, or the one before.
  mutating func step(by steps: Int, on tape: any Tape) {
    isPaused = true
    let whole = steps > 0 ? position.rounded(.down) : position.rounded(.up)
    seek(to: whole + Double(steps), on: tape)
  }

  /// To the next mark, or the one before; marks at one step count as one.
  mutating func seekMark(_ direction: Int, on tape: any Tape) {
    let here = position
    if direction > 0 {
      // Looks ahead for ten seconds where the tape is not known that far.
      tape.reach(Int(here) + Int(10 / tape.stepDuration))
      guard let next = tape.marks.first(where: { Double($0.step) > here + 0.5 }) else { return }
      seek(to: Double(next.step), on: tape)
    } else if let last = tape.marks.last(where: { Double($0.step) < here - 0.5 }) {
      seek(to: Double(last.step), on: tape)
    }
  }

  mutating func restart() {
    position = 0
    isPaused = false
  }

  /// `1/4x`, `2x`.
  var speedText: String {
    speed >= 1 ? "\(Int(speed))x" : "1/\(Int((1 / speed).rounded()))x"
  }
}

#endif
