"""Puts a content folder together from a whole site and the mistakes that are laid over it."""

import shutil
from pathlib import Path

import yaml

SITES = Path(__file__).parent
ONE_CITY = SITES / "valid" / "one_city"
EDITS = "edits.yaml"
OWN_FILES = (EDITS, "expected*.txt")


def lay_out(into: Path, *overlays: Path) -> Path:
    """Copy the valid city and each overlay over it into `into/content`; return that folder.

    Beside files that are added or replaced, an overlay may hold `edits.yaml`: by file, the texts to find and what to
    put in their place, or `null` for a file that goes.
    """
    content = into / "content"
    shutil.copytree(ONE_CITY, content)
    for overlay in overlays:
        shutil.copytree(overlay, content, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*OWN_FILES))
        edits = overlay / EDITS
        if edits.exists():
            _edit(content, yaml.safe_load(edits.read_text("utf-8")))
    return content


def _edit(content: Path, edits: dict[str, list[dict[str, str]] | None]) -> None:
    for name, changes in edits.items():
        file = content / name
        if changes is None:
            file.unlink()
            continue
        text = file.read_text("utf-8")
        for change in changes:
            if change["find"] not in text:
                message = f"{name} does not contain {change['find']!r}"
                raise ValueError(message)
            text = text.replace(change["find"], change["put"], 1)
        file.write_text(text, "utf-8")
