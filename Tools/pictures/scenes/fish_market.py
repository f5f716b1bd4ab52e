import math

import numpy as np

from figures import limb, person
from gallery import picture
from ink import INK, MIST, OCHRE, PAPER, SLATE, VERMILION
from perspective import Camera, Wall
from shapes import curve, ellipse, gouge, line, placed, polygon, rectangle
from tones import around


@picture("fish-market", ground=PAPER)
def fish_market(plate):
    """The Old Fish Quay's hall in the early morning: the catch in front, the trade behind."""
    camera = Camera(eye=(0.6, -9, 2.3), target=(0, 20, 3.5), zoom=1020, centre=(800, 470))
    hall(plate, camera)
    for x, foot, height, hat, flip in ((650, 590, 130, "cap", False), (705, 586, 122, None, True),
        (925, 596, 138, "brim", True), (1000, 606, 150, None, False), (560, 606, 146, "cap", True)):
        plate.fill(INK, *person(x, foot, height, hat=hat, flip=flip))
    for x, y, size in ((430, 640, 1.0), (445, 596, 1.0), (1130, 650, 1.1), (1165, 602, 1.1)):
        fish_box(plate, x, y, size)
    fishmonger(plate, 1235, 800, 560, apron=VERMILION, bidding=True)
    fishmonger(plate, 300, 806, 500, apron=PAPER, flip=True)
    slab(plate)


def hall(plate, camera):
    """An iron hall, open at the far end to the harbour."""
    end = Wall(camera, (-8, 30), (1, 0))
    glow = camera(0, 30, 4)
    far = around(plate, *glow, flatten=1.1)
    rays = np.arctan2(plate.y - glow[1], plate.x - glow[0]) * 34
    plate.print_cover(INK, np.ones_like(plate.x * plate.y))
    plate.engrave(SLATE, 1.12 - far / 900 + 0.12 * plate.noise(200, 200), rays)
    plate.engrave(MIST, 0.95 - far / 420, rays)
    opening = end.polygon((0, 0), (0, 6.4), (4, 9.4), (8, 10.6), (12, 9.4), (16, 6.4), (16, 0))
    plate.fill(OCHRE, opening)
    area = plate.mask(opening)
    level = camera(0, 30, 1.5)[1]
    plate.engrave(PAPER, 0.8 - np.abs(plate.y - level + 60) / 200, plate.y / 9, area)
    plate.fill(VERMILION, ellipse(glow[0] + 54, level - 50, 26))
    sea = area * (plate.y > level)
    plate.print_cover(MIST, sea)
    plate.engrave(INK, 0.3 + 0.3 * plate.noise(40, 8), plate.y / 7, sea)
    for x, tall in ((-96, 120), (-60, 150), (-20, 104), (112, 136), (146, 96)):
        plate.stroke(INK, 4, line((glow[0] + x, level + 10), (glow[0] + x + 4, level - tall)))
        plate.stroke(INK, 1.6, line((glow[0] + x + 4, level - tall), (glow[0] + x - 32, level)),
            line((glow[0] + x + 4, level - tall), (glow[0] + x + 40, level)))
        plate.fill(INK, curve((glow[0] + x - 40, level - 10), (glow[0] + x, level - 2),
            (glow[0] + x + 46, level - 16), (glow[0] + x + 34, level + 12), (glow[0] + x - 32, level + 12),
            closed=True))
    floor = camera.ground((-8, 30), (8, 30), (8, -6), (-8, -6))
    area = plate.mask(floor)
    plate.print_cover(INK, area)
    depth = np.clip(plate.y - camera(0, 400)[1], 4, None)
    plate.engrave(SLATE, 0.42 + 0.3 * plate.noise(120, 20), 900 / depth * 3, area)
    plate.engrave(OCHRE, 1.0 * np.exp(-(((plate.x - glow[0]) / (60 + depth)) ** 2)) - 0.25
        + 0.25 * plate.noise(80, 10), 900 / depth * 3 + 0.5, area)
    plate.stroke(INK, 5, opening)
    for y in (29.5, 24, 19, 14.5, 10.5, 7, 4):
        truss(plate, camera, y)
    for y in (20, 13, 7.5):
        for x in (-3.4, 3.4):
            hanging_lamp(plate, camera, x, y)


def truss(plate, camera, y):
    """One frame of the roof: columns, an arched rib, struts and tie."""
    size = camera.size(0, y)
    frame = Wall(camera, (0, y), (1, 0))
    rib = [(8 * math.cos(t), 6.2 + 4.4 * math.sin(t)) for t in np.linspace(0, math.pi, 25)]
    upper = [(8.3 * math.cos(t), 6.9 + 4.6 * math.sin(t)) for t in np.linspace(0, math.pi, 25)]
    struts = [frame.line(rib[i], upper[i + (1 if i % 2 else -1)]) for i in range(1, 24)]
    columns = [frame.rectangle(side * 7.9 - 0.2, 0, side * 7.9 + 0.2, 6.8) for side in (-1, 1)]
    plate.stroke(INK, max(0.24 * size, 4), frame.line(*rib), frame.line(*upper), frame.line((-8, 6.2), (8, 6.2)))
    plate.stroke(INK, max(0.09 * size, 2), *struts,
        *(frame.line((x, 6.2), (x, 6.2 + 4.4 * math.sqrt(1 - (x / 8) ** 2))) for x in (-4, 0, 4)))
    plate.fill(INK, *columns)
    edge = max(0.045 * size, 1.4)
    plate.stroke(OCHRE if y > 12 else SLATE, edge, frame.line(*rib),
        *(frame.line((side * 7.68, 0), (side * 7.68, 6.2)) for side in (-1, 1)))


def hanging_lamp(plate, camera, x, y):
    cx, cy = camera(x, y, 4.9)
    size = camera.size(x, y)
    plate.stroke(INK, max(0.05 * size, 2), line((cx, cy), camera(x, y, 9.4)))
    plate.outlined(PAPER, INK, 2, ellipse(cx, cy + 0.05 * size, 0.20 * size))
    plate.fill(INK, polygon((cx - 0.5 * size, cy), (cx - 0.1 * size, cy - 0.34 * size),
        (cx + 0.1 * size, cy - 0.34 * size), (cx + 0.5 * size, cy)))
    plate.stroke(OCHRE, 2, line((cx - 0.48 * size, cy), (cx + 0.48 * size, cy)))


def fish_box(plate, x, y, size):
    box = placed(rectangle(-62, -40, 124, 42), x, y, size)
    plate.outlined(OCHRE, INK, 4, box)
    plate.engrave(INK, 0.3 + 0.2 * plate.noise(60, 10), plate.y / 14, plate.mask(box))
    plate.fill(MIST, *(placed(ellipse(-46 + 23 * i, -44, 18, 8), x, y, size) for i in range(5)))
    plate.stroke(INK, 2, *(placed(ellipse(-46 + 23 * i, -44, 18, 8), x, y, size) for i in range(5)))


def fishmonger(plate, x, foot, height, apron, *, flip=False, bidding=False):
    """A trader in cap and apron, facing inwards; `bidding`, he holds up a fish, else both hands are on the slab."""
    put = lambda path: placed(path, x, foot, height, flip)
    toward = -1 if flip else 1
    across = (plate.x - x) * toward / height
    body = curve((-0.19, -0.70), (-0.15, -0.80), (-0.05, -0.84), (0.06, -0.84), (0.16, -0.80), (0.20, -0.70),
        (0.20, -0.40), (0.22, 0), (-0.22, 0), (-0.20, -0.40), closed=True)
    plate.outlined_together(SLATE, INK, 5, put(body))
    plate.engrave(INK, np.clip(0.36 + 1.6 * across, 0.16, 0.8), (plate.y + 0.5 * toward * plate.x) / 11,
        plate.mask(put(body)))
    bib = curve((-0.14, -0.69), (0.07, -0.69), (0.11, -0.46), (0.15, 0), (-0.20, 0), (-0.175, -0.46), closed=True)
    plate.outlined(apron, INK, 4.5, put(bib))
    cloth = plate.mask(put(bib))
    plate.engrave(OCHRE if apron == PAPER else INK, 0.26, plate.x / 34, cloth)
    plate.engrave(INK, np.clip(0.02 + 3.4 * across, 0, 0.72), (plate.y + 0.12 * plate.x) / 11, cloth)
    plate.stroke(INK, 4.5, *map(put, (line((-0.19, -0.45), (0.13, -0.45)), line((-0.13, -0.69), (-0.06, -0.83)),
        line((0.06, -0.69), (0.05, -0.83)))))
    fishmonger_head(plate, put, across, toward)
    near = [(0.15, -0.74, 0.062), (0.25, -0.53, 0.045), (0.13, -0.42, 0.032)]
    far = [(-0.15, -0.74, 0.060), (-0.31, -0.60, 0.045), (-0.43, -0.78, 0.032)]
    if not bidding:
        near = [(0.15, -0.74, 0.062), (0.18, -0.44, 0.046), (0.08, -0.17, 0.032)]
        far = [(-0.15, -0.74, 0.060), (-0.30, -0.46, 0.045), (-0.36, -0.17, 0.032)]
    for shoulder, elbow, hand in (far, near):
        roll = tuple(e + 0.25 * (h - e) for e, h in zip(elbow, hand))
        plate.outlined_together(PAPER, INK, 4.5, *map(put, limb(elbow, hand)), put(ellipse(hand[0], hand[1], 0.042)))
        sleeve = [*map(put, limb(shoulder, elbow, roll))]
        plate.outlined_together(SLATE if apron == PAPER else MIST, INK, 4.5, *sleeve)
        plate.engrave(INK, np.clip(0.24 + 0.25 * plate.noise(50, 50), 0, 0.5),
            (plate.y - 0.6 * toward * plate.x) / 11, plate.mask(*sleeve))
        plate.stroke(INK, 3, *(put(gouge(hand[0] + dx, hand[1] - 0.01, hand[0] + dx - 0.012, hand[1] + 0.028,
            0.002)) for dx in (-0.015, 0.005)))
    if bidding:
        hx, hy = x - toward * 0.43 * height, foot - 0.78 * height
        fish(plate, hx, hy + 86, 205, turn=math.pi / 2 + 0.1 * toward, body=OCHRE, back=VERMILION)
        plate.outlined(PAPER, INK, 4.5, ellipse(hx, hy, 0.045 * height, 0.04 * height))


def fishmonger_head(plate, put, across, toward):
    neck = put(polygon((-0.045, -0.80), (-0.04, -0.89), (0.055, -0.89), (0.06, -0.81)))
    head = put(curve((-0.080, -0.925), (-0.070, -0.870), (-0.02, -0.845), (0.05, -0.87), (0.078, -0.95),
        (0.05, -1.01), (-0.05, -1.01), (-0.082, -0.965), (-0.104, -0.932), closed=True))
    plate.outlined_together(PAPER, INK, 4.5, neck, head)
    plate.engrave(INK, np.clip(0.10 + 6 * across, 0, 0.7), (plate.y - 0.4 * toward * plate.x) / 9,
        plate.mask(head, neck))
    ear = put(curve((0.02, -0.955), (0.045, -0.965), (0.05, -0.93), (0.028, -0.91), closed=True))
    beard = put(curve((-0.076, -0.888), (-0.03, -0.895), (0.0, -0.91), (0.022, -0.925), (0.05, -0.89), (0.02, -0.845),
        (-0.04, -0.832), (-0.072, -0.858), closed=True))
    plate.fill(INK, beard, put(ellipse(-0.057, -0.952, 0.008)), put(gouge(-0.078, -0.972, -0.035, -0.975, 0.006)))
    plate.outlined(PAPER, INK, 3, ear)
    cap = [curve((-0.105, -0.985), (-0.07, -1.06), (0.03, -1.075), (0.095, -1.02), (0.085, -0.965), (0.03, -0.985),
        closed=True), polygon((-0.075, -0.995), (-0.155, -0.968), (-0.15, -0.955), (-0.05, -0.975))]
    plate.outlined_together(SLATE, INK, 4.5, *map(put, cap))
    plate.engrave(INK, 0.5, (plate.x + plate.y) / 9, plate.mask(put(cap[0])))


def fish(plate, x, y, length, *, turn=0.0, flip=False, body=MIST, back=INK):
    """A round fish, head to the left: back, belly, scales, fins, gill, eye."""
    put = lambda path: placed(path, x, y, length, flip, turn)
    outline = curve((-0.50, 0.01), (-0.38, -0.10), (-0.14, -0.155), (0.12, -0.12), (0.34, -0.035), (0.50, -0.14),
        (0.455, 0.0), (0.50, 0.14), (0.34, 0.035), (0.12, 0.125), (-0.14, 0.155), (-0.38, 0.10), closed=True)
    fins = [
        curve((-0.14, -0.14), (-0.06, -0.235), (0.10, -0.185), (0.14, -0.11), closed=True),
        curve((-0.12, 0.14), (-0.04, 0.225), (0.04, 0.20), (0.04, 0.13), closed=True),
        curve((0.14, 0.10), (0.22, 0.16), (0.25, 0.07), closed=True),
    ]
    plate.outlined(back if back != INK else SLATE, INK, 0.016 * length, *map(put, fins))
    shape = put(outline)
    area = plate.mask(shape)
    plate.print_cover(body, area)
    cosine, sine = math.cos(turn), math.sin(turn)
    u = ((plate.x - x) * cosine + (plate.y - y) * sine) / length * (-1 if flip else 1)
    v = (-(plate.x - x) * sine + (plate.y - y) * cosine) / length
    pitch = 10.5 / length
    scales = np.abs(((v / pitch) % 2) - 1) * 0.9
    tail = (u > -0.27) & (u < 0.33)
    plate.engrave(back, np.clip(-3.4 * v + 0.16, 0, 0.88), u / (1.25 * pitch) + scales, area * tail)
    plate.engrave(back, 0.42, v / (pitch * 0.9) + 6 * u * v, area * (u >= 0.33))
    plate.engrave(back, np.clip(-5 * v + 0.10, 0, 0.95), v / (pitch * 0.8), area * (u <= -0.27))
    plate.stroke(INK, 0.018 * length, shape)
    plate.stroke(INK, 0.013 * length, put(curve((-0.26, -0.12), (-0.235, 0.0), (-0.27, 0.115))),
        put(line((-0.49, 0.03), (-0.42, 0.045))))
    plate.outlined(PAPER, INK, 0.012 * length, put(ellipse(-0.39, -0.03, 0.027)),
        put(curve((-0.22, 0.02), (-0.10, 0.01), (-0.07, 0.06), (-0.19, 0.06), closed=True)))
    plate.fill(INK, put(ellipse(-0.39, -0.03, 0.014)))


def slab(plate):
    """The marble in front: ice, the catch in rows, a crab, lemons, a price."""
    top = polygon((-10, 800), (1610, 770), (1610, 1080), (-10, 1080))
    plate.fill(INK, polygon((-10, 776), (1610, 748), (1610, 800), (-10, 830)))
    area = plate.mask(top)
    plate.print_cover(PAPER, area)
    ice = plate.noise(46, 30, octaves=2)
    slope_y, slope_x = np.gradient(ice, 2.0)
    plate.engrave(SLATE, np.clip(0.10 + 9 * (slope_y - slope_x), 0, 0.6), (plate.y * 0.8 + plate.x * 0.5) / 10, area)
    plate.engrave(INK, np.clip(-0.45 + 9 * (slope_y + slope_x), 0, 0.6), (plate.y * 0.8 - plate.x * 0.5) / 10, area)
    plate.stroke(OCHRE, 6, line((-10, 800), (1610, 770)))
    for x, y, length, flip, body, back in (
        (200, 868, 330, False, MIST, INK), (560, 856, 330, True, OCHRE, VERMILION),
        (930, 852, 350, False, MIST, INK), (1320, 840, 350, True, MIST, INK),
        (110, 985, 400, True, OCHRE, VERMILION), (500, 980, 440, False, MIST, INK),
        (960, 975, 480, True, MIST, INK), (1420, 965, 430, False, OCHRE, VERMILION),
        (300, 1085, 420, False, MIST, INK), (760, 1090, 430, True, OCHRE, VERMILION),
        (1220, 1085, 440, False, MIST, INK),
    ):
        plate.fill(INK,
            gouge(x - 0.5 * length, y + 0.14 * length, x + 0.5 * length, y + 0.16 * length, 0.09 * length))
        fish(plate, x, y, length, turn=plate.random.uniform(-0.10, 0.06), flip=flip, body=body, back=back)
