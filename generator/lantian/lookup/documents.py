"""All files of a place's lookup: the rows, three indexes, the ranges of the filters, and the measures by sector.

They stand on the inventory and the plan alone, never on a warning: a level that changes touches none of them.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from lantian.lookup.compact_json import compact
from lantian.lookup.folding import DROPPED, folded, simplified_signs, variants_of
from lantian.lookup.initials import initials
from lantian.lookup.measures import measure_files
from lantian.lookup.packing import head, packed
from lantian.lookup.rows import ROWS, Listed, counts, named_blocks, ordered, row_blocks
from lantian.lookup.splitting import Signs, leaves
from lantian.model.content import Vocabulary
from lantian.model.inventory import Enterprise, Inventory
from lantian.model.plan import Plan
from lantian.model.wording import Wording
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.page import Document

SHORTEST, SHORTEST_CODE = 2, 4
"""From how many signs on a name, and a credit code, is found."""
UNCODED = str.maketrans("0123456789abcdef", "!#$%&()*+,-/:;<=")
"""The id of a company without a credit code in signs that no search by hand has; its own address asks for it."""
Files = Callable[[str], str]
"""Returns the address of a file by its name."""


def place_documents(edition: Edition, rows: Callable[[str], Sequence[Enterprise]]) -> Iterator[Document]:
    """Yield the files of the place of an edition, if it has an inventory; its companies are read only then."""
    inventory, content = edition.entry.inventory, edition.content
    if inventory is not None:
        companies = rows(edition.place.id)
        yield from lookup_documents(inventory, companies, edition.plan, content.vocabulary, content.wording)


def lookup_documents(
    inventory: Inventory, rows: Sequence[Enterprise], plan: Plan, vocabulary: Vocabulary, wording: Wording
) -> Iterator[Document]:
    """Yield the files of a place's lookup; `rows` are those of its inventory, in any order."""
    yield from index_documents(inventory, rows)
    yield from measure_documents(inventory, plan, vocabulary, wording)


def measure_documents(inventory: Inventory, plan: Plan, vocabulary: Vocabulary, wording: Wording) -> Iterator[Document]:
    """Yield the files that stand on the plan: what it asks of the sectors that have a company."""
    sectors = frozenset(count.sector for county in inventory.counties for count in county.sectors)
    for name, data in measure_files(sectors, plan, vocabulary, wording):
        yield Document(addresses.inventory_file(inventory.place, name), data)


def index_documents(inventory: Inventory, rows: Sequence[Enterprise]) -> Iterator[Document]:
    """Yield the files that stand on the rows alone, all of them under the version of the inventory."""
    files = partial(addresses.inventory_file, inventory.place, table=inventory.sha256)
    companies = ordered(rows, inventory)
    simplified = simplified_signs()
    listed = [_listed(row, simplified) for row in companies]
    for number, data in enumerate(row_blocks(listed, inventory)):
        yield Document(files(f"rows/{number}.json"), data)
    for number, data in named_blocks(companies):
        yield Document(files(f"named/{number}.json"), data)
    yield Document(files("counts.json"), counts(companies, inventory))
    used = {sign for one in listed for sign in one.name}
    yield Document(files("signs.json"), compact({"rows": ROWS, "dropped": DROPPED}))
    yield Document(files("variants.json"), compact(variants_of(used, simplified)))
    yield from _index(files, "names", [one.name for one in listed], SHORTEST)
    yield from _index(files, "letters", [one.letters for one in listed], SHORTEST)
    yield from _index(files, "codes", [_code(row) for row in companies], SHORTEST_CODE)


def _index(files: Files, field: str, texts: Sequence[Signs], shortest: int) -> Iterator[Document]:
    blocks = packed(leaves(texts, shortest))
    yield Document(files(f"{field}/head.json"), head(blocks))
    for number, block in enumerate(blocks):
        yield Document(files(f"{field}/{number}.json"), block.data)


def _listed(row: Enterprise, simplified: dict[str, str]) -> Listed:
    name = "".join(simplified.get(sign, sign) for sign in folded(row.name))
    return Listed(row, name, initials(name))


def _code(row: Enterprise) -> Signs:
    """Return what a company's own address asks for: the credit code, else the hash of its id."""
    return row.code.lower() if row.code is not None else row.id.removeprefix("n-").translate(UNCODED)
