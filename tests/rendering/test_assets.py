"""Theme files: what is joined into one, and what stands apart."""

from pathlib import Path

from lantian.rendering.assets import collect_assets


def theme(root: Path) -> Path:
    """Return a small theme: a script for all pages, and one in a folder for some."""
    files = {"css/tokens.css": "a{b:c}", "js/all.js": "one()", "js/some/b.js": "three()", "js/some/a.js": "two()"}
    for name, text in {**files, "img/icon.svg": "<svg/>"}.items():
        path = root / "static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_scripts_of_a_folder_are_a_file_of_their_own(tmp_path: Path) -> None:
    """A folder of scripts is joined by name under its own address, after the script of all pages."""
    assets = collect_assets(theme(tmp_path))
    data = {one.address: one.data.decode() for one in assets.documents}
    assert data[assets.addresses["js"]] == "one()"
    assert data[assets.addresses["js/some"]].split() == ["one()", "two()", "three()"]
    assert assets.addresses["js/some"].startswith("static/some.")
