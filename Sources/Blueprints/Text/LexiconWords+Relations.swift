extension LexiconWords {
  static let relations = """
    on: on, onto, upon, atop, on top of, on the top of, at the top of, to the top of, over top of
    on: stacked on, on to the top of, ontop of, ontop, resting on, standing on, stands on, sitting on
    on: above of, on top
    inside: in, inside, within, inside of, in the inside of, filled into, inner side of
    beside: beside, next to, adjacent to, adjoining, alongside, by the side of, touching, near, close to
    beside: right next to, immediately next to, directly next to, attached to, connected to
    beside: nearest to, closest to, nearby
    at: at, located at, located on, located in, situated at, to
    under: under, underneath, below, beneath, directly under, right under, directly below
    above: above, directly above, right above, over, hanging over
    between: between, in between, amid
    around: around, all around, all round, round, surrounding, encircling, round about, enclosing
    along: along, down along, lining
    across: across, spanning, crossing, over to
    against: against, up against
    toward: towards, toward, in the direction of, pointing to, pointing towards, heading
    with: with, whose, having, has, have, featuring, containing, includes, including, and with, plus its
    without: without, lacking, minus, devoid of
    madeOf: made of, made out of, made from, out of, built of, built from, consisting of, using, composed of
    madeOf: outta, out o, material, the material is, material is, in material
    madeOf: constructed from, constructed out of, crafted from, crafted out of, in the colour of
    madeOf: constructed of, made with, built with, lined with, finished in, built out of
    forPart: for
    like: like, identical to, same as, similar to, mirroring, matching, as
    of: of
    from: from, starting from, starting at, off, coming off
    upTo: make it all the way up, make it all the way up to, leading to, leading up to, up towards
    upTo: until, till, up to the, all the way to, reaching, all the way up to, going to, all the way up
    opposite: opposite, opposite to
    per: per, at every
    except: leaving only, leaving, except, except for, apart from, other than, but not, but
    by: via, switched by, controlled by, operated by, activated by, powered by, opened by, opened with
    by: triggered by, worked by, driven by, switched with, controlled with, switched from
    into: into
    rimmed: bordered by, bordered with, edged with, edged by, framed by, framed with, outlined with
    rimmed: outlined in, trimmed with
    fenced: fenced with, fenced by, fenced in with, fenced off with
    roofed: roofed with, roofed in, covered with, covered by
    floored: floored with, floored in, paved with
    walled: walled with, walled in with, clad in, clad with, faced with
    instead: in its place, in their place, in the same place, in the same position, in the same spot
    instead: in place of, instead of, in their spot, in its spot, in that spot, in the empty space
    with: lit by, lit with, lighted by, illuminated by, illuminated with, tiled in, tiled with, containing
    with: full of, filled with, topped with, flanked by, decorated with, furnished with, fitted with
    with: equipped with, complete with, surrounded by, planted with, stocked with, and its
    along: down the length of, down either side of
    """

  static let placings = """
    beside left: left of, to the left of, on the left of, left hand of
    beside right: right of, to the right of, on the right of
    beside front: in front of, before, ahead of
    beside back: behind, in back of
    beside north: north of, to the north of, on the north of
    beside south: south of, to the south of, on the south of
    beside east: east of, to the east of, on the east of
    beside west: west of, to the west of, on the west of
    at storey: downstairs, upstairs, on the ground floor, on the first floor, on the upper floor
    at storey: on the top floor, on the second floor, on the upper storey, on the upper story
    at storey: on the ground storey, on the lower floor, on the lower storey, on the bottom floor
    at storey: for the ground floor, for the upper floor, for the first floor, for the top floor
    at top: upwards, upward
    at bottom: downwards, downward
    """

  static let sides = """
    north: north, northern, northward, northwards, northerly
    south: south, southern, southward, southwards
    east: east, eastern, eastward, eastwards
    west: west, western, westward, westwards
    northeast: ne, northeast, north east, northeastern, north eastern
    northwest: nw, northwest, north west, northwestern, north western
    southeast: se, southeast, south east, southeastern, south eastern
    southwest: sw, southwest, south west, southwestern, south western
    left: left, lefthand, left hand
    right: right, righthand, right hand
    front: front, forward, frontal
    back: back, rear
    top: top, upper, up
    bottom: bottom, lower, down
    middle: middle, center, centre, central, centered, centred, in the centre, midpoint, middlemost
    end: end, tip
    corner: corner
    edge: edge
    side: side
    inside: interior, indoors, inside
    outside: outside, exterior, outdoors
    ground: ground level
    """

  static let extremes = """
    north: northernmost, northmost, north most, most northern
    south: southernmost, southmost, south most, most southern
    east: easternmost, eastmost, east most, most east, most eastern
    west: westernmost, westmost, west most, most west, most western
    left: leftmost, left most, furthest left, farthest left, far left, further left, most left
    right: rightmost, right most, furthest right, farthest right, far right, most right
    top: topmost, top most, uppermost, upper most, highest, tallest, upmost, very top, upper most, last
    bottom: bottommost, bottom most, lowest, lowermost, shortest, very bottom
    front: frontmost, closest, nearest
    back: backmost, furthest back, hindmost, furthest, farthest
    middle: exact middle, very middle, middle most, exact center, exact centre, dead center
    southwest: southwest most, south west most
    southeast: southeast most, south east most
    northwest: northwest most, north west most
    northeast: northeast most, north east most
    """
}
