import os
import re
import signal
import subprocess
import time
from pathlib import Path


class Program:
    """`stet serve` on a site, on a port of its own, until it is closed. STET in the environment names the program."""

    def __init__(self, site: Path, *options: str):
        self._log = open(site / "serve.log", "w+", encoding="utf-8")
        self._process = subprocess.Popen(
            [os.environ["STET"], "serve", str(site), "--port", "0", *options],
            stdout=subprocess.PIPE, stderr=self._log, text=True, encoding="utf-8")
        self.address = self._said_address()
        # Whatever else it says is kept, so that it never waits for a reader.
        self._drain = subprocess.Popen(["cat"], stdin=self._process.stdout, stdout=self._log)
        self._process.stdout.close()

    def _said_address(self) -> str:
        for line in self._process.stdout:
            if found := re.match(r"Look at (http://\S+?)/ ", line):
                return found[1]
        raise AssertionError(f"the preview did not say where it is\n{self.log()}")

    @property
    def port(self) -> int:
        return int(self.address.rsplit(":", 1)[1])

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def log(self) -> str:
        self._log.flush()
        return Path(self._log.name).read_text(encoding="utf-8")

    def memory(self) -> int:
        """Resident, in kilobytes."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1])

    def open_files(self) -> int:
        """Those that stay open: a build, or a page that is asked for, has some for a moment."""
        counts = []
        for _ in range(20):
            counts.append(len(os.listdir(f"/proc/{self._process.pid}/fd")))
            time.sleep(0.02)
        return min(counts)

    def close(self) -> int:
        """Ends it as Ctrl-C does. Returns its exit status; negative if it had crashed."""
        if self.is_running:
            self._process.send_signal(signal.SIGINT)
        try:
            return self._process.wait(timeout=30)
        finally:
            self._process.kill()
            self._drain.wait(timeout=30)
            self._log.close()
