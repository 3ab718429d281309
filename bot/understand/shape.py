"""A question with everything recognised in it -> one line in which each recognised part is a single character.

"how did Hungary vote on ES-11/7?" becomes "how did M vote on S ?", so that the tables of question shapes (`intents`, `roles`)
are short regular expressions over grammar, not over names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.question import DayRange, GroupMention, MemberMention, NonMemberMention, SymbolMention, TallyMention, VoteName
from store.words import fold

Mention = MemberMention | GroupMention | NonMemberMention | VoteName | SymbolMention | DayRange | TallyMention

_FIRST_CHARACTER: dict[type, int] = {
    MemberMention: 0xE000,
    GroupMention: 0xE100,
    NonMemberMention: 0xE200,
    VoteName: 0xE300,
    SymbolMention: 0xE400,
    DayRange: 0xE500,
    TallyMention: 0xE600,
}
_MOST_OF_A_KIND = 0x100

STATE = "[\ue000-\ue2ff]"
"""A member, a group, or somebody without a vote: whoever can be asked about."""
MEMBER = "[\ue000-\ue0ff]"
GROUP = "[\ue100-\ue1ff]"
NON_MEMBER = "[\ue200-\ue2ff]"
NAME = "[\ue300-\ue3ff]"
SYMBOL = "[\ue400-\ue4ff]"
DAYS = "[\ue500-\ue5ff]"
TALLY = "[\ue600-\ue6ff]"
ANY = "[\ue000-\ue6ff]"

_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[^\w\s]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Shape:
    """`line` is the text in which a character of the private area stands for each mention; `offsets[i]` is where
    the piece that holds `line[i]` begins in the question; `mentions` maps such a character to what it stands for."""

    line: str
    offsets: tuple[int, ...]
    mentions: Mapping[str, Mention]

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """What stands between two positions of `line`, in text order."""
        return tuple(self.mentions[c] for c in self.line[start:end] if c in self.mentions)


def shape_of(text: str, mentions: Iterable[Mention], readings: Mapping[int, str]) -> Shape:
    """Lay the question out. `readings` gives for a word's offset how it is to be read: respelt, or put into English."""
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end))
    counts: dict[type, int] = {}
    pieces: list[tuple[str, int]] = []
    table: dict[str, Mention] = {}
    at = 0
    for mention in ordered:
        number = counts.get(type(mention), 0)
        if mention.start < at or number >= _MOST_OF_A_KIND:
            continue
        counts[type(mention)] = number + 1
        pieces.extend(_plain_pieces(text, at, mention.start, readings))
        character = chr(_FIRST_CHARACTER[type(mention)] + number)
        table[character] = mention
        pieces.append((character, mention.start))
        at = mention.end
    pieces.extend(_plain_pieces(text, at, len(text), readings))
    line = "".join(f"{piece} " for piece, _ in pieces)
    offsets = tuple(offset for piece, offset in pieces for _ in range(len(piece) + 1))
    return Shape(line, offsets, table)


def _plain_pieces(text: str, start: int, end: int, readings: Mapping[int, str]) -> list[tuple[str, int]]:
    found = []
    for match in _PIECE.finditer(text, start, end):
        word = fold(match.group())
        read = readings.get(match.start(), word)
        # A contraction is two words elsewhere and one here: "didn't" keeps its ending unless its first part was read anew.
        found.append((word if word.startswith(f"{read}'") else read, match.start()))
    return found
