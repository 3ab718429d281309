"""The words of a French, Spanish, German, Portuguese or Italian question -> the English words that the reader's tables know.

Phrase by phrase, then into English order: "Wie hat Ungarn über das Kuba-Embargo abgestimmt?" is read as
"how did hungary vote on the cuba embargo".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.translation import ENGLISH
from bot.understand.clean import Word
from bot.understand.english_order import ADVERBS, Item, arranged, behind
from bot.understand.language_tables import (
    LANGUAGES,
    SHORTEST_COMPOUND,
    Reading,
    Table,
    compound_reading,
    is_compound,
    marks_of_languages,
    names_of_states,
    table_of,
    without_digraphs,
)
from bot.understand.spans import Span

_LEAST_SCORE = 2
_WIDEST_GAP = 2  # a phrase may run over a comma and its blank: "stimmt es, dass"


def language_of(tokens: Sequence[Word]) -> str:
    """ "fr", "es", "de", "pt", "it", or "en": English unless the small words clearly are another language's.

    Names of states only decide between languages that the small words suggest: "how did Deutschland vote" is English.
    """
    return language_told(tokens) or ENGLISH


def language_told(tokens: Sequence[Word]) -> str | None:
    """The same; None where the text does not tell, as "ES-11/8?" and "Ukraine?" do not."""
    marks, names = marks_of_languages(), names_of_states()
    scores = dict.fromkeys((ENGLISH, *LANGUAGES), 0)
    letters = dict.fromkeys(LANGUAGES, 0)
    for token in tokens:
        word = token.folded
        for language, weight in marks.get(word, ()):
            if len(word) > 1:
                scores[language] += weight
            else:
                letters[language] += weight
    if not any(scores.values()) and any(is_compound(token.folded) for token in tokens):
        return "de"
    told_english = ENGLISH if scores[ENGLISH] >= _LEAST_SCORE else None
    if not any(scores[language] or letters[language] for language in LANGUAGES):
        return told_english
    named = [language for token in tokens for language in names.get(token.folded, ())]
    for language in LANGUAGES:
        # Single letters are in symbols too, "A/RES/181(II)[A]", and say something only beside a word of their language.
        if scores[language] or language in named:
            scores[language] += letters[language]
        if scores[language]:
            scores[language] += named.count(language)
    best = max(LANGUAGES, key=scores.__getitem__)
    return best if scores[best] >= _LEAST_SCORE and scores[best] > scores[ENGLISH] else told_english


def in_english(tokens: Sequence[Word], language: str, groups: Sequence[Span] = ()) -> tuple[Word, ...]:
    """The words with `folded` read in English and in English order; those of an English question come back as they are.
    `groups`: where groups are named in several words ("pays africains"), which nothing may part.

    Offsets never decrease. The words of a phrase all carry the offsets of the phrase; a verb that is brought forward is empty
    in the text (`start == end`) and stands behind the word that it follows. Words without meaning here are left out.
    """
    if language not in LANGUAGES or not tokens:
        return tuple(tokens)
    table = table_of(language)
    items = arranged(_items(tokens, table, groups))
    return tuple(Word(item.text, item.word, item.start, item.end) for item in items)


def words_unknown(tokens: Sequence[Word], language: str) -> tuple[Word, ...]:
    """Those that the language's table has no reading for: names, words of a topic, and words that may change what is said."""
    if language not in LANGUAGES:
        return ()
    table = table_of(language)
    folded = [_spelling(w, table) for w in tokens]
    return tuple(
        tokens[at]
        for at, length, reading in _readings(tokens, folded, table)
        if length == 1 and reading == ((folded[at], ""),) and not _is_known(folded[at], table)
    )


def _is_known(word: str, table: Table) -> bool:
    verbs = table.verbs
    of_verb = verbs is not None and word in verbs.before | verbs.auxiliaries | verbs.between
    return of_verb or word in table.phrases or table.root_of(word) in table.roots


def _readings(tokens: Sequence[Word], folded: list[str], table: Table) -> Iterator[tuple[int, int, Reading]]:
    """Phrase by phrase: at which word it begins, how many words it takes, and its reading."""
    roots = [table.root_of(word) for word in folded]
    joined = [True] * len(tokens)
    for i in range(len(tokens) - 1):
        joined[i] = tokens[i + 1].start - tokens[i].end <= _WIDEST_GAP
    at = 0
    while at < len(tokens):
        length, reading = _verb_at(folded, at, table) or _phrase_at(folded, roots, joined, at, table)
        yield at, length, reading
        at += length


def _items(tokens: Sequence[Word], table: Table, groups: Sequence[Span]) -> list[Item]:
    folded = [_spelling(w, table) for w in tokens]
    opening = [i == 0 or tokens[i].start - tokens[i - 1].end > 1 for i in range(len(tokens))]
    items: list[Item] = []
    ends = dict(groups)
    group_end, opens = 0, True
    for at, length, read_as in _readings(tokens, folded, table):
        opens = opens or opening[at]
        reading = (("on", "p"),) if _is_on(tokens, at, table) else read_as
        if not reading:
            continue
        if _is_genitive(folded[at], reading, items, table):
            items.append(behind(items[-1], "of"))
        group_end = ends.get(tokens[at].start, group_end)
        of_group = tokens[at].start < group_end
        read = tuple((word, "n") for word, _ in reading) if of_group else reading
        items.extend(_placed(read, tokens[at : at + length], opens))
        opens = False
    return items


def _is_on(tokens: Sequence[Word], at: int, table: Table) -> bool:
    """German "zu" before a noun, "die DDR | zu | Kampuchea"; before a verb it only says that that is an infinitive."""
    return table.splits_compounds and tokens[at].folded == "zu" and at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()


def _phrase_at(folded: list[str], roots: list[str], joined: list[bool], at: int, table: Table) -> tuple[int, Reading]:
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
    if table.splits_compounds and len(word) >= SHORTEST_COMPOUND and word.isalpha():
        return 1, compound_reading(word) or ((word, ""),)
    return 1, ((word, ""),)


def _spelling(token: Word, table: Table) -> str:
    """The folded word, or the word with its accent where that makes another of it: "vetó" is no "veto"."""
    if not token.text.isascii() and (accented := token.text.lower()) in table.phrases:
        return accented
    return without_digraphs(token.folded, table) if table.splits_compounds else token.folded


def _is_genitive(word: str, reading: Reading, items: Sequence[Item], table: Table) -> bool:
    """German "Ausschluss Russlands": a name with an s of its own behind a noun."""
    if not table.splits_compounds or not items or items[-1].part or reading[0][1] != "n":
        return False
    return word.endswith("s") and word not in table.phrases


def _verb_at(folded: list[str], at: int, table: Table) -> tuple[int, Reading] | None:
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


def _verb_reading(before: Sequence[str], between: Sequence[str], verb: str, table: Table) -> Reading:
    around = [part for word in (*before[:-1], *between) for part in table.phrases.get(word, ())]
    words = [part for part in around if part[1] == "x" or part[0] in ADVERBS]
    # "Non ha mai votato" is never, "ha mai votato" is ever; "n'a jamais voté" has only one negation.
    negated = [part for part in words if part[1] == "x"]
    if ("never", "x") in negated:
        ever = "mai" in between and "non" not in before
        words = [*(part for part in words if part[1] != "x"), ("ever", "") if ever else ("never", "x")]
    passive = not _PASSIVE.isdisjoint(between) or (before[-1] in _TO_BE and verb in ("adopted", "rejected", "approved"))
    main, *rest = verb.split()
    tail = tuple((word, "") for word in rest)
    if passive:
        return (("was", "b"), *words, ("adopted" if main == "approved" else main, ""), *tail)
    asks = not _PRONOUNS.isdisjoint(between)
    return (*words, (main, "i" if asks else "v"), *tail)


_PRONOUNS = frozenset({"il", "elle", "ils", "elles", "on"})
_PASSIVE = frozenset({"ete", "sido", "stata", "stato"})
_TO_BE = frozenset({"est", "sont", "etait", "etaient", "e", "sono", "era", "erano"})


def _placed(reading: Reading, tokens: Sequence[Word], opens: bool) -> list[Item]:
    """The words of a reading at their places: of a name word by word, so that no word stretches over what is not its own."""
    if len(reading) == len(tokens) == 1:
        (word, part), token = reading[0], tokens[0]
        return [Item(word, part, token.text, token.start, token.end, opens)]
    start, end = tokens[0].start, tokens[-1].end
    whole = " ".join(token.text for token in tokens)
    by_word = len(reading) == len(tokens) or all(part == "n" for _, part in reading)
    placed = []
    for number, (word, part) in enumerate(reading):
        if by_word:
            own = tokens[min(number, len(tokens) - 1)]
            # The last word reaches to the end of the name: what follows must not lie within "Corea del Norte".
            start, end = own.start, tokens[-1].end if number == len(reading) - 1 else own.end
        placed.append(Item(word, part, whole if len(reading) == 1 else word, start, end, opens and number == 0))
    return placed
