"""Numbers of votes in the words of a post or a talk: "17 votes, that's all", "154 states approved", "9 colonial powers"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.check.acts import act_at
from bot.check.claim import Claim, Kind
from bot.check.figures import NOUN, NUMBER, number_of
from bot.check.sentence import Sentence, claim_at
from bot.check.told import Taken, Told
from store.facts import Position

_BEFORE = rf"(?<![\w/.-])(?P<number>{NUMBER})"
_NO_MORE = re.compile(
    rf"{_BEFORE} (?:yes )?votes? (?:, |: |; |[-\u2013\u2014] |\( )?(?:and )?(?:that ' ?s|that's|thats|that is|that was"
    rf"|this is|this was"
    r"|it took|was all|were all|were enough|was enough|sufficed|did it) ?(?:all|how many|what|enough|as many|it|the number)?\b"
)
_AGREED = re.compile(
    rf"{_BEFORE} {NOUN} (?:have |had |has )?(?:(?P<yes>approved|agreed|accepted|consented|assented)|(?P<no>refused|objected"
    r"|disagreed|resisted))(?= (?:[.,;:!?)]|and|but|while|with)|$)"
)
_CALLED = re.compile(
    rf"{_BEFORE} (?:(?P<yes>positive|affirmative|hands for yes|thumbs up)|(?P<no>negative|contra|hands for no|thumbs down))"
    r"(?: votes?)?(?= (?:[.,;:!?)]|and|but|with)|$)"
)
_OF_A_SORT = re.compile(
    rf"{_BEFORE} (?!(?:of|or|to|and|in|more|other|others|years?|days?|months?) )(?:[a-z]+ ){{0,2}}?"
    r"(?P<who>powers|friends|allies|neighbou?rs|republics|kingdoms|monarchies|islands|dictatorships|democracies|regimes"
    r"|brave souls)"
    r" (?:(?:& |and )(?:(?:their|its|his) )?(?:friends|allies|co|others) )?(?:(?:have|had|has|also|then) )*"
)
"""Of a kind that nobody keeps a list of: the number may be that of the whole vote."""


def loosely_counted(sentence: Sentence, taken: Taken, told: Told) -> Iterator[Claim]:
    """Only in a text that has told of a vote, of words from which nothing else was read."""
    line = sentence.line
    for match in _NO_MORE.finditer(line):
        if taken.free(*match.span()):
            taken.take(*match.span())
            yield _count(sentence, match, match.end(), Position.YES)
    if not told.of_a_vote:
        return
    for match in (*_AGREED.finditer(line), *_CALLED.finditer(line)):
        if taken.free(*match.span()):
            taken.take(*match.span())
            yield _count(sentence, match, match.end(), Position.YES if match["yes"] else Position.NO)
    for match in _OF_A_SORT.finditer(line):
        hit = act_at(line, match.end())
        if hit and hit[0].said is not None and not hit[0].negated and taken.free(match.start(), hit[1]):
            taken.take(match.start(), hit[1])
            told.counts.append((hit[1], hit[0].said, number_of(match["number"]) or 0, None))
            yield _count(sentence, match, hit[1], hit[0].said, loose=True)


def _count(sentence: Sentence, match: re.Match[str], last: int, position: Position, *, loose: bool = False) -> Claim:
    number = number_of(match["number"])
    return claim_at(sentence, Kind.COUNT, match.start(), last, position=position, number=number, loose=loose)[0]
