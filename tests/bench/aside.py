"""What was measured is moved aside, and removed when all is over."""

from pathlib import Path
from secrets import token_hex


def set_aside(folder: Path) -> None:
    """Move a folder out of the way of a fresh one, if it is there.

    Removing it would slow whoever makes files next, several times with many: for minutes ext4 does not give away the
    numbers of removed files, and looks at each of them whenever it makes a file.
    """
    if folder.exists():
        folder.rename(folder.with_name(f".{folder.name}-{token_hex(8)}"))
