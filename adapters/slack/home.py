"""App Home: a box to ask, what this user asked last, what can be asked, what the record covers. Pure.

https://docs.slack.dev/surfaces/app-home
"""

from __future__ import annotations

from collections.abc import Sequence

from adapters.chat.wording import QUESTIONS_TO_START
from adapters.slack import blocks, limits
from adapters.slack.blocks import Json
from adapters.slack.mrkdwn import escape
from store.facts import Coverage

BOX = "ask_box"
"""Action id of the box to ask in."""

WHAT_CAN_BE_ASKED = (
    "How member states voted, who voted how, whether a text was adopted and by how much, whether a statement is true, "
    "who votes like whom, how often, and how that changed: by symbol, date, topic, nickname or result."
)
EVERYWHERE = (
    "Ask with /vote in any channel, mention me there, write to me, or use the shortcut “Ask about a vote”. "
    "“Check vote claims” in the menu of a message checks what it says about votes."
)
NO_RECORD = "The voting record cannot be read just now; please come back in a few minutes."


def home(recent: Sequence[str], coverage: Sequence[Coverage]) -> Json:
    """The whole view."""
    return {
        "type": "home",
        "blocks": [
            blocks.header("Ask about a vote at the United Nations"),
            _box(),
            *_questions("You asked", "recent", recent),
            *_questions("For example", "example", QUESTIONS_TO_START),
            blocks.header("What can be asked"),
            *blocks.sections(WHAT_CAN_BE_ASKED),
            *blocks.sections(EVERYWHERE),
            blocks.header("What the record covers"),
            *(blocks.sections("\n".join(map(_covered, coverage)) if coverage else NO_RECORD)),
            *blocks.contexts([escape(citation) for citation in dict.fromkeys(part.citation for part in coverage)]),
        ][: limits.BLOCKS_IN_VIEW],
    }


def _box() -> Json:
    return {
        "type": "input",
        "block_id": BOX,
        "dispatch_action": True,
        "label": blocks.plain_text("Your question", limits.HEADER_TEXT),
        "element": {
            "type": "plain_text_input",
            "action_id": BOX,
            "max_length": limits.PLAIN_TEXT_INPUT,
            "placeholder": blocks.plain_text("how did Hungary vote on the Cuba embargo?", limits.HEADER_TEXT),
            "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]},
        },
    }


def _questions(title: str, kind: str, questions: Sequence[str]) -> list[Json]:
    """Questions as buttons that ask them again; one that is too long for a button is asked by what fits."""
    fitting = [question for question in questions if len(question) <= limits.BUTTON_VALUE]
    buttons = [blocks.button(f"ask_{kind}_{at}", question, question) for at, question in enumerate(fitting, 1)]
    return [blocks.header(title), *blocks.actions(buttons)] if buttons else []


def _covered(part: Coverage) -> str:
    return f"{part.title} ({part.body}): {part.roll_calls:,} roll calls, {part.first} to {part.until}"
