"""`make bench-lookup`: a province of 100,000 invented companies, searched in a browser and imported from spreadsheets.

Ends with 1 if a promise of issue 5 is not kept. Seconds mean little on a busy machine: the load stands in the tables.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from playwright.sync_api import Browser
from tests.bench.lookup.asked import Answers, Weights, ask_all
from tests.bench.lookup.first_results import first_results
from tests.bench.lookup.import_bench import measure_import
from tests.bench.lookup.pagefind_rival import Mode, measure_pagefind
from tests.bench.lookup.plain_server import plainly_served
from tests.bench.lookup.postings_rival import measure_postings
from tests.bench.lookup.province import PLACE, Province, build_province
from tests.bench.lookup.questions import Question, Spread, questions
from tests.bench.lookup.tables import Figures, tables
from tests.bench.process import ROOT, measure

sys.path.insert(0, str(ROOT / "tests" / "browser"))

from chromium import launched

FULL, QUICK = (100_000, 5_000, 100, 60), (6_000, 500, 30, 30)
"""Companies, questions, questions to be timed, questions to a rival."""
MODES: tuple[Mode, ...] = ("words", "signs")


def main() -> int:
    """Measure, print, write if asked, judge."""
    options = argparse.ArgumentParser(prog="make bench-lookup", description=__doc__)
    options.add_argument("--quick", action="store_true", help="6,000 companies, and fewer questions")
    options.add_argument("--no-import", action="store_true", help="leave the import of spreadsheets out")
    options.add_argument("--no-rivals", action="store_true", help="leave Pagefind out, which takes most of the time")
    options.add_argument("--write", type=Path, metavar="FILE", help="write the tables to a file of Markdown too")
    options.add_argument("--folder", type=Path, help="where to make the site and the indexes; needs 3 GB")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder, ignore_cleanup_errors=True) as made:
        size = QUICK if chosen.quick else FULL
        modes = () if chosen.no_rivals else MODES
        figures = _measured(Path(made), size, modes, imports=not chosen.no_import)
    text, kept = tables(figures)
    print(text)  # noqa: T201 - what it is for
    if chosen.write is not None:
        chosen.write.write_text(text, encoding="utf-8")
    return 0 if kept else 1


def _measured(folder: Path, size: tuple[int, int, int, int], modes: Sequence[Mode], *, imports: bool) -> Figures:
    companies, asked, timed, rivals = size
    _tell("the index alone")
    cost = measure(sys.executable, "-m", "tests.bench.lookup.stand", str(companies))
    index = json.loads(cost.printed)
    _tell("the site")
    province = build_province(folder / "province", companies)
    _tell("the scan")
    every = questions(province.rows, asked)
    some = Random(1).sample(every, rivals)  # noqa: S311 - no secrets
    with launched() as browser:
        answers, first = _asked(browser, province, every, timed)
        pagefind = []
        for mode in modes:
            _tell(f"Pagefind, {mode}")
            pagefind.append(measure_pagefind(folder / mode, province.rows, some, browser, mode))
    _tell("postings")
    weights = Weights(province.site)
    row_bytes = [weights.of(f"{province.base}rows/{number}.json") for number in range(index["kinds"]["rows"][0])]
    return Figures(
        companies=companies, questions=asked, timed=timed, asked_of_rivals=rivals,
        index_seconds=index["seconds"], index_peak=cost.peak,
        kinds={kind: (files, size) for kind, (files, size) in index["kinds"].items()},
        site_seconds=province.seconds, answers=answers, first=first, pagefind=tuple(pagefind),
        postings=measure_postings(province.rows, some, row_bytes), imports=measure_import() if imports else (),
    )  # fmt: skip


def _asked(browser: Browser, province: Province, every: Sequence[Question], timed: int) -> tuple[Answers, Spread]:
    with plainly_served(province.site) as address:
        _tell("the questions")
        page = browser.new_page()
        page.goto(f"{address}zh/{PLACE}/enterprise/")
        answers = ask_all(page, f"{address}{province.base}", every, Weights(province.site))
        page.close()
        _tell("the first results")
        files = dict(list(answers.files.items())[:timed])
        return answers, first_results(browser, f"{address}zh/{PLACE}/enterprise/", province.site, files)


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)  # noqa: T201 - progress


if __name__ == "__main__":
    sys.exit(main())
