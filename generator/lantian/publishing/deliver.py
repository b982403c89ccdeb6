"""From planned sections to a live release: build what is not there yet, compare, switch, read back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

from lantian.publishing.building import Building, Tell
from lantian.publishing.disk import point_link, sync_file_system, sync_folder
from lantian.publishing.leads import known_leads
from lantian.publishing.output import Output
from lantian.publishing.parts import Json, ReleasePlan
from lantian.publishing.read_back import read_back
from lantian.publishing.release import new_release, require_whole
from lantian.publishing.verify_release import Comparison


class Delivery:
    """A release in the making beside the live one, `live` is what that says of itself."""

    def __init__(self, output: Output, plan: ReleasePlan, live: Json | None) -> None:
        """Nothing is made yet."""
        self.output, self.plan, self.live = output, plan, live
        self._live_ids: dict[str, str] = {} if live is None else live["sections"]
        self._building = Building(output, plan, self._live_ids)
        self._folder: Path | None = None
        self.lost: tuple[str, ...] = ()
        """Files that the live release has and this one has not."""

    @property
    def built(self) -> list[str]:
        """Return the names of the sections and parts that were not there."""
        return self._building.built

    @property
    def heavy(self) -> list[str]:
        """Return the pages that weigh more than promised."""
        return self._building.heavy

    def make(self, tell: Tell) -> None:
        """Build and check everything that is not there yet, beside what is live; nothing can be seen of it."""
        self._building.provide_all(tell)
        tell("verify")
        leads = known_leads(self.live)
        compared = Comparison(self.output, self.plan, self._building.placed, self._live_ids, leads)
        compared.check_links()
        self.lost = compared.lost_files()

    def place(self) -> None:
        """Lay out the links of the release, and give everything its name after all of it has reached the disk."""
        placed, release = self._building.placed, self.output.release(self.plan.id)
        if not release.is_dir():
            self._folder = new_release(self.output, self.plan, placed, self.live)
        sync_file_system(self.output.root)
        for name in self.built:
            final = self.output.section(placed[name].id)
            placed[name].folder.rename(final)
            placed[name] = placed[name].named(final)
        sync_folder(self.output.sections)
        if self._folder is not None:
            self._folder.rename(release)
            self._folder = None
            sync_folder(self.output.releases)

    def drop(self) -> None:
        """Remove what was made and did not get its name; what can not be removed is collected later."""
        self._building.drop()
        if self._folder is not None:
            rmtree(self._folder, ignore_errors=True)


@contextmanager
def delivery(output: Output, plan: ReleasePlan, live: Json | None) -> Iterator[Delivery]:
    """Yield a delivery, and leave nothing unfinished behind whatever happens in the block."""
    one = Delivery(output, plan, live)
    try:
        yield one
    finally:
        one.drop()


def go_live(output: Output, release: str, fronts: tuple[str, ...], address: str | None) -> str | None:
    """Switch to a release that lies there and read it back; return the release that was live before.

    PublishingFailedError, and the earlier release live again, if it does not come back as it should.
    """
    require_whole(output, release)
    before = output.live()
    point_link(output.current, Path("releases") / release)
    try:
        read_back(output, release, fronts, address)
    except BaseException:
        if before is None:
            output.current.unlink(missing_ok=True)
        else:
            point_link(output.current, Path("releases") / before)
        raise
    return before
