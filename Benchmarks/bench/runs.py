"""Runs the programs, each as a process of its own, and keeps what they cost."""
import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from . import corpus
from .edits import SETTINGS, Newsroom
from .failure import Failure
from .programs import HERE, PROJECT, Programs

NOW = "2026-11-20"
COLD = "cold build"
HUGO, FLOOR = "Hugo", "the floor"


@dataclass(frozen=True)
class Cost:
    """What one run cost: seconds, and bytes of memory at its peak."""

    wall: float
    user: float
    system: float
    peak: int


@dataclass
class Results:
    """What all rounds of one size cost, each program's in the order of the rounds."""

    count: int
    bytes: int
    stet: dict[str, list[Cost]] = field(default_factory=dict)
    hugo: list[Cost] = field(default_factory=list)
    floor: list[Cost] = field(default_factory=list)
    # For each of stet's rows: how many files of Output were written and removed, and how many there are.
    files: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def measure(folder: Path, programs: Programs, *command: str | Path) -> tuple[Cost, str]:
    """Runs a program to its end, with its output in a file of the folder's; what it cost, and what it said."""
    result, log = folder / "cost.json", folder / "log"
    with log.open("w+b") as output:
        process = subprocess.Popen(
            [programs.stopwatch, result, *command], stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            start_new_session=True)
        try:
            status = process.wait()
        except BaseException:
            # The stopwatch and what it measures.
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise
    text = log.read_text(errors="replace")
    if status != 0:
        raise Failure(f"{' '.join(map(str, command))} ended with {status}:\n{text[-4000:]}".rstrip())
    return Cost(**json.loads(result.read_text())), text


class Bench:
    """One size's site in a folder, and the programs to run on it."""

    def __init__(
        self, folder: Path, count: int, programs: Programs, has_feeds: bool, elsewhere: Path | None = None
    ) -> None:
        """Makes the site.

        - elsewhere: a folder for the articles, where the first has no room for them and the editions.
        """
        self.programs = programs
        self.folder = folder
        self.site, self.hugo_site = folder / "site", folder / "hugo"
        self.output, self.hugo_output, self.floor_output = (
            self.site / "Output", folder / "hugo-output", folder / "floor-output")
        self.content = elsewhere / str(count) if elsewhere else self.site / "Content"
        self.results = Results(count, corpus.make(count, self.content))
        if elsewhere:
            self.site.mkdir(parents=True)
            (self.site / "Content").symlink_to(self.content)
        self._lay_out_hugo(has_feeds)

    def _lay_out_hugo(self, has_feeds: bool) -> None:
        """Hugo's site reads the same articles and pictures, and has the same stylesheet."""
        shutil.copytree(HERE / "hugo", self.hugo_site)
        assets = PROJECT / "Themes" / "Broadsheet" / "Assets"
        shutil.copytree(assets, self.hugo_site / "static" / "assets")
        # Once more for Hugo's own names, which say which bytes a file has.
        shutil.copytree(assets, self.hugo_site / "assets" / "assets")
        months: dict[str, list[str]] = {}
        for month in corpus.months(self.results.count):
            months.setdefault(month[:4], []).append(month[5:])
        (self.hugo_site / "data").mkdir()
        (self.hugo_site / "data" / "archive.json").write_text(json.dumps(months))
        # The feeds that both make: RSS for every list.
        with (self.content / "site.yml").open("a") as settings:
            settings.write("feeds: {site: [rss]}\n" if has_feeds else "feeds: none\n")
        if has_feeds:
            settings = self.hugo_site / "hugo.toml"
            off, on = 'disableKinds = ["RSS", "sitemap", "robotsTXT"]', 'disableKinds = ["robotsTXT"]'
            text = settings.read_text()
            if off not in text:
                raise Failure(f"hugo.toml has no longer the line {off} that FEEDS changes.")
            settings.write_text(text.replace(off, on))

    def stet(self, *options: str) -> tuple[Cost, str]:
        return measure(self.folder, self.programs, self.programs.stet, "build", self.site, "--now", NOW, *options)

    def hugo(self) -> Cost:
        return measure(
            self.folder, self.programs, self.programs.hugo, "--source", self.hugo_site, "--destination",
            self.hugo_output, "--cacheDir", self.folder / "hugo-cache")[0]

    def floor(self) -> Cost:
        return measure(
            self.folder, self.programs, self.programs.floor, self.content, self.floor_output,
            str(len(os.sched_getaffinity(0))))[0]

    def clear(self) -> None:
        """Removes everything that was made, and what stet remembers of it."""
        for folder in (self.output, self.site / ".stet", self.hugo_output, self.floor_output,
                       self.folder / "hugo-cache", self.hugo_site / "resources", self.hugo_site / "public"):
            shutil.rmtree(folder, ignore_errors=True)

    def remove(self) -> None:
        """Removes the site and its articles."""
        shutil.rmtree(self.content)
        shutil.rmtree(self.folder)

    def run(self, rounds: int, with_hugo: bool, with_settings: bool) -> Results:
        """One round to warm up, then as many as are wanted. In each, every program runs once and on its own."""
        for number in range(rounds + 1):
            progress(f"{self.results.count:,} articles: "
                     + (f"round {number} of {rounds}" if number else "warming up"))
            self._round(number == 0, with_hugo, with_settings)
        progress("")
        return self.results

    def _round(self, is_warm_up: bool, with_hugo: bool, with_settings: bool) -> None:
        results = self.results
        # The three that are compared stand next to each other, so that a busy minute of the machine meets them all.
        if with_hugo:
            self.clear()
            cost = self.hugo()
            if not is_warm_up:
                results.hugo.append(cost)
        self.clear()
        cost = self.floor()
        if not is_warm_up:
            results.floor.append(cost)
        self.clear()
        self._stet_row(COLD, is_warm_up)

        newsroom = Newsroom(self.content, results.count)
        for name, edit in newsroom.all():
            if name == SETTINGS and not with_settings:
                continue
            edit()
            self._stet_row(name, is_warm_up)
        newsroom.undo()
        self.clear()

    def _stet_row(self, name: str, is_warm_up: bool) -> None:
        """A build by stet. While warming up it says in JSON what it did; that takes time of its own."""
        cost, text = self.stet(*(["--format", "json"] if is_warm_up else []))
        if is_warm_up:
            report = json.loads(text)
            written, removed, same = (len(report[key]) for key in ("written", "removed", "unchanged"))
            self.results.files[name] = (written, removed, written + same)
        else:
            self.results.stet.setdefault(name, []).append(cost)


def progress(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="" if text else "", file=sys.stderr, flush=True)
    elif text:
        print(text, file=sys.stderr, flush=True)
