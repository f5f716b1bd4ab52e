"""From the plate to the file: the grain of the print, and its JPEG."""

from io import BytesIO

import numpy as np
from PIL import Image, ImageFilter

from ink import HEIGHT, PAPER, WIDTH

LARGEST_FILE = 245_000  # bytes


def pulled(plate):
    """The print: edges as a hand cuts them, ink that did not take everywhere, the grain of the paper."""
    plate.surface.flush()
    height, width = plate.pixels.shape[:2]
    rows = np.arange(height)[:, None] + np.rint(plate.noise(13) * 1.4).astype(np.int32)
    columns = np.arange(width)[None, :] + np.rint(plate.noise(13) * 1.4).astype(np.int32)
    rgb = plate.pixels[rows.clip(0, height - 1), columns.clip(0, width - 1), 2::-1].astype(np.float32)

    darkness = 1 - rgb.mean(axis=2) / 255
    starved = plate.noise(3.5) + 0.35 * plate.noise(140)
    misses = np.clip((starved - 1.42) * 3, 0, 0.4) * np.clip(darkness * 1.6 - 0.15, 0, 1)
    rgb += (np.asarray(PAPER, np.float32) - rgb) * misses[..., None]
    rgb *= (1 + 0.010 * plate.noise(6) + 0.018 * plate.noise(300))[..., None]

    sheet = Image.fromarray(rgb.clip(0, 255).astype(np.uint8)).resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    return sheet.filter(ImageFilter.GaussianBlur(0.6))


def jpeg(image):
    """The picture as JPEG, as good as the size allows."""
    for quality in range(84, 40, -2):
        data = BytesIO()
        image.save(data, "JPEG", quality=quality, optimize=True, progressive=True, subsampling="4:2:0")
        if data.tell() <= LARGEST_FILE:
            break
    return data.getvalue()
