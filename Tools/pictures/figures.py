"""People, and their limbs."""

import math

from shapes import curve, ellipse, placed, polygon, rectangle


def person(x, foot, height, *, stride=0.12, coat=0.36, hat=None, flip=False):
    """A walking or standing figure in a coat, as a list of paths; `hat` is None, "cap" or "brim"."""
    outline = [
        (-0.04, -0.86), (-0.115, -0.825), (-0.165, -0.64), (-0.15, -0.47), (-0.115, -0.47), (-0.10, -0.60),
        (-0.135, -coat), (0.135, -coat), (0.095, -0.60), (0.12, -0.47), (0.155, -0.48), (0.16, -0.64),
        (0.115, -0.825), (0.04, -0.86),
    ]
    paths = [
        ellipse(0.012, -0.93, 0.054, 0.068),
        rectangle(-0.03, -0.89, 0.07, 0.06),
        curve(*outline, closed=True),
        polygon((-0.10, -coat - 0.04), (0.01, -coat - 0.04), (-stride + 0.035, -0.03), (-stride + 0.06, 0),
            (-stride - 0.045, 0), (-stride - 0.035, -0.05)),
        polygon((0.0, -coat - 0.04), (0.11, -coat - 0.04), (stride + 0.035, -0.04), (stride + 0.09, -0.002),
            (stride - 0.025, 0)),
    ]
    if hat == "cap":
        paths.append(curve((-0.055, -0.95), (-0.045, -1.005), (0.05, -1.005), (0.075, -0.965), (0.125, -0.95),
            (0.05, -0.945), closed=True))
    elif hat == "brim":
        paths += [ellipse(0.012, -0.968, 0.105, 0.016),
            polygon((-0.055, -0.97), (-0.045, -1.04), (0.07, -1.04), (0.078, -0.97))]
    return [placed(path, x, foot, height, flip) for path in paths]


def limb(*joints):
    """An arm or leg as paths: joints are (x, y, half the width there)."""
    paths = [ellipse(x, y, half) for x, y, half in joints]
    for (x0, y0, half0), (x1, y1, half1) in zip(joints, joints[1:]):
        length = math.hypot(x1 - x0, y1 - y0)
        nx, ny = (y0 - y1) / length, (x1 - x0) / length
        paths.append(polygon((x0 + nx * half0, y0 + ny * half0), (x1 + nx * half1, y1 + ny * half1),
            (x1 - nx * half1, y1 - ny * half1), (x0 - nx * half0, y0 - ny * half0)))
    return paths
