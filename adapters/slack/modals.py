"""Views: the form to ask, an answer, what is wrong with an answer, the rules of a channel. Pure dictionaries.

https://docs.slack.dev/reference/views/modal-views
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from adapters.chat.rules import MEANINGS, Rule
from adapters.slack import blocks, limits
from adapters.slack.blocks import Json
from adapters.slack.mrkdwn import escape
from adapters.slack.render import Message
from bot.completing import Completion

ASK, WRONG, RULES = "ask", "wrong", "rules"
"""Callback ids of what is submitted."""

MEMBER, RESOLUTION = "member", "resolution"
"""Action ids of the fields that complete as one types."""


def ask_form() -> Json:
    """Member, vote, own words: any of them is enough. Where to post it is optional."""
    return {
        "type": "modal",
        "callback_id": ASK,
        "title": blocks.plain_text("Ask about a vote", limits.MODAL_TITLE),
        "submit": blocks.plain_text("Ask", limits.MODAL_TITLE),
        "close": blocks.plain_text("Cancel", limits.MODAL_TITLE),
        "blocks": [
            _input("member", "Member state or group", _select(MEMBER, "Hungary, EU, ...")),
            _input("resolution", "Vote", _select(RESOLUTION, "A/RES/ES-11/7, Cuba embargo, ...")),
            _input("question", "Or in your own words", _words("how did Hungary vote on the Cuba embargo?")),
            _input(
                "post",
                "Also post the answer in",
                {
                    "type": "conversations_select",
                    "action_id": "post",
                    "response_url_enabled": True,
                    "placeholder": blocks.plain_text("only shown to you", limits.HEADER_TEXT),
                },
            ),
        ],
    }


def options(completions: Sequence[Completion]) -> list[Json]:
    """What a field completes to."""
    fitting = [c for c in completions if len(c.value) <= limits.OPTION_VALUE][: limits.OPTIONS]
    return [{"text": blocks.plain_text(c.label, limits.OPTION_TEXT), "value": c.value} for c in fitting]


def question_of(values: Mapping[str, Any]) -> str:
    """What the form asks, in words: its own words where there are any, with what was chosen beside them."""
    member, vote = (_chosen(values, field) for field in (MEMBER, RESOLUTION))
    own = str((values.get("question", {}).get("question") or {}).get("value") or "").strip()
    if own:
        named = [part for part in (member and f"{member}:", own, vote and f"({vote})") if part]
        return " ".join(named)
    if member and vote:
        return f"how did {member} vote on {vote}?"
    if member:
        return f"how did {member} vote?"
    return f"who voted how on {vote}?" if vote else ""


def waiting(sentence: str) -> Json:
    """What a modal shows until the answer is there."""
    return _shown([blocks.section(escape(sentence))])


def answer(message: Message) -> Json:
    """An answer in a modal."""
    return _shown(list(message.blocks[: limits.BLOCKS_IN_VIEW]))


def wrong_form(answer_id: str, channel: str) -> Json:
    """What is wrong with an answer."""
    return {
        "type": "modal",
        "callback_id": WRONG,
        "private_metadata": f"{answer_id} {channel}",
        "title": blocks.plain_text("Something is wrong", limits.MODAL_TITLE),
        "submit": blocks.plain_text("Send", limits.MODAL_TITLE),
        "close": blocks.plain_text("Cancel", limits.MODAL_TITLE),
        "blocks": [
            blocks.section(escape("The question, the answer and your note go to whoever runs VoteDesk.")),
            _input("remark", "What is wrong?", _words("The vote of ... is missing", action="remark"), optional=False),
        ],
    }


def rules_form(channel: str, own: Rule | None, everywhere: Rule | None) -> Json:
    """How the bot may answer in this channel, and in all others."""
    return {
        "type": "modal",
        "callback_id": RULES,
        "private_metadata": channel,
        "title": blocks.plain_text("VoteDesk settings", limits.MODAL_TITLE),
        "submit": blocks.plain_text("Save", limits.MODAL_TITLE),
        "close": blocks.plain_text("Cancel", limits.MODAL_TITLE),
        "blocks": [
            _input("here", "In this channel", _rules("here", own)),
            _input("everywhere", "In all other channels", _rules("everywhere", everywhere)),
            blocks.context(escape("Nothing chosen: as whoever runs VoteDesk has set it. Direct messages are always answered.")),
        ],
    }


def _shown(shown: Sequence[Json]) -> Json:
    return {
        "type": "modal",
        "callback_id": "answer",
        "title": blocks.plain_text("VoteDesk", limits.MODAL_TITLE),
        "close": blocks.plain_text("Close", limits.MODAL_TITLE),
        "blocks": list(shown),
    }


def _input(block: str, label: str, element: Json, *, optional: bool = True) -> Json:
    return {
        "type": "input",
        "block_id": block,
        "optional": optional,
        "label": blocks.plain_text(label, limits.HEADER_TEXT),
        "element": element,
    }


def _select(action: str, example: str) -> Json:
    return {
        "type": "external_select",
        "action_id": action,
        "min_query_length": 0,
        "placeholder": blocks.plain_text(example, limits.HEADER_TEXT),
    }


def _words(example: str, *, action: str = "question") -> Json:
    return {
        "type": "plain_text_input",
        "action_id": action,
        "multiline": True,
        "max_length": limits.PLAIN_TEXT_INPUT,
        "placeholder": blocks.plain_text(example, limits.HEADER_TEXT),
    }


def _rules(action: str, now: Rule | None) -> Json:
    choices = {
        rule: {"text": blocks.plain_text(told, limits.OPTION_TEXT), "value": rule.value} for rule, told in MEANINGS.items()
    }
    radio: Json = {"type": "radio_buttons", "action_id": action, "options": list(choices.values())}
    return radio if now is None else {**radio, "initial_option": choices[now]}


def _chosen(values: Mapping[str, Any], field: str) -> str:
    option = (values.get(field, {}).get(field) or {}).get("selected_option") or {}
    return str(option.get("value") or "")
