"""Vetoes that cannot have been: of a state that has none, or in the General Assembly."""

from __future__ import annotations

import re

from bot.check.claim import Claim
from bot.check.referent import Referent
from bot.check.sentence import Sentence
from bot.question import GroupMention, MemberMention
from bot.understand.bodies import body_in
from store.facts import Body
from store.vote_store import PERMANENT

_A_TEXT = re.compile(
    r"[^;:.,]*?\bveto\w* (?:it\b|(?:(?!and |but )[^ ,;:.]+ ){0,5}?(?:texts?|drafts?|resolutions?|motion|measure)\b)"
)
_IN_ASSEMBLY = re.compile(
    r"\b(?:veto|block)\w* (?:(?!(?:that|which|who|before|after|then|later|so|when|once|and|but|council)\b)[^ ,;:.]+ ){0,8}?"
    r"(?:in|at|of|by) (?:the )?(?:(?:un|united nations) )?(?:general )?assembly\b"
    r"|\bveto\w* (?:(?:a|the|this|that) )?(?:(?:un|united nations) )?(?:general )?assembly(?:'s)? (?:\w+ ){0,3}?"
    r"(?:resolution|text|draft|vote|motion)\b"
)
_CAST = re.compile(
    r"[^;:.!?]*?\b(?:vetoed|vetoes|veto (?:the|a|an|it|this|that)|(?:cast|used|wielded|exercised|casts|uses) (?:\w+ ){0,2}veto)\b"
)
"""And no "Crimea veto", named after its matter."""
_WITHIN = 160  # characters behind the start of a claim in which its object stands
_OTHERS = re.compile(r"\b(?:similar|earlier|previous|another|rival|would|could|might|threat\w*)\b")


def is_by_nobody_who_can(claim: Claim) -> bool:
    """Whether none of those said to have cast a veto has one, on whatever day."""
    return not any(isinstance(v, GroupMention) or (isinstance(v, MemberMention) and _may_veto(v)) for v in claim.voters)


def is_of_another_vote(claim: Claim, sentence: Sentence, referent: Referent) -> bool:
    """Whether a veto is spoken of that is none of the vote meant: "Hungary vetoed EU sanctions", or one of the Security Council
    in a text on the Assembly. What is said of the vote itself, though nobody had a veto there, is not."""
    if not claim.veto:
        return False
    of_council = bool(referent.calls) and all(r.body is Body.SC for r in referent.calls)
    elsewhere = bool(referent.calls) and all(r.body is not Body.SC for r in referent.calls)
    permanent = bool(claim.voters) and all(isinstance(v, MemberMention) and _may_veto(v) for v in claim.voters)
    if permanent and not elsewhere:
        return False
    if claim.negated or not referent.calls or referent.guess:
        return True
    words = sentence.found.folded[claim.start : claim.start + _WITHIN].lower()
    own = re.split(r"[;:.!?]\s", words, maxsplit=1)[0]
    of_a_group = any(isinstance(m, GroupMention) for _, m in sentence.shape.placed_mentions())
    if of_a_group or _OTHERS.search(own) or not _CAST.match(own):
        return True
    by_symbol = referent.exact and any(claim.start <= s.start <= claim.end for s in sentence.found.symbols)
    if of_council:
        named = bool(sentence.found.names) or body_in(sentence.found.unnamed.lower()) is Body.SC
        return not (by_symbol or named or _A_TEXT.match(own))
    return not (by_symbol or (elsewhere and _IN_ASSEMBLY.search(own)))


def _may_veto(state: MemberMention) -> bool:
    return bool(set(state.codes) & set(PERMANENT))
