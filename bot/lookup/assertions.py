"""Whether the parts of an assertion hold of a roll call. Pure: votes come in as values; None: the record cannot tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from bot.answer import MemberVote
from bot.question import Asserted, Assertion, Comparison, CountAsserted, TallyMention
from store.facts import CAST, Body, Mode, Outcome, Position, RollCall


def part_holds(part: Asserted, votes: Sequence[MemberVote], assertion: Assertion, roll: Sequence[MemberVote]) -> bool | None:
    """Whether these states did what the part says; `roll`: everybody's votes, for "only"."""
    if not part.veto and any(v.position is Position.UNKNOWN for v in votes):
        return None  # who vetoed is on record also where nobody's position is
    if assertion.besides:
        named = {v.member for v in votes}
        return any(v.position is assertion.position and v.member not in named for v in roll)
    if assertion.all_but:
        return _all_others_did(part, votes, roll)
    if part.veto:
        named = {v.member for v in votes}
        if part.alone is not None:
            cast_by = {v.member for v in roll if v.veto}
            return named == cast_by if part.alone else named < cast_by
        alone = not assertion.only or not any(v.veto and v.member not in named for v in roll)
        return alone and all(v.veto is not part.negated for v in votes)
    if part.position is None and assertion.only and not part.negated:
        return _stood_alone(votes, roll)
    if part.position is None:
        if len(votes) < 2 or any(v.position is Position.NOT_MEMBER for v in votes):
            return None  # of one alone, or without a seat, there is nothing to be alike
        told = alike(votes) or {v.position for v in votes} <= CAST
        return alike(votes) is not part.negated if told or not part.negated else None
    if part.share is not None:
        taken = sum(v.position is part.position for v in votes)
        return (taken > part.share * len(votes)) is not part.negated
    if assertion.only and part.groups and not part.members and not part.negated:
        return _only_of_group(part, votes, roll)
    if part.either and not part.negated:
        return any(v.position is part.position for v in votes)
    if any((v.position is part.position) is part.negated for v in votes):
        return False
    if assertion.only and part.position is assertion.position and not part.negated:
        named = {v.member for v in votes}
        others = {v.position for v in roll if v.member not in named}
        if part.position in others:
            return False
        return None if Position.UNKNOWN in others else True
    return True


def _stood_alone(votes: Sequence[MemberVote], roll: Sequence[MemberVote]) -> bool | None:
    """ "Did the US and Israel stand alone": they cast the same vote, and nobody else did."""
    if not votes or not roll or not alike(votes):
        return False if votes and roll else None
    named = {v.member for v in votes}
    others = {v.position for v in roll if v.member not in named}
    if votes[0].position in others:
        return False
    return None if Position.UNKNOWN in others else True


def _only_of_group(part: Asserted, votes: Sequence[MemberVote], roll: Sequence[MemberVote]) -> bool:
    """ "Only permanent members abstained": some did, and nobody else."""
    named = {v.member for v in votes}
    taken = [v for v in roll if v.position is part.position]
    return bool(taken) and all(v.member in named for v in taken)


def _all_others_did(part: Asserted, votes: Sequence[MemberVote], roll: Sequence[MemberVote]) -> bool | None:
    """ "Everyone except India backed it": India did not, and all others did; None where others cast no vote at all."""
    named = {v.member for v in votes}
    others = [v.position for v in roll if v.member not in named]
    if any(v.position is part.position for v in votes) or any(p in CAST and p is not part.position for p in others):
        return False
    return None if any(p is not part.position for p in others) else True


def alike(votes: Sequence[MemberVote]) -> bool:
    """Whether all cast a vote, and the same one (docs/contract.md, rule 6)."""
    return len({v.position for v in votes}) == 1 and votes[0].position in CAST


def tally_holds(tally: TallyMention, call: RollCall) -> bool | None:
    """Whether the counts given are those stated."""
    pairs = ((tally.yes, call.tally.yes), (tally.no, call.tally.no), (tally.abstain, call.tally.abstain))
    given = [(said, stated) for said, stated in pairs if said is not None]
    if any(stated is None for _, stated in given):
        return None
    return all(said == stated for said, stated in given)


def count_holds(count: CountAsserted, call: RollCall) -> bool | None:
    """Whether as many took the position as is said."""
    took = stated(count.position, call)
    other = count.number if count.than is None else stated(count.than, call)
    return None if took is None or other is None else compared(took, count.comparison, other)


def compared(count: int, comparison: Comparison, other: int) -> bool:
    """Whether a count stands to another as is said."""
    match comparison:
        case Comparison.EXACTLY:
            return count == other
        case Comparison.MORE:
            return count > other
        case Comparison.AT_LEAST:
            return count >= other
        case Comparison.FEWER:
            return count < other
        case Comparison.AT_MOST:
            return count <= other
        case _:
            assert_never(comparison)


def stated(position: Position, call: RollCall) -> int | None:
    """How many took the position, as the source states it."""
    tally = call.tally
    return {
        Position.YES: tally.yes,
        Position.NO: tally.no,
        Position.ABSTAIN: tally.abstain,
        Position.NON_VOTING: tally.non_voting,
    }.get(position)


def unanimous(call: RollCall) -> bool | None:
    """Adopted with every vote in favour: no vote against and no abstention; in the Council all members cast one.

    In the Assembly somebody is nearly always away, and the United Nations calls such votes unanimous: that on the Genocide
    Convention, 56-0-0 of 58 (https://legal.un.org/avl/ha/cppcg/cppcg.html).
    """
    if call.mode is not Mode.RECORDED or call.tally.no is None or call.tally.abstain is None:
        return True if call.mode is Mode.WITHOUT_VOTE and call.outcome is Outcome.ADOPTED else None
    whole = call.body is not Body.SC or not call.tally.non_voting
    return call.tally.no == 0 and call.tally.abstain == 0 and whole


def everybody_holds(assertion: Assertion, roll: Sequence[MemberVote]) -> bool | None:
    """ "Nobody voted against", "everybody voted for"; without either nothing is asserted of everybody."""
    if (
        not (assertion.nobody or assertion.everyone or assertion.anyone)
        or not roll
        or any(v.position is Position.UNKNOWN for v in roll)
    ):
        return None
    took = [v for v in roll if v.position is assertion.position]
    if assertion.nobody:
        return not took
    return bool(took) if assertion.anyone else len(took) == len(roll)
