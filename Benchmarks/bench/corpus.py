"""Writes a synthetic newspaper: N Markdown articles, their pictures and a site.yml.

    python3 -m bench.corpus N FOLDER [--seed S] [--processes P]

The same N and seed give the same bytes on every machine, however many processes write them: each
block of articles has a generator of its own, seeded by the block's number, and of Python's
generator only `random()` is used, the one method whose numbers never change between versions.

A million articles have to be made in a minute or so. Drawing each word by itself would take ten
times that, so sentences are drawn from a stock that is made once, and articles are put together
from sentences: two articles share sentences now and then, but hardly ever a paragraph.
"""
import argparse
import datetime
import os
import random
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from . import pictures
from .words import AUTHORS, CITIES, FIRST_NAMES, SECTIONS, SURNAMES, TOPICS, WORDS

NAME = "The Harbour Gazette"
URL = "https://news.example"
SITE_YML = f"name: {NAME}\nurl: {URL}\nlanguage: en-GB\nsections: [{', '.join(SECTIONS)}]\n"

BLOCK = 1000
FIRST_DAY = datetime.date(2004, 1, 1)
DAYS = 20 * 365
STOCK = 16384


@dataclass(frozen=True)
class Stock:
    """What articles are put together from: texts, and how many words are in each."""

    sentences: list[str]
    plain: list[str]
    lengths: list[int]
    subheads: list[str]
    lists: list[str]
    headlines: list[str]
    alternatives: list[str]


def _picker(generator: random.Random) -> Callable[[list[str]], str]:
    draw = generator.random
    return lambda items: items[int(draw() * len(items))]


def _between(draw: Callable[[], float], low: int, high: int) -> int:
    return low + int(draw() * (high - low + 1))


def make_stock(seed: int) -> Stock:
    """The stock of one seed."""
    generator = random.Random(f"{seed}:stock")
    draw, pick = generator.random, _picker(generator)

    def words(low: int, high: int) -> list[str]:
        return [pick(WORDS) for _ in range(_between(draw, low, high))]

    def capital(text: str) -> str:
        return text[:1].upper() + text[1:]

    sentences, plain, lengths = [], [], []
    for _ in range(STOCK):
        line = words(8, 26)
        lengths.append(len(line))
        plain.append(capital(" ".join(line)) + ".")
        kind, place = draw(), _between(draw, 1, len(line) - 1)
        if kind < 0.10:
            line[place] = f"*{line[place]}*"
        elif kind < 0.16:
            line[place] = f"**{line[place]}**"
        elif kind < 0.22:
            line[place] = f"[{line[place]}](https://example.org/{int(draw() * 1e6)})"
        elif kind < 0.26:
            line[place] = f'"{line[place]}"'
        sentences.append(capital(" ".join(line)) + ".")
    return Stock(
        sentences, plain, lengths,
        subheads=["## " + capital(" ".join(words(5, 5))) for _ in range(STOCK // 8)],
        lists=["\n".join("- " + " ".join(words(4, 12)) for _ in range(_between(draw, 3, 6)))
               for _ in range(STOCK // 8)],
        headlines=[capital(" ".join(words(6, 12))) for _ in range(STOCK)],
        alternatives=[" ".join(words(6, 6)) for _ in range(STOCK // 8)])


def article(number: int, count: int, draw: Callable[[], float], stock: Stock) -> tuple[str, str]:
    """One article of `count`: its path below Content, and its text."""
    sentences, lengths, size = stock.sentences, stock.lengths, len(stock.sentences)

    def pick(items: list[str]) -> str:
        return items[int(draw() * len(items))]

    minute = number * (DAYS * 1440) // count
    day = (FIRST_DAY + datetime.timedelta(minute // 1440)).isoformat()
    section = pick(SECTIONS)
    # Two halves of two headlines, for more of them than the stock has.
    headline = pick(stock.headlines)
    headline = " ".join([*headline.split()[:6], *pick(stock.headlines).lower().split()[3:9]])
    slug = "-".join(headline.lower().split()[:6])
    first = int(draw() * 400)
    topics = [TOPICS[first], TOPICS[(first + 1 + int(draw() * 199)) % 400],
              TOPICS[(first + 200 + int(draw() * 200)) % 400]]
    caption = pick(sentences).replace('"', r'\"')

    # Quotations and lists count with the words that they have on average.
    paragraphs: list[str] = []
    length, target = 0, 350 + int(draw() * 751)
    while length < target:
        kind = draw()
        if kind >= 0.17 or not paragraphs:
            chosen = [int(draw() * size) for _ in range(2 + int(draw() * 4))]
            length += sum([lengths[choice] for choice in chosen])
            paragraphs.append(" ".join([sentences[choice] for choice in chosen]))
        elif kind < 0.06:
            length += 5
            paragraphs.append(pick(stock.subheads))
        elif kind < 0.12:
            length += 17
            paragraphs.append("> " + pick(sentences))
        else:
            length += 36
            paragraphs.append(pick(stock.lists))
    if draw() < 0.25:
        figure = (f"![{pick(stock.alternatives)}]({pictures.address(int(draw() * pictures.COUNT))} "
                  f'"{pick(stock.plain)} (AGENCY/{pick(FIRST_NAMES)} {pick(SURNAMES)})")')
        paragraphs.insert((len(paragraphs) + 1) // 2, figure)

    text = "\n\n".join(paragraphs)
    return f"{section}/{day[:4]}/{number:07d}-{slug}.md", (
        f'---\ntitle: "{headline}"\n'
        f"date: {day}T{minute // 60 % 24:02d}:{minute % 60:02d}:00Z\n"
        f"section: {section}\n"
        f"authors: [{pick(AUTHORS)}]\n"
        f"tags: [{', '.join(topics)}]\n"
        f'summary: "{pick(stock.plain)}"\n'
        f"image:\n  src: {pictures.address(int(draw() * pictures.COUNT))}\n"
        f'  alt: "{pick(stock.alternatives)}"\n'
        f'  caption: "{caption}"\n'
        f'  credit: "AGENCY/{pick(AUTHORS)}"\n'
        f"---\n\n{pick(CITIES)} — {text}\n")


# The stock is made once, before the processes are forked, and shared by them.
_stock: Stock


def _write_block(folder: str, block: int, count: int, seed: int) -> int:
    draw = random.Random(f"{seed}:{block}").random
    total = 0
    for number in range(block * BLOCK, min(count, (block + 1) * BLOCK)):
        path, text = article(number, count, draw, _stock)
        data = text.encode()
        file = os.open(f"{folder}/{path}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.write(file, data)
        os.close(file)
        total += len(data)
    return total


def _ignore_signals() -> None:
    """Whoever interrupts the whole is heard by the one process that started the others, and that ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def make(count: int, content: Path, seed: int = 1, processes: int | None = None) -> int:
    """The whole site, in the folder `content`; how many bytes of Markdown it has."""
    global _stock
    years = range(FIRST_DAY.year, (FIRST_DAY + datetime.timedelta(DAYS - 1)).year + 1)
    for section in SECTIONS:
        for year in years:
            (content / section / str(year)).mkdir(parents=True, exist_ok=True)
    for section in SECTIONS:
        (content / section / "_index.md").write_text(f"---\ntitle: {section.capitalize()}\n---\n")
    (content / "site.yml").write_text(SITE_YML)
    pictures.write(content / "images")

    _stock = make_stock(seed)
    blocks = range((count + BLOCK - 1) // BLOCK)
    processes = min(processes or len(os.sched_getaffinity(0)), len(blocks))
    arguments = ([str(content)] * len(blocks), blocks, [count] * len(blocks), [seed] * len(blocks))
    if processes < 2:
        return sum(map(_write_block, *arguments))
    with get_context("fork").Pool(processes, _ignore_signals) as pool:
        return sum(pool.starmap(_write_block, zip(*arguments)))


def article_path(content: Path, number: int) -> Path:
    """The file of the article with that number."""
    return next(content.glob(f"*/*/{number:07d}-*.md"))


def months(count: int) -> list[str]:
    """The months that have articles, such as `2014/07`, the oldest first."""
    days = {number * DAYS // count for number in range(count)}
    return sorted({f"{FIRST_DAY + datetime.timedelta(day):%Y/%m}" for day in days})


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.corpus", description=__doc__.split("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int)
    options = parser.parse_args()
    total = make(options.count, options.folder / "Content", options.seed, options.processes)
    print(f"{options.count} articles, {total} bytes")


if __name__ == "__main__":
    main()
