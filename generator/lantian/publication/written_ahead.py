"""Pages that were written before the message was there, kept beside the output; a page that is not kept is rendered.

A text stands under the hash of everything that it was made from but the moments, which are left blank (`model.blank`).
As with what is kept of the content, whoever could lay a wrong text here could write into the site itself.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from lantian.publication.inputs import program_digest
from lantian.publishing.output import Output
from lantian.reading.fingerprints import hash_bytes
from lantian.reading.shelf import lay_down

FOLDER = ".ahead"
MOST = 64
"""How many sets are kept, each of one place in situations of one kind: some 2 MB."""
Texts = dict[str, bytes]
"""By file, in UTF-8: decoding and encoding two megabytes would take as long as filling them in."""


class WrittenAhead:
    """The sets of the program that runs; another one writes its own."""

    def __init__(self, output: Output) -> None:
        """Nothing is opened yet."""
        self._all = output.root / FOLDER
        self._folder = self._all / program_digest()

    def has(self, key: str) -> bool:
        """Tell whether there is a set."""
        return (self._folder / key).is_file()

    def take(self, key: str) -> Texts | None:
        """Return a set; None if it is empty, is not there, or is not what was put there."""
        with suppress(OSError, ValueError):
            mark, _, data = (self._folder / key).read_bytes().partition(b"\n")
            if mark.decode("ascii") == hash_bytes(data):
                head, _, text = data.partition(b"\n")
                return {file: text[start:end] for file, (start, end) in json.loads(head).items()} or None
        return None

    def put(self, key: str, texts: Texts) -> None:
        """Keep a set, an empty one where nothing can be written ahead; if it can not be kept, pages are rendered."""
        spans, at = {}, 0
        for file, text in texts.items():
            spans[file] = (at, at := at + len(text))
        data = json.dumps(spans).encode() + b"\n" + b"".join(texts.values())
        lay_down(self._folder, key, data)

    def tidy(self) -> None:
        """Remove the sets of other programs, and those above the number that were written first."""
        with suppress(OSError):
            for other in os.scandir(self._all):
                if other.name != self._folder.name:
                    rmtree(other.path, ignore_errors=True)
            kept = sorted(os.scandir(self._folder), key=_written, reverse=True)
            for one in kept[MOST:]:
                Path(one.path).unlink()


def _written(entry: os.DirEntry[str]) -> int:
    return entry.stat().st_mtime_ns
