/// A number that moves evenly from one value to another and then stays.
public struct LinearSchedule: Sendable, Hashable, Codable {
  public let start: Float
  public let end: Float
  /// The number of steps the way takes; at least 1.
  public let steps: Int

  public init(from start: Float, to end: Float, steps: Int) {
    precondition(steps > 0, "a schedule needs at least one step")
    self.start = start
    self.end = end
    self.steps = steps
  }

  /// The value at a step, `start` at step 0 and `end` from step `steps` on.
  public func callAsFunction(_ step: Int) -> Float {
    let share = Double(min(max(step, 0), steps)) / Double(steps)
    return Float(Double(start) + share * (Double(end) - Double(start)))
  }
}
