import Arena
import Control
import Math
import Networks

/// A student and its teacher in one seat: one of them acts, and what the teacher would have done is
/// written down.
struct Apprentice: Policy {
  /// What was seen, and what the teacher would have done.
  struct Notes: Sendable {
    /// The student's inputs, not standardised, one row per step.
    var windows: [Float] = []
    /// The teacher's commands, all numbers of the seat's action, one row per step.
    var commands: [Float] = []
    /// Of single observations.
    var moments: RunningMoments
    var count = 0
  }

  private(set) var notes: Notes
  private var student: NeuralPolicy
  private var teacher: any Policy
  private let teacherShare: Double
  private let history: Int
  private var random = Random(seed: 0)
  private var frame: [Float]
  private var window: [Float]
  private var isFresh = true

  /// - Parameter teacherShare: the probability that the teacher acts in a step.
  init(student: NeuralPolicy, teacher: any Policy, teacherShare: Double) {
    self.student = student
    self.teacher = teacher
    self.teacherShare = teacherShare
    history = student.design.architecture.history
    frame = Array(repeating: 0, count: student.design.inputs)
    window = Array(repeating: 0, count: student.design.inputs * history)
    notes = Notes(moments: RunningMoments(fields: student.design.inputs))
  }

  mutating func reset(seed: UInt64) {
    student.reset(seed: seed)
    // As if it had the seat for itself.
    teacher.reset(seed: seed)
    random = Random(seed: Random.seed(seed, 1))
    isFresh = true
  }

  mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    student.act(on: observation, into: &action)
    var own: [Float] = []
    let isTeaching = random.uniform() < teacherShare
    if !isTeaching { for i in 0..<action.count { own.append(action[i]) } }
    teacher.act(on: observation, into: &action)
    student.select(observation, into: &frame)
    remember()
    Apprentice.take(frame, into: &notes.moments)
    for i in 0..<action.count { notes.commands.append(action[i]) }
    if !isTeaching { for i in 0..<action.count { action[i] = own[i] } }
  }

  /// Puts the newest observation at the end of the window; the first fills it.
  private mutating func remember() {
    let width = frame.count
    window.removeFirst(width)
    window += frame
    if isFresh { for i in window.indices { window[i] = frame[i % width] } }
    isFresh = false
    notes.windows += window
    notes.count += 1
  }

  private static func take(_ frame: [Float], into moments: inout RunningMoments) {
    moments.update(frame.span)
  }
}
