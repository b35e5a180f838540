import Arena

/// The phases of arXiv 2111.14820 in their order, with the lengths and rates of its code.
public struct PaperTraining: Configuration, Hashable {
  /// P3, P4, P5 and P6, in passes over the training scenes.
  public var epochs = [100, 50, 20, 300]
  /// Scenes of each domain in a step.
  public var batch = 64
  /// Scenes of each domain used in an epoch.
  public var scenes = 9000
  /// The weight of the invariance loss in P3: 1 for "Invariant", 0 for the others.
  public var invarianceWeight: Float = 0

  public init() {}

  /// Optimiser steps of each phase.
  var steps: [Int] { epochs.map { $0 * (scenes / batch + (scenes % batch == 0 ? 0 : 1)) } }

  /// Throws `SetupError` for what cannot be trained with.
  public func validate() throws {
    guard epochs.count == 4, epochs.allSatisfy({ (0...100_000).contains($0) }) else {
      throw SetupError("epochs", "there are \(epochs.count) numbers; expected 4 of at least 0")
    }
    guard (2...1024).contains(batch), scenes >= batch else {
      throw SetupError("batch", "\(batch) is not in 2 ... 1024 or more than the scenes")
    }
  }
}
