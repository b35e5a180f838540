import Arena
import Math
import Networks

/// What a network's outputs mean as an action: first one mean per measured number, in -1 ... 1 of
/// the number's range, then one logit per option of every choice.
///
/// Inside learners an action is kept as the head sees it: the measured numbers as drawn, not yet
/// limited to -1 ... 1, and then the chosen options counted from 0.
public struct ActionHead: Sendable, Hashable {
  /// How many measured numbers an action has.
  public let numbers: Int
  /// How many options each choice has.
  public let choices: [Int]
  /// The seat's column, the middle and half the width of the range of every measured number.
  let numberTargets: [Target]
  /// The seat's column and the first option's number of every choice.
  let choiceTargets: [Target]
  /// The width of the seat's action.
  private let commandWidth: Int
  /// How many network outputs the head reads.
  public let outputs: Int

  /// A number of the seat's action, and what to do to get it.
  struct Target: Sendable, Hashable {
    let column: Int
    let base: Float
    let scale: Float
  }

  /// The head for action fields that a policy was made with, in a seat it sits in now.
  ///
  /// Ranges are the policy's own: what it learned to do with a full output, it does everywhere.
  public init(
    of fields: [Field], in available: [Field], seat: String
  ) throws(PolicyError) {
    let selection = try FieldSelection(
      of: fields.map(FieldShape.init), in: available, role: .action, seat: seat)
    var numberTargets: [Target] = []
    var choiceTargets: [Target] = []
    var choices: [Int] = []
    var column = 0
    for field in fields {
      for (range, options) in zip(field.ranges, field.options) {
        let place = selection.columns[column]
        column += 1
        if field.isChoice {
          choices.append(options)
          choiceTargets.append(Target(column: place, base: range.lowerBound, scale: 1))
        } else {
          let half = 0.5 * (range.upperBound - range.lowerBound)
          let base = range.lowerBound + half
          numberTargets.append(Target(column: place, base: base, scale: half))
        }
      }
    }
    numbers = numberTargets.count
    outputs = numbers + choices.reduce(0, +)
    self.choices = choices
    self.numberTargets = numberTargets
    self.choiceTargets = choiceTargets
    commandWidth = available.width
  }

  /// How many numbers an action has inside a learner.
  public var width: Int { numbers + choices.count }

  /// Draws an action: normal numbers about the means, and options by their probabilities.
  ///
  /// - Returns: the logarithm of the action's probability density.
  public func sample(
    _ outputs: Span<Float>, logDeviations: Span<Float>, random: inout Random,
    into action: inout MutableSpan<Float>
  ) -> Float {
    var sum: Float = 0
    if numbers > 0 {
      let means = outputs.extracting(0..<numbers)
      DiagonalGaussian.sample(
        means: means, logDeviations: logDeviations, random: &random, into: &action)
      sum = DiagonalGaussian.logProbability(
        of: action.span.extracting(0..<numbers), means: means, logDeviations: logDeviations)
    }
    var start = numbers
    for index in choices.indices {
      let logits = outputs.extracting(start..<start + choices[index])
      let choice = Categorical.sample(logits: logits, random: &random)
      action[numbers + index] = Float(choice.option)
      sum += choice.logProbability
      start += choices[index]
    }
    return sum
  }

  /// The most probable action.
  public func mode(_ outputs: Span<Float>, into action: inout MutableSpan<Float>) {
    for i in 0..<numbers { action[i] = outputs[i] }
    var start = numbers
    for index in choices.indices {
      let logits = outputs.extracting(start..<start + choices[index])
      action[numbers + index] = Float(Categorical.mode(logits: logits))
      start += choices[index]
    }
  }

  /// Writes an action as the seat wants it: numbers limited to -1 ... 1 and stretched over their
  /// ranges, options by their numbers, and 0 in all fields the policy does not know.
  public func write(_ action: Span<Float>, into command: inout MutableSpan<Float>) {
    precondition(command.count == commandWidth, "the action has the wrong width for its seat")
    for i in 0..<command.count { command[i] = 0 }
    for i in 0..<numbers {
      let target = numberTargets[i]
      command[target.column] = target.base + target.scale * clamp(action[i], -1...1)
    }
    for i in 0..<choices.count {
      let target = choiceTargets[i]
      command[target.column] = target.base + action[numbers + i]
    }
  }

  /// The way back from `write`: the action that gives a command, as near as there is one.
  public func read(_ command: Span<Float>, into action: inout MutableSpan<Float>) {
    precondition(command.count == commandWidth, "the action has the wrong width for its seat")
    for i in 0..<numbers {
      let target = numberTargets[i]
      let part = (command[target.column] - target.base) / max(target.scale, .leastNormalMagnitude)
      action[i] = part.isNaN ? 0 : clamp(part, -1...1)
    }
    for i in 0..<choices.count {
      let target = choiceTargets[i]
      let option = (command[target.column] - target.base).rounded()
      action[numbers + i] = option.isNaN ? 0 : clamp(option, 0...Float(choices[i] - 1))
    }
  }
}
