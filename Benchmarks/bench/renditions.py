"""Pictures for readers: the same sizes and crops of the same photographs by stet and by Hugo.

    python3 -m bench.renditions

Settings come from the environment: STET, PHOTOGRAPHS (a Python with numpy and Pillow), COUNT, RUNS, BENCH_DIR.
"""
import os
import shutil
import sys
from collections import Counter
from pathlib import Path
from statistics import median

from . import machine, place, report
from .failure import Failure, report_to
from .image_header import Shape, shape
from .programs import BUILT, HERE, Programs, call, compile_c, install_hugo
from .runs import NOW, Cost, measure, progress

RESULTS = BUILT / "pictures.md"

QUALITY = 80
WIDTHS = (320, 640, 960, 1280, 1920)
# What lists show, in both formats; the widest in JPEG is for search engines, too.
CROP_WIDTHS = (320, 640, 960, 1200)
# What search engines want besides, as JPEG.
MORE_CROPS = ("1200x675", "1200x1200")
STET, STET_AGAIN, HUGO, HUGO_AGAIN = (
    "stet, cold build", "stet, nothing to do", "Hugo, cold build", "Hugo, nothing to do")


def _hugo_settings() -> str:
    """What Hugo shall make of each picture, as the rest of its settings."""
    sizes = [f"{width}x {kind} q{QUALITY}" for width in WIDTHS for kind in ("jpg", "webp")]
    crops = [f"{width}x{width * 3 // 4} {kind} q{QUALITY}" for width in CROP_WIDTHS for kind in ("jpg", "webp")]
    crops += [f"{size} jpg q{QUALITY}" for size in MORE_CROPS]
    return f"\n[params]\nsizes = {sizes}\ncrops = {crops}\n"


class Album:
    """An article for each photograph, in a folder, and both programs to run on it."""

    def __init__(self, folder: Path, count: int, programs: Programs, python: str) -> None:
        self.folder, self.programs = folder, programs
        self.site, self.hugo_site = folder / "site", folder / "hugo"
        self.output, self.hugo_output = self.site / "Output", folder / "hugo-output"
        content = self.site / "Content"
        progress(f"Making {count:,} photographs")
        call("env", f"PYTHONPATH={HERE}", python, "-m", "bench.photographs", str(count), content / "photos")
        self.photographs = sorted((content / "photos").iterdir())
        (content / "site.yml").write_text(
            "name: The Album\nurl: https://news.example/\nfeeds: none\n"
            f"pictures: {{quality: {QUALITY}}}\n")
        for number, photograph in enumerate(self.photographs):
            (content / "news").mkdir(exist_ok=True)
            (content / "news" / f"{photograph.stem}.md").write_text(
                f"---\ntitle: Hills of light, number {number}\ndate: 2026-10-{number % 28 + 1:02}T10:00:00Z\n"
                f"image: {{src: /photos/{photograph.name}, alt: Hills of light, credit: Nobody}}\n---\n"
                "Nobody was there, and nobody has seen them.\n")
        shutil.copytree(HERE / "hugo-pictures", self.hugo_site)
        with (self.hugo_site / "hugo.toml").open("a") as settings:
            settings.write(_hugo_settings())

    def clear(self) -> None:
        """Removes everything that was made, and what either remembers of it."""
        for folder in (self.output, self.site / ".stet", self.hugo_output, self.folder / "hugo-cache",
                       self.hugo_site / "resources"):
            shutil.rmtree(folder, ignore_errors=True)

    def stet(self) -> Cost:
        return measure(self.folder, self.programs, self.programs.stet, "build", self.site, "--now", NOW)[0]

    def hugo(self) -> Cost:
        return measure(
            self.folder, self.programs, self.programs.hugo, "--source", self.hugo_site, "--destination",
            self.hugo_output, "--cacheDir", self.folder / "hugo-cache")[0]

    def round(self) -> dict[str, Cost]:
        """Every row once."""
        self.clear()
        costs = {HUGO: self.hugo(), HUGO_AGAIN: self.hugo()}
        costs |= {STET: self.stet(), STET_AGAIN: self.stet()}
        return costs

    def made(self, output: Path) -> tuple[Counter[Shape], dict[str, int]]:
        """How many pictures of which shape there are in an edition, and how many bytes they have by format. The
        photographs' own addresses do not count."""
        shapes: Counter[Shape] = Counter()
        sizes: dict[str, int] = {}
        originals = {photograph.name for photograph in self.photographs}
        for path in output.rglob("*"):
            if path.suffix in (".jpg", ".webp") and path.name not in originals:
                found = shape(path)
                shapes[found] += 1
                sizes[found[0]] = sizes.get(found[0], 0) + path.stat().st_size
        return shapes, sizes


def check_parity(stet: Counter[Shape], hugo: Counter[Shape], count: int) -> None:
    """Both must have made the same: as many of every format and size, and every size of every photograph."""
    if stet and stet == hugo and all(number % count == 0 for number in stet.values()):
        return
    lines = [
        f"  {kind} {width} × {height}: stet {stet[(kind, width, height)]:,}, Hugo {hugo[(kind, width, height)]:,}"
        for kind, width, height in sorted(set(stet) | set(hugo))]
    raise Failure(
        f"The two do not make the same pictures of {count:,} photographs:\n" + "\n".join(lines)
        + "\nNothing was measured: make them equal first.")


def _ratio_rows(rounds: list[dict[str, Cost]]) -> list[list[str]]:
    def rows(name: str, above: str, below: str) -> list[list[str]]:
        one, other = [costs[above] for costs in rounds], [costs[below] for costs in rounds]
        return [
            report.ratio(f"Hugo / stet, {name}time", one, other, lambda cost: cost.wall),
            report.ratio(f"Hugo / stet, {name}memory", one, other, lambda cost: cost.peak),
            report.ratio(f"Hugo / stet, {name}processor time", one, other, lambda cost: cost.user + cost.system)]

    return rows("", HUGO, STET) + rows("nothing to do, ", HUGO_AGAIN, STET_AGAIN)[:1]


def _text(album: Album, rounds: list[dict[str, Cost]], sizes: dict[str, dict[str, int]],
          facts: list[tuple[str, str]], each: int) -> str:
    count = len(album.photographs)
    original = sum(path.stat().st_size for path in album.photographs)
    rows = [report.row(name, [costs[name] for costs in rounds], "") for name in (STET, STET_AGAIN, HUGO, HUGO_AGAIN)]
    made = [[name, *(f"{sizes[name].get(kind, 0) / 1e6:,.1f} MB" for kind in ("JPEG", "WebP"))] for name in sizes]
    per = median(costs[STET].wall for costs in rounds) / count
    return "\n\n".join([
        f"### {count:,} photographs of 12 megapixels, {original / 1e6:,.0f} MB; {each} renditions of each",
        report.table(["ratio", "median", "least", "most"], _ratio_rows(rounds)),
        report.table(["", "time", "least to most", "user", "system", "peak memory", ""], rows),
        report.table(["made", "JPEG", "WebP"], made),
        f"A photograph takes stet {per * 1000:.0f} ms. Medians of {len(rounds)} interleaved rounds after one to warm up.",
        "### Machine and versions",
        report.table(["", ""], [list(row) for row in facts]),
    ]) + "\n"


def _report() -> str:
    stet, python = os.environ.get("STET", ""), os.environ.get("PHOTOGRAPHS", "")
    if not os.access(stet, os.X_OK) or not os.access(python, os.X_OK):
        raise Failure("STET and PHOTOGRAPHS must name programs; `make bench-pictures` says where they are.")
    count, runs = int(os.environ.get("COUNT") or 200), int(os.environ.get("RUNS") or 5)
    programs = Programs(Path(stet).resolve(), install_hugo(), Path(), compile_c("stopwatch"))
    parent = Path(os.environ.get("BENCH_DIR") or "/dev/shm")
    with place.working_folder(parent, may_be_disk=False) as folder:
        album = Album(folder, count, programs, python)
        facts = machine.describe(programs, folder)
        facts.append(("libvips", call("pkg-config", "--modversion", "vips")))
        rounds = []
        for number in range(runs + 1):
            progress(f"round {number} of {runs}" if number else "warming up")
            costs = album.round()
            (stet_made, stet_sizes), (hugo_made, hugo_sizes) = (
                album.made(output) for output in (album.output, album.hugo_output))
            check_parity(stet_made, hugo_made, count)
            if number:
                rounds.append(costs)
        progress("")
        return _text(album, rounds, {"stet": stet_sizes, "Hugo": hugo_sizes}, facts, stet_made.total() // count)


if __name__ == "__main__":
    sys.exit(report_to(RESULTS, _report))
