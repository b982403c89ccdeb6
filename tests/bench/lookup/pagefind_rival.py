"""Pagefind on the same names: one page a company, as it comes and with a word for every sign."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Literal

from playwright.sync_api import Browser
from tests.bench.lookup.plain_server import plainly_served
from tests.bench.lookup.questions import Question, Spread, spread

from lantian.lookup.folding import folded
from lantian.model.inventory import Enterprise

Mode = Literal["words", "signs"]
"""How names are fed: as they are, or each sign as a word of its own that is then asked for as a phrase."""
FOLDER_SIZE = 1000
PAGE = '<!doctype html><html lang="zh"><title>{number}</title><main data-pagefind-body><p>{text}</p></main></html>'
ASK = """async ([text, round]) => {
  const began = performance.now();
  const pagefind = await import('/pagefind/pagefind.js?' + round);
  await pagefind.options({});
  const found = await pagefind.search(text);
  await Promise.all(found.results.slice(0, 20).map((one) => one.data()));
  return { found: found.results.length, milliseconds: performance.now() - began };
}"""


@dataclass(frozen=True)
class RivalFigures:
    """What one way of feeding Pagefind brought."""

    mode: Mode
    build_seconds: float
    index_bytes: int
    files: int
    recall: float
    """Mean share of the companies that a plain scan finds."""
    exact: float
    """Share of questions with exactly as many answers as a plain scan has."""
    fetched: Spread
    milliseconds: Spread


def measure_pagefind(
    folder: Path, rows: Sequence[Enterprise], asked: Sequence[Question], browser: Browser, mode: Mode
) -> RivalFigures:
    """Build Pagefind's index in a folder and ask it."""
    for number, row in enumerate(rows):
        page = folder / "c" / str(number // FOLDER_SIZE) / f"{number}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        text = row.name if mode == "words" else " ".join(folded(row.name))
        page.write_text(PAGE.format(number=number, text=text), encoding="utf-8")
    (folder / "index.html").write_text('<!doctype html><html lang="zh"><title>bench</title></html>', encoding="utf-8")
    began = perf_counter()
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--glob", "c/**/*.html"]
    subprocess.run(command, capture_output=True, check=True)
    seconds = perf_counter() - began
    sizes = [file.stat().st_size for file in (folder / "pagefind").rglob("*") if file.is_file()]
    shares, fetched, times = _ask(folder, asked, browser, mode)
    return RivalFigures(
        mode=mode, build_seconds=seconds, index_bytes=sum(sizes), files=len(sizes),
        recall=sum(min(1.0, share) for share in shares) / len(shares),
        exact=sum(share == 1 for share in shares) / len(shares),
        fetched=spread(fetched), milliseconds=spread(times),
    )  # fmt: skip


def _ask(
    folder: Path, asked: Sequence[Question], browser: Browser, mode: Mode
) -> tuple[list[float], list[float], list[float]]:
    """Return for each question the share of the companies found, the bytes fetched, the time."""
    shares, fetched, times = [], [], []
    sizes: list[int] = []
    with plainly_served(folder) as address:
        for number, question in enumerate(asked):
            page = browser.new_page()  # its WebAssembly keeps what it has taken for as long as the page lives
            page.on("response", lambda answer: sizes.append(int(answer.headers.get("content-length", 0))))
            page.goto(address)
            sizes.clear()
            text = question.text if mode == "words" else f'"{" ".join(question.text)}"'
            told = page.evaluate(ASK, [text, number])
            shares.append(told["found"] / len(question.numbers))
            fetched.append(float(sum(sizes)))
            times.append(told["milliseconds"])
            page.close()
    return shares, fetched, times
