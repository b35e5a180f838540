import Arena
import TestSupport
import Testing

@testable import VoxelWorld

/// Both environments keep the contract of `Environment`.
@Suite struct ContractTests {
  @Test func navigateKeepsTheContract() throws {
    #expect(EnvironmentContract(try Navigate(.init())).complaints() == [])
  }

  @Test func navigateAllocatesNothing() throws {
    #expect(EnvironmentContract(try Navigate(.init())).allocationsPerStep() == 0)
  }

  @Test func buildAllocatesNothing() throws {
    #expect(EnvironmentContract(try Build(.init())).allocationsPerStep(3000) == 0)
  }

  @Test func buildKeepsTheContract() throws {
    #expect(EnvironmentContract(try Build(.init())).complaints() == [])
  }
}
