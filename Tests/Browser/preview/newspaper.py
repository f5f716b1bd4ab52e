import shutil
import tempfile
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[3] / "Content"


class Newspaper:
    """A copy of the sample newspaper to write in, gone when it is closed."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="stet-newspaper-"))
        shutil.copytree(SAMPLE, self.folder / "Content")

    def close(self) -> None:
        shutil.rmtree(self.folder)

    def read(self, file: str) -> str:
        return (self.folder / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, file: str, old: str, new: str) -> None:
        """Saves a file with one thing changed in it, as editors do: by putting a new file into its place."""
        text = self.read(file)
        if text.count(old) != 1:
            raise ValueError(f"{file} has {old!r} {text.count(old)} times")
        path = self.folder / file
        new_file = path.with_name(f".{path.name}.new")
        new_file.write_text(text.replace(old, new), encoding="utf-8")
        new_file.rename(path)
