"""The pages themselves: their scripts, and what the preview adds to them."""
import os
import subprocess
from collections import defaultdict

from playwright.sync_api import expect

from preview.browser import BrowserTest

METERED = [
    "/war/the-christmas-truce-of-1914/", "/war/to-close-a-harbour/", "/war/how-a-ceasefire-holds/",
    "/war/six-hours-on-the-clock/",
]


class MeterTest(BrowserTest):
    def expect_left(self, page, views: str) -> None:
        expect(page.locator(".meter-count")).to_contain_text(views)
        expect(page.locator("main .body")).to_be_visible()
        expect(page.locator(".invite")).to_be_hidden()

    def expect_wall(self, page) -> None:
        expect(page.locator(".invite")).to_be_visible()
        expect(page.locator("main .body")).to_be_hidden()

    def test_three_articles_are_free_and_the_fourth_is_not(self):
        page = self.context.new_page()
        for path, left in zip(METERED, "321"):
            page.goto(path)
            self.expect_left(page, left)
            page.reload()
            self.expect_left(page, left)
        page.goto(METERED[3])
        self.expect_wall(page)
        page.reload()
        self.expect_wall(page)
        # What has been opened stays open, and what is free was never counted.
        page.goto(METERED[0])
        self.expect_left(page, "1")
        page.goto("/science/grace-hopper-and-the-moth/")
        expect(page.locator("main .body")).to_be_visible()

    def test_saving_an_article_costs_no_view(self):
        page = self.open(METERED[0])
        self.expect_left(page, "3")
        for number in range(5):
            file = "Content" + METERED[0][:-1] + ".md"
            self.paper.write(file, self.paper.read(file) + f"\nSave number {number}.\n")
            expect(page.get_by_text(f"Save number {number}.")).to_be_visible()
        self.expect_left(page, "3")


class EmbedTest(BrowserTest):
    PAGE = "/science/the-ten-days-hubble-looked-at-nothing/"
    PLAYER = "https://www.youtube-nocookie.com/embed/0fKBhvDjuy0?autoplay=1"

    def test_another_host_is_asked_for_nothing_before_a_reader_asks(self):
        asked = []
        self.context.route(lambda url: not url.startswith(self.program.address), lambda route: (
            asked.append(route.request.url),
            route.fulfill(content_type="text/html", body="<title>Player</title>The player")))
        page = self.open(self.PAGE)
        page.wait_for_load_state("load")
        frame = page.locator(".embed .frame")
        frame.scroll_into_view_if_needed()
        before = frame.bounding_box()
        self.assertEqual((asked, page.locator("iframe").count()), ([], 0))
        page.get_by_role("button", name="Load from YouTube").press("Enter")
        expect(page.frame_locator(".embed iframe").get_by_text("The player")).to_be_visible()
        self.assertEqual(asked, [self.PLAYER])
        player = page.locator(".embed iframe")
        expect(player).to_be_focused()
        self.assertEqual(player.get_attribute("referrerpolicy"), "strict-origin-when-cross-origin")
        self.assertIn("Powers of Ten", player.get_attribute("title"))
        self.assertNotIn("allow-top-navigation", player.get_attribute("sandbox"))
        after = frame.bounding_box()
        self.assertEqual((before["width"], before["height"]), (after["width"], after["height"]))

    def test_without_script_it_is_a_link(self):
        context = self._browser.new_context(base_url=self.program.address, java_script_enabled=False)
        self.addCleanup(context.close)
        page = context.new_page()
        page.goto(self.PAGE)
        link = page.locator(".embed figcaption a")
        expect(link).to_be_visible()
        self.assertEqual(link.get_attribute("href"), "https://www.youtube.com/watch?v=0fKBhvDjuy0")
        expect(page.locator(".embed button")).to_be_hidden()


class PicturesTest(BrowserTest):
    PAGES = ["/", "/war/", "/war/how-a-ceasefire-holds/", "/culture/lamp-night/", "/harbour/long-mole-repairs/"]
    # How wide each picture is shown, and how wide the file is that the browser chose, of which there are.
    CHOICES = """
    async () => {
      const pictures = [...document.images].filter(picture => picture.srcset && picture.offsetWidth)
      for (const picture of pictures) picture.loading = 'eager'
      await Promise.all(pictures.map(picture => picture.decode()))
      return pictures.map(picture => ({
        name: picture.currentSrc.split('/').pop(), shown: picture.offsetWidth,
        file: Number(picture.currentSrc.match(/-(\\d+)\\.\\w+$/)[1]),
        files: picture.srcset.split(',').map(file => Number(file.match(/ (\\d+)w/)[1])),
      }))
    }
    """

    def test_a_browser_takes_a_file_that_is_large_enough_and_not_much_larger(self):
        for width in (360, 800, 1440):
            for address in self.PAGES:
                page = self.open(address)
                page.set_viewport_size({"width": width, "height": 900})
                page.reload()
                choices = page.evaluate(self.CHOICES)
                self.assertTrue(choices, address)
                for choice in choices:
                    enough = min((file for file in choice["files"] if file >= choice["shown"]), default=max(choice["files"]))
                    with self.subTest(address=address, width=width, picture=choice["name"]):
                        self.assertGreaterEqual(choice["file"] * 1.1, min(choice["shown"], max(choice["files"])))
                        self.assertLessEqual(choice["file"], max(enough * 2.1, min(choice["files"])))
                page.close()

    def test_a_caption_stands_below_its_picture(self):
        page = self.open("/culture/lamp-night/")
        below = page.evaluate("""() => [...document.querySelectorAll('figure:has(img):has(figcaption)')].map(figure =>
            figure.querySelector('figcaption').getBoundingClientRect().top
            - figure.querySelector('img').getBoundingClientRect().bottom)""")
        self.assertGreater(len(below), 4)
        self.assertGreaterEqual(min(below), -1)


class PagesTest(BrowserTest):
    def test_no_page_complains(self):
        """Three of each folder and depth, so that each kind of page is among them."""
        site = self.paper.folder / ".stet/preview/site"
        # Old addresses only lead to the new ones.
        files = sorted(file.relative_to(site) for file in site.rglob("*.html")
                       if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8"))
        alike = defaultdict(list)
        for file in files:
            alike[file.parts[0], len(file.parts)].append("/" + str(file).removesuffix("index.html"))
        addresses = [address for some in alike.values() for address in some[:3]]
        self.assertGreater(len(addresses), 30)
        complaints = []
        page = self.context.new_page()
        page.on("console", lambda message: message.type in ("error", "warning")
                # Browsers ask for it of their own accord; the sample has none.
                and not message.location["url"].endswith("/favicon.ico")
                and complaints.append(f"{page.url}: {message.text} {message.location}"))
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on("response", lambda response: response.status >= 400 and complaints.append(
            f"{page.url}: {response.status} for {response.url}"))
        page.on("requestfailed", lambda request: request.resource_type not in ("eventsource", "image")
                and complaints.append(f"{page.url}: {request.url} failed: {request.failure}"))
        for address in addresses:
            self.assertEqual(page.goto(address).status, 200, address)
            self.assertEqual(page.locator("script[src^='/.stet/']").count(), 1, address)
        self.assertEqual(complaints, [])

    def test_the_script_is_in_no_file(self):
        subprocess.run([os.environ["STET"], "build", self.paper.folder], check=True, stdout=subprocess.DEVNULL)
        self.assertIn("/.stet/reload.js", self.context.request.get("/").text())
        files = [file for folder in (".stet", "Output") for file in (self.paper.folder / folder).rglob("*")
                 if file.is_file()]
        self.assertGreater(len(files), 300)
        for file in files:
            text = file.read_bytes()
            self.assertFalse(b"reload.js" in text or b"EventSource" in text, file)
