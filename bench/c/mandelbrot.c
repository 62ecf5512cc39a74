/* Mandelbrot: examples/mandelbrot.py in C. */
#include <stdio.h>
#include <stdlib.h>

#define LIMIT 200
#define WIDEST 100 /* that is shown as text */

static const char shades[] = " .:-=+*#%@";

/* Steps until the orbit of c leaves the circle of radius 2; LIMIT if it does not. */
static int iterations(double cr, double ci) {
    double zr = 0, zi = 0;
    for (int step = 0; step < LIMIT; step++) {
        double zr2 = zr * zr, zi2 = zi * zi;
        if (zr2 + zi2 > 4.0) {
            return step;
        }
        zi = 2.0 * zr * zi + ci;
        zr = zr2 - zi2 + cr;
    }
    return LIMIT;
}

static char shade(int steps) {
    return steps == LIMIT ? '@' : shades[steps % (sizeof shades - 2)];
}

static void print_stripped(const char *line, int length) {
    while (length > 0 && line[length - 1] == ' ') {
        length--;
    }
    printf("%.*s\n", length, line);
}

int main(int argc, char **argv) {
    int width = argc > 1 ? atoi(argv[1]) : 800, height = width / 2;
    int picture = width <= WIDEST;
    char line[WIDEST];
    long inside = 0, total = 0;
    for (int row = 0; row < height; row++) {
        double ci = 2.4 * row / height - 1.2;
        for (int column = 0; column < width; column++) {
            int steps = iterations(3.2 * column / width - 2.2, ci);
            total += steps;
            inside += steps == LIMIT;
            if (picture) {
                line[column] = shade(steps);
            }
        }
        if (picture) {
            print_stripped(line, width);
        }
    }
    printf("%d x %d points, %ld inside, %ld iterations\n", width, height, inside, total);
}
