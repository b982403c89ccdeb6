"""YAML that remembers where each value stands."""

import pytest

from lantian.reading.yaml_source import DEPTH_LIMIT, Position, YamlSource, parse

TEXT = """\
hours: 07:30
code: NO
none: ~
quoted: "~"
list:
  - one
  - two: 2
"""


def _keys(text: str) -> list[tuple[int, int, str]]:
    return [(*fault.position, fault.key) for fault in parse(text)[1]]


def test_scalars_stay_text() -> None:
    """Times, answers and numbers are not reinterpreted; only plain nothing is None."""
    data, faults = parse(TEXT)
    assert faults == ()
    assert data == {"hours": "07:30", "code": "NO", "none": None, "quoted": "~", "list": ["one", {"two": "2"}]}


@pytest.mark.parametrize(
    ("path", "at_key", "position"),
    [
        (("hours",), False, (1, 8)),
        (("hours",), True, (1, 1)),
        (("list", 0), False, (6, 5)),
        (("list", 1, "two"), False, (7, 10)),
        (("list", 1, "two"), True, (7, 5)),
        (("list", 1, "three"), True, (7, 5)),
        (("list", 5, "deep", 3), False, (6, 3)),
        (("nowhere",), False, (1, 1)),
        ((), False, (1, 1)),
    ],
)
def test_positions(path: tuple[str | int, ...], at_key: bool, position: tuple[int, int]) -> None:  # noqa: FBT001
    """A path leads to its value or key; one that does not exist leads to the nearest value around it."""
    source = YamlSource("file.yaml", TEXT, parse(TEXT)[0] or {})
    assert source.position(path, at_key=at_key) == Position(*position)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, 1, "no_mapping")]),
        ("just text", [(1, 1, "no_mapping")]),
        ("- a", [(1, 1, "no_mapping")]),
        ("a: [1\nb: 2", [(2, 2, "broken_yaml")]),
        ("a: 1\na: 2\nb: {c: 1, c: 2}\n", [(2, 1, "repeated_key"), (3, 11, "repeated_key")]),
        ("a: !x 1\nb: !!str 2", [(1, 4, "tag"), (2, 4, "tag")]),
        ("a: &x 1\nb: *x", [(1, 4, "alias")]),
        ("a: *x", [(1, 4, "alias")]),
        ("a: 1\n---\nb: 2", [(2, 1, "second_document")]),
        ("{[a]: 1}", [(1, 2, "key_no_text")]),
        ("a: " + "[" * 300_000, [(1, 3 + DEPTH_LIMIT, "too_deep")]),
        ('a: "\\e"', [(1, 4, "refused_character")]),
        ('"\\u200e": 1', [(1, 1, "refused_character")]),
        ("%YAML 9.9\n---\na: 1", [(1, 1, "broken_yaml")]),
        ("a: \x01", [(1, 1, "broken_yaml")]),
    ],
)
def test_faults(text: str, expected: list[tuple[int, int, str]]) -> None:
    """What a file must not contain is found where it stands."""
    assert _keys(text) == expected


def test_the_deepest_nesting_that_is_allowed() -> None:
    """Values nested as deep as the limit are read."""
    assert _keys("a: " + "[" * (DEPTH_LIMIT - 1) + "]" * (DEPTH_LIMIT - 1)) == []
