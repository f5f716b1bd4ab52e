"""Forty small pictures of differing sizes, as PNG.

A generator that prints a picture's width and height has to open its file, and nothing more. The
pixels are stored and not compressed, so that no version of zlib can change a byte.
"""
import struct
import zlib
from pathlib import Path

COUNT = 40


def address(number: int) -> str:
    """Where the picture stands on the site."""
    return f"/images/p{number}.png"


def size(number: int) -> tuple[int, int]:
    """Its width and height; no two pictures have the same."""
    return 48 + 8 * (number % 8), 30 + 2 * number // 3 + number


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(number: int) -> bytes:
    """A picture of black and white stripes, one bit a pixel."""
    width, height = size(number)
    row = b"\0" + bytes([0b11110000 if number % 2 else 0b11001100]) * (width // 8)
    rows = row * height
    stored = struct.pack("<BHH", 1, len(rows), len(rows) ^ 0xFFFF) + rows
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = b"\x78\x01" + stored + struct.pack(">I", zlib.adler32(rows))
    return (b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data)
            + _chunk(b"IEND", b""))


def write(folder: Path) -> None:
    """All of them into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(COUNT):
        (folder / f"p{number}.png").write_bytes(png(number))
