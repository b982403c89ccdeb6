"""What is looked at after a fault: the files that readers know, and what unfinished work lies about."""

from pathlib import Path


def pages(tree: dict[str, bytes]) -> set[str]:
    """Return the files of a site without those of the theme, of which earlier ones stay."""
    return {name for name in tree if not name.startswith("static/")}


def leftovers(root: Path) -> list[str]:
    """Return what unfinished work lies in an output."""
    return [path.name for path in root.rglob(".*") if path.name.startswith((".new-", ".gone-", ".current-"))]
