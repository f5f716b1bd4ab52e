"""What a build's ledger costs in SQLite and what in a flat file, each time in a new process.

    python3 -m bench.ledger

Takes BENCH_DIR and RUNS from the environment, like the benchmark itself.
"""
import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from . import place
from .failure import Failure
from .programs import call, compile_c
from .report import table

SIZES = (10_000, 100_000)
TASKS = [
    ("write everything, SQLite without a journal", "write-sqlite"),
    ("write everything, SQLite with a write-ahead log", "write-wal"),
    ("write everything, flat file", "write-flat"),
    ("read every path and stat, SQLite", "read-sqlite"),
    ("read every path and stat, flat file", "read-flat"),
    ("change 16 rows, SQLite without a journal", "change-sqlite"),
    ("change 16 rows, SQLite with a write-ahead log", "change-wal"),
    ("change 16 rows, flat file", "change-flat"),
    ("a process that does nothing", "nothing"),
]


def _file(folder: Path, task: str) -> Path:
    return folder / task.split("-")[-1]


def _round(folder: Path, count: int, program: Path, stopwatch: Path) -> dict[str, float]:
    """Every task once. What is read must be the same from both."""
    walls, sums = {}, set()
    for old in folder.glob("*"):
        old.unlink()
    for _, task in TASKS:
        command = [program, task, _file(folder, task), str(count)]
        result = subprocess.run([stopwatch, folder / "cost", *command], check=True, capture_output=True, text=True)
        walls[task] = json.loads((folder / "cost").read_text())["wall"]
        if task.startswith("read"):
            sums.add(result.stdout)
    if len(sums) != 1:
        raise Failure("The two ledgers do not hold the same.")
    return walls


def main() -> int:
    rounds = int(os.environ.get("RUNS") or 9)
    try:
        program, stopwatch = compile_c("ledger", "sqlite3"), compile_c("stopwatch")
        columns: list[list[str]] = []
        with place.working_folder(Path(os.environ.get("BENCH_DIR") or "/dev/shm"), may_be_disk=False) as folder:
            for count in SIZES:
                costs = [_round(folder, count, program, stopwatch) for _ in range(rounds + 1)][1:]
                columns.append([
                    f"{median(walls):.1f} ({min(walls):.1f} to {max(walls):.1f})"
                    for walls in ([cost[task] * 1000 for cost in costs] for _, task in TASKS)])
                sizes = {name: (folder / name).stat().st_size / 1e6 for name in ("sqlite", "flat")}
                columns[-1].append(", ".join(f"{name} {size:.1f}" for name, size in sizes.items()))
    except Failure as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 1
    names = [name for name, _ in TASKS] + ["size, MB"]
    print(table(["milliseconds"] + [f"{count:,} articles" for count in SIZES],
                [list(row) for row in zip(names, *columns)]))
    print(f"\nSQLite {call('pkg-config', '--modversion', 'sqlite3')}, medians of {rounds} (least to most).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
