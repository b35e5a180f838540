extension Network {
  /// The tensors of a parameter vector by name, ready to be saved.
  public func safetensors(
    _ parameters: [Float], metadata: [String: String] = [:]
  ) -> Safetensors {
    precondition(parameters.count == parameterCount, "wrong number of parameters")
    var file = Safetensors(metadata: metadata)
    for tensor in tensors {
      let values = Array(parameters[tensor.range])
      file.append(.init(name: tensor.name, shape: tensor.shape, values: .single(values)))
    }
    return file
  }

  /// The parameter vector a file holds. The file must have every tensor of the network with its
  /// exact shape; the first that differs is named in the error.
  ///
  /// - Parameter ignoring: names of tensors in the file that are not the network's but may stay.
  public func parameters(
    from file: Safetensors, ignoring: (String) -> Bool = { _ in false }
  ) throws(SafetensorsError) -> [Float] {
    var parameters = [Float](repeating: 0, count: parameterCount)
    for tensor in tensors {
      guard let entry = file[tensor.name] else { throw .missing(tensor: tensor.name) }
      guard entry.shape == tensor.shape else {
        throw .wrongShape(tensor: tensor.name, expected: tensor.shape, found: entry.shape)
      }
      let values = entry.values.singles
      // A finite double may be too large for single precision.
      guard values.allSatisfy(\.isFinite) else { throw .notFinite(tensor: tensor.name) }
      parameters.replaceSubrange(tensor.range, with: values)
    }
    for entry in file.entries where tensor(entry.name) == nil && !ignoring(entry.name) {
      throw .unexpected(tensor: entry.name)
    }
    return parameters
  }
}
