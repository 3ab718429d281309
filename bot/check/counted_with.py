"""As many as did what a state did: "nine sided with Washington", "five EU members voted with Serbia: Cyprus, Greece, ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.check.claim import Claim, Kind
from bot.check.sentence import Sentence, claim_at
from bot.check.told import Taken
from bot.check.voters import LIST, named_in
from bot.question import GroupMention
from bot.understand.shape import DAYS

OF_TODAY = (
    rf"(?:(?:{DAYS}|the present day|the modern) (?:' s |'s |' )?|(?:the |its )(?:current|present|later|future|eventual) "
    r"|what (?:is|are) now (?:the )?)(?:\d+ )?"
)
"""Before a group that is not that of the day of the vote."""
_OF_TODAY = re.compile(OF_TODAY)
_BUT_BEHIND = re.compile(r" (?:but|except|save|bar|other than|apart from|besides)\b")
_LIST_BEHIND = re.compile(r" (?:: |[-–—] |\( )(?:namely )?(?:the )?")


def counted_with(sentence: Sentence, counted: re.Match[str], stop: int, number: int, taken: Taken) -> Iterator[Claim]:
    """As many as took that state's position, with it or besides it; and those of them that are listed. `counted`: the words for
    the number and the group, `stop`: where "voted with" ends."""
    first, line = counted.start(), sentence.line
    company = sentence.shape.mentions_in(stop, stop + 6)[:1]
    if not company or _BUT_BEHIND.match(line, sentence.at(company[0]) + 1):
        return
    last = sentence.at(company[0]) + 1
    taken.take(first, last)
    group = next((m for m in sentence.shape.mentions_in(first, counted.end()) if isinstance(m, GroupMention)), None)
    within = group if group is not None and group.key != "council" else None
    if not _OF_TODAY.search(line, first, counted.end()):
        yield claim_at(sentence, Kind.COUNT, first, last, company=company, number=number, within=within)[0]
    opening = _LIST_BEHIND.match(line, last)
    listed = LIST.match(line, opening.end()) if opening else None
    if listed and len(voters := named_in(sentence, *listed.span())) == number:
        taken.take(last, listed.end())
        yield claim_at(sentence, Kind.TOGETHER, first, listed.end(), voters=voters, company=company)[0]
