"""The index: whatever stands in a name is found, every company once, and the head knows how many."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lookup.client import ends, found, holds

from lantian.lookup.initials import initials
from lantian.lookup.packing import PART, Block, packed
from lantian.lookup.splitting import LEAF, Signs, leaves

FEW_SIGNS = st.text(alphabet="甲乙丙𬭩a1", max_size=9)
NAMES = st.lists(FEW_SIGNS, min_size=1, max_size=60)
READINGS = st.lists(st.lists(st.sampled_from(["c", "cz", "ly", "s"]), max_size=7), min_size=1, max_size=60)


def index_of(texts: list[Signs], shortest: int = 2) -> tuple[Block, ...]:
    """Return the blocks of some texts."""
    return packed(leaves(texts, shortest))


@settings(max_examples=60, deadline=None)
@given(NAMES, st.data())
def test_every_part_finds_its_names_once(names: list[str], data: st.DataObject) -> None:
    """Any part of two signs or more finds exactly the names that contain it, each once, and their number is known."""
    texts: list[Signs] = [*names, *names * 3]  # more than a leaf holds
    parts = sorted({name[at:end] for name in names for at in range(len(name)) for end in range(at + 2, len(name) + 1)})
    asked = data.draw(st.sampled_from(parts)) if parts else "甲乙"
    scanned = [number for number, name in enumerate(texts) if asked in str(name)]
    promised, numbers = found(asked, index_of(texts), texts)
    assert sorted(numbers) == scanned
    assert promised == len(scanned)


@settings(max_examples=60, deadline=None)
@given(READINGS, st.text(alphabet="czlys", min_size=2, max_size=5))
def test_every_reading_finds_its_names_once(readings: list[list[str]], asked: str) -> None:
    """Letters find the names that can be read so, whichever reading of a sign they are."""
    texts: list[Signs] = [tuple(one) for one in readings * 4]
    scanned = [number for number, signs in enumerate(texts) if holds(signs, asked)]
    promised, numbers = found(asked, index_of(texts), texts)
    assert sorted(numbers) == scanned
    assert promised == len(scanned)


def test_a_name_with_a_repeated_part_is_found_once() -> None:
    """A name that says the same twice counts once for a short question, and for a long one."""
    names: list[Signs] = ["甲公司乙公司", *["丙公司"] * (LEAF + 5)]
    for asked, number in (("公司", LEAF + 6), ("公司乙", 1), ("公司乙公司", 1)):
        promised, numbers = found(asked, index_of(names), names)
        assert (promised, len(numbers), len(set(numbers))) == (number, number, number)


def test_no_leaf_is_longer_than_a_page_but_at_the_end_of_names() -> None:
    """Only places at the end of their names, which nothing tells apart, may be more than are shown at a time."""
    names: list[Signs] = [f"甲{sign}有限公司" for sign in "子丑寅卯" for _ in range(50)]
    long = [leaf.key for leaf in leaves(names, 2) if len(leaf.texts) > LEAF]
    assert long
    assert all(ends(key) for key in long)


def test_the_commonest_ending_is_cut_into_parts() -> None:
    """A leaf of thousands of names is cut, so that no block is longer than a few kilobytes."""
    names: list[Signs] = ["甲有限公司"] * (3 * PART + 1)
    blocks = index_of(names)
    assert max(len(block.data) for block in blocks) < 20_000
    promised, numbers = found("有限公司", blocks, names)
    assert promised == len(set(numbers)) == len(names)


def test_initials_of_a_name_with_two_readings_find_it() -> None:
    """A name is found by either reading of its signs."""
    names: list[Signs] = [initials("重庆长乐水泥")]
    assert [found(asked, index_of(names), names)[0] for asked in ("cqcl", "zqzy", "clsn", "xxcl")] == [1, 1, 1, 0]


def test_keys_stand_as_javascript_sorts_them() -> None:
    """Signs beyond the basic plane come before private ones, as their surrogates do."""
    names: list[Signs] = ["\ue000甲", "𬭩甲", "乙甲"]
    assert [leaf.key for leaf in leaves(names, 2)] == ["乙甲", "𬭩甲", "\ue000甲"]
