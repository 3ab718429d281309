"""Of the vetoed drafts, those that states vetoed alone ("how often has China vetoed alone") or together ("double vetoes")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.lookup.wording import vetoing
from bot.question import Flag, Question
from store.facts import RollCall

_TOGETHER = re.compile(r"\b(?:double|joint|jointly|together)\b", re.IGNORECASE)
_TRIPLE = re.compile(r"\btriple\b", re.IGNORECASE)
WORDS = frozenset({"alone", "double", "triple", "joint", "jointly", "together"})
"""Words that say so, and nothing of the matter."""


def vetoed_so(drafts: Sequence[RollCall], question: Question, codes: frozenset[str]) -> tuple[list[RollCall], tuple[str, ...]]:
    """Those that are meant, and the caution that says which were left; all where nothing is said of it."""
    if codes and Flag.ONLY_ONE in question.flags:
        return [r for r in drafts if set(r.vetoed_by) <= codes], (vetoing.ALONE,)
    if _TRIPLE.search(question.text):
        return [r for r in drafts if len(r.vetoed_by) == 3], (vetoing.TOGETHER,)
    if not _TOGETHER.search(question.text):
        return list(drafts), ()
    if len(codes) > 1:
        return [r for r in drafts if len(codes.intersection(r.vetoed_by)) > 1], (vetoing.TOGETHER,)
    return [r for r in drafts if len(r.vetoed_by) == 2], (vetoing.TOGETHER,)
