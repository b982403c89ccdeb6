"""Every statement of every plan in both languages: the English is English, and both give the same figures."""

import re
from collections.abc import Iterator

import pytest
from tests.plan_whole import CONTENT, read_data

PLACES = tuple(sorted(path.name for path in (CONTENT / "plans").iterdir()))
CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?(?:%|percent)")
FIGURE = re.compile(r"\d+(?:\.\d+)?")


def texts(value: object) -> Iterator[tuple[str, str]]:
    """Yield every statement below a value: Chinese, English."""
    if isinstance(value, dict):
        if value.keys() == {"zh", "en"}:
            yield value["zh"], value["en"]
            return
        for name, entry in value.items():
            if name != "doubt_note":  # tells of a misprint, whose figures need not be repeated
                yield from texts(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from texts(entry)


def told(place: str) -> list[tuple[str, str]]:
    """Return every statement of the four files of a plan and of its place."""
    files = [f"plans/{place}/{name}.yaml" for name in ("plan", "measures", "vehicles", "industry")]
    return [text for path in (*files, f"places/{place}.yaml") for text in texts(read_data(path))]


@pytest.mark.parametrize("place", PLACES)
def test_english_is_english(place: str) -> None:
    """No English text has a Chinese character left in it, and no Chinese text is without one."""
    statements = told(place)
    assert len(statements) > 500
    assert [en for _, en in statements if CHINESE.search(en)] == []
    assert [zh for zh, _ in statements if not CHINESE.search(zh)] == []


@pytest.mark.parametrize("place", PLACES)
def test_shares_are_the_same_in_both_languages(place: str) -> None:
    """Every percentage of a Chinese statement stands as a figure in the English one, and the other way round."""
    shares = [(PERCENT.findall(zh), PERCENT.findall(en), zh, en) for zh, en in told(place)]
    assert [en for found, _, _, en in shares if not set(found) <= set(FIGURE.findall(en))] == []
    assert [
        zh for _, found, zh, _ in shares if not set(found) <= set(FIGURE.findall(zh.replace("百分之百", "100%")))
    ] == []
    assert sum(bool(found) for found, _, _, _ in shares) >= 3  # at least the shares of each level


@pytest.mark.parametrize("place", PLACES)
def test_stages_are_the_same_in_both_languages(place: str) -> None:
    """China IV in one language is 国四 in the other, and so for every stage that a statement names."""
    numerals = {"二": "II", "三": "III", "四": "IV", "五": "V", "六": "VI"}
    wrong = []
    for zh, en in told(place):
        chinese = {numerals[mark] for mark in re.findall(r"国([二三四五六])", zh)}
        found = re.findall(r"\b(?:China|Stages?|and|to) (?:Stage )?(II|III|IV|VI|V)\b", en)
        if chinese and chinese != set(found):
            wrong.append((zh, en))
    assert wrong == []
