"""A mistake in the theme stops the build with its file and line, and with nothing half-built."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.cli.calls import ROOT, replace_in
from tests.publishing.small_site import small_content

from lantian.build import THEME, build
from lantian.cli import build as build_command
from lantian.cli.main import main
from lantian.problems import ThemeFault
from lantian.rendering.theme_fault import located

AS_OF = datetime.fromisoformat("2026-11-22T12:05:00+08:00")
HOME, LAYOUT = "templates/pages/home.html", "templates/layouts/page.html"
CATALOG = "translations/zh/LC_MESSAGES/layout.po"
MISTAKES = (
    (HOME, "{% block main %}", "{% block main %}{{ view.no_such_field }}", "no_such_field"),
    (HOME, "{% block main %}", "{% block main %}{{ 1 / 0 }}", "ZeroDivisionError"),
    (HOME, "{% block main %}", "{% block main %}{% if %}", "Expected an expression"),
    (HOME, '"layouts/page.html"', '"layouts/nowhere.html"', "there is no template layouts/nowhere.html"),
    (LAYOUT, 'asset("css")', 'asset("no_such_file")', "no_such_file"),
    (CATALOG, 'msgid "Skip to the content"', 'msgidd "Skip to the content"', "Unknown"),
)


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """Return a copy of the theme."""
    return shutil.copytree(THEME, tmp_path / "theme")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the content of a small city: its pages have the same templates, and are planned in a moment."""
    return small_content(tmp_path)


@pytest.mark.parametrize(("file", "old", "new", "reason"), MISTAKES, ids=[reason for *_, reason in MISTAKES])
def test_file_and_line(theme: Path, content: Path, file: str, old: str, new: str, reason: str) -> None:
    """A wrong name, a wrong sum, wrong braces, a missing template, file or keyword: each is told by file and line."""
    line = replace_in(theme / file, old, new)
    with pytest.raises(ThemeFault) as raised:
        build(content, content.parent / "site", AS_OF, lambda _: None, theme)
    assert (raised.value.file, raised.value.line) == (f"theme/{file}", line)
    assert reason in raised.value.reason
    assert not (content.parent / "site").exists()


def test_a_page_template_that_is_not_there(theme: Path, content: Path, tmp_path: Path) -> None:
    """A template that a page asks for and the theme lacks is named, although no line asks for it."""
    (theme / "templates" / "pages" / "easy.html").unlink()
    with pytest.raises(ThemeFault, match=r"^theme/templates/pages/easy\.html:1: there is no template"):
        build(content, tmp_path / "site", AS_OF, lambda _: None, theme)


def test_mistakes_outside_the_theme_pass(theme: Path) -> None:
    """What no template has brought down is no fault of the theme and passes as it is."""
    with pytest.raises(KeyError, match="elsewhere"), located(theme):
        raise KeyError("elsewhere")


@pytest.mark.parametrize(
    ("language", "word"), [("zh", "主题里的这一行有错"), ("en", "this line of the theme is wrong")]
)
def test_the_command_says_it_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str, word: str
) -> None:
    """The command ends with 1 and one sentence with file and line, in the language asked for, without a traceback."""

    def broken(*_: object) -> None:
        raise ThemeFault("theme/templates/pages/home.html", 8, "no such name")

    monkeypatch.setattr(build_command, "build_site", broken)
    options = ("--content", str(ROOT / "content"), "--output", str(tmp_path), "--lang", language)
    done = CliRunner().invoke(main, [*options, "build"], catch_exceptions=False)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"theme/templates/pages/home.html:8: {word}")
