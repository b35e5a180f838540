import Arena
import Networks

extension NeuralPolicy {
  /// The tensors of a policy's weights file: the network's by their names, and the moments of the
  /// observations as "observation.count" [1], "observation.means" and "observation.squares" [n].
  public func safetensors() -> Safetensors {
    var file = design.network.safetensors(parameters)
    file.append(moments, as: "observation")
    return file
  }

  /// What a policy folder holds: its manifest and the bytes of `weights.safetensors`.
  public func encode(
    summary: String, training: PolicyManifest.Training
  ) -> (manifest: PolicyManifest, weights: [UInt8]) {
    let manifest = PolicyManifest(summary: summary, design: design, training: training)
    return (manifest, safetensors().bytes)
  }

  /// Reads a policy folder's content and takes a seat.
  ///
  /// The weights may hold tensors whose names start with "value." or "policy.logDeviation", which
  /// learners use; any other that does not belong is an error, as is one that is missing or has
  /// another shape. The error names it.
  public init(
    _ manifest: PolicyManifest, weights: [UInt8], in seat: Seat
  ) throws(PolicyError) {
    let design = try manifest.design()
    let file: Safetensors
    let parameters: [Float]
    do {
      file = try Safetensors(bytes: weights)
      parameters = try design.network.parameters(from: file) {
        $0.hasPrefix("value.") || $0 == "policy.logDeviation" || $0.hasPrefix("observation.")
      }
    } catch {
      throw .weights("\(error)")
    }
    let moments = try file.moments("observation", fields: design.inputs)
    try self.init(design, parameters: parameters, moments: moments, in: seat)
  }
}

extension Safetensors {
  /// Adds moments as three double-precision tensors: `name.count`, `name.means`, `name.squares`.
  public mutating func append(_ moments: RunningMoments, as name: String) {
    let fields = [moments.fields]
    append(Entry(name: name + ".count", shape: [1], values: .double([moments.count])))
    append(Entry(name: name + ".means", shape: fields, values: .double(moments.means)))
    append(Entry(name: name + ".squares", shape: fields, values: .double(moments.squares)))
  }

  /// The moments that `append` wrote.
  public func moments(_ name: String, fields: Int) throws(PolicyError) -> RunningMoments {
    let count = try doubles(name + ".count", shape: [1])
    let means = try doubles(name + ".means", shape: [fields])
    let squares = try doubles(name + ".squares", shape: [fields])
    guard count[0] >= 0, squares.allSatisfy({ $0 >= 0 }) else {
      throw .weights("tensor '\(name).squares' holds a number below zero")
    }
    return RunningMoments(count: count[0], means: means, squares: squares)
  }

  /// The numbers of a tensor that must have a certain shape.
  public func doubles(_ name: String, shape: [Int]) throws(PolicyError) -> [Double] {
    guard let entry = self[name] else { throw .weights("tensor '\(name)' is missing") }
    guard entry.shape == shape else {
      throw .weights("tensor '\(name)' has shape \(entry.shape); \(shape) is needed")
    }
    return entry.values.doubles
  }
}
