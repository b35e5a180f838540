import Arena
import Math
import Networks
import PlanarWorlds
import Testing

@testable import Forecasting

/// The causal forecaster on scenes observed for four frames, in which no style shows yet.
@Suite struct CausalTests {
  static func scenes(_ radius: Double, _ count: Int, seed: UInt64 = 1) -> MotionSet {
    whole(radius, count, seed: seed).keeping(frames: 0..<16)
  }

  /// All 20 frames.
  static func whole(_ radius: Double, _ count: Int, seed: UInt64) -> MotionSet {
    var random = Random(seed: seed)
    let positions = CircleCrossing(radius: radius).scenes(count, random: &random)
    return MotionSet("radius \(radius)", frames: 20, agentsPerScene: 2, positions: positions)
  }

  static let domains = [0.1, 0.3, 0.5].map { ForecastingDomain(scenes($0, 600)) }

  static let design: CausalDesign = {
    var design = CausalDesign()
    design.observed = 4
    design.style = .modular
    return design
  }()

  /// Trained once, for all tests that only use it.
  static let trained: CausalForecaster = {
    var training = CausalTraining()
    training.steps = 1500
    var trainer = CausalTrainer(design, training, domains: domains, seed: 2)
    trainer.run()
    return trainer.result
  }()

  private func paths(_ forecaster: CausalForecaster, _ past: MotionSet) -> [Float] {
    var forecaster = forecaster
    var future = [Float](repeating: 0, count: past.trajectories * 24)
    var span = future.mutableSpan
    forecaster.forecast(past.positions.span, agents: past.agents.span, into: &span)
    return future
  }

  private func turned(_ positions: [Float], _ angle: Double, mirrored: Bool) -> [Float] {
    let (sine, cosine) = sincos(angle)
    return stride(from: 0, to: positions.count, by: 2).flatMap { i -> [Float] in
      let (x, y) = (Double(positions[i]), Double(positions[i + 1]) * (mirrored ? -1 : 1))
      return [Float(cosine * x - sine * y), Float(sine * x + cosine * y)]
    }
  }

  @Test(arguments: [false, true])
  func turnedScenesHaveTurnedForecasts(mirrored: Bool) {
    let past = Self.scenes(0.3, 20, seed: 5).keeping(frames: 0..<4)
    let turned = MotionSet(
      "turned", frames: 4, agentsPerScene: 2,
      positions: turned(past.positions, 1.1, mirrored: mirrored))
    let expected = self.turned(paths(Self.trained, past), 1.1, mirrored: mirrored)
    for (left, right) in zip(paths(Self.trained, turned), expected) {
      #expect(abs(left - right) < 2e-3)
    }
  }

  @Test func anUntrainedForecasterGoesStraightOn() {
    var trainer = CausalTrainer(Self.design, .init(), domains: Self.domains, seed: 1)
    var velocity = ConstantVelocity(observedFrames: 4, predictedFrames: 12)
    let test = Self.scenes(0.4, 100, seed: 8)
    var forecaster = trainer.result
    let left = forecaster.error(on: test).average
    let right = DisplacementError(of: &velocity, on: test).average
    #expect(abs(left - right) < 1e-5)
    trainer.step()
    #expect(trainer.loss > 0)
  }

  @Test func equalSeedsTrainEqualForecasters() {
    var training = CausalTraining()
    training.steps = 20
    let forecasters = (0..<2).map { _ in
      var trainer = CausalTrainer(Self.design, training, domains: Self.domains, seed: 3)
      trainer.run()
      return trainer.result
    }
    #expect(forecasters[0].safetensors == forecasters[1].safetensors)
  }

  @Test func oneReferenceSceneTellsAStyleThatWasNotTrained() {
    var forecaster = Self.trained
    let test = Self.scenes(0.6, 300, seed: 9)
    let without = forecaster.error(on: test).average
    forecaster.fitCode(to: Self.scenes(0.6, 1, seed: 10))
    let with = forecaster.error(on: test).average
    #expect(without > 0.15)
    #expect(with < 0.03)
  }

  @Test func everyStyleIsForeseenBestWithItsOwnReferences() {
    let radii = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
    let tests = radii.map { Self.scenes($0, 100, seed: 9) }
    for (own, radius) in radii.enumerated() {
      var forecaster = Self.trained
      forecaster.fitCode(to: Self.scenes(radius, 4, seed: 10))
      let errors = tests.map { forecaster.error(on: $0).average }
      #expect(errors.min() == errors[own])
    }
  }

  @Test func adaptingTheStyleLeavesTheInvariantPartAlone() throws {
    var forecaster = Self.trained
    forecaster.adapt(to: Self.scenes(0.6, 64, seed: 11), part: .style, steps: 100)
    let test = Self.scenes(0.6, 300, seed: 9)
    var byCode = Self.trained
    byCode.fitCode(to: Self.scenes(0.6, 64, seed: 11))
    #expect(forecaster.error(on: test).average < byCode.error(on: test).average)
    for tensor in forecaster.mechanism.network.tensors where !CausalNetwork.isStyle(tensor) {
      #expect(forecaster.parameters[tensor.range] == Self.trained.parameters[tensor.range])
    }
  }

  @Test func refinementLowersTheErrorRoundByRound() {
    let encoder = StyleEncoder(for: Self.trained, domains: Self.domains, seed: 4)
    let refinement = StyleRefinement(
      encoder, references: ForecastingDomain(Self.scenes(0.5, 64, seed: 12)))
    let test = Self.scenes(0.5, 200, seed: 13)
    let truth = test.keeping(frames: 4..<16)
    var (errors, losses): ([Double], [Double]) = ([], [])
    refinement.refine(Self.trained, test.keeping(frames: 0..<4), rounds: 8) { _, paths, loss in
      errors.append(
        DisplacementError(of: paths.span, to: truth.positions.span, frames: 12).average)
      losses.append(loss)
    }
    for (before, after) in zip(losses, losses.dropFirst()) { #expect(after <= before) }
    for (before, after) in zip(errors, errors.dropFirst()) { #expect(after <= before + 1e-3) }
    #expect((errors.last ?? 1) < 0.5 * errors[0])
  }

  @Test func codeGradientsAgreeWithDifferences() {
    let test = Self.scenes(0.3, 10, seed: 14)
    let past = test.keeping(frames: 0..<4)
    var scenes = RefinedScenes(
      Self.trained, past, StyleEncoder(for: Self.trained, domains: Self.domains, steps: 20, seed: 1)
    )
    // The sum of all numbers of the vectors, as a function of the codes.
    func sum() -> [Float] {
      scenes.predict()
      let vectors = scenes.embed()
      return (0..<10).map { vectors[$0 * 16..<($0 + 1) * 16].reduce(0, +) }
    }
    _ = sum()
    let slopes = scenes.slopes([Float](repeating: 1, count: 160))
    let h: Float = 4e-3
    let start = scenes.codes
    scenes.codes = start.map { $0 + h }
    let ahead = sum()
    scenes.codes = start.map { $0 - h }
    let behind = sum()
    for scene in 0..<10 {
      let difference = (ahead[scene] - behind[scene]) / (2 * h)
      #expect(abs(difference - slopes[scene]) < 0.05 * max(abs(difference), 0.5))
    }
  }

  @Test func forecastersSurviveTheirFiles() throws {
    let file = try Safetensors(bytes: Self.trained.safetensors.bytes)
    let restored = try CausalForecaster(Self.design, from: file)
    let past = Self.scenes(0.3, 5, seed: 5).keeping(frames: 0..<4)
    #expect(paths(restored, past) == paths(Self.trained, past))
    var other = Self.design
    other.width = 32
    #expect(throws: SafetensorsError.self) { try CausalForecaster(other, from: file) }
  }

  @Test func theCanonicalFeatureDoesNotDependOnItsStrength() {
    var design = CausalDesign()
    design.view = .alone
    design.spurious = .canonical
    var random = Random(seed: 6)
    var positions: [Float] = []
    for _ in 0..<50 {
      var place = SIMD2<Float>(0, 0)
      for _ in 0..<20 {
        place += SIMD2(Float(random.uniform(0.2, 0.6)), Float(random.uniform(-0.1, 0.1)))
        positions += [place.x, place.y]
      }
    }
    let motion = MotionSet("walks", frames: 20, agentsPerScene: 1, positions: positions)
    var training = CausalTraining()
    training.steps = 50
    var trainer = CausalTrainer(
      design, training, domains: [ForecastingDomain(motion, spuriousStrength: 2)], seed: 1)
    trainer.run()
    var forecaster = trainer.result
    let errors = [1, 8, 64].map { forecaster.error(on: motion, strength: $0).average }
    #expect(abs(errors[0] - errors[2]) < 1e-3 * errors[0])
    #expect(abs(errors[0] - errors[1]) < 1e-3 * errors[0])
  }
}
