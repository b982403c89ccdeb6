"""What makes no difference in a search: width, case, spaces, punctuation, the traditional form."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantian.lookup.folding import DROPPED, folded, simplified_signs, variants_of
from lantian.lookup.initials import initials, letters_of


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("虚构（甲县）水泥 有限公司", "虚构甲县水泥有限公司"),
        ("ＡＢＣ１２３公司", "abc123公司"),
        ("虚构·长乐「二分厂」", "虚构长乐二分厂"),
        ("<img src=x onerror=1>", "imgsrcxonerror1"),
        ("〇一二", "〇一二"),
        ("𬭩盐厂", "𬭩盐厂"),
    ],
)
def test_width_case_and_punctuation_make_no_difference(written: str, kept: str) -> None:
    """Full-width signs, capital letters, spaces and punctuation fold to the same as their plain forms."""
    assert folded(written) == kept


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded stays as it is when it is folded again."""
    assert folded(folded(text)) == folded(text)


def test_the_browser_can_read_the_class_of_dropped_signs() -> None:
    """The class has no escape but those that Python and JavaScript share."""
    assert set(re.findall(r"\\(.)", DROPPED)) == {"x", "u"}


def test_traditional_signs_lead_to_simplified_ones() -> None:
    """Every traditional sign has one simplified form that is not led on further."""
    signs = simplified_signs()
    assert {sign: signs[sign] for sign in "長樂礦業廠"} == dict(zip("長樂礦業廠", "长乐矿业厂", strict=True))
    assert not set(signs.values()) & set(signs)


def test_variants_are_those_of_the_signs_in_use() -> None:
    """The browser is told of no sign whose simplified form stands in no name."""
    variants = variants_of("长厂", simplified_signs())
    assert set(variants) == {"长", "厂"}
    assert "長" in variants["长"]
    assert "廠" in variants["厂"]


@pytest.mark.parametrize(
    ("sign", "letters"),
    [
        ("长", "cz"),
        ("重", "cz"),
        ("行", "hx"),
        ("乐", "ly"),
        ("朝", "cz"),
        ("厦", "sx"),
        ("解", "jx"),
        ("单", "cds"),
        ("厂", "c"),
    ],
)
def test_signs_of_several_readings_have_several_letters(sign: str, letters: str) -> None:
    """Readings that words use are all letters of a sign; readings of dictionaries alone are not."""
    assert "".join(sorted(letters_of(sign))) == letters


def test_initials_leave_other_signs_alone() -> None:
    """Letters and digits of a name stand for themselves."""
    assert initials("3m公司") == ("3", "m", "g", "s")
