"""The plate: a sheet of paper on which inks are printed one over another.

Flat shapes are printed with cairo; tones are *engraved*, that is, printed as lines that swell and thin.
`Plate.engrave` takes two arrays over the whole sheet: `phase`, whose whole numbers are the centres of the
lines (so it decides where the lines run), and `tone`, from 0 (no line) to 1 (solid ink).
"""

import zlib

import cairo
import numpy as np
from PIL import Image

from ink import HEIGHT, INK, PAPER, SCALE, WIDTH


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


def bounds(mask):
    """The rows and the columns, as slices, that hold everything in the mask."""
    rows = np.flatnonzero(mask.any(axis=1))
    columns = np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return slice(0, 0), slice(0, 0)
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
