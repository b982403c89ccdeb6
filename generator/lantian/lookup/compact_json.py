"""JSON without a byte too many, keys in the order given."""

import json


def compact(value: object) -> bytes:
    """Return a value as JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
