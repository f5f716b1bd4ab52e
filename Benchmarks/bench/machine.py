"""On what it was measured."""
import os
import platform
import re
import shutil
from pathlib import Path

from .failure import Failure
from .place import file_system
from .programs import PROJECT, Programs, call


def _version(text: str) -> str:
    found = re.search(r"\d+(\.\d+)+", text)
    return found.group() if found else "unknown"


def _attempt(*command: str | Path) -> str:
    if not shutil.which(str(command[0])):
        return "unknown"
    try:
        return call(*command)
    except Failure:
        return "unknown"


def _gibibytes(name: str) -> float:
    """A line of /proc/meminfo; 0 if there is none of that name."""
    found = re.search(rf"^{name}:\s+(\d+)", Path("/proc/meminfo").read_text(), re.MULTILINE)
    return int(found.group(1)) / (1 << 20) if found else 0


def describe(programs: Programs, folder: Path) -> list[tuple[str, str]]:
    """The machine and the versions, as rows of a table."""
    processor = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    memory, swap = _gibibytes("MemTotal"), _gibibytes("SwapTotal")
    release = re.search(r'^PRETTY_NAME="(.*)"$', Path("/etc/os-release").read_text(), re.MULTILINE)
    stet = _version(call(programs.stet, "--version"))
    if PROJECT / ".build" in programs.stet.parents:
        stet += ", sources at " + _attempt("git", "-C", PROJECT, "describe", "--always", "--dirty", "--exclude=*")
    return [
        ("cores", str(len(os.sched_getaffinity(0)))),
        ("processor", processor.group(1) if processor else platform.machine()),
        ("memory", (f"{memory:.0f} GiB" if memory else "unknown") + (f", and {swap:.0f} GiB of swap" if swap else "")),
        ("system", f"{release.group(1) if release else platform.system()}, Linux {platform.release()}"),
        ("file system", file_system(folder)),
        ("stet", stet),
        ("Hugo", _version(call(programs.hugo, "version"))),
        ("cmark", _version(_attempt("pkg-config", "--modversion", "libcmark"))),
        ("Swift", _version(_attempt("swift", "--version").replace("swift-driver version", ""))),
    ]
