"""A content of which only messages have changed since it was surveyed is what reading all of it finds."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.reading.message_changes import OF_MESSAGES, OTHERS, messages
from tests.reading.surveys import kept_content, read, settled, shelf_of, surveyed
from tests.reading.test_mutations import mutations
from tests.reading.test_survey import CHANGES
from tests.sites.layout import lay_out

from lantian.model.content import Content
from lantian.reading.looks import Sight, look_at
from lantian.reading.shelf import Shelf
from lantian.reading.survey import survey
from lantian.reading.surveyed import Surveyed

Change = Callable[[Path], None]


def known_content(folder: Path, shelf: Shelf) -> Surveyed:
    """Return a content of which nothing is in motion."""
    look = look_at(folder)
    return survey(folder, shelf, Sight(look, settled(look)))


def again(known: Surveyed, folder: Path, shelf: Shelf) -> Content | None:
    """Return the whole content of a later look; None if it has to be surveyed anew."""
    assert known.again is not None
    found = known.again(look_at(folder), shelf)
    if found is None:
        return None
    return found.common.model_copy(update={"places": tuple(one.load() for one in found.places)})


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the real content, a message in it, and what is kept of it."""
    return kept_content(tmp_path_factory.mktemp("real"))


@pytest.fixture
def content(kept: Path, tmp_path: Path) -> Path:
    """Return a copy of the content; what is kept of it lies beside."""
    shutil.copytree(kept, tmp_path / "real")
    return tmp_path / "real" / "content"


@pytest.mark.parametrize("change", OF_MESSAGES)
def test_changed_messages_are_read(change: Change, content: Path) -> None:
    """The content is what reading all of it finds."""
    shelf = shelf_of(content.parent)
    known = known_content(content, shelf)
    change(content)
    found = again(known, content, shelf)
    assert found is not None
    assert found == read(content)


def test_who_follows_is_read_too(content: Path) -> None:
    """The first message of a place changes what its followers show, whose own files are the same."""
    shelf = shelf_of(content.parent)
    known = known_content(content, shelf)
    before = {one.place.id: one.key for one in known.places}
    warning = next(messages(content).glob("*.yaml"))
    (content / "bulletins" / "liaocheng").mkdir()
    shutil.copy(warning, content / "bulletins" / "liaocheng" / warning.name)
    assert known.again is not None
    found = known.again(look_at(content), shelf)
    assert found is not None
    assert {one.place.id for one in found.places if one.key != before[one.place.id]} == {
        "liaocheng",
        "liaocheng-resort",
    }
    assert again(known, content, shelf) == read(content)


@pytest.mark.parametrize("change", [*CHANGES, *OTHERS])
def test_anything_else_is_surveyed_anew(change: Change, content: Path) -> None:
    """Whatever may have changed more than messages, and whatever is wrong in them, is left to a whole survey."""
    shelf = shelf_of(content.parent)
    known = known_content(content, shelf)
    change(content)
    assert again(known, content, shelf) is None
    assert surveyed(content, shelf) == read(content)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=mutations())
def test_mutated_sites_are_found_the_same(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str]]
) -> None:
    """Whatever is cut out of a sound site or put into it: the same content, or none and the same problems."""
    folder = tmp_path_factory.mktemp("site")
    content, shelf = lay_out(folder), shelf_of(folder)
    known = known_content(content, shelf)
    for name, text in changes:
        (content / name).write_bytes(text.encode())
    whole = read(content)
    found = again(known, content, shelf)
    assert found is None or found == whole


def test_without_a_time_nothing_is_settled(content: Path) -> None:
    """Where nobody knows when the first look was taken, everything may have changed since."""
    shelf = shelf_of(content.parent)
    known = survey(content, shelf, Sight(look_at(content)))
    assert again(known, content, shelf) is None
