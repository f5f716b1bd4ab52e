"""What a check has found and measured."""
from dataclasses import dataclass, field


@dataclass
class Result:
    """One check's problems, and the figures worth telling."""

    name: str
    counts_texts: bool = False
    """Whether what is wrong in the texts of articles is counted only: an archive is as it is."""
    problems: list[str] = field(default_factory=list)
    in_texts: int = 0
    figures: list[tuple[str, str]] = field(default_factory=list)

    def expect(self, holds: object, where: str, problem: str, in_text: bool = False) -> None:
        """Notes a problem of a page, or of the text on it, unless something holds."""
        if holds:
            return
        if in_text and self.counts_texts:
            self.in_texts += 1
        else:
            self.problems.append(f"{where}: {problem}")

    def equal(self, where: str, what: str, found: object, expected: object) -> None:
        """Notes a problem of a page unless two things are the same."""
        self.expect(found == expected, where, f"{what} is {found!r}, not {expected!r}")

    def count(self, label: str, value: object) -> None:
        self.figures.append((label, f"{value:,}" if isinstance(value, int) else str(value)))


def table(title: str, results: list[Result]) -> str:
    """The figures as a Markdown table."""
    rows = [f"| {result.name} | {label} | {value} |" for result in results for label, value in result.figures]
    return "\n".join([f"| {title} | | |", "|---|---|---:|", *rows, ""])
