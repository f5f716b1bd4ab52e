import math

import numpy as np

from figures import person
from gallery import picture
from ink import INK, MIST, OCHRE, PAPER, SLATE, VERMILION, WIDTH
from shapes import curve, ellipse, gouge, line, mirrored, placed, polygon, rectangle
from ships import print_trawler, trawler
from sky import clouds, gull, sky_lines
from tones import around
from water import Water


@picture("harbour-dawn")
def harbour_dawn(plate):
    """The Long Mole at first light, from the fish quay."""
    horizon, sun = 560, (610, 540)
    far = around(plate, *sun, flatten=1.7)
    height = np.clip(1 - plate.y / horizon, 0, 1)
    cloud = clouds(plate, 700, 70, cover=0.05)
    lines = sky_lines(plate)
    above = plate.mask(rectangle(0, 0, WIDTH, horizon))
    plate.engrave(OCHRE, 1.25 - far / 640, lines, above)
    plate.engrave(VERMILION, cloud * np.exp(-far / 420) * 1.0, lines + 0.5, above)
    plate.engrave(SLATE, 0.25 + 1.0 * height - np.exp(-far / 260) + 0.35 * cloud, lines, above)
    plate.engrave(INK, 0.95 * height**1.4 + 0.75 * cloud - 1.15 * np.exp(-far / 330) - 0.12, lines, above)
    plate.fill(VERMILION, ellipse(*sun, 66))

    water = Water(plate, horizon)
    glitter = water.glitter(sun[0], 46, 150)
    plate.print_cover(MIST, water.area * 0.9)
    water.engrave(OCHRE, 1.2 * glitter, 0.35)
    water.engrave(VERMILION, 1.0 * water.glitter(sun[0], 30, 30) - 0.25 - 0.3 * water.depth, 0.5)
    water.engrave(INK, 0.34 + 0.42 * water.depth - 0.72 * glitter, 0.5)

    long_mole(plate, water)
    dark, _, _ = trawler(352, 640, 0.86)
    water.reflect(INK, 0.75, *(mirrored(path, 642, 0.7) for path in dark))
    print_trawler(plate, 352, 640, 0.86)
    for x, y, span in ((180, 250, 60), (262, 316, 40), (470, 236, 50), (772, 330, 34), (850, 208, 66),
        (905, 268, 30)):
        plate.fill(INK, gull(x, y, span, (x % 7 - 3) / 14))
    quayside(plate)


def long_mole(plate, water):
    """The breakwater with its light, coming in from the right."""
    hills = curve((860, 562), (1000, 540), (1130, 520), (1290, 500), (1420, 512), (1620, 470), (1620, 562),
        closed=True)
    plate.fill(SLATE, hills)
    plate.engrave(INK, 0.45, (plate.x + plate.y * 1.6) / 9, plate.mask(hills))
    wall = polygon((905, 600), (912, 566), (1000, 562), (1000, 552), (1620, 520), (1620, 668))
    tower = [polygon((925, 568), (933, 420), (967, 420), (975, 568)), rectangle(927, 408, 46, 12),
        rectangle(938, 378, 24, 30), polygon((934, 380), (950, 358), (966, 380))]
    water.reflect(INK, 0.8, *(mirrored(path, 604, 0.75) for path in (*tower, rectangle(905, 560, 720, 44))))
    plate.fill(INK, wall, *tower)
    plate.fill(OCHRE, rectangle(942, 384, 16, 20))
    plate.fill(VERMILION, polygon((929, 500), (931, 462), (969, 462), (971, 500)))
    area = plate.mask(wall)
    plate.engrave(MIST, 0.34 + 0.3 * plate.noise(60, 30), (plate.y + 0.055 * plate.x - 40) / 13, area)
    plate.engrave(INK, 0.25 + 0.2 * plate.noise(40, 20),
        (plate.x + 18 * np.rint((plate.y + 0.055 * plate.x) / 13)) / 37, area)
    plate.fill(PAPER, *(gouge(930 + 3.4 * i, 562 - i, 935 + 3 * i, 512, 1.5) for i in range(4)))
    plate.fill(PAPER, *(gouge(936 + 3 * i, 455, 938 + 2.6 * i, 424, 1.4) for i in range(4)))
    for x, foot, tall in ((1120, 546, 30), (1138, 545, 28), (1340, 535, 34)):
        plate.fill(INK, *person(x, foot, tall))


def quayside(plate):
    """The near quay: bollards, ropes, pots, a mast."""
    quay = polygon((-10, 960), (520, 930), (1610, 905), (1610, 1080), (-10, 1080))
    area = plate.mask(quay)
    plate.print_cover(INK, area)
    plate.engrave(SLATE, 0.34 + 0.4 * plate.noise(160, 40), (plate.y + 0.03 * plate.x) / 12, area)
    plate.engrave(INK, 0.22, (plate.x * 1.1 - (plate.y - 900) * 1.2) / 96, area)
    plate.stroke(OCHRE, 4, line((-10, 960), (520, 930), (1610, 905)))
    rope = curve((232, 925), (150, 985), (40, 1000), (-20, 985))
    plate.stroke(INK, 11, rope)
    plate.stroke(OCHRE, 7, rope)
    bollard(plate, 240, 985, 1.35)
    bollard(plate, 560, 962, 0.95)
    for x, y, size in ((1150, 975, 1.0), (1290, 985, 1.1), (1216, 905, 0.95), (1420, 975, 1.0)):
        lobster_pot(plate, x, y, size)
    at = dict(x=1010, foot=990, height=285, flip=True)
    plate.fill(INK, *person(**at, hat="cap", coat=0.40, stride=0.055))
    scarf = curve((-0.075, -0.855), (0.07, -0.86), (0.085, -0.815), (0.0, -0.80), (-0.09, -0.815), closed=True)
    plate.fill(VERMILION, placed(scarf, 1010, 990, 285, flip=True))
    plate.fill(OCHRE, gouge(979, 770, 966, 852, 4, 5), gouge(990, 776, 985, 872, 2.6), gouge(999, 900, 996, 975, 2.4))


def lobster_pot(plate, x, foot, size):
    """A half-round creel of netting on a wooden base."""
    shell = lambda context: (ellipse(0, -4, 62, 62, math.pi, 2 * math.pi)(context), context.close_path())
    outer = placed(shell, x, foot, size)
    plate.fill(INK, outer)
    area = plate.mask(placed(shell, x, foot, size * 0.93))
    for slope in (1, -1):
        plate.engrave(OCHRE, 0.24, (plate.y + slope * plate.x) / (17 * size), area)
    plate.stroke(INK, 7 * size, outer, placed(ellipse(0, -4, 36, 62, math.pi, 2 * math.pi), x, foot, size))
    plate.stroke(OCHRE, 2.5 * size, outer)
    plate.fill(INK, rectangle(x - 68 * size, foot - 10 * size, 136 * size, 14 * size))


def bollard(plate, x, foot, size):
    body = [
        polygon((-20, 0), (-16, -50), (16, -50), (20, 0)),
        curve((-26, -52), (-22, -68), (0, -74), (22, -68), (26, -52), (0, -46), closed=True),
        ellipse(0, 0, 30, 9),
    ]
    plate.fill(INK, *(placed(path, x, foot, size) for path in body))
    marks = [gouge(-12 + 5 * i, -44, -15 + 5 * i, -4, 2.2 - 0.5 * i) for i in range(3)]
    marks.append(gouge(-20, -62, 6, -67, 3, -2))
    plate.fill(OCHRE, *(placed(mark, x, foot, size) for mark in marks))
