"""The folder on a memory file system in which everything happens.

On a disk, making 14,000 folders can cost more than all else, and ten times more in one run than in
the next. In memory the generators themselves are measured.
"""
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .failure import Failure

PREFIX = "stet-bench-"

# Bytes an article takes on a file system that gives out whole pages of 4 KiB and notes 1.1 KiB of each file and folder.
SOURCE = 8 << 10
EDITION = 24 << 10
# Files and folders for each article: its own, its page and its folder, and its share of the pictures and lists.
FILES = 4
# Bytes of its own that a program takes for each article.
STET = 3 << 10
HUGO = 60 << 10


def file_system(path: Path) -> str:
    """The type of the file system that `path` lies on, such as `tmpfs`."""
    best, kind = "", "unknown"
    for line in Path("/proc/mounts").read_text().splitlines():
        _, mount, type_, *_ = line.split()
        mount = mount.encode().decode("unicode_escape")
        if len(mount) >= len(best) and (path == Path(mount) or Path(mount) in path.parents):
            best, kind = mount, type_
    return kind


def room(path: Path) -> int:
    """How many bytes can still be put there: a memory file system is no larger than what memory and swap are free."""
    facts = os.statvfs(path)
    free = facts.f_bavail * facts.f_frsize
    if file_system(path) != "tmpfs":
        return free
    facts = dict(line.split(":") for line in Path("/proc/meminfo").read_text().splitlines())
    return min(free, sum(int(facts[name].split()[0]) << 10 for name in ("MemAvailable", "SwapFree") if name in facts))


def has_files_for(path: Path, count: int) -> bool:
    """Whether so many articles and their sites find enough inodes there; where none are counted, they do."""
    facts = os.statvfs(path)
    return facts.f_files == 0 or facts.f_favail >= count * FILES


def gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f} GB"


def needed(count: int, with_settings: bool, with_hugo: bool, with_content: bool) -> int:
    """The most that a round with `count` articles takes up: the articles, unless they lie elsewhere, and one site, or
    two where a whole new edition is staged beside the old one; and what the program that makes it needs itself."""
    stet = (2 if with_settings else 1) * EDITION + STET
    hugo = EDITION + HUGO if with_hugo else 0
    return count * (max(stet, hugo) + (SOURCE if with_content else 0))


@contextmanager
def working_folder(parent: Path, may_be_disk: bool) -> Iterator[Path]:
    """A new folder below `parent` that is gone at the end."""
    if not parent.is_dir():
        raise Failure(f"There is no folder {parent}. Name another: make bench BENCH_DIR=/path/on/tmpfs")
    kind = file_system(parent.resolve())
    if kind != "tmpfs" and not may_be_disk:
        raise Failure(
            f"{parent} lies on {kind}, not on a memory file system (tmpfs), and what a disk costs is not what is to be "
            "measured here. Name another folder with BENCH_DIR, or say BENCH_DISK=1 to measure on it all the same.")
    for old in parent.glob(PREFIX + "*"):
        print(f"Note: {old} is left from an earlier run, or another is at work. Remove it if none is.")
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
    try:
        yield folder
    finally:
        # A program that was just ended may still have put a last file there.
        for _ in range(100):
            shutil.rmtree(folder, ignore_errors=True)
            if not folder.exists():
                break
            time.sleep(0.05)


@contextmanager
def content_folder() -> Iterator[Path | None]:
    """A new folder for the articles where CONTENT_DIR says, on whatever file system; None if it says nothing."""
    parent = os.environ.get("CONTENT_DIR")
    if not parent:
        yield None
    else:
        with working_folder(Path(parent).resolve(), may_be_disk=True) as folder:
            yield folder
