"""The words of a French, Spanish, German, Portuguese or Italian question -> the English words that the reader's tables know.

Phrase by phrase, then into English order: "Wie hat Ungarn über das Kuba-Embargo abgestimmt?" is read as
"how did hungary vote on the cuba embargo". The tables are in store/data/languages.json; how they are written is said there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from bot.understand.clean import Word

ENGLISH = "en"
LANGUAGES = ("fr", "es", "de", "pt", "it")

Reading = tuple[tuple[str, str], ...]
"""English words, each with its part in the sentence (see `_Item.part`)."""

_MOST_WORDS_OF_A_PHRASE = 8
_WIDEST_GAP = 2  # a phrase may run over a comma and its blank: "stimmt es, dass"

_NAME_OR_SUBJECT = frozenset("ns")
_WITHIN_A_SUBJECT = frozenset("dco")
_ADVERBS = frozenset({"also", "really", "always", "ever"})
_POSITIONS = frozenset({"against", "for", "favour", "yes", "no"})
_BASE_FORMS = {
    "voted": "vote", "abstained": "abstain", "supported": "support", "opposed": "oppose", "rejected": "reject", "approved": "approve",
    "adopted": "adopt", "vetoed": "veto", "participated": "participate", "changed": "change", "agreed": "agree", "did": "do",
}  # fmt: skip


def language_of(tokens: Sequence[Word]) -> str:
    """ "fr", "es", "de", "pt", "it", or "en": English unless the small words clearly are another language's.

    Names of states only decide between languages that the small words suggest: "how did Deutschland vote" is English.
    """
    marks, names = _marks(), _names()
    scores = dict.fromkeys((ENGLISH, *LANGUAGES), 0)
    for token in tokens:
        for language, weight in marks.get(token.folded, ()):
            scores[language] += weight
    suggested = [language for language in LANGUAGES if scores[language]]
    for token in tokens:
        for language in names.get(token.folded, ()):
            if language in suggested:
                scores[language] += 1
    best = max(suggested, key=scores.__getitem__, default=ENGLISH)
    return best if scores[best] >= 2 and scores[best] > scores[ENGLISH] else ENGLISH


def in_english(tokens: Sequence[Word], language: str) -> tuple[Word, ...]:
    """The words with `folded` read in English and in English order; those of an English question come back as they are.

    Offsets never decrease. The words of a phrase all carry the offsets of the phrase; a verb that is brought forward is empty
    in the text (`start == end`) and stands behind the word that it follows. Words without meaning here are left out.
    """
    if language not in LANGUAGES or not tokens:
        return tuple(tokens)
    table = _table(language)
    items = _arranged(_items(tokens, table))
    return tuple(Word(item.text, item.word, item.start, item.end) for item in items)


@dataclass(frozen=True, slots=True)
class _Item:
    """An English word on its way into the sentence.

    `part`: v finite verb, l participle that stands late, a auxiliary, b "was" before a participle, q adverb that asks, w subject that
    asks, n name, s other subject, d determiner, o "of", c conjunction, p preposition, t "that", x negation, or nothing.
    `opens`: a mark or the beginning of the text stands before it.
    """

    word: str
    part: str
    text: str
    start: int
    end: int
    opens: bool


@dataclass(frozen=True, slots=True)
class _Verbs:
    """Verbs of several words, "n'a-t-elle pas voté": before the auxiliary, the auxiliaries, between, and the participles."""

    before: frozenset[str]
    auxiliaries: frozenset[str]
    between: frozenset[str]
    participles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Table:
    """One language: phrases of folded words, phrases of roots, and for the first word of each the longest that begins so."""

    phrases: Mapping[str, Reading]
    longest: Mapping[str, int]
    roots: Mapping[str, Reading]
    longest_roots: Mapping[str, int]
    root_of: Callable[[str], str]
    verbs: _Verbs | None
    splits_compounds: bool


# Reading -----------------------------------------------------------------------------------------------------------------


def _items(tokens: Sequence[Word], table: _Table) -> list[_Item]:
    folded = [_without_umlaut_digraphs(w.folded, table) if table.splits_compounds else w.folded for w in tokens]
    roots = [table.root_of(word) for word in folded]
    joined = [True] * len(tokens)
    for i in range(len(tokens) - 1):
        joined[i] = tokens[i + 1].start - tokens[i].end <= _WIDEST_GAP
    opening = [i == 0 or tokens[i].start - tokens[i - 1].end > 1 for i in range(len(tokens))]
    items: list[_Item] = []
    at, opens = 0, True
    while at < len(tokens):
        opens = opens or opening[at]
        length, reading = _verb_at(folded, at, table) or _phrase_at(folded, roots, joined, at, table)
        if reading:
            items.extend(_placed(reading, tokens[at : at + length], opens))
            opens = False
        at += length
    return items


def _phrase_at(folded: list[str], roots: list[str], joined: list[bool], at: int, table: _Table) -> tuple[int, Reading]:
    """The longest phrase that begins here, and how many words it takes; an unknown word is its own reading."""
    reach = 1
    most = max(table.longest.get(folded[at], 1), table.longest_roots.get(roots[at], 1))
    while reach < most and at + reach < len(folded) and joined[at + reach - 1]:
        reach += 1
    for length in range(reach, 0, -1):
        reading = table.phrases.get(" ".join(folded[at : at + length]))
        if reading is None:
            reading = table.roots.get(" ".join(roots[at : at + length]))
        if reading is not None:
            return length, reading
    word = folded[at]
    if table.splits_compounds and len(word) >= _SHORTEST_COMPOUND and word.isalpha():
        return 1, _compound(word) or ((word, ""),)
    return 1, ((word, ""),)


def _verb_at(folded: list[str], at: int, table: _Table) -> tuple[int, Reading] | None:
    """A verb of several words, "s'est-elle abstenue": how many words it takes, and its reading with negation and adverbs."""
    verbs = table.verbs
    if verbs is None or (folded[at] not in verbs.before and folded[at] not in verbs.auxiliaries):
        return None
    i = at
    while i < len(folded) and folded[i] in verbs.before:
        i += 1
    if i == len(folded) or folded[i] not in verbs.auxiliaries:
        return None
    first_between = i = i + 1
    while i < len(folded) and folded[i] in verbs.between:
        i += 1
    for length in range(min(4, len(folded) - i), 0, -1):
        verb = verbs.participles.get(" ".join(folded[i : i + length]))
        if verb is not None:
            return i + length - at, _verb_reading(folded[at:first_between], folded[first_between:i], verb, table)
    return None


def _verb_reading(before: Sequence[str], between: Sequence[str], verb: str, table: _Table) -> Reading:
    words = [part for word in (*before[:-1], *between) for part in table.phrases.get(word, ()) if part[1] == "x" or part[0] in _ADVERBS]
    # "Non ha mai votato" is never, "ha mai votato" is ever; "n'a jamais voté" has only one negation.
    negated = [part for part in words if part[1] == "x"]
    if ("never", "x") in negated:
        ever = "mai" in between and "non" not in before
        words = [*(part for part in words if part[1] != "x"), ("ever", "") if ever else ("never", "x")]
    passive = not _PASSIVE.isdisjoint(between) or (before[-1] in _TO_BE and verb in ("adopted", "rejected", "approved"))
    main, *rest = verb.split()
    tail = tuple((word, "") for word in rest)
    if passive:
        return (("was", "b"), *words, (main, ""), *tail)
    return (*words, (main, "v"), *tail)


_PASSIVE = frozenset({"ete", "sido", "stata", "stato"})
_TO_BE = frozenset({"est", "sont", "etait", "etaient", "e", "sono", "era", "erano"})


def _placed(reading: Reading, tokens: Sequence[Word], opens: bool) -> list[_Item]:
    """The words of a reading at their places: of a name word by word, so that no word stretches over what is not its own."""
    if len(reading) == len(tokens) == 1:
        (word, part), token = reading[0], tokens[0]
        return [_Item(word, part, token.text, token.start, token.end, opens)]
    start, end = tokens[0].start, tokens[-1].end
    whole = " ".join(token.text for token in tokens)
    by_word = all(part == "n" for _, part in reading)
    placed = []
    for number, (word, part) in enumerate(reading):
        if by_word:
            own = tokens[min(number, len(tokens) - 1)]
            start, end = own.start, own.end
        placed.append(_Item(word, part, whole if len(reading) == 1 else word, start, end, opens and number == 0))
    return placed


# Arranging ---------------------------------------------------------------------------------------------------------------


def _arranged(items: list[_Item]) -> list[_Item]:
    """Verbs where English has them: "did" before the subject of a question, the verb behind the subject."""
    for at, item in enumerate(items):
        if item.word == "what" and item.part == "q" and at and not item.opens and items[at - 1].part not in ("c", "p"):
            items[at] = replace(item, word="that", part="")
    at = 0
    while at < len(items):
        match items[at].part:
            case "l":
                _bring_forward(items, at)
            case "v":
                at = _ask_with_did(items, at)
            case "b" if _asks(items, at):
                items.insert(at + 1, _behind(items[at], "it"))
        at += 1
    return items


def _bring_forward(items: list[_Item], late: int) -> None:
    """German: "hat Ungarn gegen X gestimmt" -> "did hungary vote against x", "wer hat gegen X gestimmt" -> "who voted against x"."""
    verb = items[late].word
    auxiliary = next((i for i in range(late - 1, -1, -1) if items[i].part in ("a", "l", "v")), None)
    if auxiliary is not None and items[auxiliary].part != "a":
        auxiliary = None
    if auxiliary is None:
        # A clause with its verb at the end, "dass Ungarn gegen X gestimmt hat", or with none, "wer gegen X gestimmt".
        if late + 1 < len(items) and items[late + 1].part == "a":
            del items[late + 1]
        del items[late]
        first = next((i + 1 for i in range(late - 1, -1, -1) if items[i].part in ("t", "w")), 0)
        to = _verb_place(items, first, late)
        _insert_verb(items, to, verb, late)
        return
    del items[late]
    if _asks(items, auxiliary) or _subject_follows(items, auxiliary):
        items[auxiliary] = replace(items[auxiliary], word="did", part="")
        _finish_question(items, auxiliary, verb, late)
    else:
        items[auxiliary] = replace(items[auxiliary], word=verb, part="")
        _negate(items, auxiliary, late)


def _ask_with_did(items: list[_Item], at: int) -> int:
    """Romance and simple past: "¿votó Hungría en contra?" -> "did hungary vote against". Gives the place to go on from."""
    verb = items[at].word
    negated = at > 0 and items[at - 1] == replace(items[at - 1], word="not", part="x")
    first = at - 1 if negated else at
    if first and items[first - 1].part == "t":
        to = _subject_end(items, at + 1)
        if to > at + 1 and not negated:
            items.insert(to, replace(_behind(items[to - 1], verb), part=""))
            del items[at]
        return at
    if not (_asks(items, first) or _subject_follows(items, at)):
        if negated:
            items[first : at + 1] = [replace(items[first], word="did", part=""), replace(items[first], word="not", part=""), _base(items[at])]
            return at + 1
        _negate(items, at, len(items))
        return at
    items[at] = replace(items[at], word="did", part="", opens=items[first].opens)
    if negated:
        items[at] = replace(items[at], word="didn't" if _names_position(items, at, verb) else "did", start=items[first].start)
        if items[at].word == "did":
            items.insert(_subject_end(items, at + 1), replace(_behind(items[_subject_end(items, at + 1) - 1], "not"), part="x"))
        del items[first]
        at = first
    _finish_question(items, at, verb, len(items))
    return at


def _finish_question(items: list[_Item], did: int, verb: str, limit: int) -> None:
    """Put the verb behind the subject of "did"; where the words name none, a pronoun stands in."""
    to = _verb_place(items, did + 1, limit)
    if to == did + 1 and items[did].word != "do":
        items.insert(to, _behind(items[did], "they"))
        to += 1
        limit += 1
    _insert_verb(items, to, verb, limit, asked_at=did)


def _insert_verb(items: list[_Item], to: int, verb: str, limit: int, asked_at: int | None = None) -> None:
    negation = next((i for i in range(to, min(limit, len(items))) if items[i].word == "not" and items[i].part == "x"), None)
    if negation is not None:
        if asked_at is not None and _names_position(items, to, verb):
            items[asked_at] = replace(items[asked_at], word="didn't")
            del items[negation]
        elif asked_at is not None:
            items.insert(to, _behind(items[to - 1], "not"))
            del items[negation + 1]
            to += 1
        else:
            del items[negation]
            items.insert(to, _behind(items[to - 1] if to else items[0], "did"))
            items.insert(to + 1, _behind(items[to], "not"))
            to += 2
    did = asked_at is not None or negation is not None
    place = _behind(items[to - 1], verb) if to else _Item(verb, "", "", 0, 0, True)
    items.insert(to, _base(place) if did else place)


def _negate(items: list[_Item], verb: int, limit: int) -> None:
    """ "voted not against" -> "did not vote against"."""
    negation = next((i for i in range(verb + 1, min(limit, len(items), verb + 3)) if items[i].word == "not" and items[i].part == "x"), None)
    if negation is not None:
        del items[negation]
        items[verb : verb + 1] = [replace(items[verb], word="did"), _behind(items[verb], "not"), _behind(items[verb], _base(items[verb]).word)]


def _asks(items: list[_Item], at: int) -> bool:
    """Whether a verb here opens a question: first in its clause, or behind "how", "when", "how often"."""
    return at == 0 or items[at - 1].part in ("q", "c") or (items[at].opens and items[at - 1].part not in _NAME_OR_SUBJECT and items[at - 1].part != "w")


def _subject_follows(items: list[_Item], at: int) -> bool:
    return bool(at) and items[at - 1].part not in ("n", "s", "w") and _subject_end(items, at + 1) > at + 1


def _subject_end(items: list[_Item], first: int) -> int:
    """Where the states that begin here end; `first` itself where none do."""
    end = first
    for i in range(first, len(items)):
        part = items[i].part
        if part in _NAME_OR_SUBJECT and part:
            end = i + 1
        elif not (part and part in _WITHIN_A_SUBJECT) and items[i].word not in _ADVERBS:
            break
    return end


def _verb_place(items: list[_Item], first: int, limit: int) -> int:
    """Behind the subject; of a name that is not known, before the first preposition, or else at the end."""
    end = _subject_end(items, first)
    if end > first:
        return end
    limit = min(limit, len(items))
    return next((i for i in range(first, limit) if items[i].part in ("p", "x")), limit)


def _names_position(items: list[_Item], first: int, verb: str) -> bool:
    return verb != "voted" or any(item.word in _POSITIONS for item in items[first:])


def _base(item: _Item) -> _Item:
    return replace(item, word=_BASE_FORMS.get(item.word, item.word), part="")


def _behind(item: _Item, word: str) -> _Item:
    """A word that the text has not in this place, behind one that it has."""
    return _Item(word, "", "", item.end, item.end, False)


# Tables ------------------------------------------------------------------------------------------------------------------

_SHORTEST_COMPOUND = 7
_SHORTEST_ROOT = 4
_GERMAN_ENDING = re.compile(r"(?:ern|en|er|es|em|e|n|s)$")
_ROMANCE_ENDINGS = {
    "fr": (re.compile(r"e*[sx]?$"),),
    "es": (re.compile(r"s$"), re.compile(r"[aeo]$")),
    "pt": (re.compile(r"s$"), re.compile(r"[aeo]$")),
    "it": (re.compile(r"[aeio]$"),),
}
_PORTUGUESE_PLURALS = (("oes", "ao"), ("aes", "ao"), ("ais", "al"), ("eis", "el"))


@cache
def _written() -> Any:
    return json.loads((files("store") / "data" / "languages.json").read_text(encoding="utf-8"))


@cache
def _marks() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """For a folded word the languages that it speaks for, strongly (2) or weakly (1)."""
    found: dict[str, list[tuple[str, int]]] = {}
    for language, words in _written()["marks"].items():
        for weight, kind in ((2, "strong"), (1, "weak")):
            for word in words[kind].split():
                found.setdefault(word, []).append((language, weight))
    return {word: tuple(marks) for word, marks in found.items()}


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """Names of states of one word that English spells otherwise, and whose they are."""
    found: dict[str, list[str]] = {}
    for english, *others in _written()["states"]:
        for language, names in zip(LANGUAGES, others, strict=True):
            for name in names.split("|"):
                if " " not in name and name != english:
                    found.setdefault(name, []).append(language)
    return {name: tuple(languages) for name, languages in found.items()}


@cache
def _table(language: str) -> _Table:
    written, column = _written(), LANGUAGES.index(language) + 1
    root_of = _root_of(language)
    phrases: dict[str, Reading] = {}
    roots: dict[str, Reading] = {}
    for english, alternatives in written["grammar"][language].items():
        reading = _reading(english)
        for phrase in alternatives.split("|"):
            phrases.setdefault(phrase, reading)
    for rows, part in (("states", "n"), ("topics", "")):
        for row in written[rows]:
            reading = tuple((word, part) for word in row[0].split())
            for phrase in row[column].split("|"):
                phrases.setdefault(phrase, reading)
                roots.setdefault(" ".join(map(root_of, phrase.split())), reading)
    verbs = written["verbs"].get(language)
    return _Table(
        phrases=phrases,
        longest=_longest(phrases),
        roots=roots,
        longest_roots=_longest(roots),
        root_of=root_of,
        verbs=_Verbs(
            frozenset(verbs["before"].split("|")),
            frozenset(verbs["auxiliaries"].split("|")),
            frozenset(verbs["between"].split("|")),
            {phrase: english for english, found in verbs["participles"].items() for phrase in found.split("|")},
        )
        if verbs
        else None,
        splits_compounds=language == "de",
    )


def _reading(english: str) -> Reading:
    """ "how/q voted/v" -> (("how", "q"), ("voted", "v"))."""
    pairs = (word.partition("/") for word in english.split())
    return tuple((word, part) for word, _, part in pairs)


def _longest(phrases: Mapping[str, Reading]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for phrase in phrases:
        first, length = phrase.partition(" ")[0], phrase.count(" ") + 1
        if length > longest.get(first, 1):
            longest[first] = min(length, _MOST_WORDS_OF_A_PHRASE)
    return longest


def _root_of(language: str) -> Callable[[str], str]:
    """The function that takes the ending off a folded word of that language, so that cases, genders and numbers meet."""
    if language == "de":
        return lru_cache(maxsize=4096)(lambda word: _shortened(word, _GERMAN_ENDING))
    endings = _ROMANCE_ENDINGS[language]
    plurals = _PORTUGUESE_PLURALS if language == "pt" else ()

    @lru_cache(maxsize=4096)
    def root(word: str) -> str:
        for plural, singular in plurals:
            if word.endswith(plural) and len(word) > len(plural) + 1:
                word = word.removesuffix(plural) + singular
        for ending in endings:
            word = _shortened(word, ending)
        return word

    return root


def _shortened(word: str, ending: re.Pattern[str]) -> str:
    short = ending.sub("", word, count=1)
    return short if len(short) >= _SHORTEST_ROOT else word


def _without_umlaut_digraphs(word: str, table: _Table) -> str:
    """ "Oesterreich" -> "osterreich", where that is a known word."""
    if "e" not in word or word in table.phrases:
        return word
    plain = _DIGRAPH.sub(r"\1", word)
    return plain if plain != word and (plain in table.phrases or table.root_of(plain) in table.roots) else word


_DIGRAPH = re.compile(r"([aou])e")


@lru_cache(maxsize=2048)
def _compound(word: str) -> Reading | None:
    """The readings of the parts of a German compound, in their order: "gazaabstimmung" -> gaza, vote."""
    for cut in range(len(word) - 3, 2, -1):
        left = _part_of_compound(word[:cut], last=False)
        if left is None:
            continue
        rest = word[cut:]
        right = _part_of_compound(rest, last=True) or (_compound(rest) if len(rest) >= _SHORTEST_COMPOUND else None)
        if right is not None:
            return left + right
    return None


def _part_of_compound(word: str, *, last: bool) -> Reading | None:
    table = _table("de")
    forms = (word,) if last else (word, *(word.removesuffix(link) for link in ("s", "n", "en", "es") if word.endswith(link)))
    for form in forms:
        reading = table.phrases.get(form) if len(form) >= _SHORTEST_ROOT else None
        if reading is None and len(form) >= _SHORTEST_ROOT:
            reading = table.roots.get(table.root_of(form))
        if reading and all(part in ("", "n", "s") for _, part in reading):
            return tuple((word, "" if part == "s" else part) for word, part in reading)
    return None
