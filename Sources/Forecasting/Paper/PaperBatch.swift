import Math
import Networks

/// One step's scenes, domain after domain, on their way through the paper's networks and back.
struct PaperBatch: Sendable {
  let rows: Int
  private let size: Int
  private let styles: [Int]
  private var past: [Float]
  private var relative: [Float]
  private var future: [Float]
  private var decoderInputs: [Float]
  private var outputGradients: [Float]
  private var latentGradients: [Float]
  private var styleGradients: [Float]
  private var invariantWorkspace: Workspace
  private var styleWorkspace: Workspace
  private var decoderWorkspace: Workspace
  private let decoderWidth: Int

  init(_ networks: PaperNetworks, domains: Int, size: Int) {
    self.size = size
    rows = domains * size
    styles = (0..<rows).map { $0 / size }
    past = [Float](repeating: 0, count: rows * 32)
    relative = [Float](repeating: 0, count: rows * 40)
    future = [Float](repeating: 0, count: rows * PaperNetworks.outputs)
    decoderWidth = networks.decoder.inputs
    decoderInputs = [Float](repeating: 0, count: rows * decoderWidth)
    outputGradients = [Float](repeating: 0, count: rows * PaperNetworks.outputs)
    latentGradients = [Float](repeating: 0, count: rows * PaperNetworks.latent)
    styleGradients = [Float](repeating: 0, count: rows * networks.style.outputs)
    invariantWorkspace = Workspace(for: networks.invariant, rows: rows)
    styleWorkspace = Workspace(for: networks.style, rows: rows)
    decoderWorkspace = Workspace(for: networks.decoder, rows: rows)
  }

  mutating func draw(from domains: [MotionSet], scenes: Int, random: inout Random) {
    for row in 0..<rows {
      let domain = domains[row / size]
      let scene = random.index(below: min(scenes, domain.agents.count))
      PaperScenes.past(domain, scene, into: &past, at: row)
      PaperScenes.relative(domain, scene, into: &relative, at: row)
      PaperScenes.future(domain, scene, into: &future, at: row)
    }
  }

  mutating func encode(_ f: PaperForecaster) {
    forward(f.networks.invariant, past, rows: 0..<rows, f.invariantParameters, &invariantWorkspace)
    for row in 0..<rows {
      for i in 0..<PaperNetworks.latent {
        decoderInputs[row * decoderWidth + i] =
          invariantWorkspace.outputs[row * PaperNetworks.latent + i]
      }
    }
  }

  mutating func readStyle(_ f: PaperForecaster) {
    forward(f.networks.style, relative, rows: 0..<rows, f.styleParameters, &styleWorkspace)
    clear(&styleGradients)
  }

  /// Gives all scenes of a domain the mean of their style vectors.
  mutating func spreadStyle() {
    let width = PaperNetworks.styleWidth
    for first in stride(from: 0, to: rows, by: size) {
      for k in 0..<width {
        var sum: Float = 0
        for row in first..<first + size { sum += styleWorkspace.outputs[row * 2 * width + k] }
        for row in first..<first + size {
          decoderInputs[row * decoderWidth + PaperNetworks.latent + k] = sum / Float(size)
        }
      }
    }
  }

  mutating func clearStyle() {
    for row in 0..<rows {
      for k in PaperNetworks.latent..<decoderWidth { decoderInputs[row * decoderWidth + k] = 0 }
    }
  }

  mutating func decode(_ f: PaperForecaster) {
    forward(
      f.networks.decoder, decoderInputs, rows: 0..<rows, f.decoderParameters, &decoderWorkspace)
  }

  /// The squared error of the displacements, 1/24 of it per scene, summed over the scenes of a
  /// domain and averaged over domains; with the penalty on the product of the derivatives of even
  /// and odd scenes by a common factor.
  mutating func measurePaths(invariance: Float) {
    let width = PaperNetworks.outputs
    let share = Float(size) / Float(rows)
    for i in 0..<rows * width {
      outputGradients[i] = share / 24 * 2 * (decoderWorkspace.outputs[i] - future[i])
    }
    guard invariance > 0 else { return }
    for first in stride(from: 0, to: rows, by: size) {
      var slopes: [Float] = [0, 0]
      for row in first..<first + size {
        for i in row * width..<(row + 1) * width {
          let (p, y) = (decoderWorkspace.outputs[i], future[i])
          slopes[(row - first) & 1] += 2 * (p - y) * p / 24
        }
      }
      for row in first..<first + size {
        let other = slopes[1 - (row - first) & 1]
        for i in row * width..<(row + 1) * width {
          let (p, y) = (decoderWorkspace.outputs[i], future[i])
          outputGradients[i] += share * invariance * other * 2 * (2 * p - y) / 24
        }
      }
    }
  }

  /// Adds the derivatives of the contrastive loss of the projections.
  mutating func measureContrast() {
    let width = PaperNetworks.styleWidth
    var projections = [Float](repeating: 0, count: rows * width)
    var gradients = projections
    for row in 0..<rows {
      for k in 0..<width {
        projections[row * width + k] = styleWorkspace.outputs[(2 * row + 1) * width + k]
      }
    }
    contrast(projections, styles, &gradients)
    for row in 0..<rows {
      for k in 0..<width { styleGradients[(2 * row + 1) * width + k] += gradients[row * width + k] }
    }
  }

  mutating func backDecoder(_ f: PaperForecaster, _ gradient: inout [Float]) {
    backward(
      f.networks.decoder, outputGradients, rows: rows, f.decoderParameters, &gradient,
      &decoderWorkspace, wantsInputGradients: true)
  }

  mutating func backInvariant(_ f: PaperForecaster, _ gradient: inout [Float]) {
    for row in 0..<rows {
      for i in 0..<PaperNetworks.latent {
        latentGradients[row * PaperNetworks.latent + i] =
          decoderWorkspace.inputGradients[row * decoderWidth + i]
      }
    }
    backward(
      f.networks.invariant, latentGradients, rows: rows, f.invariantParameters, &gradient,
      &invariantWorkspace, wantsInputGradients: false)
  }

  /// Adds what the decoder wants of the style to every scene that made it.
  mutating func gatherStyle() {
    let width = PaperNetworks.styleWidth
    for first in stride(from: 0, to: rows, by: size) {
      for k in 0..<width {
        var sum: Float = 0
        for row in first..<first + size {
          sum += decoderWorkspace.inputGradients[row * decoderWidth + PaperNetworks.latent + k]
        }
        for row in first..<first + size {
          styleGradients[row * 2 * width + k] += sum / Float(size)
        }
      }
    }
  }

  mutating func backStyle(_ f: PaperForecaster, _ gradient: inout [Float]) {
    backward(
      f.networks.style, styleGradients, rows: rows, f.styleParameters, &gradient, &styleWorkspace,
      wantsInputGradients: false)
  }
}

private func contrast(_ vectors: [Float], _ styles: [Int], _ gradients: inout [Float]) {
  var span = gradients.mutableSpan
  StyleContrast(temperature: 0.07).add(
    vectors.span, width: PaperNetworks.styleWidth, styles: styles, weight: 1, to: &span)
}
