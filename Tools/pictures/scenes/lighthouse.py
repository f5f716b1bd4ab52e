import math

import numpy as np

from gallery import picture
from ink import INK, MIST, OCHRE, PAPER, SLATE, VERMILION, WIDTH
from shapes import arch, curve, ellipse, gouge, line, placed, polygon, rectangle
from ships import rigging, trawler
from tones import around
from water import wave_row


@picture("lighthouse", ground=INK)
def lighthouse(plate):
    """The light in a gale."""
    lamp = (1020, 232)
    radius = around(plate, *lamp)
    angle = np.arctan2(plate.y - lamp[1], plate.x - lamp[0])
    rings = (radius + 26 * plate.noise(300, 200)) / 15
    beam = np.maximum(beam_of_light(angle, 2.98, 0.13), beam_of_light(angle, -0.15, 0.13))
    storm = plate.noise(420, 120, octaves=4)
    plate.engrave(SLATE, 0.42 + 0.42 * storm - 0.0003 * radius, rings)
    plate.engrave(MIST, 0.35 * np.exp(-radius / 300) + 0.22 * storm - 0.10, rings)
    plate.engrave(OCHRE, beam * (1.15 - radius / 1900), rings)
    plate.engrave(PAPER, beam * (1.0 - radius / 900), rings)
    plate.fill(PAPER, ellipse(*lamp, 58))
    for x, y, length in plate.scatter(150, (0, WIDTH), (0, 760), (26, 70)):
        plate.fill(MIST if x % 2 > 1 else INK, gouge(x, y, x - 0.42 * length, y + length, 1.2))

    wave_row(plate, 735, 36, 150, shift=0.4, body=INK, foam=SLATE, period=11)
    wave_row(plate, 790, 60, 220, shift=1.7, foam=MIST, period=13)
    headland(plate)
    tower_light(plate, *lamp)
    spray(plate, 655, 850, 300)
    spray(plate, 1440, 850, 170)
    wave_row(plate, 905, 78, 300, shift=0.2, period=14)
    coble(plate)
    wave_row(plate, 1010, 110, 430, shift=2.4, period=16, light=0.85)


def beam_of_light(angle, direction, half_width):
    return np.clip(1.25 - np.abs(np.angle(np.exp(1j * (angle - direction)))) / half_width, 0, 1).astype(np.float32)


def headland(plate):
    """The rocks, and the keepers' cottage on them."""
    rock(plate, (640, 900), (690, 800), (770, 770), (830, 716), (900, 690), (960, 662), (1090, 660), (1180, 690),
        (1260, 672),
         (1400, 668), (1620, 640), (1620, 940), (1200, 980))
    slates = polygon((1230, 572), (1370, 572), (1396, 612), (1200, 612))
    front = rectangle(1196, 616, 200, 68)
    plate.fill(INK, polygon((1186, 690), (1186, 612), (1226, 566), (1372, 566), (1404, 612), (1404, 690)))
    plate.fill(SLATE, slates)
    plate.engrave(INK, 0.4, (plate.x * 0.4 + plate.y) / 9, plate.mask(slates))
    plate.fill(MIST, front)
    plate.engrave(INK, 0.52 + (plate.x - 1296) / 420, plate.y / 9, plate.mask(front))
    plate.fill(INK, rectangle(1288, 628, 26, 56), rectangle(1330, 540, 26, 34), rectangle(1214, 628, 34, 34),
        rectangle(1340, 628, 34, 34))
    plate.fill(OCHRE, rectangle(1219, 633, 24, 24), rectangle(1345, 633, 24, 24))


def tower_light(plate, x, y):
    """The tower, its gallery and its lantern, round `x`, the lamp at `y`."""
    body = polygon((x - 78, 690), (x - 46, y + 66), (x + 46, y + 66), (x + 78, 690))
    area = plate.mask(body)
    plate.print_cover(PAPER, area)
    bands = [polygon((x - 72, 600), (x - 63, 500), (x + 63, 500), (x + 72, 600)),
        polygon((x - 55, 410), (x - 49, 320), (x + 49, 320), (x + 55, 410))]
    plate.fill(VERMILION, *bands)
    across = (plate.x - x) / (46 + 32 * np.clip((plate.y - y - 66) / 392, 0, 1))
    shade = 0.10 + 0.95 * np.clip(across * 0.62 + 0.18, 0, 1) ** 1.3 + 0.30 * np.clip(-across - 0.72, 0, 1)
    plate.engrave(INK, shade, (plate.y - 14 * np.sqrt(np.clip(1 - across**2, 0, 1))) / 11, area)
    plate.fill(INK, *(arch(x - 8, level, 20, 38) for level in (680, 560, 460, 372)))
    plate.fill(OCHRE, *(arch(x - 8, level - 4, 10, 24) for level in (560, 460)))
    gallery = [polygon((x - 66, y + 54), (x - 48, y + 76), (x + 48, y + 76), (x + 66, y + 54)),
        rectangle(x - 70, y + 46, 140, 9)]
    plate.fill(INK, *gallery)
    plate.stroke(INK, 2.5, *(line((x - 66 + 12 * i, y + 48), (x - 66 + 12 * i, y + 22)) for i in range(12)),
        line((x - 68, y + 22), (x + 68, y + 22)))
    plate.fill(PAPER, rectangle(x - 32, y - 34, 64, 80))
    plate.fill(OCHRE, ellipse(x, y + 4, 20, 26))
    plate.stroke(INK, 4, *(line((x + dx, y - 34), (x + dx, y + 46)) for dx in (-32, -12, 12, 32)),
        line((x - 32, y + 6), (x + 32, y + 6)))
    plate.fill(INK, curve((x - 44, y - 32), (x - 26, y - 62), (x, y - 76), (x + 26, y - 62), (x + 44, y - 32),
        closed=True), ellipse(x, y - 80, 7), rectangle(x - 1.5, y - 108, 3, 30))


def spray(plate, x, y, height):
    """A wave bursting on the rocks: strokes flung out from where it struck."""
    distance = np.hypot((plate.x - x) / 0.9, plate.y - y) + 1
    angle = np.arctan2(plate.y - y, plate.x - x)
    ragged = np.interp(angle, np.linspace(-math.pi, 0, 60), plate.random.uniform(0.45, 1.0, 60)).astype(np.float32)
    reach = height * ragged * (0.62 + 0.38 * np.sin(-angle).clip(0, 1))
    upward = (plate.y < y + 6).astype(np.float32)
    strokes = angle * 17 + 0.25 * plate.noise(60, 60)
    plate.print_cover(INK, upward * np.clip((reach * 0.9 - distance) / 20, 0, 1))
    plate.engrave(MIST, 1.15 - 1.25 * distance / reach, strokes + 0.5, upward)
    plate.engrave(PAPER, 1.25 - 1.15 * distance / reach + 0.2 * plate.noise(24, 24), strokes, upward)
    for turn, far, size in plate.scatter(190, (1.05 * math.pi, 1.95 * math.pi), (0.55, 1.3), (1.2, 5.0)):
        plate.fill(PAPER, ellipse(x + 0.9 * height * far * math.cos(turn), y + height * far * math.sin(turn) * 0.95,
            size))


def coble(plate):
    """A fishing boat running for shelter, pitching."""
    x, level = 300, 850
    pitched = lambda paths: [placed(path, x, level, 0.9, turn=-0.14) for path in paths]
    dark, pale, red = map(pitched, trawler(0, 0, 1))
    plate.stroke(PAPER, 2, *pitched(rigging(0, 0, 1)))
    plate.outlined(INK, PAPER, 2.2, *dark)
    plate.fill(OCHRE, *pale)
    plate.fill(VERMILION, *red)


def rock(plate, *outline, period=11):
    """A dark rock, its faces cut by strokes of light from the upper left."""
    area = plate.mask(curve(*outline, closed=True))
    plate.print_cover(INK, area)
    relief = plate.noise(150, 90, octaves=3)
    slope_y, slope_x = np.gradient(relief, 2.0)
    strokes = (plate.y * 0.5 + plate.x * 0.75 + 34 * relief) / period
    plate.engrave(SLATE, np.clip(0.16 - 16 * (slope_x + slope_y), 0, 0.66), strokes, area)
    plate.engrave(MIST, np.clip(-0.34 - 17 * (slope_x + slope_y), 0, 0.6), strokes, area)
