"""Members of a group that the text spoke of before: "all member states voted in favour" behind a sentence on the EU."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.check.acts import ADVERBS, act_at, object_end
from bot.check.claim import Claim, Kind
from bot.check.figures import NUMBER
from bot.check.sentence import Sentence, claim_at
from bot.check.told import Taken, Told

_ALL_MEMBERS = re.compile(
    r"(?<![\w-])(?<!not )(?<!almost )(?<!nearly )"
    rf"(?:(?:all|each|every(?: single)?)(?: one)?(?: of)? (?:the |its |their )?(?:{NUMBER} )?"
    r"member (?:states?|countr(?:y|ies)|governments?)|every (?:single )?one of (?:the|its) members?) "
    r"(?!of |but |except |bar |save |in the (?:un|assembly|council))"
)
_ADVERBS = re.compile(rf"(?:{ADVERBS} ){{0,3}}")
_MEMBERS = re.compile(r"\b(?:member (?:states?|countries|governments)|members|capitals|governments)\b(?! of the (?:un|council))")


def all_members(sentence: Sentence, taken: Taken, told: Told) -> Iterator[Claim]:
    group = told.group_near(sentence)
    for match in _ALL_MEMBERS.finditer(sentence.line) if group is not None else ():
        adverbs = _ADVERBS.match(sentence.line, match.end())
        hit = act_at(sentence.line, adverbs.end() if adverbs else match.end())
        if group is None or hit is None or hit[0].said is None or not taken.free(match.start(), hit[1]):
            continue
        act, stop = hit
        taken.take(match.start(), stop)
        told.mark(sentence.span(match.start(), stop)[0], act.said, act.negated)
        last = object_end(sentence.line, stop)
        yield claim_at(
            sentence, Kind.POSITION, match.start(), last, voters=(group,), position=act.said, negated=act.negated
        )[0]


def of_a_group(claim: Claim, sentence: Sentence, told: Told) -> Claim:
    """A count of "member states" is of the group spoken of, or of the whole vote; any other number may be meant so."""
    group = told.group_near(sentence)
    counts = claim.kind is Kind.TALLY or (claim.kind is Kind.COUNT and claim.company == () and claim.others is None)
    if group is None or not counts or claim.within is not None or claim.majority or claim.all_but is not None:
        return claim
    if _MEMBERS.search(sentence.text[claim.start : claim.end].lower()):
        return replace(claim, within=group, either=True)
    return replace(claim, perhaps_within=group)

