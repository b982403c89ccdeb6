"""What a message says, in our words: its headline, the levels before and after it, and whether it still stands."""

from lantian.model.bulletin import CHANGES_LEVEL, Bulletin
from lantian.model.correction import corrections_of
from lantian.model.level import LevelId
from lantian.model.moment_sentence import moment
from lantian.model.text import Text
from lantian.model.timeline import Episode, episodes, taken_back
from lantian.pages.edition import Edition


def headline(edition: Edition, chain: Episode, bulletin: Bulletin) -> Text:
    """Say what the message did and from when, and first of all if it was taken back."""
    said = _said(edition, chain, bulletin)
    return said if withdrawal_of(chain, bulletin) is None else edition.say("bulletin_head.void", headline=said)


def _said(edition: Edition, chain: Episode, bulletin: Bulletin) -> Text:
    before, after = levels_around(chain, bulletin)
    start = moment(bulletin.starts_at, edition.situation.as_of, "full", edition.wording)
    if chain.exercise:
        return _of_drill(edition, bulletin, after or before, start)
    if bulletin.action == "withdraw":
        return edition.say("bulletin_head.withdraw", issued=_issued_of_subject(edition, chain, bulletin))
    if bulletin.action == "correct":
        return edition.say("bulletin_head.correct", issued=_issued_of_subject(edition, chain, bulletin))
    if bulletin.action == "extend":
        return _extended(edition, bulletin, _name(edition, bulletin, after))
    if bulletin.action == "suspend":
        return _suspended(edition, bulletin, _name(edition, bulletin, after), start)
    level = before if bulletin.action == "lift" else after
    return edition.say(f"bulletin_head.{bulletin.action}", name=_name(edition, bulletin, level), start=start)


def levels_around(chain: Episode, bulletin: Bulletin) -> tuple[LevelId | None, LevelId | None]:
    """Return the level that the chain announced before the message, and with it; None where it announced none."""
    place = chain.messages.index(bulletin)
    return _announced(chain.messages[:place]), _announced(chain.messages[: place + 1])


def withdrawal_of(chain: Episode, bulletin: Bulletin) -> Bulletin | None:
    """Return the message that took this one back, if it does not stand."""
    if bulletin.key not in taken_back(chain.messages):
        return None
    withdrawals = (one for one in chain.messages if one.action == "withdraw" and one.about_key == bulletin.key)
    return next(withdrawals, None)


def correction_of(chain: Episode, bulletin: Bulletin) -> Bulletin | None:
    """Return the last message that corrects this one and stands, if there is one."""
    gone = taken_back(chain.messages)
    corrections = corrections_of(chain.messages, bulletin)
    return next((one for one in reversed(corrections) if one.key not in gone), None)


def successor(chain: Episode, bulletin: Bulletin) -> Bulletin | None:
    """Return the next message of the chain that stands, if this one was followed."""
    later = chain.messages[chain.messages.index(bulletin) + 1 :]
    standing = {one.key for one in chain.standing}
    return next((one for one in later if one.key in standing), None)


def mark(edition: Edition, chain: Episode, bulletin: Bulletin) -> Text | None:
    """Say that a message was withdrawn, corrected, or followed by a later one; None for the last word of a chain."""
    withdrawal = withdrawal_of(chain, bulletin)
    if withdrawal is not None:
        at = moment(withdrawal.issued_at, edition.situation.as_of, "full", edition.wording)
        return edition.say("bulletin_head.withdrawn", at=at)
    correction = correction_of(chain, bulletin)
    if correction is not None:
        at = moment(correction.issued_at, edition.situation.as_of, "full", edition.wording)
        return edition.say("bulletin_head.corrected", at=at)
    later = successor(chain, bulletin)
    if later is None or bulletin.action == "withdraw":
        return None
    at = moment(later.issued_at, edition.situation.as_of, "full", edition.wording)
    return edition.say("bulletin_head.followed", at=at)


def level_words(edition: Edition, level: LevelId | None) -> Text:
    """Return the name of a level of the plan with its response, or the words for none."""
    if level is None or not edition.plan.has_level(level):
        return edition.say("bulletin_fact.no_level")
    found = edition.plan.level(level)
    response = edition.wording.pattern(f"response.{found.response}")
    return edition.say("bulletin_fact.level", level=found.names, response=response)


def _announced(messages: tuple[Bulletin, ...]) -> LevelId | None:
    level: LevelId | None = None
    for message in episodes(messages)[0].standing if messages else ():
        if message.action in CHANGES_LEVEL:
            level = message.level
        elif message.action == "lift":
            level = None
    return level


def _name(edition: Edition, bulletin: Bulletin, level: LevelId | None) -> Text:
    if bulletin.line != "level":
        track = next((one for one in edition.plan.tracks if one.id == bulletin.line), None)
        return track.names if track is not None else edition.say("bulletin_fact.advisory")
    if level is None or not edition.plan.has_level(level):
        return edition.say("bulletin_fact.warning")
    return edition.plan.level(level).names


def _extended(edition: Edition, bulletin: Bulletin, name: Text) -> Text:
    if bulletin.expected_end is None:
        return edition.say("bulletin_head.extend_open", name=name)
    end = moment(bulletin.expected_end, edition.situation.as_of, "full", edition.wording)
    return edition.say("bulletin_head.extend", name=name, end=end)


def _suspended(edition: Edition, bulletin: Bulletin, name: Text, start: Text) -> Text:
    if bulletin.resumes_at is None:
        return edition.say("bulletin_head.suspend_open", name=name, start=start)
    end = moment(bulletin.resumes_at, edition.situation.as_of, "full", edition.wording)
    return edition.say("bulletin_head.suspend", name=name, start=start, end=end)


def _issued_of_subject(edition: Edition, chain: Episode, bulletin: Bulletin) -> Text:
    mistake = next(one for one in chain.messages if one.key == bulletin.about_key)
    return moment(mistake.issued_at, edition.situation.as_of, "full", edition.wording)


def _of_drill(edition: Edition, bulletin: Bulletin, level: LevelId | None, start: Text) -> Text:
    return edition.say(f"drill_head.{bulletin.action}", name=_name(edition, bulletin, level), start=start)
