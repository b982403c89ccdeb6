"""Files of the content folder: which ones are read, and what they must not be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from copy import copy
from os import DirEntry, fspath, scandir
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from lantian.model.characters import refused_characters
from lantian.reading.fingerprints import UNREADABLE, ContentMovedError, Fingerprints, hash_bytes
from lantian.reading.layout import CAMPAIGN_HEAD, PLAN_PARTS, REQUIRED, way
from lantian.reading.report import Report
from lantian.reading.yaml_source import Position, YamlSource, parse

SIZE_LIMIT_BYTES = 2_000_000
_COPIED = "files"


class Folder:
    """The content folder: the files in it that are read, and the way they are opened."""

    def __init__(self, root: Path, report: Report) -> None:
        """Remember the folder; nothing is read yet."""
        self._root = root.resolve()
        self._report = report
        self._prefix = f"{self._root.name}/" if self._root.name else ""
        self.files: tuple[PurePosixPath, ...] = ()
        self._listed: frozenset[PurePosixPath] = frozenset()
        self._by_top: dict[str, list[PurePosixPath]] = {}
        self.plans: tuple[str, ...] = ()
        self.campaigns: tuple[str, ...] = ()
        self.prints: Fingerprints | None = None  # what is read must have the hash that they tell

    def list_files(self) -> bool:
        """Find all files to read, in the order of their names; report what nothing reads and what is missing.

        Return False if there is no such folder.
        """
        if not self._root.is_dir():
            self._report.add_file(self.name(PurePosixPath()), "no_folder")
            return False
        self.hold(self._walk(""))
        parts = (f"plans/{plan}/{part}.yaml" for plan in self.plans for part in PLAN_PARTS)
        heads = (f"campaigns/{campaign}/{CAMPAIGN_HEAD}" for campaign in self.campaigns)
        for path in map(PurePosixPath, (*REQUIRED, *parts, *heads)):
            if path not in self._listed:
                self._report.add_file(self.name(path), "missing_file")
        return True

    def only(self, files: Iterable[PurePosixPath], report: Report) -> "Folder":
        """Return the same folder with some of its files alone; what is wrong in them goes to a report of its own."""
        part = self.anew(report, self.prints)
        part.hold(sorted(files))
        return part

    def anew(self, report: Report, prints: Fingerprints | None) -> "Folder":
        """Return the same folder, none of whose files is known."""
        part = copy(self)  # its root is resolved already
        part._report, part.prints = report, prints  # noqa: SLF001 - of our own class
        part.hold(())
        return part

    def list_below(self, folder: str) -> tuple[PurePosixPath, ...]:
        """Return the files to read below a folder, of whatever files it is known; report what nothing reads."""
        return tuple(self._walk(f"{folder}/"))

    def take_files(self, *paths: PurePosixPath) -> None:
        """Take these files alone, as far as they are there; nothing is said of any other."""
        self.hold(path for path in paths if self._stays_inside(path) and (self._root / path).is_file())

    def hold(self, files: Iterable[PurePosixPath]) -> None:
        """Take these files for all that are to be read, in this order."""
        self.files = tuple(files)
        self._listed = frozenset(self.files)
        self._by_top = defaultdict(list)
        for path in self.files:
            self._by_top[path.parts[0]].append(path)
        self.plans, self.campaigns = self._folders("plans"), self._folders("campaigns")

    def hash_of(self, *paths: PurePosixPath) -> str:
        """Return one hash of the bytes of several files, `UNREADABLE` where none are taken."""
        return UNREADABLE if self.prints is None else self.prints.together(paths)

    def _folders(self, kind: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(path.parts[1] for path in self._by_top.get(kind, ())))

    def name(self, path: PurePosixPath) -> str:
        """Return the name under which a file is reported, printable whatever it is called."""
        shown = self._prefix + str(path) if path.parts else self._prefix.rstrip("/") or "."
        safe = shown.encode("utf-8", "backslashreplace").decode()
        return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in safe)

    def name_of(self, *parts: str) -> str:
        """Return the name under which a folder or a file that is not there is reported."""
        return self.name(PurePosixPath(*parts))

    def below(self, *parts: str) -> tuple[PurePosixPath, ...]:
        """Return the files inside one folder."""
        near, steps = self._by_top.get(parts[0], ()), len(parts)
        return tuple(path for path in near if path.parts[:steps] == parts and len(path.parts) > steps)

    def read_yaml(self, path: PurePosixPath) -> YamlSource | None:
        """Read one YAML file; None, and a problem, if it can not be used."""
        text = self.read_text(path)
        if text is None:
            return None
        data, faults = parse(text)
        for fault in faults:
            self._report.add(self.name(path), fault.position, fault.key, **fault.fields)
        return None if faults or data is None else YamlSource(self.name(path), text, data)

    def read_text(self, path: PurePosixPath) -> str | None:
        """Read one file as text; None, and a problem, if it is missing, too big, or not plain UTF-8."""
        raw = self.read_bytes(path)
        return None if raw is None else self.decode(raw, self.name(path))

    def read_bytes(self, path: PurePosixPath, limit: int = SIZE_LIMIT_BYTES) -> bytes | None:
        """Read one file; None if it is missing, and None and a problem if it is too big or can not be read."""
        if path not in self._listed:
            return None
        name = self.name(path)
        try:
            return self._bytes(path, name, limit)
        except OSError as error:
            self._report.add_file(name, "unreadable", reason=error.strerror or type(error).__name__)
            return None

    def _bytes(self, path: PurePosixPath, name: str, limit: int) -> bytes | None:
        """The size is asked before anything is read, and a pipe is never opened."""
        file = self._root / path
        facts = file.stat()
        if not S_ISREG(facts.st_mode):
            self._report.add_file(name, "no_regular_file")
            return None
        if facts.st_size > limit:
            self._report.add_file(name, "too_big", bytes=facts.st_size, limit=limit)
            return None
        data = file.read_bytes()
        if self.prints is not None and hash_bytes(data) != self.prints.of(path):
            raise ContentMovedError(name)
        return data

    def decode(self, raw: bytes, name: str) -> str | None:
        """Return bytes as text; None, and a problem, if they are not plain UTF-8."""
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            before = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start]
            column = len(before.decode("utf-8-sig")) + 1
            self._report.add(name, Position(line, column), "not_utf8", byte=f"0x{raw[error.start]:02X}")
            return None
        refused = refused_characters(text)
        for row, column, character in refused:
            self._report.add(name, Position(row, column), "refused_character", character=character)
        return None if refused else text

    def _walk(self, folder: str) -> Iterator[PurePosixPath]:
        """Yield all files to read below a folder, in the order of their paths; a folder is given with its slash."""
        try:
            with scandir(f"{fspath(self._root)}/{folder}") as listing:
                entries = sorted(listing, key=_name_of)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self._report.add_file(self.name(PurePosixPath(folder)), "unreadable", reason=reason)
            return
        for entry in entries:
            if not entry.name.startswith("."):
                yield from self._take(entry, f"{folder}{entry.name}")

    def _take(self, entry: DirEntry[str], name: str) -> Iterator[PurePosixPath]:
        one = way(name)
        copied = one.path.parts[0] == _COPIED
        if entry.is_symlink() and not self._stays_inside(one.path):
            self._report.add_file(self.name(one.path), "link_outside")
        elif entry.is_dir(follow_symlinks=False):
            if copied or one.leads:
                yield from self._walk(f"{name}/")
            else:
                self._report.add_file(self.name(one.path), "unread")
        elif not copied and not entry.is_dir() and one.read:
            yield one.path
        elif not copied:
            self._report.add_file(self.name(one.path), "unread")

    def _stays_inside(self, path: PurePosixPath) -> bool:
        try:
            return (self._root / path).resolve(strict=True).is_relative_to(self._root)
        except (OSError, RuntimeError):  # a link to nothing, or one that leads back to itself
            return False


def _name_of(entry: DirEntry[str]) -> str:
    return entry.name
