"""Every sentence that chat front ends say besides what a card holds. Plain text: each front end escapes it as it must."""

from __future__ import annotations

import math

STORE_DOWN = (
    "I cannot reach the voting record just now, so I would rather say nothing than guess. Please ask again in a few minutes; "
    "whoever runs VoteDesk has been told."
)
TOO_SLOW = "Looking this up takes longer than it should. Please ask again in a moment, or name one resolution or one date."
FAILED = "Something went wrong on my side with this question. It has been logged; please try other words."
NOTHING_ASKED = "Ask me how a member state voted at the United Nations, for example: how did Hungary vote?"
NOTHING_TO_CHECK = "Give me a text to check, for example: 93 states voted in favour of A/RES/ES-11/7, and Hungary voted against."
TOO_LONG = (
    "That is more text than I can read in a chat (200,000 characters at most). Please send a part of it; "
    "whoever runs VoteDesk can check the whole with votedesk check."
)
NO_TEXT_FILE = "I can read text files only (.txt, .md or .html): please send the article as one of these, or paste its text."
UNREADABLE_FILE = "I could not fetch that file from the chat. Please send it again, or paste its text."
LOOKING = "Looking it up ..."
ANSWER_GONE = "I no longer keep that answer. Please ask the question again."
NO_ANSWERS_HERE = "Whoever runs VoteDesk does not want it to answer in this channel. Ask me in a direct message instead."
THANKS = "Thank you. Your note has gone to whoever runs VoteDesk."
THANKS_HELPFUL = "Thank you, noted."
FEEDBACK_LOST = "Your note could not be kept: please tell whoever runs VoteDesk directly."
ONLY_HERE = "Only you can see this."

QUESTIONS_TO_START = (
    "how did Hungary vote?",
    "who voted against A/RES/ES-11/7?",
    "was S/RES/2774 adopted?",
    "what do you cover?",
)
"""They work with the starter record alone; a test asks them."""


def slow_down(wait: float) -> str:
    """When somebody over the limit may ask again."""
    seconds = max(1, math.ceil(wait))
    when = f"{seconds} second{'s' * (seconds != 1)}" if seconds < 90 else f"{math.ceil(seconds / 60)} minutes"
    return f"That is a lot of questions at once. You can ask again in {when}."
