"""Water: its lines, its light, its waves."""

import numpy as np
from PIL import Image

from ink import HEIGHT, INK, PAPER, WIDTH


class Water:
    """Water to the horizon: its lines, and the ripple that breaks them up."""

    def __init__(self, plate, horizon, bottom=HEIGHT, far=6, near=22):
        self.plate, self.horizon = plate, horizon
        self.depth = np.clip((plate.y - horizon) / (bottom - horizon), 0, 1.2)
        span = (bottom - horizon) / (near - far)
        self.lines = span * np.log(far + (near - far) * self.depth)
        self.area = (plate.y >= horizon).astype(np.float32) * np.ones_like(plate.x)
        self.ripple = self.texture(110)
        self.phase = self.lines + 0.42 * self.texture(300, 0.35)

    def texture(self, width, rate=0.9):
        """Noise drawn out along the water, finer in the distance."""
        tile = np.asarray(
            Image.fromarray(self.plate.random.uniform(-1, 1, (128, 128)).astype(np.float32)).resize(
                (1024, 1024), Image.Resampling.BICUBIC
            )
        )
        u = (self.plate.x - WIDTH / 2) / (width * (0.16 + 0.84 * self.depth)) * 8 + 512
        v = self.lines * rate * 8
        return tile[v.astype(np.int32) % 1024, u.astype(np.int32) % 1024] * 1.4

    def glitter(self, x, narrow=26, wide=190):
        """The path that a light at `x` lays on the water."""
        return np.exp(-(((self.plate.x - x) / (narrow + wide * self.depth)) ** 2))

    def engrave(self, ink, tone, ripple=0.55, within=None):
        area = self.area if within is None else self.area * within
        self.plate.engrave(ink, tone + ripple * self.ripple, self.phase, area)

    def reflect(self, ink, tone, *paths, ripple=0.5):
        """Prints what the paths (already upside down) mirror."""
        self.engrave(ink, tone, ripple, within=self.plate.mask(*paths))


def wave_row(plate, level, height, length, *, shift=0.0, body=INK, foam=PAPER, period=11, light=0.75):
    """One row of steep waves across the sheet, its lines following the swell."""
    wander = plate.noise(length * 1.6, 4000)[:1]
    turn = 2 * np.pi * plate.x / length + shift + 1.6 * wander
    turn = turn + 0.75 * np.cos(turn)
    peak = (0.5 + 0.5 * np.cos(turn)) ** 1.7
    crest = level - height * peak * (1 + 0.4 * wander)
    below = plate.y - crest
    area = np.clip(below * 2, 0, 1)
    plate.print_cover(body, area)
    lit = 0.34 * np.sin(turn) + 0.16 * peak
    tone = light * np.exp(-below / (height * 1.1)) + lit + 0.22 * plate.noise(130, 30) - 0.26
    swell = (crest - level) * (np.exp(-below / (2.2 * height)) - 1)
    plate.engrave(foam, np.minimum(tone, 0.8), (below + swell + 6 * plate.noise(160, 60)) / period + 0.4, area)
    ragged = 2.5 + 16 * peak**3 * np.clip(plate.noise(46, 300)[:1] + 0.35, 0, 1)
    plate.print_cover(foam, area * np.clip((ragged - below) / 2, 0, 1))
