"""Sentence patterns: what is filled in, what stays as it stands, and what is refused."""

import pytest

from lantian.model.text import Text
from lantian.model.wording import MissingSentenceError, Wording

PATTERNS = {
    "plain": {"zh": "完了", "en": "done"},
    "one": {"zh": "共{n}家", "en": "{n} in all"},
    "order": {"zh": "{place}的{what}", "en": "{what} of {place}"},
    "twice": {"zh": "{n}，{n}", "en": "{n}, {n}"},
    "signs": {"zh": "{{{n}}} 100% %s", "en": "100% {{x}} %d {n}%"},
    "form": {"zh": "{n:02d}时", "en": "{n!s:>3} h"},
    "separator": {"zh": "·，", "en": "·and·"},
}
WORDING = Wording.model_validate({"patterns": {"test": PATTERNS}})
PLACE, WHAT = Text(zh="阳泉", en="Yangquan"), Text(zh="企业", en="plants")


@pytest.mark.parametrize("name", [name for name, pattern in PATTERNS.items() if "{n" in pattern["zh"]])
def test_fields_are_filled_as_python_formats_them(name: str) -> None:
    """Whatever stands around a field, twice or with a form of its own, the words are those of `str.format`."""
    pattern = WORDING.pattern(f"test.{name}")
    for _ in range(2):  # the first time a pattern is taken apart, the second time it is known
        assert WORDING.say(f"test.{name}", n=7) == Text(zh=pattern.zh.format(n=7), en=pattern.en.format(n=7))


def test_a_text_is_spoken_in_each_language() -> None:
    """A field that is a text is said in the language of the sentence, in the order of that language."""
    assert WORDING.say("test.order", place=PLACE, what=WHAT) == Text(zh="阳泉的企业", en="plants of Yangquan")
    assert WORDING.say("test.order", place=PLACE, what="PM") == Text(zh="阳泉的PM", en="PM of Yangquan")


def test_a_pattern_without_fields_is_the_sentence() -> None:
    """A sentence in which nothing is filled in is the pattern itself."""
    assert WORDING.say("test.plain") is WORDING.pattern("test.plain")


def test_a_field_that_nobody_gives_is_refused() -> None:
    """A sentence with a gap is never said."""
    with pytest.raises(KeyError, match="what"):
        WORDING.say("test.order", place=PLACE)


@pytest.mark.parametrize("key", ["test.nothing", "nowhere.plain"])
def test_a_sentence_that_nobody_wrote_is_named(key: str) -> None:
    """Section and name of a sentence that is missing are told."""
    with pytest.raises(MissingSentenceError, match=key):
        WORDING.say(key)


def test_statements_are_joined_in_each_language() -> None:
    """A dot in the middle of a separator is a space in English and nothing in Chinese; one statement stays as it is."""
    assert WORDING.join((PLACE, WHAT), "test.separator") == Text(zh="阳泉，企业", en="Yangquan and plants")
    assert WORDING.join((PLACE,), "test.separator") is PLACE


def test_a_copy_with_other_patterns_says_those() -> None:
    """What was said before a wording was copied does not go with it."""
    WORDING.say("test.one", n=1)
    other = WORDING.model_copy(update={"patterns": {"test": {"one": PLACE}}})
    assert other.say("test.one", n=1) == PLACE
    assert WORDING.model_copy() == WORDING


def test_what_is_known_of_a_wording_is_no_part_of_it() -> None:
    """A wording that was used is written out, and equal, as one that was not."""
    fresh = Wording.model_validate({"patterns": {"test": PATTERNS}})
    WORDING.say("test.one", n=1)
    assert fresh == WORDING
    assert fresh.model_dump_json() == WORDING.model_dump_json()
