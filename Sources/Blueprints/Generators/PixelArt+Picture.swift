import VoxelWorld

extension PixelArt {
  /// A picture in the blocks whose colours are nearest, a block a place; places that are more
  /// transparent than not stay empty. Pictures of more than `longest` places a side are made smaller.
  public init(_ picture: Picture, longest: Int = 128) {
    self.init()
    let picture = picture.fitted(to: min(longest, 256))
    var blocks = BlockColours()
    var letters = [Character?](repeating: nil, count: BlockTable.standard.states.count)
    for y in 0..<picture.height {
      var row = ""
      for x in 0..<picture.width {
        let colour = picture.colour(x, y)
        guard colour.alpha >= 128 else {
          row.append(" ")
          continue
        }
        let state = blocks.state(nearest: colour)
        let letter = letters[Int(state.id)] ?? Self.letter(legend.count)
        letters[Int(state.id)] = letter
        legend[letter] = state
        row.append(letter)
      }
      rows.append(row)
    }
  }

  /// Ideographs: there are thousands, and none joins its neighbours.
  private static func letter(_ number: Int) -> Character {
    Unicode.Scalar(0x4E00 + UInt32(number)).map(Character.init) ?? "?"
  }
}
