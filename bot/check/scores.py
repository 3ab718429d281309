"""Tallies in a sentence ("93-18-65", "by 141 votes to five"), and the group that its numbers are of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.check.claim import Claim, Kind
from bot.check.figures import NUMBER, number_of, position_named
from bot.check.sentence import Sentence, claim_at
from bot.check.told import Taken, Told
from bot.question import GroupMention, TallyMention
from bot.understand.shape import GROUP
from store.facts import Position

_SCOPE = re.compile(rf"(?:^|[;:,] )(?:of|among|within) (?:the |its |their )?(?:\w+ ){{0,2}}(?P<group>{GROUP}) (?:' )?(?:'?s )?")
_SPLIT = re.compile(
    rf"(?P<group>{GROUP}) (?:\w+ ){{0,2}}?(?:(?:was|were|is|are) (?:\w+ )?(?:split|divided)|split|splintered|fractured)\b"
    rf"|\b(?:split|divided) (?:the )?(?P<divided>{GROUP})"
)


def scope_of(sentence: Sentence) -> GroupMention | None:
    """ "Of the original five BRICS members one voted against": the group that the numbers of the sentence are of."""
    match = _SCOPE.search(sentence.line)
    split = _SPLIT.search(sentence.line)
    named = match["group"] if match else (split["group"] or split["divided"]) if split else None
    group = sentence.shape.mentions.get(named) if named else None
    return group if isinstance(group, GroupMention) else None


_OF_A_MATTER = re.compile(
    r"\S+ (?:\w+ )?(?:opposed|backed|supported|rejected|endorsed) (?:an?|any|new|more|further|plans|sanctions|calls|efforts) "
    r"(?!(?:\S+ ){0,5}?(?:texts?|resolutions?|drafts?|motions?|amendments?)\b)"
)
"""What states oppose without a vote: "four opposed a common fund"."""


def scores_in(sentence: Sentence, taken: Taken, told: Told) -> Iterator[Claim]:
    for at, mention in sentence.shape.placed_mentions():
        if not isinstance(mention, TallyMention) or not taken.free(at, at + 1):
            continue
        if _OF_A_MATTER.match(f"{mention.words.lower()} {sentence.line[at + 2 :]}"):
            continue
        taken.take(at, at + 1)
        loose = re.search(r"\b(?:the other|the remaining|the rest) $", sentence.line[:at]) is not None
        counts = (mention.yes, mention.no, mention.abstain)
        first = _opening(sentence.line, at)
        if _REJECTED.search(mention.words) and mention.yes is None:
            counts = (mention.no, None, mention.abstain)
        given = [n for n in counts if n is not None]
        sides = [p for p, n in zip((Position.YES, Position.NO, Position.ABSTAIN), counts, strict=True) if n is not None]
        told.counted = _said_last(mention.words) or (sides[-1] if len(sides) != len(counts) else Position.NO)
        if _CAST_NONE.search(mention.words):
            yield claim_at(
                sentence, Kind.COUNT, first, at + 1, position=Position.NON_VOTING, number=given[0], within=told.within
            )[0]
            continue
        if len(given) != 1:
            within = told.within
            last = told.counted
            yield claim_at(
                sentence, Kind.TALLY, first, at + 1, tally=counts, position=last, within=within, either=within is not None
            )[0]
            told.within = scope_of(sentence)
            continue
        position = next(p for p, n in zip((Position.YES, Position.NO, Position.ABSTAIN), counts, strict=True) if n is not None)
        told.counted = position
        if part := _PART_OF.search(sentence.line, 0, at):
            group = sentence.shape.mentions.get(part["group"] or "")
            within = group if isinstance(group, GroupMention) and group.key != "council" else None
            number = number_of(part["number"])
            if taken.free(*part.span()) and number != 1:
                taken.take(*part.span())
                yield claim_at(sentence, Kind.COUNT, part.start(), at + 1, position=position, number=number, within=within)[0]
            continue
        told.counts.append((at + 2, position, given[0], told.within))
        yield claim_at(
            sentence,
            Kind.COUNT,
            first,
            at + 1,
            position=position,
            number=given[0],
            within=told.within,
            either=told.within is not None,
            loose=loose,
        )[0]


_PART_OF = re.compile(
    rf"(?<![\w-])(?P<number>{NUMBER}) of (?:the |its |their |all )?(?:(?:council|assembly)(?:'s| ' s) "
    rf"|(?P<group>{GROUP}) (?:' )?(?:s )?)?$"
)
"""Before "15 members voted in favour": "fourteen of the council's"."""


def _said_last(words: str) -> Position | None:
    """What the last of a tally's numbers did, where words say so: "33 to 13 with ten abstentions"."""
    last = re.split(r"(?:^|[^\w])(?:\d+|and|with) ", words.lower())[-1]
    return position_named(last)


_REJECTED = re.compile(r"^\S+ (?:\w+ )?(?:rejected|reject)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|with|at|of|was|were|passed|got|drew|again by) (?:only |just |a vote of |a margin of )?$")


def _opening(line: str, at: int) -> int:
    match = _BY.search(line, max(0, at - 30), at)
    return match.start() if match and match[0].split()[0] in ("by", "with") else at


_CAST_NONE = re.compile(r"\bcast no (?:vote|ballot)$", re.IGNORECASE)
