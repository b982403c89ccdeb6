"""A packed file (XLSX, ODS): what is in it, and that it does not unpack to more than it says or than we bear.

Nothing is ever written to disk under a name from the file, and an archive inside the archive is never opened.
"""

import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lantian.importing import limits
from lantian.importing.fault import refuse

_CHUNK = 1 << 18
_ENCRYPTED = 0x1
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_DAMAGE = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
Take = Callable[[str], "Callable[[bytes], None] | None"]
"""Asked for each part: what wants its bytes, chunk by chunk (an empty one at the end), or None."""


class Archive:
    """A packed file whose list of parts has been judged."""

    def __init__(self, data: bytes) -> None:
        """Read the list of parts; RefusedError if it is broken, or promises too much."""
        try:
            self._zip = ZipFile(BytesIO(data))
            self._parts = self._zip.infolist()
        except _DAMAGE as error:
            raise refuse("broken_archive") from error
        self.names = frozenset(part.filename for part in self._parts)
        self._judge()

    @property
    def kind(self) -> str:
        """Return `xlsx` or `ods`; RefusedError for any other packed file."""
        if "xl/workbook.xml" in self.names:
            return "xlsx"
        if "content.xml" in self.names and self._mimetype().startswith(_ODS):
            return "ods"
        raise refuse("not_a_table", kind="XLSB" if "xl/workbook.bin" in self.names else "ZIP")

    @property
    def macros(self) -> bool:
        """Tell whether there are programs in the file; they are never run."""
        return any(name.endswith("vbaProject.bin") or name.startswith(("Basic/", "Scripts/")) for name in self.names)

    def unpack(self, take: Take) -> None:
        """Unpack every part once, in memory and in pieces; RefusedError as soon as it is too much or damaged."""
        total = 0
        for part in self._parts:
            want = take(part.filename)
            for piece in self._pieces(part):
                total += len(piece)
                if total > limits.UNPACKED_BYTES:
                    raise refuse("unpacks_too_big", megabytes=limits.UNPACKED_BYTES // 1_000_000)
                if want is not None:
                    want(piece)
            if want is not None:
                want(b"")

    def _pieces(self, part: ZipInfo) -> Iterator[bytes]:
        try:
            with self._zip.open(part) as stream:
                while piece := stream.read(_CHUNK):
                    yield piece
        except _DAMAGE as error:
            raise refuse("broken_archive") from error

    def _mimetype(self) -> bytes:
        part = next((part for part in self._parts if part.filename == "mimetype"), None)
        return b"" if part is None else next(self._pieces(part), b"")

    def _judge(self) -> None:
        if len(self._parts) > limits.PARTS:
            raise refuse("too_many_parts", number=len(self._parts), limit=limits.PARTS)
        twice = [name for name, count in Counter(part.filename for part in self._parts).items() if count > 1]
        strange = [name for name in self.names if name.startswith("/") or ".." in name.split("/") or "\\" in name]
        if twice or strange:
            raise refuse("strange_part", name=ascii((twice + strange)[0]))
        if any(part.flag_bits & _ENCRYPTED for part in self._parts):
            raise refuse("password")
        if any(part.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for part in self._parts):
            raise refuse("broken_archive")
        self._judge_sizes()

    def _judge_sizes(self) -> None:
        sizes = [(part.file_size, part.compress_size) for part in self._parts]
        bomb = any(size > limits.SMALL_PART_BYTES and size > limits.PACKED_RATIO * packed for size, packed in sizes)
        if bomb or sum(size for size, _ in sizes) > limits.UNPACKED_BYTES:
            raise refuse("unpacks_too_big", megabytes=limits.UNPACKED_BYTES // 1_000_000)
