import Arena
import Catalog
import Math
import TestSupport
import Testing

/// Every scenario in the project, and so every environment, keeps the contract of `Environment`.
@Suite struct EnvironmentContractTests {
  @Test(arguments: TestProject.scenarioNames)
  func everyScenarioKeepsTheContract(name: String) throws {
    let catalog = TestProject.catalog
    func complaints<World: Environment>(_ world: World) -> [String] {
      EnvironmentContract(world).complaints()
    }
    let found = complaints(try catalog.world(of: try catalog.scenario(name)))
    #expect(found == [])
  }

  @Test(.enabled(if: isOptimised), arguments: TestProject.scenarioNames)
  func stepsAllocateNothing(name: String) throws {
    let catalog = TestProject.catalog
    func count<World: Environment>(_ world: World) -> Double {
      EnvironmentContract(world).allocationsPerStep()
    }
    let allocations = count(try catalog.world(of: try catalog.scenario(name)))
    #expect(allocations == 0)
  }

  @Test func everyEnvironmentHasAScenario() throws {
    let catalog = TestProject.catalog
    let played = try catalog.scenarioNames.map { try catalog.scenario($0).environment }
    #expect(!catalog.environments.isEmpty)
    #expect(!catalog.scenarioNames.isEmpty)
    for entry in catalog.environments {
      #expect(played.contains(entry.name), "no scenario plays \(entry.name)")
      #expect(isKebabCase(entry.name.replacing("/", with: "-")))
      #expect(!entry.summary.isEmpty)
    }
    #expect(Set(catalog.environments.map(\.name)).count == catalog.environments.count)
  }

  @Test(arguments: TestProject.scenarioNames)
  func everyScenarioPlaysAnEpisode(name: String) throws {
    let catalog = TestProject.catalog
    let scenario = try catalog.scenario(name)
    #expect(!scenario.summary.isEmpty)
    let seats = try catalog.world(of: scenario).seats
    let missing = seats.indices.filter { scenario.policy(for: seats[$0].name) == nil }
    let cast = try catalog.cast(
      scenario, overrides: Dictionary(uniqueKeysWithValues: missing.map { ($0, "random") }))
    func play<World: Environment>(_ world: World) -> (Status, [Float]) {
      var episode = Episode(world, policies: cast.policies)
      episode.reset(seed: 1)
      episode.run(limit: 1_000_000)
      return (episode.status, episode.outcome)
    }
    let (status, outcome) = play(cast.world)
    #expect(status != .running)
    #expect(outcome.allSatisfy { $0.isFinite })
  }
}

/// The checks themselves are checked on worlds that break one promise each.
@Suite struct ContractChecksTests {
  private func complaints(_ fault: FaultyWorld.Fault) throws -> [String] {
    EnvironmentContract(try FaultyWorld(.init(fault: fault))).complaints()
  }

  @Test func aGoodWorldHasNoComplaints() throws {
    #expect(EnvironmentContract(try TugOfWar(.init())).complaints() == [])
    #expect(try complaints(.none) == [])
  }

  @Test(.enabled(if: isOptimised)) func aGoodWorldAllocatesNothing() throws {
    #expect(EnvironmentContract(try TugOfWar(.init())).allocationsPerStep() == 0)
    #expect(EnvironmentContract(try FaultyWorld(.init(fault: .allocates))).allocationsPerStep() > 0)
  }

  @Test(arguments: FaultyWorld.Fault.allCases.filter { $0 != .none && $0 != .allocates })
  func everyFaultIsNoticed(fault: FaultyWorld.Fault) throws {
    let found = try complaints(fault)
    #expect(found.contains { $0.contains(fault.complaint) }, "\(found)")
  }
}
