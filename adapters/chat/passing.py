"""Whether something said in a thread where the bot listens, without naming it, was meant for it. Pure."""

from __future__ import annotations

import re

from bot.question import Question
from bot.reply import Reply

_BETWEEN_PEOPLE = re.compile(r"\b(?:i|i'm|i'll|we|we're|we'll|you|you're|me|my|our|your|anyone|anybody)\b", re.IGNORECASE)


def is_meant(text: str, question: Question | None, reply: Reply) -> bool:
    """`question` and `reply`: how the desk takes the text outside any thread, so that nothing is lent to it.

    "and Slovakia", "who abstained?", "the one of 2023" are; "thanks, great!" and "can we use this?" are not.
    """
    if question is None:
        return False
    asks = text.rstrip().endswith("?")
    names_something = any(
        (
            *(question.members, question.groups, question.non_members, question.symbols, question.tallies, question.days),
            *(question.names, question.position, question.assertion, question.session, question.flags),
        )
    )
    if asks:
        return names_something or (question.has_topic and not _BETWEEN_PEOPLE.search(text))
    return names_something and (reply.status in ("answered", "choose") or bool(question.flags))
