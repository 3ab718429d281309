""" "Was it the only one to vote no?", "were they alone?", "alone?" in a thread -> the same, of the states asked about.

With their names in it, such a question is read as any other is, so that no shape of it needs a reading of its own.
"""

from __future__ import annotations

import re

from bot.conversation import Conversation
from bot.question import MemberMention
from bot.understand.knowledge import Knowledge

_ALONE = r"(?:only|sole|lone|alone)\b"
_LITTLE = r"(?:(?:really|actually|then|also|indeed|in fact|all|the|not) )*"
_OPENS = r"^(?:(?:and|so|but|ok|okay|wait|then)[, ]+)*"
# was it the only one to vote no; and not "was it the only resolution"
_OF_A_TEXT = re.compile(
    r"\b(?:only|sole|lone) (?:\w+ )?(?:resolutions?|texts?|drafts?|votes? (?:on|in|at|of|about|that|which)|time|veto"
    r"|(?:one|resolution|text) (?:on|about|adopted|vetoed|passed|rejected|of))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"{_OPENS}(?:was|were|wasn't|weren't|is|are) (?P<who>it|they|he|she|that)(?= {_LITTLE}{_ALONE})", re.IGNORECASE
)
_BY_ITSELF = "(?:alone|by itself|by themselves|on (?:its|their) own)"
_DID_ALONE = re.compile(
    rf"{_OPENS}(?:did|didn't) (?P<who>it|they|he|she)(?= (?:[\w']+ ){{1,4}}{_BY_ITSELF}\b)", re.IGNORECASE
)
_BARE = re.compile(
    r"^(?:(?:and|so|but|ok)[, ]+)*(?:all )?(?P<only>(?:the )?(?:only|sole|lone) (?:one|ones|no|vote against|abstention|abstainer"
    r"|state|country|member)\b.*|alone)\W*$",
    re.IGNORECASE,
)

_LONGEST = 120  # characters: what is longer says more than this


def with_states_named(text: str, conversation: Conversation, knowledge: Knowledge) -> str:
    """The text as it is, where it says nothing of the kind or the thread has no states."""
    states = conversation.question.members if conversation.question is not None else ()
    if not states or not conversation.roll_call_keys or len(text) > _LONGEST or _OF_A_TEXT.search(text):
        return text
    named = " and ".join(_name(m, knowledge) for m in states)
    if bare := _BARE.match(text):
        return f"{'was' if len(states) == 1 else 'were'} {named} {bare['only']}?"
    asked = _ASKED.match(text) or _DID_ALONE.match(text)
    return text if asked is None else text[: asked.start("who")] + named + text[asked.end("who") :]


def _name(mention: MemberMention, knowledge: Knowledge) -> str:
    return knowledge.members[mention.codes[0]].short if len(mention.codes) == 1 else mention.words
