/* N-body: examples/nbody.py as a C programmer writes it. The operations on doubles come in the same order, so that the
 * last digits agree. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "python_text.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define SOLAR_MASS (4 * M_PI * M_PI)
#define DAYS 365.24

typedef struct {
    const char *name;
    double x, y, z, vx, vy, vz, mass;
} Body;

/* Velocities a day, masses in suns; scale() makes years and solar masses of them. */
static Body bodies[] = {
    {"sun", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0},
    {"jupiter", 4.84143144246472090e00, -1.16032004402742839e00, -1.03622044471123109e-01, 1.66007664274403694e-03,
     7.69901118419740425e-03, -6.90460016972063023e-05, 9.54791938424326609e-04},
    {"saturn", 8.34336671824457987e00, 4.12479856412430479e00, -4.03523417114321381e-01, -2.76742510726411899e-03,
     4.99852801234917238e-03, 2.30417297573763929e-05, 2.85885980666130812e-04},
    {"uranus", 1.28943695621391310e01, -1.51111514016986312e01, -2.23307578892655734e-01, 2.96460137564761618e-03,
     2.37847173959480950e-03, -2.96589568540237556e-05, 4.36624404335156298e-05},
    {"neptune", 1.53796971148509165e01, -2.59193146099879641e01, 1.79258772950371181e-01, 2.68067772490389322e-03,
     1.62824170038242295e-03, -9.51592254519715870e-05, 5.15138902046611451e-05},
};

static void scale(void) {
    for (size_t i = 0; i < COUNT(bodies); i++) {
        bodies[i].vx *= DAYS;
        bodies[i].vy *= DAYS;
        bodies[i].vz *= DAYS;
        bodies[i].mass *= SOLAR_MASS;
    }
}

/* Gives the sun the momentum that makes the total zero. */
static void balance(void) {
    double px = 0, py = 0, pz = 0;
    for (size_t i = 0; i < COUNT(bodies); i++) {
        px += bodies[i].vx * bodies[i].mass;
        py += bodies[i].vy * bodies[i].mass;
        pz += bodies[i].vz * bodies[i].mass;
    }
    bodies[0].vx = -px / SOLAR_MASS;
    bodies[0].vy = -py / SOLAR_MASS;
    bodies[0].vz = -pz / SOLAR_MASS;
}

static double energy(void) {
    double total = 0;
    for (size_t i = 0; i < COUNT(bodies); i++) {
        const Body *a = &bodies[i];
        total += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
        for (size_t j = i + 1; j < COUNT(bodies); j++) {
            const Body *b = &bodies[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            total -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    return total;
}

static void attract(Body *a, Body *b, double dt) {
    double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
    double square = dx * dx + dy * dy + dz * dz;
    double strength = dt / (square * sqrt(square));
    a->vx -= dx * b->mass * strength;
    a->vy -= dy * b->mass * strength;
    a->vz -= dz * b->mass * strength;
    b->vx += dx * a->mass * strength;
    b->vy += dy * a->mass * strength;
    b->vz += dz * a->mass * strength;
}

static void advance(double dt) {
    for (size_t i = 0; i < COUNT(bodies); i++) {
        for (size_t j = i + 1; j < COUNT(bodies); j++) {
            attract(&bodies[i], &bodies[j], dt);
        }
    }
    for (size_t i = 0; i < COUNT(bodies); i++) {
        bodies[i].x += dt * bodies[i].vx;
        bodies[i].y += dt * bodies[i].vy;
        bodies[i].z += dt * bodies[i].vz;
    }
}

int main(int argc, char **argv) {
    int steps = argc > 1 ? atoi(argv[1]) : 500000;
    scale();
    balance();
    printf("energy %.9f\n", energy());
    for (int i = 0; i < steps; i++) {
        advance(0.01);
    }
    printf("energy %.9f\n", energy());
    for (size_t i = 0; i < COUNT(bodies); i++) {
        FloatText x = float_text(bodies[i].x), y = float_text(bodies[i].y), z = float_text(bodies[i].z);
        printf("%s %s %s %s\n", bodies[i].name, x.text, y.text, z.text);
    }
}
