import TestSupport
import Testing
import VoxelWorld

@testable import Blueprints

@Suite("Generated instructions")
struct InstructionTests {
  @Test("Shapes, modifiers and relations are built block for block, seen together before or not")
  func exactMatches() {
    var instructions = BuildInstructions(seed: 20_261_125)
    var seen = (right: 0, all: 0)
    var unseen = (right: 0, all: 0)
    // A thousand are there to develop with; the next are measured.
    for _ in 0..<1_000 { _ = instructions.next() }
    while seen.all < 500 || unseen.all < 500 {
      let instruction = instructions.next()
      let isRight = Self.isRight(instruction)
      if instruction.isUnseen, unseen.all < 500 {
        unseen.all += 1
        unseen.right += isRight ? 1 : 0
      } else if !instruction.isUnseen, seen.all < 500 {
        seen.all += 1
        seen.right += isRight ? 1 : 0
      }
    }
    #expect(seen.right >= 475, "\(seen.right) of 500 seen combinations")
    #expect(unseen.right >= 425, "\(unseen.right) of 500 unseen combinations")
  }

  /// Whether what the sentence comes to is what was worked out cell by cell, wherever it stands.
  private static func isRight(_ instruction: BuildInstruction) -> Bool {
    guard let plan = try? Architect().plan(Reader.standard.reading(of: instruction.text)),
      let built = try? plan.constructed()
    else { return false }
    var blocks: [SIMD3<Int>: String] = [:]
    built.blueprint.forEachCell { cell, state in
      if !state.isAir { blocks[SIMD3(cell.x, cell.y, cell.z)] = state.block.name }
    }
    guard blocks.count == instruction.blocks.count else { return false }
    let shift = corner(instruction.blocks) &- corner(blocks)
    return blocks.allSatisfy { instruction.blocks[$0.key &+ shift] == $0.value }
  }

  private static func corner(_ blocks: [SIMD3<Int>: String]) -> SIMD3<Int> {
    blocks.keys.reduce(SIMD3(repeating: .max)) { pointwiseMin($0, $1) }
  }
}
