"""The companies of a place are read, listed and indexed once: no warning, no hour and no theme does it again."""

from pathlib import Path

import pytest
from tests.cli.calls import replace_in, tree
from tests.lookup.invented import inventory_of, write_inventory
from tests.publishing.fake_site import live_tree
from tests.publishing.small_site import NOON, published, small_content

from lantian.build import THEME, build
from lantian.model.content import Content
from lantian.model.inventory import Enterprise
from lantian.publication.place_section import PlaceSection, place_section
from lantian.publication.site_parts import ground_of
from lantian.publishing.output import Output
from lantian.publishing.parts import Section
from lantian.publishing.release import live_release
from lantian.reading.content import read_content

PARTS = ("sample-still", "sample-index")


class UnwantedError(Exception):
    """Somebody asked for the companies."""


def refuse(place: str) -> tuple[Enterprise, ...]:
    """Stand where nobody may ask for the companies of a place."""
    raise UnwantedError(place)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the content of the small city with an inventory."""
    folder = small_content(tmp_path)
    invent(folder, 300)
    return folder


def invent(folder: Path, number: int) -> None:
    """Put an inventory of that many companies, and a few, into a content."""
    entry = read_content(folder).places[0]
    write_inventory(folder, entry.place.id, entry.plan.id, inventory_of(entry.plan, number))


def planned(content: Content, theme: str = "theme") -> PlaceSection:
    """Return the section of the place, where nobody can read its companies."""
    return place_section(ground_of(content, theme), content.places[0], NOON, refuse)


def parts(content: Content, theme: str = "theme") -> dict[str, Section]:
    """Return the parts of the section by name."""
    return {one.name: one for one in planned(content, theme).section(THEME, {}).parts}


def test_readers_get_what_a_plain_build_makes(content: Path, tmp_path: Path) -> None:
    """With an inventory too the live site is the plain build, file by file, with lists and index."""
    published(content, tmp_path / "output")
    build(content, tmp_path / "plain", NOON, lambda _: None)
    live = live_tree(tmp_path / "output")
    assert live.pop("release.json")
    assert live == tree(tmp_path / "plain")
    assert [name for name in live if name.startswith("data/sample/inventory/")]
    assert [name for name in live if name.startswith("zh/sample/enterprise/list/")]


def test_a_warning_leaves_lists_and_index_alone(content: Path, tmp_path: Path) -> None:
    """A message and the hour after it build what speaks of them; the table is as it was when it was read last."""
    lift = content / "bulletins" / "sample" / "2026-01-08-01.yaml"
    text = lift.read_text("utf-8")
    lift.unlink()
    first = published(content, tmp_path / "output")
    assert {*PARTS} <= {*first.built}
    table = content / "enterprises" / "sample.csv"
    before = {name: data for name, data in live_tree(tmp_path / "output").items() if "inventory/" in name}
    lift.write_text(text.replace("2026-01-08T", "2026-01-07T"), "utf-8")
    assert published(content, tmp_path / "output", NOON.replace(hour=23)).built == ("sample", "portal")
    after = live_tree(tmp_path / "output")
    assert before
    assert {name: after[name] for name in before} == before
    assert table.is_file()


def test_nobody_asks_for_the_companies_but_the_parts(content: Path, tmp_path: Path) -> None:
    """What speaks of warnings is written without them; each part that shows them asks for them."""
    section = planned(read_content(content)).section(THEME, {})
    (tmp_path / "live").mkdir()
    section.write(tmp_path / "live")
    assert (tmp_path / "live" / "zh" / "sample" / "enterprise" / "index.html").is_file()
    assert [one.name for one in section.parts] == [*PARTS]
    for number, part in enumerate(section.parts):
        (tmp_path / str(number)).mkdir()
        with pytest.raises(UnwantedError):
            part.write(tmp_path / str(number))


def test_what_the_parts_are_named_by(content: Path) -> None:
    """Another table renews both; another theme or place record the lists alone; another message neither."""
    base = parts(read_content(content))
    assert base.keys() == {*PARTS}

    def renewed(other: dict[str, Section]) -> set[str]:
        return {name for name, one in other.items() if base[name].id != one.id}

    assert renewed(parts(read_content(content), "other theme")) == {"sample-still"}
    (content / "bulletins" / "sample" / "2026-01-08-01.yaml").unlink()
    assert renewed(parts(read_content(content))) == set()
    replace_in(content / "places" / "sample.yaml", 'code: "990000"', 'code: "990001"')
    assert renewed(parts(read_content(content))) == {"sample-still"}
    invent(content, 310)
    assert renewed(parts(read_content(content))) == {*PARTS}


def test_a_place_without_companies_has_no_index(tmp_path: Path) -> None:
    """Nothing is asked and nothing is built for what is not there."""
    assert parts(read_content(small_content(tmp_path))).keys() == {"sample-still"}


def test_another_table_takes_the_place_of_the_first(content: Path, tmp_path: Path) -> None:
    """An import builds the parts again; what is gone with the first table is told, not refused."""
    published(content, tmp_path / "output")
    invent(content, 310)
    done = published(content, tmp_path / "output")
    assert done.built == ("sample-still", "sample-index", "sample", "portal")
    told = live_release(Output(tmp_path / "output"))
    assert told is not None
    assert {*PARTS} <= told["sections"].keys()
    assert done.lost
    assert all(name.startswith(("data/sample/inventory/", "zh/", "en/", "q/")) for name in done.lost)
