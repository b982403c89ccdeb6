"""Messages for tests: short to write, and random chains that an office could have issued."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from tests.plan_frame import read_frame

from lantian.model.bulletin import Bulletin
from lantian.model.measure import Measure
from lantian.model.place import Place
from lantian.model.plan import Plan
from lantian.model.text import Text

ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 11, 20, tzinfo=ZONE)
ISSUER = Text(zh="指挥部办公室", en="Command office")
PLACE = Place(
    id="yangquan", code="140300", names=Text(zh="阳泉市", en="Yangquan City"), pinyin="yang quan",
    timezone="Asia/Shanghai", plan="yangquan-2023", issuer=ISSUER, hotline="12369", hotline_name=ISSUER,
    air_quality_note=ISSUER,
)  # fmt: skip
STOP = Measure(
    id="school-stop", kind="health", topic="school", audiences=("schools",), duty="required",
    levels={"yellow": "5.3.1", "orange": "5.3.2", "red": "5.3.3"},
    text=Text(zh="停止室外活动。", en="No outdoor activities."),
)  # fmt: skip
LEVELS = ("yellow", "orange", "red")


def plan(*measures: Measure, **fields: Any) -> Plan:  # noqa: ANN401 - any field of a plan
    """Return the real frame with school measures (the usual one if none is given) and other fields changed."""
    return read_frame("yangquan").model_copy(update={"measures": measures or (STOP,), **fields})


def at(text: str) -> datetime:
    """Return `11-21 11:40` (of 2026) or `2027-01-01 00:00` in the place's time."""
    return datetime.fromisoformat(text if text[:2] == "20" else f"2026-{text}").replace(tzinfo=ZONE)


def message(number: int, given: dict[str, Any]) -> Bulletin:
    """Return the message with a running number; `after` is the number of the one that it replaces."""
    told = dict(given)
    after, end = told.pop("after", None), told.pop("end", None)
    issued = at(told.pop("issued"))
    return Bulletin(
        id=f"m-{number}", place="yangquan", issuer=ISSUER, issued_at=issued,
        starts_at=at(told.pop("starts")) if "starts" in told else issued,
        expected_end=at(end) if end else None, replaces=f"m-{after}" if after else None, **told,
    )  # fmt: skip


def messages(given: list[dict[str, Any]]) -> tuple[Bulletin, ...]:
    """Return a log; messages are numbered from 1."""
    return tuple(message(number, one) for number, one in enumerate(given, start=1))


def hours(number: int) -> datetime:
    """Return a moment counted in hours from the start of all random logs."""
    return START + timedelta(hours=number)


@st.composite
def logs(draw: st.DrawFn, *, withdrawals: bool = True, exercise: bool = False) -> tuple[Bulletin, ...]:
    """Draw a log of one to three chains, each begun after the one before was lifted or taken back."""
    log: list[Bulletin] = []
    chain: list[Bulletin] = []
    clock = draw(st.integers(0, 200))
    for _ in range(draw(st.integers(1, 9))):
        standing = _standing(chain)
        if not standing or standing[-1].action == "lift":
            chain, standing = [], []
            action = "exercise" if exercise else "issue"
        else:
            usual = ["raise", "lower", "extend", "lift"]
            action = draw(st.sampled_from([*usual, "withdraw"] if withdrawals and chain[-1] in standing else usual))
        level = draw(st.sampled_from(LEVELS)) if action in {"issue", "exercise", "raise", "lower"} else None
        begins = clock + draw(st.integers(0, 40))
        end = begins + draw(st.integers(1, 80)) if action not in {"lift", "withdraw"} and draw(st.booleans()) else None
        name = f"{'x' if exercise else 'm'}-{len(log)}"
        chain.append(
            Bulletin(
                id=name, place="yangquan", issuer=ISSUER, action=action, level=level,
                issued_at=hours(clock), starts_at=hours(begins), expected_end=hours(end) if end else None,
                replaces=chain[-1].id if chain else None,
            )
        )  # fmt: skip
        log.append(chain[-1])
        clock += draw(st.integers(1, 60))
    return tuple(log)


def _standing(chain: list[Bulletin]) -> list[Bulletin]:
    gone = {one.replaces for one in chain if one.action == "withdraw"}
    return [one for one in chain if one.action != "withdraw" and one.id not in gone]
