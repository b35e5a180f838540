import Math
import Networks

/// Trains the paper's network by its phases: P3 invariant encoder and decoder without style, P4 the
/// style encoder by contrast, P5 the modulator alone, P6 everything but the invariant encoder.
/// The last step's weights are the result; no selection looks at any test domain.
public struct PaperTrainer: Sendable {
  public let training: PaperTraining
  private(set) var forecaster: PaperForecaster
  private let domains: [MotionSet]
  private var random: Random
  private var batch: PaperBatch
  private var invariantAdam: Adam
  private var styleAdam: Adam
  private var headAdam: Adam
  private var decoderAdam: Adam
  private var modulatorAdam: Adam
  private var invariantGradient: [Float]
  private var styleGradient: [Float]
  private var decoderGradient: [Float]
  /// Steps taken.
  public private(set) var steps = 0

  public init(_ training: PaperTraining, domains: [MotionSet], seed: UInt64) {
    self.training = training
    self.domains = domains
    random = Random(seed: seed)
    let networks = PaperNetworks()
    forecaster = PaperForecaster(
      networks.invariant.initialParameters(random: &random),
      networks.style.initialParameters(random: &random),
      networks.decoder.initialParameters(random: &random))
    batch = PaperBatch(networks, domains: domains.count, size: training.batch)
    invariantAdam = Adam(count: networks.invariant.parameterCount)
    styleAdam = Adam(count: networks.style.parameterCount)
    headAdam = styleAdam
    decoderAdam = Adam(count: networks.decoder.parameterCount)
    modulatorAdam = decoderAdam
    invariantGradient = [Float](repeating: 0, count: networks.invariant.parameterCount)
    styleGradient = [Float](repeating: 0, count: networks.style.parameterCount)
    decoderGradient = [Float](repeating: 0, count: networks.decoder.parameterCount)
  }

  /// All steps of all phases.
  public var totalSteps: Int { training.steps.reduce(0, +) }

  /// The forecaster as it is now.
  public var result: PaperForecaster { forecaster }

  /// Takes all steps that are left.
  public mutating func run() { while steps < totalSteps { step() } }

  /// Takes one step of whatever phase it is.
  public mutating func step() {
    let ends = training.steps.reduce(into: [Int]()) { $0.append(($0.last ?? 0) + $1) }
    let phase = (ends.firstIndex { steps < $0 } ?? 3) + 3
    batch.draw(from: domains, scenes: training.scenes, random: &random)
    switch phase {
    case 3: stepWithoutStyle()
    case 4: stepContrast()
    default: stepWithStyle(onlyModulator: phase == 5)
    }
    steps += 1
  }

  private mutating func stepWithoutStyle() {
    batch.encode(forecaster)
    batch.clearStyle()
    batch.decode(forecaster)
    batch.measurePaths(invariance: training.invarianceWeight)
    batch.backDecoder(forecaster, &decoderGradient)
    batch.backInvariant(forecaster, &invariantGradient)
    let networks = forecaster.networks
    networks.decoder.freeze(&decoderGradient) { !PaperNetworks.isModulator($0) }
    invariantAdam.update(
      &forecaster.invariantParameters, gradient: invariantGradient, rate: 1e-3)
    decoderAdam.update(&forecaster.decoderParameters, gradient: decoderGradient, rate: 1e-3)
  }

  private mutating func stepContrast() {
    batch.readStyle(forecaster)
    batch.measureContrast()
    updateStyle()
  }

  private mutating func stepWithStyle(onlyModulator: Bool) {
    batch.encode(forecaster)
    batch.readStyle(forecaster)
    batch.spreadStyle()
    batch.decode(forecaster)
    batch.measurePaths(invariance: 0)
    batch.backDecoder(forecaster, &decoderGradient)
    if !onlyModulator {
      batch.measureContrast()
      batch.gatherStyle()
      updateStyle()
      decoderAdam.update(&forecaster.decoderParameters, gradient: decoderGradient, rate: 1e-3)
    }
    // The code steps the modulator with two optimisers in the last phase; so do we.
    forecaster.networks.decoder.freeze(&decoderGradient, except: PaperNetworks.isModulator)
    modulatorAdam.update(&forecaster.decoderParameters, gradient: decoderGradient, rate: 1e-2)
  }

  /// Style encoder and head, each at its own rate.
  private mutating func updateStyle() {
    batch.backStyle(forecaster, &styleGradient)
    let network = forecaster.networks.style
    var headGradient = styleGradient
    network.freeze(&headGradient) { $0.name.hasPrefix("head") }
    network.freeze(&styleGradient) { $0.name.hasPrefix("style") }
    styleAdam.update(&forecaster.styleParameters, gradient: styleGradient, rate: 5e-4)
    headAdam.update(&forecaster.styleParameters, gradient: headGradient, rate: 1e-2)
  }
}
