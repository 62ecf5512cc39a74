# test: example 16 12
"""A ray tracer: spheres and a floor with shadows and reflections, written as a PPM image (text, P3).

    python3.11 examples/ray_tracer.py [width] [height] [file.ppm]

Without a file the image goes to standard output.
"""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from typing import Iterator, NamedTuple, Optional


@dataclass(frozen=True)
class Vector:
    x: float
    y: float
    z: float

    def __add__(self, other: Vector) -> Vector:
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: Vector) -> Vector:
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor: float) -> Vector:
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    __rmul__ = __mul__

    def __neg__(self) -> Vector:
        return self * -1.0

    def __matmul__(self, other: Vector) -> float:
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __iter__(self) -> Iterator[float]:
        yield self.x
        yield self.y
        yield self.z

    @property
    def length(self) -> float:
        return math.sqrt(self @ self)

    def normalised(self) -> Vector:
        return self * (1 / self.length)

    def reflected(self, normal: Vector) -> Vector:
        return self - 2 * (self @ normal) * normal

    def tinted(self, colour: Vector) -> Vector:
        return Vector(self.x * colour.x, self.y * colour.y, self.z * colour.z)


BLACK = Vector(0, 0, 0)
WHITE = Vector(1, 1, 1)
RED, GREEN, BLUE = Vector(0.9, 0.2, 0.2), Vector(0.3, 0.8, 0.3), Vector(0.25, 0.35, 0.9)
EPSILON = 1e-6


class Ray(NamedTuple):
    origin: Vector
    direction: Vector

    def at(self, distance: float) -> Vector:
        return self.origin + distance * self.direction


@dataclass
class Material:
    colour: Vector = WHITE
    mirror: float = 0.0
    shine: int = 0


class Body:
    def __init__(self, material: Material):
        self.material = material

    def hit(self, ray: Ray) -> Optional[float]:
        raise NotImplementedError

    def normal(self, point: Vector) -> Vector:
        raise NotImplementedError

    def colour(self, point: Vector) -> Vector:
        return self.material.colour


class Sphere(Body):
    def __init__(self, centre: Vector, radius: float, material: Material):
        super().__init__(material)
        self.centre = centre
        self.radius = radius

    def hit(self, ray):
        away = self.centre - ray.origin
        along = away @ ray.direction
        discriminant = along**2 - away @ away + self.radius**2
        if discriminant < 0:
            return None
        root = math.sqrt(discriminant)
        for distance in (along - root, along + root):
            if distance > EPSILON:
                return distance
        return None

    def normal(self, point):
        return (point - self.centre) * (1 / self.radius)


class Floor(Body):
    def __init__(self, height: float, material: Material, other: Vector):
        super().__init__(material)
        self.height = height
        self.other = other

    def hit(self, ray):
        if abs(ray.direction.y) < EPSILON:
            return None
        distance = (self.height - ray.origin.y) / ray.direction.y
        return distance if distance > EPSILON else None

    def normal(self, point):
        return Vector(0, 1, 0)

    def colour(self, point):
        odd = (math.floor(point.x) + math.floor(point.z)) % 2
        return self.other if odd else super().colour(point)


class Scene:
    def __init__(self, bodies: list[Body], light: Vector, depth: int = 3):
        self.bodies = bodies
        self.light = light
        self.depth = depth
        self.rays = 0

    def nearest(self, ray: Ray) -> Optional[tuple[float, Body]]:
        self.rays += 1
        hits = [(distance, body) for body in self.bodies if (distance := body.hit(ray)) is not None]
        return min(hits, key=lambda hit: hit[0], default=None)

    def is_lit(self, point: Vector) -> bool:
        towards = self.light - point
        hit = self.nearest(Ray(point, towards.normalised()))
        return hit is None or hit[0] > towards.length

    @staticmethod
    def sky(direction: Vector) -> Vector:
        share = 0.5 * (direction.y + 1)
        return (1 - share) * WHITE + share * Vector(0.4, 0.6, 1)

    def trace(self, ray: Ray, depth: int = 0) -> Vector:
        hit = self.nearest(ray)
        if hit is None:
            return self.sky(ray.direction)
        distance, body = hit
        point, material = ray.at(distance), body.material
        normal = body.normal(point)
        outside = point + normal * EPSILON * 100
        colour = 0.15 * body.colour(point)
        if self.is_lit(outside):
            towards = (self.light - point).normalised()
            colour += max(0.0, towards @ normal) * 0.85 * body.colour(point)
            if material.shine:
                gleam = max(0.0, -towards.reflected(normal) @ -ray.direction)
                colour += gleam**material.shine * WHITE
        if material.mirror and depth < self.depth:
            reflection = self.trace(Ray(outside, ray.direction.reflected(normal)), depth + 1)
            colour = (1 - material.mirror) * colour + material.mirror * reflection
        return colour


def camera(width: int, height: int, eye: Vector = Vector(0, 1, -4)) -> Iterator[tuple[int, int, Ray]]:
    scale = 2 / min(width, height)
    for row in range(height):
        for column in range(width):
            x = (column + 0.5 - width / 2) * scale
            y = (height / 2 - row - 0.5) * scale
            yield row, column, Ray(eye, Vector(x, y - 0.2, 2).normalised())


def to_byte(part: float) -> int:
    return round(255 * min(1.0, max(0.0, part)) ** (1 / 2.2))


def write_ppm(image: list[list[Vector]], file) -> None:
    print(f"P3\n{len(image[0])} {len(image)}\n255", file=file)
    for line in image:
        print("  ".join("{:3} {:3} {:3}".format(*map(to_byte, pixel)) for pixel in line), file=file)


def main() -> None:
    width = int(sys.argv[1]) if len(sys.argv) > 1 else 160
    height = int(sys.argv[2]) if len(sys.argv) > 2 else width * 3 // 4
    scene = Scene(
        [
            Sphere(Vector(0, 1, 1), 1, Material(RED, 0.3, 50)),
            Sphere(Vector(-1.6, 0.6, 0.2), 0.6, Material(GREEN, shine=10)),
            Sphere(Vector(1.4, 0.5, -0.3), 0.5, Material(BLUE, mirror=0.5, shine=100)),
            Floor(0, Material(mirror=0.1), Vector(0.2, 0.2, 0.25)),
        ],
        light=Vector(-3, 5, -3),
    )
    image = [[BLACK] * width for _ in range(height)]
    for row, column, ray in camera(width, height):
        image[row][column] = scene.trace(ray)
    if len(sys.argv) > 3:
        with open(sys.argv[3], "w", encoding="ascii") as file:
            write_ppm(image, file)
    else:
        write_ppm(image, sys.stdout)
    average = sum((sum(line, BLACK) for line in image), BLACK) * (1 / (width * height))
    print(f"{scene.rays} rays; on average {', '.join(f'{part:.3f}' for part in average)}", file=sys.stderr)


if __name__ == "__main__":
    main()
