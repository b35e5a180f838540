extension LexiconWords {
  static let dimensions = """
    width: wide, width, across in width, breadth, broad, in width
    length: long, length, in length
    height: tall, high, height, in height, upright height
    depth: deep, depth, in depth
    radius: radius, with radius
    diameter: diameter
    thickness: thick, thickness
    size: size, sized, in size, big, dimensions, measuring, measures
    size: side length, edge length, with sides of, with a side of, with edges of
    height: being the height
    width: being the width
    length: being the length
    depth: being the depth
    """

  static let comparatives = """
    height +: taller, higher
    height -: shorter, lower down
    length +: longer
    width +: wider, broader
    width -: narrower
    depth +: deeper
    size +: bigger, larger
    size -: smaller
    thickness +: thicker
    thickness -: thinner
    """

  static let numbers = """
    0: zero
    1: one, single
    2: two, twice, two times, couple, a couple of, couple of, pair of, a pair of, twin
    3: three, three times, thrice
    4: four
    5: five
    6: six, half a dozen, half dozen
    7: seven
    8: eight
    9: nine
    10: ten
    11: eleven
    12: twelve, dozen, a dozen
    13: thirteen
    14: fourteen
    15: fifteen
    16: sixteen
    17: seventeen
    18: eighteen
    19: nineteen
    20: twenty
    30: thirty
    40: forty, fourty
    50: fifty
    60: sixty
    70: seventy
    80: eighty
    90: ninety
    100: hundred, a hundred
    144: gross
    """

  static let ordinals = """
    1: first
    2: second
    3: third
    4: fourth, forth
    5: fifth
    6: sixth
    7: seventh
    8: eighth
    9: ninth
    10: tenth
    11: eleventh
    12: twelfth
    """

  static let quantities = """
    every: every, every single, every one of
    each: each, each of, each one of
    all: all, all of, entire, whole, everything
    both: both, both of
    another: another, one more, an additional, a further
    other: other
    several: some, several, a few, few, many
    same: same, the same
    rest: rest, rest of, the rest of
    """

  static let bounds = """
    atLeast: at least, minimum, no fewer than, no less than, or more, a minimum of
    atMost: at most, no more than, maximum, a maximum of, up to, not more than
    about: about, roughly, approximately, approx, some, around about, circa, more or less
    exactly: exactly, exact, precisely, in total, total, totaling, totalling
    """
}
