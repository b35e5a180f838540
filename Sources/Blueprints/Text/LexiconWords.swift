/// The words of building, one meaning a line: its kind, its name, and its forms, of which the first
/// may be the name itself. Plurals and verb endings are understood without being listed.
enum LexiconWords {
  static let concepts = """
    building house: house, home, dwelling, residence, bungalow, farmhouse, townhouse, homestead
    building cottage: cottage
    building cabin: cabin, log cabin, lodge, chalet
    building hut: hut, shack, shanty, hovel
    building shelter: shelter, refuge, bunker
    building mansion: mansion, manor, manor house, villa, palace
    building barn: barn, stable, stables
    building shed: shed, warehouse, storehouse, garage, workshop
    building church: church, chapel
    building cathedral: cathedral, basilica, minster
    building temple: temple, shrine, pagoda, pantheon
    building shop: shop, store, bakery, smithy, forge, inn, tavern, pub, market
    building castle: castle, fortress, fort, citadel, stronghold
    building keep: keep, donjon
    building tower: tower, turret, skyscraper, steeple
    building watchtower: watchtower, watch tower, lookout tower, lookout, guard tower, guardtower
    building lighthouse: lighthouse, light house
    building windmill: windmill, mill
    building gatehouse: gatehouse, gate house
    building greenhouse: greenhouse, glasshouse, conservatory
    building village: village, hamlet, settlement, town
    building room: room, chamber, cell
    building building: building, edifice, block of flats
    building pavilion: pavilion, gazebo, bandstand
    building colosseum: colosseum, coliseum, arena, amphitheatre, amphitheater, stadium
    building tent: tent, tipi, teepee, yurt
    building igloo: igloo
    structure bridge: bridge, footbridge, viaduct
    structure well: well, wishing well
    structure fountain: fountain
    structure pool: pool, swimming pool, pond, basin
    structure farm: farm, field, vegetable plot, crop field
    structure garden: garden, flower bed, flowerbed, park
    structure path: path, pathway, walk path, road, street, track, lane, trail
    structure hedge: hedge, hedgerow
    structure enclosure: pen, paddock, corral, enclosure, pasture
    structure moat: moat, ditch, trench
    structure pier: pier, dock, jetty, wharf, boardwalk
    structure lamppost: lamp post, lamppost, street lamp, street light, streetlight, lamp standard
    structure statue: statue, sculpture, monument
    structure ship: ship, boat, sailboat, galleon
    structure flag: flag
    structure maze: maze, labyrinth
    structure tree: tree
    structure bench: bench
    structure ring: curtain wall, ring wall, city wall, palisade, rampart
    structure tunnel: tunnel, mine shaft
    structure aqueduct: aqueduct
    structure courtyard: courtyard, plaza, square plaza, town square, patio, terrace
    structure structure: structure, construction, figure, thing, build, model, composition
    shape cube: cube
    shape cuboid: cuboid, rectangular prism, prism, slab shape
    shape sphere: sphere, ball, globe, orb
    shape hemisphere: hemisphere, half sphere
    shape dome: dome, cupola
    shape pyramid: pyramid, ziggurat
    shape cylinder: cylinder, tube
    shape cone: cone
    shape disc: disc, disk
    shape ring: ring, hoop
    shape circle: circle
    shape arch: arch, archway
    shape wall: wall
    shape floor: floor, flooring
    shape platform: platform, plane, plate shape
    shape staircase: staircase, stairway, flight of stairs, stair case, set of stairs
    shape pillar: pillar, pole
    shape ellipsoid: ellipsoid, egg
    shape torus: torus, doughnut, donut
    shape square: square, rectangle
    shape triangle: triangle
    shape cross: cross, plus, plus sign
    shape spiral: spiral, helix
    shape chessboard: chessboard, checkerboard, chequerboard, checker board, chess board
    shape letter: letter
    shape diamond: rhombus
    group column: column, vertical line, vertical row
    group stack: stack, pile
    group row: row, horizontal line, horizontal row
    group line: line, strip, string
    group layer: layer, level, course
    group set: set, group, pair
    part roof: roof, rooftop, roofing
    part wing: wing, annex, annexe, extension
    part ceiling: ceiling
    part doorway: doorway, entrance, entry, entryway, door opening
    part opening: opening, gap, hole, space, passage, break
    part window: window
    part chimney: chimney, smokestack
    part battlements: battlements, battlement, crenellations, crenellation, crenelation, merlons
    part battlements: crenels, castellation
    part parapet: parapet
    part balcony: balcony
    part porch: porch, veranda, verandah, portico
    part railing: railing, rail, banister, handrail, guardrail, balustrade
    part post: post
    part buttress: buttress, flying buttress
    part vault: vault, pointed vault, vaulted ceiling
    part aisle: aisle
    part nave: nave
    part storey: storey, story, upper floor
    part basement: basement, cellar
    part attic: attic, loft
    part deck: deck, decking, poolside
    part lining: lining
    part border: border, frame, rim, trim, outline, perimeter
    part foundation: foundation, footing, plinth
    part walkway: walkway, wall walk, catwalk
    part spire: spire
    part rosewindow: rose window
    part gable: gable
    part beam: beam
    part steps: steps
    part arcade: arcade, colonnade
    part background: background, backdrop
    part picturepixel: pixel
    part ridge: ridge
    part overhang: overhang, eaves
    part base: base
    part wiring: wiring, wire, circuit, circuitry
    part fireplace: fireplace, hearth
    part seat: seating, tier, stand
    part underside: soffit
    room kitchen: kitchen
    room dining: dining room, dining hall
    room library: library, study, reading room
    room bedroom: bedroom, bed room
    room bathroom: bathroom, washroom, bath room, toilet
    room foyer: foyer, hall, hallway, lobby, entrance hall, great hall
    room living: living room, lounge, sitting room
    room storage: storage room, pantry, storeroom
    room corridor: corridor
    piece chair: chair, seat, stool, armchair
    piece table: table, desk
    piece sofa: sofa, couch
    piece light: light, lighting, lamp, light source
    piece furniture: furniture
    piece shelf: shelf, shelves
    piece plantpot: flower pot, potted plant
    piece block: block, box, brick piece, cubes
    piece sapling: sapling
    piece flower: flower
    piece crop: crop, plants
    piece fencepost: fence post
    piece stove: stove, oven
    piece altar: altar
    piece bathtub: bathtub, bath, tub
    machine switch: switch
    machine signal: signal
    machine hiddendoor: hidden door, secret door, piston door
    machine mechanism: mechanism, machine, contraption
    place river: river, stream, creek, ravine, canyon, gorge, valley
    place hill: hillside, hill, slope, mountainside
    place lake: lake, sea, shore, coast, beach
    place ground: ground, earth, terrain, land
    place map: map, grid, board, area, field of play, build zone, world
    place bank: bank
    place here: here
    place there: there
    picture picture: pixel art, picture, mural, image, drawing, painting, sprite, mosaic picture
    picture face: face
    picture heart: heart
    picture creeper: creeper
    picture smiley: smiley, smiley face, happy face
    picture star: star
    picture arrow: arrow
    picture skull: skull
    picture sword: sword
    picture mushroom: toadstool
    """

  static let verbs = """
    build: draw, sketch, sculpt
    build: build, construct, make, create, erect, assemble, craft, generate, produce, design, raise
    build: hide, conceal
    add: put in, put into place
    build: put up, set up, form, give me, i want, i need, i'd like
    add: give
    add: add, attach, include, append, insert, install
    place: place, put, put down, lay, set, position, stack, pile, situate, drop, locate there
    remove: remove, destroy, delete, break, erase, eliminate, demolish, take away, take off, clear
    remove: broke, broken, took away, took out, got rid of
    remove: get rid of, tear down, knock down, take out, take down, knock out, rid
    replace: replace, swap, exchange, substitute, change, switch out, convert, turn into
    extend: extend, lengthen, enlarge, expand, widen, heighten, stretch, grow, continue, prolong
    move: move, shift, relocate
    undo: undo, revert, go back, never mind, nevermind, take that back
    keep: keep, preserve, retain
    leave: leave
    fill: fill, fill in, fill up, flood, plug
    dig: dig, dig out, excavate, hollow out, carve, carve out, level, flatten
    copy: copy, replicate, duplicate, repeat, mirror, recreate, clone, do the same with
    face: facing, face, looking, look, turn to
    own: i only have, you only have, you have, i have, there are only, we have, we only have, use only
    go: go, walk, find, locate, start, head, stand, proceed, count, skip, begin
    rise: climb, climbs, climbing, rise, rises, rising, go up, goes up, going up, ascend, ascends
    surround: surround, enclose, encircle, ring with, fence in
    connect: connect, join, link
    paint: paint, colour in, color in, recolour, recolor
    turn: rotate
    open: open, opens, close, closes, operate, operates
    """

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
    instead: in its place, in their place, in the same place, in the same position, in the same spot
    instead: in place of, instead of, in their spot, in its spot, in that spot, in the empty space
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
    at storey: downstairs, upstairs, on the ground floor, on the first floor
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

  static let dimensions = """
    width: wide, width, across in width, breadth, broad, in width
    length: long, length, in length
    height: tall, high, height, in height, upright height
    depth: deep, depth, in depth
    radius: radius, with radius
    diameter: diameter
    thickness: thick, thickness
    size: size, sized, in size, big, dimensions, measuring, measures
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

  static let traits = """
    hollow: hollow, empty, hollowed
    solid: solid, filled, massive
    round: round, circular, cylindrical, rounded
    square: square, rectangular, squared
    flat: flat
    gable: gable, gabled, pitched, saddle, peaked, a frame, triangular
    hip: hip, hipped
    mansard: mansard, gambrel
    domed: domed
    pyramidal: pyramidal
    pointed: pointed, pointy, conical
    shed: slanted, sloping, sloped, lean to, skillion
    lshaped: l shaped, l shape, inverted l
    tshaped: t shaped, t shape
    ushaped: u shaped, u shape
    crossshaped: cross shaped, plus shaped
    small: small, little, tiny, mini, cosy, cozy, compact, modest, basic, simple, humble, cute
    large: large, big, huge, giant, massive, great, enormous, grand, spacious, roomy, tallish
    largest: roomiest, biggest, largest, most spacious
    medieval: medieval, mediaeval, old, rustic, tudor, ancient, castle like
    modern: modern, contemporary, minimalist
    desert: desert, arabian, egyptian, middle eastern
    nordic: nordic, viking, scandinavian, norse
    japanese: japanese, asian, oriental
    fantasy: fantasy, magical, elven, fairy, wizard
    gothic: gothic
    vertical: on top of each other, stacked on top of each other, on top of one another
    vertical: stacked vertically, stacked on each other, stacked one on top of the other, in a column
    vertical: in a stack, straight up, one on top of the other, in a tower
    horizontal: next to each other, next to one another, side by side, in a row, in a line
    horizontal: in a horizontal line, in a straight line, in a horizontal row, beside each other
    horizontal: horizontal, horizontally, sideways, lengthways
    vertical: vertical, vertically, upright, standing, standing upright
    diagonal: diagonal, diagonally
    floating: floating, hovering
    single: single, sole, lone, only one
    double: double, twin
    visible: visible
    flush: flush
    central: central
    main: main
    existing: existing, current, original, initial, previous, already placed, remaining
    new: new, newly, just built, just placed, newly placed
    lit: lit, lighted, illuminated, well lit
    locked: hidden, concealed, secret, walled in, boxed in, covered up
    weatherproof: weatherproof, watertight, waterproof, rainproof
    different: different, distinct
    identical: identical, exact same
    steep: steep
    spiral: spiral, winding
    long: elongated
    stepped: stepped
    empty: unfurnished
    adjacent: adjacent
    light: light, bright
    dark: dark
    apart: apart
    short: short, shorter side
    """

  static let colours = """
    white: white
    light_gray: light gray, light grey, silver
    gray: gray, grey
    black: black
    brown: brown, tan
    red: red, scarlet
    orange: orange
    yellow: yellow
    lime: lime, lime green, light green
    green: green, dark green
    cyan: cyan, teal, turquoise
    light_blue: light blue, sky blue
    blue: blue, dark blue
    purple: purple, violet
    magenta: magenta
    pink: pink
    """

  static let numbers = """
    0: zero
    1: one, single
    2: two, couple, a couple of, couple of, pair of, a pair of, twin
    3: three
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

  static let functionWords = """
    article: a, an, the, this, these, those
    negation: no, not, never, none, don't, do not
    pronoun: it, them, they, itself, themselves, one there
    possessive: its, their, 's, my, your, own
    that: that, which, who, where
    and: and, also, as well as, plus, along with
    or: or, either
    then: then, next, after that, afterwards, finally, now, lastly, subsequently, and then
    by: by, x, times
    unit: meter, metre, m, unit
    filler: please, can, could, you, me, i, we, us, would, like to, want, to, be, is, are, was, will
    filler: should, kindly, hello, hi, hey, thanks, thank, just, really, very, nice, pretty, some kind of
    filler: beautiful, lovely, cool, awesome, good, proper, properly, so, do, does, there is, there are
    filler: need, needs, let, lets, 'll, 's got, type of, kind of, style, styled, shaped, shape, coloured
    filler: colored, color, colour, colours, one of, right there, directly, immediately, exactly where
    filler: in order, such, too, it's, being, been, get, got, sure, ok, okay, alright, well then, today
    filler: myself, yourself, here's, somewhere, anywhere, thing like, make sure, ensure, must, shall
    filler: starting, located, put there, as well, already, of course, if, when, while, than
    filler: meet, meets, come, comes, coming, go to, use, used, full, going, way, even, still, straight
    filler: everywhere, only, nothing else, else, because, since, structure should, result, resulting, i'll
    filler: up there, so that, however, though, total of, forming, making, creating, did, had, got to
    filler: position there, minecraft, blocky, area there, kind, sort, sort of, out
    filler: stands, spot, spots, place there, location, direction, part
    filler: planted, nothing, hang, air, usable, working, lined, get out, climb out, has to, have to
    filler: hangs, alone, leading, led, running, runs, spans, own, fully, grown, ripe, i can, you can
    filler: more, additional, it to, up against it
    filler: as you enter, when you enter, as you come in, when entering, as you walk in, as you face it
    filler: hanging, storage, enter, as seen from outside, as one enters
    filler: 'd, 'd like, 'd like to, would like, any, 'm, 've, 're, 's going to
    filler: exactly there, done, actually, maybe, perhaps, basically, simple enough, fine, great thing
    """

  static let foreign = """
    soup, recipe, cook, poem, poetry, song, sing, story about, essay, translate, python, javascript
    program, code, script, email, weather, joke, homework, password, weather forecast, instructions
    ignore, system prompt, bake, invoice, capital of, president, stock, movie, guitar, haiku, sonnet
    drop table, users, select, execute, sql, database, hack, delete files, passwd, shell, command, calculate, solve, equation
    explain, who is, what is, tell me, why, politics, medicine, football, chess opening, summarise
    summarize, article about, novel, lyrics, dinner, lunch, breakfast, pasta, cake recipe, salad
    """
}
