/// Capital letters and digits, three or more places wide and five high.
enum Lettering {
  /// The rows of a text, topmost first, with a blank column between letters; signs that are not
  /// there stay blank.
  static func rows(of text: String) -> [String] {
    var rows = [String](repeating: "", count: 5)
    for (number, letter) in text.uppercased().utf8.enumerated() {
      let glyph = glyphs[letter] ?? ["...", "...", "...", "...", "..."]
      for row in rows.indices { rows[row] += (number == 0 ? "" : ".") + glyph[row] }
    }
    return rows
  }

  private static let table = """
    A .#. #.# ### #.# #.#
    B ##. #.# ##. #.# ##.
    C .## #.. #.. #.. .##
    D ##. #.# #.# #.# ##.
    E ### #.. ##. #.. ###
    F ### #.. ##. #.. #..
    G .## #.. #.# #.# .##
    H #.# #.# ### #.# #.#
    I ### .#. .#. .#. ###
    J ..# ..# ..# #.# .#.
    K #.# #.# ##. #.# #.#
    L #.. #.. #.. #.. ###
    M #...# ##.## #.#.# #...# #...#
    N #..# ##.# #.## #..# #..#
    O ### #.# #.# #.# ###
    P ### #.# ### #.. #..
    Q ###. #.#. #.#. ###. ...#
    R ##. #.# ##. #.# #.#
    S ### #.. ### ..# ###
    T ### .#. .#. .#. .#.
    U #.# #.# #.# #.# ###
    V #.# #.# #.# #.# .#.
    W #...# #...# #.#.# ##.## #...#
    X #.# #.# .#. #.# #.#
    Y #.# #.# .#. .#. .#.
    Z ### ..# .#. #.. ###
    0 ### #.# #.# #.# ###
    1 .#. ##. .#. .#. ###
    2 ### ..# ### #.. ###
    3 ### ..# ### ..# ###
    4 #.# #.# ### ..# ..#
    5 ### #.. ### ..# ###
    6 ### #.. ### #.# ###
    7 ### ..# ..# ..# ..#
    8 ### #.# ### #.# ###
    9 ### #.# ### ..# ###
    ! # # # . #
    """

  private static let glyphs: [UInt8: [String]] = {
    var glyphs: [UInt8: [String]] = [:]
    for line in table.split(separator: "\n") {
      let pieces = line.split(separator: " ").map(String.init)
      if let letter = pieces.first?.utf8.first { glyphs[letter] = Array(pieces.dropFirst()) }
    }
    return glyphs
  }()
}
