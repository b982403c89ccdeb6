"""A sentence that the content lacks is told by the file in which it belongs, whoever asked for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lantian.model.wording import MissingSentenceError
from lantian.problems import Problem, ProblemsFound
from lantian.reading.sentences import say


@contextmanager
def missing_sentence_told(content: Path) -> Iterator[None]:
    """Raise ProblemsFound for a sentence that nobody wrote; `content` is the folder that was read."""
    try:
        yield
    except MissingSentenceError as missing:
        file = f"{content.name}/vocabulary/wording/{missing.section}.yaml"
        sentence = say("missing_sentence", {"name": missing.name})
        raise ProblemsFound([Problem(file, 1, 1, sentence.what, sentence.mend)]) from missing
