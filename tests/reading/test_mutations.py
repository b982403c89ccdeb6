"""Whatever is done to the files of a sound site, it is read or refused, and nothing else happens."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.sites.layout import ONE_CITY, lay_out

from lantian.model.text import LANGUAGES
from lantian.problems import Problem, ProblemsFound
from lantian.reading.content import read_content

FILES = sorted(path.relative_to(ONE_CITY).as_posix() for path in ONE_CITY.rglob("*.*"))
YAML = (
    *(
        "",
        "null",
        "~",
        "[]",
        "{}",
        "- a",
        ":",
        "\n",
        "  ",
        "{zh: 甲}",
        "[[1]]",
        "'",
        '"',
        "&a *a",
        "!!map",
        "---\n",
        "%",
    ),
    *(
        "2026-01-05T18:00",
        "18:00",
        "9" * 5000,
        "1e400",
        "true",
        "red",
        "annex 1 part x",
        "\u202e",
        "{",
        "{0}",
        "<<: {}",
    ),
)
PIECES = st.one_of(st.sampled_from(YAML), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))


@st.composite
def mutations(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Draw files with their text after a few cuts and insertions at the ends of words and values."""
    changed = []
    for name in draw(st.lists(st.sampled_from(FILES), min_size=1, max_size=3, unique=True)):
        text = (ONE_CITY / name).read_text("utf-8")
        for _ in range(draw(st.integers(1, 3))):
            start = draw(st.integers(0, len(text)))
            length = draw(st.one_of(st.just(0), st.integers(0, 12), st.integers(0, len(text))))
            text = text[:start] + draw(PIECES) + text[start + length :]
        changed.append((name, text))
    return changed


def _problems(content: Path) -> tuple[Problem, ...]:
    try:
        read_content(content)
    except ProblemsFound as found:
        return found.problems
    return ()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=mutations())
def test_mutated_sites_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str]]
) -> None:
    """A mutated site raises nothing but ProblemsFound; each problem has a place and is told in both languages."""
    content = lay_out(tmp_path_factory.mktemp("site"))
    for name, text in changes:
        (content / name).write_bytes(text.encode())
    problems = _problems(content)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
    assert all(problem.sentence(language) for problem in problems for language in LANGUAGES)


def test_every_value_can_be_replaced(tmp_path: Path) -> None:
    """Each line of each file, with another value behind its key, is read or refused."""
    content = lay_out(tmp_path)
    outcomes = set()
    for name in (name for name in FILES if name.endswith(".yaml")):
        file = content / name
        original = file.read_text("utf-8")
        lines = original.splitlines()
        for index, line in enumerate(lines):
            key, colon, _ = line.partition(":")
            file.write_text("\n".join([*lines[:index], f"{key}{colon} [{{a: ~}}]", *lines[index + 1 :]]), "utf-8")
            outcomes.add(bool(_problems(content)))
        file.write_text(original, "utf-8")
    assert outcomes == {True}
