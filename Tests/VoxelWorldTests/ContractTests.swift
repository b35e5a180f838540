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

  private var survival: Build.Setup {
    var setup = Build.Setup()
    setup.creative = false
    setup.stock = .chests
    setup.agents = 2
    return setup
  }

  @Test func buildAllocatesNothing() throws {
    for setup in [Build.Setup(), survival] {
      let contract = EnvironmentContract(try Build(setup))
      // The first time through, the language makes what it needs to know of types.
      _ = contract.allocationsPerStep(3000)
      #expect(contract.allocationsPerStep(3000) == 0)
    }
  }

  @Test func survivalKeepsTheContract() throws {
    #expect(EnvironmentContract(try Build(survival)).complaints() == [])
  }

  @Test func buildKeepsTheContract() throws {
    #expect(EnvironmentContract(try Build(.init())).complaints() == [])
  }
}
