import math

import numpy as np

from figures import person
from gallery import picture
from ink import INK, MIST, OCHRE, PAPER, SLATE, VERMILION
from perspective import Camera, Wall
from shapes import curve, line, placed, polygon
from sky import clouds, gull, sky_lines
from street_lamp import street_lamp


@picture("council-house")
def council_house(plate):
    """The Council House from across its square, on a bright windy morning."""
    camera = Camera(eye=(-44, -74, 2.2), target=(-4, 0, 18.5), zoom=1330, centre=(840, 560))
    morning_sky(plate)
    front = Wall(camera, (-34, 0), (1, 0))
    side = Wall(camera, (-34, 26), (0, -1))
    roof(plate, camera)
    facade(plate, side, 26, bays=5, shade=0.62)
    facade(plate, front, 68, bays=13, shade=0.0)
    clock_tower(plate, camera)
    portico(plate, camera)
    square(plate, camera)


def morning_sky(plate):
    lines = sky_lines(plate, 14, 34)
    cloud = clouds(plate, 560, 150, cover=-0.15)
    height = np.clip(1 - plate.y / 900, 0, 1)
    plate.engrave(MIST, 0.45 + 0.75 * height - 0.9 * cloud, lines)
    plate.engrave(SLATE, 0.10 + 0.85 * height**1.5 - 1.1 * cloud, lines)
    plate.engrave(OCHRE, 0.52 - 0.9 * height - 0.25 * cloud, lines + 0.5)
    for x, y, span in ((210, 180, 58), (300, 130, 42), (1290, 230, 50), (1390, 180, 36), (1240, 330, 30)):
        plate.fill(INK, gull(x, y, span, (x % 5 - 2) / 12))


def roof(plate, camera):
    corners = [(-34, 0, 17), (34, 0, 17), (34, 26, 17), (-34, 26, 17)]
    ridge = [(-24, 13, 25), (24, 13, 25)]
    near = camera.ground(corners[0], corners[1], ridge[1], ridge[0])
    end = camera.ground(corners[0], ridge[0], corners[3])
    plate.fill(SLATE, near)
    plate.engrave(INK, 0.42, (plate.y + 0.1 * plate.x) / 8, plate.mask(near))
    plate.fill(INK, end)
    plate.engrave(SLATE, 0.3, (plate.y - 0.3 * plate.x) / 8, plate.mask(end))
    plate.stroke(INK, 3, near, end)
    for x in (-22, -15, 15, 22):
        dormer = Wall(camera, (x, 1.5), (1, 0))
        plate.fill(PAPER, dormer.polygon((-1.6, 17.5), (-1.6, 20.6), (0, 22), (1.6, 20.6), (1.6, 17.5)))
        plate.fill(INK, dormer.arch(0, 18, 1.7, 2.6))
        plate.stroke(INK, 2.4, dormer.polygon((-1.6, 17.5), (-1.6, 20.6), (0, 22), (1.6, 20.6), (1.6, 17.5)))
    for x in (-28, 28):
        stack = Wall(camera, (x, 12), (1, 0))
        plate.outlined(VERMILION, INK, 2.5, stack.rectangle(-1.6, 22, 1.6, 30))
        plate.fill(INK, stack.rectangle(-2, 29.4, 2, 30.6), stack.rectangle(-1.6, 22, -0.6, 30))


def facade(plate, wall, length, bays, shade):
    """A front of three storeys with a rusticated ground floor; `shade` is how dark the wall lies."""
    area = plate.mask(wall.rectangle(0, 0, length, 18))
    plate.print_cover(PAPER, area)
    plate.engrave(INK, shade + 0.12 * plate.noise(200, 120), (plate.y + 0.8 * plate.x) / 9, area)
    plate.stroke(INK, 1.6, *(wall.line((0, z), (length, z)) for z in np.arange(0.8, 5.6, 0.8)))
    for z, thick in ((5.6, 0.7), (11.4, 0.4), (16.6, 1.4)):
        plate.outlined(PAPER if not shade else MIST, INK, 2.2, wall.rectangle(-0.4, z, length + 0.4, z + thick))
        plate.fill(INK, wall.rectangle(-0.4, z - 0.35, length + 0.4, z))
    for step in np.arange(0.5, length, 1.0):
        plate.fill(INK, wall.rectangle(step, 16.9, step + 0.45, 17.4))
    for bay in range(bays):
        u = (bay + 0.5) * length / bays
        tall_window(plate, wall, u, 0.9, 1.9, 3.6, round_head=True)
        tall_window(plate, wall, u, 6.9, 2.0, 3.9, round_head=False)
        tall_window(plate, wall, u, 12.4, 1.9, 3.1, round_head=True)
        if bay:
            pilaster = wall.rectangle(bay * length / bays - 0.45, 6.3, bay * length / bays + 0.45, 16.2)
            plate.outlined(MIST if shade else PAPER, INK, 1.8, pilaster)
            plate.fill(INK, wall.rectangle(bay * length / bays + 0.15, 6.3, bay * length / bays + 0.45, 16.2))


def tall_window(plate, wall, u, z, width, height, round_head):
    frame = 0.32
    surround = wall.rectangle(u - width / 2 - frame, z - 0.3, u + width / 2 + frame, z + height + 0.25)
    square_head = wall.rectangle(u - width / 2, z, u + width / 2, z + height)
    glass = wall.arch(u, z, width, height) if round_head else square_head
    plate.outlined(PAPER, INK, 1.4, surround)
    plate.fill(INK, glass)
    plate.stroke(MIST, 1.3, wall.line((u, z), (u, z + height)),
        wall.line((u - width / 2, z + height * 0.55), (u + width / 2, z + height * 0.55)))
    plate.fill(SLATE, wall.polygon((u - width * 0.45, z + 0.1), (u - width * 0.1, z + 0.1),
        (u - width * 0.45, z + height * 0.5)))


def clock_tower(plate, camera):
    """The tower over the middle of the front."""
    half, near = 5.0, -1.5
    for bottom, top, size in ((15, 36, 5.0), (36, 46, 4.6)):
        front = Wall(camera, (-size, near + (5 - size)), (1, 0))
        flank = Wall(camera, (-size, near + (5 - size) + 2 * size), (0, -1))
        plate.outlined(PAPER, INK, 2.5, front.rectangle(0, bottom, 2 * size, top))
        plate.fill(PAPER, flank.rectangle(0, bottom, 2 * size, top))
        plate.engrave(INK, 0.66, (plate.y + 0.8 * plate.x) / 9, plate.mask(flank.rectangle(0, bottom, 2 * size, top)))
        plate.stroke(INK, 2.5, flank.rectangle(0, bottom, 2 * size, top))
        plate.engrave(INK, 0.15 + 0.15 * plate.noise(60, 90), (plate.y + 0.8 * plate.x) / 9,
            plate.mask(front.rectangle(0, bottom, 2 * size, top)))
        for wall in (front, flank):
            plate.outlined(PAPER, INK, 2, wall.rectangle(-0.5, top - 1, 2 * size + 0.5, top))
            plate.fill(INK, wall.rectangle(-0.5, top - 1.6, 2 * size + 0.5, top - 1.1))
            plate.fill(INK, wall.rectangle(0.4, bottom, 0.8, top - 1.6),
                wall.rectangle(2 * size - 0.8, bottom, 2 * size - 0.4, top - 1.6))
    front = Wall(camera, (-half, near), (1, 0))
    flank = Wall(camera, (-half, near + 2 * half), (0, -1))
    for wall in (front, flank):
        plate.fill(INK, wall.disc(half, 30.2, 3.7))
        plate.fill(PAPER, wall.disc(half, 30.2, 3.2))
        ticks = [(math.cos(t), math.sin(t)) for t in np.arange(12) * math.pi / 6]
        plate.stroke(INK, 2.5, *(wall.line((half + 2.5 * c, 30.2 + 2.5 * s),
            (half + 2.95 * c, 30.2 + 2.95 * s)) for c, s in ticks))
        plate.stroke(VERMILION, 4, wall.line((half, 30.2), (half - 1.2, 31.3)),
            wall.line((half, 30.2), (half + 0.4, 32.8)))
        plate.fill(INK, wall.disc(half, 30.2, 0.3))
        plate.fill(INK, wall.arch(half, 19.4, 1.8, 5))
    for wall in (Wall(camera, (-4.6, near + 0.4), (1, 0)), Wall(camera, (-4.6, near + 9.6), (0, -1))):
        plate.fill(INK, *(wall.arch(u, 37.2, 1.9, 6) for u in (1.8, 4.6, 7.4)))
        plate.fill(OCHRE, wall.arch(4.6, 38.2, 0.9, 2.4))
    cap = [camera(x, y, 46) for x, y in ((-5, near), (5, near), (-5, near + 10))]
    apex = camera(0, near + 5, 58)
    plate.fill(SLATE, polygon(cap[0], cap[1], apex))
    plate.engrave(INK, 0.4, (plate.y + 0.5 * plate.x) / 8, plate.mask(polygon(cap[0], cap[1], apex)))
    plate.fill(INK, polygon(cap[0], cap[2], apex))
    plate.stroke(INK, 3, polygon(cap[0], cap[1], apex), line(apex, (apex[0], apex[1] - 92)))
    x, y = apex[0], apex[1] - 92
    plate.outlined(VERMILION, INK, 1.8, curve((x, y), (x + 30, y + 8), (x + 62, y - 4), (x + 94, y + 5),
        (x + 96, y + 38), (x + 62, y + 30), (x + 30, y + 42), (x, y + 36), closed=True))


def portico(plate, camera):
    """Six columns and a pediment before the door."""
    near = -7
    wall = Wall(camera, (-10, near), (1, 0))
    flank = Wall(camera, (-10, 0), (0, -1))
    plate.fill(INK, wall.rectangle(0.4, 1.5, 19.6, 12), flank.rectangle(0, 1.5, 7, 12))
    plate.fill(OCHRE, Wall(camera, (-10, -0.5), (1, 0)).arch(10, 1.5, 3, 6))
    for u in np.linspace(1.1, 18.9, 6):
        column = plate.mask(wall.polygon((u - 0.85, 1.5), (u - 0.7, 11), (u + 0.7, 11), (u + 0.85, 1.5)))
        plate.print_cover(PAPER, column)
        left, right = wall.point(u - 0.85, 6)[0], wall.point(u + 0.85, 6)[0]
        plate.engrave(INK, ((plate.x - left) / (right - left) - 0.42) * 1.5, plate.y / 7, column)
        plate.stroke(INK, 1.8, wall.line((u - 0.85, 1.5), (u - 0.7, 11)), wall.line((u + 0.85, 1.5), (u + 0.7, 11)))
        plate.outlined(PAPER, INK, 1.8, wall.rectangle(u - 1.1, 10.6, u + 1.1, 11.4),
            wall.rectangle(u - 1.1, 1.5, u + 1.1, 2.1))
    plate.outlined(PAPER, INK, 2.4, wall.rectangle(-0.4, 11.4, 20.4, 13.4), flank.rectangle(0, 11.4, 7, 13.4))
    plate.engrave(INK, 0.6, (plate.y + 0.8 * plate.x) / 9, plate.mask(flank.rectangle(0, 11.4, 7, 13.4)))
    plate.outlined(PAPER, INK, 3, wall.polygon((-0.8, 13.4), (20.8, 13.4), (10, 18.4)))
    plate.fill(SLATE, wall.polygon((2, 13.9), (18, 13.9), (10, 17.5)))
    plate.fill(PAPER, wall.disc(10, 15.2, 1.0))
    plate.stroke(INK, 2, wall.disc(10, 15.2, 1.0),
        *(wall.line((10 + s * 1.6, 14.3), (10 + s * 5, 14.5)) for s in (-1, 1)))
    for step in range(5):
        tread = Wall(camera, (-11 - 0.5 * step, near - 0.7 * step), (1, 0))
        plate.outlined(PAPER, INK, 1.6, tread.rectangle(0, 1.2 - 0.3 * step, 22 + step, 1.5 - 0.3 * step))


def square(plate, camera):
    """The paving, the lamps, the people, and their morning shadows."""
    edge_left, edge_right = camera(-34, 0, 0), camera(34, 0, 0)
    paving = polygon((-10, edge_left[1] - 6), edge_left, camera(-13.5, -10.5, 0), camera(13.5, -10.5, 0), edge_right,
        (1610, edge_right[1]), (1610, 1080), (-10, 1080))
    area = plate.mask(paving)
    plate.print_cover(MIST, area)
    depth = np.clip(plate.y - 800, 4, None)
    plate.engrave(PAPER, 0.5 + 0.4 * plate.noise(240, 40), 900 / depth * 2.4, area)
    plate.engrave(INK, 0.13, 900 / depth * 2.4, area)
    plate.engrave(INK, 0.10, (plate.x - 1500) / depth * 1.6, area)
    walkers = (
        (180, 1020, 225, "brim", False), (262, 1030, 205, None, False), (520, 940, 120, "cap", True),
        (640, 925, 100, None, False), (1030, 930, 104, "brim", True), (1075, 932, 98, None, True),
        (1330, 1010, 210, "cap", True), (1215, 945, 120, None, False),
    )
    for x, foot, height, hat, flip in walkers:
        plate.fill(SLATE, polygon((x - 0.1 * height, foot), (x + 0.1 * height, foot),
            (x + 1.15 * height, foot + 0.2 * height), (x + 1.0 * height, foot + 0.22 * height)))
        plate.fill(INK, *person(x, foot, height, hat=hat, flip=flip, stride=0.16))
    plate.fill(VERMILION, placed(polygon((0.09, -0.475), (0.27, -0.475), (0.27, -0.35), (0.09, -0.35)), 180, 1020,
        225), placed(curve((-0.08, -0.855), (0.07, -0.86), (0.09, -0.81), (0.0, -0.795), (-0.09, -0.81), closed=True),
        1330, 1010, 210))
    for x, foot, height in ((60, 1000, 470), (1500, 985, 440), (760, 905, 175)):
        street_lamp(plate, x, foot, height)
    for x, y in ((430, 1010), (462, 1022), (480, 1002), (820, 1000), (856, 1012), (884, 996), (910, 1020)):
        pigeon(plate, x, y, 1 if x % 4 else -1)


def pigeon(plate, x, y, facing):
    plate.fill(INK, placed(curve((-14, -4), (-4, -11), (8, -15), (12, -21), (17, -20), (16, -14), (10, -4), (0, 0),
        (-8, -1), closed=True), x, y, flip=facing < 0))
    plate.stroke(VERMILION, 1.6, line((x - 1, y - 2), (x - 2, y + 4)), line((x + 4, y - 2), (x + 4, y + 4)))
