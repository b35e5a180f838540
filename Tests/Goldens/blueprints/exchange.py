"""Reads and writes blueprints by independent packages, for the tests of Blueprints.

    python3 Tests/Goldens/blueprints/exchange.py read FOLDER
    python3 Tests/Goldens/blueprints/exchange.py write FOLDER
    python3 Tests/Goldens/blueprints/exchange.py goldens FOLDER

(nbtlib 2.0.4, mcschematic 11.4.4, litemapy 0.11.0b0, amulet-core 1.9.50, py-vox-io 0.1, trimesh 5.2.0)

`read` takes every N.json in a folder with the project's own format and opens the other files of that
name, each by every package that knows the format; one line a package and format says how many held
the same cells, and the exit status is 1 if any did not. `write` writes, for every N.json, files of
that content by those packages: N.PACKAGE.EXTENSION. `goldens` writes the small files beside this
script.
"""

import json
import pathlib
import sys
from collections import Counter

AIR = "minecraft:air"

# litemapy takes each byte of a .schem for a cell, so that it knows no palettes beyond this.
LITEMAPY_SCHEM_STATES = 128


class Content:
    """Cells by place: a state as text, and None for what stays as it is."""

    def __init__(self, path):
        text = json.loads(path.read_text())
        self.size = text["size"]
        w, h, l = self.size
        palette = text["palette"]
        self.cells = {}
        for i, place in enumerate(text["cells"]):
            cell = (i % w, i // (w * l), i // w % l)
            self.cells[cell] = palette[place] if place >= 0 else None

    @property
    def variety(self):
        return len({s or AIR for s in self.cells.values()} | {AIR})

    @property
    def solid(self):
        return {c: s for c, s in self.cells.items() if s not in (None, AIR)}


def normal(text):
    """A state with its properties in the order of their names."""
    name, _, rest = text.partition("[")
    pairs = sorted(p for p in rest.rstrip("]").split(",") if p)
    return name + ("[" + ",".join(pairs) + "]" if pairs else "")


def state(name, properties):
    pairs = ",".join(f"{k}={v}" for k, v in sorted(properties.items()))
    return str(name) + (f"[{pairs}]" if pairs else "")


def parts(text):
    name, _, rest = text.partition("[")
    return name, dict(p.split("=") for p in rest.rstrip("]").split(",") if p)


# --- Readers: each gives the cells that are not air.


def read_nbtlib_schem(path):
    import nbtlib

    file = nbtlib.load(path)
    root = file["Schematic"] if "Schematic" in file else file
    three = int(root["Version"]) == 3
    blocks = root["Blocks"] if three else root
    names = {int(v): k for k, v in blocks["Palette"].items()}
    if not three:
        assert file.root_name == "Schematic" and int(root["PaletteMax"]) == len(names)
    w, h, l = (int(root[k]) for k in ("Width", "Height", "Length"))
    data = [int(b) & 255 for b in blocks["Data" if three else "BlockData"]]
    cells, at, number, shift = {}, 0, 0, 0
    for byte in data:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            cells[(at % w, at // (w * l), at // w % l)] = normal(names[number])
            at, number, shift = at + 1, 0, 0
    assert at == w * h * l
    return cells


def read_mcschematic_schem(path):
    import mcschematic

    schematic = mcschematic.MCSchematic(str(path))
    structure = schematic.getStructure()
    palette = {v: k for k, v in structure.getBlockPalette().items()}
    return {c: normal(palette[v]) for c, v in structure.getBlockStates().items()}


def read_litemapy(path):
    import litemapy

    if path.suffix == ".litematic":
        schematic = litemapy.Schematic.load(str(path))
        (region,) = schematic.regions.values()
    elif path.suffix == ".schem":
        import nbtlib

        region, _ = litemapy.Region.from_sponge_nbt(nbtlib.load(path))
    else:
        import nbtlib

        region, _ = litemapy.Region.from_structure_nbt(nbtlib.load(path))
    cells = {}
    for x, y, z in region.block_positions():
        block = region[x, y, z]
        cells[x, y, z] = state(block.id, dict(block.properties()))
    return cells


def read_nbtlib_nbt(path):
    import nbtlib

    file = nbtlib.load(path)
    names = [
        state(p["Name"], {k: str(v) for k, v in p.get("Properties", {}).items()})
        for p in file["palette"]
    ]
    return {tuple(int(c) for c in b["pos"]): names[int(b["state"])] for b in file["blocks"]}


def read_amulet(path):
    from amulet.level.formats.sponge_schem import SpongeSchemFormatWrapper

    wrapper = SpongeSchemFormatWrapper(str(path))
    wrapper.open()
    cells = {}
    try:
        (dimension,) = wrapper.dimensions
        for cx, cz in wrapper.all_chunk_coords(dimension):
            section = wrapper._get_raw_chunk_data(cx, cz, dimension)
            box = section.selection
            for x, y, z in box.blocks:
                block = section.palette[
                    section.blocks[x - box.min_x, y - box.min_y, z - box.min_z]]
                cells[x, y, z] = normal(block.full_blockstate.replace('"', ""))
    finally:
        wrapper.close()
    return cells


def read_pyvox(path):
    from pyvox.parser import VoxParser

    scene = VoxParser(str(path)).parse()
    (model,) = scene.models
    depth = model.size.y
    colours = scene.palette
    return {(v.x, v.z, depth - 1 - v.y): tuple(colours[v.c - 1])[:3] for v in model.voxels}


def read_midvoxio(path):
    import numpy
    from midvoxio.voxio import vox_to_arr

    array = vox_to_arr(str(path))
    places = numpy.argwhere(array[..., 3] > 0)
    depth = array.shape[1]
    return {
        (int(x), int(z), depth - 1 - int(y)): tuple(int(round(255 * c)) for c in array[x, y, z, :3])
        for x, y, z in places
    }


def check_mesh(path, content):
    """The mesh is closed, looks outwards and holds as much as there are blocks."""
    import trimesh

    mesh = trimesh.load(str(path), process=True, force="mesh")
    # Blocks that touch along an edge share it four times, so edges are counted by their ways.
    ways = Counter(map(tuple, mesh.edges))
    closed = all(ways[b, a] == n for (a, b), n in ways.items())
    return closed and round(float(mesh.volume), 6) == len(content.solid)


READERS = [
    ("nbtlib", ".schem", read_nbtlib_schem),
    ("nbtlib", ".v3.schem", read_nbtlib_schem),
    ("mcschematic", ".schem", read_mcschematic_schem),
    ("litemapy", ".schem", read_litemapy),
    ("amulet", ".schem", read_amulet),
    ("amulet", ".v3.schem", read_amulet),
    ("nbtlib", ".nbt", read_nbtlib_nbt),
    ("litemapy", ".nbt", read_litemapy),
    ("litemapy", ".litematic", read_litemapy),
    ("pyvox", ".vox", read_pyvox),
    ("midvoxio", ".vox", read_midvoxio),
]


def same(cells, content, colours):
    cells = {c: s for c, s in cells.items() if s != AIR}
    if colours is None:
        return cells == {c: normal(s) for c, s in content.solid.items()}
    return cells == {c: tuple(colours[s]) for c, s in content.solid.items()}


def read(folder):
    contents = {p.stem: Content(p) for p in sorted(folder.glob("[0-9]*.json"))}
    colours = json.loads((folder / "colours.json").read_text())
    failed = False
    for package, suffix, reader in READERS:
        good, tried, trouble = 0, 0, ""
        for stem, content in contents.items():
            if (package, suffix) == ("litemapy", ".schem"):
                if content.variety > LITEMAPY_SCHEM_STATES:
                    continue
            tried += 1
            try:
                cells = reader(folder / (stem + suffix))
                if same(cells, content, colours if suffix == ".vox" else None):
                    good += 1
                else:
                    trouble = trouble or f"; {stem} differs"
            except Exception as error:
                trouble = trouble or f"; {stem}: {type(error).__name__}: {error}"
        failed |= good != tried
        print(f"{package} {suffix}: {good} of {tried}{trouble}")
    filled = [(s, c) for s, c in contents.items() if c.solid]
    good = sum(check_mesh(folder / (s + ".obj"), c) for s, c in filled)
    failed |= good != len(filled)
    print(f"trimesh .obj: {good} of {len(filled)}")
    sys.exit(failed)


# --- Writers


def write_mcschematic(content, folder, stem):
    import mcschematic

    schematic = mcschematic.MCSchematic()
    w, h, l = content.size
    for cell, text in content.cells.items():
        if text or cell in ((0, 0, 0), (w - 1, h - 1, l - 1)):
            schematic.setBlock(cell, text or AIR)
    schematic.save(str(folder), stem + ".mcschematic", mcschematic.Version.JE_1_20_1)


def litemapy_region(content, corner=(0, 0, 0), sides=None):
    import litemapy

    region = litemapy.Region(*corner, *(sides or content.size))
    for (x, y, z), text in content.cells.items():
        name, properties = parts(text or AIR)
        place = [c + (s + 1 if s < 0 else 0) for c, s in zip((x, y, z), sides or content.size)]
        region[tuple(place)] = litemapy.BlockState(name, **properties)
    return region


def write_litemapy(content, folder, stem):
    # Sides below zero, as people get who mark a region from its far corner.
    w, h, l = content.size
    region = litemapy_region(content, (5, -3, 7), (-w, h, -l))
    region.as_schematic(name=stem, author="", description="").save(
        str(folder / f"{stem}.litemapy.litematic"))
    region = litemapy_region(content)
    region.to_structure_nbt(mc_version=3465).save(str(folder / f"{stem}.litemapy.nbt"))
    if content.variety <= LITEMAPY_SCHEM_STATES:
        region.to_sponge_nbt(mc_version=3465).save(str(folder / f"{stem}.litemapy.schem"))


def write_nbtlib(content, folder, stem):
    from nbtlib import Compound, File, Int, List, String

    names = sorted({s for s in content.cells.values() if s})
    palette = []
    for text in names:
        name, properties = parts(text)
        entry = Compound({"Name": String(name)})
        if properties:
            entry["Properties"] = Compound({k: String(v) for k, v in properties.items()})
        palette.append(entry)
    blocks = [
        Compound({"pos": List[Int](map(Int, cell)), "state": Int(names.index(text))})
        for cell, text in content.cells.items() if text
    ]
    File({
        "blocks": List[Compound](blocks), "entities": List([]),
        "palette": List[Compound](palette), "size": List[Int](map(Int, content.size)),
        "DataVersion": Int(3465),
    }, gzipped=True).save(str(folder / f"{stem}.nbtlib.nbt"))


def write_three(content, folder, stem):
    """Version 3, which none of the packages writes without changing states, by nbtlib."""
    from nbtlib import ByteArray, Compound, File, Int, IntArray, List, Short

    w, h, l = content.size
    # Places in the palette in no order, with gaps, as the format allows.
    names = {s: 3 * i + 1 for i, s in enumerate(sorted({s or AIR for s in content.cells.values()}))}
    data = []
    for y in range(h):
        for z in range(l):
            for x in range(w):
                number = names[content.cells[x, y, z] or AIR]
                while number > 127:
                    data.append((number & 127 | 128) - 256)
                    number >>= 7
                data.append(number)
    File({
        "Schematic": Compound({
            "Version": Int(3), "DataVersion": Int(3465), "Width": Short(w), "Height": Short(h),
            "Length": Short(l), "Offset": IntArray([4, 5, 6]),
            "Blocks": Compound({
                "Palette": Compound({k: Int(v) for k, v in names.items()}),
                "Data": ByteArray(data), "BlockEntities": List([]),
            }),
        })
    }, gzipped=True).save(str(folder / f"{stem}.nbtlib.v3.schem"))


def write_pyvox(content, folder, stem, colours):
    from pyvox.models import Color, Model, Size, Voxel, Vox
    from pyvox.writer import VoxWriter

    w, h, l = content.size
    used = sorted({tuple(colours[s]) for s in content.solid.values()})[:255]
    voxels = [
        Voxel(x, l - 1 - z, y, used.index(tuple(colours[s])) + 1)
        for (x, y, z), s in content.solid.items()
    ]
    palette = [Color(*c, 255) for c in used] + [Color(0, 0, 0, 255)] * (256 - len(used))
    scene = Vox(models=[Model(Size(w, l, h), voxels)], palette=palette)
    VoxWriter(str(folder / f"{stem}.pyvox.vox"), scene).write()


def write(folder):
    colours = json.loads((folder / "colours.json").read_text())
    for path in sorted(folder.glob("[0-9]*.json")):
        content = Content(path)
        for writer in (write_mcschematic, write_litemapy, write_nbtlib, write_three):
            writer(content, folder, path.stem)
        write_pyvox(content, folder, path.stem, colours)


def goldens(folder):
    """A hut of few blocks in every format, by the packages above, and two regions in one file."""
    import litemapy

    content = Content(folder / "hut.json")
    colours = {s: (8, 10, 15) for s in content.solid.values()}
    for writer in (write_mcschematic, write_litemapy, write_nbtlib, write_three):
        writer(content, folder, "hut")
    write_pyvox(content, folder, "hut", colours)
    schematic = litemapy_region(content).as_schematic(name="two huts", author="", description="")
    w, h, l = content.size
    schematic.regions["second"] = litemapy_region(content, (w + 1, 1, 0), (-w, h, l))
    schematic.save(str(folder / "huts.litemapy.litematic"))


if __name__ == "__main__":
    {"read": read, "write": write, "goldens": goldens}[sys.argv[1]](pathlib.Path(sys.argv[2]))
