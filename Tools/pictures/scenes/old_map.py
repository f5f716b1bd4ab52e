import math

import numpy as np

from gallery import picture
from ink import HEIGHT, INK, OCHRE, PAPER, SCALE, SLATE, VERMILION, WIDTH
from shapes import curve, ellipse, gouge, line, placed, polygon, rectangle
from sky import star
from tones import around, smoothstep


@picture("old-map")
def old_map(plate):
    """An engraved chart of Ostrand's harbour."""
    age = plate.noise(520, 420, octaves=3)
    plate.print_cover(OCHRE, np.clip(0.13 + 0.10 * age, 0, 0.5))
    land = chart_relief(plate)
    ashore = smoothstep(-0.004, 0.004, land)
    plate.print_cover(OCHRE, 0.32 * ashore)
    offshore = np.clip(-land, 0, None)
    water_lining = np.sqrt(offshore) * 19
    plate.engrave(SLATE, np.clip(0.44 - 0.62 * np.sqrt(offshore), 0, 0.4), water_lining, 1 - ashore)
    slope_y, slope_x = np.gradient(plate.noise(170, 130, octaves=2), 2.0)
    hills = np.clip(0.12 + 34 * (slope_x + slope_y), 0, 0.4) * smoothstep(0.10, 0.22, land) * smoothstep(300, 420,
        around(plate, 1165, 240, 1.5))
    plate.engrave(INK, hills, (plate.x - 0.4 * plate.y) / 8, ashore)
    rhumb_lines(plate, (470, 700), ashore)
    steep_y, steep_x = np.gradient(land, 1 / SCALE)
    plate.print_cover(INK, np.clip(3.2 - np.abs(land) / np.hypot(steep_x, steep_y).clip(1e-4), 0, 1))
    chart_town(plate)
    soundings(plate, land)
    compass_rose(plate, 470, 700, 132)
    cartouche(plate)
    chart_ship(plate, 760, 850)
    chart_border(plate)


def chart_relief(plate):
    """The lie of the land: above 0 ashore, below 0 the sea. The river Sill comes down from the right."""
    x, y = plate.x, plate.y
    coast = 420 + 0.20 * x - 250 * np.exp(-(((x - 830) / 190) ** 2)) + 120 * np.sin(x / 270 + 0.6)
    land = (coast - y) / 620
    east = (x - 1180 - 0.25 * (y - 500) + 60 * np.sin(y / 120)) / 560
    land = np.maximum(land, np.minimum(east, (940 + 40 * np.sin(x / 90) - y) / 260))
    river = 350 + 0.16 * (x - 900) + 46 * np.sin(x / 120)
    land = np.minimum(land, np.where(x > 820, (np.abs(y - river) - 30 + 0.022 * (x - 820)) / 300, 9))
    for ix, iy, size in ((250, 880, 46), (330, 920, 22), (1010, 830, 26)):
        land = np.maximum(land, (size - around(plate, ix, iy, 1.25)) / 420)
    return land + 0.045 * plate.noise(120, 120, octaves=4)


def rhumb_lines(plate, centre, ashore):
    far = 2000
    rays = [line(centre, (centre[0] + far * math.cos(t),
        centre[1] + far * math.sin(t))) for t in np.arange(32) * math.pi / 16]
    plate.print_cover(VERMILION, 0.55 * plate.mask(*rays, stroke=1.5) * (1 - 0.8 * ashore))


def chart_town(plate):
    """The Long Mole, streets as blocks, the cathedral and the light."""
    mole = curve((1228, 536), (1120, 556), (1010, 612), (900, 640), (800, 622))
    plate.stroke(INK, 13, mole)
    plate.stroke(PAPER, 6, mole)
    plate.fill(VERMILION, star(800, 622, 26))
    for row in range(5):
        for column in range(9):
            x, y = 985 + 44 * column - 9 * row, 205 + 27 * row + 5 * column
            if plate.random.random() < 0.9 and math.hypot(x - 1130, (y - 262) * 1.3) > 52:
                width, height = plate.random.uniform(24, 37), plate.random.uniform(13, 19)
                plate.outlined(PAPER, INK, 2, placed(rectangle(0, 0, width, height), x, y, turn=0.11))
                shaded = plate.mask(placed(rectangle(width * 0.35, 0, width * 0.65, height), x, y, turn=0.11))
                plate.engrave(INK, 0.45, (plate.x + plate.y) / 6, shaded)
    church = [rectangle(-22, -16, 44, 18), rectangle(-6, -34, 12, 36), polygon((-8, -34), (0, -62), (8, -34)),
        rectangle(-1, -76, 2, 16), rectangle(-5, -71, 10, 2)]
    plate.fill(INK, *(placed(path, 1144, 290, 1.15) for path in church))
    plate.text(INK, "OSTRAND", 1165, 172, 40, bold=True, spacing=14)
    names = (("The Long Mole", 930, 690, 24, -0.1), ("R. Sill", 1405, 455, 26, 0.16), ("Saltfield", 1330, 590, 26, 0),
        ("The Roads", 215, 700, 32, -0.05), ("Gull Rocks", 290, 965, 18, 0))
    for words, x, y, size, turn in names:
        plate.text(INK, words, x, y, size, italic=True, spacing=2, turn=turn)


def soundings(plate, land):
    """Depths in fathoms, strewn over the water."""
    occupied = (  # by the compass, the cartouche, the ship and the names: middle, half width, half height
        (470, 700, 170, 180), (1345, 880, 255, 190), (770, 770, 120, 130),
        (225, 692, 105, 38), (960, 655, 140, 65), (295, 960, 75, 30),
    )
    placed_at = []
    for x, y in plate.scatter(420, (90, 1510), (90, 990)):
        depth = -land[int(y * SCALE), int(x * SCALE)]
        clear = all(math.hypot(x - px, y - py) > 62 for px, py in placed_at)
        away = all(abs(x - ox) > ow or abs(y - oy) > oh for ox, oy, ow, oh in occupied)
        if depth > 0.09 and clear and away:
            placed_at.append((x, y))
            plate.text(INK, str(1 + int(depth * 19)), x, y, 21, italic=True)


def compass_rose(plate, x, y, radius):
    plate.fill(PAPER, ellipse(x, y, radius * 0.80))
    plate.stroke(INK, 3, ellipse(x, y, radius * 0.80), ellipse(x, y, radius * 0.70))
    plate.stroke(INK, 2, *(line((x + radius * 0.71 * math.cos(t), y + radius * 0.71 * math.sin(t)),
        (x + radius * 0.79 * math.cos(t), y + radius * 0.79 * math.sin(t))) for t in np.arange(64) * math.pi / 32))
    for count, reach, shift in ((8, 0.62, math.pi / 8), (4, 0.82, math.pi / 4), (4, 1.12, 0)):
        for spoke in range(count):
            angle = shift + spoke * 2 * math.pi / count
            tip = (x + reach * radius * math.sin(angle), y - reach * radius * math.cos(angle))
            for side, ink in ((-1, PAPER), (1, INK)):
                shoulder = angle + side * math.pi / 4
                base = (x + 0.17 * radius * math.sin(shoulder), y - 0.17 * radius * math.cos(shoulder))
                plate.outlined(ink if reach < 1 or ink is PAPER else VERMILION, INK, 2, polygon((x, y), tip, base))
    plate.outlined(OCHRE, INK, 2.5, ellipse(x, y, 11))
    plate.text(INK, "N", x, y - radius * 1.16, 40, bold=True)


def cartouche(plate):
    frame = rectangle(1105, 745, 400, 232)
    plate.fill(PAPER, frame)
    plate.stroke(INK, 6, frame)
    plate.stroke(VERMILION, 2.4, rectangle(1116, 756, 378, 210))
    for words, y, size, spacing, italic in (("A CHART of the", 802, 27, 3, True), ("HARBOUR", 852, 48, 7, False),
        ("of OSTRAND", 896, 33, 5, False)):
        plate.text(INK, words, 1305, y, size, spacing=spacing, italic=italic, bold=not italic)
    plate.fill(INK, gouge(1180, 912, 1430, 912, 3))
    for step in range(8):
        plate.outlined(INK if step % 2 else PAPER, INK, 1.6, rectangle(1165 + 35 * step, 942, 35, 8))
    plate.text(INK, "Soundings in Fathoms", 1305, 934, 18, italic=True, spacing=1)


def chart_ship(plate, x, level):
    """A ship of the old kind, as map-makers liked to put in empty water."""
    put = lambda path: placed(path, x, level, 0.95)
    plate.fill(INK, put(curve((-100, -36), (-78, -14), (0, -8), (70, -18), (104, -48), (84, 12), (-70, 14),
        closed=True)))
    sails = []
    for mast, tall in ((-54, 0.8), (6, 1.0), (56, 0.82)):
        plate.stroke(INK, 3.4, put(line((mast, -10), (mast, -196 * tall))))
        for low, high, half in ((-84, -32, 34), (-138, -92, 27), (-178, -146, 19)):
            sails.append(put(curve((mast - half * tall, low * tall),
                (mast - half * tall + 7, (low + high) / 2 * tall), (mast - half * tall + 2, high * tall),
                (mast + half * tall, high * tall), (mast + half * tall + 9, (low + high) / 2 * tall),
                (mast + half * tall, low * tall), closed=True)))
    for sail in sails:
        plate.outlined(PAPER, INK, 2.2, sail)
    plate.engrave(INK, 0.3, (plate.x + 0.3 * plate.y) / 7, plate.mask(*sails))
    plate.fill(VERMILION, *(put(polygon((mast, -tall), (mast + 30, -tall + 5), (mast, -tall + 11)))
        for mast, tall in ((-54, 168), (6, 208), (56, 172))))
    plate.fill(OCHRE, *(put(rectangle(-66 + 22 * i, -2 - abs(i - 3) * 1.0, 9, 7)) for i in range(7)))
    plate.fill(INK, *(put(gouge(-150 + 40 * i, 22 + 3 * (i % 3), -90 + 44 * i, 22 + 4 * (i % 2), 2.4,
        3)) for i in range(7)))


def chart_border(plate):
    outer, inner = 26, 54
    edge = lambda inset: rectangle(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset)
    band = plate.mask(edge(0)) - plate.mask(edge(inner))
    plate.print_cover(PAPER, band)
    width, height = (WIDTH - 2 * inner) / 40, (HEIGHT - 2 * inner) / 40
    for step in range(1, 40, 2):
        plate.fill(INK, rectangle(inner + step * width, 36, width, 10),
            rectangle(inner + step * width, HEIGHT - 46, width, 10))
        plate.fill(INK, rectangle(36, inner + step * height, 10, height),
            rectangle(WIDTH - 46, inner + step * height, 10, height))
    plate.stroke(INK, 5, edge(outer))
    plate.stroke(INK, 2.4, edge(36), edge(46), edge(inner))
