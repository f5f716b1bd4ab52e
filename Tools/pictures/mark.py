"""The newspaper's mark: the light on the Long Mole above three waves, for search engines and feed readers."""

import math
from io import BytesIO

import cairo

SIDE = 512
# The sample's accent, and the paper of the pictures.
GROUND, LIGHT = (0x8C, 0x1D, 0x2F), (243, 236, 221)


def mark():
    """A square PNG."""
    surface = cairo.ImageSurface(cairo.FORMAT_RGB24, SIDE, SIDE)
    page = cairo.Context(surface)
    page.set_source_rgb(*shade(GROUND))
    page.paint()
    page.set_source_rgb(*shade(LIGHT))
    tower(page)
    beams(page, 256, 132)
    for number, y in enumerate((356, 404, 452)):
        wave(page, y, number * math.pi)
    data = BytesIO()
    surface.write_to_png(data)
    return data.getvalue()


def shade(colour):
    return [part / 255 for part in colour]


def tower(page):
    """The tower with two dark bands, its gallery and the lantern's roof."""
    polygon(page, (222, 318), (234, 164), (278, 164), (290, 318))
    polygon(page, (220, 164), (220, 152), (292, 152), (292, 164))
    page.rectangle(240, 112, 32, 40)
    page.fill()
    polygon(page, (228, 112), (256, 76), (284, 112))
    page.set_source_rgb(*shade(GROUND))
    polygon(page, (230, 214), (232, 192), (280, 192), (282, 214))
    polygon(page, (226, 266), (228, 244), (284, 244), (286, 266))
    page.set_source_rgb(*shade(LIGHT))


def beams(page, x, y):
    """The light to both sides."""
    for side in (-1, 1):
        polygon(page, (x + 30 * side, y - 5), (x + 190 * side, y - 44), (x + 190 * side, y + 44), (x + 30 * side, y + 5))


def wave(page, y, shift):
    page.set_line_width(18)
    page.set_line_cap(cairo.LINE_CAP_ROUND)
    for step in range(65):
        x = 64 + step * 6
        page.line_to(x, y + 10 * math.sin(x / 31 + shift))
    page.stroke()


def polygon(page, *points):
    for point in points:
        page.line_to(*point)
    page.close_path()
    page.fill()
