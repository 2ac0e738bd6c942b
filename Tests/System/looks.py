"""How a page looks, as text that can be kept and compared: where each word stands, and how light it
is there. A picture as a file of pixels would be a thousand times as large, and tells nobody what
changed."""

import struct
import zlib

from browser import BOXES

FONTS = """
(() => {
  const style = document.createElement("style");
  style.textContent = "* { font-family: 'DejaVu Sans', 'Noto Sans CJK TC' !important; }";
  document.head.append(style);
  return document.fonts.ready.then(() => 1);
})()
"""
#: How far a word may move, in pixels: a version of the browser rounds otherwise.
SLACK = 3
#: How much smaller than the page the picture is: the browser reckons faster than we do.
SMALLER = 8
#: The side of a square of which the light is told, in pixels of that picture.
SQUARE = 3
#: How many of 16 steps of light a square may differ, and how many of a thousand squares by more.
STEPS, FEW = 2, 5


class Looks:
    def __init__(self, text):
        self.text = text
        words, light = text.split("\n\n")
        self.words = [line.split(" ", 4) for line in words.splitlines()]
        self.light = light.splitlines()

    @classmethod
    def of(cls, browser):
        boxes = [
            f"{left:.0f} {top:.0f} {right:.0f} {bottom:.0f} {' '.join(text.split())}"
            for text, left, top, right, bottom in browser.evaluate(BOXES)
        ]
        squares = light(browser.picture(1 / SMALLER))
        return cls("\n".join(boxes) + "\n\n" + "\n".join(squares) + "\n")

    def beside(self, other):
        """What is not as in another, in words; nothing where all is."""
        ours, theirs = ([word[4] for word in looks.words] for looks in (self, other))
        if ours != theirs:
            place = next((n for n, pair in enumerate(zip(ours, theirs)) if pair[0] != pair[1]),
                         min(len(ours), len(theirs)))
            now, before = ours[place:place + 3], theirs[place:place + 3]
            return [f"other words from {now} on, before {before}"]
        moved = [
            f"“{word[4]}” stands at {word[:4]}, before at {old[:4]}"
            for word, old in zip(self.words, other.words)
            if any(abs(int(a) - int(b)) > SLACK for a, b in zip(word[:4], old[:4]))
        ]
        if moved:
            return moved
        if [len(row) for row in self.light] != [len(row) for row in other.light]:
            return ["it is larger or smaller than before"]
        pairs = [pair for rows in zip(self.light, other.light) for pair in zip(*rows)]
        off = sum(abs(int(a, 16) - int(b, 16)) > STEPS for a, b in pairs)
        return [f"{off} of {len(pairs)} squares are darker or lighter"] if (
            off * 1000 > FEW * len(pairs)) else []


def light(png):
    """How light each square is, 0 to f; a line of digits for each line of squares."""
    width, rows = pixels(png)
    lines = []
    for top in range(0, len(rows), SQUARE):
        sums = [0] * -(-width // SQUARE)
        band = rows[top:top + SQUARE]
        for row, size in band:
            for column in range(width):
                at = column * size
                sums[column // SQUARE] += row[at] * 3 + row[at + 1] * 6 + row[at + 2]
        counts = [min(SQUARE, width - left) * len(band) for left in range(0, width, SQUARE)]
        lines.append("".join(f"{s // (n * 10) // 16:x}" for s, n in zip(sums, counts)))
    return lines


def pixels(png):
    """The width of a picture, and its rows with the bytes of a pixel (the PNG specification, 9.2);
    eight bits a channel, not interlaced, as browsers write it."""
    place, data = 8, b""
    while place < len(png):
        size, kind = struct.unpack(">I4s", png[place:place + 8])
        part = png[place + 8:place + 8 + size]
        if kind == b"IHDR":
            width, _, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", part)
            assert (depth, interlaced) == (8, 0) and colour in (2, 6), "another kind of PNG"
            step = 3 if colour == 2 else 4
        if kind == b"IDAT":
            data += part
        place += size + 12
    raw, length = zlib.decompress(data), width * step
    rows, above = [], bytes(length)
    for start in range(0, len(raw), length + 1):
        above = unfiltered(raw[start], raw[start + 1:start + 1 + length], above, step)
        rows.append((above, step))
    return width, rows


def unfiltered(kind, line, above, step):
    row = bytearray(line)
    if kind == 1:
        for at in range(step, len(row)):
            row[at] = row[at] + row[at - step] & 255
    elif kind == 2:
        row = bytearray(a + b & 255 for a, b in zip(row, above))
    elif kind == 3:
        for at in range(len(row)):
            left = row[at - step] if at >= step else 0
            row[at] = row[at] + (left + above[at]) // 2 & 255
    elif kind == 4:
        for at in range(len(row)):
            a = row[at - step] if at >= step else 0
            b, c = above[at], above[at - step] if at >= step else 0
            guess = a + b - c
            near = min((abs(guess - a), 0, a), (abs(guess - b), 1, b), (abs(guess - c), 2, c))
            row[at] = row[at] + near[2] & 255
    return bytes(row)
