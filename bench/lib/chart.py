"""Relative CPU times as a picture: groups of bars on a logarithmic axis, as SVG."""

import itertools
import math
from xml.sax.saxutils import escape

COLOURS = ["#8c2d04", "#cc4c02", "#ec7014", "#fe9929", "#fec44f", "#c7b6d8", "#9e8bc2", "#1b6ca8", "#4d4d4d", "#878787"]
COLOURS += ["#35978f", "#80cdc1", "#bababa", "#01665e"]
LEFT, RIGHT, TOP, BAR, GAP, WIDTH = 130, 70, 70, 11, 14, 900
LEGEND_COLUMNS = 5


def text(x, y, words, anchor="start", size=11):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}">{escape(words)}</text>'


def rectangle(x, y, width, height, colour):
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height}" fill="{colour}"/>'


def legend(columns, titles, colours):
    for index, column in enumerate(columns):
        x, y = LEFT + index % LEGEND_COLUMNS * 150, 28 + index // LEGEND_COLUMNS * 14
        yield rectangle(x, y - 9, 10, 10, colours[column])
        yield text(x + 14, y, titles[column])


def axis(scale, low, high, bottom):
    """Lines at 1, 2, 5, 10, ..."""
    for exponent in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1):
        for digit in (1, 2, 5):
            value = digit * 10.0**exponent
            if low <= value <= high:
                x, colour = scale(value), "#000" if value == 1 else "#ccc"
                yield f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{bottom}" stroke="{colour}" stroke-width="0.6"/>'
                yield text(x, bottom + 14, f"{value:g}", "middle")


def bars(groups, scale, colours):
    y = TOP + GAP / 2
    for name, values in groups.items():
        yield text(LEFT - 8, y + len(values) * BAR / 2 + 4, name, "end", 13)
        for column, value in values.items():
            yield rectangle(LEFT, y, max(scale(value) - LEFT, 1), BAR - 1, colours[column])
            yield text(max(scale(value), LEFT) + 4, y + BAR - 2, f"{value:.2f}", size=9)
            y += BAR
        y += GAP


def as_svg(rows, titles, caption):
    """Bars of the rows' field "relative", in groups by example; titles: column -> title, in order."""
    groups = {}
    for row in rows:
        if row["relative"]:
            groups.setdefault(row["example"], {})[row["column"]] = row["relative"]
    values = [value for group in groups.values() for value in group.values()] or [1]
    low, high = min(values) / 1.2, max(values) * 1.2
    bottom = TOP + sum(len(group) * BAR + GAP for group in groups.values())

    def scale(value):
        return LEFT + (WIDTH - LEFT - RIGHT) * math.log(value / low) / math.log(high / low)

    columns = [key for key in titles if any(key in group for group in groups.values())]
    colours = dict(zip(columns, itertools.cycle(COLOURS)))
    shapes = [text(LEFT, 14, caption, size=13), *legend(columns, titles, colours)]
    shapes += [*axis(scale, low, high, bottom), *bars(groups, scale, colours)]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{bottom + 24}" font-family="sans-serif">'
    return "\n".join([head, '<rect width="100%" height="100%" fill="#fff"/>', *shapes, "</svg>", ""])
