"""Positions told by how the vote ended: "France went with the majority", "with Panama and Palau in the minority"."""

from __future__ import annotations

import re

from bot.check.claim import Kind
from bot.check.sentence import claim_at
from bot.check.voters import MATTER_BEFORE, Claims, Named
from store.facts import Position

_SIDE = re.compile(
    r"(?:(?:, )?(?:also|again|once more|both|all|too|\w+ly) )?"
    r"(?:(?:went|voted|sided|stood|was|were|is|are|being|found (?:itself|themselves)|ended up|finished|landed|remained) )?"
    r"(?:(?:also|again|once more|along|\w+ly) )?(?:with|in|on|among|part of) the "
    r"(?P<side>majority|minority|winning side|losing side)(?= [.,;:!?)–—-]| $| (?:too|as well|again|this time|and|but|while)\b)"
)
_MATTER_BUT_WITH = re.compile(r"\bwith (?:the |both )?$")


def with_the_majority(at: Named) -> Claims:
    """Of a text that more voted for than against or abstained, the majority is the yes, and the noes are the minority."""
    found = _SIDE.match(at.sentence.line, at.end)
    if found is None or (MATTER_BEFORE.search(at.before) and not _MATTER_BUT_WITH.search(at.before)):
        return
    position = Position.YES if found["side"] in ("majority", "winning side") else Position.NO
    yield claim_at(
        at.sentence, Kind.POSITION, at.start, found.end(), voters=at.voters, position=position, by_outcome=True
    )
