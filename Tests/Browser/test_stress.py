"""A thousand saves, folders that move, other branches: the preview lives through them and misses no last state.

SAVES in the environment says how many.
"""
import os
import re
import shutil
import subprocess
import time
import unittest
import urllib.request
from pathlib import Path

from preview import Newspaper, Program
from preview.listener import Listener

SAVES = int(os.environ.get("SAVES", "1000"))
# Megabytes by which memory may differ between a fifth of the saves and all of them.
SLACK = 6
# Seconds; only a busy machine needs as many.
PATIENCE = 60


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


class StressTest(unittest.TestCase):
    def setUp(self):
        self.paper = Newspaper()
        self.addCleanup(self.paper.close)
        self.site = self.paper.folder
        self.articles = sorted(
            str(file.relative_to(self.site)) for file in self.site.glob("Content/*/**/*.md")
            if file.parent.name not in ("pages", "authors") and file.name != "_index.md")
        self._git("init", "--quiet", "--initial-branch=first")
        self._commit("The newspaper")
        self.program = Program(self.site)
        self.addCleanup(self._end_program)
        self.listener = Listener(self.program)

    def _end_program(self):
        log = self.program.log()
        self.assertEqual(self.program.close(), 0, log[-2000:])

    def _git(self, *arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@localhost", *arguments],
                       cwd=self.site, check=True, stdout=subprocess.DEVNULL)

    def _commit(self, message: str) -> None:
        self._git("add", "Content")
        self._git("commit", "--quiet", "--message", message)

    # What must be so in the end

    def expect_last_state(self) -> None:
        """Without another change, the preview becomes what a clean build makes, and pages are told so."""
        clean = self.site / "clean"
        subprocess.run([os.environ["STET"], "build", self.site, "--output", clean, "--clean"],
                       check=True, stdout=subprocess.DEVNULL)
        expected = contents(clean)
        shutil.rmtree(clean)
        end = time.monotonic() + PATIENCE
        while self.differences(expected) and time.monotonic() < end:
            time.sleep(0.1)
        self.assertTrue(self.program.is_running, self.program.log()[-2000:])
        self.assertEqual(self.differences(expected), [])
        while self.listener.last["id"] != self.revision() and time.monotonic() < end:
            time.sleep(0.1)
        self.assertEqual(self.listener.last["id"], self.revision())
        self.assertEqual(self.listener.last["problems"], [])

    def differences(self, expected: dict[str, bytes]) -> list[str]:
        try:
            shown = contents(self.site / ".stet/preview/site")
        except FileNotFoundError as error:
            return [str(error)]  # It is being written.
        return sorted(name for name in expected.keys() | shown.keys() if expected.get(name) != shown.get(name))

    def revision(self) -> str:
        """The build of which a page says that it is."""
        with urllib.request.urlopen(self.program.address + "/") as page:
            return re.search(r'data-since="([^"]+)"', page.read().decode())[1]

    # What is done

    def save(self, number: int) -> None:
        """In place, by renaming, and as half a file first."""
        file = self.articles[number % len(self.articles)]
        path = self.site / file
        text = self.paper.read(file).split("\nSave number ")[0] + f"\nSave number {number}.\n"
        if number % 3 == 0:
            path.write_text(text, encoding="utf-8")
        elif number % 3 == 1:
            new = path.with_name(f".{path.name}.new")
            new.write_text(text, encoding="utf-8")
            new.rename(path)
        else:
            with open(path, "w", encoding="utf-8") as stream:
                stream.write(text[:len(text) // 2])
                stream.flush()
                stream.write(text[len(text) // 2:])

    def test_many_saves(self):
        memory, files = {}, {}
        for number in range(SAVES):
            before = self.listener.count
            self.save(number)
            # Now as fast as can be, now so that each is a build of its own.
            time.sleep(0.001 if number // 50 % 2 else 0.025)
            if number + 1 in (SAVES // 5, SAVES):
                self.listener.wait_for(Path(self.articles[number % len(self.articles)]).stem, after=before)
                memory[number + 1] = self.program.memory() / 1024
                files[number + 1] = self.program.open_files()
        print(f"\nafter saves: memory in MB {memory}, open files {files}; {self.listener.count} events")
        self.expect_last_state()
        self.assertLess(abs(memory[SAVES] - memory[SAVES // 5]), SLACK)
        self.assertEqual(files[SAVES], files[SAVES // 5])
        self.assertGreater(self.listener.count, SAVES // 10)

    def test_folders_that_move(self):
        content = self.site / "Content"
        files = self.program.open_files()
        for number in range(40):
            (content / "war").rename(content / "peace")
            time.sleep(0.002 * (number % 20))
            (content / "peace").rename(content / "war")
            time.sleep(0.001 * (number % 30))
        # What is in a folder that has moved is still seen, and so is what is put into a new one at once.
        (content / "science/sea").rename(content / "war/sea")
        self.paper.replace("Content/war/sea/the-watch-that-found-longitude.md", "\n---\n", "\n---\nOne more line.\n\n")
        for number in range(20):
            self.paper.write(f"Content/new{number}/deep/er/a{number}.md", f"---\nheadline: N{number}\n---\nText.\n")
        self.expect_last_state()
        for number in range(20):
            self.assertTrue((self.site / f".stet/preview/site/new{number}/deep/er/a{number}/index.html").exists())
        # The new and the moved are watched for what comes later, each by itself.
        for file in ["new7/deep/er/a7.md", "war/sea/the-watch-that-found-longitude.md", "war/to-close-a-harbour.md"]:
            self.paper.write("Content/" + file, self.paper.read("Content/" + file) + "\nOne more line.\n")
            self.expect_last_state()
        for number in range(20):
            shutil.rmtree(content / f"new{number}")
        (content / "war/sea").rename(content / "science/sea")
        self.expect_last_state()
        self.assertEqual(self.program.open_files(), files)

    def test_another_branch_and_back(self):
        self._git("checkout", "--quiet", "-b", "second")
        for number in range(60):
            self.paper.write(f"Content/harbour/second-{number}.md", f"---\nheadline: S{number}\n---\nText.\n")
        self._git("mv", "Content/sport", "Content/games")
        for file in self.articles[::2]:
            (self.site / file).unlink(missing_ok=True)
        self._commit("Another newspaper")
        for branch in ["first", "second"] * 4 + ["first"]:
            self._git("checkout", "--quiet", branch)
            time.sleep(0.05)
        self.expect_last_state()
        self._git("checkout", "--quiet", "second")
        self.paper.replace("Content/site.yml", "opinion]", "opinion, games]")
        self.paper.replace("Content/site.yml", "culture, sport,", "culture,")
        self.expect_last_state()

    def test_everything_goes_and_comes_back(self):
        kept = self.site.with_name(self.site.name + "-kept")
        shutil.copytree(self.site / "Content", kept)
        self.addCleanup(shutil.rmtree, kept)
        for _ in range(5):
            shutil.rmtree(self.site / "Content")
            time.sleep(0.15)
            shutil.copytree(kept, self.site / "Content")
            time.sleep(0.05)
        self.expect_last_state()
        # The whole folder at once, as a move.
        for _ in range(5):
            (self.site / "Content").rename(self.site / "elsewhere")
            time.sleep(0.05)
            (self.site / "elsewhere").rename(self.site / "Content")
        self.expect_last_state()
