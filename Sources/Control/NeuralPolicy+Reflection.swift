import Arena
import Networks

extension NeuralPolicy {
  /// The same skill on the other side of a mirror: to a mirrored observation it gives the mirrored
  /// action of this policy.
  ///
  /// The mirror is folded into the numbers: a changed sign of an input changes the sign of its
  /// column in the first layer, a shift moves the input's mean, and a changed sign of an output that
  /// of its row in the last layer. Throws `PolicyError` for networks other than perceptrons, and for
  /// actions that are shifted or chosen.
  public func reflected(by reflection: Reflection, in seat: Seat) throws(PolicyError)
    -> NeuralPolicy
  {
    guard design.architecture.kind == .perceptron else {
      throw .unusable(key: "network.kind", reason: "only perceptrons can be mirrored")
    }
    var inputs: [(sign: Float, shift: Float)] = []
    for field in design.observation {
      inputs += try Self.rule(field.name, field.count, in: reflection.observation)
    }
    var outputs: [(sign: Float, shift: Float)] = []
    for field in design.action where !field.isChoice {
      outputs += try Self.rule(field.name, field.count, in: reflection.action)
    }
    guard outputs.allSatisfy({ $0.shift == 0 }),
      design.action.allSatisfy({ !$0.isChoice }), Self.isEven(design.action, outputs)
    else {
      throw .unusable(key: "action", reason: "its ranges have no mirror image")
    }
    var parameters = parameters
    let network = design.network
    let last = "policy.output"
    let first = design.architecture.hidden.isEmpty ? last : "policy.0"
    guard let columns = network.tensor("\(first).weight"),
      let rows = network.tensor("\(last).weight"), let biases = network.tensor("\(last).bias")
    else { throw .unusable(key: "network", reason: "its layers are not known by name") }
    let width = columns.shape[1]
    for place in columns.range {
      // Observations of a history lie side by side.
      let column = (place - columns.range.lowerBound) % width % inputs.count
      parameters[place] *= inputs[column].sign
    }
    for place in rows.range {
      parameters[place] *= outputs[(place - rows.range.lowerBound) / rows.shape[1]].sign
    }
    for (index, place) in biases.range.enumerated() { parameters[place] *= outputs[index].sign }
    var means = moments.means
    for index in means.indices {
      means[index] = Double(inputs[index].sign) * means[index] + Double(inputs[index].shift)
    }
    return try NeuralPolicy(
      design, parameters: parameters,
      moments: RunningMoments(count: moments.count, means: means, squares: moments.squares),
      in: seat)
  }

  private static func rule(
    _ field: String, _ count: Int, in rules: [Reflection.Rule]
  ) throws(PolicyError) -> [(sign: Float, shift: Float)] {
    guard let rule = rules.first(where: { $0.field == field }) else {
      return Array(repeating: (1, 0), count: count)
    }
    guard rule.signs.count == count else {
      throw .unusable(key: field, reason: "the mirror knows \(rule.signs.count) numbers of it")
    }
    return Array(zip(rule.signs, rule.shifts)).map { (sign: $0.0, shift: $0.1) }
  }

  /// Whether numbers whose sign changes reach as far to either side.
  private static func isEven(
    _ fields: [Field], _ outputs: [(sign: Float, shift: Float)]
  ) -> Bool {
    zip(fields.ranges, outputs).allSatisfy { range, output in
      output.sign > 0 || range.lowerBound == -range.upperBound
    }
  }
}
