import numpy as np

from gallery import picture
from ink import INK, MIST, OCHRE, PAPER, SLATE, VERMILION, WIDTH
from perspective import Camera, Wall
from shapes import curve, ellipse, gouge, line, placed, polygon, rectangle
from sky import clouds, gull, sky_lines
from water import Water


@picture("container-ship")
def container_ship(plate):
    """A box ship inbound, with a tug at her bow."""
    horizon = 694
    camera = Camera(eye=(-104, -74, 8), target=(40, 0, 24), zoom=1950, centre=(850, 500))
    lines = sky_lines(plate, 14, 30)
    cloud = clouds(plate, 760, 110, cover=-0.1)
    height = np.clip(1 - plate.y / horizon, 0, 1)
    above = plate.mask(rectangle(0, 0, WIDTH, horizon + 4))
    plate.engrave(OCHRE, 0.85 - 1.5 * height + 0.2 * cloud, lines + 0.5, above)
    plate.engrave(MIST, 0.35 + 0.7 * height, lines, above)
    plate.engrave(SLATE, -0.15 + 1.1 * height**1.2 + 0.6 * cloud, lines, above)
    plate.engrave(INK, -0.7 + 1.2 * height + 0.55 * cloud, lines, above)
    quay_cranes(plate, horizon)

    water = Water(plate, horizon)
    plate.print_cover(SLATE, water.area)
    water.engrave(MIST, 0.45 - 0.2 * water.depth, 0.6)
    water.engrave(INK, 0.28 + 0.35 * water.depth, 0.6)
    hull_shadow = polygon(camera(0, 0, 0), camera(300, -22, 0), (1700, 820), (1560, 1060), (600, 1060))
    water.reflect(INK, 0.8, hull_shadow, ripple=0.55)
    ship_deck(plate, camera)
    ship_hull(plate, camera)
    bow_wave(plate, camera)
    tug(plate, 236, 905, 1.7)
    for x, y, span in ((120, 330, 62), (210, 402, 44), (330, 300, 40), (90, 480, 30), (455, 240, 34)):
        plate.fill(INK, gull(x, y, span, (x % 7 - 3) / 12))


def half_breadth(along, flare):
    """Half the beam of the ship so far from her stem; `flare` 1 at the deck, 0 at the water."""
    entry = 34 + 46 * (1 - flare)
    return 20 * min(max(along + 7 * flare, 0) / (entry + 7 * flare), 1) ** (0.62 + 0.35 * (1 - flare))


def sheer(along):
    return 17 + 4.5 * max(1 - along / 40, 0) ** 1.5


def ship_hull(plate, camera):
    def strake(level, side, stations):
        return [camera(along - 7 * level**1.5, side * half_breadth(along - 7 * level, level),
            0.3 + level * sheer(along)) for along in stations]

    stations = [0, 1, 3, 6, 10, 15, 22, 30, 42, 56, 75, 100, 140, 190, 250, 310]
    port = polygon(*strake(1, -1, stations), *strake(0, -1, stations)[::-1])
    starboard = polygon(*strake(1, 1, stations[:11]), *strake(0, 1, stations[:11])[::-1])
    plate.fill(SLATE, starboard)
    area = plate.mask(starboard)
    plate.engrave(INK, 0.5, (plate.y - 0.3 * plate.x) / 9, area)
    plate.fill(INK, port)
    boot = [line(*strake(level, -1, stations)) for level in np.linspace(0.0, 0.17, 7)]
    plate.stroke(VERMILION, 8, *boot)
    area = plate.mask(port)
    for number, level in enumerate(np.linspace(0.22, 0.97, 17)):
        points = strake(level, -1, stations)
        for index, (start, end) in enumerate(zip(points, points[1:])):
            bright = max(0.0, 1 - index / 11) * (0.55 + 0.45 * level)
            if bright > 0.08:
                plate.stroke(SLATE if number % 3 else MIST, 3.6 * bright * (1 if index > 3 else 0.75),
                    line(start, end))
    plate.stroke(PAPER, 3, line(*strake(1, -1, stations)), line(*strake(1, 1, stations[:11])))
    plate.stroke(INK, 3, line(*(camera(-7 * level**1.5, 0, 0.3 + level * sheer(0))
        for level in np.linspace(0, 1, 8))))
    anchor = camera(9, -half_breadth(9, 0.75) - 0.2, 13.5)
    plate.fill(PAPER, ellipse(*anchor, 10, 8))
    plate.fill(INK, ellipse(*anchor, 5, 4), rectangle(anchor[0] - 3, anchor[1], 6, 26),
        curve((anchor[0] - 15, anchor[1] + 16), (anchor[0], anchor[1] + 30), (anchor[0] + 15, anchor[1] + 16),
        (anchor[0], anchor[1] + 24), closed=True))


def ship_deck(plate, camera):
    """The boxes, bay behind bay, and the bridge among them."""
    colours = (VERMILION, OCHRE, SLATE, MIST, PAPER, VERMILION, INK)
    for bay in reversed(range(15)):
        along = 34 + 14.2 * bay
        if bay == 9:
            bridge(plate, camera, along)
            continue
        tiers = 7 if bay > 1 else 4 + bay
        for tier in range(tiers):
            bottom, top = 18 + 2.7 * tier, 20.6 + 2.7 * tier
            side = Wall(camera, (along, -19.5), (1, 0))
            colour = colours[int(plate.random.integers(len(colours)))]
            box = side.rectangle(0, bottom, 12.4, top)
            plate.outlined(colour, INK, 2, box)
            ribs = (side.rectangle(u, bottom + 0.2, u + 0.3, top - 0.2) for u in np.arange(0.7, 12, 0.9))
            if colour != INK:
                plate.fill(INK, *ribs)
            end = Wall(camera, (along, 19.5), (0, -1))
            for row in range(15):
                colour = colours[int(plate.random.integers(len(colours)))]
                plate.outlined(colour, INK, 1.8, end.rectangle(2.6 * row, bottom, 2.6 * row + 2.5, top))
                if bay < 3 and colour != INK:
                    plate.stroke(INK, 1.4, end.line((2.6 * row + 1.25, bottom), (2.6 * row + 1.25, top)))
        cover = plate.mask(Wall(camera, (along, 19.5), (0, -1)).rectangle(0, 18, 39, 18 + 2.7 * tiers))
        plate.engrave(INK, 0.36, (plate.y + plate.x) / 11, cover)
    foredeck = [camera(along, side * half_breadth(along, 1), 18)
        for side, run in ((-1, (-5, 5, 15, 34)), (1, (34, 15, 5, -5))) for along in run]
    plate.fill(SLATE, polygon(*foredeck))
    mast = camera(6, 0, 19)
    plate.stroke(INK, 5, line(mast, camera(6, 0, 36)))
    plate.stroke(INK, 2, line(camera(6, 0, 35), camera(30, 0, 22)), line(camera(6, 0, 35), camera(-6, 0, 22)))


def bridge(plate, camera, along):
    front = Wall(camera, (along, 20), (0, -1))
    side = Wall(camera, (along, -20), (1, 0))
    plate.outlined(PAPER, INK, 2.4, front.rectangle(4, 17, 36, 46), side.rectangle(0, 17, 11, 46))
    plate.engrave(INK, 0.4, (plate.y + plate.x) / 8, plate.mask(front.rectangle(4, 17, 36, 46)))
    plate.outlined(PAPER, INK, 2.4, front.rectangle(-1, 43, 41, 48), side.rectangle(-1, 43, 12, 48))
    plate.fill(INK, front.rectangle(0, 45, 40, 47), side.rectangle(0, 45, 11, 47))
    plate.fill(INK, *(side.rectangle(u, z, u + 1.3, z + 1.3) for u in (1.5, 4.8, 8.1) for z in range(37, 43, 3)))
    plate.stroke(INK, 4, line(camera(along + 6, 0, 48), camera(along + 6, 0, 60)),
        line(camera(along + 6, -6, 55), camera(along + 6, 6, 55)))


def bow_wave(plate, camera):
    """The water she pushes aside."""
    x, y = camera(0, 0, 0)
    along = camera(120, -22, 0)
    plate.fill(PAPER, *(gouge(x - 20, y + 24 + 9 * i, along[0] - 110 * i, along[1] + 16 + 14 * i, 9 - 2 * i,
        10 * i) for i in range(4)))
    plate.fill(PAPER, curve((x - 44, y + 30), (x - 30, y - 6), (x - 4, y - 30), (x + 30, y - 4), (x + 120, y + 14),
        (x + 250, y + 20), (x + 130, y + 42), (x + 20, y + 50), closed=True))
    curls = plate.scatter(22, (0, 1), (0, 22), (40, 120))
    plate.fill(INK, *(gouge(x + 200 * t, y + 10 + 10 * t + dy, x + 200 * t + length, y + 18 + 14 * t + dy, 2.5,
        6) for t, dy, length in curls))
    plate.fill(PAPER, *(ellipse(x + dx, y - lift, size)
        for dx, lift, size in plate.scatter(46, (-50, 60), (0, 52), (1.2, 4.4))))


def quay_cranes(plate, horizon):
    """The container terminal beyond."""
    plate.fill(SLATE, curve((-10, 640), (120, 622), (300, 630), (460, 646), (640, 652), (640, 672), (-10, 672),
        closed=True))
    for x, size in ((70, 0.8), (190, 0.9), (330, 1.0)):
        crane = [
            polygon((-34, 0), (-26, -190), (-19, -190), (-26, 0)), polygon((34, 0), (26, -190), (19, -190), (26, 0)),
            rectangle(-30, -120, 60, 6), polygon((-70, -196), (150, -196), (150, -186), (-70, -186)),
            polygon((-4, -190), (0, -262), (5, -262), (8, -190)), rectangle(40, -186, 18, 12),
        ]
        stays = [line((2, -260), (146, -192)), line((2, -260), (70, -192)), line((2, -260), (-66, -192)),
            line((-28, -120), (24, -188)), line((50, -176), (50, -110))]
        plate.fill(INK, *(placed(path, x, horizon, size) for path in crane))
        plate.stroke(INK, 2.2, *(placed(path, x, horizon, size) for path in stays))
        plate.fill(VERMILION, placed(rectangle(40, -112, 22, 14), x, horizon, size))


def tug(plate, x, level, size):
    put = lambda path: placed(path, x, level, size)
    hull = put(curve((-92, -26), (-40, -20), (30, -24), (92, -44), (84, 6), (-80, 8), (-94, -6), closed=True))
    plate.fill(INK, hull)
    plate.fill(VERMILION, put(rectangle(-30, -62, 62, 40)), put(rectangle(-64, -84, 22, 62)))
    plate.fill(PAPER, put(polygon((-18, -62), (-14, -96), (26, -96), (32, -62))))
    plate.fill(INK, put(rectangle(-64, -92, 22, 14)), put(polygon((-20, -96), (-20, -101), (34, -101), (34, -96))),
        *(put(rectangle(-11 + 14 * i, -90, 10, 16)) for i in range(3)))
    plate.fill(INK, *(put(ellipse(-18 + 20 * i, -42, 5)) for i in range(3)))
    plate.stroke(INK, 3, put(line((6, -100), (6, -150))), put(line((-8, -132), (20, -132))),
        put(line((-30, -62), (-30, -22))))
    plate.stroke(PAPER, 2.5, put(line((-92, -26), (-40, -20), (30, -24), (92, -44))))
    plate.fill(INK, *(put(ellipse(-70 + 22 * i, 0, 7)) for i in range(7)))
    plate.fill(PAPER, *(put(gouge(60 + 8 * i, 10 + 4 * i, 130 + 18 * i, 6 + 8 * i, 5 - i, -6)) for i in range(4)),
        *(put(gouge(-90 - 12 * i, 8 + 5 * i, -180 - 22 * i, 12 + 7 * i, 4 - i, 4)) for i in range(3)))
