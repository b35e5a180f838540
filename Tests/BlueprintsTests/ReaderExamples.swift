/// Requests in the words of people, and what they say.
enum ReaderExamples {
  struct Example: Sendable, CustomStringConvertible {
    var text: String
    var summary: String
    var description: String { text }
  }

  /// A line with the request, and a line with its description.
  static let all: [Example] = {
    let lines = table.split(separator: "\n").map(String.init)
    return stride(from: 0, to: lines.count - 1, by: 2).map {
      Example(text: lines[$0], summary: String(lines[$0 + 1].dropFirst(3)))
    }
  }()

  private static let table = """
    I'd like a cabin of spruce, eleven blocks wide and eight deep, with a hipped roof and \
    three windows on the front.
    => build cabin width=11 depth=8 (of spruce, hip roof, 3 window (at front))
    a 13 x 9 birch cottage with a door on the east side and a mansard roof
    => build cottage of birch 13x9 (door (at east side), mansard roof)
    Please make me a hut, 5 by 5, walls three high, no windows, and a door facing north.
    => build hut 5x5 (wall height=3, no window, door (facing north))
    Construct a brick house with two floors, 10 by 8, and a staircase between them.
    => build house of bricks 10x8 (2 floor, staircase (between it))
    House 12 long 9 wide 5 high made of sandstone with flat roof
    => build house length=12 width=9 height=5 (madeOf sandstone, flat roof)
    Could you build a small stone hut without a door?
    => build small hut of stone (without door)
    Build a 2-storey townhouse, 8x10, of bricks with a dark oak gable roof and a chimney at \
    the back.
    => build house storeys=2 8x10 (of bricks, gable roof of dark_oak, chimney (at back))
    a japanese house, 11 by 11
    => build japanese house 11x11
    Build a modern villa with a pool beside it
    => build modern house (pool (beside it))
    make a log cabin 9x7 with a fireplace and a bed in the left corner
    => build cabin 9x7 (fireplace, bed (at left corner))
    Build a tower of bricks, 20 high and 7 wide, with a pointed roof.
    => build tower height=20 width=7 (of bricks, pointed roof)
    round tower, radius 4, 25 tall, cobblestone
    => build round tower radius=4 height=25 (cobblestone)
    Make a lighthouse thirty blocks tall
    => build lighthouse height=30
    Build a watch tower seven by seven, eighteen blocks high with a ladder and lanterns on \
    each corner
    => build watchtower 7x7 height=18 (ladder, lantern (at each corner))
    Build a castle 41x41 with walls 9 high, square towers 15 high and a moat around it
    => build castle 41x41 (wall height=9, square tower height=15, moat (around it))
    castle with a keep 13x13 with four floors and a gate 5 wide and 4 high in the north wall
    => build castle (keep 13x13 (4 floor, gate of fence_gate width=5 height=4 (inside north \
    wall)))
    Build a bridge 5 wide across the river made of spruce planks without railings
    => build bridge width=5 (across river, madeOf spruce_planks, without railing)
    wooden bridge over the river, four wide, with lanterns
    => build bridge of wood width=4 (above river, lantern)
    dig a swimming pool twelve by eight and three deep lined with white concrete with a \
    sandstone deck one block wide around it
    => dig pool 12x8 depth=3 (madeOf white_concrete, deck of sandstone width=1 (around it))
    A pool 8x5, 2 deep, lined with quartz
    => build pool 8x5 depth=2 (madeOf quartz_block)
    Build a well five by five of mossy cobblestone with fence posts three high
    => build well 5x5 (of mossy_cobblestone, fencepost height=3)
    Make a carrot farm 11x11 with a birch fence around it
    => build farm of carrots 11x11 (fence of birch_fence (around it))
    potato farm, 7 by 7, no fence
    => build farm of potatoes 7x7 (no fence)
    Build a garden 15 by 15 with a fountain in the middle and gravel paths
    => build garden 15x15 (fountain (at middle), path of gravel)
    Put a lamp post here, five blocks tall
    => place lamppost + here
    Build a fountain of sandstone 9 wide
    => build fountain width=9 (of sandstone)
    Build a hollow 7x7x5 box of glass
    => build hollow block 7x7x5 (of glass)
    solid cube of gold, 4x4x4
    => build solid cube 4x4x4 (of gold_block)
    A pyramid of quartz with a base fifteen blocks wide
    => build pyramid width=15 (of quartz_block, base)
    Build a hollow sphere of diamond blocks, diameter 11
    => build hollow sphere diameter=11 (of diamond_block)
    Make a dome out of glass with a radius of 8
    => build dome radius=8 (madeOf glass)
    Put a 3 by 3 platform of obsidian with a border of glowstone
    => place platform 3x3 (of obsidian, border (of glowstone))
    build a cylinder of bricks radius 3 and 10 tall
    => build cylinder radius=3 height=10 (of bricks)
    a wall of cobblestone 20 blocks long, 5 high and two thick
    => build wall length=20 height=5 thickness=2 (of cobblestone)
    Make a staircase of oak stairs going up 8 steps to the north, two wide
    => build staircase width=2 (of rise oak_stairs, 8 steps (at north))
    Build three pillars of marble 6 high, 4 blocks apart
    => build 3 pillar height=6 spacing=5 (of quartz_block)
    A row of seven lanterns
    => build row (of 7 lantern)
    place a chest next to a crafting table
    => place chest (beside crafting_table)
    Build a heart in red wool facing west
    => build heart (facing west, madeOf red_wool)
    pixel art of a smiley in yellow and black wool, facing north
    => build picture (facing north, of smiley, madeOf yellow black_wool)
    Draw this: ##..## / ##..## / ...... / ##..## (# blue concrete, . white concrete)
    => build picture picture 4 rows (blue_concrete letter #, white_concrete letter .)
    Make a room 7x7 of stone bricks, 4 high, with an iron door and a stone button outside \
    and a lever inside
    => build room 7x7 height=4 (of stone_bricks, door of iron_door, stone_button (at \
    outside), lever (inside))
    Build a cathedral with a nave 31 long and 11 wide, two towers 24 high on the west side \
    and a rose window of radius 3
    => build cathedral (nave length=31 width=11, 2 tower height=24 (at west side), \
    rosewindow radius=3)
    Build a mansion 25x17 with a kitchen, a library with 40 bookshelves, three bedrooms and \
    two bathrooms
    => build mansion 25x17 (kitchen, library (40 bookshelf), 3 bedroom, 2 bathroom)
    I only have 90 cobblestone, 40 oak planks, 1 oak door and 4 torches. Build a shelter \
    with that.
    => own 90 cobblestone + 40 oak_planks + 1 door of oak_door + 4 torch; build shelter
    Build an L-shaped house with a main wing 14x7 and a side wing 7x7 at the south-west \
    corner, walls of birch planks, 5 high
    => build lshaped house (main wing 14x7, side wing 7x7 (at southwest corner), wall \
    height=5 (of birch_planks))
    build a red tower next to a blue tower
    => build red tower (beside blue tower)
    a greenhouse of glass 9x7
    => build greenhouse 9x7 (of glass)
    Build a stone brick house with oak log corners and a spruce slab roof.
    => build house of stone_bricks (oak_log (at corner), roof of spruce_slab)
    Construct a cottage whose walls are white terracotta and whose roof is dark oak.
    => build cottage (wall (madeOf white_terracotta), roof (madeOf dark_oak))
    The house should have four windows.
    => build house (4 window)
    Build a house. The walls are cobblestone. The roof is flat and made of birch planks. \
    Inside there is a bed, two chests and a furnace.
    => build house; build wall (madeOf cobblestone); build flat roof (madeOf birch_planks); \
    build bed + 2 chest + furnace inside
    Build a barn, 15 by 10, with a double door on the south side and hay bales inside
    => build barn 15x10 (double door (at south side), hay_block (inside))
    Build a 9x9 house with a window on every wall and torches inside
    => build house 9x9 (window (on every wall), torch (inside))
    put red carpet on the floor
    => place carpet of red_carpet (on floor)
    Build a house with no roof.
    => build house (no roof)
    Don't put any windows in it.
    => not place window (inside it)
    Make a grey concrete bunker 8 by 8 with walls 3 high
    => build shelter of gray_concrete 8x8 (wall height=3)
    A nine by nine floor of polished andesite, bordered by blue wool
    => build floor 9x9 (of polished_andesite, border of blue_wool)
    Build a hollow pyramid of sandstone 13 wide
    => build hollow pyramid width=13 (of sandstone)
    Build a 5 wide arch of stone bricks, 6 tall
    => build arch width=5 height=6 (of stone_bricks)
    Place a ladder on the north wall
    => place ladder (on north wall)
    Build a temple with twelve quartz pillars
    => build temple (12 quartz_pillar)
    Build a nordic longhouse 21 by 9 with a steep roof
    => build nordic longhouse house 21x9 (steep roof)
    Create a fence around an area 10 by 10 with a gate on the east side
    => build fence (around map 10x10, gate of fence_gate (at east side))
    Build an enclosure 12x8 with spruce fences and two gates
    => build enclosure 12x8 (fence of spruce_fence, 2 gate of fence_gate)
    Make a hollow 6x6x6 cube out of obsidian.
    => build hollow cube 6x6x6 (madeOf obsidian)
    I want a cube of emerald blocks, seven blocks on each side, hollow
    => build hollow cube size=7 (of emerald_block)
    Lay a 12 by 12 floor of birch planks with a black concrete border.
    => place floor 12x12 (of birch_planks, border of black_concrete)
    Raise a solid 4x4 tower of granite, 15 blocks high.
    => build solid tower 4x4 height=15 (of granite)
    Build a red sandstone pyramid whose base is 15x15
    => build pyramid of red_sandstone 15x15 (base)
    Create a hollow ball of white stained glass with a radius of six
    => build hollow sphere radius=6 (of white_stained_glass)
    A 20 block long brick wall, 6 tall and 2 thick, with battlements
    => build wall of bricks length=20 height=6 thickness=2 (battlements)
    Build a cosy 9x7 spruce cabin with 5 high walls, a door facing east and a hip roof
    => build small cabin of spruce 9x7 (wall height=5, door (facing east), hip roof)
    Place an iron block. Put a diamond block on it, lime wool to the west of the iron block \
    and pink wool to the south of it.
    => place iron_block; place diamond_block (on it) + lime_wool (beside west iron_block) + \
    pink_wool (beside south it)
    Build a flight of stairs of sandstone stairs climbing 7 steps to the north, 4 wide.
    => build staircase width=4 (of rise sandstone_stairs, 7 steps (at north))
    Put a birch bridge 4 wide over the river ahead of you, with fences on both sides as \
    railings.
    => place bridge of birch width=4 (above river, fence (at both side, like railing))
    Make a well with a 5x5 stone brick ring, water in the centre, four posts 3 high at the \
    corners and a roof of spruce slabs.
    => build well (ring of stone_bricks 5x5, water (at middle), 4 post height=3 (at corner), \
    roof (of spruce_slab))
    Pixel art facing north, made of blue and yellow concrete: ..BB.. / .BBBB. / BBBBBB (B \
    blue, . yellow)
    => build picture (facing north, madeOf blue yellow_concrete, picture picture 3 rows, \
    blue letter B, yellow letter .)
    Build a cottage 11 by 9 with andesite in the lowest layer of the walls and spruce planks \
    above, dark oak logs at the corners, a gable roof of dark oak stairs, two beds, a \
    furnace and three chests inside
    => build cottage 11x9 (andesite (inside bottommost layer (of wall)), spruce_planks \
    (above), dark_oak_log (at corner), gable roof (of dark_oak_stairs), 2 bed, furnace, 3 \
    chest (inside))
    A three storey building, 11x11, bricks on the ground floor and white concrete upstairs \
    with stairs between the floors
    => build building storeys=3 11x11 (bricks (at ground), white_concrete (at storey), \
    stairs (between floor))
    Watchtower, six by six, 20 tall, with a ladder up to the platform and lanterns on the \
    corners
    => build watchtower 6x6 height=20 (ladder (upTo platform), lantern (at corner))
    Make me a potato farm: 11x11 farmland, water in the middle, spruce fence around it and \
    two gates.
    => build farm of potatoes (farmland 11x11, water (at middle), fence of spruce_fence \
    (around it), 2 gate of fence_gate)
    L shaped house with a main wing of 14x7 and a side wing of 7x7 off the south-west \
    corner, brick walls five high, gable roofs
    => build lshaped house (main wing 14x7, side wing 7x7 (from southwest corner), wall of \
    bricks height=5, gable roof)
    A pool twelve long and seven wide, three deep, lined with cyan terracotta, with a birch \
    deck three wide around it
    => build pool length=12 width=7 depth=3 (madeOf cyan_terracotta, deck of birch width=3 \
    (around it))
    Build a 7x7 deepslate brick room, 4 high inside, with an iron door, a lever outside and \
    a button inside
    => build room of deepslate_bricks 7x7 height=4 (inside, door of iron_door, lever (at \
    outside), button (inside))
    Conceal a doorway in a wall of bricks with sticky pistons and a lever
    => build locked doorway (inside wall (of bricks), sticky_piston, lever)
    Build a fortress with a 41x41 curtain wall 9 high, square towers 14 high at the corners, \
    a gate 5 wide and 5 high on the east side and a 13x13 keep with four storeys in the \
    middle
    => build castle (ring 41x41 height=9, square tower height=14 (at corner), gate of \
    fence_gate width=5 height=5 (at east side), keep 13x13 (4 storey (at middle)))
    A hamlet of five cottages around a fountain with cobblestone paths and lamp posts
    => build village (of 5 cottage, around fountain, path of cobblestone, lamppost)
    Put a 12x9 modern house on the slope with a brick foundation and steps to the door
    => place modern house 12x9 (on hill, foundation of bricks, steps (at door))
    Build a manor 25 by 17, two storeys, with a kitchen, a dining room with 10 chairs, a \
    library with 45 bookshelves, five bedrooms and a bathroom
    => build mansion 25x17 (2 storey, kitchen, dining (10 chair), library (45 bookshelf), 5 \
    bedroom, bathroom)
    A cathedral whose nave is 51 long and 17 wide, with buttresses every six blocks and two \
    towers 40 high to the west
    => build cathedral (nave length=51 width=17, buttress spacing=6, 2 tower height=40 (at \
    west))
    Build a watch tower 9x9 and 26 tall with four redstone lamps on the top switched by one \
    lever at the bottom
    => build watchtower 9x9 height=26 (4 redstone_lamp (at top, by 1 lever (at bottom)))
    There are only 80 cobblestone, 30 spruce planks, 1 spruce door, 2 torches. Build the \
    biggest shelter you can.
    => own 80 cobblestone + 30 spruce_planks + 1 door of spruce_door + 2 torch; build \
    largest shelter
    Build a house 9 blocks wide, 11 blocks deep and 4 blocks tall out of stone bricks
    => build house width=9 depth=11 height=4 (madeOf stone_bricks)
    house with a flat roof, no windows and two doors
    => build house (flat roof, no window, 2 door)
    A hut without windows and without a roof
    => build hut (without window, without roof)
    Build a house with at least 3 windows and a chest in the right corner
    => build house (>=3 window, chest (at right corner))
    Build a tower with a spiral staircase
    => build tower (spiral staircase)
    Build a small farm of wheat beside the house
    => build small farm (of wheat, beside house)
    Make the walls 6 high.
    => build wall height=6
    Make it wider by three blocks.
    => build width=+3 it
    Remove the windows and the door.
    => remove window + door
    Add two more windows on the north side.
    => add 2 window (at north side)
    Replace the roof with dark oak.
    => replace roof => dark_oak
    Build another tower to the north of it.
    => build another tower (beside north it)
    Put a torch on each corner of the roof.
    => place torch (at each corner roof)
    Fill the pool with lava.
    => fill pool => lava
    Dig a moat around the castle.
    => dig moat (around castle)
    Move the house five blocks to the west.
    => move house (at 5 west)
    Paint the walls with blue concrete.
    => paint wall => blue_concrete
    Build a 5 by 5 by 4 box of white wool with red wool corners and a top layer of gold
    => build block 5x5x4 (of white_wool, red_wool (at corner), top layer (of gold_block))
    Put a row of nine torches along the wall
    => place row (of 9 torch, along wall)
    Place four pillars of quartz at the corners of the floor
    => place 4 pillar (of quartz_block, at corner floor)
    Buld a stonebrick tower, 14 blocks hihg with a laddr
    => build tower of stone_bricks height=14 (ladder)
    Could I please have a house made of grey wool, twelve long and ten wide?
    => build house length=12 width=10 (madeOf gray_wool)
    Build an igloo of snow, radius 4
    => build igloo radius=4 (of snow_block)
    A castle wall 30 long and 8 high with battlements
    => build castle wall length=30 height=8 (battlements)
    Place a red bed in the left corner and a chest in the right corner of the house.
    => place bed of red_bed (at left corner) + chest (at right corner house)
    A basic 8x8 wooden house made of oak planks. The house has a height of 4 blocks, with an \
    oak door centered on the front wall. There are 2x2 windows made of glass panes on the \
    left wall. Inside, the floor is made of oak planks. A crafting table is located in the \
    right corner of the room, and a red bed is placed against the left corner. Place 4 \
    torches on the interior walls. The roof is flat, constructed from oak planks.
    => build small house of wood 8x8 height=4 (madeOf oak_planks, door of oak_door (at \
    middle, on front wall), window 2x2 (madeOf glass_pane, on left wall)); build floor \
    (madeOf oak_planks) inside; build crafting_table (at right corner room) + bed of red_bed \
    (against left corner); place 4 torch (on inside wall); build flat roof (madeOf \
    oak_planks)
    Build a house with a door on the left side as you enter and two windows on the right.
    => build house (door (at left side), 2 window (at right))
    Create a stone brick tower (9x9, 24 high) with a spiral staircase, battlements and a \
    flag on top
    => build tower of stone_bricks 9x9 height=24 (spiral staircase, battlements, flag (at top))
    Build a barn with red walls and a black roof
    => build barn (red wall, black roof)
    Build me a house out of wood. It should be 10 by 12, have two floors and a balcony over \
    the front door.
    => build house 10x12 (madeOf wood, 2 floor, balcony (above door))
    Build a house that has no windows on the north side
    => build house (no window (at north side))
    Construct a sandstone well with a lantern hanging from the roof
    => build well of sandstone (lantern (from roof))
    Build a 10x10 stone platform with a pillar of quartz 5 high at each corner
    => build platform of stone 10x10 (pillar height=5 (at each corner, of quartz_block))
    Put a 3x3x3 cube of gold in the middle of a 9x9 floor of stone
    => place cube 3x3x3 (of gold_block, at middle floor 9x9 (of stone))
    build 5 houses in a row
    => build 5 horizontal house
    """
}
