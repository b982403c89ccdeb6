"""What `make bench-republish` measures is sound: the program accepts its places, its counts see, its verdicts judge."""

import json
from pathlib import Path
from typing import cast

import pytest
import yaml
from tests.bench.records import record
from tests.bench.republish import limit
from tests.bench.republish.contest import ELEVENTY, FLOOR, HUGO, PELICAN, SEGMENT, TOO_LONG, WATCH, Contest, Result
from tests.bench.republish.messages import chain
from tests.bench.republish.places import make_content
from tests.bench.republish.stand import REAL, Stand
from tests.bench.republish.tables import tables
from tests.bench.republish.targets import targets
from tests.bench.republish.twin import Part
from tests.bench.republish.written import compare, look
from tests.bench.shape import Shape

from lantian.pages.short_addresses import short_address
from lantian.reading.content import read_content


def test_made_places_are_sound_under_other_names(tmp_path: Path) -> None:
    """Copies of the real plans are accepted as places of their own, and a copy of a follower follows a copy."""
    made = make_content(REAL, tmp_path / "content", 6)
    content = read_content(tmp_path / "content")
    assert [entry.place.id for entry in content.places] == [clone.id for clone in made]
    assert len({entry.place.names.zh for entry in content.places}) == 6
    followed = {entry.place.id: entry.place.follows for entry in content.places if entry.place.follows}
    assert followed == {"example-003": "example-002", "example-006": "example-005"}


def test_messages_of_the_rounds_are_accepted(tmp_path: Path) -> None:
    """A first message and the two after it form one chain that the program accepts."""
    folder = tmp_path / "content"
    made = make_content(REAL, folder, 1)
    messages = chain(folder, made[0].id)
    added = [messages.add() for _ in range(3)]
    known = [message.key for message in read_content(folder).place(made[0].id).bulletins]
    assert known[-3:] == added


def test_a_file_of_another_place_is_counted(tmp_path: Path) -> None:
    """What a change writes is told apart by whose it is; a file of an untouched section is foreign."""
    before = look(_output(tmp_path))
    (tmp_path / "sections" / "own-1" / "page.html").write_text("new")
    (tmp_path / "sections" / "other-1" / "page.html").write_text("touched")
    (tmp_path / "releases" / "r" / "link").symlink_to("../../sections/own-1")
    found = compare(tmp_path, before, "own")
    assert (found.place, found.links, found.foreign) == (1, 1, ("sections/other-1/page.html",))


def _output(folder: Path) -> Path:
    for name in ("own-1", "other-1", "portal-1"):
        (folder / "sections" / name).mkdir(parents=True)
        (folder / "sections" / name / "page.html").write_text("as it was before")
    (folder / "releases" / "r").mkdir(parents=True)
    told = {"release": "r", "sections": {"own": "own-1", "other": "other-1", "portal": "portal-1"}}
    (folder / "releases" / "r" / "release.json").write_text(json.dumps(told))
    (folder / "current").symlink_to("releases/r")
    return folder


def test_a_promise_is_judged_by_medians() -> None:
    """The same figures keep one promise and miss another."""
    stages = [{"render": 0.2, "seal": 0.1, "switch": 0.1}]
    one = Result(1, seconds={WATCH: [9.0, 0.5, 0.5], HUGO: [0.6], FLOOR: [0.05]}, stages={WATCH: stages})
    verdicts = {target.unit: target.met for target in targets({1: one}) if target.limit in {1, 10}}
    assert verdicts == {"x Hugo": True, "x floor": True}
    assert [target.met for target in targets({1: one}) if target.limit == 4] == [False]


def test_what_was_not_measured_is_missed() -> None:
    """Without figures no promise is kept."""
    judged = tuple(targets({1: Result(1), 337: Result(337)}))
    assert len(judged) == 12
    assert not any(target.met for target in judged)


def test_no_two_copies_of_a_place_write_the_same_file(tmp_path: Path) -> None:
    """The rivals' data of a copy name no page of the original, short addresses included."""
    addresses = ("zh/example-001/easy/index.html", f"{short_address('example-001/easy/')}index.html")
    shapes = [Shape(address, "zh", 1, 1, 1, 1, 0, 0, 0, 0) for address in addresses]
    part = Part("example-001", shapes, [record(shape) for shape in shapes], [])
    part.write(tmp_path, "example-001")
    part.write(tmp_path, "example-004")
    written = [yaml.safe_load((tmp_path / name / "pages.yaml").read_bytes()) for name in ("example-001", "example-004")]
    urls, names = ([[page[key] for page in pages] for pages in written] for key in ("url", "name"))
    assert len({*urls[0], *urls[1]}) == len({*names[0], *names[1]}) == 4
    assert f"/{short_address('example-004/easy/')}" in urls[1]


def test_who_failed_or_took_too_long_has_no_other_turn() -> None:
    """A rival that did not finish is noted with what it said; it, a slow one, and who takes no part are not asked."""
    result = Result(337, seconds={HUGO: [TOO_LONG + 1]}, failed={ELEVENTY: "node ended with 134\nFATAL /a/b/heap"})
    contest = Contest(cast("Stand", None), result, frozenset({"hugo", "eleventy"}), print)
    assert [name for name in (HUGO, ELEVENTY, PELICAN, SEGMENT) if contest.may_go(name)] == [SEGMENT]
    assert "- 337 places, eleventy: node ended with 134; FATAL heap" in "\n".join(tables({337: result}, ()))


def test_a_rival_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn ends when its time is over, and says so."""
    monkeypatch.setattr(limit, "SECONDS", 0.1)
    with pytest.raises(RuntimeError, match=r"stopped after 0\.1 s"):
        limit.measure_rival("/usr/bin/tail", "-f", "/dev/null")
