"""English words in another language's order -> English order: "did" before the subject, the verb behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from store.words import fold

ADVERBS = frozenset({"also", "really", "always", "ever"})
_POSITIONS = frozenset({"against", "for", "favour", "yes", "no"})
_GROUPS = frozenset({"eu", "nato", "european", "african", "arab", "g7", "g20", "brics", "asean", "mercosur", "p5"})
_MEMBERS = frozenset({"countries", "states", "members"})
_BASE_FORMS = {
    "voted": "vote",
    "abstained": "abstain",
    "supported": "support",
    "opposed": "oppose",
    "rejected": "reject",
    "approved": "approve",
    "adopted": "adopt",
    "vetoed": "veto",
    "participated": "participate",
    "changed": "change",
    "agreed": "agree",
    "did": "do",
}


@dataclass(frozen=True, slots=True)
class Item:
    """An English word on its way into the sentence.

    `part` is its part in the sentence, one letter: of verbs v finite, i finite with a pronoun behind the subject ("a-t-elle"),
    l participle that stands late, a auxiliary, b "was" before a participle, k "was" before "the only"; q adverb that asks,
    w subject that asks, n name, s other subject, d determiner, o "of", c conjunction, p preposition, y position without an
    object ("a favor"), t "that", x negation; empty for all else.
    `opens`: a mark or the beginning of the text stands before it.
    """

    word: str
    part: str
    text: str
    start: int
    end: int
    opens: bool


def arranged(items: list[Item]) -> list[Item]:
    """Verbs where English has them: "did" before the subject of a question, the verb behind the subject."""
    items = _named_plainly(items)
    _say_nor(items)
    at = 0
    while at < len(items):
        match items[at].part:
            case "l":
                _bring_forward(items, at)
            case "v" if (relative := _relative_before(items, at)) is not None:
                items.insert(relative + 1, replace(behind(items[relative], items[at].word), part=""))
                del items[at + 1]
            case "v":
                at = _ask_with_did(items, at)
            case "i":
                at = _ask_before_subject(items, at)
            case "k":
                _put_before_subject(items, at)
            case "b" if _asks(items, at):
                items.insert(at + 1, behind(items[at], "it"))
        at += 1
    return items


def _say_nor(items: list[Item]) -> None:
    """ "ni la France | ni l'Allemagne", "weder ... | noch ...": the first is "neither", what follows is "nor"."""
    seen = False
    for at, item in enumerate(items):
        if item.word == "neither" or (seen and item.word == "still"):
            items[at] = replace(item, word="nor" if seen else "neither", part="c" if seen else "s")
            seen = True
        elif item.word == "votes" and at and items[at - 1].part == "q":
            items[at] = replace(item, word="voted", part="v")  # "seit wann stimmen die USA ..."


def _relative_before(items: list[Item], verb: int) -> int | None:
    """German: where the "that" of a clause stands which ends in this verb: "the only state, that | against it voted"."""
    last = verb + 1 == len(items) or items[verb + 1].opens
    first = next((i for i in range(verb - 1, -1, -1) if items[i].part in ("n", "s", "v", "q")), -1)
    that = next((i for i in range(verb - 2, first, -1) if items[i].word == "that"), None)
    return that if last and that is not None and items[that + 1].part == "p" else None


def _named_plainly(items: list[Item]) -> list[Item]:
    """Without the articles of states ("the hungary") and without "countries of" at a group; "what" within a clause is "that"."""
    kept: list[Item] = []
    opens = False
    for at, item in enumerate(items):
        if item.part == "d" and at + 1 < len(items) and items[at + 1].part == "n":
            opens = opens or item.opens
            continue
        if item.part == "p" and item.word in ("in", "to", "at") and kept and kept[-1].word in ("opposed", "vetoed"):
            continue
        if item.part == "o" and kept and kept[-1].part == "c" and at + 1 < len(items) and items[at + 1].part in ("n", "d"):
            # "the vote of China and of India"
            continue
        if item.part == "n" and item.word in _GROUPS:
            _drop_members_of(kept)
        if item.word in _MEMBERS and _follows_group(kept):
            # The group reaches to the end of "EU-Staaten": a verb behind it must not stand within the name.
            kept[-1] = replace(kept[-1], end=max(kept[-1].end, item.end))
            continue
        within = item.word == "what" and at and not item.opens and items[at - 1].part not in ("c", "p")
        kept.append(replace(item, word="that", part="") if within else replace(item, opens=True) if opens else item)
        opens = False
    if len(kept) > 1 and _is_not(kept[-1]) and fold(kept[-1].text) in ("no", "nao"):
        kept[-1] = replace(kept[-1], part="p", word="no")
    return kept


def _follows_group(kept: list[Item]) -> bool:
    """Whether "states" is said too much here: "the EU | states voted"; "which EU states" keeps it."""
    if len(kept) > 1 and kept[-1].word == "member" and kept[-2].word in _GROUPS:
        kept.pop()
        return True
    return bool(kept) and kept[-1].word in _GROUPS and not any(item.part == "w" for item in kept[-3:])


def _drop_members_of(kept: list[Item]) -> None:
    """ "How did the countries of | the EU vote" is asked of the group; "which countries of the EU" stays."""
    words = [item.word for item in kept[-4:]]
    for length in (2, 3):
        if len(words) >= length and words[-1] == "of" and words[-length] in _MEMBERS:
            if not any(item.part == "w" for item in kept[-length - 2 :]):
                del kept[-length:]
                if kept and kept[-1].word == "member":
                    kept.pop()
            return


def _bring_forward(items: list[Item], late: int) -> None:
    """German: "hat Ungarn gegen X gestimmt" -> "did hungary vote against x"; "wer hat gegen X gestimmt" -> "who voted ..."."""
    verb = items[late].word
    if (but := _correction_before(items, late)) is not None:
        del items[late]
        _insert_verb(items, but + 1, verb, late)
        return
    auxiliary = next((i for i in range(late - 1, -1, -1) if items[i].part in ("a", "l", "v")), None)
    if auxiliary is not None and items[auxiliary].part != "a":
        auxiliary = None
    if auxiliary is None:
        # A clause with its verb at the end, "dass Ungarn gegen X gestimmt hat", or with none, "wer gegen X gestimmt".
        after = next((i for i in range(late + 1, min(late + 4, len(items))) if items[i].part == "a"), None)
        if after is not None:
            del items[after]
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


def _correction_before(items: list[Item], late: int) -> int | None:
    """German: where the "but" stands whose clause a participle ends, "hat sich nicht enthalten, sondern dafür | gestimmt"."""
    but = next((i for i in range(late - 1, -1, -1) if items[i].word == "but"), None)
    return None if but is None or any(item.part in ("n", "s", "a", "l") for item in items[but:late]) else but


def _ask_with_did(items: list[Item], at: int) -> int:
    """Romance and simple past: "¿votó Hungría en contra?" -> "did hungary vote against". Gives the place to go on from."""
    verb = items[at].word
    negated = at > 0 and _is_not(items[at - 1])
    first = at - 1 if negated else at
    if first and items[first - 1].part == "t":
        to = _subject_end(items, at + 1)
        if to > at + 1 and not negated:
            items.insert(to, replace(behind(items[to - 1], verb), part=""))
            del items[at]
        return at
    if not (_asks(items, first) or _subject_follows(items, at)):
        start = _subject_start(items, first)
        if start and start < first and items[start - 1].part == "q":
            return _ask_before_subject(items, at)
        if negated:
            place = replace(items[first], part="")
            items[first : at + 1] = [replace(place, word="did"), replace(place, word="not"), _base(items[at])]
            return at + 1
        _negate(items, at, len(items))
        return at
    items[at] = replace(items[at], word="did", part="", opens=items[first].opens)
    if negated:
        items[at] = replace(items[at], word="didn't" if _names_position(items, at, verb) else "did", start=items[first].start)
        if items[at].word == "did":
            items.insert(_subject_end(items, at + 1), replace(behind(items[_subject_end(items, at + 1) - 1], "not"), part="x"))
        del items[first]
        at = first
    _finish_question(items, at, verb, len(items))
    return at


def _ask_before_subject(items: list[Item], at: int) -> int:
    """French: "la Hongrie a-t-elle voté contre" -> "did the hungary vote against". Gives the verb's new place."""
    negated = at > 0 and _is_not(items[at - 1])
    end = at - 1 if negated else at
    first = _subject_start(items, end)
    word = "did"
    if negated and _names_position(items, at, items[at].word):
        word = "didn't"
        del items[at - 1]
        at -= 1
    items[at] = _base(items[at])
    did = Item(word, "", "", items[first].start, items[first].start, items[first].opens)
    asked = [did] if first < end else [did, replace(did, word="they", opens=False)]
    items[first:first] = asked
    return at + len(asked)


def _put_before_subject(items: list[Item], at: int) -> None:
    """ "La Hongrie était le seul pays" -> "was hungary the only country"."""
    first = _subject_start(items, at)
    if first < at and items[first].part in ("n", "s", "d"):
        was = Item(items[at].word, "", "", items[first].start, items[first].start, items[first].opens)
        del items[at]
        items.insert(first, was)


def _finish_question(items: list[Item], did: int, verb: str, limit: int) -> None:
    """Put the verb behind the subject of "did"; where the words name none, a pronoun stands in."""
    _put_position_last(items, did + 1)
    to = _verb_place(items, did + 1, limit)
    if to == did + 1:
        items.insert(to, behind(items[did], "they"))
        to += 1
        limit += 1
    _insert_verb(items, to, verb, limit, asked_at=did)


def _put_position_last(items: list[Item], first: int) -> None:
    """ "¿Votó en contra Hungría?": the position that stands before its subject goes behind it."""
    if first >= len(items) or items[first].part != "y":
        return
    last = next((i for i in range(first, len(items)) if items[i].part != "y"), len(items))
    end = _subject_end(items, last)
    if end > last:
        moved = [replace(behind(items[end - 1], item.word), part=item.part) for item in items[first:last]]
        items[first:end] = [*items[last:end], *moved]


def _insert_verb(items: list[Item], to: int, verb: str, limit: int, asked_at: int | None = None) -> None:
    negation = next((i for i in range(to, min(limit, len(items))) if _is_not(items[i])), None)
    if negation is not None:
        if asked_at is not None and _names_position(items, to, verb):
            items[asked_at] = replace(items[asked_at], word="didn't")
            del items[negation]
        elif asked_at is not None:
            items.insert(to, behind(items[to - 1], "not"))
            del items[negation + 1]
            to += 1
        else:
            del items[negation]
            items.insert(to, behind(items[to - 1] if to else items[0], "did"))
            items.insert(to + 1, behind(items[to], "not"))
            to += 2
    if verb == "voted":
        _put_position_first(items, to, limit)
    did = asked_at is not None or negation is not None
    place = behind(items[to - 1], verb) if to else Item(verb, "", "", 0, 0, True)
    items.insert(to, _base(place) if did else place)


def _put_position_first(items: list[Item], first: int, limit: int) -> None:
    """ "did austria | on 27 october against the text" -> "... against on 27 october on the text", so that it stands by its verb.

    What is voted about may have an "against" of its own, and keeps it.
    """
    for i in range(first, min(limit + 1, len(items))):
        if items[i].word == "about":
            return
        if items[i].part == "p" and items[i].word in ("against", "for") and i < limit:
            if i > first:
                items[first:first] = [replace(behind(items[first - 1], items[i].word), part="p")]
                items[i + 1] = replace(items[i + 1], word="on")
            return
        if items[i].part == "p" and items[i].word in ("yes", "no"):
            if i > first:
                items.insert(first, replace(behind(items[first - 1], items[i].word), part="p"))
                del items[i + 1]
            return


def _negate(items: list[Item], verb: int, limit: int) -> None:
    """ "voted not against" -> "did not vote against"."""
    near = range(verb + 1, min(limit, len(items), verb + 3))
    last = (limit - 1,) if verb + 1 < limit <= len(items) else ()
    negation = next((i for i in (*near, *last) if _is_not(items[i])), None)
    if negation is not None:
        del items[negation]
        place = items[verb]
        items[verb : verb + 1] = [replace(place, word="did"), behind(place, "not"), behind(place, _base(place).word)]


def _is_not(item: Item) -> bool:
    return item.part == "x" and item.word == "not"


def _asks(items: list[Item], at: int) -> bool:
    """Whether a verb here opens a question: first in its clause, or behind "how", "when", "how often"."""
    if at == 0 or items[at - 1].part in ("q", "c"):
        return True
    return items[at].opens and items[at - 1].part not in ("n", "s", "w")


def _subject_follows(items: list[Item], at: int) -> bool:
    return bool(at) and items[at - 1].part not in ("n", "s", "w") and _subject_end(items, at + 1) > at + 1


def _subject_end(items: list[Item], first: int) -> int:
    """Where the states that begin here end; `first` itself where none do."""
    end = first
    for i in range(first, len(items)):
        part = items[i].part
        if part in ("n", "s"):
            end = i + 1
        elif part not in ("d", "c", "o") and items[i].word not in ADVERBS and not _counts(items, i):
            break
    return end


def _counts(items: list[Item], at: int) -> bool:
    """Whether a number of states stands here: "more than | 140 | states"."""
    return items[at].word.isdigit() and at + 1 < len(items) and items[at + 1].part == "s"


def _subject_start(items: list[Item], end: int) -> int:
    """Where the states that end here begin; of a name that is not known, behind what asks or parts the clause."""
    first = named = end
    while first and items[first - 1].part in ("n", "s", "d", "c", "o", ""):
        first -= 1
        if items[first].part in ("n", "s"):
            named = first
        elif not items[first].part and items[first].word not in ADVERBS and named < end:
            first += 1
            break
        if items[first].opens:
            break
    while first < named and items[first].part in ("c", "o"):
        first += 1
    return first


def _verb_place(items: list[Item], first: int, limit: int) -> int:
    """Behind the subject; of a name that is not known, before the first preposition, or else at the end."""
    end = _subject_end(items, first)
    if end > first:
        while end < len(items) and items[end].word in ADVERBS:
            end += 1
        return end
    limit = min(limit, len(items))
    return next((i for i in range(first, limit) if items[i].part in ("p", "x", "y")), limit)


def _names_position(items: list[Item], first: int, verb: str) -> bool:
    return verb != "voted" or any(item.word in _POSITIONS for item in items[first:])


def _base(item: Item) -> Item:
    return replace(item, word=_BASE_FORMS.get(item.word, item.word), part="")


def behind(item: Item, word: str) -> Item:
    """A word that the text has not in this place, behind one that it has."""
    return Item(word, "", "", item.end, item.end, False)
