"""The content folder becomes one checked record, or every problem in it at once."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from tests.sites.layout import ONE_CITY, SITES, lay_out

from lantian.model.text import Language
from lantian.problems import Problem
from lantian.reading.content import read_content

FindProblems = Callable[[Path], tuple[Problem, ...]]
INVALID = sorted(folder.name for folder in (SITES / "invalid").iterdir())
EXPECTED = [(name, "en", "expected.txt") for name in INVALID]
EXPECTED += [(file.parent.name, "zh", file.name) for file in sorted((SITES / "invalid").glob("*/expected.zh.txt"))]


@pytest.mark.parametrize(("name", "language", "file"), EXPECTED)
def test_every_problem_is_told(
    name: str,
    language: Language,
    file: str,
    tmp_path: Path,
    find_problems: FindProblems,
    pytestconfig: pytest.Config,
) -> None:
    """A site with mistakes is refused with exactly the expected sentences, each with file, line and column."""
    overlay = SITES / "invalid" / name
    problems = find_problems(lay_out(tmp_path, overlay))
    told = "".join(f"{problem.sentence(language)}\n" for problem in problems)
    if pytestconfig.getoption("--update-expected", default=False):
        (overlay / file).write_text(told, "utf-8")
    assert problems
    assert told == (overlay / file).read_text("utf-8")


def test_a_sound_site_is_read_whole() -> None:
    """The valid city has its place, its plan, its messages in order, its words and its pages."""
    content = read_content(ONE_CITY)
    city = content.place("sample")
    assert city.plan.id == "sample-2024"
    assert [bulletin.id for bulletin in city.bulletins] == ["2026-01-05-01", "2026-01-06-01", "2026-01-08-01"]
    assert [measure.id for measure in city.plan.measures] == ["children-indoors", "children-indoors-strict"]
    assert content.wording.pattern("cite_level.yellow").en == "Yellow"
    assert [entry.id for entry in content.vocabulary.vehicle_classes] == ["small_passenger", "heavy_truck"]
    assert [(term.zh, term.en) for term in content.vocabulary.glossary][1] == ("预警, 黄色", "warning, yellow")
    assert [(page.slug, page.title.zh) for page in content.prose] == [("about", "关于本站")]


def test_a_time_without_offset_is_the_time_of_the_place() -> None:
    """A moment without an offset gets the offset of the place, one with an offset keeps it."""
    issued = [bulletin.issued_at for bulletin in read_content(ONE_CITY).place("sample").bulletins]
    beijing = timezone(timedelta(hours=8))
    assert issued[0] == datetime(2026, 1, 5, 18, tzinfo=beijing)
    assert issued[1] == datetime(2026, 1, 6, 10, tzinfo=beijing)


def test_markup_in_a_text_is_text(tmp_path: Path) -> None:
    """Markup in a statement is kept as it was written, to be shown as text."""
    content = lay_out(tmp_path)
    file = content / "vocabulary" / "sectors.yaml"
    file.write_text('bricks: {zh: "<script>甲</script>", en: "<script>a</script>"}\nglass: {zh: 乙, en: B}\n', "utf-8")
    assert read_content(content).vocabulary.sectors["bricks"].en == "<script>a</script>"


def test_an_official_site_names_who_runs_it(tmp_path: Path) -> None:
    """With an address and a whole footer the official mode is accepted."""
    content = lay_out(tmp_path)
    with (content / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("footer:\n  run_by: {zh: 甲, en: A}\n  operated_by: {zh: 乙, en: B}\n  contact: {zh: 丙, en: C}\n")
        file.write('  site_id: "1234567890"\n  icp: 测ICP备1号\n  public_security: 测公网安备1号\n')
        file.write("  agency_mark: https://mark.example/1\n  report_error: https://errors.example/1\n")
    site = content / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("mode: demo", "mode: official"), "utf-8")
    assert read_content(content).site.mode == "official"


def test_the_plan_in_force_comes_first(tmp_path: Path, find_problems: FindProblems) -> None:
    """Of two plans of a place the one that it applies stands first, whatever the folders are called."""
    content = lay_out(tmp_path)
    for part in ("plan", "measures", "vehicles", "industry"):
        text = (content / "plans" / "sample" / f"{part}.yaml").read_text("utf-8")
        old = content / "plans" / "a-winter" / f"{part}.yaml"
        old.parent.mkdir(exist_ok=True)
        changed = text.replace("id: sample-2024", "id: winter-2017\nsuperseded_by: sample-2024")
        old.write_text(changed, "utf-8")
    assert find_problems(content) == ()
    assert [plan.id for plan in read_content(content).place("sample").plans] == ["sample-2024", "winter-2017"]


def test_a_file_of_50_megabytes_is_not_read(tmp_path: Path, find_problems: FindProblems) -> None:
    """A huge file is refused by its size."""
    content = lay_out(tmp_path)
    with (content / "vocabulary" / "sectors.yaml").open("ab") as file:
        file.truncate(50_000_000)
    told = [(problem.file, problem.what.en) for problem in find_problems(content)]
    assert told == [("content/vocabulary/sectors.yaml", "the file has 50000000 bytes and may have 2000000")]


def test_links_do_not_lead_out(tmp_path: Path, find_problems: FindProblems) -> None:
    """Links to files and folders outside, to nothing and to themselves are refused; links inside are followed."""
    content = lay_out(tmp_path)
    (tmp_path / "secret.yaml").write_text("code: 1\n", "utf-8")
    (tmp_path / "outside").mkdir()
    (content / "files").mkdir()
    (content / "places" / "sample-two.yaml").symlink_to(tmp_path / "secret.yaml")
    (content / "pages" / "zh" / "more.md").symlink_to("../../pages/zh/missing.md")
    (content / "plans" / "other").symlink_to(tmp_path / "outside")
    (content / "files" / "loop").symlink_to("loop")
    (content / "places" / "again").symlink_to("../plans")
    (content / "vocabulary" / "wording" / "inside.yaml").symlink_to("cite.yaml")
    told = [(problem.file, problem.what.en) for problem in find_problems(content)]
    outside = "this link leads out of the content folder or to nothing"
    assert told == [
        ("content/files/loop", outside),
        ("content/pages/zh/more.md", outside),
        ("content/places/again", "nothing reads this"),
        ("content/places/sample-two.yaml", outside),
        ("content/plans/other", outside),
    ]


@pytest.mark.parametrize(
    ("raw", "place", "what"),
    [
        ("a: 甲".encode() + b"\xff\n", "1:5", "the byte 0xFF is no UTF-8 text"),
        ("a: b\nc: \u202eevil".encode(), "2:4", "an invisible or damaged character, U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("a: \u061c".encode(), "1:4", "an invisible or damaged character, U+061C ARABIC LETTER MARK"),
        ("a: \ufffd".encode(), "1:4", "an invisible or damaged character, U+FFFD REPLACEMENT CHARACTER"),
        (b"a: b\r\nc: \x07", "2:4", "an invisible or damaged character, U+0007"),
    ],
)
def test_texts_hide_nothing(raw: bytes, place: str, what: str, tmp_path: Path, find_problems: FindProblems) -> None:
    """Bytes that are no text, controls, direction marks and replacement marks are refused where they stand."""
    content = lay_out(tmp_path)
    (content / "vocabulary" / "wording" / "extra.yaml").write_bytes(raw)
    problems = find_problems(content)
    assert [f"{problem.line}:{problem.column}" for problem in problems] == [place]
    assert what in problems[0].what.en


def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path, find_problems: FindProblems) -> None:
    """A pipe with the name of a file is refused without waiting for somebody to write into it."""
    content = lay_out(tmp_path)
    os.mkfifo(content / "places" / "pipe.yaml")
    assert "content/places/pipe.yaml:1:1: this is no ordinary file" in find_problems(content)[0].sentence("en")


def test_what_can_not_be_read_is_told(
    tmp_path: Path, find_problems: FindProblems, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file or folder that the system refuses to open is a problem, not a crash."""
    content = lay_out(tmp_path)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    told = {problem.what.en for problem in find_problems(content)}
    assert told == {"can not be read (Permission denied)"}
    monkeypatch.setattr("lantian.reading.files.scandir", refuse)
    assert find_problems(content)[0].what.en == "can not be read (Permission denied)"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, find_problems: FindProblems) -> None:
    """A wrong path is one problem about the folder, beside nothing else."""
    assert [problem.sentence("en") for problem in find_problems(tmp_path / "content")] == [
        "content:1:1: there is no such content folder — check the path given with --content"
    ]


def test_an_empty_folder_lacks_everything(tmp_path: Path, find_problems: FindProblems) -> None:
    """An empty folder is told what belongs into it, under the name of the folder, whatever it is called."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    files = [problem.file for problem in find_problems(folder)]
    assert files == sorted(files)
    assert {"drafts/site.yaml", "drafts/vocabulary/glossary.csv", "drafts/places"} <= set(files)


def test_names_of_files_are_printable(tmp_path: Path, find_problems: FindProblems) -> None:
    """A file name with a line end or without a proper encoding is shown in escapes."""
    content = lay_out(tmp_path)
    (content / "new\nline").touch()
    (content / os.fsdecode(b"caf\xe9")).touch()
    files = [problem.file for problem in find_problems(content)]
    assert files == ["content/caf\\udce9", "content/new\\nline"]
    assert all(file.encode("utf-8") for file in files)
