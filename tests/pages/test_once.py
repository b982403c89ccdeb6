"""What an edition works out once."""

from dataclasses import replace

from tests.real_site import edition_at

from lantian.pages.edition import Edition
from lantian.pages.once import once
from lantian.pages.vehicle_topics import topic_links

CALLS: list[tuple[str, int, bool]] = []


@once
def _told(edition: Edition, word: str, number: int = 0, *, loud: bool = False) -> str | None:
    CALLS.append((word, number, loud))
    return None if word == "nothing" else f"{edition.place.id} {word} {number} {loud}"


def test_each_case_is_worked_out_once_for_each_edition() -> None:
    """The same arguments are worked out once, nothing too; other arguments and other editions get their own."""
    one, other = edition_at("11-22 12:05"), edition_at("11-22 12:05")
    CALLS.clear()
    for edition in (one, other):
        for _ in range(3):
            assert _told(edition, "so") == f"{edition.place.id} so 0 False"
            assert _told(edition, "so", 1, loud=True) == f"{edition.place.id} so 1 True"
            assert _told(edition, "nothing") is None
    assert CALLS == [("so", 0, False), ("so", 1, True), ("nothing", 0, False)] * 2


def test_a_changed_edition_begins_with_nothing() -> None:
    """An edition that `replace` makes of another one works out its own answers."""
    one = edition_at("11-22 12:05")
    links = topic_links(one)
    changed = replace(one, entry=one.entry.model_copy(update={"place": one.place.model_copy(update={"id": "other"})}))
    assert one.kept
    assert not changed.kept
    assert {link.address for link in topic_links(changed)}.isdisjoint(link.address for link in links)
