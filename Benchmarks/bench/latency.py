"""How long it takes from a save to the browser being told, over a real event stream.

    python3 -m bench.latency SITE [--saves N]

SITE is a newspaper such as `python3 -m bench.corpus` makes. STET in the environment names the program.
"""
import argparse
import http.client
import json
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from .failure import Failure


def _events(connection: http.client.HTTPConnection):
    """What the preview tells, as it comes, with the moment at which it came."""
    connection.request("GET", "/.stet/events")
    response = connection.getresponse()
    while line := response.readline():
        if line.startswith(b"data: "):
            yield time.perf_counter(), json.loads(line[6:])


def _save(article: Path, text: str) -> float:
    """The moment at which the article was there; saved as editors do, by renaming a new file."""
    new = article.with_name("." + article.name + ".new")
    new.write_text(text)
    start = time.perf_counter()
    new.rename(article)
    return start


def _measure(site: Path, saves: int, port: int) -> list[float]:
    articles = sorted(site.glob("Content/*/**/*.md"))
    events = _events(http.client.HTTPConnection("127.0.0.1", port))
    next(events)
    times = []
    for number in range(saves):
        article = random.Random(number).choice(articles)
        start = _save(article, article.read_text() + f"\nSave number {number}.\n")
        moment, event = next(events)
        if not any(article.stem in file for file in event["changed"]):
            raise Failure(f"{article} was saved, and the preview told of {event['changed']}")
        times.append(1000 * (moment - start))
        time.sleep(0.2)
    return times


def port_of(preview: subprocess.Popen) -> int:
    """The port that a preview says it listens on."""
    address = next((line for line in preview.stdout if line.startswith("Look at ")), "")
    port = re.search(r":(\d+)/", address)
    if not port:
        raise Failure("the preview did not say where it is")
    return int(port[1])


def _run(site: Path, saves: int) -> None:
    command = [os.environ["STET"], "serve", str(site), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as preview:
        try:
            times = sorted(_measure(site, saves, port_of(preview)))
        finally:
            preview.terminate()
    print(f"{saves} saves: median {median(times):.1f} ms, "
          f"quickest {times[0]:.1f} ms, 90 % within {times[int(0.9 * saves)]:.1f} ms, slowest {times[-1]:.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.latency")
    parser.add_argument("site", type=Path)
    parser.add_argument("--saves", type=int, default=50)
    arguments = parser.parse_args()
    _run(arguments.site, arguments.saves)


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"bench.latency: {failure}")
