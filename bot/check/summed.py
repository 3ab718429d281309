"""Numbers that stand for a side told before, or for the yes votes of other years: "there were 71 of them", "179 in 2004"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.check.claim import Claim, Kind
from bot.check.figures import NOUN, NUMBER, number_of, position_named
from bot.check.sentence import Sentence, claim_at
from bot.check.told import Taken, Told
from bot.question import TallyMention
from bot.understand.shape import DAYS, TALLY
from store.facts import Position

_OF_THEM = re.compile(
    rf"(?:^|[;:,] |\b(?:and|but) )(?P<said>there (?:were|are|had been) (?:only |just |exactly |all of )?(?P<number>{NUMBER})"
    rf" (?:of them|such (?:{NOUN})|in (?:all|total)|altogether|all told))(?= [.,;:!?)–—-]| $| in all\b)"
)
_YES = r"(?:yes votes?|votes? in favou?r|in favou?r|ayes|votes?)"
_IN_YEARS = re.compile(
    rf"(?:(?P<tally>{TALLY}) |(?<![\w-])(?P<number>{NUMBER}) (?P<what>(?:{_YES}|noes|no votes|votes against|abstentions) )?)"
    rf"(?:in|on|by) (?:the )?{DAYS}"
)
_ROW = re.compile(r" ?(?:[,;] )?(?:and |then |to |but )?(?:only |just )?")
_LEAST_OF_ROW = 2


def summed(sentence: Sentence, taken: Taken, told: Told) -> Iterator[Claim]:
    yield from _of_them(sentence, taken, told)
    yield from _over_the_years(sentence, taken)


def _of_them(sentence: Sentence, taken: Taken, told: Told) -> Iterator[Claim]:
    """ "Who abstained? There were 71 of them."."""
    for match in _OF_THEM.finditer(sentence.line):
        place = sentence.span(*match.span("said"))[0]
        position, negated = told.position_at(place)
        number = number_of(match["number"])
        if told.is_of_a_tally(place) and number is not None:
            position = told.numbers.get(number)
        if not told.is_close(place) or position is None or negated or number is None or not taken.free(*match.span("said")):
            continue
        taken.take(*match.span("said"))
        yield claim_at(sentence, Kind.COUNT, *match.span("said"), position=position, number=number)[0]


def _over_the_years(sentence: Sentence, taken: Taken) -> Iterator[Claim]:
    """ "59 votes in 1992, 179 in 2004, 187 in 2024": what is counted is said of the first of a row."""
    line = sentence.line
    rows: list[list[re.Match[str]]] = []
    for match in _IN_YEARS.finditer(line):
        goes_on = not (match["what"] or match["tally"])
        if goes_on and rows and _ROW.fullmatch(line, rows[-1][-1].end(), match.start()):
            rows[-1].append(match)
        elif match["what"] or _side(sentence, match):
            rows.append([match])
    for row in rows:
        position = _side(sentence, row[0]) or position_named(row[0]["what"] or "") or Position.YES
        bare = [match for match in row if not match["tally"]]
        numbers = [number_of(match["number"]) for match in bare]
        if len(row) < _LEAST_OF_ROW or None in numbers or not all(taken.free(*match.span("number")) for match in bare):
            continue
        for match, number in zip(bare, numbers, strict=True):
            taken.take(*match.span())
            yield claim_at(sentence, Kind.COUNT, *match.span(), position=position, number=number)[0]


def _side(sentence: Sentence, match: re.Match[str]) -> Position | None:
    """What a row that begins with "117 yes votes in 1981" counts."""
    tally = sentence.shape.mentions.get(match["tally"] or "")
    if not isinstance(tally, TallyMention):
        return None
    sides = ((Position.YES, tally.yes), (Position.NO, tally.no), (Position.ABSTAIN, tally.abstain))
    given = [position for position, number in sides if number is not None]
    return given[0] if len(given) == 1 else None
