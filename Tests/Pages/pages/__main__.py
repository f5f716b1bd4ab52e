"""Checks a finished Output with the tools that others wrote, and prints what it measured.

    python -m pages SITE [--stet PROGRAM] [--only NAME ...] [--archive] [--report FILE]

SITE is a folder with Content and Output in it. Every problem is printed with the page that has
it, and the exit status is 1 if there is any.
"""
import argparse
import sys
import time
from pathlib import Path

from . import accessibility, feeds, links, markup, policy, sitemaps, structured, weight
from .result import Result, table
from .site import Site

CHECKS = {
    "links": links.check,
    "feeds": feeds.check,
    "sitemaps": sitemaps.check,
    "structured data": structured.check,
    "markup": markup.check,
    "policy": policy.check,
    "accessibility": accessibility.check,
    "weight": weight.check,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="pages", description=__doc__.split("\n")[0])
    parser.add_argument("site", type=Path, help="the folder that has Content and Output in it")
    parser.add_argument("--stet", type=Path, help="the program that serves it to the browser")
    parser.add_argument("--only", nargs="+", choices=list(CHECKS), help="these checks alone")
    parser.add_argument("--without", nargs="+", choices=list(CHECKS), default=[], help="all checks but these")
    parser.add_argument("--archive", action="store_true", help="count what is wrong in the texts of articles")
    parser.add_argument("--report", type=Path, help="a file to append the figures to, as Markdown")
    call = parser.parse_args()

    site = Site(call.site / "Output", call.stet)
    results: list[Result] = []
    for name in call.only or CHECKS:
        if name in call.without:
            continue
        start = time.monotonic()
        result = Result(name, counts_texts=call.archive)
        CHECKS[name](site, result)
        if result.in_texts:
            result.count("wrong in the texts themselves", result.in_texts)
        results.append(result)
        state = f"{len(result.problems)} problems" if result.problems else "no problem"
        print(f"{name}: {state}, {time.monotonic() - start:.1f} s", flush=True)
        for problem in result.problems:
            print(f"    {problem}")
    text = table(call.site.resolve().name, results)
    print(f"\n{text}")
    if call.report:
        with call.report.open("a", encoding="utf-8") as file:
            file.write(f"{text}\n")
    return 1 if any(result.problems for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
