"""Where an official document says so."""

import re
from functools import lru_cache
from typing import Annotated

from pydantic import StringConstraints

from lantian.model.text import Record, Text, composed
from lantian.model.wording import Wording

_COUNTED = r"(?:1\d|20|[1-9])"  # what the wording can say as a Chinese numeral
_NUMBER = rf"(?:\d+(?:\.\d+)*|annex \d+|chapter {_COUNTED}|head)"
_STEP = (
    rf"(?: [①-⑳]| sec {_COUNTED}| item \d+| sub \d+| part [a-z_]+| para \d+| row \d+| level [a-z]+| grade [A-Za-z_-]+"
    r"| note \d+)"
)
_ONE = rf"{_NUMBER}{_STEP}*"
_HEAD, _STEPS = re.compile(_NUMBER), re.compile(_STEP)
_BRACKETS = re.compile(r" ?(\uff08[^\uff09]*\uff09) ?")
Clause = Annotated[str, StringConstraints(pattern=rf"^{_ONE}(?:; {_ONE})*$")]
"""A place in a document: `5.3.1 part health para 1`, `5.3.1 ②`, `annex 11 level red row 9`; several joined by `; `.

Documents that count by Chinese numerals: `chapter 4 sec 4 item 4 sub 2 ③` is 四（四）4（2）③.
"""


class Citation(Record):
    """A place in a document: `clause` short, in the document's own way of counting, `label` whole, with its number."""

    document: str
    clause: str
    label: Text


def cite(document: str, number: Text, parts: dict[str, Text], clause: str, wording: Wording) -> Citation:
    """Spell a clause out; `parts` are the document's own headings, `number` its number or short name."""
    (apart, apart_en), (between, between_en) = wording.separator("join.clauses"), wording.separator("join.words")
    chinese, english, short = [], [], []
    for one in clause.split("; "):
        steps = _spell(one, parts, wording)
        words = [step.zh for step in steps]
        chinese.append(between.join(words))
        english.append(between_en.join([step.en for step in steps]))
        short.append(_shorten(words, one))
    spelled = composed(apart.join(chinese), apart_en.join(english))
    label = wording.say("cite.label", number=number, clause=spelled)
    return Citation(document=document, clause=apart.join(short), label=label)


def _spell(clause: str, parts: dict[str, Text], wording: Wording) -> list[Text]:
    head = _HEAD.match(clause)
    if head is None:  # the pattern of `Clause` does not let this happen
        raise ValueError(clause)
    steps = _STEPS.findall(clause, head.end())  # each with the space before it
    said = [parts[step[6:]] if step.startswith(" part ") else _spell_step(step, wording) for step in steps]
    return [_spell_head(head[0], wording), *said]


def _shorten(words: list[str], clause: str) -> str:
    """Join the steps with spaces, a numbered clause by its bare number: `5.3.1 ③`; brackets stand close."""
    bare = clause.partition(" ")[0]
    short = " ".join((bare, *words[1:]) if bare[0].isdigit() else words)
    # full-width brackets bring their own space
    return _BRACKETS.sub(r"\1", short) if "\uff08" in short else short


@lru_cache(maxsize=512)
def _spell_head(head: str, wording: Wording) -> Text:
    if head == "head":
        return wording.pattern("cite.head")
    kind, _, number = head.rpartition(" ")
    if kind == "chapter":
        return wording.say("cite.chapter", numeral=wording.pattern(f"cite_numeral.{number}"))
    return wording.say("cite.annex" if kind else "cite.clause", number=number)


@lru_cache(maxsize=512)
def _spell_step(step: str, wording: Wording) -> Text:
    """Spell a step that any document may have: the same few stand in the thousands of clauses of an annex."""
    kind, _, value = step[1:].rpartition(" ")
    if not kind:
        return Text(zh=value, en=value)
    if kind in {"level", "grade"}:
        return wording.pattern(f"cite_{kind}.{value}")
    if kind == "sec":
        return wording.say("cite.sec", numeral=wording.pattern(f"cite_numeral.{value}"))
    return wording.say(f"cite.{kind}", number=value)
