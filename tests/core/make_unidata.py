"""Writes runtime/core/unidata.py from the character database of the Python that runs it (3.11: Unicode 14).

A property is a table of runs (first, last, stride), a mapping one of (first, last, stride, image of first); a
mapping to several characters one of (character, image, image, image or 0). A number is four characters, base 34
from ']' on. Only characters from 256 on are in the tables, except in the mappings.
"""
import sys
import unicodedata

BASE = 34
FIRST = 93

PROPERTIES = {
    "PRINTABLE": str.isprintable,
    "SPACE": str.isspace,
    "ALPHA": str.isalpha,
    "DECIMAL": str.isdecimal,
    "DIGIT": str.isdigit,
    "NUMERIC": str.isnumeric,
    "UPPER": str.isupper,
    "LOWER": str.islower,
    "TITLE": lambda c: unicodedata.category(c) == "Lt",
    "START": str.isidentifier,
    "CONTINUE": lambda c: ("a" + c).isidentifier(),
    # Characters that the final-sigma rule looks through: Python tells by lowering a sigma behind them.
    "IGNORABLE": lambda c: ("A" + c + "\u03a3").lower()[-1] == "\u03c2" and ("-" + c + "\u03a3").lower()[-1] != "\u03c2",
}
MAPPINGS = {"TO_UPPER": str.upper, "TO_LOWER": str.lower, "TO_TITLE": str.title, "TO_FOLD": str.casefold}


def number(n):
    digits = ""
    for _ in range(4):
        digits = chr(FIRST + n % BASE) + digits
        n //= BASE
    return digits


def runs(members):
    found = []
    for c in members:
        if found:
            first, last, stride = found[-1]
            if first == last and c - last <= 2 or c - last == stride and first != last:
                found[-1] = (first, c, c - last)
                continue
        found.append((c, c, 1))
    return found


def mapping_runs(pairs):
    found = []
    for c, image in pairs:
        if found:
            first, last, stride, start = found[-1]
            follows = image - start == c - first
            if follows and (first == last and c - last <= 2 or c - last == stride and first != last):
                found[-1] = (first, c, c - last, start)
                continue
        found.append((c, c, 1, image))
    return found


def tables():
    every = [chr(c) for c in range(0x110000)]
    for name, test in PROPERTIES.items():
        yield name, runs([ord(c) for c in every[256:] if test(c)])
    for name, change in MAPPINGS.items():
        images = [(ord(c), change(c)) for c in every if change(c) != c]
        yield name, mapping_runs([(c, ord(image)) for c, image in images if len(image) == 1])
        several = [(c, [ord(i) for i in image] + [0]) for c, image in images if len(image) > 1]
        yield name + "_MANY", [(c, i[0], i[1], i[2]) for c, i in several]


def text():
    lines = ["# Unicode " + unicodedata.unidata_version + ", written by tests/core/make_unidata.py, which explains the format.", ""]
    for name, rows in tables():
        lines.append('%s = "%s"' % (name, "".join(number(n) for row in rows for n in row)))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
