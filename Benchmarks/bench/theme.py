"""How long it takes from a theme's source being saved to a page of the new theme, over a real event stream.

    python3 -m bench.theme [--saves N]

STET in the environment names a program that stands where it was built. A line of its theme is changed and, at the end,
put back; the sample newspaper is what it shows, in a folder of its own.
"""
import argparse
import http.client
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from .failure import Failure
from .latency import port_of

PACKAGE = Path(__file__).resolve().parents[2]
SOURCE = PACKAGE / "Themes/Broadsheet/ArticlePage.swift"
LINE = '<header class="article-head'
PAGE = "/war/how-a-ceasefire-holds/"
# Longer than any build of the theme should take.
LIMIT = 300


class Page:
    """One that is shown in a browser: it listens, comes back when the stream ends, and reloads when it is told to."""

    def __init__(self, port: int):
        self._port = port
        self._known = ""

    def _events(self):
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=LIMIT)
        connection.request("GET", f"/.stet/events?since={self._known}")
        for line in connection.getresponse():
            if line.startswith(b"id: "):
                self._known = line[4:].decode().strip()
            elif line.startswith(b"data: "):
                yield json.loads(line[6:])

    def open(self) -> None:
        next(self._events())

    def reload(self) -> str:
        """Waits until everything may have changed, and returns the page as it is then."""
        end = time.perf_counter() + LIMIT
        while time.perf_counter() < end:
            for event in self._events():
                if event["problems"]:
                    raise Failure(f"the preview says: {event['problems'][0]['message']}")
                if "changed" not in event:
                    connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=LIMIT)
                    connection.request("GET", PAGE)
                    return connection.getresponse().read().decode()
            # As long as a browser waits before it comes back.
            time.sleep(0.1)
        raise Failure(f"nothing came of the change in {LIMIT} s")


def _measure(port: int, saves: int, text: str) -> list[float]:
    times = []
    page = Page(port)
    page.open()
    for number in range(saves + 1):
        mark = f"save-{number}-{time.time_ns()}"
        start = time.perf_counter()
        SOURCE.write_text(text.replace(LINE, f'{LINE} {mark}'))
        if mark not in page.reload():
            raise Failure("the page that came was the old theme's")
        times.append(time.perf_counter() - start)
    # The first has to compile what somebody changed before.
    return sorted(times[1:])


def _run(saves: int) -> None:
    text = SOURCE.read_text()
    if LINE not in text:
        raise Failure(f"{SOURCE} has no {LINE!r} to change")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(PACKAGE / "Content", Path(folder) / "Content")
        command = [os.environ["STET"], "serve", folder, "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as preview:
            try:
                times = _measure(port_of(preview), saves, text)
            finally:
                SOURCE.write_text(text)
                preview.terminate()
    print(f"{saves} saves of {SOURCE.relative_to(PACKAGE)}: median {median(times):.1f} s, "
          f"quickest {times[0]:.1f} s, slowest {times[-1]:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.theme")
    parser.add_argument("--saves", type=int, default=5)
    _run(parser.parse_args().saves)


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"bench.theme: {failure}")
