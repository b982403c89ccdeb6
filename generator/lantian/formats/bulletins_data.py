"""`bulletins.json` and `stats.csv`: the archive of messages, and the hours that each level held."""

import csv
from datetime import datetime
from itertools import pairwise

from lantian.formats.json_file import Json, moment, text, text_or_null
from lantian.model.bulletin import Bulletin, Facts
from lantian.model.correction import corrections_of
from lantian.model.situation import Situation
from lantian.model.timeline import Entry, Episode, episodes, known, taken_back
from lantian.pages.page import Document

HEAD = ("place", "season", "episode", "level", "start", "end", "hours", "bulletins")
SEASON_TURNS = 7
"""The month in which a new season begins: a winter lies in one season."""


def bulletins_body(bulletins: tuple[Bulletin, ...], as_of: datetime) -> Json:
    """Return every message issued up to a moment, oldest first, as published."""
    messages = known(bulletins, as_of)
    chains = {message.key: chain for chain in episodes(messages) for message in chain.messages}
    gone = taken_back(messages)
    return {"bulletins": [_bulletin(one, chains[one.key], gone) for one in messages]}


def _bulletin(one: Bulletin, chain: Episode, gone: frozenset[str]) -> Json:
    return {
        **_facts(one),
        "id": one.id,
        "place": one.place,
        "episode": chain.first.id,
        "exercise": chain.exercise,
        "replaces": one.replaces,
        "withdrawn": one.key in gone,
        "about": one.about,
        "corrected": None if one.corrected is None else _corrected(one.corrected),
        "corrected_by": [other.id for other in corrections_of(chain.messages, one) if other.key not in gone],
        "action": one.action,
        "line": one.line,
        "level": one.level,
        "issued_at": moment(one.issued_at),
        "approved_by": text_or_null(one.approved_by),
    }


def _facts(one: Bulletin) -> Json:
    """Return what a message states and a correction may put right, as published."""
    return {
        "starts_at": moment(one.starts_at),
        "expected_end": moment(one.expected_end),
        "resumes_at": moment(one.resumes_at),
        "number": one.number,
        "issuer": text(one.issuer),
        "pollutant": one.pollutant,
        "forecast": list(one.forecast),
        "area": text_or_null(one.area),
        "reason": text_or_null(one.reason),
        "contents": {name: text(value) for name, value in one.contents.items()},
        "official_text": one.official_text,
    }


def _corrected(facts: Facts) -> Json:
    """Return the facts that a correction states, and no others."""
    plain: Json = facts.model_dump(mode="python", include=set(facts.given))
    return {name: moment(value) if isinstance(value, datetime) else value for name, value in plain.items()}


class _Lines(list[str]):
    """What the csv writer writes to."""

    def write(self, line: str) -> None:
        self.append(line)


def stats_file(situation: Situation, bulletins: tuple[Bulletin, ...]) -> Document:
    """Return one row per episode and level; exercises and announced time are not counted, open time ends now.

    The episode is the id of its first message, with its place in front where another place issued it.
    """
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(HEAD)
    chains = {chain.key: chain for chain in episodes(known(bulletins, situation.as_of))}
    begun = [entry for entry in situation.timeline if entry.start <= situation.as_of]
    for entry, following in pairwise((*begun, None)):
        if entry is not None and entry.live:
            writer.writerow(_row(situation, entry, following.start if following else None, chains[entry.episode]))
    return Document(address=f"data/{situation.place}/stats.csv", data="".join(lines).encode())


def _row(situation: Situation, entry: Entry, end: datetime | None, chain: Episode) -> tuple[object, ...]:
    until = end or situation.as_of
    start = entry.start.astimezone(situation.as_of.tzinfo)
    first = start.year if start.month >= SEASON_TURNS else start.year - 1
    hours = round((until - entry.start).total_seconds() / 3600, 2)
    season = f"{first}-{first + 1}"
    episode = chain.first.id if chain.first.place == situation.place else chain.first.key
    told = (moment(start), moment(end), f"{hours:g}", len(chain.messages))
    return situation.place, season, episode, entry.level, *told
