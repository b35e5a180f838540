import Arena
import VoxelWorld

/// The blocks that a picture or a scene of colours is built of: whole cubes that stay as they are,
/// neither lit nor fallen nor grown.
struct BlockColours {
  typealias Colour = Arena.Scene.Colour

  private let blocks: [(colour: Colour, state: BlockState)]
  private var answers: [Int: BlockState] = [:]

  init() {
    let cubes = BlockTable.standard.blocks.filter { block in
      block.kind == .cube && block.hardness >= 0 && block.usual.traits.emission == 0
        && !["_ore", "sponge", "copper", "crafting", "_table", "melon", "pumpkin", "amethyst"]
          .contains(where: block.name.contains)
    }
    // Where two are of one colour, the plainer one is taken.
    let families = ["_concrete", "_wool", "_terracotta", "_planks", ""]
    blocks = families.indices.flatMap { family in
      cubes.filter { block in
        families.firstIndex { block.name.hasSuffix($0) } == family
      }.map { ($0.usual.colour, $0.usual) }
    }
  }

  /// The block whose colour is nearest.
  mutating func state(nearest colour: Colour) -> BlockState {
    let key = Int(colour.red) << 16 | Int(colour.green) << 8 | Int(colour.blue)
    if let known = answers[key] { return known }
    let best = blocks.min { $0.colour.distance(to: colour) < $1.colour.distance(to: colour) }
    let state = best?.state ?? .air
    answers[key] = state
    return state
  }
}

extension Arena.Scene.Colour {
  /// The squared distance of two colours, the channels weighed as the eye does for the mean of
  /// their reds (T. Riemersma, "Colour metric").
  func distance(to other: Self) -> Int {
    let mean = (Int(red) + Int(other.red)) / 2
    let dRed = Int(red) - Int(other.red)
    let dGreen = Int(green) - Int(other.green)
    let dBlue = Int(blue) - Int(other.blue)
    return (512 + mean) * dRed * dRed + 1024 * dGreen * dGreen + (767 - mean) * dBlue * dBlue
  }
}
