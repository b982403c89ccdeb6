"""Takes pictures of a built site for people to look at.

Use: python tests/browser/shoot.py SITE_DIR OUT_DIR [ADDRESS …] [--width 360] [--dark] [--print] [--no-js]
An address is relative to the site (zh/yangquan/); without any, one page of each kind is taken.
"""

import argparse
from pathlib import Path

from playwright.sync_api import Browser

from chromium import launched
from site_pages import read_pages, representatives
from site_server import served

HEIGHTS = {360: 640}


def read_arguments() -> argparse.Namespace:
    """Return the command line, parsed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, metavar="SITE_DIR")
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    parser.add_argument("addresses", nargs="*", metavar="ADDRESS")
    parser.add_argument("--width", type=int, default=360)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--print", action="store_true", dest="printed")
    parser.add_argument("--no-js", action="store_true")
    return parser.parse_args()


def file_name(address: str, arguments: argparse.Namespace) -> str:
    """Return a name that says what the picture shows: zh-yangquan-school.360.dark.png."""
    name = address.removesuffix("index.html").strip("/").replace("/", "-") or "root"
    marks = [("dark", arguments.dark), ("print", arguments.printed), ("no-js", arguments.no_js)]
    return ".".join([name, str(arguments.width), *(mark for mark, on in marks if on), "png"])


def shoot(browser: Browser, server: str, addresses: list[str], arguments: argparse.Namespace) -> None:
    """Save one full-page picture per address and print where it lies."""
    with browser.new_context(
        viewport={"width": arguments.width, "height": HEIGHTS.get(arguments.width, 800)},
        color_scheme="dark" if arguments.dark else "light",
        java_script_enabled=not arguments.no_js,
    ) as context:
        tab = context.new_page()
        if arguments.printed:
            tab.emulate_media(media="print")
        for address in addresses:
            tab.goto(server + address)
            picture = arguments.out / file_name(address, arguments)
            tab.screenshot(path=picture, full_page=True)
            print(picture)  # noqa: T201 - this is what the command is for


def main() -> None:
    """Serve the folder, take the pictures, stop."""
    arguments = read_arguments()
    arguments.out.mkdir(parents=True, exist_ok=True)
    addresses = arguments.addresses or [page.address for page in representatives(read_pages(arguments.site))]
    with served(arguments.site) as server, launched() as browser:
        shoot(browser, server, addresses, arguments)


if __name__ == "__main__":
    main()
