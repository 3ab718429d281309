"""What a text claims about a vote, before anything is looked up: frozen values, with their places in the sentence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.question import GroupMention, MemberMention, NonMemberMention
from store.facts import Position

Voter = MemberMention | GroupMention | NonMemberMention


class Kind(StrEnum):
    """What sort of statement it is, and so how it is judged."""

    TALLY = "tally"  # 93-18-65
    COUNT = "count"  # eight EU members voted for it; nobody abstained
    POSITION = "position"  # Hungary voted no; only Hungary did
    TOGETHER = "together"  # Serbia sided with Russia
    APART = "apart"  # Hungary broke with the EU
    OUTCOME = "outcome"  # it was adopted
    UNANIMOUS = "unanimous"
    SUPERLATIVE = "superlative"  # the fewest yes votes since 1999
    DATED = "dated"  # resolution 1907 was adopted in December 2008
    NTH = "nth"  # for the 33rd time
    NEVER_BEFORE = "never_before"  # Paraguay has never before opposed it; for the first time


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement. `start` and `end` are offsets into the sentence.

    `position`: taken by the `voters`, or by the number counted. `only`: by nobody else; `whole`: the list reads as if it were of
    all who did, though no word says so. `veto`: the no is said to have been one.
    `others`: how many are said to have done the same besides the voters named, and perhaps those `told_before`; `all_but`: how
    many of `within` not to have; `majority`: more than half of `within`.
    `tally`: yes, no, abstaining, of which `position` is told last. `number`: of a count, compared as the words say; `loose`: of
    "the others", which may be counted in another way, or of an outcome told in passing; `either`: it may be of the whole or of
    `within`, the group that a count, or an "only", is about.
    `perhaps_within`: a group spoken of before, of which a number may be.
    `vague`: said of a matter and not of a text ("opposed sanctions"), so that it may be no vote at all.
    `company`: those that the voters are said to have voted with, or apart from; those besides whom they were the only ones.
    `side`: the company is whose side they took, or took not ("voted against Russia"), which an abstention does not tell.
    `which`: words that say which of several votes is meant ("first", "both"); `series`: every vote of a series is meant;
    `among`: the number by which those meant are called ("among the 51"); `aside`: the place of words put between.
    `most`, `since`: what a superlative says, and the first year that it looks back to; `no_longer`: for the first time not.
    `before`: the position said to have been theirs the time before.
    `by_outcome`: the position is told by which side won.
    `first_time`: no earlier text of the series had as many.
    `first_day`, `last_day`: when it is said to have been adopted.
    """

    kind: Kind
    start: int
    end: int
    voters: tuple[Voter, ...] = ()
    position: Position | None = None
    before: Position | None = None
    negated: bool = False
    only: bool = False
    whole: bool = False
    others: int | None = None
    told_before: tuple[Voter, ...] = ()
    all_but: int | None = None
    majority: bool = False
    tally: tuple[int | None, int | None, int | None] | None = None
    number: int | None = None
    at_least: bool = False
    at_most: bool = False
    within: GroupMention | None = None
    either: bool = False
    perhaps_within: GroupMention | None = None
    veto: bool = False
    outcome: str | None = None
    company: tuple[Voter, ...] = ()
    side: bool = False
    which: str | None = None
    most: bool = False
    since: int | None = None
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    series: bool = False
    among: int | None = None
    no_longer: bool = False
    loose: bool = False
    vague: bool = False
    aside: tuple[int, int] | None = None
    by_outcome: bool = False
    first_time: bool = False
