"""Groups and the states named after them -> groups without the states that the text excepts: "EU except Hungary"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.question import GroupMention, MemberMention

_EXCEPT = re.compile(
    r"\s*(?:(?:member )?(?:states?|members?|countries|nations|group|allies|bloc|gang|lot)\b)?\s*,?\s*\(?"
    r"(?P<word>except(?:ing|ion of)?(?: for)?|but not|but|minus|without|other than|apart from|aside from|excluding|save(?: for)?|"
    r"bar(?:ring)?|less|not|-|sauf|hormis|au(?:ß|ss)er|ohne|excepto|menos|salvo|exceto|tranne|eccetto|meno)\s+"
    r"(?:(?:the|la|le|les|el|los|las|o|a|os|as|il|lo|gli|der|die|das|den) |l['’])?",
    re.IGNORECASE,
)
_DASH = re.compile(r"[^,;]{0,20}?\s[-–—]\s")
_AND = re.compile(r"\s*(?:,\s*(?:and|or)?|and|or|&|/|et|y|und|e|ou)\s*(?:the )?", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:all|every|each|whole|entire|any|everyone|everybody)\b[^,.;?!]{0,25}$", re.IGNORECASE)


def except_members(
    text: str, groups: Sequence[GroupMention], members: Sequence[MemberMention], *, edited: bool = False
) -> tuple[tuple[GroupMention, ...], tuple[MemberMention, ...]]:
    """The groups, each with the states it is named without (its words then reach to the last of them), and the states left.

    `edited`: in running prose a dash takes nothing away ("the permanent members - Russia and China").
    """
    left = list(members)
    result = []
    for group in groups:
        excepted = _excepted(text, group, left)
        if edited and excepted and _DASH.match(text, group.end):
            excepted = []
        if excepted:
            left = [m for m in left if m not in excepted]
            end = excepted[-1].end
            without = tuple(m.codes[0] for m in excepted)
            result.append(replace(group, end=end, words=text[group.start : end], without=without))
        else:
            result.append(group)
    return tuple(result), tuple(left)


def _excepted(text: str, group: GroupMention, members: Sequence[MemberMention]) -> list[MemberMention]:
    excepted: list[MemberMention] = []
    at = group.end
    for member in members:
        if member.start < group.end:
            continue
        gap = (_AND if excepted else _EXCEPT).fullmatch(text, at, member.start)
        if gap is None or len(member.codes) != 1:
            break
        # "all EU states but Hungary" excepts; "the EU voted yes but Hungary" begins anew.
        if not excepted and gap["word"].lower() == "but" and not _EVERY.search(text[: group.start]):
            break
        excepted.append(member)
        at = member.end
    return excepted
