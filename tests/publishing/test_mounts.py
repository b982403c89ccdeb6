"""However the files of a section and its parts lie among each other: each is found where it belongs, by few links."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from tests.publishing.fake_site import live_tree, write_files

from lantian.publishing.mounts import show_parts
from lantian.publishing.placed import Placed
from lantian.publishing.seal import FileRecord

NAMES = st.lists(st.sampled_from(["a", "a-", "a.b", "b", "ab"]), min_size=1, max_size=4).map(
    lambda steps: "/".join((*steps, "file"))
)
HELD = st.lists(st.sets(NAMES, max_size=8), min_size=2, max_size=4)
SECTION = "section"


def told(names: set[str], before: Sequence[set[str]]) -> dict[str, FileRecord]:
    """Return the manifest of the files that nobody before has."""
    return {name: FileRecord("", 0) for name in sorted(names.difference(*before))}


@given(held=HELD)
def test_every_file_is_found_once(held: list[set[str]]) -> None:
    """The section shows its own files and those of every part, each with its bytes, and nothing else."""
    files = [told(names, held[:number]) for number, names in enumerate(held)]
    ids = [SECTION, *(f"part-{number}" for number in range(1, len(files)))]
    with TemporaryDirectory() as root:
        for one, manifest in zip(ids, files, strict=True):
            (Path(root) / one).mkdir()
            write_files(Path(root) / one, dict.fromkeys(manifest, one))
        found = zip(ids[1:], files[1:], strict=True)
        parts = [Placed(one, Path(root) / one, manifest=manifest) for one, manifest in found]
        show_parts(Path(root) / SECTION, files[0], parts)
        (Path(root) / "current").symlink_to(SECTION)
        shown = live_tree(Path(root))
        links = [path for path in (Path(root) / SECTION).rglob("*") if path.is_symlink()]
    assert shown == {name: one.encode() for one, manifest in zip(ids, files, strict=True) for name in manifest}
    assert len(links) <= sum(len(manifest) for manifest in files[1:])
