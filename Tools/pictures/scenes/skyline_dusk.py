import math

import numpy as np

from gallery import picture
from ink import INK, OCHRE, PAPER, SLATE, VERMILION, WIDTH
from shapes import arch, curve, ellipse, gouge, line, placed, polygon, rectangle
from sky import clouds, gull, sky_lines
from street_lamp import street_lamp
from tones import around
from water import Water


@picture("skyline-dusk", ground=PAPER)
def skyline_dusk(plate):
    """Cathedral, minaret and synagogue dome over the roofs of Ostrand, across the Sill."""
    shore, sun = 800, (560, 700)
    lines = sky_lines(plate, 14, 22)
    far = around(plate, *sun, flatten=1.5)
    height = np.clip(1 - plate.y / shore, 0, 1)
    cloud = clouds(plate, 640, 55, cover=0.1)
    above = plate.mask(rectangle(0, 0, WIDTH, shore))
    plate.engrave(OCHRE, 1.35 - far / 620, lines, above)
    plate.engrave(VERMILION, 0.62 - np.abs(height - 0.42) * 2.2 + 0.55 * cloud - 0.8 * np.exp(-far / 260),
        lines + 0.5, above)
    plate.engrave(SLATE, 1.6 * height - 0.62, lines, above)
    plate.engrave(INK, 1.75 * height**1.3 - 0.62 + 0.45 * cloud * height, lines, above)
    for x, y, size in plate.scatter(46, (0, WIDTH), (0, 230), (1.2, 3.0)):
        plate.fill(PAPER, ellipse(x, y, size))
    crescent = lambda context: (context.new_sub_path(), context.arc(1330, 150, 40, -2.2, 1.3),
        context.arc_negative(1316, 145, 32, 1.2, -2.05), context.close_path())
    plate.fill(PAPER, crescent)

    hills = curve((-20, 700), (200, 650), (420, 668), (700, 690), (1000, 660), (1300, 630), (1620, 672), (1620, 820),
        (-20, 820), closed=True)
    plate.fill(SLATE, hills)
    plate.engrave(INK, 0.35, (plate.y - 0.35 * plate.x) / 11, plate.mask(hills))
    cathedral(plate, 450, shore)
    minaret(plate, 905, shore)
    synagogue(plate, 1300, shore)
    rooftops(plate, shore)

    water = Water(plate, shore, far=5, near=17)
    plate.print_cover(INK, water.area)
    water.engrave(SLATE, 0.36 - 0.2 * water.depth, 0.5)
    water.engrave(OCHRE, 1.1 * water.glitter(sun[0], 150, 160) - 0.35, 0.6)
    water.engrave(VERMILION, 0.7 * water.glitter(sun[0], 260, 240) - 0.45, 0.7)
    for x, tall in ((450, 240), (841, 230), (1300, 170)):
        water.reflect(INK, 0.5, polygon((x - 60, shore), (x + 60, shore), (x + 10, shore + tall),
            (x - 10, shore + tall)), ripple=0.8)
    for x in np.arange(60, 1600, 132):
        water.reflect(OCHRE, 0.3, rectangle(x - 5, shore + 8, 10, 90), ripple=0.7)
    plate.fill(INK, rectangle(0, shore - 16, WIDTH, 24))
    plate.engrave(SLATE, 0.3, plate.x / 26, plate.mask(rectangle(0, shore - 12, WIDTH, 12)))
    for x in np.arange(60, 1600, 132):
        street_lamp(plate, x, shore - 14, 74)
    rowing_home(plate)
    for x, y, span in ((700, 330, 46), (760, 372, 34), (640, 392, 28), (830, 300, 30)):
        plate.fill(INK, gull(x, y, span, 0.15))


def cathedral(plate, x, foot):
    """St Brannoc's: nave, crossing tower and spire, west towers."""
    put = lambda path: placed(path, x, foot)
    dark = [
        polygon((-300, 0), (-300, -190), (-290, -196), (180, -196), (180, 0)),
        polygon((-306, -190), (-270, -272), (150, -272), (184, -190)),
        polygon((-60, 0), (-60, -330), (60, -330), (60, 0)),
        polygon((-48, -326), (0, -640), (48, -326)),
        rectangle(-3, -682, 6, 50), rectangle(-16, -668, 32, 6),
        polygon((170, 0), (170, -340), (178, -352), (262, -352), (270, -340), (270, 0)),
        polygon((176, -350), (220, -470), (264, -350)),
    ]
    for side in (-58, -36, 36, 58):
        dark.append(polygon((side - 9, -322), (side, -388), (side + 9, -322)))
    for side in (174, 266):
        dark.append(polygon((side - 8, -346), (side, -402), (side + 8, -346)))
    for bay in range(6):
        left = -300 + 40 * bay
        dark.append(polygon((left - 6, 0), (left - 6, -120), (left + 4, -226), (left + 10, -120), (left + 10, 0)))
    plate.fill(INK, *map(put, dark))
    slates = plate.mask(put(polygon((-300, -196), (-268, -266), (148, -266), (176, -196))))
    plate.engrave(SLATE, 0.28, (plate.y + 0.2 * plate.x) / 11, slates)
    spire = plate.mask(put(polygon((0, -620), (44, -330), (6, -330))))
    plate.engrave(SLATE, 0.34, (plate.y - 0.6 * plate.x) / 12, spire)
    lit = [arch(-276 + 40 * bay, -84, 18, 84) for bay in range(6)]
    lit += [arch(bay, -90, 16, 80) for bay in (86, 116, 146)]
    lit += [arch(-24, -232, 20, 74), arch(24, -232, 20, 74), ellipse(220, -150, 30), arch(204, -236, 16, 70),
        arch(236, -236, 16, 70), arch(220, -6, 34, 74)]
    plate.fill(OCHRE, *map(put, lit))
    tracery = [line((220 + 30 * math.cos(t), -150 + 30 * math.sin(t)),
        (220 - 30 * math.cos(t), -150 - 30 * math.sin(t))) for t in np.arange(4) * math.pi / 4]
    tracery += [ellipse(220, -150, 13)] + [line((-276 + 40 * bay, -84), (-276 + 40 * bay, -166)) for bay in range(6)]
    plate.stroke(INK, 3, *map(put, tracery))
    edges = [line((0, -628), (44, -332)), line((58, -326), (58, -200)), line((262, -340), (262, -20)),
        line((222, -458), (258, -354))]
    plate.stroke(VERMILION, 3, *map(put, edges))


def crescent_moon(context):
    """A small crescent, its horns up and to the right."""
    context.new_sub_path()
    context.arc(0, 0, 13, -0.2, 4.0)
    context.arc_negative(3, -3, 9.5, 3.9, -0.1)
    context.close_path()


def minaret(plate, x, foot):
    """The mosque on Rope Walk: a minaret and a dome."""
    put = lambda path: placed(path, x, foot)
    dome = curve((-20, -150), (-30, -190), (6, -238), (70, -268), (134, -238), (170, -190), (160, -150), closed=True)
    dark = [
        rectangle(-26, -152, 200, 152), dome, polygon((66, -262), (70, -300), (74, -262)),
        rectangle(-86, -404, 44, 404), polygon((-100, -404), (-88, -384), (-40, -384), (-28, -404)),
        rectangle(-102, -420, 76, 8),
        rectangle(-80, -482, 32, 80), polygon((-86, -482), (-64, -566), (-42, -482)), rectangle(-66, -592, 4, 30),
    ]
    plate.fill(INK, *map(put, dark))
    plate.stroke(INK, 3, *(put(line((-98 + 9 * i, -418), (-98 + 9 * i, -404))) for i in range(9)))
    for cx, cy in ((70, -312), (-64, -604)):
        plate.fill(OCHRE, put(placed(crescent_moon, cx, cy)))
    plate.fill(OCHRE, *(put(arch(cx, -72, 22, 58)) for cx in (10, 50, 90, 130)), put(arch(-64, -430, 12, 34)),
        put(arch(-64, -250, 12, 36)))
    area = plate.mask(put(dome))
    plate.engrave(SLATE, np.clip((plate.x - x - 40) / 260, 0, 0.45), around(plate, x + 70, foot - 150, 0.9) / 12,
        area)
    plate.stroke(VERMILION, 3, put(line((-46, -378), (-46, -10))), put(curve((150, -200), (120, -246), (78, -264))))


def synagogue(plate, x, foot):
    """The synagogue in Chandlers' Row: a striped front, a great dome, a round window."""
    put = lambda path: placed(path, x, foot)
    dome = curve((-92, -238), (-98, -290), (-60, -340), (0, -372), (60, -340), (98, -290), (92, -238), closed=True)
    dark = [
        rectangle(-150, -190, 300, 190), polygon((-86, -180), (-96, -248), (96, -248), (86, -180)), dome,
        rectangle(-170, -252, 46, 252), rectangle(124, -252, 46, 252),
        curve((-174, -250), (-172, -280), (-147, -312), (-122, -280), (-120, -250), closed=True),
        curve((120, -250), (122, -280), (147, -312), (172, -280), (174, -250), closed=True),
        rectangle(-2, -408, 4, 40), rectangle(-149, -330, 4, 20), rectangle(145, -330, 4, 20),
    ]
    plate.fill(INK, *map(put, dark))
    plate.engrave(VERMILION, 0.26, plate.y / 22,
        plate.mask(put(rectangle(-146, -180, 292, 176)), put(rectangle(-166, -240, 38, 236)),
        put(rectangle(128, -240, 38, 236))))
    star = [polygon(*((12 * math.sin(t + turn), -420 + 12 * math.cos(t + turn))
        for t in (0, 2.0944, 4.1888))) for turn in (0, math.pi)]
    plate.fill(OCHRE, *map(put, star))
    ribs = [curve((sx * 92, -240), (sx * 96, -290), (sx * 58, -340), (0, -370)) for sx in (-0.75, -0.4, 0, 0.4, 0.75)]
    plate.stroke(SLATE, 2.6, *map(put, ribs))
    plate.fill(INK, put(rectangle(-44, -172, 88, 172)))
    plate.fill(OCHRE, put(ellipse(0, -124, 34)), *(put(arch(cx, -78, 22, 84)) for cx in (-100, -70, 70, 100)),
        *(put(arch(-60 + 30 * i, -196, 14, 32)) for i in range(5)))
    spokes = [line((0, -124), (34 * math.cos(t), -124 + 34 * math.sin(t))) for t in np.arange(6) * math.pi / 3]
    plate.stroke(INK, 3, *map(put, spokes), put(ellipse(0, -124, 16)))


def rooftops(plate, foot):
    """Houses along the water, some windows lit."""
    x = -30.0
    while x < WIDTH:
        width, height = plate.random.uniform(58, 100), plate.random.uniform(46, 84)
        rise = plate.random.uniform(22, 44)
        gable = plate.random.random() < 0.5
        roof_line = [(x, foot - height), (x + width / 2, foot - height - rise * 1.3),
            (x + width, foot - height)] if gable else [(x, foot - height), (x + 8, foot - height - rise),
            (x + width - 8, foot - height - rise), (x + width, foot - height)]
        house = polygon((x, foot), *roof_line, (x + width, foot))
        plate.fill(INK, house, rectangle(x + width * 0.7, foot - height - rise - 22, 13, 34))
        plate.stroke(SLATE, 2.4, line(*roof_line))
        if not gable:
            plate.engrave(SLATE, 0.22, (plate.y + 0.1 * plate.x) / 9, plate.mask(polygon(*roof_line)))
        for row in range(int((height - 8) // 30)):
            for column in range(int(width // 24)):
                if plate.random.random() < 0.42:
                    plate.fill(OCHRE, rectangle(x + 9 + 23 * column, foot - height + 12 + 30 * row, 10, 15))
        x += width - 1


def rowing_home(plate):
    """A man rowing home across the river."""
    x, y = 1010, 950
    plate.fill(INK, curve((x - 120, y - 14), (x - 60, y - 8), (x + 40, y - 8), (x + 118, y - 24), (x + 84, y + 14),
        (x - 90, y + 14), closed=True))
    plate.stroke(OCHRE, 3, curve((x - 120, y - 14), (x - 60, y - 8), (x + 40, y - 8), (x + 118, y - 24)))
    plate.fill(INK, curve((x - 26, y - 6), (x - 34, y - 50), (x - 10, y - 66), (x + 12, y - 46), (x + 14, y - 6),
        closed=True), ellipse(x - 6, y - 80, 14, 16), ellipse(x - 4, y - 90, 20, 5))
    plate.stroke(INK, 8, line((x + 2, y - 48), (x + 44, y - 34)))
    plate.stroke(INK, 4.5, line((x + 52, y - 40), (x - 64, y + 30)), line((x + 40, y - 34), (x - 150, y + 6)))
    plate.fill(OCHRE, *(gouge(x - 190 + 30 * i, y + 22 + 5 * i, x - 60 + 60 * i, y + 20 + 6 * i, 3,
        -3) for i in range(4)))
    plate.fill(VERMILION, gouge(x - 30, y - 10, x - 30, y - 48, 4, -4))
