import Networks

extension CausalForecaster {
  /// The forecaster's numbers: the network's tensors, the standard and the style codes.
  public var safetensors: Safetensors {
    var file = mechanism.network.safetensors(parameters)
    let extras: [(String, [Float])] = [
      ("standard.means", standard.means), ("standard.scales", standard.scales),
      ("standard.path", [standard.pathScale]), ("code", [code]),
    ]
    for (name, values) in extras {
      file.append(.init(name: name, shape: [values.count], values: .single(values)))
    }
    if !codes.isEmpty {
      file.append(.init(name: "codes", shape: [codes.count], values: .single(codes)))
    }
    return file
  }

  /// Restores a forecaster of the given design.
  public init(_ design: CausalDesign, from file: Safetensors) throws(SafetensorsError) {
    let mechanism = CausalNetwork(design)
    let extras = ["standard.means", "standard.scales", "standard.path", "code", "codes"]
    let parameters = try mechanism.network.parameters(from: file) { extras.contains($0) }
    func numbers(_ name: String, _ count: Int) throws(SafetensorsError) -> [Float] {
      guard let entry = file[name] else { throw .missing(tensor: name) }
      guard entry.shape == [count] else {
        throw .wrongShape(tensor: name, expected: [count], found: entry.shape)
      }
      guard entry.values.singles.allSatisfy(\.isFinite) else { throw .notFinite(tensor: name) }
      return entry.values.singles
    }
    let standard = Standard(
      means: try numbers("standard.means", design.features),
      scales: try numbers("standard.scales", design.features),
      pathScale: try numbers("standard.path", 1)[0])
    self.init(
      mechanism, parameters: parameters, standard: standard,
      codes: file["codes"]?.values.singles ?? [])
    code = try numbers("code", 1)[0]
  }
}
