import http.client
import json
import threading
import time

from .program import Program


class Listener:
    """A client of the preview's events, as a page is: it remembers what it was told last."""

    def __init__(self, program: Program):
        self._connection = http.client.HTTPConnection("127.0.0.1", program.port)
        self._connection.request("GET", "/.stet/events")
        self._response = self._connection.getresponse()
        self._condition = threading.Condition()
        self._events: list[dict] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        number = ""
        try:
            while line := self._response.readline():
                if line.startswith(b"id: "):
                    number = line[4:].decode().strip()
                elif line.startswith(b"data: "):
                    with self._condition:
                        self._events.append({"id": number} | json.loads(line[6:]))
                        self._condition.notify_all()
        except (OSError, ValueError, AttributeError):
            pass  # The program has ended.

    @property
    def count(self) -> int:
        with self._condition:
            return len(self._events)

    @property
    def last(self) -> dict:
        with self._condition:
            return self._events[-1]

    def wait_for(self, what: str, *, after: int, patience: float = 60) -> dict:
        """The first event behind the `after` first ones that speaks of a file with this in its name."""
        end = time.monotonic() + patience
        with self._condition:
            while True:
                for event in self._events[after:]:
                    if event.get("changed") is None or any(what in file for file in event["changed"]):
                        return event
                if (rest := end - time.monotonic()) <= 0:
                    raise AssertionError(f"nobody was told of {what}: {self._events[-3:]}")
                self._condition.wait(rest)
