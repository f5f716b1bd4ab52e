"""Boats that sail in several pictures or make up one."""

from ink import INK, PAPER, VERMILION
from shapes import curve, line, placed, polygon, rectangle


def trawler(x, level, size, flip=False):
    """A small fishing boat seen from abeam, bow to the right: (dark paths, pale paths, red paths)."""
    hull = curve((-100, -34), (-60, -26), (0, -24), (60, -36), (112, -62), (100, -30), (84, 4), (-88, 4), (-100, -10),
        closed=True)
    house = polygon((-52, -24), (-52, -76), (-44, -84), (2, -84), (6, -74), (6, -24))
    mast = [
        polygon((30, -34), (33, -170), (36, -170), (38, -34)),
        polygon((-82, -28), (-80, -120), (-77, -120), (-76, -28)),
        polygon((34, -150), (-74, -104), (-74, -101), (35, -144)),
    ]
    funnel = rectangle(-40, -106, 16, 24)
    windows = [rectangle(-46 + 16 * i, -74, 11, 14) for i in range(3)]
    stripe = polygon((-99, -24), (0, -14), (104, -44), (102, -38), (0, -7), (-98, -16))

    def put(paths):
        return [placed(path, x, level, size, flip) for path in paths]

    return put([hull, house, *mast, funnel]), put([*windows]), put([stripe])


def rigging(x, level, size, flip=False):
    """The ropes of a trawler."""
    ropes = [line((34, -168), (108, -62)), line((34, -168), (-78, -120)), line((-78, -118), (-98, -32)),
        line((34, -140), (4, -84))]
    return [placed(rope, x, level, size, flip) for rope in ropes]


def print_trawler(plate, x, level, size, flip=False, body=INK):
    dark, pale, red = trawler(x, level, size, flip)
    plate.stroke(body, 1.6, *rigging(x, level, size, flip))
    plate.fill(body, *dark)
    plate.fill(PAPER, *pale)
    plate.fill(VERMILION, *red)


def sloop(plate, x, level, size, sail=PAPER, flip=False, lines=True):
    """A sailing boat, heeling a little."""

    def put(path):
        return placed(path, x, level, size, flip, turn=-0.07 if flip else 0.07)

    main = curve((2, -190), (-14, -120), (-40, -60), (-70, -22), (-30, -18), (0, -20), closed=True)
    jib = curve((8, -172), (26, -110), (64, -24), (36, -28), (12, -36), closed=True)
    plate.fill(sail, put(main), put(jib))
    if lines:
        area = plate.mask(put(main), put(jib))
        plate.engrave(INK, 0.30 + 0.004 * (plate.x - x) * (1 if flip else -1), (plate.y + 0.35 * plate.x) / 8, area)
    plate.stroke(INK, 1.8, put(main), put(jib))
    plate.stroke(INK, 3, put(line((3, -196), (3, -14))))
    plate.fill(INK, put(curve((-78, -16), (0, -12), (74, -20), (58, 4), (-66, 4), closed=True)))
