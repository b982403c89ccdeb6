"""Corrections: facts of an earlier message as they should have read; the message itself stays as it was published."""

from collections.abc import Iterable

from lantian.model.bulletin import Bulletin


def as_corrected(bulletin: Bulletin, corrections: Iterable[Bulletin]) -> Bulletin:
    """Return a message with the facts that hold after the corrections of it, in order of their issue."""
    for correction in corrections:
        facts = correction.corrected
        if facts is None or correction.about_key != bulletin.key:
            continue
        changed = {name: getattr(facts, name) for name in facts.given if name != "level"}
        if "contents" in changed:
            changed["contents"] = {**bulletin.contents, **facts.contents}
        bulletin = bulletin.model_copy(update=changed)
    return bulletin


def corrections_of(messages: Iterable[Bulletin], bulletin: Bulletin) -> tuple[Bulletin, ...]:
    """Return the messages of a chain that correct a message, oldest first, whether or not they still stand."""
    return tuple(one for one in messages if one.action == "correct" and one.about_key == bulletin.key)
