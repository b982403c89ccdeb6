"""After the switch the live site is read as readers get it; only what comes back right counts as published."""

import json
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.output import RELEASE_FILE, Output

SECONDS = 10
Read = Callable[[str], bytes]


def read_back(output: Output, release: str, fronts: tuple[str, ...], address: str | None) -> None:
    """Read the release's name and the front pages through the link and, where an address is given, through the web.

    PublishingFailedError if anything can not be read or is not what lies in the release; `address` ends with a slash.
    """
    folder = output.release(release)
    _compare(folder, fronts, release, lambda file: (output.current / file).read_bytes())
    if address is not None:
        _compare(folder, fronts, release, lambda file: _fetched(address, file))


def _compare(folder: Path, fronts: tuple[str, ...], release: str, read: Read) -> None:
    for file in (RELEASE_FILE, *fronts):
        try:
            found = read(file)
        except (OSError, HTTPException) as error:
            reason = str(error.reason) if isinstance(error, URLError) else str(error)
            raise PublishingFailedError("not_read_back", file=file, reason=reason) from error
        if found != (folder / file).read_bytes():
            raise PublishingFailedError("other_read_back", file=file, release=_named(found) or release)


def _fetched(address: str, file: str) -> bytes:
    """Get a file past every cache; a front page by the address that readers use."""
    request = Request(address + file.removesuffix("index.html"), headers={"Cache-Control": "no-cache"})  # noqa: S310 - checked by the caller
    with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
        body: bytes = answer.read()
        return body


def _named(found: bytes) -> str | None:
    """Return the release that an answer names, if it is one."""
    try:
        told = json.loads(found)
    except ValueError:
        return None
    name = told.get("release") if isinstance(told, dict) else None
    return name if isinstance(name, str) else None
