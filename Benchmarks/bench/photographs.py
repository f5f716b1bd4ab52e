"""Photographs of 12 megapixels that nobody took, as JPEG: hills of light in many sizes, with a sensor's noise.

    python -m bench.photographs COUNT FOLDER

Needs numpy and Pillow. Eight pictures are drawn, a little larger than they have to be; each photograph is another part
of one of them, in another light. The same versions of the libraries give the same bytes.
"""
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy
from PIL import Image

# Three to two, so that no crop that is asked for is the whole picture.
WIDTH, HEIGHT = 4200, 2800
BASES = 8
MARGIN = 256
# What a camera's “fine” is: two to four megabytes.
QUALITY = 90


def name(number: int) -> str:
    return f"p{number:04}.jpg"


def _octave(random: numpy.random.Generator, cell: int, height: int, width: int) -> numpy.ndarray:
    """Random values every `cell` pixels, and smooth between."""
    small = random.normal(size=(height // cell + 3, width // cell + 3)).astype(numpy.float32)
    return numpy.asarray(Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC))


def base(number: int) -> numpy.ndarray:
    """A picture with margins, as bytes."""
    random = numpy.random.default_rng(number)
    height, width = HEIGHT + MARGIN, WIDTH + MARGIN
    light = sum(_octave(random, cell, height, width) * (cell / 1024) ** 0.5 for cell in (1024, 384, 128, 48, 16, 6))
    planes = []
    for _ in range(3):
        tint = _octave(random, 768, height, width)
        noise = random.normal(size=(height, width)).astype(numpy.float32)
        planes.append(118 + 46 * light + 22 * tint + 5 * noise)
    return numpy.clip(numpy.stack(planes, axis=-1), 0, 255).astype(numpy.uint8)


def _write_all(number: int, count: int, folder: Path) -> None:
    """All photographs that are parts of one picture."""
    pixels = base(number)
    for photograph in range(number, count, BASES):
        random = numpy.random.default_rng(1000 + photograph)
        top, left = random.integers(0, MARGIN, 2)
        gain = random.uniform(0.8, 1.1)
        light = numpy.clip(numpy.arange(256) * gain, 0, 255).astype(numpy.uint8)
        part = light[pixels[top:top + HEIGHT, left:left + WIDTH]]
        Image.fromarray(part).save(folder / name(photograph), quality=QUALITY)


def write(count: int, folder: Path) -> None:
    """So many of them, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        for done in [pool.submit(_write_all, number, count, folder) for number in range(min(BASES, count))]:
            done.result()


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
