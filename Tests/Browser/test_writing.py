"""What a writer sees in the browser while writing."""
from playwright.sync_api import expect

from preview.browser import BrowserTest

ARTICLE = "Content/war/how-a-ceasefire-holds.md"
ADDRESS = "/war/how-a-ceasefire-holds/"
SENTENCE = "Whatever is holding here, it is not a signature."


class WritingTest(BrowserTest):
    def test_a_saved_text_is_shown_where_the_reader_was(self):
        page = self.open(ADDRESS)
        page.evaluate("scrollTo({ top: 700, behavior: 'instant' })")
        page.wait_for_function("scrollY == 700")
        self.mark(page)
        self.paper.replace(ARTICLE, SENTENCE, "It is held by habit.")
        expect(page.get_by_text("It is held by habit.")).to_be_visible()
        self.assertFalse(self.is_marked(page))
        page.wait_for_function("document.readyState == 'complete' && scrollY == 700")

    def test_only_a_page_that_changed_is_reloaded(self):
        page, other = self.open(ADDRESS), self.open("/about/")
        self.mark(other)
        self.paper.replace(ARTICLE, SENTENCE, "It is held by habit.")
        expect(page.get_by_text("It is held by habit.")).to_be_visible()
        # It has been told of the article once it shows what was told after that.
        self.paper.write("Content/assets/broadsheet.css", "body { color: rgb(1, 2, 3) }")
        self.wait_for_colour(other, "rgb(1, 2, 3)")
        self.assertTrue(self.is_marked(other))

    def test_a_stylesheet_is_swapped_without_a_reload(self):
        self.paper.replace("Content/site.yml", "theme: Broadsheet", "stylesheet: /own.css\ntheme: Broadsheet")
        self.paper.write("Content/own.css", "body { color: rgb(1, 2, 3) }")
        page = self.open(ADDRESS)
        self.wait_for_colour(page, "rgb(1, 2, 3)")
        self.mark(page)
        self.paper.write("Content/own.css", "body { color: rgb(4, 5, 6) }")
        self.wait_for_colour(page, "rgb(4, 5, 6)")
        self.paper.write("Content/own.css", "body { color: rgb(7, 8, 9) }")
        self.wait_for_colour(page, "rgb(7, 8, 9)")
        # The theme's own, replaced by a file of the site's.
        background = "body { background-color: rgb(10, 11, 12) }"
        self.paper.write("Content/assets/broadsheet.css", background)
        page.wait_for_function("getComputedStyle(document.body).backgroundColor == 'rgb(10, 11, 12)'")
        self.assertTrue(self.is_marked(page))
        self.assertEqual(page.locator("link[rel=stylesheet]").count(), 2)

    def test_a_new_article_is_shown_where_there_was_none(self):
        page = self.context.new_page()
        with page.expect_response("**/.stet/events?*"):
            self.assertEqual(page.goto("/war/new/").status, 404)
        self.paper.write("Content/war/new.md", "---\nheadline: A new one\n---\nIt is there.\n")
        expect(page.get_by_text("It is there.")).to_be_visible()


class ProblemTest(BrowserTest):
    def test_an_error_stands_on_the_last_good_page_until_it_is_mended(self):
        page = self.open(ADDRESS)
        text = self.paper.read(ARTICLE)
        date = next(line for line in text.splitlines() if line.startswith("date: "))
        place = page.get_by_text(f"{ARTICLE}:{text.splitlines().index(date) + 1}:7", exact=True)
        self.paper.replace(ARTICLE, date, "date: soon")
        expect(place).to_be_visible()
        expect(page.get_by_text("“soon”").first).to_be_visible()
        self.assertIn(SENTENCE, page.locator("main").inner_text())
        # It is there for who comes later, too.
        later = self.open(ADDRESS)
        expect(later.get_by_text(f"{ARTICLE}:6:7", exact=True)).to_be_visible()
        page.reload()
        expect(place).to_be_visible()
        self.assertIn(SENTENCE, page.locator("main").inner_text())
        self.paper.replace(ARTICLE, "date: soon", date)
        for tab in page, later:
            expect(tab.get_by_text(ARTICLE)).to_have_count(0)
            self.assertIn(SENTENCE, tab.locator("main").inner_text())

    def test_what_an_error_quotes_is_text(self):
        page = self.open(ADDRESS)
        self.paper.replace(ARTICLE, "\ndate: 2026", "\ndate: <img src=x onerror=window.mark=true> 2026")
        expect(page.get_by_text("<img src=x onerror=window.mark=true>").first).to_be_visible()
        self.assertFalse(self.is_marked(page))


class FollowTest(BrowserTest):
    options = ("--follow",)

    def test_the_browser_goes_to_the_article_that_was_saved(self):
        page = self.open("/about/")
        self.paper.replace(ARTICLE, SENTENCE, "It is held by habit.")
        page.wait_for_url("**" + ADDRESS)
        expect(page.get_by_text("It is held by habit.")).to_be_visible()
