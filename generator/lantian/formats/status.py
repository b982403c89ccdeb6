"""`status.json` of a place and `index.json` of the site: what holds where, from the same situation as the pages."""

from lantian.formats.json_file import Json, citation, moment, text
from lantian.model.level import LEVEL_ORDER
from lantian.model.school_status import school_status
from lantian.model.spans import spans
from lantian.model.status_sentence import advisory_headline, headline, second_line
from lantian.pages.edition import Edition
from lantian.pages.standing import Standing


def status_body(edition: Edition) -> Json:
    """Return the status of a place; `level` is null unless a level holds, in an exercise too."""
    situation, plan, wording = edition.situation, edition.plan, edition.wording
    return {
        "state": situation.state,
        "level": situation.level,
        "rank": situation.rank,
        "levels_total": situation.levels_total,
        "response": situation.response,
        "issued_at": moment(situation.issued_at),
        "starts_at": moment(situation.starts_at),
        "expected_end": moment(situation.expected_end),
        "lifted_at": moment(situation.lifted_at),
        "pollutant": situation.pollutant,
        "headline": text(headline(situation, plan, wording)),
        "second_line": text(second_line(situation, plan, wording)),
        "source": _source(edition),
        "segments": _segments(edition),
        "advisories": _advisories(edition),
        "school": _school(edition),
        "next_boundary": moment(situation.next_boundary),
        "next_check_by": moment(situation.next_check_by),
    }


def index_body(places: tuple[Standing, ...]) -> Json:
    """Return all places, worst level first, then by name."""
    rows = sorted(places, key=lambda one: (-_severity(one), one.state == "none", one.place.pinyin))
    return {
        "places": [
            {
                "id": one.place.id,
                "names": text(one.place.names),
                "code": one.place.national_code,
                "follows": one.place.follows,
                "state": one.state,
                "level": one.level,
                "status": f"{one.place.id}/status.json",
            }
            for one in rows
        ]
    }


def _segments(edition: Edition) -> list[Json]:
    return [
        {"from": moment(one.start), "to": moment(one.until), "level": one.level, "state": one.state}
        for one in spans(edition.situation.segments)
    ]


def _advisories(edition: Edition) -> list[Json]:
    return [
        {
            "track": one.track,
            "from": moment(one.start),
            "to": moment(one.until),
            "text": text(advisory_headline(one, edition.plan, edition.as_of, edition.wording)),
        }
        for one in edition.situation.advisories
    ]


def _severity(one: Standing) -> int:
    return 0 if one.level is None else LEVEL_ORDER.index(one.level) + 1


def _source(edition: Edition) -> Json | None:
    source = edition.situation.announcement
    if source is None:
        return None
    return {
        "bulletin": source.id,
        "number": source.number,
        "issuer": text(source.issuer),
        "follows": source.place if source.place != edition.place.id else None,
        "plan": edition.plan.id,
    }


def _school(edition: Edition) -> Json:
    school = school_status(edition.situation, edition.plan, edition.wording)
    return {
        "outdoor": school.outdoor,
        "classes": school.classes,
        "from": moment(school.start),
        "to": moment(school.until),
        "headline": text(school.headline),
        "citation": None if school.citation is None else citation(school.citation),
    }
