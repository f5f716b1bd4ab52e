import math

import numpy as np

from figures import limb
from gallery import picture
from ink import INK, MIST, OCHRE, PAPER, SLATE, VERMILION, WIDTH
from shapes import arch, curve, ellipse, gouge, line, placed, polygon, rectangle
from tones import around


@picture("printing-press", ground=PAPER)
def printing_press(plate):
    """The hand press in the Gazette's old works: a sheet being pulled, the last ones drying overhead."""
    workshop(plate)
    drying_sheets(plate)
    type_frame(plate, 1370, 915)
    hand_press(plate, 690, 950)
    pressman(plate, 1190, 1000, 600)
    paper_heap(plate, 190, 985)


def workshop(plate):
    """The room: a great window, its light across the boards."""
    plate.print_cover(INK, np.ones_like(plate.x * plate.y))
    glow = (240, 380)
    far = around(plate, *glow)
    wall = plate.mask(rectangle(0, 0, WIDTH, 860))
    rays = np.arctan2(plate.y - glow[1] + 500, plate.x - glow[0] + 700) * 86
    plate.engrave(SLATE, 0.98 - far / 1300 + 0.14 * plate.noise(220, 160), rays, wall)
    plate.engrave(OCHRE, 0.62 - far / 900, rays + 0.5, wall)
    frame = arch(235, 640, 300, 560)
    plate.fill(INK, arch(235, 662, 338, 602))
    plate.fill(PAPER, frame)
    panes = plate.mask(frame)
    plate.engrave(OCHRE, np.clip(0.10 + (plate.y - 240) / 700, 0, 0.7), plate.y / 11, panes)
    town = curve((85, 640), (85, 560), (130, 548), (140, 470), (152, 548), (230, 566), (310, 540), (385, 560),
        (385, 640), closed=True)
    plate.fill(SLATE, town)
    plate.stroke(INK, 10, *(line((x, 70), (x, 640)) for x in (160, 235, 310)),
        *(line((80, y), (390, y)) for y in (230, 340, 450, 560)))
    plate.stroke(INK, 10, frame)
    floor = polygon((-10, 860), (1610, 860), (1610, 1080), (-10, 1080))
    area = plate.mask(floor)
    plate.print_cover(INK, area)
    boards = (plate.x - 700) / (plate.y - 560).clip(30) * 3.4
    plate.engrave(SLATE, 0.66 - plate.x / 5200 + 0.1 * plate.noise(60, 20), boards, area)
    patch = plate.mask(polygon((120, 1080), (330, 862), (640, 862), (620, 1080))) * area
    plate.engrave(OCHRE, 0.74, boards, patch)
    plate.stroke(OCHRE, 3, line((0, 860), (WIDTH, 860)))


def drying_sheets(plate):
    """Printed sheets over the lines, the nearest with its columns to be seen."""
    for level, sway, width, step in ((66, 22, 118, 150), (160, 30, 150, 196)):
        rope = curve((430, level - 26), (1010, level + sway), (1620, level - 26))
        plate.stroke(INK, 6, rope)
        plate.stroke(OCHRE, 2.4, rope)
        for x in np.arange(474, 1600, step):
            drop = level - 26 + (sway + 26) * (1 - ((x - 1010 + width / 2) / 600) ** 2)
            tall, lean = width * 1.18, plate.random.uniform(-6, 6)
            sheet = polygon((x, drop), (x + width, drop), (x + width + lean, drop + tall * 0.5),
                (x + width + 2 * lean + 2, drop + tall + 3), (x + width * 0.6 + 2 * lean, drop + tall - 4),
                (x + 2 * lean - 2, drop + tall + 4), (x + lean, drop + tall * 0.5))
            plate.outlined(PAPER, INK, 3.5, sheet)
            newspaper_page(plate, x + lean + 10, drop + 12, width - 20, tall - 26)
            plate.fill(VERMILION, rectangle(x + 12, drop - 12, 8, 24), rectangle(x + width - 20, drop - 12, 8, 24))


def newspaper_page(plate, x, y, width, height):
    """Masthead, a picture, and columns of lines standing for text."""
    plate.fill(INK, rectangle(x, y, width, height * 0.10), rectangle(x, y + height * 0.14, width, 2))
    columns = 4
    gap = width / columns
    picture_box = rectangle(x + gap, y + height * 0.2, gap * 2 - 6, height * 0.3)
    rules = []
    for column in range(columns):
        for row in range(int(height * 0.78 / 6.5)):
            top = y + height * 0.2 + 6.5 * row
            if not (column in (1, 2) and top < y + height * 0.54):
                rules.append(line((x + column * gap + 2, top),
                    (x + (column + 1) * gap - 5 - (9 if plate.random.random() < 0.15 else 0), top)))
    plate.stroke(INK, 2.2, *rules)
    plate.fill(SLATE, picture_box)


def type_frame(plate, x, foot):
    """A compositor's frame: sloping case above, drawers of type below."""
    body = polygon((x - 40, foot), (x - 40, foot - 250), (x + 320, foot - 250), (x + 320, foot))
    plate.outlined(INK, OCHRE, 3, body)
    for row in range(5):
        plate.outlined(SLATE, INK, 4, rectangle(x - 28, foot - 236 + 46 * row, 340, 38))
        area = plate.mask(rectangle(x - 28, foot - 236 + 46 * row, 340, 38))
        plate.engrave(INK, 0.42 + 0.2 * plate.noise(120, 12), plate.y / 9, area)
        plate.fill(OCHRE, *(ellipse(x + dx, foot - 217 + 46 * row, 7, 5) for dx in (60, 220)))
    case = polygon((x - 58, foot - 250), (x - 20, foot - 402), (x + 330, foot - 402), (x + 330, foot - 250))
    plate.outlined(OCHRE, INK, 5, case)
    cells = plate.mask(case)
    slant = (plate.y - foot + 402) / 152
    plate.engrave(INK, 0.17, (plate.y - foot + 402) / 38, cells)
    plate.engrave(INK, 0.17, (plate.x - x + 20 + 38 * slant) / 44, cells)
    plate.engrave(INK, np.clip(0.2 + 0.4 * plate.noise(44, 38), 0, 0.5), (plate.x + plate.y) / 8, cells)


def hand_press(plate, x, foot):
    """An iron press of the Albion kind, seen from the side of its bed."""
    put = lambda path: placed(path, x, foot)
    bed_end = 392
    rails = [polygon((-440, -214), (bed_end, -214), (bed_end, -196), (-440, -196)),
        polygon((-430, -196), (-418, 0), (-396, 0), (-402, -196))]
    rails += [polygon((350, -196), (362, 0), (384, 0), (378, -196))]
    plate.outlined(INK, MIST, 2.4, *map(put, rails))
    feet = curve((-170, 0), (-164, -34), (-118, -64), (-104, -190), (104, -190), (118, -64), (164, -34), (170, 0),
        (96, 0), (66, -52), (-66, -52), (-96, 0), closed=True)
    hole = put(curve((-96, -196), (-100, -420), (-92, -520), (0, -548), (92, -520), (100, -420), (96, -196),
        closed=True))
    outer = put(curve((-150, -180), (-158, -420), (-150, -560), (-110, -620), (0, -640), (110, -620), (150, -560),
        (158, -420), (150, -180), closed=True))
    plate.fill(INK, put(feet))
    iron = np.clip(plate.mask(outer) - plate.mask(hole), 0, 1)
    plate.print_cover(INK, iron)
    ribs = np.hypot((plate.x - x) / 150, np.clip((foot - 430 - plate.y) / 210, 0, None)) * 34
    plate.engrave(MIST, np.clip(0.36 - (plate.x - x + 160) / 420, 0, 0.5), ribs, iron)
    plate.engrave(SLATE, np.clip(0.30 - np.abs(plate.x - x - 120) / 160, 0, 0.4), ribs, iron)
    plate.stroke(OCHRE, 4, outer, hole)
    base = plate.mask(put(feet))
    plate.stroke(OCHRE, 4, put(feet))
    plate.engrave(MIST, np.clip(0.28 - (plate.x - x + 120) / 500, 0, 0.4), (plate.x - x) / 12, base)
    plate.outlined(OCHRE, INK, 4, put(curve((-46, -640), (-56, -668), (-24, -690), (0, -724), (24, -690), (56, -668),
        (46, -640), closed=True)), put(ellipse(0, -736, 14)))
    plate.outlined(VERMILION, INK, 4, put(ellipse(0, -594, 62, 26)))
    plate.text(PAPER, "1871", x, foot - 585, 30, bold=True, spacing=3)

    column = [rectangle(-26, -540, 52, 90), polygon((-40, -452), (40, -452), (56, -400), (-56, -400)),
        rectangle(-84, -400, 168, 26), polygon((-92, -374), (92, -374), (104, -330), (-104, -330))]
    plate.outlined(SLATE, INK, 4.5, *map(put, column))
    across = (plate.x - x) / 90
    plate.engrave(INK, np.clip(0.34 + 0.6 * across, 0.06, 0.88), plate.y / 8, plate.mask(*map(put, column)))
    plate.stroke(OCHRE, 3, *map(put, (line((-84, -374), (84, -374)), line((-92, -352), (92, -352)))))
    toggle = [line((0, -498), (116, -476)), line((116, -476), (306, -436))]
    plate.stroke(INK, 24, *map(put, toggle))
    plate.stroke(MIST, 8, *map(put, toggle))
    plate.outlined(VERMILION, INK, 4, put(ellipse(0, -498, 17)), put(ellipse(116, -476, 13)))
    plate.outlined(OCHRE, INK, 4, placed(rectangle(-50, -12, 100, 24), x + 336, foot - 430, turn=0.2))

    coffin = [polygon((-330, -268), (170, -268), (170, -216), (-330, -216))]
    plate.outlined(INK, MIST, 3, *map(put, coffin))
    plate.outlined(PAPER, INK, 3.5, put(polygon((-330, -286), (-150, -286), (-150, -268), (-330, -268))),
        put(polygon((-96, -326), (96, -326), (96, -268), (-96, -268))))
    plate.engrave(INK, 0.48, plate.x / 9, plate.mask(put(rectangle(-96, -312, 192, 40))))
    tympan = put(polygon((-330, -270), (-322, -282), (-468, -506), (-482, -498)))
    frisket = polygon((x - 482, foot - 498), (x - 322, foot - 272), (x - 196, foot - 300), (x - 356, foot - 526))
    plate.outlined(PAPER, INK, 5, frisket)
    sheet = plate.mask(frisket)
    lean = (plate.y - foot + 400) + 0.22 * (plate.x - x)
    inner = plate.mask(polygon((x - 452, foot - 494), (x - 318, foot - 300), (x - 226, foot - 322),
        (x - 360, foot - 510)))
    plate.engrave(INK, 0.42, lean / 10, inner * (np.abs(((plate.x - x + 0.68 * (foot - plate.y) + 96) % 33) - 16) < 13))
    plate.engrave(OCHRE, 0.2, lean / 10 + 0.5, sheet * (1 - inner))
    plate.outlined(INK, MIST, 2, tympan)
    wheel = (x - 262, foot - 152)
    plate.stroke(INK, 17, ellipse(*wheel, 46),
        *(line(wheel, (wheel[0] + 46 * math.cos(t), wheel[1] + 46 * math.sin(t))) for t in np.arange(5) * 1.2566))
    plate.stroke(OCHRE, 6, ellipse(*wheel, 46),
        *(line(wheel, (wheel[0] + 46 * math.cos(t), wheel[1] + 46 * math.sin(t))) for t in np.arange(5) * 1.2566))
    plate.fill(VERMILION, ellipse(*wheel, 10))


def pressman(plate, x, foot, height):
    """The printer leaning on the bar, sleeves rolled, in his apron."""
    put = lambda path: placed(path, x, foot, height)
    legs = [line((-0.02, -0.44), (-0.12, -0.22), (-0.16, -0.02), (-0.24, -0.01)),
        line((0.08, -0.44), (0.20, -0.22), (0.27, -0.02), (0.19, -0.0))]
    plate.stroke(INK, 0.135 * height, *map(put, legs))
    plate.fill(SLATE, put(gouge(-0.16, -0.30, -0.18, -0.05, 0.012)), put(gouge(0.15, -0.30, 0.24, -0.05, 0.012)))
    torso = curve((-0.10, -0.42), (-0.08, -0.62), (-0.02, -0.80), (0.10, -0.85), (0.24, -0.78), (0.22, -0.58),
        (0.17, -0.40), closed=True)
    plate.outlined(PAPER, INK, 5, put(torso))
    shirt = plate.mask(put(torso))
    across = (plate.x - x) / height
    plate.engrave(INK, np.clip(0.06 + 3.2 * (across - 0.06), 0, 0.75), (plate.y + 0.5 * plate.x) / 9, shirt)
    apron = curve((-0.09, -0.70), (0.02, -0.76), (0.06, -0.60), (0.10, -0.42), (0.11, -0.16), (-0.15, -0.16),
        (-0.12, -0.42), closed=True)
    plate.outlined(VERMILION, INK, 5, put(apron))
    cloth = plate.mask(put(apron))
    plate.engrave(INK, np.clip(0.10 + 3 * (across + 0.02), 0, 0.7), (plate.y - 0.3 * plate.x) / 9, cloth)
    plate.stroke(INK, 5, put(line((-0.12, -0.45), (0.16, -0.42))),
        put(curve((-0.08, -0.70), (0.04, -0.82), (0.10, -0.84))))
    for reach in (-0.30, -0.235):
        arm = [*map(put, limb((0.10, -0.745, 0.062), (-0.06, -0.655 - 0.2 * (reach + 0.235), 0.046),
            (reach, -0.795 - 0.35 * (reach + 0.235), 0.034))),
            put(ellipse(reach - 0.004, -0.80 - 0.35 * (reach + 0.235), 0.042))]
        plate.outlined_together(PAPER, INK, 5, *arm)
        plate.engrave(INK, np.clip(0.30 + 2.2 * across, 0.0, 0.6), (plate.y + 0.5 * plate.x) / 10, plate.mask(*arm))
    neck = put(polygon((0.02, -0.80), (0.0, -0.90), (0.09, -0.92), (0.13, -0.82)))
    head = put(curve((-0.055, -0.955), (-0.045, -0.895), (0.0, -0.870), (0.065, -0.895), (0.095, -0.97),
        (0.07, -1.03), (-0.01, -1.045), (-0.05, -1.0), (-0.075, -0.962), closed=True))
    plate.outlined(PAPER, INK, 4.5, neck, head)
    plate.engrave(INK, np.clip(0.06 + 5 * across, 0, 0.6), (plate.y - 0.5 * plate.x) / 7, plate.mask(head, neck))
    plate.fill(INK, put(ellipse(-0.03, -0.972, 0.008)),
        put(curve((-0.055, -0.885), (-0.01, -0.915), (0.02, -0.89), (0.0, -0.862), (-0.035, -0.862), closed=True)),
        put(curve((0.02, -0.94), (0.06, -0.97), (0.02, -1.01), (-0.04, -1.02), (0.0, -1.05), (0.07, -1.04),
        (0.11, -0.98), (0.09, -0.90), (0.055, -0.90), closed=True)))
    cap = put(polygon((-0.07, -1.01), (-0.055, -1.085), (0.085, -1.075), (0.105, -1.0)))
    plate.outlined(PAPER, INK, 4.5, cap)
    plate.stroke(INK, 3, put(line((-0.06, -1.035), (0.10, -1.028))))


def paper_heap(plate, x, foot):
    """A bench with a heap of printed sheets."""
    plate.outlined(INK, OCHRE, 3, rectangle(x - 170, foot - 130, 300, 22), rectangle(x - 150, foot - 108, 26, 110),
        rectangle(x + 86, foot - 108, 26, 110))
    for number in range(11):
        shift = plate.random.uniform(-8, 8)
        plate.outlined(PAPER if number % 3 else MIST, INK, 2.6,
            polygon((x - 140 + shift, foot - 131 - 9 * number), (x + 100 + shift, foot - 131 - 9 * number),
            (x + 100 + shift, foot - 141 - 9 * number), (x - 140 + shift, foot - 141 - 9 * number)))
    top = foot - 240
    page = polygon((x - 138, top + 9), (x + 104, top + 9), (x + 70, top - 22), (x - 104, top - 22))
    plate.outlined(PAPER, INK, 3, page)
    plate.engrave(INK, 0.4, plate.y / 6.5,
        plate.mask(polygon((x - 112, top + 4), (x + 82, top + 4), (x + 58, top - 12), (x - 90, top - 12))))
