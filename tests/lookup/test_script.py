"""The scripts of the search run in a browser of 2018, and take every word from the page."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted((ROOT / "theme" / "static" / "js" / "lookup").glob("*.js"))
MACRO = ROOT / "theme" / "templates" / "macros" / "lookup.html"
YOUNGER = (
    r"\?\.[A-Za-z_(\[]", r"\?\?", r"catch \{", r"\{\s*\.\.\.", r"\.flat(Map)?\(", r"\.matchAll\(", r"\.replaceAll\(",
    r"\\p\{", r"allSettled", r"fromEntries", r"replaceChildren", r"\.at\(", r"AbortController", r"this\.#",
)  # fmt: skip
"""Spellings and functions that came after ECMAScript 2017 and the browsers of its time."""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_nothing_is_younger_than_2017(script: Path) -> None:
    """No script uses what an Android WebView of 2018 cannot read."""
    text = script.read_text(encoding="utf-8")
    assert not [pattern for pattern in YOUNGER if re.search(pattern, text)]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_no_markup_is_made_from_text(script: Path) -> None:
    """Names become text, never markup; nothing is evaluated, no style is written into the page."""
    text = script.read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|\.style\b", text)


def test_every_word_and_piece_stands_on_the_page() -> None:
    """What the scripts ask the page for is there, and nothing is there that no script asks for."""
    text = "\n".join(script.read_text(encoding="utf-8") for script in SCRIPTS)
    page = MACRO.read_text(encoding="utf-8")
    given = {kind: set(re.findall(rf'data-{kind}="([a-z-]+)"', page)) for kind in ("words", "part")}
    asked = set(re.findall(r'words\("([a-z-]+)"', text)) | {"none", "gone"}
    assert given["words"] == asked
    assert given["part"] == set(re.findall(r'part\("([a-z]+)"\)', text))
    assert set(re.findall(r'data-piece="([a-z]+)"', page)) == {
        "found", "told", "now", "more", "none", "broken", "unscripted",
    }  # fmt: skip
