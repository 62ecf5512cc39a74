# test: example 40
"""Mandelbrot: the set as text, and how many points and iterations it took.

    python3.11 examples/mandelbrot.py [width]
"""

import sys

LIMIT = 200
SHADES = " .:-=+*#%@"


def iterations(cr, ci):
    """Steps until the orbit of c leaves the circle of radius 2; LIMIT if it does not."""
    zr = zi = 0.0
    for step in range(LIMIT):
        zr2 = zr * zr
        zi2 = zi * zi
        if zr2 + zi2 > 4.0:
            return step
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
    return LIMIT


def shade(steps):
    if steps == LIMIT:
        return "@"
    return SHADES[steps % (len(SHADES) - 1)]


def main():
    width = int(sys.argv[1]) if len(sys.argv) > 1 else 800
    height = width // 2
    inside = total = 0
    picture = width <= 100
    for row in range(height):
        ci = 2.4 * row / height - 1.2
        line = ""
        for column in range(width):
            steps = iterations(3.2 * column / width - 2.2, ci)
            total += steps
            if steps == LIMIT:
                inside += 1
            if picture:
                line += shade(steps)
        if picture:
            print(line.rstrip())
    print(f"{width} x {height} points, {inside} inside, {total} iterations")


if __name__ == "__main__":
    main()
