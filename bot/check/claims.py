"""A sentence -> what it claims about votes. Pure: which vote is meant, and whether it is so, is found out elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from bot.check.acted import acted
from bot.check.acts import act_at, object_end
from bot.check.alike import INCLUDED, INCLUDING_BEFORE, after_so, companions, in_company
from bot.check.alone import alone
from bot.check.asked import answered, whom_asked
from bot.check.belonging import among, one_more, the_third
from bot.check.claim import Claim, Kind, Voter
from bot.check.contrasted import among_themselves
from bot.check.counted import counted_in
from bot.check.excepted import with_their_exceptions
from bot.check.figures import NOUN, NUMBER, number_of, position_named
from bot.check.in_the_name import ON_BEHALF, in_the_name
from bot.check.leftovers import read_in_full
from bot.check.listed import behind_a_count, done_by, listed
from bot.check.members_of import all_members, of_a_group
from bot.check.nouns import behind_a_colon, by_noun, came_from, joining, through_an_envoy
from bot.check.of_the_vote import said_of_the_vote
from bot.check.plainly import changed, on_a_side, plainly
from bot.check.sentence import Sentence
from bot.check.shares import shares_in
from bot.check.told import Taken, Told
from bot.check.turned import EXCEPTED_BEHIND, told_of_others
from bot.check.voters import NAMES_MATTER, REACH, Claims, Named, is_subject, voters_in
from bot.check.winning_side import with_the_majority
from bot.question import GroupMention, MemberMention
from bot.understand.shape import TALLY
from store.facts import Position

_ASKS = re.compile(
    r"^(?:and |as for )?(?:the )?\w+ \? $|"
    r"(?:^|: )(?:so |but |and )?(?:did|do|does|was|were|is|are|has|have|had|who|what|how|why|which|when|could|would|will"
    r"|should)\b.*\? ?$"
)
_WONDERS = re.compile(r"\? ?$")
_EXCLAIMS = re.compile(r"\?!|!\?")
_SIDES = (Position.YES, Position.NO, Position.ABSTAIN)
_TALLY_ENDS = re.compile(rf"{TALLY} ?$")  # "among the 12 abstentions" leans on a number that is a claim of its own
_MOST_NAMED = 40  # states that are kept in mind as having taken a position
_ACT_ENDS = 4  # characters by which two readings of one act are told to be the same


def claims_in(sentence: Sentence, told: Told) -> list[Claim]:
    """In text order. `told` is what came before, and takes in what this sentence says."""
    taken = Taken(len(sentence.line))
    told.begin(sentence, taken)
    if answer := answered(sentence, taken, told):
        return [answer]
    if _ASKS.search(sentence.line) or (_WONDERS.search(sentence.line) and not _EXCLAIMS.search(sentence.text)):
        told.subject = next((v for start, _, v in voters_in(sentence, told) if is_subject(sentence.line, start, v)), told.subject)
        _ask(sentence, taken, told)
        told.asked_of = whom_asked(sentence)
        return []
    claims = list(shares_in(sentence, taken))
    claims.extend(of_a_group(claim, sentence, told) for claim in counted_in(sentence, taken, told))
    claims.extend(all_members(sentence, taken, told))
    for claim in claims:
        _remember(claim, told)
    claims.extend(_of_states(sentence, taken, told))
    if _OTHERS_THERE.match(sentence.line):
        told.subject = ()  # "there were fifteen others; they abstained": states that nobody named
    has_tally = any(c.kind in (Kind.TALLY, Kind.COUNT) for c in claims)
    claims.extend(said_of_the_vote(sentence, taken, told, has_tally=has_tally))
    told.unanimous = any(c.kind is Kind.UNANIMOUS for c in claims)
    found = [c for c in _completed(sorted(claims, key=lambda c: c.start), told) if read_in_full(c, sentence)]
    found = with_their_exceptions([_of_which(claim, sentence) for claim in found], sentence)
    for claim in found:
        if claim.others is not None and claim.position is not None:
            told.numbers.setdefault(claim.others, claim.position)  # "and ten others": Iran may be one of the ten
        if claim.kind is Kind.POSITION and claim.position is not None and not claim.negated:
            told.named[claim.position] = (*told.named.get(claim.position, ()), *claim.voters)[-_MOST_NAMED:]
    return found


def _ask(sentence: Sentence, taken: Taken, told: Told) -> None:
    """ "Who abstained?": what follows answers it."""
    asked = _WHO.search(sentence.line)
    hit = act_at(sentence.line, asked.end()) if asked else None
    if noun := _WHOM.fullmatch(sentence.line):
        taken.take(0, len(sentence.line))
        told.mark(0, position_named(noun["noun"]))
        told.asked = True
    if (those := _THOSE.fullmatch(sentence.line)) and (position := told.numbers.get(number_of(those["number"]) or 0)):
        taken.take(0, len(sentence.line))
        told.mark(0, position)
        told.asked = True
    if asked and (hit is None) and (verb := _OPPOSED.match(sentence.line, asked.end())):
        taken.take(0, len(sentence.line))
        told.mark(0, Position.NO if verb["no"] else Position.YES)
        told.asked = True
    if asked and hit and hit[0].said is not None and not hit[0].negated:
        taken.take(asked.start(), len(sentence.line))
        told.mark(sentence.span(asked.start(), hit[1])[0], hit[0].said)
        told.asked = True


_OPPOSED = re.compile(r"(?:(?P<no>opposed|rejected)|backed|supported) ")
_OTHERS_THERE = re.compile(r"(?:then )?there (?:were|are) ")
_WHOM = re.compile(r"(?:and |as for )?(?:the )?(?P<noun>abstainers|abstentions|opponents|objectors|noes|ayes|absentees) [?:] ")
_THOSE = re.compile(rf"(?:and |so |but )?(?:who were )?(?:the|those|these) (?P<number>{NUMBER}) (?:{NOUN} )?\? ?")
_WHO = re.compile(r"\b(?:who|which (?:countries|states|members|nations|governments)) (?:else |then |all )?")


def _of_which(claim: Claim, sentence: Sentence) -> Claim:
    """ "On the second, Iran abstained": which of several votes the clause opens with."""
    if claim.which is not None:
        return claim
    clause = sentence.found.folded[: claim.start].lower()
    clause = clause[max(clause.rfind(mark) for mark in (";", ":", ". ")) + 1 :]
    opening = _ON_THE_FIRST.match(clause)
    return replace(claim, which=opening["which"]) if opening else claim


_ON_THE_FIRST = re.compile(
    r"\s*(?:(?:and|but|while) )?(?:on|in) the (?P<which>first|second|third)(?=,| (?:one|text|vote|resolution|draft"
    r"|occasion|ballot)\b|\s*$)"
)


def _remember(claim: Claim, told: Told) -> None:
    """Which number stood for which position: "among the 51" leans on it, and "so did Cuba"."""
    if claim.tally is not None:
        given = [(n, p) for n, p in zip(claim.tally, _SIDES, strict=True) if n is not None]
        told.numbers.update((n, p) for n, p in given if sum(n == other for other, _ in given) == 1)
        told.mark(claim.start, claim.position if len(given) > 1 else given[-1][1], counted=len(given) > 1)
    elif claim.number is not None and claim.position is not None:
        told.numbers[claim.number] = claim.position
        if claim.kind is Kind.COUNT and claim.number:
            told.mark(claim.start, claim.position)


def _completed(claims: list[Claim], told: Told) -> list[Claim]:
    """With what "14 others" and "one of 142 to do so" leave to the claims beside them."""
    positions = [c for c in claims if c.kind is Kind.POSITION]
    completed = (_with_position(c, positions, told) if _leans(c) else _beside(c, positions) for c in claims)
    return [c for c in completed if c is not None]


def _beside(claim: Claim, positions: list[Claim]) -> Claim:
    """ "Russia voted no, and 17 others voted against": besides Russia."""
    if claim.kind is not Kind.COUNT or not claim.loose:
        return claim
    alike = [c for c in positions if c.position is claim.position and not c.negated and c.start < claim.start]
    return replace(claim, voters=tuple(dict.fromkeys(v for c in alike for v in c.voters)))


def _leans(claim: Claim) -> bool:
    return claim.kind is Kind.COUNT and claim.position is None and not claim.company


def _with_position(claim: Claim, positions: list[Claim], told: Told) -> Claim | None:
    near = min(positions, key=lambda c: abs(c.start - claim.start), default=None)
    position = near.position if near else told.position_at(claim.start)[0]
    if position is None:
        return None
    alike = [c for c in positions if c.position is position and c.which != INCLUDED]
    voters = tuple(dict.fromkeys(v for c in alike for v in c.voters)) if claim.others is not None else ()
    before = told.named.get(position, ()) if claim.others is not None else ()
    return replace(claim, position=position, voters=voters, told_before=before)


def _of_states(sentence: Sentence, taken: Taken, told: Told) -> Iterator[Claim]:
    """Claims on states that are named, or meant by "it" and "both"."""
    line = sentence.line
    subject: tuple[Voter, ...] = ()
    for start, end, voters in voters_in(sentence, told):
        if len(voters) == 2:
            told.pair = voters
        if not subject and is_subject(line, start, voters):
            subject = voters
        is_group = isinstance(voters[0], GroupMention)
        if not taken.free(start, end) or told_of_others(line, start, end, group=is_group):
            continue
        at = Named(sentence, start, end, voters, told, line[max(0, start - REACH) : start])
        for claim, stop in _said_of(at):
            if not taken.free(max(start, stop - _ACT_ENDS), stop) and not _TALLY_ENDS.search(line, 0, stop):
                break  # the words of an act belong to one voter: "Serbia, which has ties with Moscow, voted in favour"
            if ON_BEHALF.match(line, end):
                break  # "he abstained on behalf of Rwanda": his state, and not the one named before
            if EXCEPTED_BEHIND.match(line, object_end(line, stop)):
                break  # "in favour, with one exception": who that was is not said in words that anybody could check
            offsets = sentence.shape.offsets
            taken.take(min(start, bisect_left(offsets, claim.start)), end if claim.aside is not None else stop)
            if claim.aside is not None:
                taken.take(bisect_left(offsets, claim.aside[1]), stop)
            taken.take(max(start, stop - _ACT_ENDS), stop)
            told.voters = claim.voters or told.voters
            told.follow(claim.voters)
            position = claim.position or (told.position_of(claim.company) if claim.kind is Kind.TOGETHER else None)
            told.mark(claim.start, position, claim.negated and claim.kind is not Kind.NEVER_BEFORE)
            yield claim
    told.subject = subject or told.subject


def _said_of(at: Named) -> Claims:
    """What is said of a list of voters: what the first of the ways of reading gives that finds anything."""
    for read in (in_the_name, behind_a_colon, by_noun, came_from, through_an_envoy):
        if found := list(read(at)):
            yield from found
            return
    if NAMES_MATTER.match(at.sentence.line, at.end) or any(isinstance(v, MemberMention) and v.adjective for v in at.voters[:1]):
        return
    ways = (
        joining,
        behind_a_count,
        the_third,
        one_more,
        listed,
        with_the_majority,
        after_so,
        changed,
        on_a_side,
        among_themselves,
        alone,
        among,
        done_by,
        acted,
        companions,
        in_company,
        plainly,
    )
    for read in (in_company, *ways) if INCLUDING_BEFORE.search(at.before) else ways:
        found = list(read(at))
        if found:
            yield from found
            return
