"""What stands at the short addresses: a page that leads on at once and, with a public address, its QR code.

Nothing here changes with a warning, so that a code on a wall leads to the same answer for ever. The page says where it
leads in both languages, for readers whose browser does not go on by itself.
"""

from collections.abc import Iterable, Iterator
from html import escape

from lantian.model.text import Text
from lantian.model.wording import Wording
from lantian.pages.page import Document, Page, SiteFrame
from lantian.pages.qr import qr_code

QR_FILE = "qr.svg"
_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={zh}">
<title>{title}</title>
{canonical}</head>
<body data-template="short">
{bar}<h1><a href="{zh}">{chinese}</a></h1>
<p lang="en"><a href="{en}" hreflang="en">{english}</a></p>
</body>
</html>
"""
_DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 580" width="480" height="580" \
font-family="sans-serif" text-anchor="middle">
<title>{title}</title>
<rect width="480" height="580" fill="#fff"/>
<svg viewBox="0 0 {size} {size}" width="480" height="480"><path d="{path}" stroke="#000" \
shape-rendering="crispEdges"/></svg>
{lines}</svg>
"""
_LINE = '<text x="240" y="{y}" font-size="{size}">{words}</text>\n'
_WIDTH, _LARGEST = 460, 22


class ShortAddressTakenError(Exception):
    """Two pages have the same short address: the code of one of them must become longer, before either is printed."""


def short_documents(frame: SiteFrame, pages: Iterable[Page], wording: Wording) -> tuple[Document, ...]:
    """Return the files for every page that has a short address; ShortAddressTakenError if two pages share one."""
    by_short: dict[str, Page] = {}
    for page in pages:
        if page.short and by_short.setdefault(page.short, page) is not page:
            raise ShortAddressTakenError(f"{page.short}: {by_short[page.short].address} and {page.address}")
    shell = _Shell(frame, wording)
    return tuple(document for page in by_short.values() for document in _documents(shell, page))


def is_message(page: Page) -> bool:
    """Tell whether a page is that of a message: its short address comes with the message, all others with the plan."""
    return "/bulletin/" in page.address


class _Shell:
    """What is the same on all short pages of a site."""

    def __init__(self, frame: SiteFrame, wording: Wording) -> None:
        """Spell the bar of a demonstration, if the site is one."""
        bar = wording.pattern("short.bar")
        self.demo = frame.mode != "official"
        self.bar = f'<p>{escape(bar.zh)} <span lang="en">{escape(bar.en)}</span></p>\n' if self.demo else ""
        self.root = None if frame.address is None else frame.address.rstrip("/")
        self.wording = wording


def _documents(shell: _Shell, page: Page) -> Iterator[Document]:
    names = _names(page)
    yield Document(f"{page.short}index.html", _redirect(shell, page, names).encode())
    if shell.root is not None:
        told = shell.wording.say("short.demo", title=names) if shell.demo else names
        drawing = _drawing(f"{shell.root}/{page.short}", told)
        yield Document(f"{page.short}{QR_FILE}", drawing.encode())


def _names(page: Page) -> Text:
    """Return what the page is called; the title of a front page says what holds, so the place's name stands for it."""
    front = page.place is not None and page.address == f"{page.place.id}/"
    return page.place.names if front and page.place is not None else page.title


def _redirect(shell: _Shell, page: Page, names: Text) -> str:
    up = "../" * page.short.count("/")
    title = f"{names.zh} · {names.en}"
    return _PAGE.format(
        zh=f"{up}zh/{page.address}",
        en=f"{up}en/{page.address}",
        canonical=f'<link rel="canonical" href="{escape(shell.root)}/zh/{page.address}">\n' if shell.root else "",
        title=escape(shell.wording.say("short.demo", title=title).zh if shell.demo else title),
        bar=shell.bar,
        chinese=escape(names.zh),
        english=escape(names.en),
    )


def _drawing(address: str, names: Text) -> str:
    code = qr_code(address)
    told = ((names.zh, 500, 1.0), (names.en, 530, 0.55), (address, 560, 0.6))
    return _DRAWING.format(
        title=escape(f"{names.zh} · {names.en}"),
        size=code.size,
        path=code.path,
        lines="".join(
            _LINE.format(y=y, size=min(_LARGEST, int(_WIDTH / (len(words) * wide))), words=escape(words))
            for words, y, wide in told
        ),
    )
