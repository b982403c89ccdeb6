"""Says which stage a long command has reached: a moving line on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lantian.cli.session import Session

Tell = Callable[[str], None]


@contextmanager
def stages(session: Session) -> Iterator[Tell]:
    """Yield a function that hears the name of each stage as it begins."""
    if not sys.stderr.isatty():
        yield lambda stage: session.tell_aside(f"stage.{stage}")
        return
    from rich.console import Console  # noqa: PLC0415  # 0.1 s that `check` need not pay

    console = Console(stderr=True, highlight=False)
    with console.status("", spinner="line") as line:
        yield lambda stage: line.update(session.words(f"stage.{stage}"))
