"""A question that is but a state's name, and its answer: "And Poland? Abstained." Pure."""

from __future__ import annotations

import re

from bot.check.acts import ADVERBS, act_at
from bot.check.claim import Claim, Kind, Voter
from bot.check.figures import position_named
from bot.check.sentence import Sentence, claim_at
from bot.check.told import Taken, Told
from bot.check.turned import NOT_QUITE
from bot.check.voters import LIST, named_in

_WHOM = re.compile(rf"(?:(?:and|so|but|what about|how about|what of) )*(?P<whom>{LIST.pattern}) ?\? ?")
_IN_A_WORD = re.compile(
    r"(?:(?:also|again|too|an?|another|a clear|a firm) )*(?P<noun>yes|no|nay|aye|abstentions?|abstain|against"
    r"|in favou?r)(?: too| also| again)? ?[.;!]? ?"
)
_VERB = re.compile(
    rf"(?:(?:it|they|he|she) )?(?:{ADVERBS} ){{0,3}}(?=vot|abst|oppos|did not vote|was absent|took no part|cast|said )"
)


def whom_asked(sentence: Sentence) -> tuple[Voter, ...]:
    """The states of a question that says no more than their names."""
    asked = _WHOM.fullmatch(sentence.line)
    return named_in(sentence, *asked.span("whom")) if asked else ()


def answered(sentence: Sentence, taken: Taken, told: Told) -> Claim | None:
    """What the sentence right behind such a question says of them."""
    voters, told.asked_of = told.asked_of, ()
    line = sentence.line
    if not voters or not told.of_a_vote or NOT_QUITE.search(line):
        return None
    if word := _IN_A_WORD.fullmatch(line):
        position = position_named(word["noun"].replace("nay", "no").replace("aye", "yes"))
        last = word.end("noun")
    else:
        verb = _VERB.match(line)
        hit = act_at(line, verb.end()) if verb else None
        if hit is None or hit[0].said is None or hit[0].negated or not _ENDS.match(line, hit[1]):
            return None
        position, last = hit[0].said, hit[1]
    taken.take(0, len(line))
    claim, _ = claim_at(sentence, Kind.POSITION, 0, last, voters=voters, position=position)
    told.voters = told.subject = voters
    told.mark(claim.start, position)
    return claim


_ENDS = re.compile(r" ?(?:(?:too|also|again|as well|this time|, of course|, too) ?)?(?:[.;!]|$)")
