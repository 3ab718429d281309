"""Whether the claims of a statement hold of a roll call. Pure: votes come in as values; None: the record cannot tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from bot.answer import MemberVote
from bot.lookup.assertions import compared, stated, tally_holds, unanimous
from bot.question import Claim, Quantity, ResultClaim
from store.facts import Position, RollCall


def result_holds(claim: ResultClaim, call: RollCall) -> bool | None:
    """Whether the vote ended as is said."""
    if claim.tally is not None:
        return tally_holds(claim.tally, call)
    if claim.unanimous:
        held = unanimous(call)
        return None if held is None else held is not claim.denied
    if claim.outcome == "two_thirds":
        yes, no = call.tally.yes, call.tally.no
        return None if yes is None or no is None else (yes >= 2 * no and yes > 0) is not claim.denied
    # A vetoed text has failed too.
    adopted = call.outcome.value == "adopted"
    return (adopted is (claim.outcome == "adopted")) is not claim.denied


def claim_holds(
    claim: Claim, here: Sequence[MemberVote], excepted: Sequence[MemberVote], roll: Sequence[MemberVote], call: RollCall
) -> bool | None:
    """Whether those spoken of did what is said. `here`: their votes; `excepted`: of those set aside; `roll`: of all, or of the
    group within which "only" is said."""
    of_all = not (claim.members or claim.groups)
    if any(v.position is Position.UNKNOWN for v in (*(roll if of_all else here), *excepted)):
        return _from_the_tally(claim, call) if of_all and not excepted else None
    apart = {v.member for v in excepted}
    if any(_did(claim, v) for v in excepted):
        return False
    spoken_of = [v for v in (roll if of_all else here) if v.member not in apart]
    if claim.groups and not claim.members:
        spoken_of = with_a_seat(spoken_of)
    holds = _quantity_holds(claim, sum(_did(claim, v) for v in spoken_of), len(spoken_of))
    if holds and claim.only:
        return _nobody_else(claim, here, roll)
    if holds is False and apart and of_all and not any(_took_another(claim, v) for v in spoken_of):
        return None  # the others cast no vote at all
    return holds


def how_many_did(
    claim: Claim, here: Sequence[MemberVote], excepted: Sequence[MemberVote], roll: Sequence[MemberVote]
) -> tuple[int, int] | None:
    """How many of those spoken of did what is said, and of how many; None where the record lacks a position of theirs."""
    apart = {v.member for v in excepted}
    spoken_of = [v for v in (here if claim.members or claim.groups else roll) if v.member not in apart]
    if claim.groups and not claim.members:
        spoken_of = with_a_seat(spoken_of)
    if any(v.position is Position.UNKNOWN for v in spoken_of):
        return None
    return sum(_did(claim, v) for v in spoken_of), len(spoken_of)


def with_a_seat(votes: Sequence[MemberVote]) -> list[MemberVote]:
    """Of a group, those who could vote: "all Arab states voted against partition" says nothing of Jordan, no member in 1947."""
    seated = [v for v in votes if v.position is not Position.NOT_MEMBER]
    return seated or list(votes)


def _did(claim: Claim, vote: MemberVote) -> bool:
    return (vote.position in claim.taken) is not claim.denied and vote.position is not Position.NOT_MEMBER


def _took_another(claim: Claim, vote: MemberVote) -> bool:
    return not _did(claim, vote) and vote.position is not Position.NON_VOTING


def _quantity_holds(claim: Claim, did: int, of: int) -> bool | None:
    match claim.quantity:
        case Quantity.ALL:
            # "Only permanent members abstained": some did, and nobody else.
            return did > 0 if claim.only and claim.groups and not claim.members else did == of > 0
        case Quantity.NONE:
            return did == 0
        case Quantity.SOME:
            return did > 0
        case Quantity.NOT_ALL:
            return did < of
        case Quantity.MOST:
            return 2 * did > of
        case Quantity.NEARLY_ALL:
            # How many are nearly all is the reader's to say, but for all to a tenth, and for fewer than half.
            return True if 10 * (of - did) <= of > 0 else False if 2 * did < of else None
        case Quantity.HALF:
            return 2 * did >= of
        case Quantity.COUNTED:
            return compared(did, claim.comparison, claim.number)
        case _:
            assert_never(claim.quantity)


def _nobody_else(claim: Claim, here: Sequence[MemberVote], roll: Sequence[MemberVote]) -> bool | None:
    if any(v.position is Position.UNKNOWN for v in roll):
        return None
    named = {v.member for v in here}
    return not any(_did(claim, v) and v.member not in named for v in roll)


def _from_the_tally(claim: Claim, call: RollCall) -> bool | None:
    """Of everybody, where the roll is not known and its counts are."""
    counts = [stated(position, call) for position in claim.taken]
    if claim.denied or any(count is None for count in counts):
        return None
    did = sum(count or 0 for count in counts)
    match claim.quantity:
        case Quantity.NONE | Quantity.SOME | Quantity.COUNTED:
            return _quantity_holds(claim, did, did)
        case _:
            return None
