import math

import numpy as np

from gallery import picture
from ink import INK, OCHRE, PAPER, SLATE, VERMILION, WIDTH
from shapes import arch, curve, ellipse, gouge, line, placed, polygon, rectangle
from sky import star
from tones import smoothstep


@picture("theatre", ground=INK)
def theatre(plate):
    """The Corn Exchange's stage from the stalls, one player in the light."""
    lamp, spot = (800, -160), (800, 742)
    stage = rectangle(330, 190, 940, 600)
    inside = plate.mask(stage)
    spread = np.abs(plate.x - 800) / (50 + 0.235 * (plate.y + 160))
    cone = np.clip(1.22 - spread, 0, 1) * smoothstep(-100, 500, plate.y)
    rays = np.arctan2(plate.x - lamp[0], plate.y - lamp[1]) * 100
    plate.engrave(SLATE, 0.34 + 0.12 * plate.noise(160, 220), rays, inside)
    plate.engrave(OCHRE, 1.2 * cone, rays, inside)
    plate.engrave(PAPER, 1.05 * np.clip(1.05 - spread * 1.35, 0, 1) * smoothstep(0, 800, plate.y), rays, inside)
    scenery(plate)
    stage_floor(plate, spot)
    player(plate, 800, 752, 300)
    curtains(plate)
    proscenium(plate)
    for side in (-1, 1):
        boxes(plate, side)
    audience(plate)


def scenery(plate):
    """A painted town: two flats of houses and a moon."""
    plate.fill(PAPER, ellipse(1040, 330, 46))
    plate.engrave(OCHRE, 0.5, (plate.x + plate.y) / 8, plate.mask(ellipse(1052, 338, 36)))
    for side in (-1, 1):
        for offset, top, width in ((440, 330, 120), (330, 430, 110), (250, 520, 84)):
            x = 800 + side * offset - width / 2
            flat = polygon((x, 740), (x, top), (x + width / 2, top - 56), (x + width, top), (x + width, 740))
            plate.outlined(INK, SLATE, 3, flat)
            for row in range(3):
                plate.fill(VERMILION if (row + offset) % 3 == 0 else OCHRE,
                    arch(x + width * 0.32, top + 66 + 76 * row, 18, 34),
                    arch(x + width * 0.68, top + 66 + 76 * row, 18, 34))


def stage_floor(plate, spot):
    floor = polygon((330, 790), (480, 700), (1120, 700), (1270, 790), (1270, 850), (330, 850))
    area = plate.mask(floor)
    plate.print_cover(INK, area)
    boards = (plate.x - 800) / np.clip(plate.y - 560, 30, None) * 4.6
    plate.engrave(SLATE, 0.62, boards, area)
    pool = plate.mask(ellipse(spot[0], spot[1] + 12, 290, 58)) * area
    plate.print_cover(PAPER, pool)
    plate.engrave(OCHRE, 0.34, boards, pool)
    plate.engrave(INK, 0.12, boards + 0.5, pool)


def player(plate, x, foot, height):
    """An actor in a long coat, one arm flung out, a skull-cap of hair, the shadow before the feet."""
    put = lambda path: placed(path, x, foot, height)
    plate.fill(SLATE, put(ellipse(0.05, 0.04, 0.36, 0.045)))
    coat = curve((-0.10, -0.82), (0.08, -0.82), (0.15, -0.62), (0.13, -0.44), (0.27, -0.06), (0.10, -0.10),
        (0.0, -0.06), (-0.12, -0.10), (-0.28, -0.05), (-0.12, -0.44), (-0.15, -0.64), closed=True)
    legs = [line((-0.06, -0.2), (-0.09, 0.0), (-0.15, 0.01)), line((0.07, -0.2), (0.09, 0.01), (0.16, 0.02))]
    arms = [line((0.10, -0.76), (0.27, -0.86), (0.44, -1.02)), line((-0.10, -0.76), (-0.25, -0.60), (-0.16, -0.48))]
    plate.stroke(INK, 0.085 * height, *map(put, legs), *map(put, arms))
    plate.fill(VERMILION, put(coat))
    area = plate.mask(put(coat))
    folds = (plate.x - x) / np.clip(plate.y - foot + 1.25 * height, 20, None) * 26
    plate.engrave(INK, 0.22 + np.clip(np.abs(plate.x - x) / 90, 0, 0.6), folds, area)
    plate.stroke(INK, 4, put(coat), put(line((0, -0.80), (0.0, -0.08))))
    plate.stroke(VERMILION, 0.05 * height, put(line((0.11, -0.76), (0.26, -0.85), (0.36, -0.94))),
        put(line((-0.11, -0.75), (-0.235, -0.60), (-0.19, -0.53))))
    plate.outlined(PAPER, INK, 3, put(ellipse(0.03, -0.91, 0.062, 0.078)), put(ellipse(0.45, -1.03, 0.03)))
    plate.fill(INK, put(curve((-0.05, -0.88), (-0.06, -0.97), (0.02, -1.01), (0.09, -0.97), (0.07, -0.945),
        (0.0, -0.94), (-0.01, -0.86), closed=True)))
    plate.fill(PAPER, put(curve((-0.07, -0.83), (0, -0.79), (0.08, -0.83), (0.05, -0.76), (0, -0.80), (-0.05, -0.76),
        closed=True)))


def curtains(plate):
    """Two great curtains drawn aside, and the swags over them."""
    for side in (-1, 1):
        edge = 800 + side * 480
        shape = curve((edge, 150), (800 + side * 150, 172), (800 + side * 215, 300), (800 + side * 330, 470),
            (800 + side * 392, 560),
                      (800 + side * 372, 640), (800 + side * 360, 806), (edge, 806), closed=True)
        area = plate.mask(shape)
        plate.print_cover(VERMILION, area)
        gather = np.clip(1 - np.abs(plate.y - 560) / 420, 0, 1) ** 1.5
        spread = (plate.x - edge) * -side / (110 + 240 * np.clip((560 - plate.y) / 400, 0, 1) + 16)
        folds = spread * (9 - 2 * gather) + 0.12 * plate.noise(60, 240)
        plate.engrave(INK, 0.34 + 0.5 * np.clip(1 - spread, 0, 1) ** 2 + 0.25 * plate.noise(200, 160), folds, area)
        plate.engrave(OCHRE, 0.17 - 0.1 * np.clip(1 - spread, 0, 1), folds + 0.5, area)
        plate.stroke(INK, 4, shape)
        plate.outlined(OCHRE, INK, 4, placed(rectangle(-62, -13, 124, 26), 800 + side * 440, 564, turn=side * 0.12))
        plate.fill(OCHRE, *(gouge(800 + side * 396 + 7 * i, 578, 800 + side * 392 + 8 * i, 632, 3)
            for i in range(-2, 3)))
    for index in range(5):
        left, right = 320 + 192 * index, 320 + 192 * (index + 1)
        swag = curve((left, 140), (left + 6, 190), ((left + right) / 2, 262), (right - 6, 190), (right, 140),
            closed=True)
        area = plate.mask(swag)
        plate.print_cover(VERMILION, area)
        sag = (plate.y - 140) / np.clip(1.02 - ((plate.x - (left + right) / 2) / 98) ** 2, 0.12, 1) ** 0.8
        plate.engrave(INK, 0.30 + 0.26 * np.abs(plate.x - (left + right) / 2) / 96, sag / 15, area)
        plate.stroke(INK, 4, swag)
        plate.stroke(OCHRE, 5, curve((left + 8, 196), ((left + right) / 2, 268), (right - 8, 196)))


def proscenium(plate):
    """The arch: gilded bands round the opening."""
    frame = plate.mask(rectangle(236, 40, 1128, 812)) - plate.mask(rectangle(330, 150, 940, 702))
    plate.print_cover(INK, frame)
    for inset, ink, width in ((8, OCHRE, 9), (28, OCHRE, 3), (84, OCHRE, 7)):
        plate.stroke(ink, width, line((236 + inset, 860), (236 + inset, 40 + inset), (1364 - inset, 40 + inset),
            (1364 - inset, 860)))
    for step in range(18):
        x = 300 + 59 * step
        plate.fill(OCHRE, star(x, 96, 21), ellipse(x + 29, 96, 5))
    for side in (-1, 1):
        for step in range(11):
            plate.fill(OCHRE, star(800 + side * 508, 165 + 60 * step, 19))
    plate.outlined(OCHRE, INK, 5, ellipse(800, 92, 74, 62))
    plate.outlined(VERMILION, INK, 4, ellipse(800, 92, 56, 46))
    sheaf = [gouge(800, 130, 800 + dx, 60 + abs(dx) * 0.35, 5, dx * 0.2) for dx in (-36, -20, -6, 6, 20, 36)]
    plate.fill(PAPER, *sheaf, rectangle(784, 96, 32, 7))
    plate.fill(INK, rectangle(236, 846, 1128, 20))
    for step in range(17):
        x = 352 + 56 * step
        plate.fill(OCHRE, lambda context: (ellipse(x, 850, 19, 17, math.pi, 2 * math.pi)(context),
            context.close_path()))


def boxes(plate, side):
    """Three tiers of boxes at one side of the house, with people in them."""
    wall = polygon((800 + side * 564, 0), (800 + side * 810, -80), (800 + side * 810, 1067), (800 + side * 564, 900))
    plate.engrave(SLATE, 0.26, plate.y / 12, plate.mask(wall))
    for tier, (top, tall) in enumerate(((96, 150), (352, 150), (606, 150))):
        outer = lambda y: y + (y - 480) * 0.22
        inner_x, outer_x = 800 + side * 584, 800 + side * 806
        opening = polygon((inner_x, top), (outer_x, outer(top)), (outer_x, outer(top + tall)), (inner_x, top + tall))
        plate.fill(INK, opening)
        for index, along in enumerate((0.24, 0.52, 0.8)):
            x = inner_x + side * 222 * along
            base = top + tall + (outer(top + tall) - top - tall) * along
            head = 20 + 5 * along
            plate.fill(SLATE, ellipse(x, base - 46 - 10 * along, head * 0.8, head),
                curve((x - 34, base + 6), (x - 28, base - 22), (x, base - 32), (x + 28, base - 22),
                (x + 34, base + 6), closed=True))
            plate.fill(OCHRE, gouge(x - side * 14, base - 62 - 8 * along, x - side * 17, base - 36, 2.6),
                gouge(x - side * 8, base - 30, x - side * 30, base - 10, 2.6))
        rail = curve((inner_x - side * 16, top + tall - 4), (inner_x + side * 90, top + tall + 12),
            (outer_x, outer(top + tall) - 4), (outer_x, outer(top + tall + 62)),
            (inner_x + side * 90, top + tall + 78), (inner_x - side * 8, top + tall + 50), closed=True)
        plate.outlined(VERMILION, INK, 4, rail)
        area = plate.mask(rail)
        plate.engrave(INK, 0.36 + 0.2 * plate.noise(80, 80), (plate.x + 0.15 * plate.y) / 11, area)
        plate.stroke(OCHRE, 7, curve((inner_x - side * 16, top + tall - 4), (inner_x + side * 90, top + tall + 12),
            (outer_x, outer(top + tall) - 4)))
        for dx in (-12, 0, 12):
            plate.fill(PAPER, ellipse(inner_x + side * 30 + dx, top + tall + 30 - abs(dx) * 0.5, 6))


def audience(plate):
    """The heads in the stalls, edged with the light from the stage."""
    rows = ((912, 30, 76), (968, 38, 94), (1040, 50, 124))
    for number, (level, head, step) in enumerate(rows):
        plate.fill(INK, rectangle(0, level + head * 0.5, WIDTH, 400))
        for x in np.arange(-30 + number * 44, WIDTH + 60, step):
            x += plate.random.uniform(-9, 9)
            y = level + plate.random.uniform(-8, 8)
            wide = plate.random.uniform(0.82, 1.0)
            shoulders = curve((x - head * 1.35, y + head * 2.4), (x - head * 1.15, y + head * 1.25),
                (x - head * 0.45, y + head * 0.9), (x + head * 0.45, y + head * 0.9),
                (x + head * 1.15, y + head * 1.25), (x + head * 1.35, y + head * 2.4), closed=True)
            plate.fill(INK, shoulders, ellipse(x, y, head * 0.8 * wide, head))
            toward = np.sign(800 - x) or 1
            strength = 1.0 - min(abs(x - 800) / 1100, 0.75)
            rim = ellipse(x, y, head * 0.8 * wide - 2, head - 2, -math.pi * 0.86 + 0.42 * toward,
                -math.pi * 0.14 + 0.42 * toward)
            plate.stroke(OCHRE, 4.4 * strength, rim,
                curve((x - head * 1.12, y + head * 1.26), (x - head * 0.5, y + head * 0.93)),
                curve((x + head * 0.5, y + head * 0.93), (x + head * 1.12, y + head * 1.26)))
            if plate.random.random() < 0.3:
                plate.fill(INK, ellipse(x, y - head * 0.95, head * 0.36, head * 0.3))
                plate.stroke(OCHRE, 3 * strength,
                    ellipse(x, y - head * 0.95, head * 0.36, head * 0.3, math.pi, 2 * math.pi))
