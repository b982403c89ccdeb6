"""The declared vocabulary of spreadsheets, read only where an inventory is imported or checked."""

from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter

from lantian.model.checks.finding import Finding
from lantian.model.content import Content
from lantian.model.inventory_words import InventoryWords
from lantian.problems import Problem, ProblemsFound
from lantian.reading.files import Folder
from lantian.reading.inventory import read_rows
from lantian.reading.records import read_record
from lantian.reading.report import Report

INVENTORY_WORDS = PurePosixPath("vocabulary/inventory.yaml")
_WORDS = TypeAdapter(InventoryWords)


def read_words(content_folder: Path, content: Content) -> InventoryWords:
    """Return the vocabulary; ProblemsFound if there is none or a name belongs to no sector of the vocabulary."""
    report = Report()
    folder = Folder(content_folder, report)
    folder.take_files(INVENTORY_WORDS)
    if not folder.files:
        report.add_file(folder.name(INVENTORY_WORDS), "missing_file")
    source = folder.read_yaml(INVENTORY_WORDS)
    words = read_record(_WORDS, source, report)
    if source is not None and words is not None:
        strangers = (sector for sector in words.sectors if sector not in content.vocabulary.sectors)
        unknown = [Finding(("sectors", sector), "unknown_sector", {"id": sector}, at_key=True) for sector in strangers]
        report.add_findings(source, unknown)
    if report.problems or words is None:
        raise ProblemsFound(report.problems)
    return words


def check_tables(content_folder: Path, content: Content) -> None:
    """Read the rows of every inventory and the vocabulary of inventories; ProblemsFound with all that is wrong."""
    problems: list[Problem] = []
    for entry in content.places:
        try:
            if entry.inventory is not None:
                read_rows(content_folder, entry.place.id)
        except ProblemsFound as found:
            problems += found.problems
    try:
        if (content_folder / INVENTORY_WORDS).exists():
            read_words(content_folder, content)
    except ProblemsFound as found:
        problems += found.problems
    if problems:
        raise ProblemsFound(problems)
