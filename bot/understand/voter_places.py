"""Places where only a voter fits, so that a word there which is nearly a state's name is that state: "how did hungry vote"."""

from __future__ import annotations

import re

_VERB = r"(?:vote[ds]?|voting|abstain\w*|veto\w*|oppose[ds]?|support(?:ed)?|back(?:ed)?|reject(?:ed)?|go|stand|say|do)"
_ASKED = re.compile(r"\b(?:did|does|do|has|have|had|didn't|doesn't) (?:the )?$", re.IGNORECASE)
_VERB_NEXT = re.compile(rf" (?:(?:also|ever|really|actually|itself) )?{_VERB}\b", re.IGNORECASE)
_BALLOT_OF = re.compile(r"\b(?:votes?|voting|position|stance|ballot|abstention) (?:of|by|from) (?:the )?$", re.IGNORECASE)
_MATTER_NEXT = re.compile(r" (?:on|about|over|regarding|in|at)\b", re.IGNORECASE)
_BEGINS = re.compile(r"\W*(?:(?:and|so|ok|hi|hello|hey|please|pls)[ ,]+)?(?:the )?$", re.IGNORECASE)
_ON_NEXT = re.compile(r" (?:on|about|vote[ds]?(?: on)?)\b", re.IGNORECASE)
_LAST = re.compile(r"(?:: | - )(?:the )?$")
_ENDS = re.compile(r"[ ?!.]*$")
_REACH = 40  # characters before a word that can matter
_ONE_BEFORE = ("the ", "did ", "does ", "do ", "has ", "have ", "had ", "didn't ", "doesn't ", "of ", "by ", "from ")
"""What `_ASKED` and `_BALLOT_OF` end with."""


def only_a_voter_fits(text: str, start: int, end: int) -> bool:
    """Whether grammar leaves no other reading of the word: "did X vote", "the vote of X on", "...: X?"."""
    before = text[max(0, start - _REACH) : start]
    if before.endswith(": ") and _ENDS.match(text, end):
        return True
    if not before.casefold().endswith(_ONE_BEFORE):
        return False
    if _ASKED.search(before):
        return _VERB_NEXT.match(text, end) is not None
    return _BALLOT_OF.search(before) is not None and (_MATTER_NEXT.match(text, end) or _ENDS.match(text, end)) is not None


def a_voter_fits(text: str, start: int, end: int) -> bool:
    """Whether the place is mostly a voter's, so that a word which is none of the record's is one: "X on ...", "...: X?"."""
    if only_a_voter_fits(text, start, end):
        return True
    if start <= _REACH and _BEGINS.fullmatch(text, 0, start) and _ON_NEXT.match(text, end):
        return True
    return _ENDS.match(text, end) is not None and _LAST.search(text[max(0, start - _REACH) : start]) is not None
