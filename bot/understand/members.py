"""A question -> the states, groups and others without a vote that it names, each with its place in the text.

The longest name wins ("South Sudan" before "Sudan"), a name before a misspelling of the same length, a misspelling of a long
name before a short name inside it ("Guinea Bisau" is not Guinea). What a name does in the sentence, voter or topic, is decided
later, from its place.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.question import GroupMention, MemberMention, NonMemberMention
from bot.understand.lexicon import TOKEN, Entry, Lexicon, word_key
from bot.understand.near_names import is_misspelling, respell, together
from bot.understand.stopwords import STOPWORDS


@dataclass(frozen=True, slots=True)
class MembersRead:
    """All in text order. `near`: words that look like a state's name and are too far from it to be taken for it."""

    members: tuple[MemberMention, ...] = ()
    groups: tuple[GroupMention, ...] = ()
    non_members: tuple[NonMemberMention, ...] = ()
    near: tuple[MemberMention, ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    """`follows`: only blanks, a hyphen or a point lie between it and the word before. `tail`: without a possessive s.
    `head`: without a French or Italian article ("l'Ukraine"), beginning at `head_start`."""

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


@dataclass(frozen=True, slots=True)
class _Found:
    """A name at `start`..`end`. `doubt`: "us", "the states", "ordinary", "code" or "small code": what it is read as depends on its neighbours."""

    entry: Entry
    start: int
    end: int
    words: int
    doubt: str | None = None
    corrected: bool = False
    sure: bool = True


def read_members(
    text: str, lexicon: Lexicon, taken: Sequence[tuple[int, int]] = (), known_words: Container[str] = frozenset()
) -> MembersRead:
    """Read every name in `text`. Nothing is read in the spans of `taken`; no word of `known_words` is taken for a misspelt name.

    "us-isreal agreement" -> USA at 0..2, ISR at 3..9 with `corrected` "Israel".
    """
    words = _words(text, taken)
    found = _settle(text, list(_names_in(text, words, lexicon, known_words)), lexicon)
    sure = [f for f in found if f.sure]
    members = [_member(text, f, lexicon) for f in sure if f.entry.codes]
    groups = [GroupMention(f.entry.group, text[f.start : f.end], f.start, f.end) for f in sure if f.entry.group]
    groups, members = _without_exceptions(text, groups, members)
    return MembersRead(
        members=tuple(members),
        groups=tuple(groups),
        non_members=tuple(_non_member(text, f) for f in sure if f.entry.non_member),
        near=tuple(_member(text, f, lexicon) for f in found if not f.sure and f.entry.codes),
    )


_BETWEEN = re.compile(r"[ \t]*[-\u2010-\u2013./()]?[ \t]*\(?")
_COMMA = re.compile(r"[ \t]*,[ \t]+")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_ARTICLE = re.compile(r"^(?:l|d|qu|un|all|dell|dall|nell|sull|quell)['’ʼ]", re.IGNORECASE)
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONGEST_EAST_ASIAN = 12


def _words(text: str, taken: Sequence[tuple[int, int]]) -> list[_Word]:
    words: list[_Word] = []
    last = -1
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if taken and any(a < end and start < b for a, b in taken):
            continue
        written = match.group()
        key = tail = head = word_key(written)
        tail_end, head_start = end, start
        if "'" in written or "’" in written or "ʼ" in written:
            if possessive := _POSSESSIVE.search(written):
                tail, tail_end = word_key(written[: possessive.start()]), start + possessive.start()
            if article := _ARTICLE.match(written):
                head, head_start = word_key(written[article.end() :]), start + article.end()
        gap = text[last:start] if last >= 0 else ""
        follows = last >= 0 and (gap == " " or _BETWEEN.fullmatch(gap) is not None)
        after_comma = not follows and last >= 0 and _COMMA.fullmatch(gap) is not None
        words.append(_Word(written, key, tail, head, start, end, tail_end, head_start, follows, after_comma))
        last = end
    return words


def _names_in(text: str, words: Sequence[_Word], lexicon: Lexicon, known: Container[str]) -> Iterator[_Found]:
    shouted = not any(c.islower() for c in text)
    misspelt = _misspelt_phrases(words, lexicon, known)
    at = 0
    while at < len(words):
        word = words[at]
        if _EAST_ASIAN.search(word.text):
            yield from _east_asian_names(word, lexicon)
            at += 1
            continue
        found = _at(words, at, misspelt.get(at, ()), lexicon, known, shouted)
        if found is None or (word.key == "the" and at + 1 < len(words) and _phrase(words, at + 1, lexicon)):
            # "the West New Guinea agreement" is not about the West.
            at += 1
            continue
        if found.entry.target != ((), False):
            yield found
        at += found.words


def _at(
    words: Sequence[_Word],
    at: int,
    misspelt: Sequence[tuple[int, Entry]],
    lexicon: Lexicon,
    known: Container[str],
    shouted: bool,
) -> _Found | None:
    """The name that begins at this word: the longest, and a name before a misspelling of the same length."""
    phrase = _phrase(words, at, lexicon)
    longest = max((length for length, _ in misspelt), default=0)
    if phrase is not None and phrase.words >= longest:
        return phrase
    if longest:
        entry = together([entry for length, entry in misspelt if length == longest], lexicon)
        if entry is not None:
            return _Found(entry, words[at].head_start, words[at + longest - 1].tail_end, longest, corrected=True)
    return _split_name(words, at, lexicon, known) or _single(words[at], lexicon, known, shouted)


def _phrase(words: Sequence[_Word], at: int, lexicon: Lexicon) -> _Found | None:
    """A name of several words, exactly."""
    first = words[at]
    reach = max(lexicon.longest.get(first.key, 1), lexicon.longest.get(first.head, 1))
    reach = min(reach, len(words) - at)
    for length in range(2, reach + 1):
        if not (words[at + length - 1].follows or words[at + length - 1].after_comma):
            reach = length - 1
            break
    for length in range(reach, 1, -1):
        last = words[at + length - 1]
        middle = [w.key for w in words[at + 1 : at + length - 1]]
        has_comma = any(w.after_comma for w in words[at + 1 : at + length])
        for head, start in ((first.key, first.start), (first.head, first.head_start)):
            for tail, end in ((last.tail, last.tail_end), (last.key, last.end), (last.key.removesuffix("s"), last.end)):
                entry = lexicon.entries.get(" ".join([head, *middle, tail]))
                if entry is not None and not (has_comma and not _is_inverted(middle, tail)):
                    doubt = "the states" if (head, tail) == ("the", "states") else None
                    return _Found(entry, start, end, length, doubt=doubt)
    return None


def _is_inverted(middle: Sequence[str], tail: str) -> bool:
    """Whether a comma may stand inside: "Korea, Republic of", "Congo, Democratic Republic of the"."""
    return tail in ("of", "the") and bool({"republic", "states", "state"} & set(middle))


def _misspelt_phrases(words: Sequence[_Word], lexicon: Lexicon, known: Container[str]) -> dict[int, list[tuple[int, Entry]]]:
    """For a word's number, the names of several words that begin there with one word of them misspelt, and their lengths."""
    found: dict[int, list[tuple[int, Entry]]] = {}
    for place, word in enumerate(words):
        for key in {word.key, word.tail, word.head}:
            for name in lexicon.holding.get(key, ()):
                start = place - name.index(key)
                if start < 0 or start + len(name) > len(words):
                    continue
                if _one_word_misspelt(words[start : start + len(name)], name, lexicon, known):
                    found.setdefault(start, []).append((len(name), lexicon.entries[" ".join(name)]))
    return found


def _one_word_misspelt(words: Sequence[_Word], name: Sequence[str], lexicon: Lexicon, known: Container[str]) -> bool:
    odd: tuple[_Word, str] | None = None
    for number, (word, meant) in enumerate(zip(words, name, strict=True)):
        if number and not word.follows:
            return False
        if meant not in (word.key, word.tail, word.head):
            if odd is not None:
                return False
            odd = (word, meant)
    return odd is not None and is_misspelling(odd[0].tail, odd[1], len(name), lexicon, known)


def _split_name(words: Sequence[_Word], at: int, lexicon: Lexicon, known: Container[str]) -> _Found | None:
    """A name with a blank too many ("Niger ia", "Hun gary"), or a name of several words with one misplaced."""
    for length in (3, 2):
        part = words[at : at + length]
        if len(part) < length or not all(w.follows for w in part[1:]):
            continue
        squeezed = "".join([part[0].head, *(w.key for w in part[1:-1]), part[-1].tail])
        if len(squeezed) < 6 or not any(_is_unknown(w.key, lexicon, known) for w in part):
            continue
        name = squeezed if squeezed in lexicon.entries else lexicon.joined.get(squeezed)
        if name is not None and lexicon.entries[name].main:
            return _Found(lexicon.entries[name], part[0].head_start, part[-1].tail_end, length, corrected=True)
    return None


def _is_unknown(key: str, lexicon: Lexicon, known: Container[str]) -> bool:
    return key not in lexicon.entries and key not in lexicon.plain_words and key not in STOPWORDS and key not in known


def _single(word: _Word, lexicon: Lexicon, known: Container[str], shouted: bool) -> _Found | None:
    """A name of one word: as it stands, as a code, in a Russian case, with an s, or misspelt."""
    if not word.text[0].isalnum():
        return _flag(word, lexicon)
    for key, start, end in (
        (word.tail, word.start, word.tail_end),
        (word.key, word.start, word.end),
        (word.head, word.head_start, word.end),
    ):
        entry = lexicon.entries.get(key)
        if entry is not None:
            return _Found(entry, start, end, 1, doubt=_doubt(key, word.text, lexicon, shouted))
    code = _code(word, lexicon, shouted)
    if code is not None:
        return code
    written_as_one = lexicon.joined.get(word.tail) or lexicon.joined.get(word.head)
    if written_as_one is not None and word.tail not in known:
        return _Found(lexicon.entries[written_as_one], word.head_start, word.tail_end, 1)
    return _inflected(word, lexicon) or _respelt(word, lexicon, known, shouted)


def _doubt(key: str, written: str, lexicon: Lexicon, shouted: bool) -> str | None:
    if key == "us" and (shouted or written not in ("US", "U.S.", "U.S")):
        return "us"
    if key in lexicon.ordinary and (shouted or written[0].islower() or key in _NEVER_WITHOUT_GRAMMAR):
        return "ordinary"
    return None


def _flag(word: _Word, lexicon: Lexicon) -> _Found | None:
    if len(word.text) == 2 and word.text[0] >= "\U0001f1e6":
        entry = lexicon.flags.get("".join(chr(ord(c) - 0x1F1E6 + ord("A")) for c in word.text))
    else:
        nation = "".join(chr(ord(c) - 0xE0000) for c in word.text[1:-1])
        entry = lexicon.entries.get({"gbeng": "england", "gbsct": "scotland", "gbwls": "wales"}.get(nation, ""))
    return entry and _Found(entry, word.start, word.end, 1)


# Two-letter codes that mean nothing else in a text about votes, so that one may stand alone.
_CLEAR_CODES = frozenset(
    """AE AF AO AU AZ BD BF BG BH BJ BN BO BR BW BY BZ CH CL CN CY CZ DJ DK DZ EC EE EG ER ET FI FJ FR GB GH GQ GR GT GW GY HN HR HT HU IL
    IQ IR JP KE KH KP KR KW KZ LB LK LT LU LV LY MK MX MZ NG NZ OM PG PK PL PT PY QA RO RS RU RW SK SY TD TH TJ TR TZ UA UG UY UZ VE VN ZA
    ZM ZW""".split()
)


def _code(word: _Word, lexicon: Lexicon, shouted: bool) -> _Found | None:
    text = word.text[: word.tail_end - word.start]
    if text in lexicon.capitals:
        entry = lexicon.capitals[text]
        small = text.lower()
        clear = text in _CLEAR_CODES if len(text) == 2 else small in lexicon.small_codes
        clear = clear or bool(entry.group) or len(entry.codes) > 1
        return _Found(entry, word.start, word.tail_end, 1, doubt=None if clear and not shouted else "code")
    if text in lexicon.small_codes:
        return _Found(lexicon.small_codes[text], word.start, word.tail_end, 1, doubt="small code")
    return None


def _inflected(word: _Word, lexicon: Lexicon) -> _Found | None:
    """A Russian name in any case; an Arabic one with "and", "in" or "for" before it; any with an s and no apostrophe."""
    key = word.key
    if "а" <= key[0] <= "я":
        for cut in range(4):
            entry = lexicon.cyrillic.get(key[: len(key) - cut])
            if entry is not None:
                return _Found(entry, word.start, word.end, 1)
    elif "\u0621" <= key[0] <= "\u064a":
        entry = lexicon.entries.get(key[1:]) if key[0] in "وبلفك" else None
        return entry and _Found(entry, word.start, word.end, 1)
    return None


def _respelt(word: _Word, lexicon: Lexicon, known: Container[str], shouted: bool) -> _Found | None:
    # Other words in capitals are abbreviations: MONUSCO is not Monaco.
    if word.text.isupper() and not shouted:
        return None
    for key in dict.fromkeys((word.tail, word.head)):
        near = respell(key, lexicon, known)
        if near is not None:
            entry = near.entry
            plain_s = key.removesuffix("s")
            only_s = plain_s != key and plain_s in lexicon.entries and lexicon.entries[plain_s].target == entry.target
            sure = near.sure or (only_s and len(plain_s) >= 4)
            return _Found(replace(entry, main=False), word.head_start, word.tail_end, 1, corrected=not only_s, sure=sure)
    return None


def _east_asian_names(word: _Word, lexicon: Lexicon) -> Iterator[_Found]:
    """Names inside a run of Chinese or Japanese, which has no blanks: the longest at each place."""
    at = 0
    while at < len(word.text):
        for length in range(min(_LONGEST_EAST_ASIAN, len(word.text) - at), 1, -1):
            entry = lexicon.entries.get(word_key(word.text[at : at + length]))
            if entry is not None:
                yield _Found(entry, word.start + at, word.start + at + length, 1)
                at += length
                break
        else:
            at += 1


_VOTE_WORD = re.compile(
    r"\b(?:vot\w+|abst\w+|resolutions?|res|ga|un|unga|unsc|sc|hrc|assembly|council|against|favou?r|yes|no|motion|veto\w*|oppos\w+|support\w*|"
    r"back\w*|tally|stance|position|embargo|treaty|moratorium|ceasefire|truce|compact|convention|declaration|sanctions|es)\b",
    re.IGNORECASE,
)
_VOTING_NEXT = re.compile(
    r"['’]?s?\s+(?:(?:not|also|really|ever|itself|still|then|have|has|had|ever|too)\s+)*(?:vot\w+|abst\w+|veto\w*|oppos\w+|support\w*|back\w*|reject\w*|"
    r"positions?|stance|government|delegat\w+|ambassador|side[ds]?\b|join\w*|say|said|go\b|went|do\b|did\b|stand|stood|on\b|about\b|at the|in the|not\b|"
    r"embargo|blockade|bombing|invasion|government|flip\w*|break|broke|cast|and\b|or\b|vs?\b|versus|agree\w*|record\w*|was|were|is\b|the only|too\b)",
    re.IGNORECASE,
)
_ASKING_BEFORE = re.compile(r"(?:\b(?:the|did|does|do|how|has|have|had|was|were|and|or|vs?|versus|with|about|like|by|from|than|between|both|is)|[,/:;-])\s*$", re.I)
_TOLD = re.compile(r"\b(?:tell|give|gave|gives|let|lets|show|remind|help|send|sent|for|to|of|on|inform|told|ask|asked|join|follow|lets|made?|makes?|letting|around|between|all|both|with|among|about)\s+$", re.I)
_PERSON_BEFORE = re.compile(
    r"\b(?:michael|mike|barbara|mr|mrs|ms|dr|uncle|aunt|my|our|your|roast|cold|fried|named?|called|friend|air|neil|steve|kim|vernon|david|hamilton|"
    r"louis|eason|katie|jim|thomas|dear|river|lake|king|queen|miss|saint|st|judge|senator|president)\s+$",
    re.IGNORECASE,
)
_OTHER_AFTER = re.compile(r"\s+(?:peterson|meloni|henderson|wolf|kroeger|spieth|pickford|dinner|sandwich|meat|breast|soup|the|my|our|your|this|it|up|off|them|pig|worm|fowl)s?\b", re.I)
_JOINS = re.compile(r"\s*(?:[,/&+;|–—-]|(?:and|or|vs|v|versus|with|y|et|und|e|ou|plus)\b\.?)?\s*(?:the\s+)?", re.IGNORECASE)
_NEVER_WITHOUT_GRAMMAR = frozenset(("polish", "poles", "pole", "kiwi", "kiwis", "finn", "turk"))
_GLUE = frozenset(("AND", "ARE", "CAN", "PER", "NOR", "AGO", "WAS", "IN", "IS", "IT", "AT", "BE", "NO", "SO", "TO", "AM", "AS", "DO", "ME", "MY", "HE"))


def _settle(text: str, found: list[_Found], lexicon: Lexicon) -> list[_Found]:
    """Keep the doubtful ones whose neighbours speak for them."""
    kept: list[_Found] = []
    for number, one in enumerate(found):
        neighbours = [*found[max(0, number - 1) : number], *found[number + 1 : number + 2]]
        beside = [other for other in neighbours if _side_by_side(text, one, other)]
        others = any(other.doubt is None for other in found if other is not one)
        match one.doubt:
            case None:
                stays = not _is_part_of_symbol(text, one, beside) if one.end - one.start <= 3 else not _is_person(text, one)
            case "us":
                stays = _is_united_states(text, one, beside)
            case "the states":
                stays = _is_the_states(text, one, beside)
            case "ordinary":
                stays = _is_named(text, one, others)
            case "small code":
                stays = bool(beside) or _VOTING_NEXT.match(text, one.end) is not None or not text[: one.start].strip()
            case _:
                stays = _is_listed(text, one, beside)
        if stays and not _is_negated_group(text, one):
            kept.append(one)
    return kept


def _side_by_side(text: str, one: _Found, other: _Found) -> bool:
    first, second = (one, other) if one.start < other.start else (other, one)
    return _JOINS.fullmatch(text, first.end, second.start) is not None


def _is_united_states(text: str, one: _Found, beside: Sequence[_Found]) -> bool:
    """Whether "us" is the state: "the us", "us and uk", "did us vote", never "tell us" or "let us"."""
    before = text[max(0, one.start - 20) : one.start]
    if re.search(r"\b(?:the|did|does)\s+$", before, re.IGNORECASE):
        return True
    if _TOLD.search(before):
        return any(other.start < one.start for other in beside)
    return any(other.doubt is None for other in beside) or _VOTING_NEXT.match(text, one.end) is not None


def _is_the_states(text: str, one: _Found, beside: Sequence[_Found]) -> bool:
    """Whether "the States" are the United States: "did the States vote", not "the States against it"."""
    if not text.endswith("States", one.start, one.end):
        return False
    return bool(beside) or re.search(r"\b(?:did|do|does|have|has)\s+$", text[max(0, one.start - 10) : one.start], re.IGNORECASE) is not None


def _is_named(text: str, one: _Found, others: bool) -> bool:
    """Whether a word such as "turkey" or "polish" is a state's name here."""
    if _is_person(text, one):
        return False
    before = text[max(0, one.start - 20) : one.start]
    if text[one.start : one.end].lower() in _NEVER_WITHOUT_GRAMMAR:
        voting = _VOTING_NEXT.match(text, one.end) is not None
        return voting or (_ASKING_BEFORE.search(before) is not None and not text[one.end :].lower().startswith(" the"))
    return others or _VOTE_WORD.search(text) is not None or not (text[: one.start] + text[one.end :]).strip(" ?!.,")


def _is_person(text: str, one: _Found) -> bool:
    """Whether it is a person's name or a thing: "Michael Jordan", "turkey sandwich", "polish the text"."""
    if text[one.start : one.end].lower() not in _ALSO_PEOPLE:
        return False
    before = text[max(0, one.start - 20) : one.start]
    return _PERSON_BEFORE.search(before) is not None or _OTHER_AFTER.match(text, one.end) is not None


_ALSO_PEOPLE = frozenset("turkey chad jordan georgia guinea polish sofia lima kingston wellington santiago maurice mauricio dominique israel".split())


def _is_part_of_symbol(text: str, one: _Found, beside: Sequence[_Found]) -> bool:
    """Whether a short name is a piece of something else: CN in "E/CN.4", US in "US-123"."""
    if beside:
        return False
    before, after = text[max(0, one.start - 2) : one.start], text[one.end : one.end + 2]
    return bool(re.search(r"[\w]/$|\.$", before)) or bool(re.match(r"/\w|\.\w|-\d", after))


def _is_listed(text: str, one: _Found, beside: Sequence[_Found]) -> bool:
    """Whether a code that is also a word stands among other codes: "ALB, AND, ARG"."""
    codes = [other for other in beside if text[other.start : other.end].isupper() and other.end - other.start <= 3]
    if text[one.start : one.end] in _GLUE:
        return bool(codes) and bool(re.search(r"[,/]\s*$", text[: one.start]) or re.match(r"\s*[,/]", text[one.end :]))
    return bool(codes)


def _is_negated_group(text: str, one: _Found) -> bool:
    return one.entry.group is not None and re.search(r"\bnon[- ]$", text[max(0, one.start - 4) : one.start], re.IGNORECASE) is not None


def _member(text: str, found: _Found, lexicon: Lexicon) -> MemberMention:
    entry = found.entry
    return MemberMention(
        codes=entry.codes,
        words=text[found.start : found.end],
        start=found.start,
        end=found.end,
        by_day=entry.by_day,
        as_former=entry.as_former,
        corrected=lexicon.short[entry.codes[0]] if found.corrected else None,
        adjective=entry.adjective,
    )


def _non_member(text: str, found: _Found) -> NonMemberMention:
    one = found.entry.non_member
    assert one is not None
    words = text[found.start : found.end]
    return NonMemberMention(one.name, one.kind, words, found.start, found.end, one.note, one.codes, one.until, found.entry.adjective)


_EXCEPT = re.compile(
    r"\s*(?:(?:member )?(?:states?|members?|countries|nations|group|allies|bloc|gang|lot)\b)?\s*,?\s*\(?"
    r"(?P<word>except(?:ing|ion of)?(?: for)?|but not|but|minus|without|other than|apart from|aside from|excluding|save(?: for)?|bar(?:ring)?|less|not|-|"
    r"sauf|hormis|außer|ohne|excepto|menos|salvo|exceto|tranne|eccetto|meno)\s+(?:the )?",
    re.IGNORECASE,
)
_AND_EXCEPT = re.compile(r"\s*(?:,\s*(?:and|or)?|and|or|&|/|et|y|und|e|ou)\s*(?:the )?", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:all|every|each|whole|entire|any|everyone|everybody)\b[^,.;?!]{0,25}$", re.IGNORECASE)


def _without_exceptions(
    text: str, groups: Sequence[GroupMention], members: Sequence[MemberMention]
) -> tuple[list[GroupMention], list[MemberMention]]:
    """Move the states that a group is named without into the group: "EU except Hungary", "the P5 minus China"."""
    left = list(members)
    result = []
    for group in groups:
        excepted: list[MemberMention] = []
        at = group.end
        for member in [m for m in left if m.start >= group.end]:
            gap = (_AND_EXCEPT if excepted else _EXCEPT).fullmatch(text, at, member.start)
            if gap is None or len(member.codes) != 1:
                break
            # "EU but Hungary" excepts only after "all"; "the EU voted yes but Hungary" begins anew.
            if not excepted and gap["word"].lower() == "but" and not _EVERY.search(text[: group.start]):
                break
            excepted.append(member)
            at = member.end
        if excepted:
            left = [m for m in left if m not in excepted]
            codes = tuple(m.codes[0] for m in excepted)
            group = replace(group, end=at, words=text[group.start : at], without=codes)
        result.append(group)
    return result, left
