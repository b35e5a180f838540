import Arena
import COpenBLAS
import Catalog
import Control
import Math
import Networks
import PlanarWorlds
import Training

extension Benchmarks {
  /// What learning costs.
  static var learning: [Benchmark] {
    [
      forwardAndBackward, products, updates, decision,
      cartPole("planar/cart-pole/ppo") { $0.sharesTower = true },
      cartPole("planar/cart-pole/ppo+critic") { _ in },
    ]
  }

  private static let rows = 4096
  private static let widths = [64, 256, 256, 8]

  /// Multiplications of the three products of every layer, without the gradient of the inputs, and
  /// as many additions.
  private static var operations: Double {
    let products = zip(widths, widths.dropFirst()).map { Double(rows * $0 * $1) }
    return 2 * (3 * products.reduce(0, +) - products[0])
  }

  private static func network() -> (Network, parameters: [Float], random: Random) {
    let network = Network.mlp(
      inputs: widths[0], hidden: [widths[1], widths[2]], outputs: widths[3])
    var random = Random(seed: 1)
    let parameters = network.initialParameters(random: &random)
    return (network, parameters, random)
  }

  /// A network of three layers over a batch of 4,096, in blocks that fit the cache.
  private static var forwardAndBackward: Benchmark {
    Benchmark(name: "network/forward-backward", unit: "GFLOP/s") {
      let (network, parameters, start) = network()
      var random = start
      let block = 256
      let inputs = (0..<rows * widths[0]).map { _ in Float(random.normal()) }
      let outputs = (0..<rows * widths[3]).map { _ in Float(random.normal()) }
      var gradient = [Float](repeating: 0, count: parameters.count)
      var workspace = Workspace(for: network, rows: block)
      return {
        for first in stride(from: 0, to: rows, by: block) {
          let (x, g) = (inputs.span, outputs.span)
          network.forward(
            x.extracting(first * widths[0]..<(first + block) * widths[0]),
            parameters: parameters.span, in: &workspace)
          network.backward(
            g.extracting(first * widths[3]..<(first + block) * widths[3]),
            parameters: parameters.span, gradient: &gradient, in: &workspace)
        }
        return operations / 1e9
      }
    }
  }

  /// The matrix products of `network/forward-backward` and nothing else, straight from the library.
  private static var products: Benchmark {
    Benchmark(name: "network/products", unit: "GFLOP/s") {
      openblas_set_num_threads(1)
      let widest = widths.max() ?? 1
      let x = [Float](repeating: 0.5, count: rows * widest)
      let w = [Float](repeating: 0.5, count: widest * widest)
      var y = [Float](repeating: 0, count: rows * widest)
      var dw = w
      return {
        for (n, m) in zip(widths, widths.dropFirst()) {
          let (r, n, m) = (CInt(rows), CInt(n), CInt(m))
          cblas_sgemm(
            CblasRowMajor, CblasNoTrans, CblasTrans, r, m, n, 1, x, n, w, n, 0, &y, m)
          cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, m, n, r, 1, x, m, x, n, 0, &dw, n)
          // The inputs of the first layer want no gradient.
          guard n > CInt(widths[0]) else { continue }
          cblas_sgemm(
            CblasRowMajor, CblasNoTrans, CblasNoTrans, r, n, m, 1, x, m, w, n, 0, &y, n)
        }
        return operations / 1e9
      }
    }
  }

  /// The same network at batch 64, Adam included.
  private static var updates: Benchmark {
    Benchmark(name: "network/updates", unit: "updates per second") {
      let (network, start, random) = network()
      var (parameters, numbers) = (start, random)
      let inputs = (0..<64 * widths[0]).map { _ in Float(numbers.normal()) }
      let outputs = (0..<64 * widths[3]).map { _ in Float(numbers.normal()) }
      var gradient = [Float](repeating: 0, count: parameters.count)
      var workspace = Workspace(for: network, rows: 64)
      var adam = Adam(count: parameters.count)
      return {
        for _ in 0..<100 {
          network.forward(inputs.span, parameters: parameters.span, in: &workspace)
          for i in gradient.indices { gradient[i] = 0 }
          network.backward(
            outputs.span, parameters: parameters.span, gradient: &gradient, in: &workspace)
          adam.update(&parameters, gradient: gradient, rate: 1e-6)
        }
        return 100
      }
    }
  }

  /// One answer of the table-tennis robot's policy, from the observation to the action.
  private static var decision: Benchmark {
    Benchmark(name: "network/decision", unit: "microseconds", isRate: false) {
      let seat = Seat(
        name: "robot", observation: [Field("seen", unit: "1", count: 16, in: -1...1)],
        action: [Field("joint-velocities", unit: "1", count: 8, in: -1...1)])
      let design = try PolicyDesign(for: seat, architecture: .tableTennis)
      var random = Random(seed: 1)
      var policy = try NeuralPolicy(
        design, parameters: design.network.initialParameters(random: &random),
        moments: RunningMoments(fields: 16), in: seat)
      let observation = (0..<16).map { _ in Float(random.normal()) }
      var action = [Float](repeating: 0, count: 8)
      policy.reset(seed: 0)
      return {
        for _ in 0..<1000 {
          var span = action.mutableSpan
          policy.act(on: observation.span, into: &span)
        }
        return 1000 / 1e6
      }
    }
  }

  /// Whole rounds of PPO with 1,024 worlds and two hidden layers of 64, everything included.
  private static func cartPole(
    _ name: String, _ change: @escaping (inout PPOConfiguration) -> Void
  ) -> Benchmark {
    Benchmark(name: name, unit: "steps per second") {
      var settings = PPOConfiguration()
      settings.worlds = 1024
      settings.horizon = 128
      settings.minibatch = 512
      settings.epochs = 1
      // A round that ends early would look quick.
      settings.targetDivergence = 0
      change(&settings)
      var ppo = try PPO(on: Stage(CartPole(.init())), configuration: settings, seed: 1)
      return { Double(ppo.improve(progress: 0, threads: 1).steps) }
    }
  }
}
