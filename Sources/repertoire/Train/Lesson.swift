import Arena
import Catalog
import Math
import Training

/// What a scenario has to teach: its world, who else plays, and the plan below `training`.
///
/// The key `training.setup` holds what is different about the world while it is learned in, such as
/// rewards; the rest of `training` is the `TrainingPlan`.
struct Lesson {
  /// The scenario as it is trained in.
  let scenario: Scenario
  let plan: TrainingPlan
  let world: any Environment
  /// The index of the seat to learn.
  let seat: Int
  /// The policies in the other seats.
  let companions: [any Policy]
  /// Whom to imitate, if anybody.
  let teacher: (any Policy)?
  /// Changes with every setting that the result depends on.
  let fingerprint: String

  /// Throws `ContentError` for a scenario, and `MissingError` for a teacher, that there is no
  /// learning from.
  ///
  /// - Parameters:
  ///   - options: what the command line says instead of the scenario.
  ///   - cycle: which part of a training in several parts it is, counted from 0. The learning rate
  ///     falls over all parts as it would over one.
  ///   - ancestor: what it goes on from and for how long, for the fingerprint.
  init(
    _ scenario: Scenario, _ options: TrainOptions, in catalog: Catalog,
    cycle: Int = 0, of cycles: Int = 1, after ancestor: String = ""
  ) throws {
    let settings = options.settings
    var scenario = scenario
    var training = try settings.overlaid(on: scenario.training ?? .empty)
    if let setup = training["setup"] { scenario.setup = scenario.setup.overlaid(by: setup) }
    training["setup"] = nil
    var plan = try StrictDecoder.decode(
      TrainingPlan.self, from: training, file: scenario.file, path: "training")
    if let algorithm = options.algorithm {
      plan.algorithm = .init(rawValue: algorithm.rawValue) ?? plan.algorithm
    }
    if let teacher = options.teacher { plan.teacher = teacher }
    plan.ppo.narrow(to: cycle, of: cycles)
    let world = try catalog.world(of: scenario)
    do {
      try plan.validate(for: world)
    } catch let error as SetupError {
      throw settings.explaining(error)
        ?? ContentError(error, under: "", in: scenario.root, file: scenario.file)
    }
    let seat = plan.seatIndex(in: world)
    // Whoever else stands in the file is replaced in the seat that is to learn.
    let isTaught = plan.algorithm == .clone && !plan.teacher.isEmpty
    let cast = try catalog.cast(
      scenario, overrides: [seat: isTaught ? plan.teacher : "still"])
    var companions = cast.policies
    let own = companions.remove(at: seat)
    var digest = Digest()
    digest.combine(cast.scenario.text)
    digest.combine(try TreeEncoder.tree(of: plan).yaml)
    if cycles > 1 || !ancestor.isEmpty { digest.combine("\(ancestor) \(cycle)/\(cycles)") }
    self.scenario = cast.scenario
    self.plan = plan
    self.world = cast.world
    self.seat = seat
    self.companions = companions
    teacher = isTaught ? own : nil
    fingerprint = "\(digest)"
  }

  /// A trainer that has learned nothing yet.
  func trainer<World: Environment>(
    on stage: Stage<World>, seed: UInt64, ranks: Ranks
  ) throws -> Trainer<World> {
    do {
      return try Trainer(
        plan, on: stage, teacher: teacher, seed: seed, fingerprint: fingerprint, ranks: ranks)
    } catch let error as SetupError {
      throw ContentError(error, under: "", in: scenario.root, file: scenario.file)
    } catch {
      throw ContentError(
        scenario.file, line: scenario.root.line(of: "training"), "`training`: \(error)",
        expected: "expected fields of the seat")
    }
  }
}

extension PPOConfiguration {
  /// The part of the schedule that belongs to one of several cycles.
  fileprivate mutating func narrow(to cycle: Int, of cycles: Int) {
    let fall = (1 - finalLearningRate) / Double(cycles)
    let (start, end) = (1 - Double(cycle) * fall, 1 - Double(cycle + 1) * fall)
    learningRate *= start
    finalLearningRate = start > 0 ? min(max(end / start, 0), 1) : 0
  }
}
