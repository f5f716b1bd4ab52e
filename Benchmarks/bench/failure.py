"""What ends a benchmark early, said to whoever runs it; and where its result goes."""
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path


class Failure(Exception):
    """Something that has to be put right first; its text says what."""


def report_to(results: Path, measure: Callable[[], str]) -> int:
    """Prints what was measured, and keeps it in a file; the program's exit status."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    try:
        text = measure()
    except Failure as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nbench: interrupted; everything was removed.", file=sys.stderr)
        return 130
    results.write_text(text, encoding="utf-8")
    print(text)
    print(f"This is also in {os.path.relpath(results)}.", file=sys.stderr)
    return 0
