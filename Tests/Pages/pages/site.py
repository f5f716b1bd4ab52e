"""A finished Output: its files, its pages, and which file an address leads to."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html


@dataclass(frozen=True)
class Page:
    """A page of HTML."""

    file: str
    """Its file within Output: `war/index.html`."""
    address: str
    """Where readers find it, from the host's name on."""
    tree: lxml.html.HtmlElement

    def __str__(self) -> str:
        return self.file

    def one(self, path: str) -> str:
        """The text or attribute that an XPath finds first, with single spaces; empty if there is none."""
        found = self.all(path)
        return found[0] if found else ""

    def all(self, path: str) -> list[str]:
        """The texts or attributes that an XPath finds."""
        return [" ".join(_text(node).split()) for node in self.tree.xpath(path)]

    @property
    def is_redirect(self) -> bool:
        """Whether it is what stands at an article's old address."""
        return bool(self.tree.xpath("//meta[@http-equiv='refresh']"))

    @property
    def is_article(self) -> bool:
        return bool(self.tree.xpath("//main//article[.//h1]"))

    def has_in_text(self, node: lxml.html.HtmlElement) -> bool:
        """Whether an element stands in an article's text."""
        return any(parent.get("class") == "body" for parent in node.iterancestors())

    @cached_property
    def text_lines(self) -> range:
        """The lines of its file on which an article's text stands."""
        lines = [node.sourceline for body in self.tree.xpath("//*[@class='body']") for node in body.iter()]
        return range(min(lines), max(lines) + 1) if lines else range(0)

    @property
    def description(self) -> frozenset[str]:
        """What it is made of: its elements with their classes."""
        return frozenset(
            f"{node.tag}.{'.'.join(sorted(node.get('class', '').split()))}"
            for node in self.tree.iter() if isinstance(node.tag, str))


class Site:
    """Output, and the program that serves it."""

    def __init__(self, output: Path, stet: Path | None) -> None:
        if not (output / "index.html").is_file():
            raise SystemExit(f"{output} has no front page: build the site first.")
        self.output = output
        self.stet = stet

    @cached_property
    def settings(self) -> str:
        """What site.yml says."""
        return (self.output.parent / "Content" / "site.yml").read_text(encoding="utf-8")

    @cached_property
    def files(self) -> set[str]:
        """Every file of Output."""
        return {path.relative_to(self.output).as_posix() for path in self.output.rglob("*") if path.is_file()}

    @cached_property
    def origin(self) -> str:
        """`https://gazette.example`."""
        parts = urlsplit(self._canonical)
        return f"{parts.scheme}://{parts.netloc}"

    @cached_property
    def base(self) -> str:
        """The folder of its host in which the site lies: empty, or `/paper`."""
        return urlsplit(self._canonical).path.removesuffix("/")

    @cached_property
    def _canonical(self) -> str:
        tree = lxml.html.parse(str(self.output / "index.html")).getroot()
        return tree.xpath("string(//link[@rel='canonical']/@href)")

    @cached_property
    def pages(self) -> list[Page]:
        """Every page, by its file's name."""
        parser = lxml.html.HTMLParser(encoding="utf-8")
        return [
            Page(file, f"{self.base}/{file.removesuffix('index.html')}",
                 lxml.html.parse(str(self.output / file), parser).getroot())
            for file in sorted(self.files) if file.endswith(".html")
        ]

    @cached_property
    def by_file(self) -> dict[str, Page]:
        return {page.file: page for page in self.pages}

    @cached_property
    def articles(self) -> list[Page]:
        return [page for page in self.pages if page.is_article]

    @cached_property
    def kinds(self) -> list[Page]:
        """Few pages that together have every element, with its classes, that the site has."""
        left = {page.file: page.description for page in self.pages if not page.is_redirect}
        missing = frozenset().union(*left.values())
        result = []
        while missing:
            best = max(sorted(left), key=lambda file: len(left[file] & missing))
            result.append(self.by_file[best])
            missing -= left.pop(best)
        return result

    def file(self, link: str, page: str = "/") -> str | None:
        """The file that a link of a page leads to, whether it is there or not; None if it leads elsewhere."""
        url = urljoin(self.origin + page, urldefrag(link).url)
        parts = urlsplit(url)
        if f"{parts.scheme}://{parts.netloc}" != self.origin or not f"{parts.path}/".startswith(self.base + "/"):
            return None
        path = unquote(parts.path.removeprefix(self.base)).lstrip("/")
        return path + "index.html" if not path or path.endswith("/") else path


def _text(node: object) -> str:
    return str(node) if isinstance(node, str) else node.text_content()
