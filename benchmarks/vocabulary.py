"""A store and the curated names -> the pieces that questions are made of, put together without sense."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from store.vote_names import load_vote_names
from store.vote_store import VoteStore

QUESTION_PARTS = (
    *("how did", "vote on", "voted", "who voted", "against", "what was the", "is it true that", "and", "or", "of", "in", "for"),
    *("not", "didn't", "never", "always", "since", "before", "until", "between", "most often", "the same way as", "with"),
    *("how many times", "only one", "no", "yes", "abstained", "vetoed", "adopted", "rejected", "when", "ever", "first", "latest"),
    *("why", "everyone", "except", "but", "resolution", "draft", "amendment", "General Assembly", "Security Council", "unga"),
    *("unsc", "eu", "nato", "brics", "g7", "p5", "the west", "arab league", "also", "too", "other ones", "compare", "versus"),
    *("isolated", "comment a voté", "sur", "wie hat", "abgestimmt", "cómo votó", "como votou", "come ha votato"),
)
DATES = (
    *("yesterday", "last March", "in the 60s", "since 2014", "24 February 2022", "Dec 2025", "2019", "between 1990 and 1995"),
    *("12/10/2023", "'89", "the 78th session", "this year", "two weeks ago", "Q3 2021", "30 Febuary 2022", "2024-02-29"),
    *("20251218", "late 2017", "17th", "mid-1980s"),
)
TALLIES = ("93-18-65", "141 to 5", "143 in favour", "13-1-1", "0-0-0", "999999-1-1", "11 for, 3 against", "unanimously", "7%")
MARKS = (
    *"?!.,;:-–()[]{}\"'«»/\\|&%#@*_~<>+=^`\n\t",
    *("...", "<@U1>", "🇭🇺", "🙏", "https://undocs.org/A/RES/79/7", "``", "\u200b"),
)
_MOST_SYMBOLS = 800
_REPEATED = 0.3  # share of the texts that say a few pieces over and over
_MISSPELT = 0.15  # share of the pieces


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lists of pieces, each as likely as the others whatever its length."""

    lists: tuple[Sequence[str], ...]

    def text(self, chance: random.Random, length: int) -> str:
        """About so many characters, which may be a few pieces again and again."""
        if chance.random() < _REPEATED:
            part = "".join(self._piece(chance) for _ in range(chance.randrange(1, 6)))
            return (part * (length // len(part) + 1))[:length]
        pieces: list[str] = []
        size = 0
        while size < length:
            pieces.append(self._piece(chance))
            size += len(pieces[-1])
        return "".join(pieces)[:length]

    def _piece(self, chance: random.Random) -> str:
        piece = chance.choice(chance.choice(self.lists))
        if len(piece) > 3 and chance.random() < _MISSPELT:
            at = chance.randrange(len(piece))
            piece = piece[:at] + piece[at + 1 :]
        return piece + chance.choice((" ", " ", " ", " ", "", ", ", "? ", "\n"))


def vocabulary_of(store: VoteStore) -> Vocabulary:
    """Names of states and votes, symbols and titles of that store, and what questions say around them."""
    members = store.members.by_code.values()
    names = [name for state in members for name in (state.short, *(n.name for n in state.names))]
    calls = store.catalogue.newest_first
    symbols = [call.symbol for call in calls[:: max(1, len(calls) // _MOST_SYMBOLS)]]
    numbers = [symbol.rsplit("/", 1)[-1] for symbol in symbols]
    titles = [call.title for call in calls[:: max(1, len(calls) // _MOST_SYMBOLS)]]
    nicknames = sorted(" ".join(phrase) for phrase in load_vote_names().phrases)
    said = (QUESTION_PARTS, DATES, TALLIES, MARKS)
    return Vocabulary((names, list(store.members.by_code), symbols, numbers, titles, nicknames, *said))
