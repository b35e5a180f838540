import Arena
import Math
import TestSupport
import Testing

@testable import TableTennis

@Suite struct ReturnBatchTests {
  @Test func aWorldDoesNotDependOnHowManyThereAre() throws {
    var one = try ReturnBatch(ReturnBatch.benchmarkSetup, count: 1, seed: 4)
    var many = try ReturnBatch(ReturnBatch.benchmarkSetup, count: 5, seed: 4)
    for step in 0..<300 {
      sway(&one, step)
      sway(&many, step)
      one.step()
      many.step()
      #expect(one.rewards[0] == many.rewards[0] && one.statuses[0] == many.statuses[0])
      #expect(one.observations[...] == many.observations[..<one.observationWidth])
    }
    #expect(one.episodes > 2 && many.episodes >= 5 * one.episodes - 5)
  }

  @Test func aCopyIsASnapshot() throws {
    var batch = try ReturnBatch(ReturnBatch.benchmarkSetup, count: 3, seed: 4)
    for step in 0..<30 {
      sway(&batch, step)
      batch.step()
    }
    var copy = batch
    for step in 30..<90 {
      sway(&batch, step)
      batch.step()
    }
    #expect(copy.digest != batch.digest)
    for step in 30..<90 {
      sway(&copy, step)
      copy.step()
    }
    #expect(copy.digest == batch.digest)
  }

  @Test(.enabled(if: isOptimised)) func stepsOfEveryEnvironmentAllocateNothing() throws {
    #expect(EnvironmentContract(try Return(Return.Setup())).allocationsPerStep() == 0)
    #expect(EnvironmentContract(try Serve(Serve.Setup())).allocationsPerStep() == 0)
    #expect(EnvironmentContract(try Match(Match.Setup())).allocationsPerStep() == 0)
  }

  @Test(.enabled(if: isOptimised)) func stepsAndResetsAllocateNothing() throws {
    var batch = try ReturnBatch(ReturnBatch.benchmarkSetup, count: 4, seed: 4)
    batch.step()
    let count = allocations {
      for step in 0..<400 {
        sway(&batch, step)
        batch.step()
      }
    }
    #expect(count == 0)
    #expect(batch.episodes > 8)
  }

  /// Slow commands to and fro, the same in every world.
  private func sway(_ batch: inout ReturnBatch, _ step: Int) {
    for world in 0..<batch.count {
      for joint in 0..<RobotBody.jointCount {
        batch.actions[world * batch.actionWidth + joint] =
          2 * Float((step * (3 + joint)) % 40 - 20) / 20
      }
    }
  }
}

/// Whether this is a build in which arrays of constants and the like cost no memory.
private let isOptimised: Bool = {
  var isOptimised = true
  assert(
    {
      isOptimised = false
      return true
    }())
  return isOptimised
}()
