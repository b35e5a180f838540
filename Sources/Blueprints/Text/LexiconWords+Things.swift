extension LexiconWords {
  static let concepts = """
    building house: villa, house, home, dwelling, residence, bungalow, farmhouse, townhouse, homestead
    building cottage: cottage
    building cabin: cabin, log cabin, lodge, chalet
    building hut: hut, shack, shanty, hovel
    building shelter: shelter, refuge, bunker
    building mansion: mansion, manor, manor house, palace
    building barn: barn, stable, stables
    building shed: shed, warehouse, storehouse, garage, workshop
    building church: church, chapel
    building cathedral: cathedral, basilica, minster
    building temple: temple, shrine, pantheon
    building pagoda: pagoda
    building cellblock: prison, jail, gaol, cell block, prison block, hotel, dormitory, barracks, hostel, motel
    building shop: shop, store, bakery, smithy, forge, inn, tavern, pub, market
    building castle: castle, fortress, fort, citadel, stronghold
    building keep: keep, donjon
    building tower: tower, turret, steeple
    building skyscraper: skyscraper, office block, high rise, highrise, apartment block, tower block
    building watchtower: watchtower, watch tower, lookout tower, lookout, guard tower, guardtower
    building lighthouse: lighthouse, light house
    building windmill: windmill, mill
    building gatehouse: gatehouse, gate house
    building greenhouse: greenhouse, glasshouse, conservatory
    building village: village, hamlet, settlement, town
    building room: room, chamber, cell, strongroom, bunker room
    building building: building, edifice
    building skyscraper: block of flats, apartment building, office building
    building pavilion: pavilion, gazebo, bandstand
    building colosseum: colosseum, coliseum, arena, amphitheatre, amphitheater, stadium
    building tent: tent, tipi, teepee, yurt
    building igloo: igloo
    structure bridge: bridge, footbridge, viaduct
    structure well: well, wishing well
    structure fountain: fountain
    structure pool: pool, swimming pool, pond, basin
    structure farm: farm, field, vegetable plot, crop field
    structure garden: garden, park
    structure flowerbed: flower bed, flowerbed, flower border
    structure orchard: orchard, grove, copse, wood lot, plantation
    structure path: path, pathway, walk path, road, street, track, lane, trail
    structure hedge: hedge, hedgerow
    structure enclosure: pen, paddock, corral, enclosure, pasture
    structure moat: moat, ditch, trench
    structure pier: pier, dock, jetty, wharf, boardwalk
    structure lamppost: lamp post, lamppost, street lamp, street light, streetlight, lamp standard
    structure statue: statue, sculpture, monument, figurine
    structure person: person, man, woman, human, knight, soldier, player, steve
    structure cat: cat, kitten
    structure dog: dog, puppy, wolf, fox
    structure horse: horse, pony, donkey, cow, deer, sheep, pig
    structure bird: bird, chicken, duck, parrot
    structure obelisk: obelisk, monolith
    structure snowman: snowman, snow man, snow golem
    structure ship: ship, sailing ship, sailing boat, boat, sailboat, galleon
    structure flag: flag, banner flag
    structure flagpole: flagpole, flag pole
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
    shape hemisphere: hemisphere, half sphere, half a sphere, half a ball, half ball
    shape dome: dome, cupola
    shape pyramid: pyramid, ziggurat, step pyramid, stepped pyramid
    shape cylinder: cylinder, tube
    shape cone: cone
    shape disc: disc, disk
    shape ring: ring, hoop
    shape circle: circle
    shape arch: arch, archway
    shape wall: wall
    shape floor: floor, flooring
    shape platform: platform, plane, plate shape, stage, pavement
    shape staircase: staircase, stairway, flight of, flight of stairs, flight of steps, stair case, set of stairs
    shape pillar: pillar, pole
    shape ellipsoid: ellipsoid, egg
    shape torus: torus, doughnut, donut
    shape square: square, rectangle
    shape triangle: triangle
    shape cross: cross, plus, plus sign
    shape spiral: spiral, helix
    shape chessboard: chessboard, checkerboard, chequerboard, checker board, chess board, draughtboard
    shape chessboard: checkered floor, chequered floor, checkerboard floor, checkerboard pattern
    shape chessboard: checkered pattern, chequered pattern, chess pattern, checker pattern
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
    part border: kerb, curb, edging, border, frame, rim, trim, outline, perimeter
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
    part seat: seating, stand
    part tier: tier, terrace level
    part stripe: stripe, band
    part mast: mast
    part sail: sail
    part hull: hull
    part stilts: stilt
    part clearance: clearance, headroom
    part shutter: shutter
    part head: head
    part lid: lid
    piece copy: copy, replica, duplicate
    part shelfrow: row of shelves
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
    piece crop: crop
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
    place ground: rock, cliff, headland, island, ground, earth, terrain, land
    place map: meadow, lawn, yard, plot, clearing, patch
    place map: map, grid, board, area, field of play, build zone, world
    place bank: bank
    place here: here
    place there: there
    picture inscription: inscription, lettering, text, word
    picture picture: pixel art, pixel art picture, picture, mural, image, drawing, painting, sprite, mosaic picture
    picture face: face
    picture heart: heart
    picture creeper: creeper
    picture smiley: smiley, smiley face, happy face
    picture star: star
    picture arrow: arrow
    picture skull: skull
    picture sword: sword
    picture mushroom: toadstool, mushroom
    picture flower: pixel flower
    picture apple: apple
    picture crown: crown
    """

  static let traits = """
    hollow: hollow, empty, hollowed, hollow inside, empty inside, hollow in the middle
    narrow: slim, slender, narrow, skinny
    pixelart: in pixel art, as pixel art, in pixels
    topless: open top, open topped, open at the top, open on top, leave the top open, leaving the top open
    topless: without a lid, without a top, no lid, topless, no top, with the top open, without lid
    striped: striped, stripy, banded
    crossed: crossed
    swiss: swiss, switzerland
    french: french, france
    german: german, germany
    italian: italian, italy
    irish: irish, ireland
    belgian: belgian, belgium
    dutch: dutch, netherlands, holland
    polish: polish, poland
    austrian: austrian, austria
    russian: russian, russia
    ukrainian: ukrainian, ukraine
    swedish: swedish, sweden
    danish: danish, denmark
    finnish: finnish, finland
    english: english, england
    hungarian: hungarian, hungary
    solid: solid, filled, massive
    round: round, circular, cylindrical, rounded
    square: square, rectangular, squared
    flat: flat, lying flat, lying down, lying
    battlemented: battlemented, crenellated, castellated
    gable: gable, gabled, pitched, saddleback, saddle, peaked, a frame, triangular
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
    japanese: japanese, japan, asian, oriental
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
    chequered: alternate, alternates, in turn, by turns
    chequered: chequered, checkered, checked, alternating, in a chequered pattern, in a checker pattern
    chequered: in a checkerboard pattern, in a chessboard pattern, in a checkered pattern, like a chessboard
    chequered: like a checkerboard, like a chess board
    lit: lit, lighted, illuminated, well lit
    locked: hidden, concealed, secret, walled in, boxed in, covered up
    weatherproof: weatherproof, watertight, waterproof, rainproof
    different: different, distinct
    identical: identical, exact same
    steep: steep
    spiral: spiral, winding, curved
    arched: arched, humped, humpback
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
}
