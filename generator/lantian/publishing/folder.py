"""A plain folder as the target: filled beside its place, then put there whole."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

SITE_MARK = Path("data") / "index.json"
INDEX_FIELDS = (b'"schema_version"', b'"generated_at"', b'"places"')


class ForeignFolderError(Exception):
    """The target holds files and is not an earlier site of ours; nothing is touched."""


def refuse_foreign_folder(target: Path) -> None:
    """Raise ForeignFolderError unless the target is absent, empty, or a site that an earlier build put there."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise ForeignFolderError(str(target))
    if target.is_dir() and any(target.iterdir()) and not _is_our_site(target):
        raise ForeignFolderError(str(target))


@contextmanager
def replaced_folder(target: Path) -> Iterator[Path]:
    """Yield an empty folder; when the block ends well it takes the place of the target, otherwise it is removed."""
    target = target.absolute()
    refuse_foreign_folder(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    stage = work / "new"
    stage.mkdir()
    try:
        yield stage
        refuse_foreign_folder(target)  # it may have been filled by someone else meanwhile
        _switch(stage, target, work / "old")
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _switch(stage: Path, target: Path, retired: Path) -> None:
    """Put the stage in the place of the target; whatever stops it, the earlier folder is back in its place."""
    if target.exists():
        target.rename(retired)
    try:
        stage.rename(target)
    except BaseException:
        if retired.exists():
            retired.rename(target)
        raise


def _is_our_site(folder: Path) -> bool:
    """Tell whether a folder holds what every site of ours has: the index for machines, with its fields."""
    try:
        index = (folder / SITE_MARK).read_bytes()
    except OSError:
        return False
    return all(field in index for field in INDEX_FIELDS)
