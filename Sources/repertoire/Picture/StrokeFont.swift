/// Letters made of straight strokes, drawn for this project.
///
/// A glyph is a width and strokes; a stroke is a chain of points, two digits each: x from the left
/// edge and y upwards, with the baseline at 2, small letters up to 6 and capitals up to 8.
enum StrokeFont {
  private static let glyphs: [Character: (width: Int, strokes: String)] = [
    " ": (2, ""), "A": (4, "022842 1535"), "B": (4, "02083847463505 3544433202"),
    "C": (4, "4738180703123243"), "D": (4, "02082846442202"), "E": (4, "48080242 0535"),
    "F": (4, "480802 0535"), "G": (4, "47381807031232434525"), "H": (4, "0802 4842 0545"),
    "I": (2, "1812"), "J": (4, "4843321203"), "K": (4, "0802 4804 1542"), "L": (4, "080242"),
    "M": (4, "0208254842"), "N": (4, "02084248"), "O": (4, "123243473818070312"),
    "P": (4, "02083847463505"), "Q": (4, "123243473818070312 2442"),
    "R": (4, "02083847463505 2542"), "S": (4, "473818070615354443321203"),
    "T": (4, "0848 2822"), "U": (4, "080312324348"), "V": (4, "082248"), "W": (4, "0812263248"),
    "X": (4, "0842 0248"), "Y": (4, "082548 2522"), "Z": (4, "08480242"),
    "0": (4, "123243473818070312"), "1": (4, "172822 1232"), "2": (4, "07183847460242"),
    "3": (4, "07183847463525 354443321203"), "4": (4, "32380444"),
    "5": (4, "480805354443321203"), "6": (4, "473818070312324344351504"), "7": (4, "084812"),
    "8": (4, "153546473818070615 1504031232434435"), "9": (4, "031232434738180706153546"),
    "a": (3, "3632 3526160503122233"), "b": (3, "0802 0516263533221203"),
    "c": (3, "3526160503122233"), "d": (3, "3832 3526160503122233"),
    "e": (3, "04343526160503122233"), "f": (2, "281712 0626"),
    "g": (3, "3631201001 3526160503122233"), "h": (3, "0802 0516263532"), "i": (0, "0602 0808"),
    "j": (1, "161100 1818"), "k": (3, "0802 3603 1432"), "l": (1, "080312"),
    "m": (4, "0602 05162522 25364542"), "n": (3, "0602 0516263532"),
    "o": (3, "122233352616050312"), "p": (3, "0600 0516263533221203"),
    "q": (3, "3630 3526160503122233"), "r": (2, "0602 051626"),
    "s": (3, "35261605142433221203"), "t": (2, "181322 0626"), "u": (3, "0603122233 3632"),
    "v": (4, "062246"), "w": (4, "0612243246"), "x": (3, "0632 0236"), "y": (4, "0622 4610"),
    "z": (3, "06360232"), ".": (1, "0202"), ",": (1, "1201"), ":": (1, "0303 0505"),
    ";": (1, "1201 1515"), "-": (3, "0434"), "+": (4, "0444 2226"), "/": (4, "0248"),
    "(": (1, "18070312"), ")": (1, "08171302"), "[": (1, "18080212"), "]": (1, "08181202"),
    "%": (4, "0248 0818170708 3343423233"), "=": (4, "0343 0545"), "_": (4, "0141"),
    "'": (0, "0807"), "\"": (2, "0807 2827"), "<": (4, "460442"), ">": (4, "064402"),
    "!": (0, "0804 0202"), "?": (4, "071838474624 2222"), "*": (4, "2226 0545 1335"),
    "#": (4, "1218 3238 0343 0747"), "|": (0, "0108"), "·": (1, "0404"),
  ]
  private static let missing = (width: 3, strokes: "0208383202")
  /// Between two letters, in the units of the strokes.
  private static let gap = 1.6

  /// The width of `text` in pixels, if capitals are `size` high.
  static func width(of text: String, size: Double) -> Double {
    let units = text.reduce(0) { $0 + Double((glyphs[$1] ?? missing).width) + gap }
    return max(0, units - gap) * size / 6
  }

  /// The strokes of `text` in pixels, y downwards, with the left end of its baseline at `origin`.
  static func strokes(of text: String, at origin: Canvas.Point, size: Double) -> [[Canvas.Point]] {
    let unit = size / 6
    var left = origin.x
    var result: [[Canvas.Point]] = []
    for letter in text {
      let glyph = glyphs[letter] ?? missing
      for stroke in glyph.strokes.split(separator: " ") {
        let digits = stroke.utf8.map { Double($0) - 48 }
        result.append(
          stride(from: 0, to: digits.count - 1, by: 2).map { place in
            Canvas.Point(left + unit * digits[place], origin.y - unit * (digits[place + 1] - 2))
          })
      }
      left += unit * (Double(glyph.width) + gap)
    }
    return result
  }
}

extension Canvas {
  /// Where text stands relative to its point.
  enum Anchor {
    case left, centre, right
  }

  /// Writes one line with capitals `size` pixels high, its baseline at `point`.
  mutating func write(
    _ text: String, at point: Point, size: Double, _ colour: Colour, anchor: Anchor = .left,
    weight: Double = 0.14
  ) {
    let width = StrokeFont.width(of: text, size: size)
    let shift = anchor == .left ? 0 : anchor == .centre ? width / 2 : width
    let origin = Point(point.x - shift, point.y)
    for stroke in StrokeFont.strokes(of: text, at: origin, size: size) {
      strokeLines(stroke, width: max(1, weight * size), colour)
    }
  }
}
