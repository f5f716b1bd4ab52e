import math

import numpy as np

from gallery import picture
from ink import INK, MIST, OCHRE, PAPER, SLATE, VERMILION, WIDTH
from perspective import Camera, Wall
from shapes import curve, ellipse, gouge, line, placed, polygon, rectangle
from sky import gull
from tones import around


@picture("football-ground", ground=INK)
def football_ground(plate):
    """Saltfield under the floodlights, from behind the home supporters."""
    camera = Camera(eye=(-6, -44, 21), target=(2, 30, 3), zoom=1180, centre=(800, 560))
    pylons = [(-56, 84, 41), (60, 84, 41)]
    lamps = [camera(*pylon) for pylon in pylons]
    night = plate.noise(520, 130, octaves=3)
    rings = np.minimum(around(plate, *lamps[0]), around(plate, *lamps[1]))
    phase = (rings + 14 * plate.noise(300, 200)) / 15
    above = plate.mask(rectangle(0, 0, WIDTH, 470))
    plate.engrave(SLATE, 0.30 + 0.30 * night + 0.4 * np.exp(-rings / 300), phase, above)
    plate.engrave(MIST, 1.05 * np.exp(-rings / 190) - 0.12 + 0.14 * night, phase, above)
    plate.engrave(OCHRE, 1.25 * np.exp(-rings / 85), phase, above)
    town_behind(plate)
    plate.fill(INK, rectangle(0, 318, WIDTH, 260))
    far_stand(plate, camera)
    pitch(plate, camera)
    for pylon in pylons:
        floodlight(plate, camera, pylon)
    match(plate, camera)
    for x, y, span in ((700, 120, 66), (800, 170, 48), (905, 104, 40), (640, 200, 32)):
        plate.fill(PAPER, gull(x, y, span, (x % 5 - 2) / 10))
    supporters(plate)


def town_behind(plate):
    x = -20.0
    while x < WIDTH:
        width, height = plate.random.uniform(40, 90), plate.random.uniform(16, 54)
        plate.fill(INK, polygon((x, 330), (x, 300 - height), (x + width / 2, 282 - height), (x + width, 300 - height),
            (x + width, 330)))
        x += width
    plate.fill(INK, polygon((1180, 320), (1184, 170), (1200, 100), (1216, 170), (1220, 320)))


def far_stand(plate, camera):
    """The stand opposite, its crowd and its roof."""
    terrace = polygon(camera(-56, 74, 1.2), camera(56, 74, 1.2), camera(60, 90, 12), camera(-60, 90, 12))
    plate.fill(INK, terrace)
    plate.engrave(SLATE, 0.3, plate.y / 9, plate.mask(terrace))
    for along, up in plate.scatter(2600, (-56, 56), (0, 1)):
        x, y = camera(along * (1 + 0.07 * up), 74 + 16 * up, 1.9 + 10.8 * up)
        ink = (PAPER, MIST, OCHRE, VERMILION, SLATE)[int(plate.random.integers(5))]
        plate.fill(ink, ellipse(x, y, 2.6, 3.3))
    roof = polygon(camera(-60, 72, 17), camera(60, 72, 17), camera(62, 92, 19.5), camera(-62, 92, 19.5))
    plate.fill(INK, roof)
    fascia = Wall(camera, (-60, 72), (1, 0))
    plate.fill(VERMILION, fascia.rectangle(0, 15.6, 120, 17.4))
    middle = fascia.point(60, 16.02)
    plate.text(PAPER, "SALTFIELD", *middle, 22, bold=True, spacing=14)
    plate.stroke(INK, 4, *(line(camera(x, 73, 1), camera(x, 73, 16)) for x in range(-56, 57, 16)))
    boards = Wall(camera, (-54, 71), (1, 0))
    plate.fill(PAPER, boards.rectangle(0, 0, 108, 1.1))
    plate.engrave(INK, 0.5, plate.x / 34, plate.mask(boards.rectangle(0, 0.3, 108, 0.8)))


def pitch(plate, camera):
    grass = camera.ground((-62, -30), (62, -30), (60, 71), (-60, 71))
    area = plate.mask(grass)
    plate.print_cover(SLATE, area)
    top = camera(0, 71)[1]
    depth = np.clip(plate.y - top + 26, 1, None)
    stripes = plate.mask(*(camera.ground((x, 0), (x + 7.5, 0), (x + 7.5, 68), (x, 68)) for x in range(-52, 52, 15)))
    plate.engrave(MIST, 0.34 + 0.2 * stripes + 0.10 * plate.noise(90, 20), 900 / depth * 3.2, area)
    plate.engrave(INK, 0.36 - 0.3 * stripes, 900 / depth * 3.2 + 0.5, area)
    along = lambda *points: line(*(camera(*point) for point in points))
    ring = lambda cx, cy, radius, start, end: along(*((cx + radius * math.cos(t),
        cy + radius * math.sin(t)) for t in np.linspace(start, end, 50)))
    marks = [along((-52, 0), (52, 0), (52, 68), (-52, 68), (-52, 0)), along((0, 0), (0, 68)),
        ring(0, 34, 9.15, 0, 6.3)]
    for side in (-1, 1):
        marks += [along((side * 52, 14), (side * 36, 14), (side * 36, 54), (side * 52, 54)),
            along((side * 52, 25), (side * 46.5, 25), (side * 46.5, 43), (side * 52, 43))]
    plate.stroke(PAPER, 4.5, *marks)
    for side in (-1, 1):
        posts = along((side * 52, 30.3), (side * 52, 30.3, 2.44), (side * 52, 37.7, 2.44), (side * 52, 37.7))
        plate.stroke(PAPER, 5, posts)


def floodlight(plate, camera, pylon):
    x, y, z = pylon
    legs = [line(camera(x - 3, y, 0), camera(x - 1, y, z)), line(camera(x + 3, y, 0), camera(x + 1, y, z))]
    braces = []
    for step in range(9):
        low, high = z * step / 9, z * (step + 1) / 9
        spread = lambda level: 3 - 2 * level / z
        braces.append(line(camera(x - spread(low), y, low), camera(x + spread(high), y, high)))
        braces.append(line(camera(x + spread(low), y, low), camera(x - spread(high), y, high)))
    plate.stroke(INK, 9, *legs, *braces)
    plate.stroke(MIST, 2.6, *legs, *braces)
    cx, cy = camera(x, y, z)
    plate.fill(INK, rectangle(cx - 66, cy - 46, 132, 92))
    for row in range(4):
        for column in range(6):
            plate.fill(PAPER, ellipse(cx - 53 + 21 * column, cy - 33 + 22 * row, 8.2))


def footballer(x, foot, height, pose, flip=False):
    """A player running or kicking: (shirt paths, limb lines)."""
    put = lambda path: placed(path, x, foot, height, flip)
    shirt = [curve((-0.12, -0.80), (0.10, -0.82), (0.13, -0.66), (0.09, -0.44), (-0.13, -0.44), (-0.13, -0.66),
        closed=True)]
    if pose == "kick":
        legs = [((-0.04, -0.46), (-0.10, -0.24), (-0.12, 0.0)), ((0.06, -0.46), (0.24, -0.34), (0.42, -0.30))]
        arms = [((-0.1, -0.76), (-0.30, -0.66), (-0.42, -0.74)), ((0.1, -0.76), (0.24, -0.60), (0.20, -0.48))]
    else:
        legs = [((-0.04, -0.46), (-0.20, -0.30), (-0.38, -0.36)), ((0.06, -0.46), (0.18, -0.28), (0.12, 0.0))]
        arms = [((-0.1, -0.76), (-0.24, -0.60), (-0.12, -0.48)), ((0.1, -0.76), (0.26, -0.64), (0.34, -0.76))]
    return [*map(put, shirt)], [put(line(*limb)) for limb in (*legs, *arms)], [put(ellipse(0.03, -0.91, 0.065, 0.08))]


def match(plate, camera):
    """The players, their crossed shadows, the ball."""
    home = [(-30, 30, "run", False), (-12, 44, "run", True), (4, 22, "kick", False), (22, 40, "run", False),
        (-20, 10, "run", False), (34, 26, "run", True)]
    away = [(-4, 31, "run", True), (15, 26, "run", True), (28, 50, "run", False), (-36, 50, "run", False),
        (40, 36, "run", True), (-25, 19, "run", False)]
    everyone = sorted([(*player, VERMILION) for player in home] + [(*player, PAPER) for player in away],
        key=lambda player: -player[1])
    for x, y, pose, flip, shirt in everyone:
        foot, height = camera(x, y), 4.3 * camera.size(x, y)
        for dx, dy in ((-5, -3.2), (5, -3.2), (-3, 2.5), (3, 2.5)):
            plate.fill(INK, gouge(*foot, *camera(x + dx * 0.8, y + dy), 0.055 * height))
        shirts, limbs, heads = footballer(*foot, height, pose, flip)
        plate.stroke(INK, 0.115 * height, *limbs)
        plate.outlined(shirt, INK, 0.045 * height, *shirts)
        plate.fill(INK, *heads)
    x, y = camera(7.4, 21.4, 0.9)
    plate.outlined(PAPER, INK, 3, ellipse(x + 12, y + 6, 7.5))


def supporters(plate):
    """Backs, arms and scarves in the near terrace."""
    for row, (level, size, step) in enumerate(((985, 150, 118), (1075, 190, 150))):
        for index, x in enumerate(np.arange(-40 - 60 * row, WIDTH + 120, step)):
            x, lift = x + plate.random.uniform(-22, 22), plate.random.uniform(-24, 22)
            put = lambda path: placed(path, x, level + lift, size)
            body = [curve((-0.62, 0.9), (-0.52, 0.1), (-0.30, -0.06), (-0.1, -0.12), (0.1, -0.12), (0.30, -0.06),
                (0.52, 0.1), (0.62, 0.9), closed=True), ellipse(0, -0.34, 0.20, 0.25)]
            raised = plate.random.random() < 0.42
            arms = [line((s * 0.42, 0.12), (s * 0.62, -0.38), (s * (0.46 if index % 2 else 0.7), -0.86))
                for s in (-1, 1)] if raised else []
            plate.stroke(SLATE, 0.20 * size, *map(put, arms))
            plate.stroke(INK, 0.17 * size, *map(put, arms))
            plate.outlined(INK, SLATE, 3.5, *map(put, body))
            if raised and index % 3 == 0:
                scarf = put(curve((-0.72, -0.94), (0, -0.80), (0.72, -0.94), (0.70, -0.74), (0, -0.60),
                    (-0.70, -0.74), closed=True))
                plate.outlined(VERMILION, INK, 3, scarf)
                area = plate.mask(scarf)
                plate.engrave(PAPER, 0.4, plate.x / 42, area)
            elif index % 2:
                plate.fill(VERMILION, put(curve((-0.24, -0.16), (0, -0.08), (0.24, -0.16), (0.26, -0.02), (0, 0.06),
                    (-0.26, -0.02), closed=True)))
            else:
                plate.fill(VERMILION if index % 4 else OCHRE,
                    put(curve((-0.21, -0.36), (-0.18, -0.60), (0, -0.66), (0.18, -0.60), (0.21, -0.36), closed=True)),
                    put(ellipse(0, -0.68, 0.07)))
            rim = [put(gouge(-0.50, 0.14, -0.30, -0.04, 0.03)), put(gouge(0.30, -0.04, 0.50, 0.14, 0.03))]
            plate.fill(MIST, *rim)
