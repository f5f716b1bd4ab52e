"""What a page shows, as plain values that can be compared.

Both sites are read with the same eyes: the class names are the ones that stet's theme has, and
Hugo's templates use them too.
"""
from typing import Any

from .markup import Element

Features = dict[str, Any]


def links(element: Element) -> list[tuple[str, str]]:
    return [(link["href"], link.text) for link in element.all("a")]


def _picture(element: Element, has_text: bool = True) -> Features | None:
    image = element.first("img")
    if not image.tag:
        return None
    picture = {name: image[name] for name in ("src", "width", "height", "loading")}
    return picture | ({"alt": image["alt"]} if has_text else {})


def _figure(element: Element) -> Features | None:
    picture = _picture(element)
    if picture is None:
        return None
    caption, credit = element.first("figcaption"), element.first("span", "credit")
    return picture | {"caption": caption.text, "credit": credit.text,
                      "marks": [mark.tag for mark in caption.all()]}


def _time(element: Element) -> tuple[str, str]:
    """When, for programs and for readers. `Z` and `+00:00` are the same."""
    time = element.first("time")
    return time["datetime"].replace("+00:00", "Z"), time.text


def story(element: Element) -> Features:
    """A story as a list shows it."""
    heading = element.first("", "headline")
    headline = heading.first("a")
    byline = element.first("", "byline")
    return {
        "address": headline["href"], "headline": headline.text, "level": heading.tag,
        "size": " ".join(element.classes),
        "picture": _picture(element, has_text=False), "deck": element.first("p", "deck").text,
        "by": links(byline), "date": _time(byline),
    }


def stories(element: Element) -> list[Features]:
    return [story(item) for item in element.all("article", "story")]


def head(page: Element) -> Features:
    """What every page has above its content."""
    metas = {meta["name"]: meta["content"] for meta in page.all("meta") if meta["name"]}
    relations = {link["rel"]: link["href"] for link in page.first("head").all("link")}
    menu = page.first("nav", "menu")
    return {
        "title": page.first("title").text, "description": metas.get("description", ""),
        "canonical": relations.get("canonical", ""), "generator": bool(metas.get("generator")),
        "stylesheet": relations.get("stylesheet", ""), "language": page.first("html")["lang"],
        "menu": [(link["href"], link.text, link["aria-current"]) for link in menu.all("a")],
        "breadcrumb": links(page.first("nav", "crumbs")), "h1": page.first("h1").text,
        "footer": links(page.first("footer", "footer")),
    }


def head_tags(page: Element) -> set[str]:
    """The kinds of tags in the head, such as `meta description`."""
    tags = set()
    for element in page.first("head").all():
        name = element["name"] or element["property"] or element["rel"] or element["type"]
        tags.add(f"{element.tag} {name}".strip())
    return tags


def article(page: Element) -> Features:
    """An article's page."""
    meta, body, more = page.first("div", "meta"), page.first("div", "body"), page.first("section", "more")
    return {
        "by": links(meta), "published": _time(meta), "deck": page.first("header", "article-head").first("p").text,
        "lead": _figure(page.first("figure", "lead-picture")),
        "words": body.text.split(), "links": links(body),
        "figures": [_figure(figure) for figure in body.all("figure")],
        "structure": [element.tag for element in body.all() if element.tag != "span"],
        "filed under": links(page.first("nav", "filed")),
        "more headlines": stories(more), "more's name": more.first("h2").text,
    }


def main_part(page: Element) -> Features:
    """The content of any other page: its headings, its stories and its links, in order."""
    main = page.first("main")
    return {
        "headings": [heading.text for kind in ("h2", "h3") for heading in main.all(kind)],
        "stories": stories(main),
        "links": [link for link in links(main) if "/page/" not in link[0]],
        "days": [_time(day) for day in main.all("section", "day")],
    }
