"""The questions asked of our own script in a browser: is every answer whole, and what did it fetch?"""

import gzip
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page
from tests.bench.lookup.questions import Question, Spread, spread

LEVEL = 6
"""What a web server compresses with."""
# First what a reader sees, with nothing kept, counted; then all pages of the answer, to hold it against the scan: here
# blocks are kept from question to question.
ASK = """async ([base, text]) => {
  const fetched = [], real = window.fetch;
  window.fetch = (address, ...more) => { fetched.push(address); return real(address, ...more); };
  const look = lantianLookup.open(base);
  const hits = await look.find('names', await look.fold(text), null);
  await hits.more(20);
  await look.take(hits.numbers.slice(0, 20));
  window.fetch = real;
  window.kept = window.kept || lantianLookup.open(base);
  const whole = hits.done ? hits : await window.kept.find('names', await look.fold(text), null);
  while (!whole.done) await whole.more(1e9);
  return { said: hits.total, numbers: whole.numbers.length, sum: whole.numbers.reduce((sum, one) => sum + one, 0),
    squares: whole.numbers.reduce((sum, one) => sum + one * one, 0), fetched };
}"""


@dataclass(frozen=True)
class Answers:
    """What came of the questions: those whose answer was not that of the scan, and what was fetched for each."""

    wrong: tuple[str, ...]
    fetched: Spread
    requests: Spread
    files: dict[str, tuple[str, ...]]
    """By question, the files that it fetched, from the root of the site."""


@dataclass
class Weights:
    """The compressed size of files below a folder, weighed once."""

    folder: Path
    known: dict[str, int] = field(default_factory=dict)

    def of(self, file: str) -> int:
        """Return how many bytes of a file go over the line."""
        if file not in self.known:
            self.known[file] = len(gzip.compress((self.folder / file).read_bytes(), LEVEL))
        return self.known[file]


def ask_all(page: Page, base: str, asked: Sequence[Question], weights: Weights) -> Answers:
    """Ask every question with an empty cache; `base` is the folder of the index as the page names it."""
    wrong, fetched, requests = [], [], []
    files: dict[str, tuple[str, ...]] = {}
    for question in asked:
        told = page.evaluate(ASK, [base, question.text])
        numbers = question.numbers
        scan = (len(numbers), len(numbers), sum(numbers), sum(number * number for number in numbers))
        if (told["said"], told["numbers"], told["sum"], told["squares"]) != scan:
            wrong.append(question.text)
        addresses = (urlsplit(urljoin(page.url, address)).path.lstrip("/") for address in told["fetched"])
        files[question.text] = tuple(addresses)
        fetched.append(float(sum(weights.of(file) for file in files[question.text])))
        requests.append(float(len(files[question.text])))
    return Answers(tuple(wrong), spread(fetched), spread(requests), files)
