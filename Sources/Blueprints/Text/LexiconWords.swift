/// The words of building, one meaning a line: its kind, its name, and its forms, of which the first
/// may be the name itself. Plurals and verb endings are understood without being listed.
enum LexiconWords {
  static let verbs = """
    build: start with, begin with, start off with
    build: draw, sketch, sculpt, span, pave, tile, write, spell, plant, sow
    build: build, construct, make, create, erect, assemble, craft, generate, produce, design, raise
    build: wire up, rig up, set up, knock up, whip up, put together, lay on
    build: hide, conceal, disguise
    add: put in, put into place
    build: put up, set up, form, give me, i want, i need, i'd like
    add: give, cover it with, cover them with, top it with, crown it with, roof it with, finish it with
    add: add, attach, include, append, insert, install
    place: place, put, stand, stick, plonk, pop, set out, hang, plop, put down, lay down, set down, lay out, lay, set, position, stack, pile, situate, drop, locate there
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
    own: with only, using only, given only, with just, all i have is, all you have is, only using
    own: with nothing but, out of only, i only got
    own: i only have, you only have, you have, i have, there are only, we have, we only have, use only
    go: go, goes, walk, find, locate, start, head, proceed, count, skip, begin
    rise: lead up, leads up, leading up
    rise: climb, climbs, climbing, rise, rises, rising, go up, goes up, going up, ascend, ascends
    surround: surround, enclose, encircle, ring with, fence in
    surround: edge it, border it, frame it, outline it, rim it, edge them
    connect: connect, join, link
    paint: paint, colour in, color in, recolour, recolor
    turn: rotate, turn
    open: open, close, operate, toggle, control, switch, turn on, turn off, activate, trigger, power
    open: drive, pull, flip, flick, come on, go on, go off, come alight
    open: light up, switch on, switch off, work
    """

  static let functionWords = """
    article: a, an, the, this, these, those
    negation: no, not, never, none, don't, do not, neither, nor
    pronoun: it, them, they, itself, themselves, one there
    possessive: its, their, 's, my, your, own
    that: that, which, who, where
    and: and, also, as well as, plus, along with
    or: or, either
    correction: i mean, make that, no wait, or rather, scratch that
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
    filler: on the grass, on the lawn, on grass, on the floor of the world, plain, outer, to hand, of my own
    filler: clock, rose, yo, u, ur, pls, plz, grateful, glad, happy, love, appreciate, wish, fancy, further, together
    filler: gimme, gonna, wanna, whose, perfectly, evenly, neatly, entirely, completely, lots
    filler: enough, dance, simply, apiece, no wait, side length of, no wait, instead please
    filler: starting, located, put there, as well, already, of course, if, when, while, than
    filler: meet, meets, come, comes, coming, go to, use, used, full, going, way, even, still, straight
    filler: everywhere, only, nothing else, else, because, since, structure should, result, resulting, i'll
    filler: up there, so that, however, though, total of, forming, making, creating, did, had, got to
    filler: position there, minecraft, blocky, area there, kind, sort, sort of, out
    filler: stands, spot, spots, place there, location, direction, part
    filler: planted, irrigated, watered, nothing, hang, air, usable, working, lined, get out, climb out, has to, have to
    filler: hangs, alone, leading, led, running, runs, spans, own, fully, grown, ripe, i can, you can
    filler: more, additional, it to, up against it
    filler: as you enter, when you enter, as you come in, when entering, as you walk in, as you face it
    filler: hanging, storage, enter, as seen from outside, as one enters
    filler: 'd, 'd like, 'd like to, would like, any, 'm, 've, 're, 's going to
    filler: away, exactly, precisely, exactly there, done, actually, maybe, perhaps, basically, simple enough, fine, great thing
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
