"""Small pictures of every type of sample, for the tests of Blueprints.

    python3 Tests/Goldens/blueprints/pictures.py   (Pillow 13.0.0, pypng 0.20220715.0)

Five by three places: red grows by 51 to the right, green by 120 downwards, blue falls by 51 to the
right; in colours.png the diagonal is clear. filters.png is larger, its colours follow from the formula
below, and its rows are filtered in all five ways.
"""

import pathlib
import zlib

import png
from PIL import Image

folder = pathlib.Path(__file__).parent
places = [[(51 * x, 120 * y, 255 - 51 * x) for x in range(5)] for y in range(3)]

image = Image.new("RGBA", (5, 3))
image.putdata([(*p, 0 if x == y else 255) for y, row in enumerate(places) for x, p in enumerate(row)])
image.save(folder / "colours.png", optimize=True)
image.convert("RGB").save(folder / "opaque.png", optimize=True)


def write(name, rows, **kind):
    with open(folder / name, "wb") as file:
        png.Writer(5, 3, **kind).write(file, rows)


write("grey.png", [[51 * x for x in range(5)] for _ in range(3)], greyscale=True)
colours = [p for row in places for p in row]
indices = [[5 * y + x for x in range(5)] for y in range(3)]
write("palette.png", indices, palette=colours, bitdepth=8)
write("small-palette.png", indices, palette=colours, bitdepth=4)
write(
    "deep.png", [[257 * c for p in row for c in p] for row in places], greyscale=False, bitdepth=16)

rows = [[c for x in range(40) for c in ((x * x + 3 * y) % 256, x * y % 256, (7 * x + 11 * y) % 256)]
        for y in range(20)]


def filtered(kind, row, above):
    """The bytes of a row minus what PNG (ISO/IEC 15948, 9.2) predicts from its neighbours."""
    result = [kind]
    for i, value in enumerate(row):
        a, b, c = row[i - 3] if i > 2 else 0, above[i], above[i - 3] if i > 2 else 0
        nearest = min((a, b, c), key=lambda v: abs(a + b - c - v))
        result.append((value - [0, a, b, (a + b) // 2, nearest][kind]) % 256)
    return bytes(result)


head = (40).to_bytes(4, "big") + (20).to_bytes(4, "big") + bytes([8, 2, 0, 0, 0])
body = b"".join(
    filtered(y % 5, row, rows[y - 1] if y else [0] * 120) for y, row in enumerate(rows))
with open(folder / "filters.png", "wb") as file:
    file.write(png.signature)
    for name, data in ((b"IHDR", head), (b"IDAT", zlib.compress(body, 9)), (b"IEND", b"")):
        png.write_chunk(file, name, data)
# Another decoder has to agree.
read = Image.open(folder / "filters.png").convert("RGB").tobytes()
assert read == bytes(c for row in rows for c in row)
