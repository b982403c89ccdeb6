"""The files by which the companies of a place are found: a part of its section that stands on its inventory alone."""

from pathlib import Path

from lantian.lookup.documents import index_documents
from lantian.model.inventory import Inventory
from lantian.model.view import view
from lantian.pages.inventory_lists import Rows
from lantian.publication.inputs import digest, program_digest
from lantian.publishing.parts import Section, Written


@view
class IndexSection:
    """The index of an inventory; with a hundred thousand companies it takes half a minute, so nothing else renews it.

    `rows` returns the companies; it is asked only where the section is built.
    """

    inventory: Inventory
    rows: Rows

    def section(self) -> Section:
        """Return the section as a publisher needs it: named by the program and the inventory, with no moment."""
        head, place = self.inventory.model_dump_json(), self.inventory.place
        return Section(
            name=f"{place}-index",
            id=f"{place}-index-{digest(program_digest(), head)}",
            folders=(),
            content=digest(head),
            write=self._write,
        )

    def _write(self, into: Path) -> Written:
        for document in index_documents(self.inventory, self.rows()):
            path = into / document.address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(document.data)
        return Written()
