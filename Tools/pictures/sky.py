"""What the skies are made of: their lines, clouds, stars, gulls."""

import math

from shapes import curve, placed, polygon
from tones import smoothstep


def sky_lines(plate, period=14, sway=28):
    """Level lines that sway a little."""
    return (plate.y + sway * plate.noise(620, 210)) / period


def clouds(plate, width=520, height=60, cover=0.0):
    """Where long clouds lie, 0 to 1."""
    return smoothstep(cover, cover + 0.9, plate.noise(width, height, octaves=4))


def star(x, y, size):
    points = [(x + size * (1 if i % 2 == 0 else 0.26) * math.sin(i * math.pi / 4),
        y - size * (1 if i % 2 == 0 else 0.26) * math.cos(i * math.pi / 4)) for i in range(8)]
    return polygon(*points)


def gull(x, y, span, tilt=0.0):
    """A gull on the wing."""
    half = span / 2
    wings = curve(
        (-half, -0.10 * span), (-0.30 * span, -0.20 * span), (0, 0), (0.30 * span, -0.20 * span),
        (half, -0.08 * span),
        (0.28 * span, -0.12 * span), (0.06 * span, 0.07 * span), (-0.05 * span, 0.07 * span),
        (-0.28 * span, -0.12 * span),
        closed=True,
    )
    return placed(wings, x, y, turn=tilt)
