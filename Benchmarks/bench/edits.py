"""What a newsroom does to its site between two builds, and how to take it back."""
from collections.abc import Callable
from pathlib import Path

from .corpus import article_path


class Newsroom:
    """Edits the site's content. Everything that was changed is put back by `undo`."""

    def __init__(self, content: Path, count: int) -> None:
        self.content = content
        # In the middle of the archive: neither the front page nor a section's latest headlines show it.
        self.article = article_path(content, count // 2)
        self.before: dict[Path, bytes | None] = {}

    def _replace(self, path: Path, change: Callable[[str], str]) -> None:
        text = path.read_bytes() if path.exists() else None
        self.before.setdefault(path, text)
        path.write_text(change((text or b"").decode()), encoding="utf-8")

    def nothing(self) -> None:
        """Leaves everything as it is."""

    def edit_text(self) -> None:
        """Another paragraph for one article."""
        self._replace(self.article, lambda text: text + "\nThe council will meet again on Thursday.\n")

    def change_headline(self) -> None:
        """Another headline for one article. Lists and its neighbours show it."""
        self._replace(self.article, lambda text: text.replace('title: "', 'title: "Correction: ', 1))

    def add_story(self) -> None:
        """A new story, the newest of all."""
        front = ('---\ntitle: "The council has met"\ndate: 2026-11-19T18:30:00Z\nsection: war\n'
                 "authors: [Ada Abara]\ntags: [city-court, council-judge, river-appeal]\n"
                 'summary: "It went on until midnight."\nimage:\n  src: /images/p7.png\n  alt: "The council house"\n'
                 '  caption: "The council house at midnight."\n  credit: "AGENCY/Ada Berg"\n---\n\n')
        self._replace(self.content / "war" / "2023" / "the-council-has-met.md",
                      lambda _: front + "OSLO — They talked.\n\n" * 3)

    def change_settings(self) -> None:
        """Another name for the newspaper. Every page shows it."""
        self._replace(self.content / "site.yml", lambda text: text.replace("Gazette", "Gazette and Mail"))

    def undo(self) -> None:
        """Puts everything back."""
        for path, text in self.before.items():
            if text is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(text)
        self.before.clear()

    def all(self) -> list[tuple[str, Callable[[], None]]]:
        """Every kind of edit, in the order in which they are measured."""
        return [
            ("nothing to do", self.nothing), ("one article edited", self.edit_text),
            ("one headline changed", self.change_headline), ("one story added", self.add_story),
            (SETTINGS, self.change_settings),
        ]


SETTINGS = "site.yml changed"
