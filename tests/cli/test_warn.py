"""`lantian warn` writes the next message of the chain, never a wrong one, and says what it changes."""

from pathlib import Path

import pytest
from tests.cli.calls import SIGNED, Call, demanded, replace_in, tree

from lantian.model.bulletin import Bulletin
from lantian.reading.content import read_content

pytestmark = pytest.mark.usefixtures("quiet")
NOW = ("--as-of", "2026-11-22T12:05")
SAID = demanded("yangquan", "orange")
ISSUE = ("warn", "yangquan", "orange", "--at", "2026-11-22T12:00", *NOW, *SAID)


def last(content: Path) -> Bulletin:
    """Return the latest message of the city, as it is read back."""
    return read_content(content).place("yangquan").bulletins[-1]


def test_a_message_is_read_back_as_it_was_asked_for(lantian: Call, content: Path, tmp_path: Path) -> None:
    """Everything the operator typed stands in the file and is read again as the same message."""
    notice = tmp_path / "notice.txt"
    notice.write_text("各有关单位：\n\n  自11月22日18时起启动橙色预警。\n", encoding="utf-8")
    done = lantian(
        *ISSUE, "--starts", "2026-11-22T18:00", "--ends", "2026-11-25T12:00+08:00", "--number", "演练-2026-02",
        "--approved-by", "市应急指挥部副总指挥（分管副市长）", "--pollutant", "pm25", "--forecast", "160,170,155",
        "--reason-zh", "静稳：高湿", "--reason-en", "Calm: damp air", "--text-file", str(notice),
    )  # fmt: skip
    bulletin = last(content)
    assert done.exit_code == 0, done.output
    assert (bulletin.id, bulletin.action, bulletin.level) == ("2026-11-22-01", "issue", "orange")
    assert bulletin.issued_at.isoformat() == "2026-11-22T12:00:00+08:00"
    assert bulletin.starts_at.isoformat() == "2026-11-22T18:00:00+08:00"
    assert bulletin.expected_end is not None
    assert bulletin.expected_end.isoformat() == "2026-11-25T12:00:00+08:00"
    assert (bulletin.number, bulletin.pollutant, bulletin.forecast) == ("演练-2026-02", "pm25", (160, 170, 155))
    assert bulletin.approved_by is not None
    assert bulletin.approved_by.en.startswith("Deputy commander")
    assert bulletin.reason is not None
    assert bulletin.reason.zh == "静稳：高湿"
    assert bulletin.official_text == "各有关单位：\n\n  自11月22日18时起启动橙色预警。\n"
    assert "lantian --content" in done.stdout.splitlines()[-1]


def test_a_whole_episode(lantian: Call, content: Path) -> None:
    """Issue, raise, extend, lower, suspend, resume and lift follow each other, each replacing the one before."""
    for words in (
        ("orange", "--at", "2026-11-22T12:00", "--ends", "2026-11-24T12:00", *SAID),
        ("red", "--at", "2026-11-22T20:00", "--ends", "2026-11-25T12:00", *demanded("yangquan", "red")),
        ("extend", "--at", "2026-11-23T08:00", "--ends", "2026-11-26T12:00"),
        ("yellow", "--at", "2026-11-24T08:00", *demanded("yangquan", "yellow")),
        ("suspend", "--at", "2026-11-24T10:00", "--resumes", "2026-11-24T20:00"),
        ("resume", "--at", "2026-11-24T18:00"),
        ("lift", "--at", "2026-11-25T08:00", "--starts", "2026-11-25T10:00", "--approved-by", SIGNED["yangquan"]),
    ):
        done = lantian("warn", "yangquan", *words, "--as-of", "2026-11-25T09:00")
        assert done.exit_code == 0, done.output
    messages = read_content(content).place("yangquan").bulletins[-7:]
    actions = ["issue", "raise", "extend", "lower", "suspend", "resume", "lift"]
    assert [message.action for message in messages] == actions
    assert [message.replaces for message in messages] == [None, *(message.id for message in messages[:-1])]


def test_a_withdrawal_takes_the_message_back(lantian: Call, content: Path) -> None:
    """A message sent in error is withdrawn by a new message, and the status says so."""
    lantian(*ISSUE)
    done = lantian("warn", "yangquan", "withdraw", "--at", "2026-11-22T12:03", *NOW)
    assert done.exit_code == 0, done.output
    assert (last(content).action, last(content).replaces) == ("withdraw", "2026-11-22-01")
    assert "state: withdrawn" in lantian("status", *NOW).stdout


def test_a_drill_touches_no_warning(lantian: Call, content: Path) -> None:
    """With --exercise the message is a drill, and no level holds."""
    done = lantian(*ISSUE, "--exercise")
    assert done.exit_code == 0, done.output
    assert last(content).action == "exercise"
    assert "level: —" in lantian("status", *NOW).stdout


def test_a_dry_run_writes_nothing(lantian: Call, content: Path) -> None:
    """With --dry-run everything is shown and no file is written."""
    before = tree(content)
    done = lantian(*ISSUE, "--dry-run")
    assert done.exit_code == 0
    assert "level: orange" in done.stdout
    assert tree(content) == before


def test_the_report_names_what_changes(lantian: Call) -> None:
    """The report says what readers were told and will be told, subject by subject, and that it is a demo."""
    told = lantian(*ISSUE).stdout
    for word in ("Status", "Schools", "Enterprises", "- No heavy", "+ Orange warning in force", "demo data"):
        assert word in told


def test_a_forecast_that_fits_another_level_is_only_noted(lantian: Call, content: Path) -> None:
    """Where the plan's criteria give another level for the message's own forecast, the operator is told, no more."""
    done = lantian(*ISSUE, "--forecast", "160,170")
    assert "criteria" in done.stdout
    assert last(content).level == "orange"
    assert (
        "criteria"
        not in lantian(*ISSUE[:2], "red", *NOW, *demanded("yangquan", "red"), "--forecast", "210,310,220").stdout
    )


REFUSED = (
    ("lift",),
    ("extend", "--ends", "2026-11-25T12:00"),
    ("withdraw",),
    ("blue",),
    ("suspend",),
    ("resume",),
    ("correct",),
    ("correct", "2026-11-16-01", "--number", "2"),
    ("lift", "2026-11-16-01"),
    ("orange", "--resumes", "2026-11-25T12:00"),
    ("orange", "--line", "ozone"),
    ("lift", "--line", "ozone"),
    ("notice",),
    ("orange", "--area", "全市"),
    ("orange", "--item", "weather"),
    ("orange", "--at", "2026-11-01T12:00"),
    ("orange", "--starts", "2026-11-22T11:00"),
    ("orange", "--ends", "2026-11-22T12:00"),
    ("orange", "--reason-zh", "静稳"),
    ("orange", "--reason-zh", " ", "--reason-en", "calm"),
    ("orange", "--approved-by", "a friend"),
)


def at(moment: str) -> str:
    """Return what every message says: who issued it, and when it took effect."""
    return f"issued_at: {moment}\nstarts_at: {moment}\nissuer: {{zh: 市, en: City}}\n"


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_what_makes_no_sense_is_refused(lantian: Call, content: Path, words: tuple[str, ...]) -> None:
    """A message that continues nothing, goes back in time or lacks a language ends with 2 and writes nothing."""
    log = content / "bulletins" / "yangquan"
    stated = f"approved_by: {{zh: {SIGNED['yangquan']}, en: Deputy}}\npollutant: pm25\nforecast: [210]\n"
    first = f"action: issue\nlevel: yellow\n{at('2026-11-16T08:00')}{stated}official_text: 原文\n"
    (log / "2026-11-16-01.yaml").write_text(first, encoding="utf-8")
    (log / "2026-11-17-01.yaml").write_text(
        f"action: withdraw\nreplaces: 2026-11-16-01\n{at('2026-11-17T08:00')}", encoding="utf-8"
    )
    before = tree(content)
    done = lantian("warn", "yangquan", *words, *NOW) if "--at" in words else lantian(
        "warn", "yangquan", *words, "--at", "2026-11-22T12:00", *NOW
    )  # fmt: skip
    assert done.exit_code == 2, done.output
    assert done.stderr.startswith("lantian: ")
    assert "lacks what the plan demands" not in done.stderr
    assert tree(content) == before


def test_a_message_that_spoils_the_content_is_removed_again(lantian: Call, content: Path, tmp_path: Path) -> None:
    """A sign that no text may hold is found when the file is read again; then the file is gone (exit code 1)."""
    notice = tmp_path / "notice.txt"
    notice.write_text("橙色\u202e预警\n", encoding="utf-8")
    before = tree(content)
    done = lantian(*ISSUE, "--text-file", str(notice))
    assert done.exit_code == 1
    assert "content/bulletins/yangquan/2026-11-22-01.yaml:" in done.stderr
    assert tree(content) == before


def test_broken_content_stops_it_first(lantian: Call, content: Path) -> None:
    """While the content has a problem no message is written."""
    replace_in(content / "places" / "yangquan.yaml", 'code: "140300"', 'code: "14"')
    before = tree(content)
    assert lantian(*ISSUE).exit_code == 1
    assert tree(content) == before


def test_no_file_is_ever_replaced(lantian: Call, content: Path) -> None:
    """A file of the same name that appeared meanwhile stays, and the operator is told."""
    taken = content / "bulletins" / "yangquan" / "2026-11-22-01.yaml"
    taken.mkdir()
    done = lantian(*ISSUE)
    assert done.exit_code != 0
    assert taken.is_dir()
