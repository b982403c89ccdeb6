"""Sentences that are put together are what the record of a statement would be."""

from pickle import dumps, loads

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from lantian.model.text import Text, composed

SIGNS = st.characters(exclude_categories=("Cc", "Cs"))
"""What a statement may hold: whoever reads content refuses control characters."""
WORDS = st.text(SIGNS, min_size=1).filter(str.strip)


@given(WORDS, WORDS)
def test_composed_text_is_text(zh: str, en: str) -> None:
    """Put together or validated: the same statement, its spaces at both ends gone, in any use of it."""
    made, checked = composed(zh, en), Text(zh=zh, en=en)
    assert made == checked
    assert hash(made) == hash(checked)
    assert made.model_dump_json(exclude_unset=True) == checked.model_dump_json(exclude_unset=True)
    assert loads(dumps(made)) == made.model_copy() == checked  # noqa: S301 - made here


@pytest.mark.parametrize(("zh", "en"), [("", "words"), ("字", " ")])
def test_an_empty_statement_is_refused(zh: str, en: str) -> None:
    """Nothing in one language is no statement."""
    with pytest.raises(ValidationError):
        composed(zh, en)
