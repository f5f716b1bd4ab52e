"""HTML as a tree, just enough of it to ask a page what it shows."""
from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Element:
    """An element with its attributes, and in order its elements and pieces of text."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []

    def __getitem__(self, attribute: str) -> str:
        return self.attributes.get(attribute, "")

    @property
    def classes(self) -> list[str]:
        return self["class"].split()

    def all(self, tag: str = "", kind: str = "") -> Iterator[Element]:
        """The elements within it with that tag and that class, in order."""
        for child in self.children:
            if isinstance(child, Element):
                if tag in ("", child.tag) and (not kind or kind in child.classes):
                    yield child
                yield from child.all(tag, kind)

    def first(self, tag: str = "", kind: str = "") -> Element:
        """The first of them; an empty element if there is none."""
        return next(self.all(tag, kind), Element("", {}))

    def pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child.pieces()

    @property
    def text(self) -> str:
        """What is to be read, with single spaces."""
        return " ".join("".join(self.pieces()).split())


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attributes})
        self.open[-1].children.append(element)
        if tag not in EMPTY:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Element:
    """The page's root."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root
