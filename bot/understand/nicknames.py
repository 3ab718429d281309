"""Nicknames of votes in a question: "the Cuba embargo", "embargo on Cuba", "Zionism is racism"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product

from rapidfuzz.distance import OSA

from bot.question import VoteName
from bot.understand.clean import Word
from bot.understand.spans import Span, Spans, span_of
from bot.understand.stopwords import STOPWORDS
from store.words import fold, stem

Stems = tuple[str, ...]

_LONGEST = 12  # words
_TWO_ERRORS_FROM = 8  # letters
_MOST_ERRORS = 2  # in one word
_ALONE_FROM = 5  # letters of a name of one word that may be misspelt
_SHORTEST_MISSPELT = 3  # letters of a word, without its error
_TELLING_BESIDE_SLIP = 3  # words of a name, its slip among them, which may be a word of its own
_SMALL = frozenset(
    {
        *("a", "an", "the", "of", "on", "in", "to", "for", "at", "by", "from", "with", "and", "or", "about", "out", "off", "as"),
        *("s", "its", "their", "un", "ga", "unga"),
        *("was", "were", "is", "being", "been", "be", "got", "getting", "gets", "had", "has", "having"),  # "Russia was suspended"
    }
)
_SAME_ACT = {
    # Stems of the words by which one act is told, whatever its form: "kicking Russia off", "Russia was thrown out".
    **dict.fromkeys(
        ("kick", "throw", "thrown", "threw", "boot", "oust", "ouster", "expuls", "eject", "exclud", "exclus", "remov", "turf"),
        "expel",
    ),
    **dict.fromkeys(("dump", "bounc", "chuck", "evict", "banish"), "expel"),
    "suspens": "suspend",
    **dict.fromkeys(("admiss", "accept", "accession"), "admit"),
    "recognit": "recogn",
    "recognis": "recogn",
    "creation": "creat",
    "revoc": "revok",
    **dict.fromkeys(("repeal", "rescind", "overturn", "annul", "annull", "scrap", "undo", "undon", "cancel"), "revok"),
    "invas": "invad",
    **dict.fromkeys(("reloc", "relocat"), "move"),
}
_PARTING = frozenset({"on", "about", "and", "with", "over", "by"})
_JOINING = frozenset({"and"})
_VOTING = frozenset({"vote", "votes", "voting"})
_SENTENCE = frozenset({"voted"})  # a name that holds this tells who did what, and would swallow the question
_BREAK = re.compile(r"[,;:.?!()]|\s[-–—]+\s")


@dataclass(frozen=True)
class NameIndex:
    """Keys of names by the stems of their words, small words left out. `longest`: the most words that a name holds.

    `across`: those in order that hold a word which elsewhere parts a state from the matter ("russia and china veto gaza").
    `written`: the telling words of each name, their stems and its key.
    """

    in_order: Mapping[Stems, str]
    in_any_order: Mapping[Stems, str]
    across: Mapping[Stems, str]
    written: Sequence[tuple[Sequence[str], Stems, str]]
    longest: int

    @classmethod
    def of(cls, phrases: Mapping[tuple[str, ...], str]) -> NameIndex:
        """Index phrases (folded words) -> entry key."""
        in_order: dict[Stems, str] = {}
        in_any_order: dict[Stems, str] = {}
        across: dict[Stems, str] = {}
        written: list[tuple[Sequence[str], Stems, str]] = []
        for phrase, key in phrases.items():
            telling = without_small_words(phrase)
            stems = tuple(name_stem(w) for w in telling)
            if not stems or _SENTENCE & set(phrase):
                continue
            in_order.setdefault(stems, key)
            if _PARTING & set(phrase[1:-1]):
                across.setdefault(stems, key)
            if not _VOTING & set(phrase):
                in_any_order.setdefault(tuple(sorted(stems)), key)
            written.append((telling, stems, key))
        return cls(in_order, in_any_order, across, written, min(_LONGEST, max(map(len, in_order), default=0)))

    @cached_property
    def reach(self) -> Mapping[str, int]:
        """For each stem of a name the most words of a name that can begin with it; 0 where none does."""
        found: dict[str, int] = {}
        for name in self.in_order:
            found[name[0]] = max(found.get(name[0], 0), min(len(name), self.longest))
            for other in name[1:]:
                found.setdefault(other, 0)
        for name in self.in_any_order:
            for one in name:
                found[one] = max(found.get(one, 0), min(len(name), self.longest))
        return found

    @cached_property
    def beside(self) -> Mapping[Stems, Sequence[tuple[int, int]]]:
        """For the two stems before a word of a name and the two behind it ("" where the name has no more), the numbers in
        `written` of the names that have such a word, each with the word's place.

        Made when the first word is met that may be misspelt, so that starting does not wait for it.
        """
        found: dict[Stems, list[tuple[int, int]]] = {}
        for number, (telling, stems, _) in enumerate(self.written):
            around = ("", "", *stems, "", "")
            for at, word in enumerate(telling):
                if len(word) > _SHORTEST_MISSPELT or (len(word) == _SHORTEST_MISSPELT and len(telling) > 1):
                    found.setdefault((*around[at : at + 2], *around[at + 3 : at + 5]), []).append((number, at))
        return found


    @cached_property
    def alone(self) -> Mapping[int, Sequence[tuple[int, str]]]:
        """The names of one word that may be misspelt, by its length: their numbers in `written`, each with the word."""
        found: dict[int, list[tuple[int, str]]] = {}
        for number, _ in self.beside.get(("", "", "", ""), ()):
            word = self.written[number][0][0]
            found.setdefault(len(word), []).append((number, word))
        return found


def name_stem(word: str) -> str:
    """The stem of a folded word, one for all words that tell of the same act: "kicked" and "expulsion" -> "expel"."""
    found = stem(word)
    return _SAME_ACT.get(found, found)


def tells_of_act(word: str) -> bool:
    """Whether the folded word is a form of one of those."""
    return stem(word) in _SAME_ACT


def without_small_words(words: Sequence[str]) -> list[str]:
    """Those of the folded words that tell one name from another."""
    return [w for w in words if w not in _SMALL]


def names_in(words: Sequence[Word], taken: Spans, states: Sequence[Span], text: str, index: NameIndex) -> tuple[VoteName, ...]:
    """Nicknames of votes in the text, the longest first where they overlap.

    Small words between do not matter, and neither does the order ("embargo on Cuba"), but no comma, date or symbol may part
    them, nor an "on" behind a state ("Chile on human rights").
    """
    found: list[VoteName] = []
    ends = {end for _, end in states}
    for run in _runs(words, taken, ends, text, parting=frozenset()) if _crosses(words, ends) else ():
        found.extend(_names_across(run, text, index))
    for run in _runs(words, taken, ends, text, Spans.of(map(span_of, found))):
        stems = [name_stem(w.folded) for w in run]
        at = 0
        while at < len(run):
            key, length = _name_at(run, stems, at, index)
            if key is not None:
                start, end = run[at].start, run[at + length - 1].end
                found.append(VoteName(key, text[start:end], start, end))
            at += max(1, length)
    return tuple(sorted(found, key=lambda name: name.start))


@dataclass(frozen=True, slots=True)
class NearName:
    """Words that are a name but for a misspelt one, which begins at `misspelt`; `key` is None where they may be several."""

    key: str | None
    start: int
    end: int
    words: int
    errors: int
    misspelt: int


def near_names_in(
    words: Sequence[Word], taken: Spans, states: Sequence[Span], text: str, index: NameIndex, strange: Callable[[Word], bool]
) -> tuple[NearName, ...]:
    """Names with one word misspelt, in text order, the longest where they overlap. `strange`: whether a word is none that is
    known; of a known small word only a name of several others makes a slip.

    "us vsa for arafat" is the name "us visa for arafat", and so is "us via for arafat".
    """
    found: list[NearName] = []
    alone = _Alone(index)
    for run in _runs(words, taken, {end for _, end in states}, text, parting=_PARTING - _JOINING):
        stems = tuple(name_stem(w.folded) for w in run)
        near = [_near_at(run, stems, at, index, alone) for at, word in enumerate(run) if strange(word)]
        if not any(near) and len(run) >= _TELLING_BESIDE_SLIP:
            # A word put into a sentence of another language has no letters of its own to be a slip.
            small = (at for at, w in enumerate(run) if w.text and w.folded in STOPWORDS and w.folded not in _VOTING)
            near = [_near_at(run, stems, at, index, alone, _TELLING_BESIDE_SLIP) for at in small]
        found.extend(name for name in near if name is not None)
    found.sort(key=lambda name: (-name.words, name.errors, name.start))
    kept: list[NearName] = []
    claimed = bytearray(len(text))
    for name in found:
        if not any(claimed[name.start : name.end]):
            claimed[name.start : name.end] = b"\1" * (name.end - name.start)
            kept.append(name)
    return tuple(sorted(kept, key=lambda name: name.start))


class _Alone(dict[str, Sequence[tuple[int, int]]]):
    """For a folded word the names of one word that it is a misspelling of, with the errors; a word is looked up once."""

    def __init__(self, index: NameIndex) -> None:
        super().__init__()
        self._index = index

    def __missing__(self, written: str) -> Sequence[tuple[int, int]]:
        lengths = range(len(written) - _MOST_ERRORS, len(written) + _MOST_ERRORS + 1)
        near = sorted(name for length in lengths for name in self._index.alone.get(length, ()))
        self[written] = [(number, errors) for number, meant in near if (errors := _errors_between(written, meant))]
        return self[written]


def _near_at(
    run: Sequence[Word], stems: Stems, at: int, index: NameIndex, alone: Mapping[str, Sequence[tuple[int, int]]], least: int = 1
) -> NearName | None:
    """The longest name, of so many words at `least`, of which the word here is a misspelling and its neighbours the rest."""
    written = fold(run[at].text)
    best: dict[tuple[int, int], dict[str, tuple[int, int]]] = {}
    least = max(least, 1 if len(written) >= _ALONE_FROM else 2)
    if least == 1:
        for number, errors in alone[written]:
            best.setdefault((-1, errors), {})[index.written[number][2]] = (at, at + 1)
    for start, end, number in sorted(_but_for(stems, at, index, least)):
        words, _, key = index.written[number]
        if errors := _errors_between(written, words[at - start]):
            best.setdefault((start - end, errors), {})[key] = (start, end)
    if not best:
        return None
    longest, errors = min(best)
    keys = best[longest, errors]
    start, end = next(iter(keys.values()))
    only = next(iter(keys)) if len(keys) == 1 else None
    return NearName(only, run[start].start, run[end - 1].end, end - start, errors, run[at].start)


def _but_for(stems: Stems, at: int, index: NameIndex, least: int) -> Iterator[tuple[int, int, int]]:
    """Where names of so many words, and of several, stand, but for the word here, whatever it is: where they begin and end, and
    their numbers."""
    for before, behind in product(range(min(at, 2) + 1), range(min(len(stems) - at - 1, 2) + 1)):
        if before + 1 + behind < max(least, 2) and max(before, behind) < 2:
            continue
        beside = (*_NONE[before:], *stems[at - before : at], *stems[at + 1 : at + 1 + behind], *_NONE[behind:])
        for number, place in index.beside.get(beside, ()):
            _, name, _ = index.written[number]
            start, end = at - place, at - place + len(name)
            inside = start >= 0 and end <= len(stems) and least <= len(name) <= index.longest
            if inside and stems[start:at] == name[:place] and stems[at + 1 : end] == name[place + 1 :]:
                yield start, end, number


_NONE = ("", "")


def _errors_between(written: str, meant: str) -> int:
    """How many errors make one folded word of the other; 0 where they are none or too many."""
    reach = _MOST_ERRORS if len(meant) >= _TWO_ERRORS_FROM and written[0] == meant[0] else 1
    if abs(len(written) - len(meant)) > reach:
        return 0
    errors = int(OSA.distance(written, meant, score_cutoff=reach))
    return 0 if errors > reach else errors


def _crosses(words: Sequence[Word], ends_of_states: set[int]) -> bool:
    return any(after.folded in _PARTING and before.end in ends_of_states for before, after in pairwise(words))


def _names_across(run: Sequence[Word], text: str, index: NameIndex) -> Iterator[VoteName]:
    stems = [name_stem(w.folded) for w in run]
    at = 0
    while at < len(run):
        lengths = range(min(index.longest, len(run) - at), 1, -1)
        length = next((n for n in lengths if tuple(stems[at : at + n]) in index.across), 0)
        if length:
            start, end = run[at].start, run[at + length - 1].end
            yield VoteName(index.across[tuple(stems[at : at + length])], text[start:end], start, end)
        at += max(1, length)


def _name_at(run: Sequence[Word], stems: Sequence[str], at: int, index: NameIndex) -> tuple[str | None, int]:
    """The key of the longest name that begins here, and how many words it takes."""
    for length in range(_reach(stems, at, index), 0, -1):
        part = tuple(stems[at : at + length])
        key = index.in_order.get(part)
        if key is None and not any(w.folded in _VOTING for w in run[at : at + length]):
            key = index.in_any_order.get(tuple(sorted(part)))
        if key is not None:
            return key, length
    return None, 0


def _reach(stems: Sequence[str], at: int, index: NameIndex) -> int:
    """How many words a name that begins here may take: no word lies within that is of no name."""
    furthest = min(index.reach.get(stems[at], 0), len(stems) - at)
    return next((length for length in range(1, furthest) if stems[at + length] not in index.reach), furthest)


_NOTHING = Spans.of(())


def _runs(
    words: Sequence[Word],
    taken: Spans,
    ends_of_states: set[int],
    text: str,
    named: Spans = _NOTHING,
    parting: frozenset[str] = _PARTING,
) -> Iterator[list[Word]]:
    """Stretches of words that nothing parts, without the small ones."""
    run: list[Word] = []
    last, before = 0, ""
    for word in words:
        # "Same question for Hungary" does not name the question of Hungary.
        is_taken = taken.touch(word) or named.touch(word) or (word.folded == "question" and before == "same")
        before = word.folded
        parted = text[last : word.start] != " " and _BREAK.search(text, last, word.start)
        if is_taken or parted or (word.folded in parting and last in ends_of_states):
            yield run
            run = []
        last = word.end
        if not is_taken and word.folded not in _SMALL:
            run.append(word)
    yield run
