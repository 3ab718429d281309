"""A group told of with a member that the same sentence sets against it: "the EU backed it, though Hungary voted no". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.check.claim import Claim, Kind, Voter
from bot.check.sentence import Sentence
from bot.question import GroupMention, MemberMention

_SET_AGAINST = re.compile(
    r"[ ,()\u2013\u2014-]*(?:even )?(?:though|although|but|while|whereas|except that|only)[ ,]*(?:only |that )?(?:the )?",
    re.IGNORECASE,
)
_TO_THE_LAST = re.compile(r"\b(?:all|every|each|whole|entire|unanimous\w*|united|solid\w*|as one|en bloc|to a (?:man|state))\b")


def with_their_exceptions(claims: Sequence[Claim], sentence: Sentence) -> list[Claim]:
    """The claims on a group without the member of which the clause right behind says otherwise; not where all of it is meant."""
    return [_without_exception(claim, claims, sentence) for claim in claims]


def _without_exception(claim: Claim, claims: Sequence[Claim], sentence: Sentence) -> Claim:
    text = sentence.found.folded
    groups = any(isinstance(v, GroupMention) for v in claim.voters)
    if not groups or not _is_plain(claim) or _TO_THE_LAST.search(text[claim.start : claim.end].lower()):
        return claim
    behind = next((c for c in claims if c.start >= claim.end), None)
    if behind is None or not _is_plain(behind) or behind.position is claim.position:
        return claim
    between = text[claim.end : behind.start]
    if not _SET_AGAINST.fullmatch(between) or not all(isinstance(v, MemberMention) for v in behind.voters):
        return claim
    codes = tuple(code for v in behind.voters if isinstance(v, MemberMention) for code in v.codes)
    return replace(claim, voters=tuple(_without(v, codes) for v in claim.voters))


def _is_plain(claim: Claim) -> bool:
    return claim.kind is Kind.POSITION and claim.position is not None and not (claim.negated or claim.only or claim.veto)


def _without(voter: Voter, codes: tuple[str, ...]) -> Voter:
    return replace(voter, without=(*voter.without, *codes)) if isinstance(voter, GroupMention) else voter
