/// A value of a property that is neither a number nor true or false. The first six are the
/// directions with their raw values.
public enum PropertyWord: UInt8, CaseIterable, Sendable {
  case down, up, north, south, west, east
  case x, y, z
  case top, bottom, double, upper, lower, left, right
  case straight, innerLeft, innerRight, outerLeft, outerRight
  case none, low, tall, side
  case floor, wall, ceiling
  case head, foot, single
  case compare, subtract
  case normal, sticky
  case northSouth, eastWest, ascendingEast, ascendingWest, ascendingNorth, ascendingSouth
  case southEast, southWest, northWest, northEast
  case harp, basedrum, snare, hat, bass, flute, bell, guitar, chime, xylophone, ironXylophone
  case cowBell, didgeridoo, bit, banjo, pling, zombie, skeleton, creeper, dragon, witherSkeleton
  case piglin, customHead

  init(_ direction: Direction) {
    self = PropertyWord(rawValue: direction.rawValue) ?? .north
  }

  /// The direction the word names, if it names one.
  public var direction: Direction? { Direction(rawValue: rawValue) }

  /// The word as it is spelt in files: in snake case.
  public var text: String {
    var text = ""
    for letter in "\(self)".unicodeScalars {
      // Capital letters start a new word.
      if (65...90).contains(letter.value) {
        text += "_"
        text.unicodeScalars.append(Unicode.Scalar(UInt8(letter.value + 32)))
      } else {
        text.unicodeScalars.append(letter)
      }
    }
    return text
  }
}
