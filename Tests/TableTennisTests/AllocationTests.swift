import Arena
import Math
import TestSupport
import Testing

@testable import TableTennis

@Suite struct AllocationTests {
  @Test(.enabled(if: isOptimised)) func stepsOfEveryEnvironmentAllocateNothing() throws {
    #expect(EnvironmentContract(try Return(Return.Setup())).allocationsPerStep() == 0)
    #expect(EnvironmentContract(try Serve(Serve.Setup())).allocationsPerStep() == 0)
    #expect(EnvironmentContract(try Match(Match.Setup())).allocationsPerStep() == 0)
  }

  @Test(.enabled(if: isOptimised)) func resetsAllocateNothing() throws {
    var world = try Return(Return.Setup())
    world.reset(seed: 0)
    let count = allocations {
      for seed in 0..<100 as Range<UInt64> { world.reset(seed: seed) }
    }
    #expect(count == 0)
  }
}
