extension BlockTable {
  /// The blocks of version 1.20 that houses, gardens, bridges and redstone machines are made of. An
  /// entry reads: kind, hardness, the tool it is broken with, its light if it gives any, and the
  /// ids; `{wood}`, `{tree}` and `{colour}` stand for every wood, tree and dye. Ids, hardness, tools
  /// and light after PrismarineJS/minecraft-data, `data/pc/1.20/blocks.json` (MIT).
  static let standardText = """
    air 0 hand: air
    cube 1.5 pickaxe: stone granite polished_granite diorite polished_diorite andesite
        polished_andesite stone_bricks mossy_stone_bricks cracked_stone_bricks chiseled_stone_bricks
        mud_bricks prismarine prismarine_bricks dark_prismarine purpur_block dead_tube_coral_block
        dead_brain_coral_block dead_bubble_coral_block dead_fire_coral_block dead_horn_coral_block
        tube_coral_block brain_coral_block bubble_coral_block fire_coral_block horn_coral_block
        blackstone polished_blackstone_bricks cracked_polished_blackstone_bricks
        chiseled_polished_blackstone gilded_blackstone amethyst_block budding_amethyst tuff
        dripstone_block
    cube 0.5 shovel: dirt coarse_dirt soul_soil rooted_dirt mud
    cube 2 pickaxe: cobblestone bricks mossy_cobblestone nether_bricks smooth_stone smooth_sandstone
        smooth_quartz smooth_red_sandstone red_nether_bricks polished_blackstone
        chiseled_nether_bricks cracked_nether_bricks
    cube 2 axe: {wood}_planks bamboo_mosaic
    cube -1 hand: bedrock
    cube 3 pickaxe: gold_ore iron_ore coal_ore nether_gold_ore lapis_ore lapis_block gold_block
        diamond_ore end_stone emerald_ore nether_quartz_ore end_stone_bricks oxidized_copper
        weathered_copper exposed_copper copper_block copper_ore oxidized_cut_copper
        weathered_cut_copper exposed_cut_copper cut_copper waxed_copper_block waxed_weathered_copper
        waxed_exposed_copper waxed_oxidized_copper waxed_oxidized_cut_copper
        waxed_weathered_cut_copper waxed_exposed_cut_copper waxed_cut_copper
    cube 4.5 pickaxe: deepslate_gold_ore deepslate_iron_ore deepslate_coal_ore deepslate_lapis_ore
        deepslate_diamond_ore deepslate_emerald_ore deepslate_copper_ore
    cube 0.6 hoe: sponge wet_sponge
    cube 0.8 pickaxe: sandstone chiseled_sandstone cut_sandstone quartz_block chiseled_quartz_block
        red_sandstone chiseled_red_sandstone cut_red_sandstone quartz_bricks
    cube 0.8 shears: {colour}_wool
    cube 5 pickaxe: iron_block diamond_block emerald_block coal_block raw_iron_block
        raw_copper_block raw_gold_block
    cube 1.5 axe: bookshelf
    cube 50 pickaxe: obsidian netherite_block
    cube 2.5 axe: crafting_table cartography_table fletching_table smithing_table
    cube 0.2 shovel: snow_block
    cube 0.6 shovel: clay
    cube 1 axe: pumpkin melon
    cube 0.4 pickaxe: netherrack warped_nylium crimson_nylium
    cube 0.3 hand light=15: glowstone sea_lantern
    cube 1 pickaxe: packed_mud
    cube 1.25 pickaxe: {colour}_terracotta terracotta smooth_basalt
    cube 0.5 pickaxe: packed_ice
    cube 0.5 pickaxe light=3: magma_block
    cube 1 hoe: nether_wart_block warped_wart_block
    cube 1.8 pickaxe: {colour}_concrete
    cube 0.5 hoe: dried_kelp_block
    cube 2.8 pickaxe: blue_ice
    cube 1 hoe light=15: shroomlight
    cube 0.6 hand: honeycomb_block
    cube 50 pickaxe light=10: crying_obsidian
    cube 0.75 pickaxe: calcite
    cube 0.1 hoe: moss_block
    cube 3.5 pickaxe: cobbled_deepslate polished_deepslate deepslate_tiles deepslate_bricks
        chiseled_deepslate cracked_deepslate_bricks cracked_deepslate_tiles
    snowy 0.6 shovel: grass_block mycelium
    snowy 0.5 shovel: podzol
    sapling 0 axe: oak_sapling spruce_sapling birch_sapling jungle_sapling acacia_sapling
        cherry_sapling dark_oak_sapling
    water 100 hand: water
    lava 100 hand light=15: lava
    falling 0.5 shovel: sand red_sand {colour}_concrete_powder
    falling 0.6 shovel: gravel
    pillar 2 axe: {tree}_log bamboo_block stripped_{tree}_log stripped_bamboo_block {tree}_wood
        stripped_{tree}_wood warped_stem stripped_warped_stem warped_hyphae stripped_warped_hyphae
        crimson_stem stripped_crimson_stem crimson_hyphae stripped_crimson_hyphae
    pillar 0.7 shovel: muddy_mangrove_roots
    pillar 1.25 pickaxe: basalt polished_basalt
    pillar 0.8 pickaxe: quartz_pillar
    pillar 0.5 hoe: hay_block
    pillar 1.5 pickaxe: purpur_pillar
    pillar 2 pickaxe: bone_block
    pillar 3 pickaxe: deepslate
    pillar 0.3 hand light=15: ochre_froglight verdant_froglight pearlescent_froglight
    roots 0.7 axe: mangrove_roots
    leaves 0.2 hoe: {tree}_leaves azalea_leaves flowering_azalea_leaves
    glass 0.3 hand: glass {colour}_stained_glass
    dispenser 3.5 pickaxe: dispenser dropper
    noteBlock 0.8 axe: note_block
    bed 0.2 hand: {colour}_bed
    poweredRail 0.7 pickaxe: powered_rail detector_rail activator_rail
    stickyPiston 1.5 pickaxe: sticky_piston
    cobweb 4 shears: cobweb
    plant 0 axe: grass fern dead_bush red_mushroom warped_fungus crimson_fungus
    plant 0 hand: dandelion torchflower poppy blue_orchid allium azure_bluet red_tulip orange_tulip
        white_tulip pink_tulip oxeye_daisy cornflower wither_rose lily_of_the_valley warped_roots
        nether_sprouts crimson_roots
    plant 0 axe light=1: brown_mushroom
    piston 1.5 pickaxe: piston
    pistonHead 1.5 pickaxe: piston_head
    movingPiston -1 hand: moving_piston
    tnt 0 hand: tnt
    torch 0 hand light=14: torch
    torch 0 hand light=10: soul_torch
    wallTorch 0 hand light=14: wall_torch
    wallTorch 0 hand light=10: soul_wall_torch
    fire 0 hand light=15: fire
    stairs 2 axe: {wood}_stairs bamboo_mosaic_stairs
    stairs 2 pickaxe: cobblestone_stairs brick_stairs nether_brick_stairs
        smooth_red_sandstone_stairs mossy_cobblestone_stairs smooth_sandstone_stairs
        smooth_quartz_stairs red_nether_brick_stairs polished_blackstone_stairs
    stairs 1.5 pickaxe: stone_brick_stairs mud_brick_stairs prismarine_stairs
        prismarine_brick_stairs dark_prismarine_stairs purpur_stairs polished_granite_stairs
        mossy_stone_brick_stairs polished_diorite_stairs stone_stairs granite_stairs andesite_stairs
        polished_andesite_stairs diorite_stairs blackstone_stairs polished_blackstone_brick_stairs
    stairs 0.8 pickaxe: sandstone_stairs quartz_stairs red_sandstone_stairs
    stairs 3 pickaxe: end_stone_brick_stairs oxidized_cut_copper_stairs weathered_cut_copper_stairs
        exposed_cut_copper_stairs cut_copper_stairs waxed_oxidized_cut_copper_stairs
        waxed_weathered_cut_copper_stairs waxed_exposed_cut_copper_stairs waxed_cut_copper_stairs
    stairs 3.5 pickaxe: cobbled_deepslate_stairs polished_deepslate_stairs deepslate_tile_stairs
        deepslate_brick_stairs
    chest 2.5 axe: chest trapped_chest
    redstoneWire 0 hand: redstone_wire
    crop 0 axe: wheat carrots potatoes
    farmland 0.6 shovel: farmland
    furnace 3.5 pickaxe: furnace smoker blast_furnace
    sign 1 axe: {wood}_sign
    door 3 axe: {wood}_door
    door 5 pickaxe: iron_door
    ladder 0.4 axe: ladder
    rail 0.7 pickaxe: rail
    wallSign 1 axe: {wood}_wall_sign
    lever 0.5 hand: lever
    plate 0.5 pickaxe: stone_pressure_plate polished_blackstone_pressure_plate
    plate 0.5 axe: {wood}_pressure_plate
    redstoneOre 3 pickaxe: redstone_ore
    redstoneOre 4.5 pickaxe: deepslate_redstone_ore
    redstoneTorch 0 hand light=7: redstone_torch
    redstoneWallTorch 0 hand light=7: redstone_wall_torch
    button 0.5 pickaxe: stone_button polished_blackstone_button
    button 0.5 axe: {wood}_button
    snow 0.1 shovel: snow
    ice 0.5 pickaxe: ice
    cactus 0.4 hand: cactus
    sugarCane 0 axe: sugar_cane
    jukebox 2 axe: jukebox
    fence 2 axe: {wood}_fence
    fence 2 pickaxe: nether_brick_fence
    soulSand 0.5 shovel: soul_sand
    turnedCube 1 axe: carved_pumpkin
    turnedCube 1 axe light=15: jack_o_lantern
    turnedCube 1.4 pickaxe: {colour}_glazed_terracotta
    turnedCube 2.5 axe: loom
    cake 0.5 hand: cake
    repeater 0 hand: repeater
    trapdoor 3 axe: {wood}_trapdoor
    trapdoor 5 pickaxe: iron_trapdoor
    mushroomCube 0.2 axe: brown_mushroom_block red_mushroom_block mushroom_stem
    pane 5 pickaxe: iron_bars
    pane 0.3 hand: glass_pane {colour}_stained_glass_pane
    chain 5 pickaxe: chain
    vine 0.2 axe: vine
    gate 2 axe: {wood}_fence_gate
    lilyPad 0 axe: lily_pad
    netherWart 0 axe: nether_wart
    enchantingTable 5 pickaxe light=7: enchanting_table
    cauldron 2 pickaxe: cauldron
    cauldron 2 pickaxe light=15: lava_cauldron
    waterCauldron 2 pickaxe: water_cauldron
    lamp 0.3 hand: redstone_lamp
    enderChest 22.5 pickaxe light=7: ender_chest
    wall 2 pickaxe: cobblestone_wall mossy_cobblestone_wall brick_wall nether_brick_wall
        red_nether_brick_wall polished_blackstone_wall
    wall 1.5 pickaxe: prismarine_wall mossy_stone_brick_wall granite_wall stone_brick_wall
        mud_brick_wall andesite_wall diorite_wall blackstone_wall polished_blackstone_brick_wall
    wall 0.8 pickaxe: red_sandstone_wall sandstone_wall
    wall 3 pickaxe: end_stone_brick_wall
    wall 3.5 pickaxe: cobbled_deepslate_wall polished_deepslate_wall deepslate_tile_wall
        deepslate_brick_wall
    pot 0 hand: flower_pot potted_torchflower potted_oak_sapling potted_spruce_sapling
        potted_birch_sapling potted_jungle_sapling potted_acacia_sapling potted_cherry_sapling
        potted_dark_oak_sapling potted_fern potted_dandelion potted_poppy potted_blue_orchid
        potted_allium potted_azure_bluet potted_red_tulip potted_orange_tulip potted_white_tulip
        potted_pink_tulip potted_oxeye_daisy potted_cornflower potted_lily_of_the_valley
        potted_wither_rose potted_red_mushroom potted_brown_mushroom potted_dead_bush potted_cactus
        potted_bamboo potted_crimson_fungus potted_warped_fungus potted_crimson_roots
        potted_warped_roots potted_azalea_bush potted_flowering_azalea_bush
    anvil 5 pickaxe: anvil
    weightedPlate 0.5 pickaxe: light_weighted_pressure_plate heavy_weighted_pressure_plate
    comparator 0 hand: comparator
    redstoneBlock 5 pickaxe: redstone_block
    hopper 3 pickaxe: hopper
    slime 0 hand: slime_block
    slab 1.5 pickaxe: prismarine_slab prismarine_brick_slab dark_prismarine_slab mud_brick_slab
        polished_granite_slab mossy_stone_brick_slab polished_diorite_slab granite_slab
        andesite_slab polished_andesite_slab diorite_slab
    slab 2 axe: {wood}_slab bamboo_mosaic_slab
    slab 2 pickaxe: stone_slab smooth_stone_slab sandstone_slab cut_sandstone_slab cobblestone_slab
        brick_slab stone_brick_slab nether_brick_slab quartz_slab red_sandstone_slab
        cut_red_sandstone_slab purpur_slab smooth_red_sandstone_slab mossy_cobblestone_slab
        smooth_sandstone_slab smooth_quartz_slab red_nether_brick_slab blackstone_slab
        polished_blackstone_brick_slab polished_blackstone_slab
    slab 3 pickaxe: end_stone_brick_slab oxidized_cut_copper_slab weathered_cut_copper_slab
        exposed_cut_copper_slab cut_copper_slab waxed_oxidized_cut_copper_slab
        waxed_weathered_cut_copper_slab waxed_exposed_cut_copper_slab waxed_cut_copper_slab
    slab 3.5 pickaxe: cobbled_deepslate_slab polished_deepslate_slab deepslate_tile_slab
        deepslate_brick_slab
    carpet 0.1 hand: {colour}_carpet moss_carpet
    doublePlant 0 hand: sunflower lilac rose_bush peony
    doublePlant 0 axe: tall_grass large_fern
    banner 1 axe: {colour}_banner
    wallBanner 1 axe: {colour}_wall_banner
    beetroots 0 axe: beetroots
    path 0.65 shovel: dirt_path
    observer 3 pickaxe: observer
    scaffolding 0 axe: scaffolding
    barrel 2.5 axe: barrel
    grindstone 2 pickaxe: grindstone
    lectern 2.5 axe: lectern
    stonecutter 3.5 pickaxe: stonecutter
    lantern 3.5 pickaxe light=15: lantern
    lantern 3.5 pickaxe light=10: soul_lantern
    campfire 2 axe light=15: campfire
    campfire 2 axe light=10: soul_campfire
    bush 0 axe: sweet_berry_bush
    composter 0.6 axe: composter
    target 0.5 hoe: target
    beehive 0.6 axe: beehive
    honey 0 hand: honey_block
    candle 0.1 hand: candle {colour}_candle
    tintedGlass 0.3 hand: tinted_glass
    azalea 0 axe: azalea flowering_azalea
    petals 0 hand: pink_petals
    """
}
