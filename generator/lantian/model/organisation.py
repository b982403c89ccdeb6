"""Who does what under a plan: commands, offices, member units, counties, working groups."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from lantian.model.citation import Clause
from lantian.model.text import Id, Record, Text

Phone = Annotated[str, StringConstraints(pattern=r"^(?:0\d{2,3}-\d{7,8}|1\d{4}|1[12]\d)$")]
"""A duty line of an organisation: area code and number, or a short service number; a mobile number does not fit."""


class Organisation(Record):
    """A member unit, office or command with its duties; phones are duty lines only."""

    id: Id
    names: Text
    kind: Literal["command", "office", "member", "county", "outside"]
    """`outside`: it has a task under the plan but is not among the member units that the document lists."""
    within: Id | None = None
    """The organisation that it is part of, where the document lists it apart; its duties stand there."""
    duties: tuple[Text, ...]
    phones: tuple[Phone, ...] = ()
    cite: Clause
    phones_cite: Clause | None = None
    note: Text | None = None


class WorkingGroup(Record):
    """A working group: who leads, who belongs, what it does."""

    id: Id
    names: Text
    leads: tuple[Text, ...]
    members: tuple[Text, ...]
    duties: tuple[Text, ...]
    cite: Clause
    note: Text | None = None
