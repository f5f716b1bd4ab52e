"""What a picture's file is and how large it is, as its first bytes say."""
import struct
from pathlib import Path

from .failure import Failure

# (format, width, height)
Shape = tuple[str, int, int]


def shape(path: Path) -> Shape:
    with path.open("rb") as file:
        head = file.read(1 << 16)
    if head.startswith(b"\xff\xd8"):
        return "JPEG", *_jpeg(head, path)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "WebP", *_webp(head, path)
    raise Failure(f"{path} is neither JPEG nor WebP.")


def _jpeg(head: bytes, path: Path) -> tuple[int, int]:
    """From the frame header, behind any number of other segments (ITU T.81, B.2.2)."""
    place = 2
    while place + 9 < len(head):
        marker, length = struct.unpack_from(">HH", head, place)
        if 0xFFC0 <= marker <= 0xFFCF and marker not in (0xFFC4, 0xFFC8, 0xFFCC):
            height, width = struct.unpack_from(">HH", head, place + 5)
            return width, height
        place += 2 + length
    raise Failure(f"{path} has no frame header.")


def _webp(head: bytes, path: Path) -> tuple[int, int]:
    """From one of the three kinds of bitstream (WebP container specification; RFC 6386, 9.1)."""
    kind = head[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", head, 26)
        return width & 0x3FFF, height & 0x3FFF
    raise Failure(f"{path} has no bitstream that is known.")
