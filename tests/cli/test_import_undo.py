"""One inventory after another: what the earlier one leaves behind, and the way back to it."""

from pathlib import Path

import pytest
from tests.cli.calls import Call, tree
from tests.inventories.invented import HEADINGS, company, table
from tests.inventories.writers import Cell, Page, write_csv, write_xlsx

from lantian.reading.content import read_content
from lantian.reading.inventory import read_rows

NUMBER = 40


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return an invented inventory as an XLSX file."""
    return write_xlsx(tmp_path / "invented.xlsx", Page("清单", table(NUMBER)))


def test_an_import_is_reversible(lantian: Call, file: Path, tmp_path: Path, content: Path) -> None:
    """--undo puts the inventory before back byte for byte, then none; what was taken back is kept."""
    one = write_csv(tmp_path / "one.csv", Page("", [HEADINGS, (1, *company(7).cells, "")]))
    lantian("import-enterprises", "yangquan", str(file))
    first = tree(content / "enterprises")
    lantian("import-enterprises", "yangquan", str(one))
    assert len(read_rows(content, "yangquan")) == 1
    back = lantian("import-enterprises", "yangquan", "--undo")
    assert back.exit_code == 0, back.output
    now = tree(content / "enterprises")
    assert {name: now[name] for name in first} == first
    assert "none before" in lantian("import-enterprises", "yangquan", "--undo").stdout
    assert read_rows(content, "yangquan") == ()
    assert lantian("import-enterprises", "yangquan", "--undo").exit_code == 2
    assert lantian("check").exit_code == 0
    assert len(tree(content / "enterprises")) == 4


def test_a_county_keeps_its_id(lantian: Call, file: Path, tmp_path: Path, content: Path) -> None:
    """A county that was there before has the id that it had; a new one gets a number that was never given."""
    lantian("import-enterprises", "yangquan", str(file))
    rows: list[tuple[Cell, ...]] = [
        HEADINGS,
        (1, *company(1)._replace(county="虚构中县").cells),
        (2, *company(39).cells),
    ]
    lantian("import-enterprises", "yangquan", str(write_csv(tmp_path / "next.csv", Page("", rows))))
    head = read_content(content).place("yangquan").inventory
    assert head is not None
    assert {county.name: county.id for county in head.counties} == {"虚构中县": "c05", company(39).county: "c04"}


def test_what_is_edited_by_hand_is_told(lantian: Call, file: Path, content: Path) -> None:
    """A table that was changed after the import is a problem of `check`; importing again mends it."""
    lantian("import-enterprises", "yangquan", str(file))
    rows = content / "enterprises" / "yangquan.csv"
    rows.write_text(rows.read_text("utf-8").replace(",B,", ",D,"), "utf-8")
    done = lantian("check")
    assert done.exit_code == 1
    assert "content/enterprises/yangquan.csv:1:1: the table was changed after it was imported" in done.stdout
    assert lantian("import-enterprises", "yangquan", str(file)).exit_code == 0
    assert lantian("check").exit_code == 0


def test_a_broken_off_import_is_settled(lantian: Call, file: Path, content: Path) -> None:
    """A table whose head was never written is put aside by the next import, which says so."""
    folder = content / "enterprises"
    folder.mkdir()
    (folder / "yangquan.csv").write_text("id\n", "utf-8")
    assert lantian("check").exit_code == 1
    done = lantian("import-enterprises", "yangquan", str(file))
    assert done.exit_code == 0, done.output
    assert "an earlier import was broken off" in done.stderr


def test_an_undo_that_would_not_be_sound_is_not_done(lantian: Call, file: Path, content: Path) -> None:
    """An earlier inventory that no longer fits to the plan does not come back; the present one stays."""
    for _ in range(2):
        assert lantian("import-enterprises", "yangquan", str(file)).exit_code == 0
    (earlier,) = (content / "enterprises" / "earlier" / "yangquan").glob("*.yaml")
    earlier.write_text(earlier.read_text("utf-8").replace("plan: yangquan-2023", "plan: liaocheng-2020"), "utf-8")
    before = tree(content)
    done = lantian("import-enterprises", "yangquan", "--undo")
    assert done.exit_code == 1
    assert "was not put back" in done.stderr
    assert "checked against the plan “liaocheng-2020”" in done.stderr
    assert tree(content) == before
