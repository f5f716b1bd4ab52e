import math

import numpy as np

from gallery import picture
from ink import HEIGHT, INK, MIST, OCHRE, PAPER, SLATE, VERMILION
from shapes import curve, ellipse, line, placed, polygon, rectangle
from sky import sky_lines


@picture("tide-curve")
def tide_curve(plate):
    """A fortnight's tides: springs at new and full moon, neaps at the quarters."""
    left, right, mean = 205, 1500, 640
    days = (plate.x - left) / (right - left) * 15
    level = mean - tide_height(days) * 62
    inside = ((plate.x >= left) & (plate.x <= right)).astype(np.float32)
    plate.engrave(MIST, 0.45 - 0.4 * plate.y / HEIGHT, sky_lines(plate, 15, 16))
    surface = line(*((left + (right - left) * day / 15, mean - 62 * tide_height(day))
        for day in np.linspace(0, 15, 1500)))
    below = plate.y - level
    area = np.clip(below, 0, 1) * inside * (plate.y < 905)
    plate.print_cover(SLATE, area)
    deep = (plate.y - 420) / 480
    levels = (plate.y + 5 * plate.noise(260, 60)) / 15
    plate.engrave(INK, 0.06 + 0.78 * deep + 0.10 * plate.noise(160, 30), levels, area)
    plate.engrave(MIST, 0.55 - below / 110, levels + 0.5, area)
    plate.stroke(INK, 5, surface)
    envelope_lines(plate, left, right, mean)
    tide_axes(plate, left, right)
    moons(plate, left, right)
    tide_staff(plate, mean)


def tide_height(days):
    """The height over mean level in metres: the half-day tides of moon and sun, in step two days after new moon."""
    since_springs = days - 2.0
    return 2.3 * np.cos(2 * np.pi * since_springs / 0.517525) + 0.85 * np.cos(2 * np.pi * since_springs / 0.5)


def envelope_lines(plate, left, right, mean):
    days = np.linspace(0, 15, 90)
    reach = np.hypot(2.3 + 0.85 * np.cos(2 * np.pi * (days - 2) / 14.765),
        0.85 * np.sin(2 * np.pi * (days - 2) / 14.765))
    for sign in (1, -1):
        context = plate.context(VERMILION)
        context.set_line_width(4)
        context.set_dash((14, 11))
        line(*((left + (right - left) * day / 15, mean - sign * 62 * high - sign * 14)
            for day, high in zip(days, reach)))(context)
        context.stroke()


def tide_axes(plate, left, right):
    plate.stroke(INK, 3, line((left, 905), (right, 905)))
    for day in range(16):
        x = left + (right - left) * day / 15
        plate.stroke(INK, 3, line((x, 905), (x, 921 if day % 2 else 928)))
        if day % 2 == 0:
            plate.text(INK, str(day), x, 966, 33)
    plate.text(INK, "DAYS AFTER NEW MOON", (left + right) / 2, 1022, 27, spacing=6)
    for x, words in ((left + (right - left) * 2 / 15, "SPRINGS"), (left + (right - left) * 9.4 / 15, "NEAPS")):
        plate.text(VERMILION, words, x, 395 if words == "SPRINGS" else 490, 34, bold=True, spacing=5)


def moons(plate, left, right):
    """The moon over the days, from new by the first quarter to full."""
    for day in np.arange(0, 15, 1.845):
        x, y, radius = left + (right - left) * day / 15 + 12, 190, 50
        phase = 2 * math.pi * day / 29.53
        plate.fill(INK, ellipse(x, y, radius + 9))
        bulge = radius * math.cos(phase)
        lit = curve(*[(x + radius * math.sin(t), y - radius * math.cos(t)) for t in np.linspace(0, math.pi, 15)],
            *[(x + bulge * math.sin(t), y - radius * math.cos(t)) for t in np.linspace(math.pi, 0, 15)], closed=True)
        area = plate.mask(lit)
        plate.print_cover(OCHRE if day > 14 else PAPER, area)
        plate.engrave(SLATE, np.clip(0.30 + 0.5 * plate.noise(34, 34), 0, 0.55), (plate.y + 0.5 * plate.x) / 7, area)
        plate.engrave(SLATE, 0.16, (plate.y + 0.5 * plate.x) / 9, plate.mask(ellipse(x, y, radius)) * (1 - area))
    plate.text(INK, "NEW", left + 12, 290, 26, spacing=4)
    plate.text(INK, "FIRST QUARTER", left + (right - left) * 7.38 / 15 + 12, 290, 26, spacing=4)
    plate.text(INK, "FULL", left + (right - left) * 14.76 / 15 + 4, 290, 26, spacing=4)


def tide_staff(plate, mean):
    """The board at the left, half-metre by half-metre, with a gull on top of it."""
    x, top, bottom = 110, 360, 905
    plate.fill(INK, rectangle(x - 38, top, 76, bottom - top + 20))
    plate.fill(PAPER, rectangle(x - 30, top + 8, 60, bottom - top))
    for half in range(-8, 9):
        y = mean - 31 * half
        if half % 2 == 0:
            plate.fill(INK, rectangle(x - 30, y - 8, 22, 16))
            plate.text(INK if half else VERMILION, f"{half // 2:+d}".replace("-", "−") if half else "0", x + 12,
                y + 11, 31, bold=True)
        else:
            plate.fill(VERMILION, rectangle(x - 30, y - 5, 12, 10))
    plate.text(INK, "METRES", x, 966, 22, spacing=3)
    bird = [curve((-52, -30), (-20, -46), (12, -60), (26, -80), (44, -78), (46, -62), (34, -36), (8, -18), (-20, -20),
        closed=True), polygon((44, -74), (62, -68), (44, -66))]
    plate.fill(PAPER, placed(bird[0], x, top))
    plate.fill(INK, placed(curve((-66, -30), (-20, -48), (10, -40), (-10, -26), closed=True), x, top),
        placed(ellipse(36, -72, 3), x, top))
    plate.stroke(INK, 3, placed(bird[0], x, top), *(placed(line((dx, -20), (dx + 2, 0)), x, top) for dx in (-2, 10)))
    plate.fill(OCHRE, placed(bird[1], x, top))
