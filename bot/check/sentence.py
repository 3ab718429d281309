"""One sentence of a text, recognised: its line for the tables of shapes, and where each piece of the line stands."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from bot.check.bare_numbers import with_bare_numbers
from bot.check.claim import Claim, Kind
from bot.check.prose import Stretch
from bot.check.regions import regions_in
from bot.question import MemberMention
from bot.understand.knowledge import Knowledge
from bot.understand.recognition import Recognised, recognise
from bot.understand.shape import Mention, Shape, shape_of


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start`: its place in the prose; `text` is cut from there, so that offsets into it count on."""

    start: int
    paragraph: int
    text: str
    found: Recognised
    shape: Shape

    @property
    def line(self) -> str:
        """The text in which every recognised part is one character."""
        return self.shape.line

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets into the text of the words that the line has from `first` up to `last`, which is behind the last of them."""
        line = self.line
        while first < last and line[first] == " ":
            first += 1
        while last > first + 1 and line[last - 1] == " ":
            last -= 1
        return self.shape.offsets[first], self._end_of(last - 1)

    def at(self, mention: Mention) -> int:
        """Where in the line a mention stands."""
        return next(at for at, one in self.shape.placed_mentions() if one is mention)

    def _end_of(self, place: int) -> int:
        character = self.line[place]
        if character in self.shape.mentions:
            return self.shape.mentions[character].end
        begin = self.line.rfind(" ", 0, place) + 1
        end = self.line.find(" ", place)
        return min(len(self.text), self.shape.offsets[begin] + (end if end >= 0 else len(self.line)) - begin)


def read_sentence(stretch: Stretch, text: str, knowledge: Knowledge, today: dt.date) -> Sentence:
    """`text`: the words of the stretch."""
    found = with_bare_numbers(recognise(text, knowledge, today, follow_up=False, edited=True))
    mentions = tuple(_as_nation(m, text) for m in (*found.mentions, *regions_in(text, found.mentions)))
    return Sentence(stretch.start, stretch.paragraph, text, found, shape_of(text, mentions, found.tokens))


_THE = re.compile(r"\bthe $", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"[,;:.)]|$| (?:were|had|have|did|voted|abst|oppos|back|support|both|also|said|stood|sided|joined|took|cast|too|who"
    r"|again|themselves"
    r"|and the|and (?:[A-Z]\w+s|[A-Z]\w+(?:sh|ch|ese)) (?:were|had|did|voted|abst|oppos|back|support))\b"
)
_NATION = re.compile(r"(?:s|sh|ch|ese)$")


def _as_nation(mention: Mention, text: str) -> Mention:
    """ "The Russians", "the British and the French abstained": an adjective that stands for the state itself."""
    if not isinstance(mention, MemberMention) or not mention.adjective or not _NATION.search(mention.words):
        return mention
    alone = _THE.search(text, 0, mention.start) and _NO_NOUN.match(text, mention.end)
    return replace(mention, adjective=False) if alone else mention


_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z .,/'-]{2,40}|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov"
    r"|Dec)[a-z]*\b)[^\u2014\u2013:\n]{0,50}?(?:[\u2014\u2013:]| --? )"
)


def end_of_dateline(sentence: Sentence) -> int:
    """Where the dateline of a wire copy ends ("NEW YORK, Feb 24 (2025) - "); 0 where a sentence has none."""
    dateline = _DATELINE.match(sentence.text) if not sentence.start else None
    return dateline.end() if dateline else 0


def claim_at(sentence: Sentence, kind: Kind, first: int, last: int, **said: object) -> tuple[Claim, int]:
    """The claim that the line makes from `first` to `last`, and that end."""
    return Claim(kind, *sentence.span(first, last), **said), last  # type: ignore[arg-type]
