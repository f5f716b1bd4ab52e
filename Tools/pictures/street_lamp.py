"""A street lamp."""

from ink import INK, OCHRE
from shapes import placed, polygon, rectangle


def street_lamp(plate, x, foot, height, glow=OCHRE):
    post = [
        polygon((-0.012, 0), (-0.007, -0.82), (0.007, -0.82), (0.012, 0)),
        polygon((-0.03, 0), (-0.022, -0.09), (0.022, -0.09), (0.03, 0)),
        polygon((-0.045, -0.94), (0, -1), (0.045, -0.94)),
        rectangle(-0.05, -0.75, 0.1, 0.008),
    ]
    plate.outlined(glow, INK, 2, placed(polygon((-0.025, -0.82), (-0.042, -0.94), (0.042, -0.94), (0.025, -0.82)), x,
        foot, height))
    plate.fill(INK, *(placed(path, x, foot, height) for path in post))
