"""Checks that both sites are equal, measures, and prints the results as Markdown.

Settings come from the environment, as make passes them on: STET, SIZES, RUNS, HUGO_LIMIT,
BENCH_DIR, BENCH_DISK, CONTENT_DIR, FEEDS, PARITY. Benchmarks/README.md explains each.
"""
import os
import sys
from pathlib import Path

from . import machine, parity, place, report
from .failure import Failure, report_to
from .programs import BUILT, Programs, find_all
from .runs import Bench, Results

RESULTS = BUILT / "results.md"


def _number(name: str, default: int) -> int:
    text = os.environ.get(name) or str(default)
    if not text.isdigit() or int(text) < 1:
        raise Failure(f"{name} must be a number from 1 on, not {text!r}.")
    return int(text)


def _flag(name: str, default: str = "0") -> bool:
    return os.environ.get(name, default) not in ("", "0")


def _sizes() -> list[int]:
    words = (os.environ.get("SIZES") or "1000 10000").split()
    if not words or not all(word.isdigit() and int(word) >= 100 for word in words):
        raise Failure("SIZES must be numbers of articles, 100 or more each, such as SIZES=\"1000 10000\".")
    return [int(word) for word in words]


def check_parity(folder: Path, programs: Programs, has_feeds: bool) -> list[str]:
    """Builds a small newspaper with both and compares them; what there is to be said of it."""
    print("Checking that stet's site and Hugo's are equal", file=sys.stderr)
    bench = Bench(folder / "parity", _number("PARITY", 500), programs, has_feeds)
    bench.stet()
    bench.hugo()
    verdict = parity.check(bench.content, bench.output, bench.hugo_output, has_feeds)
    bench.remove()
    if not verdict.is_equal:
        raise Failure(f"{verdict.text()}\nNothing was measured: make the sites equal first.")
    return [verdict.checked, *verdict.notes]


def measure(folder: Path, elsewhere: Path | None, count: int, programs: Programs, has_feeds: bool) -> Results:
    """All rounds of one size."""
    room = place.room(folder)
    limit = _number("HUGO_LIMIT", 100_000)
    with_hugo = count <= limit
    with_settings = place.needed(count, True, with_hugo, elsewhere is None) <= room
    needed = place.needed(count, with_settings, with_hugo, elsewhere is None)
    if needed > room:
        raise Failure(
            f"{count:,} articles need about {place.gigabytes(needed)} in {folder.parent}, and there is room for "
            f"{place.gigabytes(room)}. Name another folder with BENCH_DIR, add swap (Benchmarks/README.md says how), "
            "put the articles into a folder on a disk with CONTENT_DIR, or name a smaller size.")
    if not place.has_files_for(folder, count):
        raise Failure(
            f"{folder.parent} has no room for so many files. As root: mount -t tmpfs -o size=60G,nr_inodes=0 tmpfs "
            "/path/on/tmpfs, and name that with BENCH_DIR.")
    bench = Bench(folder / str(count), count, programs, has_feeds, elsewhere)
    results = bench.run(_number("RUNS", 5), with_hugo, with_settings)
    bench.remove()
    if not with_hugo:
        results.notes.append(f"Hugo was not run: HUGO_LIMIT is {limit:,}.")
    if not with_settings:
        results.notes.append("site.yml was not changed: there is no room for a second edition beside the first.")
    return results


def _report() -> str:
    sizes, has_feeds = _sizes(), _flag("FEEDS", default="1")
    programs = find_all()
    parent = Path(os.environ.get("BENCH_DIR") or "/dev/shm")
    with place.working_folder(parent, may_be_disk=_flag("BENCH_DISK")) as folder:
        notes = check_parity(folder, programs, has_feeds)
        facts = machine.describe(programs, folder)
        with place.content_folder() as elsewhere:
            if elsewhere:
                facts.append(("articles on", place.file_system(elsewhere)))
            results = [measure(folder, elsewhere, count, programs, has_feeds) for count in sizes]
    return report.whole(results, _number("RUNS", 5), facts, notes)


if __name__ == "__main__":
    sys.exit(report_to(RESULTS, _report))
