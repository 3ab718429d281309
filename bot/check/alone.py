"""Who is said to have been the only one: "cast the only vote against", "was alone in", "Israel its sole ally"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.check.acted import ADVERBS_AT, group_within, with_company
from bot.check.acts import act_at, object_end
from bot.check.claim import Kind, Voter
from bot.check.figures import position_named
from bot.check.sentence import Sentence, claim_at
from bot.check.voters import MATTER_BEFORE, OPENS_CLAUSE, OWN_VOTER, Claims, Named, past_asides
from bot.question import GroupMention
from bot.understand.patterns import any_of
from bot.understand.shape import DAYS
from store.facts import Position

_STOOD_ALONE = any_of(
    r"(?:was|were|is|are|stood|stands|standing|being)? ?(?:\w+ )?alone (?:again |once more )?(?:(?:in|among"
    r"|within) (?:the )?[\ue100-\ue1ff] (?:\w+ )?(?:in |to )|in (?:its |their )?|among \S+ in )?",
    r"(?:was|were|being|became|is|are) (?:\w+ )?(?:(?:the )?(?:one and only|only|sole|lone|single)"
    r"|the one) (?:\S+ ){0,9}?(?:to |that "
    r"|which |who |in )",
    r"(?:the )?(?:one and only|only|sole|lone) (?:\S+ ){0,5}?(?:to )",
)
_ALONE = re.compile(rf"(?:, )?{_STOOD_ALONE}")
_AND_NO_MORE = re.compile(r"(?:, )?(?:stood|stands|standing|was|were) (?:\w+ )?alone(?: again| once more)?")
_CLAUSE_ENDS = re.compile(
    rf"[.;:!?)]|$|, (?:and|but|while)\b|on {DAYS}|in the (?:vote|hall|assembly|council|chamber|room)\b"
)
"""Behind "Iraq stood entirely alone": on its side of the vote, whichever that was."""
# "the only South Asian states to abstain": among whom is not known, so others may have done it, too
_RESTRICTED = re.compile(
    r"\b(?:only|sole|lone|single) (?:(?:the|two|three|four|five|un|other|one|of|security|general) )*"
    r"(?!(?:members?|states?|countr(?:y|ies)|nations?|delegations?|ones?|council|assembly|to|that|which|who)\b"
    r"|[\ue100-\ue1ff])\S+ "
)
_ONLY_BALLOT = re.compile(
    r"(?:(?:again|once more|alone) )?(?:cast|casts|casting|provided|were|was|is|are|being) (?:also |again |once more "
    r"|then |here )?(?:the )?(?:one and only|only|sole|lone|single"
    r"|two|three|four|only two|only three) "
    r"(?P<noun>(?:(?!(?:to|that|which|who) )\S+ ){0,2}?(?:votes? (?:in (?:the )?(?:\w+ ){1,2})?against|no votes?|noes?|no"
    r"|abstentions?|opponents?"
    r"|dissenters?|objectors?|abstainers?"
    r"|(?:ones?|country|countries|states?|members?|nations?|delegations?|voices?) (?:against|opposed|in favou?r"
    r"|abstaining|absent)"
    r"|holdouts?|naysayers?|votes? in favou?r|yes votes?))\b"
)


# "the lone holdout Dec. 27, abstaining": who holds out need not vote against
_HELD_OUT = re.compile(r"(?:\S+ )*holdouts?")
_BY_ABSTAINING = re.compile(r"[^;:.!?]{0,60}?\b(?:abstain|with an abstention)")


def alone(at: Named) -> Claims:
    """ "Turkey was the only member to vote against", "the US cast the only vote against", "Israel its sole ally"."""
    sentence, start, end, voters, told, before, line = (
        at.sentence,
        at.start,
        at.end,
        at.voters,
        at.told,
        at.before,
        at.sentence.line,
    )
    if MATTER_BEFORE.search(before) and not OPENS_CLAUSE.search(before):
        return
    for past in past_asides(line, end):
        if past > end and OWN_VOTER.search(line, end, past):
            continue
        if ballot := _ONLY_BALLOT.match(line, past):
            position = position_named(ballot["noun"])
            if _HELD_OUT.fullmatch(ballot["noun"]) and _BY_ABSTAINING.match(line, ballot.end()):
                position = Position.ABSTAIN
            last = object_end(line, ballot.end())
            if position:
                within = _other_than_council(group_within(sentence, end, ballot.end(), voters))
                yield claim_at(sentence, Kind.POSITION, start, last, voters=voters, position=position, only=True, within=within)
                yield from _and_the_only(sentence, last, voters, position)
                return
        stood = _ALONE.match(line, past)
        if stood:
            adverbs = ADVERBS_AT.match(line, stood.end())
            hit = act_at(line, stood.end()) or (act_at(line, adverbs.end()) if adverbs else None)
            if hit and hit[0].company and (made := with_company(sentence, hit[0], start, hit[1], voters, told)):
                yield replace(made[0], only=True), made[1]
                return
            position, negated = told.position_at(sentence.span(start, end)[0])
            if hit is None and (lonely := _AND_NO_MORE.fullmatch(stood[0].rstrip())) and _CLAUSE_ENDS.match(line, stood.end()):
                stop = stood.start() + lonely.end()
                yield claim_at(sentence, Kind.POSITION, start, stop, voters=voters, only=True)
                return
            so = re.compile(r"(?:do|did) (?:so|that|it)\b").match(line, stood.end())
            if so and position is not None:
                within = group_within(sentence, end, stood.end(), voters)
                yield claim_at(
                    sentence,
                    Kind.POSITION,
                    start,
                    so.end(),
                    voters=voters,
                    position=position,
                    negated=negated,
                    company=told.voters if re.search(r"\bother\b", stood[0]) else (),
                    only=True,
                    within=within,
                )
                return
            denied = re.search(r"\b(?:not|never)\b", stood[0]) is not None
            if hit and hit[0].said is not None and not (denied and hit[0].negated):
                last = object_end(line, hit[1])
                within = _other_than_council(group_within(sentence, end, last, voters))
                among = re.search(r"\balone (?:\w+ )?among ", stood[0]) is not None
                loose = _RESTRICTED.search(stood[0]) is not None or (among and within is None)
                yield claim_at(
                    sentence,
                    Kind.POSITION,
                    start,
                    last,
                    voters=voters,
                    position=hit[0].said,
                    negated=denied or hit[0].negated,
                    company=told.voters if re.search(r"\bother\b", stood[0]) else (),
                    only=True,
                    loose=loose,
                    within=within,
                )
                return
    ally = re.compile(
        r"(?:as )?(?:its|their|his|the) (?:only|sole|lone) (?:ally|allies|companions?|supporters?|backers?)\b"
    ).match(line, end)
    position, _ = told.position_at(sentence.span(start, end)[0])
    if ally and position is not None:
        yield claim_at(sentence, Kind.POSITION, start, ally.end(), voters=(*told.voters, *voters), position=position, only=True)


def _other_than_council(group: GroupMention | None) -> GroupMention | None:
    """Among all members of the Council is among all who vote."""
    return group if group and group.key != "council" else None


def _and_the_only(sentence: Sentence, at: int, voters: tuple[Voter, ...], position: Position) -> Claims:
    """ "..., and the only one against Y": the same again of another vote."""
    again = re.compile(r"(?:, )?and the (?:only|sole|lone) (?:one|vote) (?:against|in favou?r|for)\b").match(sentence.line, at)
    if again:
        last = object_end(sentence.line, again.end())
        yield claim_at(sentence, Kind.POSITION, again.start(), last, voters=voters, position=position, only=True)
