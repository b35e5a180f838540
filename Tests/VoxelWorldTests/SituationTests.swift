import Testing

@testable import VoxelWorld

/// The table of rules. Every entry says what happens and where that is written down.
@Suite struct SituationTests {
  @Test(arguments: supportSituations) func support(situation: Situation) { situation.run() }
  @Test(arguments: gravitySituations) func gravity(situation: Situation) { situation.run() }
  @Test(arguments: circuitSituations) func circuits(situation: Situation) { situation.run() }
  @Test(arguments: machineSituations) func machines(situation: Situation) { situation.run() }
  @Test(arguments: redstoneSituations) func redstone(situation: Situation) { situation.run() }
  @Test(arguments: motionSituations) func motion(situation: Situation) { situation.run() }
  @Test(arguments: handSituations) func hands(situation: Situation) { situation.run() }
  @Test(arguments: lightSituations) func light(situation: Situation) { situation.run() }
  @Test(arguments: fluidSituations) func fluids(situation: Situation) { situation.run() }
}
