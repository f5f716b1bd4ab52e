"""A camera, and upright walls in its view."""

import math

import numpy as np

from ink import HEIGHT, WIDTH
from shapes import line, polygon


class Camera:
    """Projects points (x to the right, y away from us, z up) on the sheet."""

    def __init__(self, eye, target, zoom, centre=(WIDTH / 2, HEIGHT / 2)):
        self.eye = np.asarray(eye, float)
        self.forward = unit(np.asarray(target, float) - self.eye)
        self.right = unit(np.cross(self.forward, (0, 0, 1)))
        self.up = np.cross(self.right, self.forward)
        self.zoom, self.centre = zoom, centre

    def __call__(self, x, y, z=0.0):
        ray = np.asarray((x, y, z), float) - self.eye
        depth = max(ray @ self.forward, 0.01)
        return (
            self.centre[0] + self.zoom * (ray @ self.right) / depth,
            self.centre[1] - self.zoom * (ray @ self.up) / depth,
        )

    def size(self, x, y, z=0.0):
        """How many units of the sheet one unit of the world is, there."""
        return self.zoom / max((np.asarray((x, y, z), float) - self.eye) @ self.forward, 0.01)

    def ground(self, *points):
        return polygon(*(self(*point) for point in points))


class Wall:
    """An upright plane in a camera's view: `u` runs along it from its origin, `z` up."""

    def __init__(self, camera, origin, direction):
        self.camera, self.origin = camera, origin
        self.direction = unit(np.asarray(direction, float))

    def point(self, u, z):
        return self.camera(self.origin[0] + u * self.direction[0], self.origin[1] + u * self.direction[1], z)

    def rectangle(self, u0, z0, u1, z1):
        return polygon(*(self.point(u, z) for u, z in ((u0, z0), (u1, z0), (u1, z1), (u0, z1))))

    def line(self, *points):
        return line(*(self.point(u, z) for u, z in points))

    def polygon(self, *points):
        return polygon(*(self.point(u, z) for u, z in points))

    def arch(self, u, z, width, height):
        radius = width / 2
        turn = np.linspace(0, math.pi, 13)
        head = [(u + radius * math.cos(t), z + height - radius + radius * math.sin(t)) for t in turn]
        return self.polygon((u + radius, z), *head, (u - radius, z))

    def disc(self, u, z, radius):
        return self.polygon(*((u + radius * math.cos(t), z + radius * math.sin(t)) for t in np.linspace(0, 6.2, 40)))


def unit(vector):
    return vector / np.linalg.norm(vector)
