"""Wrong use ends with 2 and one sentence; both languages, and terminals that know neither, are served."""

from importlib.resources import files
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from tests.cli.calls import Call, run

from lantian.cli.catalog import catalog
from lantian.cli.help import translations
from lantian.cli.main import COMMANDS, main
from lantian.cli.moments import read_moment

WRONG = (
    ("fly",),
    ("check", "--fast"),
    ("assess", "yangquan"),
    ("assess",),
    ("assess", "yangquan", "--aqi", "160", "--pollutant", "dust"),
    ("build", "--as-of", "tomorrow"),
    ("build", "--as-of", "2026-11-21"),
    ("warn", "yangquan", "purple"),
    ("serve", "--port", "70000"),
)


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_use_ends_with_2_in_both_languages(words: tuple[str, ...]) -> None:
    """Each mistake in typing ends with 2, gives no result, and is told in the language that was asked for."""
    told = {}
    for language in ("zh", "en"):
        done = CliRunner().invoke(main, ["--lang", language, *words])
        assert done.exit_code == 2
        assert done.stdout == ""
        told[language] = done.stderr
    assert told["zh"] != told["en"]
    assert told["en"].isascii() or "“" in told["en"]


def test_an_unknown_language_ends_with_2() -> None:
    """There are two languages."""
    assert CliRunner().invoke(main, ["--lang", "fr", "check"]).exit_code == 2


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk", "utf-8"])
def test_no_terminal_makes_it_crash(encoding: str) -> None:
    """Chinese messages on a terminal of another encoding are spelled out instead of ending the program."""
    done = run("--lang", "zh", "check", env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert done.returncode in {0, 1}
    assert b"Traceback" not in done.stderr
    assert done.stdout


def test_json_is_readable_on_every_terminal() -> None:
    """What programs read is JSON whatever the terminal's encoding."""
    done = run("check", "--json", env={"PYTHONIOENCODING": "ascii"})
    assert done.stdout.isascii()
    assert done.stdout.startswith(b"{")


@pytest.mark.parametrize(
    ("locale", "word"), [("zh_CN.UTF-8", "没有"), ("en_GB.UTF-8", "there is no"), ("", "there is no")]
)
def test_the_terminal_chooses_the_language(locale: str, word: str) -> None:
    """Without --lang a Chinese terminal is answered in Chinese, every other in English."""
    done = CliRunner().invoke(main, ["fly"], env={"LC_ALL": "", "LC_MESSAGES": "", "LANG": locale})
    assert word in done.stderr


def test_help_names_every_command() -> None:
    """The help of the program lists each command, and each command has a help of its own."""
    overview = CliRunner().invoke(main, ["--help"]).stdout
    assert COMMANDS
    for name in COMMANDS:
        assert name in overview
        assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0


def test_the_help_is_translated_whole() -> None:
    """Every help text has its Chinese, no translation is left over, and --lang zh shows them."""
    context = click.Context(main)
    context.params["language"] = "en"
    commands = [main, *(main.get_command(context, name) for name in COMMANDS)]
    english = {command.help for command in commands if command is not None}
    options = [param for command in commands if command is not None for param in command.params]
    english |= {option.help for option in options if isinstance(option, click.Option)}
    assert set(translations()) == english
    assert translations()["Folder of the content."] in CliRunner().invoke(main, ["--lang", "zh", "--help"]).stdout
    assert translations()["Its official number."] in CliRunner().invoke(main, ["--lang", "zh", "warn", "-h"]).stdout


def test_every_sentence_is_used() -> None:
    """The catalog holds no sentence that no command speaks."""
    package = files("lantian.cli")
    code = "".join(source.read_text("utf-8") for source in package.iterdir() if source.name.endswith(".py"))
    spoken = {f"{section}.{name}" for section, names in catalog().patterns.items() for name in names}
    composed = ("stage.", "publish_failed.", "status.since", "status.expected_end", "status.next_")
    assert spoken
    assert not [key for key in spoken if key not in code and not key.startswith(composed)]


def test_a_time_without_an_offset_is_the_places_own() -> None:
    """A time without an offset is Beijing time; one with an offset keeps it."""
    assert read_moment("2026-11-21T12:00").isoformat() == "2026-11-21T12:00:00+08:00"
    assert read_moment("2026-11-21T04:00Z") == read_moment("2026-11-21 12:00")


def test_unreadable_files_are_wrong_use(lantian: Call, tmp_path: Path) -> None:
    """A file that is named and not there ends with 2 and a sentence that names it."""
    missing = tmp_path / "notice.txt"
    done = lantian("warn", "yangquan", "red", "--text-file", str(missing))
    assert done.exit_code == 2
    assert str(missing) in done.stderr
