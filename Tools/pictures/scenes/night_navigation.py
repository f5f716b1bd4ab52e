import math

import numpy as np

from gallery import picture
from ink import INK, MIST, OCHRE, PAPER, SLATE, VERMILION, WIDTH
from shapes import curve, ellipse, line, placed, polygon, rectangle
from sky import star
from tones import around
from water import Water


@picture("night-navigation", ground=INK)
def night_navigation(plate):
    """A sextant against the turning northern sky."""
    pole, horizon = (1060, 210), 812
    rings = (around(plate, *pole) + 6 * plate.noise(300, 300)) / 16
    milky = np.exp(-(((plate.x * 0.55 + plate.y - 900) / 190) ** 2))
    low = np.clip(plate.y / horizon, 0, 1)
    above = plate.mask(rectangle(0, 0, WIDTH, horizon))
    sweep = plate.noise(210, 90, octaves=2)
    plate.engrave(SLATE, 0.16 + 0.34 * milky + 0.22 * sweep + 0.28 * low**3, rings, above)
    plate.engrave(MIST, 0.50 * milky - 0.26 + 0.30 * plate.noise(90, 60, octaves=2), rings, above)
    plate.engrave(OCHRE, 0.85 * low**7 - 0.10, rings, above)
    for x, y, size in plate.scatter(240, (0, WIDTH), (0, horizon - 40), (0.8, 2.6)):
        plate.fill(PAPER, ellipse(x, y, size))
    constellations(plate, pole)
    sea_by_night(plate, horizon)
    sextant(plate, 470, 330, 1.0)


def constellations(plate, pole):
    """The Plough and Cassiopeia, with the pointers' line to the Pole Star."""
    plough = [(1490, 560), (1420, 500), (1372, 474), (1318, 452), (1222, 480), (1176, 424), (1272, 380)]
    plough_lines = [line(*plough[:4]), polygon(*plough[3:])]
    queen = [(770, 96), (806, 152), (858, 120), (896, 172), (946, 128)]
    plate.stroke(SLATE, 2, *plough_lines, line(*queen))
    context = plate.context(OCHRE)
    context.set_dash((10, 10))
    context.set_line_width(2.2)
    line(plough[5], pole)(context)
    context.stroke()
    for index, point in enumerate((*plough, *queen)):
        plate.fill(INK, ellipse(*point, 15))
        plate.fill(PAPER, star(*point, 19 if index in (5, 6) else 15))
    plate.fill(INK, ellipse(*pole, 26))
    plate.fill(OCHRE, star(*pole, 38))


def sea_by_night(plate, horizon):
    water = Water(plate, horizon, far=5, near=17)
    plate.print_cover(INK, water.area)
    water.engrave(SLATE, 0.32 - 0.12 * water.depth, 0.55)
    water.engrave(OCHRE, 1.0 * water.glitter(1060, 20, 110) - 0.42, 0.7)
    x, level = 1330, horizon + 16
    hull = curve((x - 130, level - 26), (x - 60, level - 18), (x + 60, level - 20), (x + 150, level - 44),
        (x + 110, level + 4), (x - 112, level + 4), closed=True)
    plate.stroke(INK, 4, *(line((x + dx, level - 20), (x + dx, level - tall))
        for dx, tall in ((-62, 168), (24, 196))), line((x + 110, level - 30), (x + 190, level - 68)))
    sails = [
        curve((x - 58, level - 160), (x - 6, level - 130), (x - 2, level - 40), (x - 58, level - 34), closed=True),
        curve((x + 28, level - 188), (x + 88, level - 140), (x + 92, level - 44), (x + 28, level - 36), closed=True),
        curve((x + 34, level - 170), (x + 110, level - 110), (x + 186, level - 66), (x + 104, level - 46),
            closed=True),
        curve((x - 66, level - 150), (x - 100, level - 90), (x - 136, level - 40), (x - 66, level - 36), closed=True),
    ]
    area = plate.mask(*sails)
    plate.print_cover(MIST, area)
    plate.engrave(INK, 0.55, (plate.y - 0.4 * plate.x) / 8, area)
    plate.stroke(INK, 2.4, *sails)
    plate.outlined(INK, MIST, 1.6, hull)
    plate.fill(VERMILION, ellipse(x - 96, level - 34, 6))
    plate.fill(OCHRE, *(rectangle(x - 70 + 34 * i, level - 14, 10, 6) for i in range(4)))


def sextant(plate, x, y, size):
    """The instrument; its centre of arc is at (x, y), its limb below."""
    radius, left, right = 520 * size, math.radians(118), math.radians(56)
    at = lambda angle, distance: (x + distance * math.cos(angle), y + distance * math.sin(angle))
    band = lambda inner, outer: lambda context: (context.new_sub_path(), context.arc(x, y, outer, right, left),
        context.arc_negative(x, y, inner, left, right), context.close_path())
    frame = [
        line(at(left - 0.03, radius - 20), (x, y), at(right + 0.03, radius - 20)),
        line(at(left - 0.02, radius * 0.62), at(right + 0.02, radius * 0.62)),
        line(at(math.radians(100), radius * 0.63), at(math.radians(108), radius - 30)),
        line(at(math.radians(74), radius * 0.63), at(math.radians(66), radius - 30)),
        ellipse(*at(math.radians(87), radius * 0.80), 62), ellipse(*at(math.radians(87), radius * 0.40), 56),
    ]
    plate.stroke(INK, 44, *frame, band(radius - 72, radius + 10))
    plate.stroke(OCHRE, 24, *frame)
    plate.stroke(INK, 3, *(line(*pair) for pair in ((at(left - 0.05, radius * 0.2), at(left - 0.035, radius - 60)),
        (at(right + 0.05, radius * 0.2), at(right + 0.035, radius - 60)))))
    area = plate.mask(*frame, stroke=24)
    plate.engrave(INK, np.clip(0.18 + 0.5 * plate.noise(130, 130), 0, 0.5), (plate.y + plate.x) / 9, area)
    plate.fill(OCHRE, band(radius - 72, radius + 10))
    plate.fill(PAPER, band(radius - 58, radius - 4))
    degrees = np.linspace(left - 0.03, right + 0.03, 121)
    plate.stroke(INK, 2, *(line(at(angle, radius - 5),
        at(angle, radius - (27 if i % 10 == 0 else 21 if i % 5 == 0 else 14))) for i, angle in enumerate(degrees)))
    plate.stroke(INK, 2.4, band(radius - 72, radius + 10), band(radius - 58, radius - 4))
    for i in range(0, 121, 20):
        angle = degrees[i]
        plate.text(INK, str(i), *at(angle, radius - 50), 21, bold=True, turn=angle - math.pi / 2)

    arm = math.radians(93)
    side = lambda distance, width: (at(arm - width / max(distance, 1), distance),
        at(arm + width / max(distance, 1), distance))
    bar = polygon(*side(20, 15), side(radius - 70, 22)[1], side(radius - 70, 22)[0])
    plate.outlined(MIST, INK, 5, bar)
    plate.engrave(INK, 0.42, plate.x / 7, plate.mask(polygon(at(arm, 10), side(radius - 74, 18)[0], side(20, 12)[0])))
    foot = polygon(at(arm + 0.09, radius - 66), at(arm - 0.09, radius - 66), at(arm - 0.085, radius + 26),
        at(arm + 0.085, radius + 26))
    plate.outlined(OCHRE, INK, 5, foot)
    plate.outlined(PAPER, INK, 3, polygon(at(arm + 0.06, radius - 50), at(arm - 0.06, radius - 50),
        at(arm - 0.06, radius - 8), at(arm + 0.06, radius - 8)))
    plate.stroke(VERMILION, 4, line(at(arm, radius - 50), at(arm, radius - 8)))
    plate.outlined(OCHRE, INK, 5, ellipse(*at(arm - 0.02, radius + 46), 30))
    plate.engrave(INK, 0.4, plate.x / 7, plate.mask(ellipse(*at(arm - 0.02, radius + 46), 27)))

    plate.outlined(OCHRE, INK, 6, ellipse(x, y, 40))
    mirror = placed(rectangle(-46, -16, 92, 32), x, y - 34, turn=-0.5)
    plate.outlined(PAPER, INK, 5, mirror)
    plate.engrave(SLATE, 0.5, (plate.y - plate.x) / 8,
        plate.mask(placed(rectangle(-40, -10, 60, 20), x, y - 34, turn=-0.5)))
    plate.fill(INK, ellipse(x, y + 8, 11))
    horizon_glass = at(math.radians(122), radius * 0.5)
    plate.outlined(PAPER, INK, 5, placed(rectangle(-14, -48, 28, 96), *horizon_glass, turn=0.35))
    plate.engrave(SLATE, 0.5, (plate.y + plate.x) / 8,
        plate.mask(placed(rectangle(-10, -44, 20, 42), *horizon_glass, turn=0.35)))
    for step, ink in enumerate((VERMILION, OCHRE, SLATE)):
        plate.outlined(ink, INK, 4, placed(rectangle(-6, -34, 12, 68), horizon_glass[0] + 42 + 20 * step,
            horizon_glass[1] - 58 + 2 * step, turn=0.35))
    telescope(plate, at(math.radians(62), radius * 0.47), -0.08, size)


def telescope(plate, place, turn, size):
    put = lambda path: placed(path, *place, size, turn=turn)
    tubes = [rectangle(-120, -25, 96, 50), rectangle(-24, -20, 130, 40), rectangle(106, -26, 48, 52),
        rectangle(154, -18, 20, 36)]
    for tube in tubes:
        plate.outlined(OCHRE, INK, 5, put(tube))
    across = (plate.y - place[1] - turn * (plate.x - place[0])) / 26
    plate.engrave(INK, np.clip(0.2 + 0.75 * across, 0, 0.85), (plate.y - turn * plate.x) / 6.5,
        plate.mask(*map(put, tubes)))
    plate.fill(PAPER, put(rectangle(-112, -17, 300 * 0.9, 5)))
