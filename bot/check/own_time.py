"""Whether the words of a claim place it at another time than that of the vote it was held against."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.check.claim import Claim, Kind
from bot.check.days_told import is_of_a_participle, is_of_something_else, votes_before
from bot.check.sentence import Sentence, end_of_dateline
from bot.question import DayRange
from store.facts import RollCall

_BEHIND = 14  # characters behind a claim in which its own time may begin: "165 votes in 2025"
_OVER_A_YEAR = 400  # days
_OVER_TIME = frozenset({Kind.DATED, Kind.NTH, Kind.NEVER_BEFORE, Kind.SUPERLATIVE})
_GOES_ON = re.compile(
    r"\b(?:this time|now|then|later|after\w*|since|before|earlier|until|till|following|next|again|back|meanwhile"
    r"|was (?:19|20)?\d\d)\b|[;.]"
)
"""Between a time and a claim: what leads on from the one time to another."""
_TO_OR_FROM = re.compile(r"(?:by|until|till|up to|since|before|after|through)\b", re.IGNORECASE)  # one end only
_PARTS = re.compile(r"[,;:.)]|\band\b")
_NOT_OF_THE_VOTE = re.compile(r"(?:since|until|till|before|after|ahead|despite|of|than|by|through) (?:the )?$", re.IGNORECASE)


def is_of_another_time(claim: Claim, sentence: Sentence, calls: Sequence[RollCall]) -> bool:
    """Whether the time told beside the claim, else the last before it, is that of none of the roll calls."""
    if claim.kind in _OVER_TIME or claim.series or claim.which is not None or not calls:
        return False
    told = _time_of(claim, sentence)
    return told is not None and not any(told.first <= call.date <= told.last for call in calls)


def misdated(claims: Sequence[Claim], sentence: Sentence, calls: Sequence[RollCall]) -> Claim | None:
    """ "In December 2021 the Assembly asked the Court ..., by 87 votes to 26", of a vote that its tally tells and that was on
    another day: what is claimed of the day."""
    tally = next((c for c in claims if c.kind is Kind.TALLY and sum(n is not None for n in c.tally or ()) > 1), None)
    told = _time_of(tally, sentence) if tally is not None and len(calls) == 1 else None
    if tally is None or told is None or told.first <= calls[0].date <= told.last or (told.last - told.first).days > _OVER_A_YEAR:
        return None
    text = sentence.found.folded.lower()
    between, before = text[told.end : tally.start], text[: told.start]
    if not (_BODY_ACTS.match(between) or (_ADOPTED.search(before) and _AT_ONCE.fullmatch(between))):
        return None
    first, last = min(told.start, tally.start), max(told.end, tally.end)
    return Claim(Kind.DATED, first, last, first_day=told.first, last_day=told.last)


_BODY_ACTS = re.compile(
    r",? ?(?:when )?(?:(?:the |un |u\.n\. |united nations |general |security |human rights |world body's )*"
    r"(?:assembly|council|commission)|they|the (?:un|united nations|world body|members)|(?:\w+ )?(?:states|countries))"
    r" (?:had )?(?!has |have |is )[^;:.]*$"
)
_ADOPTED = re.compile(r"\b(?:adopted|passed|approved|carried|endorsed|voted)(?: \w+){0,3}? (?:in |on )?(?:the )?$")
_AT_ONCE = re.compile(r"[ ,]*(?:by |with )?")


def votes_of_years(claim: Claim, sentence: Sentence, series: Sequence[RollCall]) -> tuple[RollCall, ...]:
    """Those of a series that were in the years told beside the claim ("from 1995 to 1997"); none where no such years are told."""
    told = None if claim.series or claim.kind in _OVER_TIME else _time_of(claim, sentence)
    if told is None or (told.last - told.first).days <= _OVER_A_YEAR or _TO_OR_FROM.match(told.words):
        return ()
    return tuple(call for call in series if told.first <= call.date <= told.last)


def _time_of(claim: Claim, sentence: Sentence) -> DayRange | None:
    text = sentence.found.folded
    aside = claim.aside or (0, 0)
    before_it = votes_before(text, [claim], 0, len(text))
    times = [
        d
        for d in sentence.found.days.ranges
        if d.start >= end_of_dateline(sentence)
        and not aside[0] <= d.start < aside[1]
        and not is_of_something_else(d, text)
        and not is_of_a_participle(d, text)
        and not any(start <= d.start < end for start, end in before_it)
    ]
    beside = (d for d in times if claim.start <= d.start < claim.end + _BEHIND)
    own = [d for d in beside if not _PARTS.search(text[claim.end - 1 : d.start])]
    before = [d for d in times if d.end <= claim.start]
    told = own[-1] if own else before[-1] if before else None
    if told is None or told.relative or told.fitting_year or told.open_end or _NOT_OF_THE_VOTE.search(text, 0, told.start):
        return None
    return None if not own and _GOES_ON.search(text[told.end : claim.start].lower()) else told
