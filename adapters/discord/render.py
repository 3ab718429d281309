"""An answered card -> one message: its page, and below it the buttons that belong there. Pure; knows Discord's limits only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adapters.discord import limits
from adapters.discord.custom_ids import Action, Pressed, fits_a_button, write_id
from adapters.discord.escaping import escape, shorten
from adapters.discord.pages import pages_of
from adapters.discord.panel import Button, Menu, Option, Panel, Row, Tone
from adapters.discord.texts import say
from bot.card import Card

_MOST_CHOICE_BUTTONS = 4
_LONGEST_QUESTION = 300


@dataclass(frozen=True, slots=True)
class Shown:
    """How an answer is to be shown. `language`: of the buttons; the card has its own.

    `asked`: with the question above it, where the channel does not show it; `shared_by`: with the user who shared it (their id);
    `may_share`: it can be taken to the channel; `has_list`: there is more behind it than reads well.
    """

    answer_id: str
    question: str
    language: str
    page: int = 0
    asked: bool = False
    shared_by: str = ""
    may_share: bool = False
    nothing_found: bool = False
    has_list: bool = False


def render(card: Card, shown: Shown) -> Panel:
    """One page of the card. A page beyond the last is the last."""
    pages = pages_of(card)
    at = max(0, min(shown.page, len(pages) - 1))
    rows = (*_turning(shown, at, len(pages)), *_choices(card, shown), *_suggestions(card, shown), _below(card, shown))
    return Panel((*_head(shown), *pages[at].texts), rows, _tone(card, shown))


def _head(shown: Shown) -> tuple[str, ...]:
    question = escape(shorten(shown.question, _LONGEST_QUESTION))
    if shown.shared_by:
        user = f"<@{shown.shared_by}>"
        return (f"-# {say('Shared by {user}, who asked: {question}', shown.language, user=user, question=question)}",)
    return (f"-# {say('Asked: {question}', shown.language, question=question)}",) if shown.asked else ()


def _tone(card: Card, shown: Shown) -> Tone:
    if card.choices:
        return Tone.ASKS_BACK
    return Tone.NOTHING_FOUND if shown.nothing_found else Tone.ANSWERED


def _turning(shown: Shown, at: int, count: int) -> tuple[Row, ...]:
    if count == 1:
        return ()

    def turn(label: str, page: int) -> Button:
        is_there = 0 <= page < count
        # Ids differ within a message, also those of buttons that cannot be pressed.
        to = page if is_there else count + (page < 0)
        pressed = Pressed(
            Action.PAGE, shown.answer_id, to, asked=shown.asked, may_share=shown.may_share, shared_by=shown.shared_by
        )
        return Button(say(label, shown.language), write_id(pressed), disabled=not is_there)

    place = say("Page {page} of {pages}", shown.language, page=at + 1, pages=count)
    middle = Button(place, write_id(Pressed(Action.PLACE, shown.answer_id)), disabled=True)
    return ((turn("Previous", at - 1), middle, turn("Next", at + 1)),)


def _choices(card: Card, shown: Shown) -> tuple[Row, ...]:
    once = {choice.question: choice.label for choice in reversed(card.choices)}
    choices = [(label, question) for question, label in reversed(once.items())]
    if not choices:
        return ()
    if len(choices) <= _MOST_CHOICE_BUTTONS and all(len(lb) <= limits.BUTTON_LABEL and fits_a_button(q) for lb, q in choices):
        buttons = (Button(lb, write_id(Pressed(Action.ASK, question=q)), emphasis=True) for lb, q in choices)
        return (tuple(buttons),)
    options = [_option(f"{at}. {label}", question) for at, (label, question) in enumerate(choices, 1)]
    return _menu(Action.CHOOSE, "Choose what you mean", options, shown)


def _suggestions(card: Card, shown: Shown) -> tuple[Row, ...]:
    """Not what is a choice already: Discord refuses two components with one id, and a reader needs it once."""
    offered = {choice.question for choice in card.choices}
    once = [question for question in dict.fromkeys(card.suggestions) if question not in offered]
    return _menu(Action.GO_ON, "You can also ask", [_option(question, question) for question in once], shown)


def _menu(action: Action, placeholder: str, options: Sequence[Option], shown: Shown) -> tuple[Row, ...]:
    """Questions too long to come back whole are left out: the page has their text."""
    fitting = tuple(option for option in options if len(option.value) <= limits.OPTION_VALUE)[: limits.OPTIONS_IN_MENU]
    if not fitting:
        return ()
    return (Menu(write_id(Pressed(action, shown.answer_id)), say(placeholder, shown.language), fitting),)


def _option(label: str, question: str) -> Option:
    if len(label) <= limits.OPTION_LABEL:
        return Option(label, question)
    first = shorten(label, limits.OPTION_LABEL)
    return Option(first, question, shorten(f"…{label[len(first) - 1 :].strip()}", limits.OPTION_DESCRIPTION))


def _below(card: Card, shown: Shown) -> Row:
    buttons = []
    if shown.may_share:
        share = write_id(Pressed(Action.SHARE, shown.answer_id))
        buttons.append(Button(say("Share in the channel", shown.language), share, emphasis=not card.choices))
    if shown.has_list:
        buttons.append(Button(say("Full list (CSV)", shown.language), write_id(Pressed(Action.LIST, shown.answer_id))))
    buttons.append(Button(say("Something is wrong", shown.language), write_id(Pressed(Action.WRONG, shown.answer_id))))
    return tuple(buttons)
