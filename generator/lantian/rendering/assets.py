"""Theme files under names that carry the hash of what is in them: one style sheet, scripts, the pictures."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from rcssmin import cssmin
from rjsmin import jsmin

from lantian.model.view import view
from lantian.pages.page import Document
from lantian.rendering.unchanged import while_unchanged

FIRST_STYLES = ("tokens.css", "base.css")
LAST_STYLES = ("print.css",)
HASH_LENGTH = 10
ICON = "img/icon.svg"


@view
class Assets:
    """The static files of a theme: `addresses` by the name a template uses, `documents` to write."""

    addresses: dict[str, str]
    documents: tuple[Document, ...]


@while_unchanged("static")
def collect_assets(theme: Path) -> Assets:
    """Read `static/` of a theme; the style sheet is tokens, base, components and pages by name, and print last.

    The scripts in `js/` are one, for every page; those in a folder `js/<name>/` are another, called `js/<name>`, for
    the pages that ask for it. It begins with the common ones, so that a page makes one request for scripts.
    """
    static = theme / "static"
    named = {
        "css": ("site.css", cssmin(_joined(_styles(static / "css"))).encode()),
        "js": ("site.js", _script(*_scripts(static / "js"))),
    }
    for folder in sorted(path for path in (static / "js").iterdir() if path.is_dir()):
        named[f"js/{folder.name}"] = (f"{folder.name}.js", _script(*_scripts(static / "js"), *_scripts(folder)))
    for picture in sorted(path for path in (static / "img").rglob("*") if path.is_file() and path != static / ICON):
        named[f"img/{picture.name}"] = (picture.name, picture.read_bytes())
    addresses: dict[str, str] = {}
    documents: list[Document] = []
    for name, (file, data) in named.items():
        stem, _, suffix = file.rpartition(".")
        digest = hashlib.sha256(data).hexdigest()[:HASH_LENGTH]
        addresses[name] = f"static/{stem}.{digest}.{suffix}"
        documents.append(Document(address=addresses[name], data=data))
    # The icon stands in the page itself: a request less on a poor connection (ux.md 11 allows a page four).
    addresses["icon"] = "data:image/svg+xml," + quote((static / ICON).read_text("utf-8").strip(), safe=":/=,")
    return Assets(addresses=addresses, documents=tuple(documents))


def _script(*files: Path) -> bytes:
    text: str = jsmin(_joined(files))
    return text.encode()


def _scripts(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.js"))


def _styles(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in FIRST_STYLES)
    yield from sorted(folder.glob("components/*.css"))
    yield from sorted(folder.glob("pages/*.css"))
    yield from (folder / name for name in LAST_STYLES)


def _joined(paths: Iterable[Path]) -> str:
    return "\n".join(path.read_text("utf-8") for path in paths if path.is_file())
