"""`make bench-republish`: from a warning's change to the live site, against Hugo, Eleventy, Pelican and the floor.

Every size is measured in one run in which all take turns; ends with 1 if a promise of issue 4 is not kept. Absolute
seconds mean little on a busy machine: read the ratios, the spread and the load average.
"""

import argparse
import os
import platform
import sys
import tempfile
from compileall import compile_dir
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from tests.bench.process import ROOT
from tests.bench.republish import eleventy_site, twin
from tests.bench.republish.contest import TOO_LONG, Contest, Result, Tell
from tests.bench.republish.limit import SECONDS
from tests.bench.republish.stand import set_up
from tests.bench.republish.tables import tables
from tests.bench.republish.targets import SIZES, targets

QUICK = (1, 3)
RIVALS = ("hugo", "eleventy", "pelican")
ROUNDS = {1: (5, 7), 3: (3, 5), 30: (3, 5), 337: (2, 5)}
"""How often whole sites are built, and how often a place changes, by the number of places."""


def main() -> int:
    """Measure, print, write if asked, judge."""
    options = argparse.ArgumentParser(prog="make bench-republish", description=__doc__)
    options.add_argument("--quick", action="store_true", help="1 and 3 places only")
    options.add_argument("--sizes", type=int, nargs="+", choices=SIZES, help="these numbers of places only")
    options.add_argument(
        "--rivals", nargs="+", choices=RIVALS, default=RIVALS, help="these only, and promises about them"
    )
    options.add_argument("--write", type=Path, metavar="FILE", help="write the tables to a file of Markdown too")
    options.add_argument("--folder", type=Path, help="where to make the sites; needs 40 GB for 337 places")
    chosen = options.parse_args()
    sizes = tuple(chosen.sizes or (QUICK if chosen.quick else SIZES))
    try:
        if "eleventy" in chosen.rivals:
            eleventy_site.install()
    except RuntimeError as missing:
        print(missing, file=sys.stderr)  # noqa: T201
        return 2
    compile_dir(ROOT / "generator" / "lantian", quiet=1)  # as `make setup` leaves it
    # Nothing is removed before all is measured (`set_aside` says why).
    with tempfile.TemporaryDirectory(dir=chosen.folder, ignore_cleanup_errors=True) as made:
        results = measure(sizes, Path(made), frozenset(chosen.rivals))
        left_out = [name for name in RIVALS if name not in chosen.rivals]
        judged = tuple(one for one in targets(results) if not any(name in one.name.lower() for name in left_out))
        text = "\n".join((_head(), *tables(results, judged)))
        print(text, flush=True)  # noqa: T201
        if chosen.write is not None:
            chosen.write.write_text(text, "utf-8")
    return 0 if all(target.met for target in judged) else 1


def measure(sizes: tuple[int, ...], made: Path, rivals: frozenset[str]) -> dict[int, Result]:
    """Measure one size after the other below a folder; return what each brought."""
    console = Console(stderr=True)
    results = {}
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        for count in sizes:
            task = progress.add_task(f"{count} places")

            def tell(what: str, task: TaskID = task, count: int = count) -> None:
                progress.update(task, description=f"{count} places: {what}")
                if not console.is_terminal:
                    print(f"{count} places: {what}", file=sys.stderr, flush=True)  # noqa: T201

            results[count] = measure_one(made / str(count), count, rivals, tell)
            progress.update(task, description=f"{count} places: done", total=1, completed=1)
    return results


def measure_one(folder: Path, count: int, rivals: frozenset[str], tell: Tell) -> Result:
    """Measure one size."""
    whole, changes = ROUNDS[count]
    contest = Contest(set_up(folder, count, tell), Result(count), rivals, tell)
    contest.begin()
    contest.changes(changes)
    contest.whole_sites(whole)
    return contest.result


def _head() -> str:
    """Return what was measured where, and by which command."""
    return f"""# From a warning's change to the live site

Printed by `make bench-republish`. {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()},
Hugo {version("hugo")}, Pelican {version("pelican")}, Eleventy {eleventy_site.released()}. Medians, in brackets the
least and the most; in each round all take turns. A rival is stopped after {SECONDS} s, has no other turn once it failed
or took {TOO_LONG:.0f} s, and Eleventy's watch, which holds gigabytes, has its rounds by itself.

{twin.__doc__}
"""


if __name__ == "__main__":
    sys.exit(main())
