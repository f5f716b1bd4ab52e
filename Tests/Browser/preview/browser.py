import os
import unittest

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from . import Newspaper, Program

# Every wait ends as soon as what it waits for is there: this is only for machines that are busy.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


class BrowserTest(unittest.TestCase):
    """A newspaper of its own for each test, served, and a browser without a past."""

    options: tuple[str, ...] = ()

    @classmethod
    def setUpClass(cls):
        cls._playwright = sync_playwright().start()
        cls.addClassCleanup(cls._playwright.stop)
        cls._browser = cls._playwright.chromium.launch(
            executable_path=CHROMIUM, chromium_sandbox=os.geteuid() != 0)
        cls.addClassCleanup(cls._browser.close)

    def setUp(self):
        self.paper = Newspaper()
        self.addCleanup(self.paper.close)
        self.program = Program(self.paper.folder, *self.options)
        self.addCleanup(self._end_program)
        self.context: BrowserContext = self._browser.new_context(base_url=self.program.address)
        self.context.set_default_timeout(PATIENCE)
        self.addCleanup(self.context.close)

    def _end_program(self):
        log = self.program.log()
        self.assertEqual(self.program.close(), 0, log)

    def open(self, path: str) -> Page:
        """A page in a tab of its own, once it listens for changes."""
        page = self.context.new_page()
        with page.expect_response("**/.stet/events?*"):
            self.assertEqual(page.goto(path).status, 200, path)
        return page

    def mark(self, page: Page) -> None:
        """Leaves something behind that does not survive a reload."""
        page.evaluate("window.mark = true")

    def is_marked(self, page: Page) -> bool:
        return page.evaluate("window.mark === true")

    def wait_for_colour(self, page: Page, colour: str) -> None:
        page.wait_for_function("colour => getComputedStyle(document.body).color == colour", arg=colour)
