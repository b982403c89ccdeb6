"""The theme's colours keep the contrasts that ux.md 10.2-10.4 and its appendix A demand, in light and in dark."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[1] / "theme"
STYLES = THEME / "static" / "css"
TOKENS = STYLES / "tokens.css"
DARK = "@media screen and (prefers-color-scheme: dark)"
TONES = ("red", "orange", "yellow", "blue", "advice", "none", "lifted", "withdrawn", "exercise", "stale")
TEXT = 4.5  # WCAG 2.2, 1.4.3
GRAPHIC = 3.0  # WCAG 2.2, 1.4.11
Colours = dict[str, str]


def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB`."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def read_rules(style: str) -> dict[str, Colours]:
    """Return the colours that a style sheet sets, by selector."""
    rules: dict[str, Colours] = {}
    for selectors, body in re.findall(r"([^{};/]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)):
        found = dict(re.findall(r"--([a-z-]+): (#[0-9A-Fa-f]{6})", body))
        for selector in selectors.split(","):
            rules.setdefault(selector.strip(), {}).update(found)
    return rules


@pytest.fixture(scope="module", params=["light", "dark"])
def palette(request: pytest.FixtureRequest) -> dict[str, Colours]:
    """Return the colours of one scheme by selector."""
    light, _, dark = TOKENS.read_text(encoding="utf-8").partition(DARK)
    assert dark
    return read_rules(light if request.param == "light" else dark.partition("{")[2])


def test_contrast_can_be_measured() -> None:
    """Black on white has the highest contrast there is, and the orange of the warning the one in the table."""
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#14181C", "#F57F17") == pytest.approx(6.74, abs=0.005)


@pytest.mark.parametrize("role", ["ink", "muted", "link", "visited"])
def test_text_is_legible(palette: dict[str, Colours], role: str) -> None:
    """Text and links stand out from the page and from surfaces."""
    root = palette[":root"]
    assert ratio(root[role], root["bg"]) >= TEXT
    assert ratio(root[role], root["surface"]) >= TEXT


def test_borders_and_focus_are_seen(palette: dict[str, Colours]) -> None:
    """Borders stand out from the page, and the two rings of the focus from each other."""
    root = palette[":root"]
    assert ratio(root["border"], root["bg"]) >= GRAPHIC
    assert ratio(root["border"], root["surface"]) >= GRAPHIC
    assert ratio(root["focus"], root["focus-out"]) >= GRAPHIC


@pytest.mark.parametrize("tone", TONES)
def test_tone_is_legible(palette: dict[str, Colours], tone: str) -> None:
    """A tone's text stands out from its fill, its edge from the page, its ink from page and tint."""
    root, colours = palette[":root"], palette[f".tone-{tone}"]
    assert ratio(colours["on"], colours["fill"]) >= TEXT
    assert ratio(colours["edge"], root["bg"]) >= GRAPHIC
    assert ratio(colours["tone-ink"], root["bg"]) >= TEXT
    assert ratio(colours["tone-ink"], colours["tint"]) >= TEXT
    assert ratio(root["ink"], colours["tint"]) >= TEXT


@pytest.mark.parametrize("tone", TONES)
def test_tone_has_a_shape(tone: str) -> None:
    """No tone is told by its colour alone: each has a shape of its own."""
    macros = (THEME / "templates" / "macros" / "warning.html").read_text(encoding="utf-8")
    shapes = dict(re.findall(r"^  \"([a-z]+)\": '(<.+>)',$", macros, flags=re.MULTILINE))
    assert sorted(shapes) == sorted(TONES)
    assert list(shapes.values()).count(shapes[tone]) == 1


def test_colours_are_named_once() -> None:
    """Only tokens.css knows colour values, and no style sheet loads anything."""
    others = [path for path in sorted(STYLES.rglob("*.css")) if path != TOKENS]
    assert others
    stray = [
        f"{path.name}: {found}"
        for path in others
        for found in re.findall(r":[^;{}]*#[0-9A-Fa-f]{3,8}\b|@import|url\(", path.read_text(encoding="utf-8"))
    ]
    assert not stray
