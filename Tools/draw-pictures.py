#!/usr/bin/env python3
"""Draws the illustrations of the sample newspaper, in the manner of wood engravings.

    Tools/draw-pictures.py [NAME…]      writes Content/images/NAME.jpg (all of them without a NAME)

Needs numpy and Pillow (PyPI) and pycairo (PyPI, or Debian's python3-cairo). The same code draws the
same picture every time: each picture has its own random generator, seeded with its name.

How a picture is made: flat shapes are printed with cairo; tones are *engraved*, that is, printed as
lines that swell and thin. `Plate.engrave` takes two arrays over the whole sheet: `phase`, whose whole
numbers are the centres of the lines (so it decides where the lines run), and `tone`, from 0 (no line)
to 1 (solid ink). Coordinates are those of the finished picture, 1600 by 1067, y downwards; the
sheet itself is drawn at twice that size.
"""

import math
import sys
import zlib
from io import BytesIO
from pathlib import Path

import cairo
import numpy as np
from PIL import Image, ImageFilter

WIDTH, HEIGHT, SCALE = 1600, 1067, 2
LARGEST_FILE = 245_000
IMAGES = Path(__file__).resolve().parent.parent / "Content" / "images"

PAPER = (243, 236, 221)
INK = (20, 32, 46)
VERMILION = (201, 66, 43)
OCHRE = (222, 168, 72)
SLATE = (98, 122, 136)
MIST = (186, 198, 196)

PICTURES = {}


def picture(name, ground=PAPER):
    """Registers the function that draws the picture `name` on a plate with that ground."""

    def register(draw):
        PICTURES[name] = (draw, ground)
        return draw

    return register


# ---------------------------------------------------------------------------------------------
# Shapes: each of these returns a function that adds a path to a cairo context.


def polygon(*points, closed=True):
    def path(context):
        context.new_sub_path()
        for point in points:
            context.line_to(*point)
        if closed:
            context.close_path()

    return path


def line(*points):
    return polygon(*points, closed=False)


def curve(*points, closed=False):
    """A smooth curve through the points (Catmull-Rom)."""
    points = [np.asarray(point, float) for point in points]
    if closed:
        padded = [points[-1], *points, points[0], points[1]]
    else:
        padded = [points[0], *points, points[-1]]

    def path(context):
        context.new_sub_path()
        context.move_to(*padded[1])
        for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:]):
            context.curve_to(*(start + (end - before) / 6), *(end - (after - start) / 6), *end)
        if closed:
            context.close_path()

    return path


def ellipse(x, y, rx, ry=None, start=0.0, end=2 * math.pi):
    def path(context):
        context.new_sub_path()
        context.save()
        context.translate(x, y)
        context.scale(rx, rx if ry is None else ry)
        context.arc(0, 0, 1, start, end)
        context.restore()

    return path


def rectangle(x, y, width, height):
    return polygon((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def arch(x, bottom, width, height):
    """A round-headed opening, `x` its middle."""
    radius = width / 2
    return lambda context: (
        context.new_sub_path(),
        context.move_to(x - radius, bottom),
        context.arc(x, bottom - height + radius, radius, math.pi, 2 * math.pi),
        context.line_to(x + radius, bottom),
        context.close_path(),
    )


def gouge(x0, y0, x1, y1, width, bend=0.0):
    """The mark of one push of the tool: pointed at both ends, widest in the middle."""
    dx, dy = x1 - x0, y1 - y0
    length = math.hypot(dx, dy) or 1
    nx, ny = -dy / length, dx / length
    mx, my = (x0 + x1) / 2 + nx * bend, (y0 + y1) / 2 + ny * bend

    def path(context):
        context.new_sub_path()
        context.move_to(x0, y0)
        for side, (ex, ey) in ((width, (x1, y1)), (-width, (x0, y0))):
            cx, cy = mx + nx * side, my + ny * side
            sx, sy = context.get_current_point()
            context.curve_to((sx + 2 * cx) / 3, (sy + 2 * cy) / 3, (ex + 2 * cx) / 3, (ey + 2 * cy) / 3, ex, ey)
        context.close_path()

    return path


def placed(path, x=0.0, y=0.0, size=1.0, flip=False, turn=0.0):
    """The same shape somewhere else, larger or smaller, mirrored or turned."""

    def moved(context):
        context.save()
        context.translate(x, y)
        context.rotate(turn)
        context.scale(-size if flip else size, size)
        path(context)
        context.restore()

    return moved


# ---------------------------------------------------------------------------------------------
# The plate.


class Plate:
    """A sheet of paper on which inks are printed one over another."""

    def __init__(self, name, ground=PAPER):
        self.random = np.random.default_rng(zlib.crc32(name.encode()))
        self.pixels = np.empty((HEIGHT * SCALE, WIDTH * SCALE, 4), np.uint8)
        self.pixels[:] = (*ground[::-1], 255)
        self.surface = cairo.ImageSurface.create_for_data(
            self.pixels, cairo.FORMAT_RGB24, WIDTH * SCALE, HEIGHT * SCALE
        )
        self.y, self.x = np.ogrid[0 : HEIGHT * SCALE, 0 : WIDTH * SCALE]
        self.y = (self.y / SCALE).astype(np.float32)
        self.x = (self.x / SCALE).astype(np.float32)

    # Flat printing

    def context(self, ink=INK):
        context = cairo.Context(self.surface)
        context.scale(SCALE, SCALE)
        context.set_source_rgb(*(channel / 255 for channel in ink))
        context.set_line_cap(cairo.LINE_CAP_ROUND)
        context.set_line_join(cairo.LINE_JOIN_ROUND)
        return context

    def fill(self, ink, *paths):
        context = self.context(ink)
        for path in paths:
            path(context)
            context.fill()

    def stroke(self, ink, width, *paths):
        context = self.context(ink)
        context.set_line_width(width)
        for path in paths:
            path(context)
            context.stroke()

    def outlined(self, fill, outline, width, *paths):
        for path in paths:
            self.fill(fill, path)
            self.stroke(outline, width, path)

    def outlined_together(self, fill, outline, width, *paths):
        """Fills the paths as one shape, with a line round the whole only."""
        self.stroke(outline, 2 * width, *paths)
        self.fill(fill, *paths)

    def text(self, ink, words, x, y, size, *, italic=False, bold=False, spacing=0.0, turn=0.0, anchor=0.5):
        context = self.context(ink)
        context.select_font_face(
            "Liberation Serif",
            cairo.FONT_SLANT_ITALIC if italic else cairo.FONT_SLANT_NORMAL,
            cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL,
        )
        context.set_font_size(size)
        advances = [context.text_extents(letter).x_advance + spacing for letter in words]
        context.translate(x, y)
        context.rotate(turn)
        position = -anchor * (sum(advances) - spacing)
        for letter, advance in zip(words, advances):
            context.move_to(position, 0)
            context.show_text(letter)
            position += advance

    # Engraving

    def mask(self, *paths, stroke=None):
        """Where the paths cover the sheet, 0 to 1; with `stroke`, the lines of that width along them."""
        stride = cairo.ImageSurface.format_stride_for_width(cairo.FORMAT_A8, WIDTH * SCALE)
        cover = np.zeros((HEIGHT * SCALE, stride), np.uint8)
        surface = cairo.ImageSurface.create_for_data(cover, cairo.FORMAT_A8, WIDTH * SCALE, HEIGHT * SCALE)
        context = cairo.Context(surface)
        context.scale(SCALE, SCALE)
        for path in paths:
            path(context)
            if stroke:
                context.set_line_width(stroke)
                context.stroke()
            else:
                context.fill()
        surface.flush()
        return cover[:, : WIDTH * SCALE].astype(np.float32) / 255

    def engrave(self, ink, tone, phase, within=None, softness=0.1):
        """Prints lines along the whole numbers of `phase`, as broad as `tone` says, `within` a mask."""
        shape = self.pixels.shape[:2]
        rows, columns = slice(None), slice(None)
        if within is not None:
            within = np.broadcast_to(within, shape)
            rows, columns = bounds(within)
        tone = np.broadcast_to(tone, shape)[rows, columns]
        phase = np.broadcast_to(phase, shape)[rows, columns]
        wave = np.abs(phase - np.rint(phase)) * 2
        cover = np.clip((tone - wave) / softness, 0, 1)
        if within is not None:
            cover *= within[rows, columns]
        self.print_cover(ink, cover, rows, columns)

    def print_cover(self, ink, cover, rows=slice(None), columns=slice(None)):
        self.surface.flush()
        area = self.pixels[rows, columns]
        for channel, value in enumerate(ink[::-1]):
            under = area[..., channel].astype(np.float32)
            area[..., channel] = under + (value - under) * cover
        self.surface.mark_dirty()

    # Randomness

    def noise(self, width, height=None, octaves=1):
        """Smooth noise of about -1 to 1, whose lumps are about `width` by `height`."""
        height = height or width
        total = np.zeros(self.pixels.shape[:2], np.float32)
        weight = 1.0
        for _ in range(octaves):
            grid = self.random.uniform(-1, 1, (int(HEIGHT / height) + 4, int(WIDTH / width) + 4))
            large = Image.fromarray(grid.astype(np.float32)).resize(total.shape[::-1], Image.Resampling.BICUBIC)
            total += weight * np.asarray(large)
            width, height, weight = max(width / 2, 2), max(height / 2, 2), weight / 2
        return total * 1.3

    def scatter(self, count, *ranges):
        """`count` tuples, each drawn evenly from the (low, high) `ranges`."""
        return [tuple(row) for row in zip(*(self.random.uniform(low, high, count) for low, high in ranges))]

    # Finishing

    def pulled(self):
        """The print: edges as a hand cuts them, ink that did not take everywhere, the grain of the paper."""
        self.surface.flush()
        height, width = self.pixels.shape[:2]
        rows = np.arange(height)[:, None] + np.rint(self.noise(13) * 1.4).astype(np.int32)
        columns = np.arange(width)[None, :] + np.rint(self.noise(13) * 1.4).astype(np.int32)
        rgb = self.pixels[rows.clip(0, height - 1), columns.clip(0, width - 1), 2::-1].astype(np.float32)

        darkness = 1 - rgb.mean(axis=2) / 255
        starved = self.noise(3.5) + 0.35 * self.noise(140)
        misses = np.clip((starved - 1.42) * 3, 0, 0.4) * np.clip(darkness * 1.6 - 0.15, 0, 1)
        rgb += (np.asarray(PAPER, np.float32) - rgb) * misses[..., None]
        rgb *= (1 + 0.010 * self.noise(6) + 0.018 * self.noise(300))[..., None]

        sheet = Image.fromarray(rgb.clip(0, 255).astype(np.uint8)).resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        return sheet.filter(ImageFilter.GaussianBlur(0.6))


def bounds(mask):
    """The rows and the columns, as slices, that hold everything in the mask."""
    rows = np.flatnonzero(mask.any(axis=1))
    columns = np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return slice(0, 0), slice(0, 0)
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def smoothstep(low, high, value):
    t = np.clip((value - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def jpeg(image):
    """The picture as JPEG, as good as the size allows."""
    for quality in range(84, 40, -2):
        data = BytesIO()
        image.save(data, "JPEG", quality=quality, optimize=True, progressive=True, subsampling="4:2:0")
        if data.tell() <= LARGEST_FILE:
            break
    return data.getvalue()


# ---------------------------------------------------------------------------------------------
# Perspective.


class Camera:
    """Projects points (x to the right, y away from us, z up) on the sheet."""

    def __init__(self, eye, target, zoom, centre=(WIDTH / 2, HEIGHT / 2)):
        self.eye = np.asarray(eye, float)
        self.forward = unit(np.asarray(target, float) - self.eye)
        self.right = unit(np.cross(self.forward, (0, 0, 1)))
        self.up = np.cross(self.right, self.forward)
        self.zoom, self.centre = zoom, centre

    def __call__(self, x, y, z=0.0):
        ray = np.asarray((x, y, z), float) - self.eye
        depth = max(ray @ self.forward, 0.01)
        return (
            self.centre[0] + self.zoom * (ray @ self.right) / depth,
            self.centre[1] - self.zoom * (ray @ self.up) / depth,
        )

    def size(self, x, y, z=0.0):
        """How many units of the sheet one unit of the world is, there."""
        return self.zoom / max((np.asarray((x, y, z), float) - self.eye) @ self.forward, 0.01)

    def ground(self, *points):
        return polygon(*(self(*point) for point in points))


def unit(vector):
    return vector / np.linalg.norm(vector)


class Wall:
    """An upright plane in a camera's view: `u` runs along it from its origin, `z` up."""

    def __init__(self, camera, origin, direction):
        self.camera, self.origin = camera, origin
        self.direction = unit(np.asarray(direction, float))

    def point(self, u, z):
        return self.camera(self.origin[0] + u * self.direction[0], self.origin[1] + u * self.direction[1], z)

    def rectangle(self, u0, z0, u1, z1):
        return polygon(*(self.point(u, z) for u, z in ((u0, z0), (u1, z0), (u1, z1), (u0, z1))))

    def line(self, *points):
        return line(*(self.point(u, z) for u, z in points))

    def polygon(self, *points):
        return polygon(*(self.point(u, z) for u, z in points))

    def arch(self, u, z, width, height):
        radius = width / 2
        turn = np.linspace(0, math.pi, 13)
        head = [(u + radius * math.cos(t), z + height - radius + radius * math.sin(t)) for t in turn]
        return self.polygon((u + radius, z), *head, (u - radius, z))

    def disc(self, u, z, radius):
        return self.polygon(*((u + radius * math.cos(t), z + radius * math.sin(t)) for t in np.linspace(0, 6.2, 40)))


# ---------------------------------------------------------------------------------------------
# Brushes: sky, water, rock, people, boats.


def clouds(plate, width=520, height=60, cover=0.0):
    """Where long clouds lie, 0 to 1."""
    return smoothstep(cover, cover + 0.9, plate.noise(width, height, octaves=4))


def sky_lines(plate, period=14, sway=28):
    """Level lines that sway a little."""
    return (plate.y + sway * plate.noise(620, 210)) / period


def around(plate, x, y, flatten=1.0):
    """The distance from a point; `flatten` above 1 makes the rings low ellipses."""
    return np.hypot(plate.x - x, (plate.y - y) * flatten)


class Water:
    """Water to the horizon: its lines, and the ripple that breaks them up."""

    def __init__(self, plate, horizon, bottom=HEIGHT, far=6, near=22):
        self.plate, self.horizon = plate, horizon
        self.depth = np.clip((plate.y - horizon) / (bottom - horizon), 0, 1.2)
        span = (bottom - horizon) / (near - far)
        self.lines = span * np.log(far + (near - far) * self.depth)
        self.area = (plate.y >= horizon).astype(np.float32) * np.ones_like(plate.x)
        self.ripple = self.texture(110)
        self.phase = self.lines + 0.42 * self.texture(300, 0.35)

    def texture(self, width, rate=0.9):
        """Noise drawn out along the water, finer in the distance."""
        tile = np.asarray(
            Image.fromarray(self.plate.random.uniform(-1, 1, (128, 128)).astype(np.float32)).resize(
                (1024, 1024), Image.Resampling.BICUBIC
            )
        )
        u = (self.plate.x - WIDTH / 2) / (width * (0.16 + 0.84 * self.depth)) * 8 + 512
        v = self.lines * rate * 8
        return tile[v.astype(np.int32) % 1024, u.astype(np.int32) % 1024] * 1.4

    def glitter(self, x, narrow=26, wide=190):
        """The path that a light at `x` lays on the water."""
        return np.exp(-(((self.plate.x - x) / (narrow + wide * self.depth)) ** 2))

    def engrave(self, ink, tone, ripple=0.55, within=None):
        area = self.area if within is None else self.area * within
        self.plate.engrave(ink, tone + ripple * self.ripple, self.phase, area)

    def reflect(self, ink, tone, *paths, ripple=0.5):
        """Prints what the paths (already upside down) mirror."""
        self.engrave(ink, tone, ripple, within=self.plate.mask(*paths))


def mirrored(path, level, stretch=1.0):
    """The shape upside down below `level`."""

    def flipped(context):
        context.save()
        context.translate(0, level)
        context.scale(1, -stretch)
        context.translate(0, -level)
        path(context)
        context.restore()

    return flipped


def wave_row(plate, level, height, length, *, shift=0.0, body=INK, foam=PAPER, period=11, light=0.75):
    """One row of steep waves across the sheet, its lines following the swell."""
    wander = plate.noise(length * 1.6, 4000)[:1]
    turn = 2 * np.pi * plate.x / length + shift + 1.6 * wander
    turn = turn + 0.75 * np.cos(turn)
    peak = (0.5 + 0.5 * np.cos(turn)) ** 1.7
    crest = level - height * peak * (1 + 0.4 * wander)
    below = plate.y - crest
    area = np.clip(below * 2, 0, 1)
    plate.print_cover(body, area)
    lit = 0.34 * np.sin(turn) + 0.16 * peak
    tone = light * np.exp(-below / (height * 1.1)) + lit + 0.22 * plate.noise(130, 30) - 0.26
    swell = (crest - level) * (np.exp(-below / (2.2 * height)) - 1)
    plate.engrave(foam, np.minimum(tone, 0.8), (below + swell + 6 * plate.noise(160, 60)) / period + 0.4, area)
    ragged = 2.5 + 16 * peak**3 * np.clip(plate.noise(46, 300)[:1] + 0.35, 0, 1)
    plate.print_cover(foam, area * np.clip((ragged - below) / 2, 0, 1))


def rock(plate, *outline, period=11):
    """A dark rock, its faces cut by strokes of light from the upper left."""
    area = plate.mask(curve(*outline, closed=True))
    plate.print_cover(INK, area)
    relief = plate.noise(150, 90, octaves=3)
    slope_y, slope_x = np.gradient(relief, 2.0)
    strokes = (plate.y * 0.5 + plate.x * 0.75 + 34 * relief) / period
    plate.engrave(SLATE, np.clip(0.16 - 16 * (slope_x + slope_y), 0, 0.66), strokes, area)
    plate.engrave(MIST, np.clip(-0.34 - 17 * (slope_x + slope_y), 0, 0.6), strokes, area)


def gull(x, y, span, tilt=0.0):
    """A gull on the wing."""
    half = span / 2
    wings = curve(
        (-half, -0.10 * span), (-0.30 * span, -0.20 * span), (0, 0), (0.30 * span, -0.20 * span), (half,
            -0.08 * span),
        (0.28 * span, -0.12 * span), (0.06 * span, 0.07 * span), (-0.05 * span, 0.07 * span), (-0.28 * span,
            -0.12 * span),
        closed=True,
    )
    return placed(wings, x, y, turn=tilt)


def person(x, foot, height, *, stride=0.12, coat=0.36, hat=None, flip=False):
    """A walking or standing figure in a coat, as a list of paths; `hat` is None, "cap" or "brim"."""
    outline = [(-0.04, -0.86), (-0.115, -0.825), (-0.165, -0.64), (-0.15, -0.47), (-0.115, -0.47), (-0.10, -0.60),
        (-0.135, -coat),
               (0.135, -coat), (0.095, -0.60), (0.12, -0.47), (0.155, -0.48), (0.16, -0.64), (0.115, -0.825), (0.04,
                   -0.86)]
    paths = [
        ellipse(0.012, -0.93, 0.054, 0.068),
        rectangle(-0.03, -0.89, 0.07, 0.06),
        curve(*outline, closed=True),
        polygon((-0.10, -coat - 0.04), (0.01, -coat - 0.04), (-stride + 0.035, -0.03), (-stride + 0.06, 0),
            (-stride - 0.045, 0), (-stride - 0.035, -0.05)),
        polygon((0.0, -coat - 0.04), (0.11, -coat - 0.04), (stride + 0.035, -0.04), (stride + 0.09, -0.002),
            (stride - 0.025, 0)),
    ]
    if hat == "cap":
        paths.append(curve((-0.055, -0.95), (-0.045, -1.005), (0.05, -1.005), (0.075, -0.965), (0.125, -0.95),
            (0.05, -0.945), closed=True))
    elif hat == "brim":
        paths += [ellipse(0.012, -0.968, 0.105, 0.016),
            polygon((-0.055, -0.97), (-0.045, -1.04), (0.07, -1.04), (0.078, -0.97))]
    return [placed(path, x, foot, height, flip) for path in paths]


def limb(*joints):
    """An arm or leg as paths: joints are (x, y, half the width there)."""
    paths = [ellipse(x, y, half) for x, y, half in joints]
    for (x0, y0, half0), (x1, y1, half1) in zip(joints, joints[1:]):
        length = math.hypot(x1 - x0, y1 - y0)
        nx, ny = (y0 - y1) / length, (x1 - x0) / length
        paths.append(polygon((x0 + nx * half0, y0 + ny * half0), (x1 + nx * half1, y1 + ny * half1),
            (x1 - nx * half1, y1 - ny * half1), (x0 - nx * half0, y0 - ny * half0)))
    return paths


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


def bollard(plate, x, foot, size):
    body = [
        polygon((-20, 0), (-16, -50), (16, -50), (20, 0)),
        curve((-26, -52), (-22, -68), (0, -74), (22, -68), (26, -52), (0, -46), closed=True),
        ellipse(0, 0, 30, 9),
    ]
    plate.fill(INK, *(placed(path, x, foot, size) for path in body))
    marks = [gouge(-12 + 5 * i, -44, -15 + 5 * i, -4, 2.2 - 0.5 * i) for i in range(3)]
    marks.append(gouge(-20, -62, 6, -67, 3, -2))
    plate.fill(OCHRE, *(placed(mark, x, foot, size) for mark in marks))


def street_lamp(plate, x, foot, height, glow=OCHRE):
    post = [
        polygon((-0.012, 0), (-0.007, -0.82), (0.007, -0.82), (0.012, 0)),
        polygon((-0.03, 0), (-0.022, -0.09), (0.022, -0.09), (0.03, 0)),
        polygon((-0.045, -0.94), (0, -1), (0.045, -0.94)),
        rectangle(-0.05, -0.75, 0.1, 0.008),
    ]
    plate.outlined(glow, INK, 2, placed(polygon((-0.025, -0.82), (-0.042, -0.94), (0.042, -0.94), (0.025, -0.82)), x,
        foot, height))
    plate.fill(INK, *(placed(path, x, foot, height) for path in post))


# ---------------------------------------------------------------------------------------------
# The pictures.


@picture("harbour-dawn")
def harbour_dawn(plate):
    """The Long Mole at first light, from the fish quay."""
    horizon, sun = 560, (610, 540)
    far = around(plate, *sun, flatten=1.7)
    height = np.clip(1 - plate.y / horizon, 0, 1)
    cloud = clouds(plate, 700, 70, cover=0.05)
    lines = sky_lines(plate)
    above = plate.mask(rectangle(0, 0, WIDTH, horizon))
    plate.engrave(OCHRE, 1.25 - far / 640, lines, above)
    plate.engrave(VERMILION, cloud * np.exp(-far / 420) * 1.0, lines + 0.5, above)
    plate.engrave(SLATE, 0.25 + 1.0 * height - np.exp(-far / 260) + 0.35 * cloud, lines, above)
    plate.engrave(INK, 0.95 * height**1.4 + 0.75 * cloud - 1.15 * np.exp(-far / 330) - 0.12, lines, above)
    plate.fill(VERMILION, ellipse(*sun, 66))

    water = Water(plate, horizon)
    glitter = water.glitter(sun[0], 46, 150)
    plate.print_cover(MIST, water.area * 0.9)
    water.engrave(OCHRE, 1.2 * glitter, 0.35)
    water.engrave(VERMILION, 1.0 * water.glitter(sun[0], 30, 30) - 0.25 - 0.3 * water.depth, 0.5)
    water.engrave(INK, 0.34 + 0.42 * water.depth - 0.72 * glitter, 0.5)

    long_mole(plate, water)
    dark, _, _ = trawler(352, 640, 0.86)
    water.reflect(INK, 0.75, *(mirrored(path, 642, 0.7) for path in dark))
    print_trawler(plate, 352, 640, 0.86)
    for x, y, span in ((180, 250, 60), (262, 316, 40), (470, 236, 50), (772, 330, 34), (850, 208, 66),
        (905, 268, 30)):
        plate.fill(INK, gull(x, y, span, (x % 7 - 3) / 14))
    quayside(plate)


def long_mole(plate, water):
    """The breakwater with its light, coming in from the right."""
    hills = curve((860, 562), (1000, 540), (1130, 520), (1290, 500), (1420, 512), (1620, 470), (1620, 562),
        closed=True)
    plate.fill(SLATE, hills)
    plate.engrave(INK, 0.45, (plate.x + plate.y * 1.6) / 9, plate.mask(hills))
    wall = polygon((905, 600), (912, 566), (1000, 562), (1000, 552), (1620, 520), (1620, 668))
    tower = [polygon((925, 568), (933, 420), (967, 420), (975, 568)), rectangle(927, 408, 46, 12),
        rectangle(938, 378, 24, 30), polygon((934, 380), (950, 358), (966, 380))]
    water.reflect(INK, 0.8, *(mirrored(path, 604, 0.75) for path in (*tower, rectangle(905, 560, 720, 44))))
    plate.fill(INK, wall, *tower)
    plate.fill(OCHRE, rectangle(942, 384, 16, 20))
    plate.fill(VERMILION, polygon((929, 500), (931, 462), (969, 462), (971, 500)))
    area = plate.mask(wall)
    plate.engrave(MIST, 0.34 + 0.3 * plate.noise(60, 30), (plate.y + 0.055 * plate.x - 40) / 13, area)
    plate.engrave(INK, 0.25 + 0.2 * plate.noise(40, 20),
        (plate.x + 18 * np.rint((plate.y + 0.055 * plate.x) / 13)) / 37, area)
    plate.fill(PAPER, *(gouge(930 + 3.4 * i, 562 - i, 935 + 3 * i, 512, 1.5) for i in range(4)))
    plate.fill(PAPER, *(gouge(936 + 3 * i, 455, 938 + 2.6 * i, 424, 1.4) for i in range(4)))
    for x, foot, tall in ((1120, 546, 30), (1138, 545, 28), (1340, 535, 34)):
        plate.fill(INK, *person(x, foot, tall))


def quayside(plate):
    """The near quay: bollards, ropes, pots, a mast."""
    quay = polygon((-10, 960), (520, 930), (1610, 905), (1610, 1080), (-10, 1080))
    area = plate.mask(quay)
    plate.print_cover(INK, area)
    plate.engrave(SLATE, 0.34 + 0.4 * plate.noise(160, 40), (plate.y + 0.03 * plate.x) / 12, area)
    plate.engrave(INK, 0.22, (plate.x * 1.1 - (plate.y - 900) * 1.2) / 96, area)
    plate.stroke(OCHRE, 4, line((-10, 960), (520, 930), (1610, 905)))
    rope = curve((232, 925), (150, 985), (40, 1000), (-20, 985))
    plate.stroke(INK, 11, rope)
    plate.stroke(OCHRE, 7, rope)
    bollard(plate, 240, 985, 1.35)
    bollard(plate, 560, 962, 0.95)
    for x, y, size in ((1150, 975, 1.0), (1290, 985, 1.1), (1216, 905, 0.95), (1420, 975, 1.0)):
        lobster_pot(plate, x, y, size)
    at = dict(x=1010, foot=990, height=285, flip=True)
    plate.fill(INK, *person(**at, hat="cap", coat=0.40, stride=0.055))
    scarf = curve((-0.075, -0.855), (0.07, -0.86), (0.085, -0.815), (0.0, -0.80), (-0.09, -0.815), closed=True)
    plate.fill(VERMILION, placed(scarf, 1010, 990, 285, flip=True))
    plate.fill(OCHRE, gouge(979, 770, 966, 852, 4, 5), gouge(990, 776, 985, 872, 2.6), gouge(999, 900, 996, 975, 2.4))


def lobster_pot(plate, x, foot, size):
    """A half-round creel of netting on a wooden base."""
    shell = lambda context: (ellipse(0, -4, 62, 62, math.pi, 2 * math.pi)(context), context.close_path())
    outer = placed(shell, x, foot, size)
    plate.fill(INK, outer)
    area = plate.mask(placed(shell, x, foot, size * 0.93))
    for slope in (1, -1):
        plate.engrave(OCHRE, 0.24, (plate.y + slope * plate.x) / (17 * size), area)
    plate.stroke(INK, 7 * size, outer, placed(ellipse(0, -4, 36, 62, math.pi, 2 * math.pi), x, foot, size))
    plate.stroke(OCHRE, 2.5 * size, outer)
    plate.fill(INK, rectangle(x - 68 * size, foot - 10 * size, 136 * size, 14 * size))


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
    glass = wall.arch(u, z, width, height) if round_head else wall.rectangle(u - width / 2, z, u + width / 2,
        z + height)
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
    walkers = ((180, 1020, 225, "brim", False), (262, 1030, 205, None, False), (520, 940, 120, "cap", True),
        (640, 925, 100, None, False),
               (1030, 930, 104, "brim", True), (1075, 932, 98, None, True), (1330, 1010, 210, "cap", True), (1215,
                   945, 120, None, False))
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
    plate.stroke(INK, 3, line(*(camera(-7 * level**1.5, 0, 0.3 + level * sheer(0)) for level in np.linspace(0, 1,
        8))))
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
    foredeck = [camera(along, side * half_breadth(along, 1), 18) for side,
        run in ((-1, (-5, 5, 15, 34)), (1, (34, 15, 5, -5))) for along in run]
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
    plate.fill(PAPER, *(ellipse(x + dx, y - lift, size) for dx, lift,
        size in plate.scatter(46, (-50, 60), (0, 52), (1.2, 4.4))))


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
        rectangle(-86, -404, 44, 404), polygon((-100, -404), (-88, -384), (-40, -384), (-28, -404)), rectangle(-102,
            -420, 76, 8),
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
    star = [polygon(*((12 * math.sin(t + turn), -420 + 12 * math.cos(t + turn)) for t in (0, 2.0944,
        4.1888))) for turn in (0, math.pi)]
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


def star(x, y, size):
    points = [(x + size * (1 if i % 2 == 0 else 0.26) * math.sin(i * math.pi / 4),
        y - size * (1 if i % 2 == 0 else 0.26) * math.cos(i * math.pi / 4)) for i in range(8)]
    return polygon(*points)


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
    plate.stroke(INK, 4, *(line((x + dx, level - 20), (x + dx, level - tall)) for dx,
        tall in ((-62, 168), (24, 196))), line((x + 110, level - 30), (x + 190, level - 68)))
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
    plate.fill(VERMILION, *(put(polygon((mast, -tall), (mast + 30, -tall + 5), (mast, -tall + 11))) for mast,
        tall in ((-54, 168), (6, 208), (56, 172))))
    plate.fill(OCHRE, *(put(rectangle(-66 + 22 * i, -2 - abs(i - 3) * 1.0, 9, 7)) for i in range(7)))
    plate.fill(INK, *(put(gouge(-150 + 40 * i, 22 + 3 * (i % 3), -90 + 44 * i, 22 + 4 * (i % 2), 2.4,
        3)) for i in range(7)))


def chart_border(plate):
    outer, inner = 26, 54
    edge = lambda inset: rectangle(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset)
    band = plate.mask(edge(0)) - plate.mask(edge(inner))
    plate.print_cover(PAPER, band)
    for step in range(40):
        width, height = (WIDTH - 2 * inner) / 40, (HEIGHT - 2 * inner) / 40
        if step % 2:
            plate.fill(INK, rectangle(inner + step * width, 36, width, 10),
                rectangle(inner + step * width, HEIGHT - 46, width, 10))
        if step % 2:
            plate.fill(INK, rectangle(36, inner + step * height, 10, height),
                rectangle(WIDTH - 46, inner + step * height, 10, height))
    plate.stroke(INK, 5, edge(outer))
    plate.stroke(INK, 2.4, edge(36), edge(46), edge(inner))


@picture("tide-curve")
def tide_curve(plate):
    """A fortnight's tides: springs at new and full moon, neaps at the quarters."""
    left, right, mean = 205, 1500, 640
    days = (plate.x - left) / (right - left) * 15
    level = mean - tide_height(days) * 62
    inside = ((plate.x >= left) & (plate.x <= right)).astype(np.float32)
    plate.engrave(MIST, 0.45 - 0.4 * plate.y / HEIGHT, sky_lines(plate, 15, 16))
    surface = line(*((left + (right - left) * day / 15, mean - 62 * tide_height(day)) for day in np.linspace(0, 15,
        1500)))
    below = plate.y - level
    area = np.clip(below, 0, 1) * inside * (plate.y < 905)
    plate.print_cover(SLATE, area)
    deep = (plate.y - 420) / 480
    levels = (plate.y + 5 * plate.noise(260, 60)) / 15
    plate.engrave(INK, 0.06 + 0.78 * deep + 0.10 * plate.noise(160, 30), levels, area)
    plate.engrave(MIST, 0.55 - below / 110, levels + 0.5, area)
    plate.stroke(INK, 5, surface)
    envelope_lines(plate, left, right, mean)
    tide_axes(plate, left, right, mean)
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
        line(*((left + (right - left) * day / 15, mean - sign * 62 * high - sign * 14) for day,
            high in zip(days, reach)))(context)
        context.stroke()


def tide_axes(plate, left, right, mean):
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


@picture("football-ground", ground=INK)
def football_ground(plate):
    """Saltfield under the floodlights, from behind the home supporters."""
    camera = Camera(eye=(-6, -44, 21), target=(2, 30, 3), zoom=1180, centre=(800, 560))
    pylons = [(-56, 84, 41), (60, 84, 41)]
    lamps = [camera(*pylon) for pylon in pylons]
    night = plate.noise(520, 130, octaves=3)
    rings = np.minimum(around(plate, *lamps[0]), around(plate, *lamps[1]))
    phase = (rings + 14 * plate.noise(300, 200)) / 15
    above = plate.mask(rectangle(0, 0, WIDTH, 470))
    plate.engrave(SLATE, 0.30 + 0.30 * night + 0.4 * np.exp(-rings / 300), phase, above)
    plate.engrave(MIST, 1.05 * np.exp(-rings / 190) - 0.12 + 0.14 * night, phase, above)
    plate.engrave(OCHRE, 1.25 * np.exp(-rings / 85), phase, above)
    town_behind(plate)
    plate.fill(INK, rectangle(0, 318, WIDTH, 260))
    far_stand(plate, camera)
    pitch(plate, camera)
    for pylon in pylons:
        floodlight(plate, camera, pylon)
    match(plate, camera)
    for x, y, span in ((700, 120, 66), (800, 170, 48), (905, 104, 40), (640, 200, 32)):
        plate.fill(PAPER, gull(x, y, span, (x % 5 - 2) / 10))
    supporters(plate)


def town_behind(plate):
    x = -20.0
    while x < WIDTH:
        width, height = plate.random.uniform(40, 90), plate.random.uniform(16, 54)
        plate.fill(INK, polygon((x, 330), (x, 300 - height), (x + width / 2, 282 - height), (x + width, 300 - height),
            (x + width, 330)))
        x += width
    plate.fill(INK, polygon((1180, 320), (1184, 170), (1200, 100), (1216, 170), (1220, 320)))


def far_stand(plate, camera):
    """The stand opposite, its crowd and its roof."""
    terrace = polygon(camera(-56, 74, 1.2), camera(56, 74, 1.2), camera(60, 90, 12), camera(-60, 90, 12))
    plate.fill(INK, terrace)
    plate.engrave(SLATE, 0.3, plate.y / 9, plate.mask(terrace))
    for along, up in plate.scatter(2600, (-56, 56), (0, 1)):
        x, y = camera(along * (1 + 0.07 * up), 74 + 16 * up, 1.9 + 10.8 * up)
        ink = (PAPER, MIST, OCHRE, VERMILION, SLATE)[int(plate.random.integers(5))]
        plate.fill(ink, ellipse(x, y, 2.6, 3.3))
    roof = polygon(camera(-60, 72, 17), camera(60, 72, 17), camera(62, 92, 19.5), camera(-62, 92, 19.5))
    plate.fill(INK, roof)
    fascia = Wall(camera, (-60, 72), (1, 0))
    plate.fill(VERMILION, fascia.rectangle(0, 15.6, 120, 17.4))
    middle = fascia.point(60, 16.02)
    plate.text(PAPER, "SALTFIELD", *middle, 22, bold=True, spacing=14)
    plate.stroke(INK, 4, *(line(camera(x, 73, 1), camera(x, 73, 16)) for x in range(-56, 57, 16)))
    boards = Wall(camera, (-54, 71), (1, 0))
    plate.fill(PAPER, boards.rectangle(0, 0, 108, 1.1))
    plate.engrave(INK, 0.5, plate.x / 34, plate.mask(boards.rectangle(0, 0.3, 108, 0.8)))


def pitch(plate, camera):
    grass = camera.ground((-62, -30), (62, -30), (60, 71), (-60, 71))
    area = plate.mask(grass)
    plate.print_cover(SLATE, area)
    top = camera(0, 71)[1]
    depth = np.clip(plate.y - top + 26, 1, None)
    stripes = plate.mask(*(camera.ground((x, 0), (x + 7.5, 0), (x + 7.5, 68), (x, 68)) for x in range(-52, 52, 15)))
    plate.engrave(MIST, 0.34 + 0.2 * stripes + 0.10 * plate.noise(90, 20), 900 / depth * 3.2, area)
    plate.engrave(INK, 0.36 - 0.3 * stripes, 900 / depth * 3.2 + 0.5, area)
    along = lambda *points: line(*(camera(*point) for point in points))
    ring = lambda cx, cy, radius, start, end: along(*((cx + radius * math.cos(t),
        cy + radius * math.sin(t)) for t in np.linspace(start, end, 50)))
    marks = [along((-52, 0), (52, 0), (52, 68), (-52, 68), (-52, 0)), along((0, 0), (0, 68)),
        ring(0, 34, 9.15, 0, 6.3)]
    for side in (-1, 1):
        marks += [along((side * 52, 14), (side * 36, 14), (side * 36, 54), (side * 52, 54)),
            along((side * 52, 25), (side * 46.5, 25), (side * 46.5, 43), (side * 52, 43))]
    plate.stroke(PAPER, 4.5, *marks)
    for side in (-1, 1):
        posts = along((side * 52, 30.3), (side * 52, 30.3, 2.44), (side * 52, 37.7, 2.44), (side * 52, 37.7))
        plate.stroke(PAPER, 5, posts)


def floodlight(plate, camera, pylon):
    x, y, z = pylon
    legs = [line(camera(x - 3, y, 0), camera(x - 1, y, z)), line(camera(x + 3, y, 0), camera(x + 1, y, z))]
    braces = []
    for step in range(9):
        low, high = z * step / 9, z * (step + 1) / 9
        spread = lambda level: 3 - 2 * level / z
        braces.append(line(camera(x - spread(low), y, low), camera(x + spread(high), y, high)))
        braces.append(line(camera(x + spread(low), y, low), camera(x - spread(high), y, high)))
    plate.stroke(INK, 9, *legs, *braces)
    plate.stroke(MIST, 2.6, *legs, *braces)
    cx, cy = camera(x, y, z)
    plate.fill(INK, rectangle(cx - 66, cy - 46, 132, 92))
    for row in range(4):
        for column in range(6):
            plate.fill(PAPER, ellipse(cx - 53 + 21 * column, cy - 33 + 22 * row, 8.2))


def footballer(x, foot, height, pose, flip=False):
    """A player running or kicking: (shirt paths, limb lines)."""
    put = lambda path: placed(path, x, foot, height, flip)
    shirt = [curve((-0.12, -0.80), (0.10, -0.82), (0.13, -0.66), (0.09, -0.44), (-0.13, -0.44), (-0.13, -0.66),
        closed=True)]
    if pose == "kick":
        legs = [((-0.04, -0.46), (-0.10, -0.24), (-0.12, 0.0)), ((0.06, -0.46), (0.24, -0.34), (0.42, -0.30))]
        arms = [((-0.1, -0.76), (-0.30, -0.66), (-0.42, -0.74)), ((0.1, -0.76), (0.24, -0.60), (0.20, -0.48))]
    else:
        legs = [((-0.04, -0.46), (-0.20, -0.30), (-0.38, -0.36)), ((0.06, -0.46), (0.18, -0.28), (0.12, 0.0))]
        arms = [((-0.1, -0.76), (-0.24, -0.60), (-0.12, -0.48)), ((0.1, -0.76), (0.26, -0.64), (0.34, -0.76))]
    return [*map(put, shirt)], [put(line(*limb)) for limb in (*legs, *arms)], [put(ellipse(0.03, -0.91, 0.065, 0.08))]


def match(plate, camera):
    """The players, their crossed shadows, the ball."""
    home = [(-30, 30, "run", False), (-12, 44, "run", True), (4, 22, "kick", False), (22, 40, "run", False),
        (-20, 10, "run", False), (34, 26, "run", True)]
    away = [(-4, 31, "run", True), (15, 26, "run", True), (28, 50, "run", False), (-36, 50, "run", False),
        (40, 36, "run", True), (-25, 19, "run", False)]
    everyone = sorted([(*player, VERMILION) for player in home] + [(*player, PAPER) for player in away],
        key=lambda player: -player[1])
    for x, y, pose, flip, shirt in everyone:
        foot, height = camera(x, y), 4.3 * camera.size(x, y)
        for dx, dy in ((-5, -3.2), (5, -3.2), (-3, 2.5), (3, 2.5)):
            plate.fill(INK, gouge(*foot, *camera(x + dx * 0.8, y + dy), 0.055 * height))
        shirts, limbs, heads = footballer(*foot, height, pose, flip)
        plate.stroke(INK, 0.115 * height, *limbs)
        plate.outlined(shirt, INK, 0.045 * height, *shirts)
        plate.fill(INK, *heads)
    x, y = camera(7.4, 21.4, 0.9)
    plate.outlined(PAPER, INK, 3, ellipse(x + 12, y + 6, 7.5))


def supporters(plate):
    """Backs, arms and scarves in the near terrace."""
    for row, (level, size, step) in enumerate(((985, 150, 118), (1075, 190, 150))):
        for index, x in enumerate(np.arange(-40 - 60 * row, WIDTH + 120, step)):
            x, lift = x + plate.random.uniform(-22, 22), plate.random.uniform(-24, 22)
            put = lambda path: placed(path, x, level + lift, size)
            body = [curve((-0.62, 0.9), (-0.52, 0.1), (-0.30, -0.06), (-0.1, -0.12), (0.1, -0.12), (0.30, -0.06),
                (0.52, 0.1), (0.62, 0.9), closed=True), ellipse(0, -0.34, 0.20, 0.25)]
            raised = plate.random.random() < 0.42
            arms = [line((s * 0.42, 0.12), (s * 0.62, -0.38), (s * (0.46 if index % 2 else 0.7), -0.86)) for s in (-1,
                1)] if raised else []
            plate.stroke(SLATE, 0.20 * size, *map(put, arms))
            plate.stroke(INK, 0.17 * size, *map(put, arms))
            plate.outlined(INK, SLATE, 3.5, *map(put, body))
            if raised and index % 3 == 0:
                scarf = put(curve((-0.72, -0.94), (0, -0.80), (0.72, -0.94), (0.70, -0.74), (0, -0.60),
                    (-0.70, -0.74), closed=True))
                plate.outlined(VERMILION, INK, 3, scarf)
                area = plate.mask(scarf)
                plate.engrave(PAPER, 0.4, plate.x / 42, area)
            elif index % 2:
                plate.fill(VERMILION, put(curve((-0.24, -0.16), (0, -0.08), (0.24, -0.16), (0.26, -0.02), (0, 0.06),
                    (-0.26, -0.02), closed=True)))
            else:
                plate.fill(VERMILION if index % 4 else OCHRE,
                    put(curve((-0.21, -0.36), (-0.18, -0.60), (0, -0.66), (0.18, -0.60), (0.21, -0.36), closed=True)),
                    put(ellipse(0, -0.68, 0.07)))
            rim = [put(gouge(-0.50, 0.14, -0.30, -0.04, 0.03)), put(gouge(0.30, -0.04, 0.50, 0.14, 0.03))]
            plate.fill(MIST, *rim)


@picture("theatre", ground=INK)
def theatre(plate):
    """The Corn Exchange's stage from the stalls, one player in the light."""
    lamp, spot = (800, -160), (800, 742)
    stage = rectangle(330, 190, 940, 600)
    inside = plate.mask(stage)
    spread = np.abs(plate.x - 800) / (50 + 0.235 * (plate.y + 160))
    cone = np.clip(1.22 - spread, 0, 1) * smoothstep(-100, 500, plate.y)
    rays = np.arctan2(plate.x - lamp[0], plate.y - lamp[1]) * 100
    plate.engrave(SLATE, 0.34 + 0.12 * plate.noise(160, 220), rays, inside)
    plate.engrave(OCHRE, 1.2 * cone, rays, inside)
    plate.engrave(PAPER, 1.05 * np.clip(1.05 - spread * 1.35, 0, 1) * smoothstep(0, 800, plate.y), rays, inside)
    scenery(plate)
    stage_floor(plate, spot)
    player(plate, 800, 752, 300)
    curtains(plate)
    proscenium(plate)
    for side in (-1, 1):
        boxes(plate, side)
    audience(plate)


def scenery(plate):
    """A painted town: two flats of houses and a moon."""
    plate.fill(PAPER, ellipse(1040, 330, 46))
    plate.engrave(OCHRE, 0.5, (plate.x + plate.y) / 8, plate.mask(ellipse(1052, 338, 36)))
    for side in (-1, 1):
        for offset, top, width in ((440, 330, 120), (330, 430, 110), (250, 520, 84)):
            x = 800 + side * offset - width / 2
            flat = polygon((x, 740), (x, top), (x + width / 2, top - 56), (x + width, top), (x + width, 740))
            plate.outlined(INK, SLATE, 3, flat)
            for row in range(3):
                plate.fill(VERMILION if (row + offset) % 3 == 0 else OCHRE,
                    arch(x + width * 0.32, top + 66 + 76 * row, 18, 34),
                    arch(x + width * 0.68, top + 66 + 76 * row, 18, 34))


def stage_floor(plate, spot):
    floor = polygon((330, 790), (480, 700), (1120, 700), (1270, 790), (1270, 850), (330, 850))
    area = plate.mask(floor)
    plate.print_cover(INK, area)
    boards = (plate.x - 800) / np.clip(plate.y - 560, 30, None) * 4.6
    plate.engrave(SLATE, 0.62, boards, area)
    pool = plate.mask(ellipse(spot[0], spot[1] + 12, 290, 58)) * area
    plate.print_cover(PAPER, pool)
    plate.engrave(OCHRE, 0.34, boards, pool)
    plate.engrave(INK, 0.12, boards + 0.5, pool)


def player(plate, x, foot, height):
    """An actor in a long coat, one arm flung out, a skull-cap of hair, the shadow before the feet."""
    put = lambda path: placed(path, x, foot, height)
    plate.fill(SLATE, put(ellipse(0.05, 0.04, 0.36, 0.045)))
    coat = curve((-0.10, -0.82), (0.08, -0.82), (0.15, -0.62), (0.13, -0.44), (0.27, -0.06), (0.10, -0.10),
        (0.0, -0.06), (-0.12, -0.10), (-0.28, -0.05), (-0.12, -0.44), (-0.15, -0.64), closed=True)
    legs = [line((-0.06, -0.2), (-0.09, 0.0), (-0.15, 0.01)), line((0.07, -0.2), (0.09, 0.01), (0.16, 0.02))]
    arms = [line((0.10, -0.76), (0.27, -0.86), (0.44, -1.02)), line((-0.10, -0.76), (-0.25, -0.60), (-0.16, -0.48))]
    plate.stroke(INK, 0.085 * height, *map(put, legs), *map(put, arms))
    plate.fill(VERMILION, put(coat))
    area = plate.mask(put(coat))
    folds = (plate.x - x) / np.clip(plate.y - foot + 1.25 * height, 20, None) * 26
    plate.engrave(INK, 0.22 + np.clip(np.abs(plate.x - x) / 90, 0, 0.6), folds, area)
    plate.stroke(INK, 4, put(coat), put(line((0, -0.80), (0.0, -0.08))))
    plate.stroke(VERMILION, 0.05 * height, put(line((0.11, -0.76), (0.26, -0.85), (0.36, -0.94))),
        put(line((-0.11, -0.75), (-0.235, -0.60), (-0.19, -0.53))))
    plate.outlined(PAPER, INK, 3, put(ellipse(0.03, -0.91, 0.062, 0.078)), put(ellipse(0.45, -1.03, 0.03)))
    plate.fill(INK, put(curve((-0.05, -0.88), (-0.06, -0.97), (0.02, -1.01), (0.09, -0.97), (0.07, -0.945),
        (0.0, -0.94), (-0.01, -0.86), closed=True)))
    plate.fill(PAPER, put(curve((-0.07, -0.83), (0, -0.79), (0.08, -0.83), (0.05, -0.76), (0, -0.80), (-0.05, -0.76),
        closed=True)))


def curtains(plate):
    """Two great curtains drawn aside, and the swags over them."""
    for side in (-1, 1):
        edge = 800 + side * 480
        shape = curve((edge, 150), (800 + side * 150, 172), (800 + side * 215, 300), (800 + side * 330, 470),
            (800 + side * 392, 560),
                      (800 + side * 372, 640), (800 + side * 360, 806), (edge, 806), closed=True)
        area = plate.mask(shape)
        plate.print_cover(VERMILION, area)
        gather = np.clip(1 - np.abs(plate.y - 560) / 420, 0, 1) ** 1.5
        spread = (plate.x - edge) * -side / (110 + 240 * np.clip((560 - plate.y) / 400, 0, 1) + 16)
        folds = spread * (9 - 2 * gather) + 0.12 * plate.noise(60, 240)
        plate.engrave(INK, 0.34 + 0.5 * np.clip(1 - spread, 0, 1) ** 2 + 0.25 * plate.noise(200, 160), folds, area)
        plate.engrave(OCHRE, 0.17 - 0.1 * np.clip(1 - spread, 0, 1), folds + 0.5, area)
        plate.stroke(INK, 4, shape)
        plate.outlined(OCHRE, INK, 4, placed(rectangle(-62, -13, 124, 26), 800 + side * 440, 564, turn=side * 0.12))
        plate.fill(OCHRE, *(gouge(800 + side * 396 + 7 * i, 578, 800 + side * 392 + 8 * i, 632, 3) for i in range(-2,
            3)))
    for index in range(5):
        left, right = 320 + 192 * index, 320 + 192 * (index + 1)
        swag = curve((left, 140), (left + 6, 190), ((left + right) / 2, 262), (right - 6, 190), (right, 140),
            closed=True)
        area = plate.mask(swag)
        plate.print_cover(VERMILION, area)
        sag = (plate.y - 140) / np.clip(1.02 - ((plate.x - (left + right) / 2) / 98) ** 2, 0.12, 1) ** 0.8
        plate.engrave(INK, 0.30 + 0.26 * np.abs(plate.x - (left + right) / 2) / 96, sag / 15, area)
        plate.stroke(INK, 4, swag)
        plate.stroke(OCHRE, 5, curve((left + 8, 196), ((left + right) / 2, 268), (right - 8, 196)))


def proscenium(plate):
    """The arch: gilded bands round the opening."""
    frame = plate.mask(rectangle(236, 40, 1128, 812)) - plate.mask(rectangle(330, 150, 940, 702))
    plate.print_cover(INK, frame)
    for inset, ink, width in ((8, OCHRE, 9), (28, OCHRE, 3), (84, OCHRE, 7)):
        plate.stroke(ink, width, line((236 + inset, 860), (236 + inset, 40 + inset), (1364 - inset, 40 + inset),
            (1364 - inset, 860)))
    for step in range(18):
        x = 300 + 59 * step
        plate.fill(OCHRE, star(x, 96, 21), ellipse(x + 29, 96, 5))
    for side in (-1, 1):
        for step in range(11):
            plate.fill(OCHRE, star(800 + side * 508, 165 + 60 * step, 19))
    plate.outlined(OCHRE, INK, 5, ellipse(800, 92, 74, 62))
    plate.outlined(VERMILION, INK, 4, ellipse(800, 92, 56, 46))
    sheaf = [gouge(800, 130, 800 + dx, 60 + abs(dx) * 0.35, 5, dx * 0.2) for dx in (-36, -20, -6, 6, 20, 36)]
    plate.fill(PAPER, *sheaf, rectangle(784, 96, 32, 7))
    plate.fill(INK, rectangle(236, 846, 1128, 20))
    for step in range(17):
        x = 352 + 56 * step
        plate.fill(OCHRE, lambda context: (ellipse(x, 850, 19, 17, math.pi, 2 * math.pi)(context),
            context.close_path()))


def boxes(plate, side):
    """Three tiers of boxes at one side of the house, with people in them."""
    wall = polygon((800 + side * 564, 0), (800 + side * 810, -80), (800 + side * 810, 1067), (800 + side * 564, 900))
    plate.engrave(SLATE, 0.26, plate.y / 12, plate.mask(wall))
    for tier, (top, tall) in enumerate(((96, 150), (352, 150), (606, 150))):
        outer = lambda y: y + (y - 480) * 0.22
        inner_x, outer_x = 800 + side * 584, 800 + side * 806
        opening = polygon((inner_x, top), (outer_x, outer(top)), (outer_x, outer(top + tall)), (inner_x, top + tall))
        plate.fill(INK, opening)
        for index, along in enumerate((0.24, 0.52, 0.8)):
            x = inner_x + side * 222 * along
            base = top + tall + (outer(top + tall) - top - tall) * along
            head = 20 + 5 * along
            plate.fill(SLATE, ellipse(x, base - 46 - 10 * along, head * 0.8, head),
                curve((x - 34, base + 6), (x - 28, base - 22), (x, base - 32), (x + 28, base - 22),
                (x + 34, base + 6), closed=True))
            plate.fill(OCHRE, gouge(x - side * 14, base - 62 - 8 * along, x - side * 17, base - 36, 2.6),
                gouge(x - side * 8, base - 30, x - side * 30, base - 10, 2.6))
        rail = curve((inner_x - side * 16, top + tall - 4), (inner_x + side * 90, top + tall + 12),
            (outer_x, outer(top + tall) - 4), (outer_x, outer(top + tall + 62)),
            (inner_x + side * 90, top + tall + 78), (inner_x - side * 8, top + tall + 50), closed=True)
        plate.outlined(VERMILION, INK, 4, rail)
        area = plate.mask(rail)
        plate.engrave(INK, 0.36 + 0.2 * plate.noise(80, 80), (plate.x + 0.15 * plate.y) / 11, area)
        plate.stroke(OCHRE, 7, curve((inner_x - side * 16, top + tall - 4), (inner_x + side * 90, top + tall + 12),
            (outer_x, outer(top + tall) - 4)))
        for dx in (-12, 0, 12):
            plate.fill(PAPER, ellipse(inner_x + side * 30 + dx, top + tall + 30 - abs(dx) * 0.5, 6))


def audience(plate):
    """The heads in the stalls, edged with the light from the stage."""
    rows = ((912, 30, 76), (968, 38, 94), (1040, 50, 124))
    for number, (level, head, step) in enumerate(rows):
        plate.fill(INK, rectangle(0, level + head * 0.5, WIDTH, 400))
        for x in np.arange(-30 + number * 44, WIDTH + 60, step):
            x, lift, wide = x + plate.random.uniform(-9, 9), plate.random.uniform(-8, 8), plate.random.uniform(0.82,
                1.0)
            y = level + lift
            shoulders = curve((x - head * 1.35, y + head * 2.4), (x - head * 1.15, y + head * 1.25),
                (x - head * 0.45, y + head * 0.9), (x + head * 0.45, y + head * 0.9),
                (x + head * 1.15, y + head * 1.25), (x + head * 1.35, y + head * 2.4), closed=True)
            plate.fill(INK, shoulders, ellipse(x, y, head * 0.8 * wide, head))
            toward = np.sign(800 - x) or 1
            strength = 1.0 - min(abs(x - 800) / 1100, 0.75)
            rim = ellipse(x, y, head * 0.8 * wide - 2, head - 2, -math.pi * 0.86 + 0.42 * toward,
                -math.pi * 0.14 + 0.42 * toward)
            plate.stroke(OCHRE, 4.4 * strength, rim,
                curve((x - head * 1.12, y + head * 1.26), (x - head * 0.5, y + head * 0.93)),
                curve((x + head * 0.5, y + head * 0.93), (x + head * 1.12, y + head * 1.26)))
            if plate.random.random() < 0.3:
                plate.fill(INK, ellipse(x, y - head * 0.95, head * 0.36, head * 0.3))
                plate.stroke(OCHRE, 3 * strength,
                    ellipse(x, y - head * 0.95, head * 0.36, head * 0.3, math.pi, 2 * math.pi))


@picture("regatta")
def regatta(plate):
    """Two eights neck and neck on the Sill, past the boathouse."""
    horizon = 392
    lines = sky_lines(plate, 14, 20)
    cloud = clouds(plate, 520, 110, cover=-0.1)
    height = np.clip(1 - plate.y / horizon, 0, 1)
    above = plate.mask(rectangle(0, 0, WIDTH, horizon))
    plate.engrave(MIST, 0.95 - 1.0 * cloud, lines, above)
    plate.engrave(SLATE, 0.9 * height - 1.1 * cloud + 0.08, lines, above)
    plate.engrave(OCHRE, 0.5 - 1.3 * height, lines + 0.5, above)
    far_bank(plate, horizon)
    water = Water(plate, horizon, far=5, near=20)
    plate.print_cover(MIST, water.area)
    water.engrave(PAPER, 0.40, 0.5)
    water.engrave(SLATE, 0.40 + 0.3 * water.depth, 0.55)
    water.engrave(INK, -0.06 + 0.34 * water.depth, 0.5)
    for x, level, size in ((420, 446, 0.42), (1480, 440, 0.36), (1225, 452, 0.5)):
        water.reflect(INK, 0.6, polygon((x - 30 * size, level), (x + 60 * size, level), (x + 10, level + 120 * size)))
        sloop(plate, x, level, size, flip=x > 1300)
    buoys(plate)
    eight(plate, (1490, 500), (250, 668), 0.62, PAPER, blade=SLATE)
    eight(plate, (1640, 700), (40, 985), 1.0, VERMILION, blade=VERMILION)


def far_bank(plate, level):
    """Trees, the boathouse with its flags, the crowd along the rail."""
    crowns = [ellipse(x, level - 30 - lift, size * 1.15, size) for x, lift,
        size in plate.scatter(90, (-20, WIDTH + 20), (0, 44), (24, 46))]
    plate.fill(INK, *(placed(crown, 0, -3) for crown in crowns))
    for crown in crowns:
        area = plate.mask(crown)
        rows, columns = bounds(area)
        middle, top = (columns.start + columns.stop) / 2 / SCALE, rows.start / SCALE
        plate.print_cover(SLATE, area[rows, columns], rows, columns)
        puffs = (around(plate, middle - 12, top - 10) + 4 * np.sin(plate.x / 7)) / 11
        plate.engrave(INK, np.clip(0.10 + (around(plate, middle - 14, top) - 14) / 70, 0, 1), puffs, area)
    plate.fill(PAPER, rectangle(0, level - 28, WIDTH, 28))
    plate.engrave(INK, 0.2, plate.y / 9, plate.mask(rectangle(0, level - 28, WIDTH, 28)))
    boathouse(plate, 250, level)
    for x in np.arange(10, 1600, 11.5):
        if not 90 < x < 420:
            tall = plate.random.uniform(26, 36)
            ink = (INK, INK, VERMILION, SLATE, OCHRE)[int(plate.random.integers(5))]
            plate.fill(ink, curve((x - 6, level - 4), (x - 5, level - 0.62 * tall), (x + 5, level - 0.62 * tall),
                (x + 6, level - 4), closed=True))
            plate.fill(INK, ellipse(x, level - 0.8 * tall, 4.2, 5))
    for x in range(480, 1600, 124):
        plate.stroke(INK, 3, line((x, level), (x, level - 150)))
        ink = (VERMILION, OCHRE, PAPER)[x // 124 % 3]
        plate.outlined(ink, INK, 2, curve((x, level - 150), (x + 22, level - 144), (x + 44, level - 152),
            (x + 44, level - 124), (x + 22, level - 116), (x, level - 122), closed=True))
    plate.fill(INK, rectangle(0, level - 6, WIDTH, 9))


def boathouse(plate, x, level):
    body = polygon((x - 150, level), (x - 150, level - 120), (x, level - 206), (x + 150, level - 120),
        (x + 150, level))
    plate.outlined(PAPER, INK, 4, body)
    plate.engrave(INK, 0.2, plate.x / 11, plate.mask(polygon((x - 146, level - 118), (x, level - 202),
        (x + 146, level - 118))))
    plate.fill(VERMILION, polygon((x - 172, level - 112), (x, level - 214), (x + 172, level - 112),
        (x + 172, level - 128), (x, level - 232), (x - 172, level - 128)))
    plate.stroke(INK, 3, polygon((x - 172, level - 112), (x, level - 214), (x + 172, level - 112),
        (x + 172, level - 128), (x, level - 232), (x - 172, level - 128)))
    plate.fill(INK, *(arch(x + dx, level, 76, 84) for dx in (-94, 0, 94)), ellipse(x, level - 146, 19))
    plate.fill(PAPER, ellipse(x, level - 146, 14))
    plate.stroke(INK, 2, line((x, level - 146), (x, level - 157)), line((x, level - 146), (x + 7, level - 142)))
    plate.stroke(OCHRE, 4, *(line((x + dx - 26, level - 14 - 17 * i),
        (x + dx + 26, level - 14 - 17 * i)) for dx in (-94, 94) for i in range(3)))
    plate.stroke(INK, 4, line((x, level - 230), (x, level - 320)))
    plate.outlined(VERMILION, INK, 2.4, polygon((x, level - 318), (x + 78, level - 302), (x, level - 280)))


def buoys(plate):
    for x, y in ((1570, 612), (1330, 640), (1080, 675), (800, 716), (470, 764), (90, 820)):
        size = 6 + (y - 600) / 22
        plate.fill(INK, gouge(x - 3 * size, y + 0.6 * size, x + 3.4 * size, y + 0.6 * size, 0.55 * size))
        plate.outlined(OCHRE, INK, 2.4, ellipse(x, y, size, size * 0.85))


def eight(plate, stern, bow, size, shirt, blade):
    """A racing eight from `stern` to `bow` (to the left), its crew at the finish of the drive."""
    (sx, sy), (bx, by) = stern, bow
    at = lambda t: (sx + (bx - sx) * t, sy + (by - sy) * t)
    scale = lambda t: size * (0.78 + 0.44 * t)
    slope = math.atan2(by - sy, bx - sx) + math.pi
    plate.fill(INK, *(gouge(*(np.array(at(t)) + (30, 34 * scale(t))), *(np.array(at(t + 0.16)) + (0, 34 * scale(t))),
        12 * scale(t)) for t in np.linspace(0, 0.82, 7)))
    deck, keel = [], []
    for t in np.linspace(0, 1, 24):
        x, y = at(t)
        full = min(1, 7 * t, 7 * (1 - t)) * scale(t)
        deck.append((x, y - 9 * full))
        keel.append((x, y + 17 * full))
    seats = [0.12 + 0.086 * seat for seat in range(9)]
    for t in seats[1::2]:
        far_oar(plate, *at(t), scale(t), blade)
    cox(plate, *at(seats[0]), scale(seats[0]))
    for number, t in enumerate(seats[1:]):
        oarsman(plate, *at(t), scale(t), shirt, near=number % 2 == 1)
    hull = polygon(*deck, *keel[::-1])
    plate.outlined(PAPER if shirt != PAPER else OCHRE, INK, 3.4, hull)
    area = plate.mask(polygon(*[(x, (y + ky) / 2) for (x, y), (_, ky) in zip(deck, keel)], *keel[::-1]))
    plate.engrave(INK, 0.6, (plate.y - math.tan(slope) * plate.x) / 7, area)
    for t in seats[2::2]:
        near_oar(plate, *at(t), scale(t), blade)
    x, y = bow
    plate.fill(PAPER, *(gouge(x + 10 * i, y + 12 * size + 5 * i, x + 150 * size + 40 * i, y + 16 * size + 10 * i,
        4 * size, 5) for i in range(4)))
    plate.outlined(PAPER, INK, 2.4, ellipse(x + 2, y, 8 * size))


def oarsman(plate, x, y, size, shirt, near):
    """One of the crew, leaning back towards the bow, at the left."""
    put = lambda path: placed(path, x, y, size)
    plate.fill(INK, *map(put, limb((-8, -12, 14), (38, -38, 10), (64, -6, 7))))
    torso = curve((-22, 0), (-40, -44), (-58, -84), (-40, -98), (-14, -84), (0, -44), (10, 0), closed=True)
    plate.outlined(shirt, INK, 3.6, put(torso))
    area = plate.mask(put(torso))
    plate.engrave(INK, np.clip(0.34 + (x - 24 * size - plate.x) / (70 * size), 0, 0.8),
        (plate.y + 0.45 * plate.x) / 7, area)
    elbow, hand = ((-2, -52), (-16, -45)) if near else ((-6, -62), (-12, -50))
    arm = limb((-36, -78, 9), (*elbow, 6.5), (*hand, 5.5))
    plate.outlined_together(PAPER, INK, 3.4, *map(put, arm))
    plate.outlined(PAPER, INK, 3.4, put(ellipse(-56, -116, 17, 20)))
    plate.fill(INK, put(curve((-76, -118), (-76, -134), (-58, -142), (-42, -132), (-46, -124), (-60, -124),
        (-66, -108), closed=True)))


def far_oar(plate, x, y, size, blade):
    put = lambda path: placed(path, x, y, size)
    shaft = put(line((-12, -50), (26, -58), (92, -88)))
    plate.stroke(INK, 7 * size, shaft)
    plate.stroke(OCHRE, 3.5 * size, shaft)
    plate.outlined(blade, INK, 2.5, put(polygon((84, -92), (116, -112), (124, -101), (92, -79))))


def near_oar(plate, x, y, size, blade):
    put = lambda path: placed(path, x, y, size)
    shaft = line((-16, -46), (10, -20), (70, 66))
    plate.stroke(INK, 9 * size, put(shaft))
    plate.stroke(OCHRE, 5 * size, put(shaft))
    plate.outlined(blade, INK, 3, put(polygon((62, 62), (82, 54), (108, 100), (84, 108))))
    plate.stroke(PAPER, 4 * size, put(line((74, 62), (94, 100))))
    plate.fill(PAPER, *(put(gouge(70 + 9 * i, 108 + 3 * (i % 2), 58 + 13 * i, 84 - 10 * (i % 3), 3.4,
        4)) for i in range(6)), put(gouge(44, 110, 140, 112, 7, -4)))
    plate.fill(INK, put(gouge(40, 120, 146, 121, 3.5, -3)))
    plate.outlined(PAPER, INK, 2.6, put(ellipse(-14, -46, 8)))


def cox(plate, x, y, size):
    put = lambda path: placed(path, x, y, size)
    plate.outlined(OCHRE, INK, 3.6, put(curve((-20, 0), (-24, -44), (-8, -66), (12, -62), (24, -30), (24, 0),
        closed=True)))
    plate.outlined(PAPER, INK, 3.4, put(ellipse(-6, -84, 16, 19)))
    plate.fill(INK, put(curve((-40, -90), (-22, -94), (-18, -106), (0, -108), (12, -94), (10, -84), (-8, -92),
        closed=True)))
    plate.fill(INK, put(polygon((-24, -78), (-46, -86), (-46, -66))))


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
    plate.engrave(OCHRE, 1.0 * np.exp(-(((plate.x - glow[0]) / (60 + depth)) ** 2)) - 0.25 + 0.25 * plate.noise(80,
        10), 900 / depth * 3 + 0.5, area)
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
        (200, 868, 330, False, MIST, INK), (560, 856, 330, True, OCHRE, VERMILION), (930, 852, 350, False, MIST,
            INK), (1320, 840, 350, True, MIST, INK),
        (110, 985, 400, True, OCHRE, VERMILION), (500, 980, 440, False, MIST, INK), (960, 975, 480, True, MIST,
            INK), (1420, 965, 430, False, OCHRE, VERMILION),
        (300, 1085, 420, False, MIST, INK), (760, 1090, 430, True, OCHRE, VERMILION), (1220, 1085, 440, False, MIST,
            INK),
    ):
        plate.fill(INK, gouge(x - 0.5 * length, y + 0.14 * length, x + 0.5 * length, y + 0.16 * length,
            0.09 * length))
        fish(plate, x, y, length, turn=plate.random.uniform(-0.10, 0.06), flip=flip, body=body, back=back)


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


# ---------------------------------------------------------------------------------------------


def main(names):
    unknown = [name for name in names if name not in PICTURES]
    if unknown:
        sys.exit(f"No such picture: {', '.join(unknown)}. There are: {', '.join(PICTURES)}.")
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name in names or PICTURES:
        draw, ground = PICTURES[name]
        plate = Plate(name, ground)
        draw(plate)
        data = jpeg(plate.pulled())
        (IMAGES / f"{name}.jpg").write_bytes(data)
        print(f"{name}.jpg: {len(data) // 1024} KB")


if __name__ == "__main__":
    main(sys.argv[1:])
