import Forecasting
import Math
import PlanarWorlds

/// The motion a forecasting plan speaks of, simulated or read from published data.
public struct MotionLibrary: Sendable {
  public let plan: ForecastingPlan
  private let data: PublishedData?
  private let seed: UInt64

  /// A set to be tested on.
  public struct Test: Sendable {
    public let name: String
    /// `test` where nothing of the place or style was trained on, else `seen`.
    public let split: String
    /// `published` or `simulated`.
    public let origin: String
    public let motion: MotionSet
    /// Scenes of the same style whose futures may be known; empty for places.
    public let references: MotionSet?
  }

  /// The five places of the benchmark: whole recordings for tests, parts of them for training.
  public static let places: [(name: String, tests: [String], training: [String])] = [
    ("eth", ["biwi_eth"], ["biwi_eth"]),
    ("hotel", ["biwi_hotel"], ["biwi_hotel"]),
    ("univ", ["students001", "students003"], ["students001", "students003", "uni_examples"]),
    ("zara1", ["crowds_zara01"], ["crowds_zara01"]),
    ("zara2", ["crowds_zara02"], ["crowds_zara02", "crowds_zara03"]),
  ]

  public init(_ plan: ForecastingPlan, data: PublishedData?, seed: UInt64) {
    self.plan = plan
    self.data = data
    self.seed = seed
  }

  private var frames: Range<Int> { 0..<plan.design.observed + plan.design.predicted }

  /// Scenes of a style, cut to the frames of the plan; `part` gives them starts of their own.
  public func simulated(_ radius: Double, _ count: Int, part: UInt64) -> MotionSet {
    var random = Random(seed: Random.seed(seed, part))
    let positions = CircleCrossing(radius: radius).scenes(count, random: &random)
    return MotionSet(
      "radius \(radius)", frames: CircleCrossing.frames, agentsPerScene: 2, positions: positions
    ).keeping(frames: frames)
  }

  /// The domains to train on; with `heldOut`, all places but that.
  public func training(without heldOut: String? = nil) throws -> [ForecastingDomain] {
    switch plan.source {
    case .circleCrossing:
      return plan.trainingStyles.map {
        ForecastingDomain(simulated($0, plan.trainingScenes, part: 1))
      }
    case .ethUcy: return try places(without: heldOut)
    case .tableTennis: return []
    }
  }

  /// Without a spurious feature every recording is a domain; with it, every place, as published.
  private func places(without heldOut: String?) throws -> [ForecastingDomain] {
    let tested = Self.places.first { $0.name == heldOut }?.tests ?? []
    var domains: [ForecastingDomain] = []
    for place in Self.places {
      let files = place.training.filter { !tested.contains($0) }
      let sets = try files.map { try recording($0, in: "train") }
      if plan.trainingStrengths.isEmpty {
        domains += sets.map { ForecastingDomain($0) }
      } else if place.name != heldOut {
        let strength = plan.trainingStrengths[domains.count % plan.trainingStrengths.count]
        domains.append(
          ForecastingDomain(Self.joined(sets, place.name), spuriousStrength: strength))
      }
    }
    return domains
  }

  /// The sets to be tested on.
  public func tests() throws -> [Test] {
    switch plan.source {
    case .circleCrossing: return try plan.testStyles.map(test(of:))
    case .ethUcy:
      return try Self.places.filter { plan.heldOut.contains($0.name) }.map { place in
        let sets = try place.tests.map { try recording($0, in: "all_data") }
        return Test(
          name: place.name, split: "test", origin: "published",
          motion: Self.joined(sets, place.name), references: nil)
      }
    case .tableTennis: return []
    }
  }

  /// A style's test set and references.
  public func test(of radius: Double) throws -> Test {
    let published = try crossing(radius)
    return Test(
      name: "radius \(radius)", split: plan.trainingStyles.contains(radius) ? "seen" : "test",
      origin: published == nil ? "simulated" : "published",
      motion: published ?? simulated(radius, 2000, part: 3),
      references: simulated(radius, 384, part: 2))
  }

  private static func joined(_ sets: [MotionSet], _ name: String) -> MotionSet {
    var all = MotionSet(name, frames: 20)
    for set in sets { all.append(contentsOf: set) }
    return all
  }

  /// The published test set of a style, if the folder has it.
  private func crossing(_ radius: Double) throws -> MotionSet? {
    let places = ["", "causalmotion-v4/", "motion/causalmotion-v4/"]
    guard let path = find("test/r\(radius).f32", in: places) else { return nil }
    let bytes = try Project.bytes(of: path, limit: Self.largest)
    return try explained {
      try MotionSet("radius \(radius)", bytes: bytes, agentsPerScene: 2, frames: 20, file: path)
    }.keeping(frames: frames)
  }

  private func recording(_ name: String, in part: String) throws -> MotionSet {
    let file = part == "train" ? "\(part)/\(name)_train.txt" : "\(part)/\(name).txt"
    guard let path = find(file, in: ["", "eth-ucy/", "motion/eth-ucy/"]) else {
      throw MissingError(
        "the folder of published data holds no `eth-ucy/\(file)`; expected it under --data")
    }
    let bytes = try Project.bytes(of: path, limit: Self.largest)
    return try explained { try TrackFile(bytes, file: path).windows(name) }
  }

  private static let largest = 1 << 28

  private func find(_ file: String, in places: [String]) -> String? {
    guard let folder = data?.folder else { return nil }
    return places.map { "\(folder)/\($0)\(file)" }.first(where: Project.isFile)
  }

  private func explained(_ read: () throws -> MotionSet) throws -> MotionSet {
    do {
      return try read()
    } catch let error as MotionFileError {
      throw ContentError(
        error.file, line: error.line, error.problem, expected: "expected \(error.expectation)")
    }
  }
}
