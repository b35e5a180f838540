extension Network {
  /// Sets the gradients of all tensors but the chosen ones to zero, so that an optimiser without
  /// weight decay leaves them alone: to train an adapter and keep what it adapts.
  public func freeze(_ gradient: inout [Float], except isTrained: (Tensor) -> Bool) {
    precondition(gradient.count == parameterCount, "the gradient has the wrong length")
    for tensor in tensors where !isTrained(tensor) {
      for i in tensor.range { gradient[i] = 0 }
    }
  }
}
