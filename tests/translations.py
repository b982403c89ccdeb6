"""The words of the interface: extracted from the templates, and compared with the catalogs that translate them.

`make translate` runs this module: it writes `theme/translations/lantian.pot` anew and reports what the catalogs lack.
Messages are English; the Chinese catalogs, all `.po` files together, must translate each of them, once.
"""

import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
TEMPLATE = ROOT / "theme" / "translations" / "lantian.pot"
CATALOGS = ROOT / "theme" / "translations" / "zh" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\((\w+)\)s|%(?!\()\S")
# No header: the file changes only when a word does.
EXTRACT = (
    "extract", "--mapping=pyproject.toml", "--omit-header", "--add-location=file", "--sort-by-file", "--no-wrap",
)  # fmt: skip
Messages = Mapping[str, polib.POEntry]
"""Entries by message id."""


def extracted() -> str:
    """Return the messages of all templates as a `.pot` file."""
    pybabel = str(Path(sys.executable).with_name("pybabel"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "messages.pot"
        subprocess.run([pybabel, "-q", *EXTRACT, f"--output={file}", "."], cwd=ROOT, check=True)
        return file.read_text(encoding="utf-8")


def messages(text: str) -> Messages:
    """Return the entries of the text of a `.po` or `.pot` file."""
    return {entry.msgid: entry for entry in polib.pofile(text)}


def catalogs(folder: Path = CATALOGS) -> dict[str, Messages]:
    """Return the entries of each catalog by the name of its file."""
    return {path.name: messages(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.po"))}


def translations(entry: polib.POEntry) -> tuple[str, ...]:
    """Return the one translation of an entry, or the translations of its numbers in order."""
    return tuple(entry.msgstr_plural.values()) if entry.msgid_plural else (entry.msgstr,)


def missing(wanted: Messages, found: Mapping[str, Messages]) -> Iterator[str]:
    """Yield each message that no catalog translates, with the templates that say it."""
    done = {
        (entry.msgid, entry.msgid_plural)
        for catalog in found.values()
        for entry in catalog.values()
        if all(translations(entry)) and not entry.fuzzy
    }
    for entry in wanted.values():
        if (entry.msgid, entry.msgid_plural) not in done:
            places = " ".join(Path(file).name for file, _ in entry.occurrences)
            yield f"{places}: {entry.msgid!r}"


def obsolete(wanted: Messages, found: Mapping[str, Messages]) -> Iterator[str]:
    """Yield each message of a catalog that no template says."""
    for name, catalog in found.items():
        yield from (f"{name}: {message!r}" for message in catalog if message not in wanted)


def conflicts(found: Mapping[str, Messages]) -> Iterator[str]:
    """Yield each message that two catalogs translate differently."""
    heard: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for name, catalog in found.items():
        for message, entry in catalog.items():
            heard[message].setdefault(translations(entry), name)
    for message, ways in heard.items():
        if len(ways) > 1:
            told = ", ".join(f"{name} {'|'.join(way)!r}" for way, name in ways.items())
            yield f"{message!r}: {told}"


def misplaced(found: Mapping[str, Messages]) -> Iterator[str]:
    """Yield each translation whose placeholders are not those of its message; Chinese has the form of many only."""
    for name, catalog in found.items():
        for entry in catalog.values():
            asked = placeholders(entry.msgid_plural or entry.msgid)
            if any(placeholders(said) != asked for said in translations(entry)):
                yield f"{name}: {entry.msgid!r}"


def placeholders(text: str) -> list[str]:
    """Return what a text leaves to be filled in."""
    return sorted(match[0] for match in PLACEHOLDER.finditer(text))


def main() -> int:
    """Write the template anew; print what is missing, obsolete or in conflict; return 1 if anything is."""
    text = extracted()
    TEMPLATE.write_text(text, encoding="utf-8")
    wanted, found = messages(text), catalogs()
    tell = sys.stdout.write
    tell(f"{TEMPLATE.relative_to(ROOT)}: {len(wanted)} messages; catalogs: {', '.join(found)}\n")
    reports = {
        "not translated": list(missing(wanted, found)),
        "in a catalog, but in no template": list(obsolete(wanted, found)),
        "translated in two ways": list(conflicts(found)),
        "placeholders differ": list(misplaced(found)),
    }
    for title, lines in reports.items():
        tell("\n  ".join([f"\n{title}: {len(lines)}", *lines]) + "\n")
    return 1 if any(reports.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
