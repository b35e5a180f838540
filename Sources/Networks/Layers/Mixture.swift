/// A weighted sum of experts: y = sum_k w[k] e_k, for every row and step.
struct Mixture: Layer {
  let experts: [Node]
  /// One channel for each expert.
  let weights: Node
  let output: Node

  func forward(_ pass: Pass) {
    let n = output.channels
    let w = pass.values(weights)
    for (index, expert) in experts.enumerated() {
      for row in 0..<pass.rows(of: output) {
        let weight = w[row * experts.count + index]
        let (e, y) = (pass.values(expert) + row * n, pass.values(output) + row * n)
        if index == 0 {
          for i in 0..<n { y[i] = weight * e[i] }
        } else {
          for i in 0..<n { y[i] += weight * e[i] }
        }
      }
    }
  }

  func backward(_ pass: Pass) {
    let n = output.channels
    let (w, dw) = (pass.values(weights), pass.gradients(weights))
    let addsToWeights = pass.isAdding(to: weights)
    for (index, expert) in experts.enumerated() {
      let isAdding = pass.isAdding(to: expert)
      for row in 0..<pass.rows(of: output) {
        let place = row * experts.count + index
        let (e, dy) = (pass.values(expert) + row * n, pass.gradients(output) + row * n)
        let part = sum(n) { e[$0] * dy[$0] }
        dw[place] = addsToWeights ? dw[place] + part : part
        let de = pass.gradients(expert) + row * n
        let weight = w[place]
        if isAdding {
          for i in 0..<n { de[i] += weight * dy[i] }
        } else {
          for i in 0..<n { de[i] = weight * dy[i] }
        }
      }
    }
  }
}

extension Graph {
  /// The sum of `experts`, different nodes of equal shape, weighted by the channels of `weights`.
  public mutating func mixture(of experts: [Node], weights: Node) -> Node {
    let channels = experts.first?.channels ?? 0
    precondition(
      weights.channels == experts.count && Set(experts).count == experts.count
        && experts.allSatisfy { $0.channels == channels && $0.steps == weights.steps }
        && !(experts + [weights]).contains(input),
      "a mixture needs one weight for each of its experts, which are layers of equal shape")
    let layer = Mixture(
      experts: experts, weights: weights, output: node(steps: weights.steps, channels: channels))
    record(layer, reading: experts + [weights])
    return layer.output
  }

  /// Experts of one hidden layer each, of which a gate weighs the `top` most promising for every
  /// input (Shazeer et al., 2017, without noise). All are computed; for our sizes that is quicker
  /// than sorting rows by expert.
  ///
  /// Tensors: `name.gate`, `name.0.hidden`, `name.0.output`, `name.1.hidden`, ... as for `linear`.
  public mutating func mixtureOfExperts(
    _ input: Node, _ count: Int, experts: Int, hidden: Int, top: Int? = nil,
    activation: Activation = .tanh, name: String
  ) -> Node {
    let gate = softmax(linear(input, experts, gain: 0.1, name: name + ".gate"), top: top)
    let nodes = (0..<experts).map { index in
      let inner = linear(input, hidden, activation: activation, name: "\(name).\(index).hidden")
      return linear(inner, count, name: "\(name).\(index).output")
    }
    return mixture(of: nodes, weights: gate)
  }
}
