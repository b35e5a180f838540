extension Network {
  /// Computes the outputs of a batch into `workspace.outputs`.
  ///
  /// - Parameters:
  ///   - inputs: whole rows of `self.inputs` numbers, at most the workspace's capacity.
  ///   - parameters: `parameterCount` numbers.
  ///   - workspace: one made for this network.
  public func forward(
    _ inputs: Span<Float>, parameters: Span<Float>, in workspace: inout Workspace
  ) {
    let rows = inputs.count / self.inputs
    precondition(rows * self.inputs == inputs.count, "the inputs are not whole rows")
    check(rows, parameters.count, workspace)
    workspace.rows = rows
    let capacity = workspace.capacity
    workspace.values.withUnsafeMutableBufferPointer { values in
      parameters.withUnsafeBufferPointer { parameters in
        let pass = Pass(
          rows: rows, capacity: capacity, values: values.baseAddress.unsafelyUnwrapped,
          parameters: parameters.baseAddress.unsafelyUnwrapped)
        inputs.withUnsafeBufferPointer { rowsToTimeMajor($0, pass.values(input), input, rows) }
        for layer in layers { layer.forward(pass) }
        workspace.outputs.withUnsafeMutableBufferPointer {
          timeMajorToRows(pass.values(output), $0, output, rows)
        }
      }
    }
  }

  /// Carries d(loss)/d(outputs) of the last forward pass back through the network.
  ///
  /// - Parameters:
  ///   - outputGradients: one row of `outputs` numbers per row of the forward pass.
  ///   - parameters: those of the forward pass.
  ///   - gradient: `parameterCount` numbers, to which d(loss)/d(parameters) is added.
  ///   - workspace: the one the forward pass used.
  ///   - wantsInputGradients: whether to leave d(loss)/d(inputs) in `workspace.inputGradients`.
  public func backward(
    _ outputGradients: Span<Float>, parameters: Span<Float>, gradient: inout [Float],
    in workspace: inout Workspace, wantsInputGradients: Bool = false
  ) {
    let rows = workspace.rows
    precondition(outputGradients.count == rows * outputs, "one gradient per output is needed")
    precondition(gradient.count == parameterCount, "the gradient has the wrong length")
    check(rows, parameters.count, workspace)
    workspace.makeRoomForGradients(network: self, wantsInputGradients)
    let capacity = workspace.capacity
    workspace.values.withUnsafeMutableBufferPointer { values in
      workspace.gradients.withUnsafeMutableBufferPointer { gradients in
        parameters.withUnsafeBufferPointer { parameters in
          gradient.withUnsafeMutableBufferPointer { gradient in
            var pass = Pass(
              rows: rows, capacity: capacity, values: values.baseAddress.unsafelyUnwrapped,
              parameters: parameters.baseAddress.unsafelyUnwrapped)
            pass.gradients = gradients.baseAddress
            pass.parameterGradients = gradient.baseAddress
            pass.wantsInputGradient = wantsInputGradients
            pass.lastReaders = lastReaders
            outputGradients.withUnsafeBufferPointer {
              rowsToTimeMajor($0, pass.gradients(output), output, rows)
            }
            for index in layers.indices.reversed() {
              pass.layer = index
              layers[index].backward(pass)
            }
          }
        }
        if wantsInputGradients {
          let start = gradients.baseAddress.unsafelyUnwrapped + capacity * input.offset
          workspace.inputGradients.withUnsafeMutableBufferPointer {
            timeMajorToRows(start, $0, input, rows)
          }
        }
      }
    }
  }

  private func check(_ rows: Int, _ parameters: Int, _ workspace: Workspace) {
    precondition(rows <= workspace.capacity, "the batch has more rows than the workspace")
    precondition(
      workspace.values.count == workspace.capacity * width, "the workspace is another network's")
    precondition(parameters == parameterCount, "the parameter vector has the wrong length")
  }
}

extension Workspace {
  fileprivate mutating func makeRoomForGradients(
    network: Network, _ wantsInputGradients: Bool
  ) {
    if gradients.isEmpty {
      gradients = [Float](repeating: 0, count: values.count)
    }
    if wantsInputGradients && inputGradients.isEmpty {
      inputGradients = [Float](repeating: 0, count: capacity * network.inputs)
    }
  }
}

/// Copies rows of whole sequences to all rows of step 0, all rows of step 1, and so on.
private func rowsToTimeMajor(
  _ source: UnsafeBufferPointer<Float>, _ target: UnsafeMutablePointer<Float>, _ node: Node,
  _ rows: Int
) {
  guard let source = source.baseAddress, rows > 0 else { return }
  if node.steps == 1 || rows == 1 {
    target.update(from: source, count: rows * node.width)
    return
  }
  for step in 0..<node.steps {
    for row in 0..<rows {
      let from = source + row * node.width + step * node.channels
      (target + (step * rows + row) * node.channels).update(from: from, count: node.channels)
    }
  }
}

/// The way back from `rowsToTimeMajor`.
private func timeMajorToRows(
  _ source: UnsafePointer<Float>, _ target: UnsafeMutableBufferPointer<Float>, _ node: Node,
  _ rows: Int
) {
  guard let target = target.baseAddress, rows > 0 else { return }
  if node.steps == 1 || rows == 1 {
    target.update(from: source, count: rows * node.width)
    return
  }
  for step in 0..<node.steps {
    for row in 0..<rows {
      let to = target + row * node.width + step * node.channels
      to.update(from: source + (step * rows + row) * node.channels, count: node.channels)
    }
  }
}
