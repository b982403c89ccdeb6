"""The unified social credit code (GB 32100-2015) of a company; the check digit is python-stdnum's affair."""

import re
from typing import Literal

from stdnum.cn import uscc
from stdnum.exceptions import InvalidChecksum, ValidationError

from lantian.importing.cleaning import folded

Verdict = Literal["valid", "absent", "dropped", "code_check_digit", "code_form", "code_length"]
LENGTH = 18
_SPACES = re.compile(r"[\s'’`\-]+")
_OLDER = re.compile(r"\d{13}|\d{15}|[0-9A-Z]{8}[0-9X]")
"""Registration numbers of 13 or 15 digits and organisation codes of nine characters, from before 2015."""


def judged(text: str, absent: frozenset[str]) -> tuple[Verdict, str]:
    """Return what a cell of codes holds, and the code in capital letters; `absent` are folded words for none.

    `dropped` is an older number: it is no credit code and can not be checked, so the row is kept without a code.
    """
    code = _SPACES.sub("", text).upper()
    if not code or folded(text) in absent:
        return "absent", ""
    if _OLDER.fullmatch(code):
        return "dropped", ""
    if len(code) != LENGTH:
        return "code_length", code
    try:
        return "valid", uscc.validate(code)
    except InvalidChecksum:
        return "code_check_digit", code
    except ValidationError:
        return "code_form", code
