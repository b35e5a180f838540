import Control
import Networks

// What the checkpoints of several learners hold.

extension Safetensors {
  /// Adds an optimiser's state as tensors named "optimizer...".
  mutating func append(_ optimizer: Adam) {
    let count = [optimizer.means.count]
    append(.init(name: "optimizer.means", shape: count, values: .single(optimizer.means)))
    append(.init(name: "optimizer.squares", shape: count, values: .single(optimizer.squares)))
    append(
      .init(name: "optimizer.steps", shape: [1], values: .double([Double(optimizer.steps)])))
  }

  /// The whole number of at least 0 that a tensor of one element holds.
  func count(_ name: String) throws(PolicyError) -> Int {
    let number = try doubles(name, shape: [1])[0]
    guard number >= 0, number < 1e15 else { throw .weights("tensor '\(name)' holds no count") }
    return Int(number)
  }
}

extension Adam {
  /// Takes up the state that `append` saved.
  mutating func restore(from checkpoint: Safetensors) throws(PolicyError) {
    let count = [means.count]
    means = try checkpoint.doubles("optimizer.means", shape: count).map(Float.init)
    squares = try checkpoint.doubles("optimizer.squares", shape: count).map(Float.init)
    steps = try checkpoint.count("optimizer.steps")
  }
}
