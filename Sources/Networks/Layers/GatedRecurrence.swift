/// A gated recurrent unit (Cho et al., 2014) in PyTorch's form, the reset gate after the product:
///
///     r = sigmoid(Wr x + br + Ur h + cr)      z = sigmoid(Wz x + bz + Uz h + cz)
///     n = tanh(Wn x + bn + r (Un h + cn))     h' = (1 - z) n + z h
struct GatedRecurrence: Layer {
  let input: Node
  /// Its first step is the state before the first step; zero if nil.
  let start: Node?
  /// One number per step that the state is multiplied with before the step: 0 forgets.
  let keep: Node?
  let output: Node
  /// [3 units, inputs], the rows for r, z and n.
  let inputWeight: Tensor
  /// [3 units, units]
  let stateWeight: Tensor
  let inputBias: Tensor
  let stateBias: Tensor
  /// r, z and n of every step.
  let gates: Node
  /// U h of every step; for n with its bias added.
  let recurrent: Node
  /// The state each step started from.
  let previous: Node

  private var units: Int { output.channels }

  func forward(_ pass: Pass) {
    run(pass, steps: input.steps, from: start.map { pass.values($0) })
  }

  var memory: Int? { units }

  func stream(_ pass: Pass, memory: UnsafeMutablePointer<Float>, clock: Int) {
    run(pass, steps: 1, from: memory)
    memory.update(from: pass.values(output), count: units)
  }

  private func run(_ pass: Pass, steps: Int, from start: UnsafePointer<Float>?) {
    let rows = pass.rows
    multiply(pass, pass.matrix(input), inputWeight, into: pass.matrix(gates))
    for step in 0..<steps {
      let before = pass.values(previous) + step * rows * units
      let state = step == 0 ? start : UnsafePointer(pass.values(output) + (step - 1) * rows * units)
      copyState(state, to: before, step, pass)
      let product = pass.values(recurrent) + step * rows * 3 * units
      multiply(
        pass, Matrix(before, rows: rows, columns: units), stateWeight,
        into: Matrix(product, rows: rows, columns: 3 * units))
      for row in step * rows..<(step + 1) * rows { advance(pass, row) }
    }
  }

  private func multiply(_ pass: Pass, _ x: Matrix, _ weight: Tensor, into result: Matrix) {
    let w = Matrix(pass.parameters(weight), rows: 3 * units, columns: x.columns)
    if pass.isRepeatable {
      multiplyRepeatably(x, byTransposed: w, into: result, adding: false)
    } else {
      Networks.multiply(x, w.transposed, into: result)
    }
  }

  private func copyState(
    _ state: UnsafePointer<Float>?, to target: UnsafeMutablePointer<Float>, _ step: Int,
    _ pass: Pass
  ) {
    guard let state else {
      target.update(repeating: 0, count: pass.rows * units)
      return
    }
    for row in 0..<pass.rows {
      let kept = keep.map { pass.values($0)[step * pass.rows + row] } ?? 1
      for i in row * units..<(row + 1) * units { target[i] = kept * state[i] }
    }
  }

  /// One row of one step.
  private func advance(_ pass: Pass, _ row: Int) {
    let n = units
    let gate = pass.values(gates) + row * 3 * n
    let product = pass.values(recurrent) + row * 3 * n
    let before = pass.values(previous) + row * n
    let state = pass.values(output) + row * n
    let (b, c) = (pass.parameters(inputBias), pass.parameters(stateBias))
    for i in 0..<2 * n { gate[i] = sigmoid(gate[i] + b[i] + product[i] + c[i]) }
    for i in 0..<n {
      let inner = product[2 * n + i] + c[2 * n + i]
      product[2 * n + i] = inner
      let fresh = tanh(gate[2 * n + i] + b[2 * n + i] + gate[i] * inner)
      gate[2 * n + i] = fresh
      state[i] = fresh + gate[n + i] * (before[i] - fresh)
    }
  }

  func backward(_ pass: Pass) {
    let rows = pass.rows
    let u = Matrix(pass.parameters(stateWeight), rows: 3 * units, columns: units)
    for step in (0..<input.steps).reversed() {
      for row in step * rows..<(step + 1) * rows { retreat(pass, row) }
      let product = Matrix(
        pass.gradients(recurrent) + step * rows * 3 * units, rows: rows, columns: 3 * units)
      let before = Matrix(
        pass.gradients(previous) + step * rows * units, rows: rows, columns: units)
      Networks.multiply(product, u, into: before, adding: true)
      handBack(before, step, pass)
    }
    addParameterGradients(pass)
    if let keep, pass.wants(keep), !pass.isAdding(to: keep) {
      // Whether to forget is not learned.
      pass.gradients(keep).update(repeating: 0, count: rows * keep.width)
    }
    guard pass.wants(input) else { return }
    let w = Matrix(pass.parameters(inputWeight), rows: 3 * units, columns: input.channels)
    Networks.multiply(
      pass.gradientMatrix(gates), w, into: pass.gradientMatrix(input),
      adding: pass.isAdding(to: input))
  }

  /// One row of one step: from the gradient of the state to those of the gates' inputs.
  private func retreat(_ pass: Pass, _ row: Int) {
    let n = units
    let gate = pass.values(gates) + row * 3 * n
    let inner = pass.values(recurrent) + row * 3 * n + 2 * n
    let before = pass.values(previous) + row * n
    let dState = pass.gradients(output) + row * n
    let dGate = pass.gradients(gates) + row * 3 * n
    let dProduct = pass.gradients(recurrent) + row * 3 * n
    let dBefore = pass.gradients(previous) + row * n
    for i in 0..<n {
      let (r, z, fresh) = (gate[i], gate[n + i], gate[2 * n + i])
      let dFresh = dState[i] * (1 - z) * (1 - fresh * fresh)
      let dr = dFresh * inner[i] * (r * (1 - r))
      let dz = dState[i] * (before[i] - fresh) * (z * (1 - z))
      dGate[i] = dr
      dGate[n + i] = dz
      dGate[2 * n + i] = dFresh
      dProduct[i] = dr
      dProduct[n + i] = dz
      dProduct[2 * n + i] = dFresh * r
      dBefore[i] = dState[i] * z
    }
  }

  /// Adds the gradient of the state a step started from to that of the step before.
  private func handBack(_ gradient: Matrix, _ step: Int, _ pass: Pass) {
    let target: UnsafeMutablePointer<Float>
    if step > 0 {
      target = pass.gradients(output) + (step - 1) * pass.rows * units
    } else if let start, pass.wants(start) {
      target = pass.gradients(start)
      if !pass.isAdding(to: start) { target.update(repeating: 0, count: pass.rows * start.width) }
    } else {
      return
    }
    for row in 0..<pass.rows {
      let kept = keep.map { pass.values($0)[step * pass.rows + row] } ?? 1
      for i in row * units..<(row + 1) * units {
        target[i] += kept * gradient.start[i]
      }
    }
  }

  private func addParameterGradients(_ pass: Pass) {
    let (dGates, dProducts) = (pass.gradientMatrix(gates), pass.gradientMatrix(recurrent))
    let dw = Matrix(pass.gradient(inputWeight), rows: 3 * units, columns: input.channels)
    Networks.multiply(dGates.transposed, pass.matrix(input), into: dw, adding: true)
    let du = Matrix(pass.gradient(stateWeight), rows: 3 * units, columns: units)
    Networks.multiply(dProducts.transposed, pass.matrix(previous), into: du, adding: true)
    addColumnSums(of: dGates, to: pass.gradient(inputBias))
    addColumnSums(of: dProducts, to: pass.gradient(stateBias))
  }
}

private func addColumnSums(of matrix: Matrix, to sums: UnsafeMutablePointer<Float>) {
  for row in 0..<matrix.rows {
    let numbers = matrix.start + row * matrix.stride
    for i in 0..<matrix.columns { sums[i] += numbers[i] }
  }
}

extension Graph {
  /// A gated recurrent unit that runs over the steps of `input` and gives its state at every step.
  ///
  /// Tensors, named and laid out as in PyTorch: `name.weight_ih_l0` [3 units, channels],
  /// `name.weight_hh_l0` [3 units, units], both orthogonal for each gate, `name.bias_ih_l0` and
  /// `name.bias_hh_l0` [3 units], zero.
  ///
  /// - Parameters:
  ///   - start: a node with `units` channels, whose first step is the state before the first step;
  ///     zero if nil. A stream uses its own memory instead.
  ///   - keep: a node with one channel that multiplies the state before each step. 0 where an
  ///     episode begins lets sequences hold several.
  public mutating func gatedRecurrence(
    _ input: Node, _ units: Int, start: Node? = nil, keep: Node? = nil, name: String
  ) -> Node {
    precondition(
      start.map { $0.channels == units } ?? true,
      "the start of \(name) needs \(units) channels")
    precondition(
      keep.map { $0.steps == input.steps && $0.channels == 1 } ?? true,
      "what \(name) keeps needs one channel at every step")
    let steps = input.steps
    let layer = GatedRecurrence(
      input: input, start: start, keep: keep, output: node(steps: steps, channels: units),
      inputWeight: gates(name + ".weight_ih_l0", units, input.channels),
      stateWeight: gates(name + ".weight_hh_l0", units, units),
      inputBias: tensor(name + ".bias_ih_l0", [3 * units], .constant(0)),
      stateBias: tensor(name + ".bias_hh_l0", [3 * units], .constant(0)),
      gates: scratch(steps: steps, channels: 3 * units),
      recurrent: scratch(steps: steps, channels: 3 * units),
      previous: scratch(steps: steps, channels: units))
    record(layer, reading: [input] + [start, keep].compactMap { $0 })
    return layer.output
  }

  private mutating func gates(_ name: String, _ units: Int, _ columns: Int) -> Tensor {
    tensor(name, [3 * units, columns], gain: 1, blocks: 3)
  }
}
