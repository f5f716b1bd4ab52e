"""Arithmetic over the whole sheet, for tones and for where lines run."""

import numpy as np


def smoothstep(low, high, value):
    t = np.clip((value - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def around(plate, x, y, flatten=1.0):
    """The distance from a point; `flatten` above 1 makes the rings low ellipses."""
    return np.hypot(plate.x - x, (plate.y - y) * flatten)
