import Networks

// A span of one property keeps the whole value from being changed meanwhile; arrays that are
// handed to these functions do not.

/// A forward pass over some rows of `inputs`.
func forward(
  _ network: Network, _ inputs: [Float], rows: Range<Int>, _ parameters: [Float],
  _ workspace: inout Workspace
) {
  let width = network.inputs
  network.forward(
    inputs.span.extracting(rows.lowerBound * width..<rows.upperBound * width),
    parameters: parameters.span, in: &workspace)
}

/// A backward pass after `forward`; the gradient starts at zero.
func backward(
  _ network: Network, _ outputGradients: [Float], rows: Int, _ parameters: [Float],
  _ gradient: inout [Float], _ workspace: inout Workspace, wantsInputGradients: Bool
) {
  clear(&gradient)
  network.backward(
    outputGradients.span.extracting(0..<rows * network.outputs), parameters: parameters.span,
    gradient: &gradient, in: &workspace, wantsInputGradients: wantsInputGradients)
}

func clear(_ numbers: inout [Float]) {
  var span = numbers.mutableSpan
  for i in 0..<span.count { span[i] = 0 }
}
