"""Lists of states as a question writes them: "the US, Russia and China", "France/Germany", "Israel's", "Turkey (TUR)".

Expressions for the line of a `Shape`, in which every state is one character and every word ends in a blank.
"""

from __future__ import annotations

from bot.understand.patterns import any_of, any_word
from bot.understand.shape import STATE

_BEFORE_WORD = any_word(r"the all both its neighbours \d{1,2} two three four five six eight")
_BEFORE = rf"(?:{_BEFORE_WORD} ){{0,3}}"
_POSSESSIVE = r"(?:' )?(?:'s |s )?"
_IN_BRACKETS = r"(?:\( [\w -]{1,20} \) )?(?:\) )?"
_JOIN = any_of(
    rf"(?:, )?{any_word('and or & [+] vs v versus against beside plus to with')} ",
    "(?:, )?(?:next to|alongside|together with|side by side with|compared (?:to|with)) ",
    ", ",
    "/ ",
    "- ",
    "– ",
    r"\( ",
)

ONE = rf"{_BEFORE}{STATE} {_POSSESSIVE}{_IN_BRACKETS}"
"""One state or group, with what goes with it."""

_OTHERS = any_of(
    # Side by side without a comma only from three on: two would rather be a voter and the matter.
    rf"{STATE} (?:{STATE} )+",
    rf"(?:{_JOIN}(?:\. )?{ONE})*",
)
LIST = f"(?>{ONE}{_OTHERS})"
"""One or several, and never only the first of several."""

_ONE_PLAIN = rf"(?:(?:the|all|both) ){{0,3}}{STATE} (?:' )?(?:s )?"

LISTED = rf"{_ONE_PLAIN}(?:(?:(?:, )?{any_word('and or & [+] plus')} |, ){_ONE_PLAIN})*"
"""States of one side only: no "with" or "against" between them."""
