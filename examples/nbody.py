# test: example 200
"""N-body: the sun and its four giant planets, integrated with a symplectic (leapfrog) method.

Units: astronomical units, days turned into years, masses such that the sun's is 4 pi squared.

    python3.11 examples/nbody.py [steps]
"""

import math
import sys

SOLAR_MASS = 4 * math.pi * math.pi
DAYS = 365.24


class Body:
    def __init__(self, name, x, y, z, vx, vy, vz, mass):
        self.name = name
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx * DAYS
        self.vy = vy * DAYS
        self.vz = vz * DAYS
        self.mass = mass * SOLAR_MASS


def solar_system():
    return [
        Body("sun", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        Body(
            "jupiter",
            4.84143144246472090e00,
            -1.16032004402742839e00,
            -1.03622044471123109e-01,
            1.66007664274403694e-03,
            7.69901118419740425e-03,
            -6.90460016972063023e-05,
            9.54791938424326609e-04,
        ),
        Body(
            "saturn",
            8.34336671824457987e00,
            4.12479856412430479e00,
            -4.03523417114321381e-01,
            -2.76742510726411899e-03,
            4.99852801234917238e-03,
            2.30417297573763929e-05,
            2.85885980666130812e-04,
        ),
        Body(
            "uranus",
            1.28943695621391310e01,
            -1.51111514016986312e01,
            -2.23307578892655734e-01,
            2.96460137564761618e-03,
            2.37847173959480950e-03,
            -2.96589568540237556e-05,
            4.36624404335156298e-05,
        ),
        Body(
            "neptune",
            1.53796971148509165e01,
            -2.59193146099879641e01,
            1.79258772950371181e-01,
            2.68067772490389322e-03,
            1.62824170038242295e-03,
            -9.51592254519715870e-05,
            5.15138902046611451e-05,
        ),
    ]


def balance(bodies):
    """Gives the sun the momentum that makes the total zero."""
    px = py = pz = 0.0
    for body in bodies:
        px += body.vx * body.mass
        py += body.vy * body.mass
        pz += body.vz * body.mass
    sun = bodies[0]
    sun.vx = -px / SOLAR_MASS
    sun.vy = -py / SOLAR_MASS
    sun.vz = -pz / SOLAR_MASS


def energy(bodies):
    total = 0.0
    for i in range(len(bodies)):
        body = bodies[i]
        total += 0.5 * body.mass * (body.vx * body.vx + body.vy * body.vy + body.vz * body.vz)
        for j in range(i + 1, len(bodies)):
            other = bodies[j]
            dx = body.x - other.x
            dy = body.y - other.y
            dz = body.z - other.z
            total -= body.mass * other.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def attract(body, other, dt):
    dx = body.x - other.x
    dy = body.y - other.y
    dz = body.z - other.z
    square = dx * dx + dy * dy + dz * dz
    strength = dt / (square * math.sqrt(square))
    body.vx -= dx * other.mass * strength
    body.vy -= dy * other.mass * strength
    body.vz -= dz * other.mass * strength
    other.vx += dx * body.mass * strength
    other.vy += dy * body.mass * strength
    other.vz += dz * body.mass * strength


def advance(bodies, dt):
    count = len(bodies)
    for i in range(count):
        body = bodies[i]
        for j in range(i + 1, count):
            attract(body, bodies[j], dt)
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 500000
    bodies = solar_system()
    balance(bodies)
    print(f"energy {energy(bodies):.9f}")
    for _ in range(steps):
        advance(bodies, 0.01)
    print(f"energy {energy(bodies):.9f}")
    for body in bodies:
        print(body.name, body.x, body.y, body.z)


if __name__ == "__main__":
    main()
