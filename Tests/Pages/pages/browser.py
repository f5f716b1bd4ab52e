"""Chromium, looking at the site as `stet serve --output` serves it."""
from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

from .site import Site

# The sandbox needs rights that root in a container lacks; the pages are our own.
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]


@contextlib.contextmanager
def browsing(site: Site) -> Iterator[tuple[Browser, str]]:
    """A browser, and the address of the host that serves the site."""
    program = shutil.which("chromium")
    if not program:
        raise SystemExit("There is no chromium on the PATH.")
    with _serving(site) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        try:
            yield browser, host
        finally:
            browser.close()


@contextlib.contextmanager
def _serving(site: Site) -> Iterator[str]:
    if not site.stet:
        raise SystemExit("Name the program that serves the site with --stet.")
    server = subprocess.Popen(
        [site.stet, "serve", "--output", "--port", "0", site.output.parent],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        for line in server.stdout:
            if "http://" in line:
                address = "http://" + line.split("http://")[1].split()[0].rstrip(".")
                yield address.removesuffix("/").removesuffix(site.base)
                return
        raise SystemExit("stet serve ended before it served anything.")
    finally:
        server.terminate()
        server.wait()
