"""A question with everything recognised in it -> one line in which each recognised part is a single character.

"how did Hungary vote on ES-11/7?" becomes "how did M vote on S ?", so that the tables of question shapes (`intents`, `roles`)
are short regular expressions over grammar, not over names.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.question import DayRange, GroupMention, MemberMention, NonMemberMention, SymbolMention, TallyMention, VoteName
from bot.understand.clean import Word
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

_INNER_MARKS = re.compile(r"(?<=\w)['’-](?=\w)|[¿¡]")  # no breaks between the parts of a question in another language
_PUNCTUATION = re.compile(r"[^\w\s]|_")


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

    def placed_mentions(self) -> Iterator[tuple[int, Mention]]:
        """Each mention with its position in `line`, in text order."""
        return ((at, self.mentions[c]) for at, c in enumerate(self.line) if c in self.mentions)


_HEADED = re.compile(rf"^{SYMBOL} : ")


def unheaded(line: str) -> str:
    """The line without the symbol that it opens with: "A/RES/79/7: was Israel the only no?"."""
    return _HEADED.sub("", line)


def shape_of(text: str, mentions: Iterable[Mention], tokens: Sequence[Word], *, foreign: bool = False) -> Shape:
    """Lay the question out. `tokens` are its words as they are to be read: respelt, or (`foreign`) put into English."""
    if foreign:
        text = _INNER_MARKS.sub(" ", text)
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end))
    counts: dict[type, int] = {}
    pieces: list[tuple[str, int]] = []
    table: dict[str, Mention] = {}
    words = deque(tokens)
    at = 0
    for mention in ordered:
        number = counts.get(type(mention), 0)
        if mention.start < at or number >= _MOST_OF_A_KIND:
            continue
        counts[type(mention)] = number + 1
        pieces.extend(_plain_pieces(text, at, mention.start, words))
        character = chr(_FIRST_CHARACTER[type(mention)] + number)
        table[character] = mention
        pieces.append((character, mention.start))
        at = mention.end
        while words and words[0].start < at:
            words.popleft()
    pieces.extend(_plain_pieces(text, at, len(text), words))
    line = "".join(f"{piece} " for piece, _ in pieces)
    offsets: list[int] = []
    for piece, offset in pieces:
        offsets += (offset,) * (len(piece) + 1)
    return Shape(line, tuple(offsets), table)


def _plain_pieces(text: str, start: int, end: int, words: deque[Word]) -> list[tuple[str, int]]:
    """The words and the punctuation of a stretch without mentions; the words are taken from the front of `words`."""
    found: list[tuple[str, int]] = []
    at = start
    while words and (words[0].start < end or words[0].start == words[0].end <= end < len(text)):
        word = words.popleft()
        found.extend((m.group(), m.start()) for m in _PUNCTUATION.finditer(text, at, max(at, word.start)))
        at = max(at, word.end)
        if found and _is_ending(text, word, found[-1], start):
            found.pop()
            stem, offset = found.pop()
            found.append((f"{stem}'{word.folded}", offset))
        else:
            found.append((word.folded, word.start))
    found.extend((m.group(), m.start()) for m in _PUNCTUATION.finditer(text, at, end))
    return found


def _is_ending(text: str, word: Word, before: tuple[str, int], start: int) -> bool:
    """Whether a word is the end of a contraction, which is one word here: "didn't"."""
    return (
        before[0] == "'"
        and before[1] == word.start - 1 > start
        and text[before[1] - 1].isalnum()
        and word.folded == fold(word.text)
    )
