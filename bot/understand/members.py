"""A question -> the states, groups and others without a vote that it names, each with its place in the text.

The longest name wins ("South Sudan" before "Sudan"), a name before a misspelling of the same length, a misspelling of a long
name before a short name inside it ("Guinea Bisau" is not Guinea). What a name does in the sentence, voter or topic, is decided
later, from its place.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.question import GroupMention, MemberMention, NonMemberMention
from bot.understand.doubtful_names import Doubt, Found, settle
from bot.understand.exceptions import except_members
from bot.understand.lexicon import Entry, Lexicon
from bot.understand.near_names import errors_for, is_plain, respell, respell_voter, same_but_for_blanks, together, words_like
from bot.understand.spans import Spans
from bot.understand.stopwords import STOPWORDS
from bot.understand.voter_places import a_voter_fits, only_a_voter_fits
from store.name_keys import TOKEN, word_key


@dataclass(frozen=True, slots=True)
class MembersRead:
    """All in text order. `near`: words that look like a state's name and are too far from it to be taken for it."""

    members: tuple[MemberMention, ...] = ()
    groups: tuple[GroupMention, ...] = ()
    non_members: tuple[NonMemberMention, ...] = ()
    near: tuple[MemberMention, ...] = ()


def read_members(
    text: str,
    lexicon: Lexicon,
    taken: Sequence[tuple[int, int]] = (),
    known_words: Container[str] = frozenset(),
    *,
    edited: bool = False,
) -> MembersRead:
    """Read every name in `text`. Nothing is read in the spans of `taken`; no word of `known_words` is taken for a misspelt name.
    `edited`: running prose, in which a dash takes no states from a group.

    "us-isreal agreement" -> USA at 0..2, ISR at 3..9 with `corrected` "Israel".
    """
    words = _words(text, taken, lexicon, known_words)
    found = settle(text, list(_names_in(text, words, lexicon)))
    sure = [f for f in found if f.sure]
    groups = [_group(text, f, edited) for f in sure if f.entry.group and not _is_of_another_council(text, f)]
    members = [_member(text, f, lexicon) for f in sure if f.entry.codes]
    with_exceptions, other_members = except_members(text, groups, members, edited=edited)
    return MembersRead(
        members=other_members,
        groups=with_exceptions,
        non_members=tuple(_non_member(text, f) for f in sure if f.entry.non_member),
        near=tuple(_member(text, f, lexicon) for f in found if not f.sure and f.entry.codes),
    )


_ITS_MEMBERS = re.compile(r"[ -](?:members(?: states)?|member (?:states|countries|nations))\b", re.IGNORECASE)
_ANOTHER_COUNCIL = re.compile(
    r"\b(?:arctic|turkic|atlantic|european|nordic|baltic|barents|cooperation|trusteeship|social|rights|world|islamic|human) $",
    re.IGNORECASE,
)


def _group(text: str, found: Found, edited: bool) -> GroupMention:
    """With the word for its members behind it: "Association of Southeast Asian Nations members"."""
    members = None if edited else _ITS_MEMBERS.match(text, found.end)
    end = members.end() if members else found.end
    return GroupMention(found.entry.group or "", text[found.start : end], found.start, end)


def _is_of_another_council(text: str, found: Found) -> bool:
    """ "Arctic Council members" are not the Security Council's."""
    return found.entry.group == "council" and _ANOTHER_COUNCIL.search(text, 0, found.start) is not None


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text. `tail`: without a possessive s; `head`: without a French or Italian article ("l'Ukraine").

    `follows`: only blanks, a hyphen or the like lie between it and the word before; `after_comma`: a comma and a blank do.
    `plain`: an ordinary word, never a misspelt name.
    """

    text: str
    key: str
    tail: str
    head: str
    start: int
    end: int
    tail_end: int
    head_start: int
    follows: bool
    after_comma: bool
    plain: bool


_BETWEEN = re.compile(r"[ \t]*[-\u2010-\u2013./()]?[ \t]*\(?")
_COMMA = re.compile(r"[ \t]*,[ \t]+")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_ARTICLE = re.compile(r"^(?:l|d|qu|un|all|dell|dall|nell|sull|quell)['’ʼ]", re.IGNORECASE)
_APOSTROPHE = re.compile("['’ʼ]")
_SPOKEN_CODES = frozenset({"uk", "usa", "uae", "drc", "dprk", "ussr", "gdr", "frg", "prc", "png", "ksa"})
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONGEST_EAST_ASIAN = 12
_MOST_PIECES = 6
_SHORTEST_IN_PIECES = 6
_BODIES = frozenset({"GA", "SC"})  # the codes of Gabon and the Seychelles; beside votes, always the Assembly and the Council
_PLAIN_SLIP_FROM = 6  # letters of a name's word that an ordinary word may be a slip of ("Marshal Islands", "untied states")


def _words(text: str, taken: Sequence[tuple[int, int]], lexicon: Lexicon, known: Container[str]) -> list[_Word]:
    taken_up = Spans.of(taken)
    words: list[_Word] = []
    last = -1
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if taken_up.meet(start, end):
            continue
        written = match.group()
        key = tail = head = word_key(written)
        tail_end, head_start = end, start
        if not written.isalnum() and _APOSTROPHE.search(written):
            if possessive := _POSSESSIVE.search(written):
                tail, tail_end = word_key(written[: possessive.start()]), start + possessive.start()
            if article := _ARTICLE.match(written):
                head, head_start = word_key(written[article.end() :]), start + article.end()
        gap = text[last:start] if last >= 0 else "."
        follows = gap == " " or (last >= 0 and _BETWEEN.fullmatch(gap) is not None)
        after_comma = not follows and _COMMA.fullmatch(gap) is not None
        plain = is_plain(tail, lexicon, known) or (head != key and is_plain(head, lexicon, known))
        words.append(_Word(written, key, tail, head, start, end, tail_end, head_start, follows, after_comma, plain))
        last = end
    return words


def _names_in(text: str, words: Sequence[_Word], lexicon: Lexicon) -> Iterator[Found]:
    shouted = not any(c.islower() for c in text)
    misspelt = _misspelt_phrases(words, lexicon)
    at = 0
    while at < len(words):
        word = words[at]
        if not word.text.isascii() and _EAST_ASIAN.search(word.text):
            yield from _east_asian_names(word, lexicon)
            at += 1
            continue
        found = _at(text, words, at, misspelt.get(at, ()), lexicon, shouted)
        if found is None or (word.key == "the" and _phrase(words, at + 1, lexicon)):
            # "the West New Guinea agreement" is not about the West.
            at += 1
            continue
        if found.entry.names_somebody:
            yield found
        at += found.words


def _at(text: str, words: Sequence[_Word], at: int, misspelt: Sequence[Found], lexicon: Lexicon, shouted: bool) -> Found | None:
    """The name that begins at this word: the longest, and a name before a misspelling of the same length."""
    phrases = [f for f in (_phrase(words, at, lexicon), *misspelt, _in_pieces(words, at, lexicon)) if f is not None]
    if not phrases:
        return _single(text, words[at], lexicon, shouted)
    longest = max(phrases, key=lambda f: f.words)
    if not longest.errors:
        return longest
    fewest = min(f.errors for f in phrases if f.words == longest.words)
    entry = together([f.entry for f in phrases if f.words == longest.words and f.errors == fewest])
    return None if entry is None else Found(entry, longest.start, longest.end, longest.words, errors=fewest)


def _phrase(words: Sequence[_Word], at: int, lexicon: Lexicon) -> Found | None:
    """A name of several words, exactly."""
    if at >= len(words):
        return None
    first = words[at]
    reach = lexicon.longest.get(first.key, 1)
    if first.head != first.key:
        reach = max(reach, lexicon.longest.get(first.head, 1))
    if reach == 1:
        return None
    reach = min(reach, len(words) - at)
    for length in range(2, reach + 1):
        if not (words[at + length - 1].follows or words[at + length - 1].after_comma):
            reach = length - 1
            break
    for length in range(reach, 1, -1):
        last = words[at + length - 1]
        middle = [w.key for w in words[at + 1 : at + length - 1]]
        if any(w.after_comma for w in words[at + 1 : at + length]) and not _is_inverted(middle, last.key):
            continue
        for head, start in {(first.key, first.start), (first.head, first.head_start)}:
            for tail, end in ((last.tail, last.tail_end), (last.tail.removesuffix("s"), last.tail_end)):
                entry = lexicon.entries.get(" ".join([head, *middle, tail]))
                if entry is not None:
                    doubt = Doubt.THE_STATES if (head, tail) == ("the", "states") and length == 2 else None
                    return Found(entry, start, end, length, doubt=doubt)
    return None


def _is_inverted(middle: Sequence[str], tail: str) -> bool:
    """Whether a comma may stand inside: "Korea, Republic of", "Congo, Democratic Republic of the"."""
    return tail in ("of", "the") and bool({"republic", "states", "state"} & set(middle))


def _misspelt_phrases(words: Sequence[_Word], lexicon: Lexicon) -> dict[int, list[Found]]:
    """For a word's number, the names of several words that begin there with one or two errors in them."""
    found: dict[int, list[Found]] = {}
    for place, key, name, windows in _possible_phrases(words, lexicon):
        for shift, longer in windows:
            start = place - name.index(key) + shift
            end = start + len(name) + longer
            if start >= 0 and end <= len(words) and (errors := _errors_in(words[start:end], name, lexicon)):
                entry = _entry_despite_error(words[start:end], name, lexicon)
                if entry is not None:
                    span = words[start].head_start, words[end - 1].tail_end
                    found.setdefault(start, []).append(Found(entry, *span, end - start, errors=errors))
    return found


def _possible_phrases(words: Sequence[_Word], lexicon: Lexicon) -> Iterator[tuple[int, str, tuple[str, ...], _Windows]]:
    """Names of several words that have one of these words, or one like it: its number, the word of the name, the name."""
    holding = lexicon.holding
    odd_before = [0, *accumulate(not word.plain for word in words)]  # words that are not ordinary before each place
    if not odd_before[-1]:
        return
    strange = [not (word.plain or word.tail in holding or word.tail in lexicon.entries) for word in words]
    similar: dict[str, list[str]] = {}
    for place, word in enumerate(words):
        # Without a word about that is neither ordinary nor a name there is no misspelling.
        first, last = max(0, place - _MOST_PIECES), min(place + _MOST_PIECES, len(words))
        if odd_before[first] == odd_before[last]:
            continue
        windows = _WINDOWS if any(strange[first:last]) else _WINDOWS[:1]
        for key in {word.key, word.tail, word.head}:
            yield from ((place, key, name, windows) for name in holding.get(key, ()))
        if strange[place]:
            if word.tail not in similar:
                similar[word.tail] = words_like(word.tail, lexicon)
            for key in similar[word.tail]:
                yield from ((place, key, name, _WINDOWS[:1]) for name in holding[key])


_Windows = tuple[tuple[int, int], ...]

# Where a name may begin, seen from where it would with one of its words in place, and how many words more or fewer it may be
# written with when an error falls on a blank.
_WINDOWS: _Windows = ((0, 0), (0, -1), (1, -1), (0, 1), (-1, 1))


def _errors_in(words: Sequence[_Word], name: Sequence[str], lexicon: Lexicon) -> int:
    """How many errors make these words of that name; 0 where they are none or more than two."""
    if len(words) != len(name):
        for word in words:
            if word.key not in name and (word.plain or word.key in lexicon.entries):
                return 0
        keys = [word.key for word in words]
        whole = keys[1:] == list(name) or keys[:-1] == list(name)
        joined = len(words) > 1 and all(word.follows for word in words[1:])
        return int(joined and not whole and same_but_for_blanks([w.tail for w in words], name))
    total = 0
    for word, meant in zip(words, name, strict=True):
        if meant != word.key and meant != word.tail and meant != word.head:
            errors = errors_for(word.tail, meant, len(name))
            # "120 Staaten" are no "G20 Staaten".
            is_word = word.plain and (errors > 1 or len(meant) < _PLAIN_SLIP_FROM)
            if not errors or word.tail.isdigit() or total + errors > 2 or is_word:
                return 0
            total += errors
    return total if all(word.follows for word in words[1:]) else 0


def _entry_despite_error(words: Sequence[_Word], name: Sequence[str], lexicon: Lexicon) -> Entry | None:
    """What the name stands for; where a word that differs is a state's own name, that state too ("Niger Republic")."""
    entry = lexicon.entries[" ".join(name)]
    others = (lexicon.entries.get(word.tail) for word in words if word.tail not in name)
    return together([entry, *(other for other in others if other is not None and other.main)])


def _in_pieces(words: Sequence[_Word], at: int, lexicon: Lexicon) -> Found | None:
    """A name with a blank too many or in the wrong place: "Niger ia", "Hun gary", "Republi cof Guinea"."""
    together_with = 1
    for word in words[at + 1 : at + _MOST_PIECES]:
        if not word.follows:
            break
        together_with += 1
    for length in range(together_with, 1, -1):
        part = words[at : at + length]
        if all(w.plain or w.key in lexicon.entries for w in part):
            break
        squeezed = "".join([part[0].head, *(w.key for w in part[1:-1]), part[-1].tail])
        if len(squeezed) < _SHORTEST_IN_PIECES:
            continue
        name = lexicon.joined.get(squeezed, squeezed)
        entry = lexicon.entries.get(name)
        # Of names of one word only a state's own: "Cuba in" is not the French for Cuban.
        if entry is not None and entry.names_somebody and (entry.main or " " in name):
            return Found(entry, part[0].head_start, part[-1].tail_end, length, errors=1)
    return None


def _single(text: str, word: _Word, lexicon: Lexicon, shouted: bool) -> Found | None:
    """A name of one word: as it stands, as a code, in a Russian case, with an s, or misspelt."""
    if not word.text[0].isalnum():
        return _flag(word, lexicon)
    for key, start, end in ((word.tail, word.start, word.tail_end), (word.head, word.head_start, word.end)):
        entry = lexicon.entries.get(key)
        if entry is not None:
            return Found(entry, start, end, 1, doubt=_doubt(key, word.text, lexicon, shouted))
    bare = lexicon.entries.get(word.tail.removesuffix("s"))
    if bare is not None and bare.non_member is not None and not bare.adjective:  # noqa: SIM102
        if not word.plain or a_voter_fits(text, word.start, word.end):
            return Found(bare, word.start, word.tail_end, 1)  # "palestines vote"
    if bare is not None and bare.codes and word.tail.removesuffix("s") in _SPOKEN_CODES:
        return Found(bare, word.start, word.tail_end, 1)  # "drcs vote"
    code = _code(word, lexicon, shouted)
    return code or _written_as_one(word, lexicon) or _inflected(word, lexicon) or _respelt(text, word, lexicon, shouted)


def _doubt(key: str, written: str, lexicon: Lexicon, shouted: bool) -> Doubt | None:
    if key == "us" and (shouted or written not in ("US", "U.S.", "U.S")):
        return Doubt.US
    if key in lexicon.ordinary and (shouted or written[0].islower() or key.startswith("pol")):
        return Doubt.ORDINARY
    return Doubt.FOREIGN if key in lexicon.only_in_their_language else None


def _flag(word: _Word, lexicon: Lexicon) -> Found | None:
    if "\U0001f1e6" <= word.text[0] <= "\U0001f1ff":
        key = "".join(chr(ord(c) - 0x1F1E6 + ord("A")) for c in word.text)
    else:
        key = "".join(chr(ord(c) - 0xE0000) for c in word.text[1:-1] if ord(c) > 0xE0000)
    entry = lexicon.flags.get(key)
    return None if entry is None else Found(entry, word.start, word.end, 1)


def _code(word: _Word, lexicon: Lexicon, shouted: bool) -> Found | None:
    text = word.text[word.head_start - word.start : word.tail_end - word.start] or word.text
    if text in lexicon.capitals and text not in _BODIES:
        entry = lexicon.capitals[text]
        clear = text in lexicon.clear_codes or text.lower() in lexicon.small_codes
        clear = clear or (not shouted and (entry.group is not None or len(entry.codes) > 1 or text in lexicon.abbreviations))
        return Found(entry, word.head_start, word.tail_end, 1, doubt=None if clear else Doubt.CODE)
    if text in lexicon.small_codes:
        return Found(lexicon.small_codes[text], word.start, word.tail_end, 1, doubt=Doubt.SMALL_CODE)
    return None


def _written_as_one(word: _Word, lexicon: Lexicon) -> Found | None:
    name = lexicon.joined.get(word.tail) or lexicon.joined.get(word.head)
    return None if name is None or word.plain else Found(lexicon.entries[name], word.head_start, word.tail_end, 1)


def _inflected(word: _Word, lexicon: Lexicon) -> Found | None:
    """A Russian name in any case; an Arabic one with "and", "in" or "for" before it."""
    key = word.key
    entry = None
    if not key:  # a sign by itself that folds to nothing
        return None
    if "а" <= key[0] <= "я":
        entry = next((lexicon.cyrillic[stem] for cut in range(4) if (stem := key[: len(key) - cut]) in lexicon.cyrillic), None)
    elif key[0] in "وبلفك":
        entry = lexicon.entries.get(key[1:])
    return None if entry is None else Found(entry, word.start, word.end, 1)


def _respelt(text: str, word: _Word, lexicon: Lexicon, shouted: bool) -> Found | None:
    # Other words in capitals are abbreviations: MONUSCO is not Monaco.
    if word.text.isupper() and not shouted:
        return None
    if not (word.key in STOPWORDS or word.key.removesuffix("s") in lexicon.entries) and _is_voters_place(text, word):
        near = respell_voter(word.tail, lexicon)
        if near is not None:
            return Found(near.entry, word.start, word.tail_end, 1, errors=1)
    if word.plain:
        return None
    for key in dict.fromkeys((word.tail, word.head)):
        near = respell(key, lexicon)
        if near is not None:
            bare = lexicon.entries.get(key.removesuffix("s"))
            with_s = key.endswith("s") and bare is not None and bare.target == near.entry.target
            return Found(near.entry, word.head_start, word.tail_end, 1, errors=int(not with_s), sure=near.sure or with_s)
    return None


def _is_voters_place(text: str, word: _Word) -> bool:
    fits = only_a_voter_fits if word.plain else a_voter_fits
    return fits(text, word.start, word.end)


def _east_asian_names(word: _Word, lexicon: Lexicon) -> Iterator[Found]:
    """Names inside a run of Chinese or Japanese, which has no blanks: the longest at each place."""
    folded = word.key if len(word.key) == len(word.text) else word.text
    at = 0
    while at < len(folded):
        lengths = range(min(_LONGEST_EAST_ASIAN, len(folded) - at), 1, -1)
        length = next((n for n in lengths if folded[at : at + n] in lexicon.entries), 0)
        if length:
            yield Found(lexicon.entries[folded[at : at + length]], word.start + at, word.start + at + length, 1)
        at += length or 1


def _member(text: str, found: Found, lexicon: Lexicon) -> MemberMention:
    entry = found.entry
    return MemberMention(
        codes=entry.codes,
        words=text[found.start : found.end],
        start=found.start,
        end=found.end,
        by_day=entry.by_day,
        as_former=entry.as_former,
        corrected=lexicon.short[entry.codes[0]] if found.errors else None,
        adjective=entry.adjective,
    )


def _non_member(text: str, found: Found) -> NonMemberMention:
    one = found.entry.non_member
    assert one is not None
    return NonMemberMention(
        name=one.name,
        kind=one.kind,
        words=text[found.start : found.end],
        start=found.start,
        end=found.end,
        note=one.note,
        codes=one.codes,
        until=one.until,
        adjective=found.entry.adjective,
    )
