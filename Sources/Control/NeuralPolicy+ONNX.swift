import Arena
import Networks

extension NeuralPolicy {
  /// The whole policy as the bytes of an ONNX model, for programs that know nothing of this one.
  ///
  /// Its input is "observation" [batch, history, numbers], the last observations as the seat shows
  /// them, oldest first; its output "action" [batch, numbers], as the seat wants it: in the units
  /// of the fields, which are named in order in the model's notes.
  ///
  /// A recurrent policy has the input "state" [batch, 1, units] besides, zero where an episode
  /// begins, and the output "next-state", which is to be handed to the next step.
  public func onnx(producer: String) throws(PolicyError) -> [UInt8] {
    let (history, width) = (design.architecture.history, design.inputs)
    var graph = ONNXGraph(name: "policy", input: "observation", shape: [history, width])
    let seen = standardized("observation", in: &graph)
    let network = design.network
    let input = graph.append(
      "Reshape", [seen, graph.constant([0, network.input.steps, network.input.channels])])
    guard let output = network.append(to: &graph, input: input, parameters: parameters) else {
      throw .unusable(
        key: "network.kind", reason: "\(design.architecture.kind.rawValue) cannot be exported")
    }
    let rows = graph.append("Reshape", [output, graph.constant([0, network.outputs])])
    let action = try command(from: rows, in: &graph)
    return graph.model(
      output: action, shape: [design.action.width], producer: producer,
      notes: [
        ("observation", design.observation.map(\.name).joined(separator: " ")),
        ("action", design.action.map(\.name).joined(separator: " ")),
      ])
  }

  /// As `RunningMoments.standardize`.
  private func standardized(_ value: String, in graph: inout ONNXGraph) -> String {
    let (shifts, scales) = moments.standardization
    let shift = graph.constant(shifts, shape: [shifts.count])
    let scale = graph.constant(scales, shape: [scales.count])
    let shifted = graph.append("Sub", [value, shift])
    let scaled = graph.append("Mul", [shifted, scale])
    return limited(scaled, to: 10, in: &graph)
  }

  private func limited(_ value: String, to limit: Float, in graph: inout ONNXGraph) -> String {
    let ends = [graph.constant([-limit], shape: []), graph.constant([limit], shape: [])]
    return graph.append("Clip", [value] + ends)
  }

  /// As `ActionHead.mode` and `ActionHead.write`.
  private func command(
    from outputs: String, in graph: inout ONNXGraph
  ) throws(PolicyError) -> String {
    let head = try ActionHead(of: design.action, in: design.action, seat: "policy")
    var parts: [String] = []
    var columns: [Int] = []
    if head.numbers > 0 {
      let targets = head.numberTargets
      let means = graph.slice(outputs, 0..<head.numbers, axis: 1)
      let scale = graph.constant(targets.map(\.scale), shape: [targets.count])
      let base = graph.constant(targets.map(\.base), shape: [targets.count])
      let scaled = graph.append("Mul", [limited(means, to: 1, in: &graph), scale])
      parts.append(graph.append("Add", [scaled, base]))
      columns += targets.map(\.column)
    }
    var start = head.numbers
    for (options, target) in zip(head.choices, head.choiceTargets) {
      let logits = graph.slice(outputs, start..<start + options, axis: 1)
      let option = graph.append(
        "ArgMax", [logits], [("axis", .whole(1)), ("keepdims", .whole(1))])
      let number = graph.append("Cast", [option], [("to", .whole(1))])
      parts.append(graph.append("Add", [number, graph.constant([target.base], shape: [1])]))
      columns.append(target.column)
      start += options
    }
    let joined = graph.append("Concat", parts, [("axis", .whole(1))])
    // For every column of the action, where it lies among the parts.
    let places = columns.indices.sorted { columns[$0] < columns[$1] }
    return graph.append(
      "Gather", [joined, graph.constant(places)], [("axis", .whole(1))], named: "action")
  }
}
