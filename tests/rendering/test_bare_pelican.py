"""Pelican without its unused packages, which stay what they are for everybody else."""

import subprocess
import sys

import pytest

from lantian.rendering.bare_pelican import UNUSED, Nothing

AFTERWARDS = """
import sys
import lantian.rendering.render
from lantian.rendering.bare_pelican import UNUSED
print(sorted(UNUSED & {name.partition(".")[0] for name in sys.modules}))
import docutils.core, feedgenerator, pygments, rich.console, watchfiles
print(docutils.core.publish_parts("*words*", writer="html4")["fragment"].strip())
print(watchfiles.Change.added.name, rich.console.Console().width > 0, bool(pygments.__version__))
"""


def test_others_find_them_whole() -> None:
    """Nothing is left of the empty packages once Pelican is there; whoever imports the real ones can use them."""
    done = subprocess.run([sys.executable, "-c", AFTERWARDS], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "<p><em>words</em></p>", "added True True"]


def test_whoever_was_first_has_pelican_whole() -> None:
    """In the command `pelican` our plug-in comes second, and leaves Pelican as it is."""
    told = "import pelican.readers, lantian.rendering.render; print(pelican.readers.docutils.__version__ > '0')"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"]


def test_nothing_can_be_used_in_any_way_and_does_nothing() -> None:
    """Names of nothing are classes that differ; its objects can be called; special names are not there."""
    assert {"docutils", "rich"} <= UNUSED
    one, other = Nothing.one, Nothing.other

    class Both(one, other):  # type: ignore[misc, valid-type]
        """As Pelican derives its own from two classes of docutils."""

    assert isinstance(Both(1, name=2).print("words").more, Nothing)
    with pytest.raises(AttributeError):
        Nothing.__path__  # noqa: B018
    with pytest.raises(AttributeError):
        Both().__path__  # noqa: B018
