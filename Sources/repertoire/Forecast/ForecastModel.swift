import Arena
import Catalog
import Forecasting
import Math

/// A forecaster by name or folder, as the commands use it.
enum ForecastModel {
  case fixed(any Forecaster)
  case causal(CausalForecaster)
  case paper(PaperForecaster)

  /// The names that need no folder.
  static let names = ["constant-velocity", "linear", "kalman", "vanilla", "causal", "paper"]

  /// The forecaster of a name that needs no training.
  static func fixed(_ name: String, _ plan: ForecastingPlan) -> ForecastModel? {
    let (observed, predicted) = (plan.design.observed, plan.design.predicted)
    switch name {
    case "constant-velocity":
      return .fixed(ConstantVelocity(observedFrames: observed, predictedFrames: predicted))
    case "linear":
      return .fixed(LinearExtrapolation(observedFrames: observed, predictedFrames: predicted))
    case "kalman":
      return .fixed(KalmanForecaster(observedFrames: observed, predictedFrames: predicted))
    default: return nil
    }
  }

  /// Trains the forecaster `name` without the place `heldOut`.
  static func trained(
    _ name: String, _ library: MotionLibrary, heldOut: String?, seed: UInt64, isSilent: Bool
  ) throws -> ForecastModel {
    let domains = try library.training(without: heldOut)
    if name == "paper" {
      return try .paper(paper(domains.map(\.motion), library.plan, seed, isSilent))
    }
    var (design, training) = (library.plan.design, library.plan.training)
    if name == "vanilla" {
      // The same network by empirical risk alone: no style, and the feature as it is.
      design.style = .none
      design.spurious = design.spurious == .none ? .none : .raw
      (training.penalty, training.jitter, training.stretch) = (.none, 0, 1)
    }
    var trainer = CausalTrainer(design, training, domains: domains, seed: seed)
    let progress = Progress("training", total: Double(training.steps), isSilent: isSilent)
    while trainer.steps < training.steps {
      trainer.step()
      if trainer.steps % 50 == 0 {
        try Interruption.check()
        progress.report(Double(trainer.steps), metric: "\(Output.rounded(trainer.loss)) m")
      }
    }
    progress.finish()
    return .causal(trainer.result)
  }

  private static func paper(
    _ domains: [MotionSet], _ plan: ForecastingPlan, _ seed: UInt64, _ isSilent: Bool
  ) throws -> PaperForecaster {
    guard plan.source == .circleCrossing, plan.design.observed == 8, plan.design.predicted == 12
    else {
      throw WorkFailed(
        description: "the paper's model takes two agents, 8 observed and 12 predicted frames")
    }
    var trainer = PaperTrainer(plan.paper, domains: domains, seed: seed)
    let progress = Progress("training", total: Double(trainer.totalSteps), isSilent: isSilent)
    while trainer.steps < trainer.totalSteps {
      trainer.step()
      if trainer.steps % 50 == 0 {
        try Interruption.check()
        progress.report(Double(trainer.steps))
      }
    }
    progress.finish()
    return trainer.result
  }

  /// The error on a test set; a style is found from its first references.
  mutating func error(
    on test: MotionLibrary.Test, references: Int, strength: Float
  ) -> DisplacementError {
    switch self {
    case .fixed(let forecaster):
      func error(_ forecaster: some Forecaster) -> DisplacementError {
        var forecaster = forecaster
        return DisplacementError(of: &forecaster, on: test.motion)
      }
      return error(forecaster)
    case .causal(var forecaster):
      if forecaster.design.style != .none, let scenes = test.references {
        forecaster.fitCode(to: scenes[scenes: 0..<references])
      }
      defer { self = .causal(forecaster) }
      return forecaster.error(on: test.motion, strength: strength)
    case .paper(var forecaster):
      if let scenes = test.references { forecaster.setStyle(from: scenes[scenes: 0..<64]) }
      defer { self = .paper(forecaster) }
      return DisplacementError(of: &forecaster, on: test.motion)
    }
  }

  /// The error of the best of the forecaster's alternatives, if it has any.
  func bestOfAlternatives(on test: MotionLibrary.Test) -> ForecastRow.Best? {
    guard case .causal(var forecaster) = self, forecaster.design.alternatives > 0 else {
      return nil
    }
    let observed = forecaster.design.observed
    let past = test.motion.keeping(frames: 0..<observed)
    let truth = test.motion.keeping(frames: observed..<test.motion.frames)
    var paths: [Float] = []
    for path in 1...forecaster.design.alternatives {
      var future = [Float](repeating: 0, count: truth.positions.count)
      var span = future.mutableSpan
      forecaster.forecast(
        past.positions.span, agents: past.agents.span, path: path, into: &span)
      paths += future
    }
    func best(perScene: Bool) -> DisplacementError {
      DisplacementError(
        ofBest: forecaster.design.alternatives, paths.span, to: truth.positions.span,
        frames: forecaster.design.predicted, agents: truth.agents, perScene: perScene)
    }
    return .init(
      samples: forecaster.design.alternatives, perTrajectory: best(perScene: false),
      perScene: best(perScene: true))
  }
}
