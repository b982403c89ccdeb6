"""Every word of the interface is translated, once, with the same placeholders; the catalogs hold nothing else."""

from pathlib import Path

import polib
import pytest
from tests.translations import (
    CATALOGS,
    TEMPLATE,
    Messages,
    catalogs,
    conflicts,
    extracted,
    messages,
    misplaced,
    missing,
    obsolete,
)

SAMPLE = """
#: a.html
msgid "Kept"
msgstr "{kept}"

#: b.html
msgid "%(num)s rule"
msgid_plural "%(num)s rules"
msgstr[0] "{plural}"
"""


@pytest.fixture(scope="module")
def wanted() -> Messages:
    """Return the messages of the templates as they are now."""
    found = messages(extracted())
    assert found
    return found


@pytest.fixture(scope="module")
def found() -> dict[str, Messages]:
    """Return the Chinese catalogs of the theme."""
    read = catalogs()
    assert read
    return read


def sample(kept: str, plural: str) -> Messages:
    """Return a small catalog."""
    return messages(SAMPLE.format(kept=kept, plural=plural))


def test_comparison_sees_each_kind_of_fault() -> None:
    """A catalog with every fault is told of every fault, and a whole one of none."""
    wanted = sample("", "")
    whole = {"a.po": sample("K", "%(num)s R")}
    for check in (missing, obsolete):
        assert not list(check(wanted, whole))
    assert len(list(missing(wanted, {"a.po": sample("", "%(num)s R")}))) == 1
    assert len(list(obsolete({}, whole))) == 2
    assert not list(conflicts({**whole, "b.po": sample("K", "%(num)s R")}))
    assert len(list(conflicts({**whole, "b.po": sample("L", "%(num)s R")}))) == 1
    assert not list(misplaced(whole))
    assert len(list(misplaced({"a.po": sample("K", "R")}))) == 1


def test_every_message_is_translated(wanted: Messages, found: dict[str, Messages]) -> None:
    """No template says a word that no catalog translates."""
    lacking = list(missing(wanted, found))
    assert not lacking, "\n".join(lacking)


def test_no_message_is_obsolete(wanted: Messages, found: dict[str, Messages]) -> None:
    """No catalog holds a message that no template says."""
    left = list(obsolete(wanted, found))
    assert not left, "\n".join(left)


def test_no_message_is_translated_in_two_ways(found: dict[str, Messages]) -> None:
    """Where two catalogs hold the same message, they agree, since which of them wins is an accident."""
    disputed = list(conflicts(found))
    assert not disputed, "\n".join(disputed)


def test_placeholders_are_kept(found: dict[str, Messages]) -> None:
    """Each translation fills in what its message fills in."""
    wrong = list(misplaced(found))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", sorted(CATALOGS.glob("*.po")), ids=lambda path: path.name)
def test_catalog_holds_each_message_once(path: Path) -> None:
    """No catalog names a message twice, marks one as unsure, or keeps a retired one."""
    file = polib.pofile(str(path), check_for_duplicates=True, encoding="utf-8")
    assert file
    assert not [entry.msgid for entry in file if entry.fuzzy or entry.obsolete]


def test_template_is_current() -> None:
    """`make translate` would leave lantian.pot as it is."""
    assert TEMPLATE.read_text(encoding="utf-8") == extracted()
