"""Who belongs to Yangquan's command, against what was counted in 2.1 and the annexes 2, 3 and 9.

Each literal was counted or read in the official text by hand; the comment beside it says where and how.
"""

import re
from collections import Counter
from types import MappingProxyType

from tests.plan_frame import CONTENT, read_frame

from lantian.model.organisation import Organisation

PLACE = "yangquan"
PLAN = read_frame(PLACE)
# Annex 9 row by row: how many landlines and short numbers stand there (the two mobile numbers are not counted).
PHONES = MappingProxyType(
    {
        "publicity": 2, "cyberspace": 1, "emergency": 2, "industry": 1, "environment": 2, "weather": 1, "finance": 2,
        "police": 2, "housing": 2, "city-management": 1, "land": 1, "transport": 2, "roads": 2, "health": 2,
        "education": 2, "market": 1, "culture": 1, "sport": 2, "energy": 2, "traffic-police": 2, "pingding": 2,
        "yuxian": 2, "chengqu": 1, "kuangqu": 1, "jiaoqu": 1, "development-zone": 2, "garrison": 1, "armed-police": 1,
        "grid": 1, "mobile": 2, "telecom": 1, "unicom": 2, "huayang": 2,
    }
)  # fmt: skip


def organisations(kind: str) -> tuple[Organisation, ...]:
    """Return the organisations of one kind that are not part of another."""
    return tuple(entry for entry in PLAN.organisations if entry.kind == kind and entry.within is None)


def test_counts() -> None:
    """Totals that were counted in the document."""
    assert len(PLAN.warning_contents) == 8  # 4.2.3: items between the commas
    assert len(PLAN.channels) == 8  # 4.2.4: office network, website, three of the bureau, platform, media, operators
    assert len(organisations("member")) == 26  # 2.1: 27 names, of which one stands for counties and the zone together
    assert len(organisations("county")) == 6  # annex 9: five county-level governments and the development zone
    assert len(PLAN.working_groups) == 5  # 2.2 and annex 3
    assert (
        len(PLAN.organisations) == 35
    )  # command, office, 26 members, 6 counties and, from annex 9, the traffic police


def test_annex_2() -> None:
    """Annex 2 has 27 rows: the operators share one, counties and the zone another; its duties stand at each of them."""
    rows = Counter(entry.duties for entry in PLAN.organisations if entry.within is None)
    operators, counties = (
        {entry.duties for entry in PLAN.organisations if entry.id in ids}
        for ids in (("mobile", "telecom", "unicom"), tuple(entry.id for entry in organisations("county")))
    )
    assert (len(operators), len(counties)) == (1, 1)
    # The garrison and the armed police have a row each with the same words, so they are one here.
    assert len(rows) == 27 - 1
    assert all(duties for duties in rows)


def test_phones() -> None:
    """Annex 9: 33 rows and 52 numbers, each at its organisation and cited; no other organisation has one."""
    found = {entry.id: len(entry.phones) for entry in PLAN.organisations if entry.phones}
    assert found == PHONES
    assert (len(PHONES), sum(PHONES.values())) == (33, 52)
    assert {entry.phones_cite for entry in PLAN.organisations if entry.phones} == {"annex 9"}
    numbers = [number for entry in PLAN.organisations for number in entry.phones]
    assert len(numbers) == len(set(numbers))
    assert [number for number in numbers if not number.startswith("0353-")] == ["12369"]


def test_working_groups() -> None:
    """Annex 3: leads, members and duties, counted cell by cell."""
    counted = {entry.id: (len(entry.leads), len(entry.members)) for entry in PLAN.working_groups}
    assert counted == {
        "forecast": (2, 3),
        "inspection": (1, 12),
        "experts": (2, 4),
        "support": (1, 7),
        "publicity": (1, 12),
    }


def test_no_private_number() -> None:
    """No mobile number and no run of eleven digits stands in the files of the place, however it is broken up."""
    for path in (f"plans/{PLACE}/plan.yaml", f"places/{PLACE}.yaml"):
        text = (CONTENT / path).read_text(encoding="utf-8")
        assert not re.search(r"\d{11}", text)
        assert not re.search(r"(?<!\d)1[3-9](?:[ -]?\d){9}(?!\d)", text)
