import math

import numpy as np

from figures import limb
from gallery import picture
from ink import INK, MIST, OCHRE, PAPER, SCALE, SLATE, VERMILION, WIDTH
from plate import bounds
from shapes import arch, curve, ellipse, gouge, line, placed, polygon, rectangle
from ships import sloop
from sky import clouds, sky_lines
from tones import around
from water import Water


@picture("regatta")
def regatta(plate):
    """Two eights neck and neck on the Sill, past the boathouse."""
    horizon = 392
    lines = sky_lines(plate, 14, 20)
    cloud = clouds(plate, 520, 110, cover=-0.1)
    height = np.clip(1 - plate.y / horizon, 0, 1)
    above = plate.mask(rectangle(0, 0, WIDTH, horizon))
    plate.engrave(MIST, 0.95 - 1.0 * cloud, lines, above)
    plate.engrave(SLATE, 0.9 * height - 1.1 * cloud + 0.08, lines, above)
    plate.engrave(OCHRE, 0.5 - 1.3 * height, lines + 0.5, above)
    far_bank(plate, horizon)
    water = Water(plate, horizon, far=5, near=20)
    plate.print_cover(MIST, water.area)
    water.engrave(PAPER, 0.40, 0.5)
    water.engrave(SLATE, 0.40 + 0.3 * water.depth, 0.55)
    water.engrave(INK, -0.06 + 0.34 * water.depth, 0.5)
    for x, level, size in ((420, 446, 0.42), (1480, 440, 0.36), (1225, 452, 0.5)):
        water.reflect(INK, 0.6, polygon((x - 30 * size, level), (x + 60 * size, level), (x + 10, level + 120 * size)))
        sloop(plate, x, level, size, flip=x > 1300)
    buoys(plate)
    eight(plate, (1490, 500), (250, 668), 0.62, PAPER, blade=SLATE)
    eight(plate, (1640, 700), (40, 985), 1.0, VERMILION, blade=VERMILION)


def far_bank(plate, level):
    """Trees, the boathouse with its flags, the crowd along the rail."""
    crowns = [ellipse(x, level - 30 - lift, size * 1.15, size)
        for x, lift, size in plate.scatter(90, (-20, WIDTH + 20), (0, 44), (24, 46))]
    plate.fill(INK, *(placed(crown, 0, -3) for crown in crowns))
    for crown in crowns:
        area = plate.mask(crown)
        rows, columns = bounds(area)
        middle, top = (columns.start + columns.stop) / 2 / SCALE, rows.start / SCALE
        plate.print_cover(SLATE, area[rows, columns], rows, columns)
        puffs = (around(plate, middle - 12, top - 10) + 4 * np.sin(plate.x / 7)) / 11
        plate.engrave(INK, np.clip(0.10 + (around(plate, middle - 14, top) - 14) / 70, 0, 1), puffs, area)
    plate.fill(PAPER, rectangle(0, level - 28, WIDTH, 28))
    plate.engrave(INK, 0.2, plate.y / 9, plate.mask(rectangle(0, level - 28, WIDTH, 28)))
    boathouse(plate, 250, level)
    for x in np.arange(10, 1600, 11.5):
        if not 90 < x < 420:
            tall = plate.random.uniform(26, 36)
            ink = (INK, INK, VERMILION, SLATE, OCHRE)[int(plate.random.integers(5))]
            plate.fill(ink, curve((x - 6, level - 4), (x - 5, level - 0.62 * tall), (x + 5, level - 0.62 * tall),
                (x + 6, level - 4), closed=True))
            plate.fill(INK, ellipse(x, level - 0.8 * tall, 4.2, 5))
    for x in range(480, 1600, 124):
        plate.stroke(INK, 3, line((x, level), (x, level - 150)))
        ink = (VERMILION, OCHRE, PAPER)[x // 124 % 3]
        plate.outlined(ink, INK, 2, curve((x, level - 150), (x + 22, level - 144), (x + 44, level - 152),
            (x + 44, level - 124), (x + 22, level - 116), (x, level - 122), closed=True))
    plate.fill(INK, rectangle(0, level - 6, WIDTH, 9))


def boathouse(plate, x, level):
    body = polygon((x - 150, level), (x - 150, level - 120), (x, level - 206), (x + 150, level - 120),
        (x + 150, level))
    plate.outlined(PAPER, INK, 4, body)
    plate.engrave(INK, 0.2, plate.x / 11, plate.mask(polygon((x - 146, level - 118), (x, level - 202),
        (x + 146, level - 118))))
    plate.fill(VERMILION, polygon((x - 172, level - 112), (x, level - 214), (x + 172, level - 112),
        (x + 172, level - 128), (x, level - 232), (x - 172, level - 128)))
    plate.stroke(INK, 3, polygon((x - 172, level - 112), (x, level - 214), (x + 172, level - 112),
        (x + 172, level - 128), (x, level - 232), (x - 172, level - 128)))
    plate.fill(INK, *(arch(x + dx, level, 76, 84) for dx in (-94, 0, 94)), ellipse(x, level - 146, 19))
    plate.fill(PAPER, ellipse(x, level - 146, 14))
    plate.stroke(INK, 2, line((x, level - 146), (x, level - 157)), line((x, level - 146), (x + 7, level - 142)))
    plate.stroke(OCHRE, 4, *(line((x + dx - 26, level - 14 - 17 * i),
        (x + dx + 26, level - 14 - 17 * i)) for dx in (-94, 94) for i in range(3)))
    plate.stroke(INK, 4, line((x, level - 230), (x, level - 320)))
    plate.outlined(VERMILION, INK, 2.4, polygon((x, level - 318), (x + 78, level - 302), (x, level - 280)))


def buoys(plate):
    for x, y in ((1570, 612), (1330, 640), (1080, 675), (800, 716), (470, 764), (90, 820)):
        size = 6 + (y - 600) / 22
        plate.fill(INK, gouge(x - 3 * size, y + 0.6 * size, x + 3.4 * size, y + 0.6 * size, 0.55 * size))
        plate.outlined(OCHRE, INK, 2.4, ellipse(x, y, size, size * 0.85))


def eight(plate, stern, bow, size, shirt, blade):
    """A racing eight from `stern` to `bow` (to the left), its crew at the finish of the drive."""
    (sx, sy), (bx, by) = stern, bow
    at = lambda t: (sx + (bx - sx) * t, sy + (by - sy) * t)
    scale = lambda t: size * (0.78 + 0.44 * t)
    slope = math.atan2(by - sy, bx - sx) + math.pi
    plate.fill(INK, *(gouge(*(np.array(at(t)) + (30, 34 * scale(t))), *(np.array(at(t + 0.16)) + (0, 34 * scale(t))),
        12 * scale(t)) for t in np.linspace(0, 0.82, 7)))
    deck, keel = [], []
    for t in np.linspace(0, 1, 24):
        x, y = at(t)
        full = min(1, 7 * t, 7 * (1 - t)) * scale(t)
        deck.append((x, y - 9 * full))
        keel.append((x, y + 17 * full))
    seats = [0.12 + 0.086 * seat for seat in range(9)]
    for t in seats[1::2]:
        far_oar(plate, *at(t), scale(t), blade)
    cox(plate, *at(seats[0]), scale(seats[0]))
    for number, t in enumerate(seats[1:]):
        oarsman(plate, *at(t), scale(t), shirt, near=number % 2 == 1)
    hull = polygon(*deck, *keel[::-1])
    plate.outlined(PAPER if shirt != PAPER else OCHRE, INK, 3.4, hull)
    area = plate.mask(polygon(*[(x, (y + ky) / 2) for (x, y), (_, ky) in zip(deck, keel)], *keel[::-1]))
    plate.engrave(INK, 0.6, (plate.y - math.tan(slope) * plate.x) / 7, area)
    for t in seats[2::2]:
        near_oar(plate, *at(t), scale(t), blade)
    x, y = bow
    plate.fill(PAPER, *(gouge(x + 10 * i, y + 12 * size + 5 * i, x + 150 * size + 40 * i, y + 16 * size + 10 * i,
        4 * size, 5) for i in range(4)))
    plate.outlined(PAPER, INK, 2.4, ellipse(x + 2, y, 8 * size))


def oarsman(plate, x, y, size, shirt, near):
    """One of the crew, leaning back towards the bow, at the left."""
    put = lambda path: placed(path, x, y, size)
    plate.fill(INK, *map(put, limb((-8, -12, 14), (38, -38, 10), (64, -6, 7))))
    torso = curve((-22, 0), (-40, -44), (-58, -84), (-40, -98), (-14, -84), (0, -44), (10, 0), closed=True)
    plate.outlined(shirt, INK, 3.6, put(torso))
    area = plate.mask(put(torso))
    plate.engrave(INK, np.clip(0.34 + (x - 24 * size - plate.x) / (70 * size), 0, 0.8),
        (plate.y + 0.45 * plate.x) / 7, area)
    elbow, hand = ((-2, -52), (-16, -45)) if near else ((-6, -62), (-12, -50))
    arm = limb((-36, -78, 9), (*elbow, 6.5), (*hand, 5.5))
    plate.outlined_together(PAPER, INK, 3.4, *map(put, arm))
    plate.outlined(PAPER, INK, 3.4, put(ellipse(-56, -116, 17, 20)))
    plate.fill(INK, put(curve((-76, -118), (-76, -134), (-58, -142), (-42, -132), (-46, -124), (-60, -124),
        (-66, -108), closed=True)))


def far_oar(plate, x, y, size, blade):
    put = lambda path: placed(path, x, y, size)
    shaft = put(line((-12, -50), (26, -58), (92, -88)))
    plate.stroke(INK, 7 * size, shaft)
    plate.stroke(OCHRE, 3.5 * size, shaft)
    plate.outlined(blade, INK, 2.5, put(polygon((84, -92), (116, -112), (124, -101), (92, -79))))


def near_oar(plate, x, y, size, blade):
    put = lambda path: placed(path, x, y, size)
    shaft = line((-16, -46), (10, -20), (70, 66))
    plate.stroke(INK, 9 * size, put(shaft))
    plate.stroke(OCHRE, 5 * size, put(shaft))
    plate.outlined(blade, INK, 3, put(polygon((62, 62), (82, 54), (108, 100), (84, 108))))
    plate.stroke(PAPER, 4 * size, put(line((74, 62), (94, 100))))
    plate.fill(PAPER, *(put(gouge(70 + 9 * i, 108 + 3 * (i % 2), 58 + 13 * i, 84 - 10 * (i % 3), 3.4,
        4)) for i in range(6)), put(gouge(44, 110, 140, 112, 7, -4)))
    plate.fill(INK, put(gouge(40, 120, 146, 121, 3.5, -3)))
    plate.outlined(PAPER, INK, 2.6, put(ellipse(-14, -46, 8)))


def cox(plate, x, y, size):
    put = lambda path: placed(path, x, y, size)
    plate.outlined(OCHRE, INK, 3.6, put(curve((-20, 0), (-24, -44), (-8, -66), (12, -62), (24, -30), (24, 0),
        closed=True)))
    plate.outlined(PAPER, INK, 3.4, put(ellipse(-6, -84, 16, 19)))
    plate.fill(INK, put(curve((-40, -90), (-22, -94), (-18, -106), (0, -108), (12, -94), (10, -84), (-8, -92),
        closed=True)))
    plate.fill(INK, put(polygon((-24, -78), (-46, -86), (-46, -66))))
