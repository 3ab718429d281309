"""A list that goes on with a number of states and names them: "Chile and three Arab states, Egypt, Iraq and Syria, abstained"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.check.acts import ADVERBS, act_at, object_end
from bot.check.claim import Claim, Kind
from bot.check.figures import NOUN, NUMBER, number_of
from bot.check.sentence import Sentence, claim_at
from bot.check.told import Taken, Told
from bot.check.voters import LIST, named_in
from bot.question import MemberMention
from bot.understand.shape import GROUP

_AND_SOME = re.compile(
    rf"(?:, )?(?:and|plus|with|as well as) (?P<number>{NUMBER}) (?:(?:other|more|further) )?"
    rf"(?:{GROUP} |(?!other )[a-z]+ (?:- \w+ )?)?"
    rf"(?:{NOUN}|others?|allies|partners|neighbou?rs) (?:, |: |[-–—] |\( )(?:namely )?(?:the )?"
)
_CLOSES = re.compile(rf"(?:, |\) |[-–—] )?(?:{ADVERBS} ){{0,3}}")


def with_those_counted(sentence: Sentence, taken: Taken, told: Told) -> Iterator[Claim]:
    """One claim on all who are named, where as many are as the number says."""
    line = sentence.line
    before = {m.end(): m for m in LIST.finditer(line)}
    for match in _AND_SOME.finditer(line):
        first, listed = before.get(match.start()), LIST.match(line, match.end())
        if first is None or listed is None or not taken.free(*match.span()):
            continue
        counted = [v for v in named_in(sentence, *listed.span()) if isinstance(v, MemberMention)]
        closing = _CLOSES.match(line, listed.end())
        hit = act_at(line, closing.end() if closing else listed.end())
        if hit is None or hit[0].said is None or hit[0].negated or len(counted) != number_of(match["number"]):
            continue
        act, stop = hit
        last = object_end(line, stop)
        taken.take(first.start(), stop)
        made, _ = claim_at(
            sentence, Kind.POSITION, first.start(), last, voters=(*named_in(sentence, *first.span()), *counted), position=act.said
        )
        told.mark(made.start, act.said)
        yield made
