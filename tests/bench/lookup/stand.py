"""What building the index costs and brings; run by itself, so that its memory can be measured.

`python -m tests.bench.lookup.stand NUMBER` prints the seconds of the processor and the bytes by kind of file as JSON.
"""

import gzip
import json
import sys
from time import process_time

from tests.bench.lookup.asked import LEVEL
from tests.bench.lookup.names import head_of, invented

from lantian.lookup.documents import index_documents

DEPTH = 4
"""Steps of an address before the kind of file: data, place, inventory, table."""


def main() -> None:
    """Build the index of some invented companies, weigh it, tell."""
    rows = invented(int(sys.argv[1]))
    began = process_time()
    documents = tuple(index_documents(head_of(rows), rows))
    seconds = process_time() - began
    kinds: dict[str, list[int]] = {}
    for document in documents:
        kinds.setdefault(document.address.split("/")[DEPTH], []).append(len(gzip.compress(document.data, LEVEL)))
    told = {kind: [len(sizes), sum(sizes)] for kind, sizes in kinds.items()}
    print(json.dumps({"seconds": seconds, "kinds": told}))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
