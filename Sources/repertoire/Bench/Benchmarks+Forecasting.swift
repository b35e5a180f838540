import Catalog
import Forecasting
import Math

extension Benchmarks {
  /// A causal forecaster with a style, 1000 scenes of two agents at a time.
  static var forecast: Benchmark {
    Benchmark(name: "forecast/predict", unit: "trajectories per second") {
      var plan = ForecastingPlan()
      plan.design.style = .modular
      let library = MotionLibrary(plan, data: nil, seed: 3)
      let motion = library.simulated(0.3, 1000, part: 1)
      var training = plan.training
      training.steps = 1
      var trainer = CausalTrainer(
        plan.design, training, domains: [ForecastingDomain(motion)], seed: 0)
      trainer.run()
      var forecaster = trainer.result
      let past = motion.keeping(frames: 0..<plan.design.observed)
      var future = [Float](repeating: 0, count: motion.trajectories * 2 * plan.design.predicted)
      return {
        for _ in 0..<10 {
          var span = future.mutableSpan
          forecaster.forecast(past.positions.span, agents: past.agents.span, into: &span)
        }
        return Double(10 * motion.trajectories)
      }
    }
  }
}
