"""Eleventy as a rival: JavaScript templates, one per place; the whole site, or what its incremental watch builds."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event
from time import perf_counter

from tests.bench.aside import set_aside
from tests.bench.process import ROOT, Cost
from tests.bench.republish.limit import SECONDS, measure_rival

SKELETON = Path(__file__).with_name("eleventy")
INSTALLED = ROOT / ".venv" / "var" / "eleventy"
MISSING = "Eleventy needs Node.js 18 or newer with npm; on Debian or Ubuntu: apt-get install nodejs npm"
_HEAP = "--max-old-space-size=16384"
_ASK_AGAIN = 5.0
_STEP = 0.001
_TEMPLATE = """import {{ part }} from "../../page.js";
const status = {{ state: "state-{number}", zh: "第{number}号预警生效", en: "Warning no. {number} is in force" }};
const made = part("{part}", status);
export const data = made.data;
export const render = made.render;
"""
_paused = Event()


def install() -> None:
    """Install Eleventy as the lock file says, with npm's own registry; RuntimeError says what is missing."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise RuntimeError(MISSING)
    lock = (SKELETON / "package-lock.json").read_bytes()
    stamp = INSTALLED / "installed.json"
    if stamp.is_file() and stamp.read_bytes() == lock:
        return
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(SKELETON / name, INSTALLED / name)
    npm = str(shutil.which("npm"))
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=INSTALLED, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"npm could not install Eleventy\n{done.stderr}")
    stamp.write_bytes(lock)


class EleventySite:
    """An Eleventy site in a folder of its own; `data` lies elsewhere and is linked in."""

    def __init__(self, folder: Path, data: Path) -> None:
        """Put the settings and one template per part there."""
        self.source, self.site = folder / "source", folder / "site"
        self.log = folder / "log"
        shutil.copytree(SKELETON, self.source)
        (self.source / "data").symlink_to(data, target_is_directory=True)
        (self.source / "node_modules").symlink_to(INSTALLED / "node_modules", target_is_directory=True)
        for part in sorted(data.iterdir()):
            (self.source / "src" / part.name).mkdir(parents=True)
            self.put(part.name, 0)

    def put(self, part: str, number: int) -> None:
        """Rename a template that says what holds now into its place."""
        fresh = self.source / ".fresh"
        fresh.write_text(_TEMPLATE.format(part=part, number=number), "utf-8")
        fresh.rename(self.source / "src" / part / "pages.11ty.js")

    @property
    def _command(self) -> list[str]:
        program = self.source / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
        return [str(shutil.which("node")), _HEAP, str(program)]

    def build(self) -> Cost:
        """Build the whole site into a fresh folder."""
        set_aside(self.site)
        # env: Eleventy takes its folder from where it is started.
        return measure_rival("/usr/bin/env", f"--chdir={self.source}", *self._command)

    @contextmanager
    def watching(self, part: str, pages: list[Path]) -> Iterator["subprocess.Popen[bytes]"]:
        """Run the incremental watch until the block ends; it has noticed a change of a part when the block begins."""
        with self.log.open("wb") as log:
            command = [*self._command, "--watch", "--incremental"]
            process = subprocess.Popen(command, cwd=self.source, stdout=log, stderr=log)
            try:
                self._wait(process, lambda: b"Watching" in self.log.read_bytes())
                self._get_noticed(process, part, pages)
                yield process
            finally:
                process.terminate()
                process.wait()

    def change(self, process: "subprocess.Popen[bytes]", part: str, pages: list[Path], number: int) -> float:
        """Change what holds in a part; return the seconds until every page of it says so."""
        state = f'data-state="state-{number}"'.encode()
        started = perf_counter()
        self.put(part, number)
        for page in (pages[-1], *pages):
            self._wait(process, partial(self._says, page, state))
        return perf_counter() - started

    def _get_noticed(self, process: "subprocess.Popen[bytes]", part: str, pages: list[Path]) -> None:
        """Change a part again and again: Eleventy says that it watches before it does, and is slow the first time."""
        page = self.site / pages[-1]
        before = page.read_bytes()
        for number in range(1, int(SECONDS / _ASK_AGAIN)):
            self.put(part, -number)
            self._wait(process, partial(_differs, page, before, perf_counter() + _ASK_AGAIN))
            if page.read_bytes() != before:
                self.change(process, part, pages, 0)
                return
        raise RuntimeError("Eleventy's watch notices nothing")

    def _says(self, page: Path, state: bytes) -> bool:
        return state in (self.site / page).read_bytes()

    def _wait(self, process: "subprocess.Popen[bytes]", done: Callable[[], bool]) -> None:
        until = perf_counter() + SECONDS
        while not done():
            if process.poll() is not None or perf_counter() > until:
                raise RuntimeError(f"Eleventy's watch ended\n{self.log.read_text('utf-8', 'replace')[-2000:]}")
            _paused.wait(_STEP)


def _differs(page: Path, before: bytes, until: float) -> bool:
    """Tell whether a page has changed, or there was time enough for it."""
    return page.read_bytes() != before or perf_counter() > until


def released() -> str:
    """Return the version of Eleventy that the lock file names."""
    lock = json.loads((SKELETON / "package-lock.json").read_bytes())
    name: str = lock["packages"]["node_modules/@11ty/eleventy"]["version"]
    return name
