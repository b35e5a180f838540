import Testing

@testable import VoxelWorld

@Suite struct PathFinderTests {
  private func path(_ stage: Stage, _ from: Cell, _ to: Cell) -> [Cell]? {
    PathFinder().path(from: from, to: to, in: stage.world)
  }

  @Test func theWayOverFlatGroundIsStraight() throws {
    let found = try #require(path(Stage(), Cell(3, 1, 3), Cell(13, 1, 3)))
    #expect(found.count == 11)
    let diagonal = try #require(path(Stage(), Cell(3, 1, 3), Cell(13, 1, 13)))
    #expect(diagonal.count == 11)
  }

  @Test func wallsAreGoneAround() throws {
    var stage = Stage()
    stage.world.fill(Cell(8, 1, 0), Cell(8, 2, 28), with: "stone")
    let found = try #require(path(stage, Cell(3, 1, 3), Cell(13, 1, 3)))
    #expect(found.contains { $0.x == 8 && $0.z > 28 })
    stage.world.fill(Cell(8, 1, 0), Cell(8, 2, 31), with: "stone")
    #expect(path(stage, Cell(3, 1, 3), Cell(13, 1, 3)) == nil)
  }

  @Test func oneBlockIsJumpedAndAFenceIsNot() throws {
    var stage = Stage()
    stage.world.fill(Cell(8, 1, 0), Cell(8, 1, 31), with: "stone")
    #expect(path(stage, Cell(3, 1, 3), Cell(13, 1, 3)) != nil)
    stage.world.fill(Cell(8, 1, 0), Cell(8, 1, 31), with: "oak_fence")
    #expect(path(stage, Cell(3, 1, 3), Cell(13, 1, 3)) == nil)
  }

  @Test func laddersAreClimbedAndPoolsAreSwum() throws {
    var stage = Stage()
    stage.world.fill(Cell(10, 1, 10), Cell(14, 6, 14), with: "stone")
    stage.world.fill(Cell(12, 1, 9), Cell(12, 6, 9), with: "ladder[facing=north]")
    let climbed = try #require(path(stage, Cell(3, 1, 3), Cell(12, 7, 12)))
    #expect(climbed.last == Cell(12, 7, 12))
    #expect(climbed.contains(Cell(12, 4, 9)))
    stage.world.fill(Cell(0, 0, 20), Cell(31, 0, 24), with: "water")
    let swum = try #require(path(stage, Cell(3, 1, 3), Cell(3, 1, 28)))
    #expect(swum.contains { $0.z == 22 && $0.y == 0 })
  }

  @Test func deepDropsAndLavaAreAvoided() throws {
    var stage = Stage()
    stage.world.fill(Cell(5, 1, 5), Cell(9, 4, 9), with: "stone")
    #expect(path(stage, Cell(7, 5, 7), Cell(20, 1, 20)) == nil)
    stage.world.fill(Cell(5, 4, 5), Cell(9, 4, 9), with: .air)
    #expect(path(stage, Cell(7, 4, 7), Cell(20, 1, 20)) != nil)
    stage.world.fill(Cell(0, 0, 12), Cell(31, 0, 13), with: "lava")
    #expect(path(stage, Cell(7, 4, 7), Cell(20, 1, 20)) == nil)
  }

  @Test func aBodyFollowsItsPathUpALadderAndThroughAPool() throws {
    var stage = Stage()
    stage.world.fill(Cell(10, 1, 10), Cell(14, 6, 14), with: "stone")
    stage.world.fill(Cell(12, 1, 9), Cell(12, 6, 9), with: "ladder[facing=north]")
    stage.world.fill(Cell(0, 0, 20), Cell(31, 0, 24), with: "water")
    for (from, to) in [
      (Cell(3, 1, 3), Cell(12, 7, 12)), (Cell(12, 7, 12), Cell(3, 1, 3)),
      (Cell(3, 1, 3), Cell(3, 1, 28)),
    ] {
      let found = try #require(path(stage, from, to))
      var body = Body(in: from)
      var steering = Steering()
      steering.follow(found)
      for _ in 0..<600 where !steering.isDone {
        let (keys, turn) = steering.keys(for: body)
        body.turn(by: turn, tilt: 0)
        body.move(keys, in: stage.world)
      }
      #expect(steering.isDone)
      #expect(body.cell == to)
    }
  }
}
