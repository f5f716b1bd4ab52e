"""The results as Markdown: ratios first, then what they are made of."""
from collections.abc import Callable, Iterable
from statistics import median

from .runs import COLD, FLOOR, HUGO, Cost, Results


def table(heads: list[str], rows: Iterable[list[str]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "|---" + "|---:" * (len(heads) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def _figure(value: float) -> str:
    """Three digits that say something: 0.812, 8.12, 81.2, 812."""
    places = 3 if value < 1 else 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{places}f}"


def _seconds(value: float) -> str:
    return f"{value * 1000:.1f} ms" if value < 0.1 else f"{_figure(value)} s"


def _memory(value: float) -> str:
    return f"{value / 1e6:.0f} MB" if value < 1e9 else f"{value / 1e9:.2f} GB"


def ratio(name: str, above: list[Cost], below: list[Cost], of: Callable[[Cost], float]) -> list[str]:
    """Round by round: the two that ran next to each other are compared, never a good run with a bad one."""
    ratios = [of(one) / of(other) for one, other in zip(above, below)]
    return [name, f"**{_figure(median(ratios))}**", _figure(min(ratios)), _figure(max(ratios))]


def ratios(results: Results) -> str:
    stet = results.stet[COLD]
    rows = []
    if results.hugo:
        rows.append(ratio("Hugo / stet, time", results.hugo, stet, lambda cost: cost.wall))
    rows.append(ratio("stet / the floor, time", stet, results.floor, lambda cost: cost.wall))
    if results.hugo:
        rows.append(ratio("Hugo / stet, memory", results.hugo, stet, lambda cost: cost.peak))
        processor = ratio("Hugo / stet, processor time", results.hugo, stet, lambda cost: cost.user + cost.system)
        rows.append(processor)
    return table(["ratio", "median", "least", "most"], rows)


def row(name: str, costs: list[Cost], files: str) -> list[str]:
    walls = [cost.wall for cost in costs]
    return [
        name, f"**{_seconds(median(walls))}**", f"{_seconds(min(walls))} to {_seconds(max(walls))}",
        _seconds(median(cost.user for cost in costs)), _seconds(median(cost.system for cost in costs)),
        _memory(median(cost.peak for cost in costs)), files,
    ]


def _files(results: Results, name: str) -> str:
    written, removed, there = results.files[name]
    return f"{written:,} of {there:,}" + (f", {removed:,} removed" if removed else "")


def absolutes(results: Results) -> str:
    rows = [row(f"stet, {name}", costs, _files(results, name)) for name, costs in results.stet.items()]
    if results.hugo:
        rows.append(row(HUGO, results.hugo, ""))
    rows.append(row(FLOOR, results.floor, f"{results.count:,}"))
    return table(["", "time", "least to most", "user", "system", "peak memory", "files written"], rows)


def beyond_idle(results: Results) -> str:
    """What an edit costs more than a build with nothing to do, round by round."""
    idle = results.stet["nothing to do"]
    parts = []
    for name, costs in results.stet.items():
        if name not in (COLD, "nothing to do"):
            more = median(cost.wall - base.wall for cost, base in zip(costs, idle))
            parts.append(f"{name} {'−' if more < 0 else ''}{_seconds(abs(more))}")
    return "More than with nothing to do: " + ", ".join(parts) + "."


def size(results: Results) -> str:
    """One size's section."""
    notes = [beyond_idle(results), *results.notes]
    return (f"### {results.count:,} articles, {results.bytes / 1e6:,.1f} MB of Markdown\n\n{ratios(results)}\n\n"
            f"{absolutes(results)}\n\n" + "\n\n".join(notes))


def whole(all_results: list[Results], rounds: int, machine: list[tuple[str, str]], parity: list[str]) -> str:
    """Everything, ready to be pasted into the README."""
    parts = [size(results) for results in all_results]
    parts.append("### Machine and versions\n\n" + table(["", ""], [list(row) for row in machine])
                 + f"\n\nMedians of {rounds} interleaved rounds after one to warm up.")
    parts.append("### Parity\n\n" + "\n".join(f"- {line}" for line in parity))
    return "\n\n".join(parts) + "\n"
