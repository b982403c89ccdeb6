"""`lantian import-enterprises` as an operator meets it: report, dry run, refusals, undo, and what is on disk then."""

import json
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from tests.cli.calls import ROOT, Call, tree
from tests.inventories.invented import HEADINGS, company, table
from tests.inventories.spoiled import sparse
from tests.inventories.writers import Cell, Page, write_xlsx

from lantian.reading.content import read_content
from lantian.reading.inventory import read_rows

NUMBER = 40
SOURCE = ("--source", "虚构市生态环境局|Invented bureau", "--date", "2026-01-02")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return an invented inventory as an XLSX file."""
    return write_xlsx(tmp_path / "invented.xlsx", Page("清单", table(NUMBER)))


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """Return an inventory with a grade that nobody knows and a sector that the plan does not have."""
    rows: list[tuple[Cell, ...]] = [
        HEADINGS,
        (1, *company(1)._replace(grade="E级").cells),
        (2, *company(2)._replace(sector="无").cells),
    ]
    return write_xlsx(tmp_path / "wrong.xlsx", Page("清单", rows))


def test_an_inventory_is_taken_over(lantian: Call, file: Path, content: Path) -> None:
    """The rows are in the content with their source, day, file and hash; the content is sound; the report counts."""
    done = lantian("import-enterprises", "yangquan", str(file), *SOURCE)
    assert done.exit_code == 0, done.output
    assert f"companies: {NUMBER}" in done.stdout
    assert "   C  统一社会信用代码 → code" in done.stdout
    assert "by grade: Grade B 14; Grade C 13; Grade D 13" in done.stdout
    head = read_content(content).place("yangquan").inventory
    assert head is not None
    assert (head.rows, head.file, head.source.en, str(head.published)) == (
        NUMBER, "invented.xlsx", "Invented bureau", "2026-01-02",
    )  # fmt: skip
    data = (content / "enterprises" / "yangquan.csv").read_bytes()
    assert head.sha256 == sha256(data).hexdigest()
    assert len(read_rows(content, "yangquan")) == NUMBER
    assert [county.id for county in head.counties] == ["c01", "c02", "c03", "c04"]
    assert lantian("check").exit_code == 0


def test_a_dry_run_writes_nothing_and_reports_the_same(lantian: Call, file: Path, content: Path) -> None:
    """The report of a dry run differs only in its last line, and the content is as it was."""
    before = tree(content)
    dry = lantian("import-enterprises", "yangquan", str(file), "--dry-run")
    assert tree(content) == before
    real = lantian("import-enterprises", "yangquan", str(file))
    assert dry.stdout.splitlines()[:-1] == real.stdout.splitlines()[:-1]
    assert "nothing was written" in dry.stdout.splitlines()[-1]


def test_mistakes_are_told_with_sheet_and_cell(lantian: Call, wrong: Path, file: Path, content: Path) -> None:
    """A file with mistakes is refused with exit code 1, each mistake at its cell; the inventory stays."""
    lantian("import-enterprises", "yangquan", str(file))
    before = tree(content)
    done = lantian("import-enterprises", "yangquan", str(wrong))
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-4].startswith("wrong.xlsx[清单]!F2: the grade “E级” is unknown — use one of A级,")
    assert done.stderr.splitlines()[-3].startswith(
        "wrong.xlsx[清单]!E3: the plan has no sector “无” — use one of 石灰窑,"
    )
    assert done.stderr.splitlines()[-2:] == [
        "problems: 2, in files: 1",
        "nothing was written; the earlier inventory is as it was",
    ]
    assert tree(content) == before


def test_mistakes_as_json(lantian: Call, wrong: Path) -> None:
    """Programs get each mistake with file, row, column, cell and both sentences."""
    done = lantian("import-enterprises", "yangquan", str(wrong), "--json")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["written"], told["more"]) == (1, False, 0)
    assert [(one["cell"], one["row"], one["column"]) for one in told["problems"]] == [("F2", 2, 6), ("E3", 3, 5)]


def test_the_report_as_json(lantian: Call, file: Path) -> None:
    """Programs get columns, counts and notes."""
    told = json.loads(lantian("import-enterprises", "yangquan", str(file), "--json").stdout)
    assert (told["written"], told["rows"], told["kind"]) == (True, NUMBER, "xlsx")
    assert told["sheets"][0]["columns"][1] == {"column": "B", "heading": "企业名称", "use": "name"}
    assert sum(group["count"] for group in told["groups"]) == NUMBER
    assert "branch_open" in {note["key"] for note in told["notes"]}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nowhere", "FILE"), "there is no place nowhere"),
        (("../x", "--undo"), "there is no place ../x"),
        (("yangquan",), "name the file to import"),
        (("yangquan", "FILE", "--undo"), "name the file to import"),
        (("yangquan", "FILE", "--map", "颜值"), "not like HEADING=FIELD"),
        (("yangquan", "FILE", "--map", "颜值=beauty"), "a field is one of name, code"),
        (("yangquan", "FILE", "--date", "2026"), "2026 is not a day"),
        (("yangquan", "FILE", "--date", "9999-01-01"), "is yet to come"),
        (("yangquan", "FILE", "--source", "某局"), "某局"),
        (("yangquan", "FILE", "--county", " "), "can not be the name of a county"),
        (("yangquan", "no.xlsx"), "no.xlsx"),
    ],
)
def test_wrong_use(words: tuple[str, ...], sentence: str, lantian: Call, file: Path, content: Path) -> None:
    """Wrong use ends with 2 and a sentence, and leaves the content as it was."""
    before = tree(content)
    done = lantian("import-enterprises", *(str(file) if word == "FILE" else word for word in words))
    assert done.exit_code == 2
    assert sentence in done.stderr
    assert tree(content) == before


def test_a_file_of_200_megabytes(lantian: Call, tmp_path: Path, content: Path) -> None:
    """A file far too big is refused at once, in Chinese too."""
    before = tree(content)
    big = str(sparse(tmp_path / "big.xlsx", 200))
    assert "big.xlsx: the file has 200 MB and may have 60" in lantian("import-enterprises", "yangquan", big).stderr
    assert "文件有 200 MB" in lantian("--lang", "zh", "import-enterprises", "yangquan", big).stderr
    assert tree(content) == before


def test_samples_are_invented_and_never_content() -> None:
    """No inventory lies in the repository's own content, and no table of a sample lies in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "content/enterprises", "*.xlsx", "*.xls", "*.ods"],  # noqa: S607
        cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert listed.stdout == ""
