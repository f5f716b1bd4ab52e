"""Shapes: each function returns one that adds a path to a cairo context."""

import math

import numpy as np


def polygon(*points, closed=True):
    def path(context):
        context.new_sub_path()
        for point in points:
            context.line_to(*point)
        if closed:
            context.close_path()

    return path


def line(*points):
    return polygon(*points, closed=False)


def curve(*points, closed=False):
    """A smooth curve through the points (Catmull-Rom)."""
    points = [np.asarray(point, float) for point in points]
    if closed:
        padded = [points[-1], *points, points[0], points[1]]
    else:
        padded = [points[0], *points, points[-1]]

    def path(context):
        context.new_sub_path()
        context.move_to(*padded[1])
        for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:]):
            context.curve_to(*(start + (end - before) / 6), *(end - (after - start) / 6), *end)
        if closed:
            context.close_path()

    return path


def ellipse(x, y, rx, ry=None, start=0.0, end=2 * math.pi):
    def path(context):
        context.new_sub_path()
        context.save()
        context.translate(x, y)
        context.scale(rx, rx if ry is None else ry)
        context.arc(0, 0, 1, start, end)
        context.restore()

    return path


def rectangle(x, y, width, height):
    return polygon((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def arch(x, bottom, width, height):
    """A round-headed opening, `x` its middle."""
    radius = width / 2
    return lambda context: (
        context.new_sub_path(),
        context.move_to(x - radius, bottom),
        context.arc(x, bottom - height + radius, radius, math.pi, 2 * math.pi),
        context.line_to(x + radius, bottom),
        context.close_path(),
    )


def gouge(x0, y0, x1, y1, width, bend=0.0):
    """The mark of one push of the tool: pointed at both ends, widest in the middle."""
    dx, dy = x1 - x0, y1 - y0
    length = math.hypot(dx, dy) or 1
    nx, ny = -dy / length, dx / length
    mx, my = (x0 + x1) / 2 + nx * bend, (y0 + y1) / 2 + ny * bend

    def path(context):
        context.new_sub_path()
        context.move_to(x0, y0)
        for side, (ex, ey) in ((width, (x1, y1)), (-width, (x0, y0))):
            cx, cy = mx + nx * side, my + ny * side
            sx, sy = context.get_current_point()
            context.curve_to((sx + 2 * cx) / 3, (sy + 2 * cy) / 3, (ex + 2 * cx) / 3, (ey + 2 * cy) / 3, ex, ey)
        context.close_path()

    return path


def placed(path, x=0.0, y=0.0, size=1.0, flip=False, turn=0.0):
    """The same shape somewhere else, larger or smaller, mirrored or turned."""

    def moved(context):
        context.save()
        context.translate(x, y)
        context.rotate(turn)
        context.scale(-size if flip else size, size)
        path(context)
        context.restore()

    return moved


def mirrored(path, level, stretch=1.0):
    """The shape upside down below `level`."""

    def flipped(context):
        context.save()
        context.translate(0, level)
        context.scale(1, -stretch)
        context.translate(0, -level)
        path(context)
        context.restore()

    return flipped
