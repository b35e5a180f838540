import Foundation
import Networks

/// The numbers that PyTorch computed; `Tests/Goldens/gradients/generate.py` says how.
struct Reference: Decodable {
  struct NetworkCase: Decodable {
    let inputs: [Float]
    let outputs: [Float]
    let outputGradients: [Float]
    let inputGradients: [Float]
    let parameters: [String: [Float]]
    let gradients: [String: [Float]]
  }

  struct OptimiserCase: Decodable {
    let inputs: [Float]
    let targets: [Float]
    let losses: [Float]
    let parameters: [String: [Float]]
    let final: [String: [Float]]
  }

  struct Gaussian: Decodable {
    let means: [Float]
    let logDeviations: [Float]
    let action: [Float]
    let logProbability: [Float]
    let entropy: [Float]
    let meanGradients: [Float]
    let logDeviationGradients: [Float]
  }

  struct Categorical: Decodable {
    let logits: [Float]
    let logProbability: [Float]
    let entropy: [Float]
    let logitGradients: [Float]
  }

  struct LossCase: Decodable {
    let predictions: [Float]
    let targets: [Float]
    let loss: [Float]
    let gradients: [Float]
  }

  let networks: [String: NetworkCase]
  let optimisers: [String: OptimiserCase]
  let gaussian: Gaussian
  let categorical: Categorical
  let losses: [String: LossCase]

  static func load() throws -> Reference {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Goldens/gradients/pytorch.json")
    return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
  }
}

extension Network {
  /// The flat vector made of named tensors.
  func vector(_ tensors: [String: [Float]]) -> [Float] {
    self.tensors.flatMap { tensors[$0.name] ?? [] }
  }
}

/// The largest distance between numbers of equal place, or infinity if the counts differ.
func distance(_ a: some Collection<Float>, _ b: some Collection<Float>) -> Float {
  guard a.count == b.count else { return .infinity }
  return zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) }
}
