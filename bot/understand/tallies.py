"""Counts of votes in a text -> `TallyMention`s: "93-18-65", "141 to 5", "54 in favour, 5 against, 118 abstentions".

Scores are read whole; labelled counts are read one by one and joined when they stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from bot.question import TallyMention
from bot.understand.clean import fold_in_place
from bot.understand.date_words import MONTHS
from bot.understand.number_words import CARDINAL, CARDINALS, ZERO_WORDS, number_in_words

Side = Literal["yes", "no", "abstain"]

_VOTES = r"(?:votes?|voix|votos?|stimmen|voti|voto)"
_VOTERS = (
    r"(?:countr(?:y|ies)|countrys|states?|members?(?: states?)?|nations?|delegations?|governments?|capitals|pays|etats|paises"
    r"|estados"
    r"|lander|staaten|mitglieder|paesi|stati|hands?)"
)
_IN_FAVOUR = r"in favou?r|for|yes|pour|a favor|dafur"
_DID = r"(?:(?:voted?|votes|voting|were|are|cast|said|say) )?"
_LABELS: tuple[tuple[Side, str], ...] = (
    ("abstain", r"abst(?!imm)\w*|enthalt\w*|enthielten|asten\w+|abs\b\.?|neutral"),
    (
        "yes",
        (
            rf"{_DID}(?:in favou?r(?: of)?|yes(?:es)?|yeas?|ayes?|for|pour|a favor|a favore|favorevoli|favorables?|dafur"
            rf"|ja(?:-?stimmen)?|si|sim|oui)"
            r"|back(?:s|ed)?|support(?:s|ed)?|approved|endorsed"
        ),
    ),
    (
        "no",
        (
            rf"{_DID}(?:against|no(?:es|s|'s)?|nays?|contre|en contra|contra|contro|contrari|dagegen|gegen|gegenstimmen"
            rf"|nein(?:-?stimmen)?|nao|non)"
            r"|oppos(?:e|es|ed|ing)|reject(?:s|ed)?|disagreed"
        ),
    ),
)
_SIDES: dict[Side, re.Pattern[str]] = {side: re.compile(pattern) for side, pattern in _LABELS}
_ANY_LABEL = "|".join(pattern for _, pattern in _LABELS)
_LABELS_BEFORE = (
    r"abstentions?|abstained|abstaining|enthaltungen|abstenciones|astensioni|abstencoes|yes|no|ayes?|nays?|noes|in favou?r|for"
    r"|against|pour|contre|a favor|en contra|dafur|dagegen|(?:opposed|backed|supported|rejected) by"
)

_TRIPLE = re.compile(
    r"(?<![\w/.,-])(?<![\w/.,][–—:])(?P<yes>[0-9]{1,3})\s?(?P<mark>[-–—:/])\s?(?P<no>[0-9]{1,3})\s?(?P=mark)\s?(?P<abstain>[0-9]{1,3})"
    r"(?:\s?(?P=mark)\s?[0-9]{1,3})?(?![\w/]|[-–—:.,][0-9])"
)
_LABEL_FIRST = re.compile(
    r"(?<!\w)(?<![0-9] )(?:yes|ayes?|yeas?|for|in favou?r|pour|a favor|dafur|ja|si"
    r"|sim)\s?:?\s?(?P<yes>[0-9]{1,3})\s?[,;/]?\s(?:and )?"
    r"(?:no|nays?|noes|against|contre|en contra|contra|dagegen|nein|nao)\s?:?\s?(?P<no>[0-9]{1,3})"
    r"(?:\s?[,;/]?\s(?:and )?(?:abst\w*|enthalt\w*|asten\w+)\s?:?\s?(?P<abstain>[0-9]{1,3}))?(?!\w)"
)
_LETTERED = re.compile(
    r"(?<![\w/])(?:y\s?(?P<y1>[0-9]{1,3})\W{1,3}n\s?(?P<n1>[0-9]{1,3})\W{1,3}a\s?(?P<a1>[0-9]{1,3})"
    r"|(?P<y2>[0-9]{1,3})\s?y\W{1,3}(?P<n2>[0-9]{1,3})\s?n\W{1,3}(?P<a2>[0-9]{1,3})\s?a)(?!\w)"
)
_LABELLED = re.compile(
    r"(?<![\w/.,-])(?P<yes>[0-9]{1,3}) (?:votes? )?(?:for|in favou?r|yes|yeas?|ayes?)\W{1,3}(?:and )?"
    r"(?P<no>[0-9]{1,3}) (?:votes? )?(?:against|no|noes|nays?)\W{1,3}(?:and |with )?(?P<abstain>[0-9]{1,3}) abst\w*"
)
_RANGE_BEFORE = re.compile(
    r"\b(?:from|between|pages?|pp?\.?|aged?|ages|articles?|sections?|paras?|paragraphs?|rules?|covid|von|zwischen|entre|de"
    r"|chapters?|items?)\s?$"
)
_NOT_VOTES_AFTER = re.compile(
    r"\s?(?:(?:st|nd|rd|th)\b|%|per ?cent|percent|years?|yrs?|months?|weeks?|days?|hours?|minutes?|am\b|pm\b|km|million"
    r"|billion|people"
    r"|jahre|ans\b|annees|anos|anni|majority|\s?(?:\.\s?|(?:of|de)\s)?(?P<month>[a-z]{3,})\b)"
)
_AGAINST = re.compile(r"\b(?:against|contre|contra|contro|gegen)\b")
_MONTH_BEFORE = re.compile(r"\b(?P<month>[a-z]{3,})\.?\s$")
_INEXACT_BEFORE = re.compile(
    r"\b(?:than|over|least|most|nearly|almost|about|around|roughly|some|up to|under|below"
    r"|plus de|moins de|au moins|au plus|au maximum|presque|mas de|menos de|al menos|por lo menos|como minimo|como maximo"
    r"|a lo sumo|casi|mais de|pelo menos|ao menos|no minimo|no maximo|quase|piu di|meno di|almeno|al massimo|quasi"
    r"|wenigstens|hochstens|maximal|fast"
    r"|mehr als"
    r"|weniger als|uber|mindestens|those|these|other|all|both|my|our|its|the same|of the|or|top|first"
    r"|last|which|what|between [0-9]{1,3} and)\s$"
)
_WORDS_MEAN_STATES = re.compile(r"\b(?:those|these|other|all|both|my|our|its|the|us|you)\s$")
_STANDS_APART = re.compile(r"[.!?;]\s|\n")
_FARTHEST = 48
"""Characters between two counts of one tally: "19 against holding a debate on Xinjiang and 17 for it"."""

_ALONE_IS_ENOUGH = re.compile(
    r"abst|enthalt|asten|in favou?r|a favor|favorevoli|dafur|yes|against|contre|contra|contro|dagegen|gegenstimmen|no(?:es|s)"
    r"|no votes?"
    r"|nays|yeas|ayes|opposed|ja-|nein-"
)
_ZERO_BY_ITSELF = re.compile(r"abst|against|en contra|a favor|votos")
_NONE = ("no", "no one", "no-one", "not one")
_A_WORD = re.compile(r"[a-z]+")
_COUNT_WORDS = frozenset(CARDINALS) | ZERO_WORDS | {"hundred"}


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns in which a count may be a word."""

    pair: re.Pattern[str]
    count_label: re.Pattern[str]
    label_count: re.Pattern[str]
    with_votes: re.Pattern[str]


@cache
def _patterns(*, in_words: bool) -> _Patterns:
    """With or without numbers in words, which take longer to compile and which most texts do not have."""
    number = rf"(?:[0-9]{{1,3}}(?![0-9.,]*[0-9])|{CARDINAL}\b)" if in_words else r"[0-9]{1,3}(?![0-9.,]*[0-9])"
    zero = "|".join(sorted(ZERO_WORDS)) if in_words else "zero"
    number_or_zero = rf"(?:{number}|(?:{zero})\b)"
    return _Patterns(
        pair=re.compile(
            rf"(?<![\w/.,-])(?<![\w/.,][–—:])(?P<yes>{number})(?P<votes>\s(?:{_VOTES}(?: (?:{_IN_FAVOUR}))?|{_IN_FAVOUR}))?"
            rf"(?:(?P<mark>\s?[-–—:]\s?)|\s(?:to|vs?\.?|versus|against|contre|contra|zu|gegen|a|au?x?"
            rf"|contro)\s)(?P<no>{number_or_zero})"
            rf"(?: (?:against|{_VOTES}))?(?![\w/]|[-–—:.,][0-9])"
        ),
        count_label=re.compile(
            rf"(?<![\w/.,-])(?P<count>no[ -]one\b|not one\b|{number}|(?:{zero}|no|once)\b)\s?(?:{_VOTES}\s|(?:other |un |of them "
            rf"|of the )?{_VOTERS}\s)?"
            rf"(?:de |da |di |of |mit |si sono |se )?\(?(?P<label>{_ANY_LABEL})\)?(?: {_VOTES})?(?!\w)"
        ),
        label_count=re.compile(
            rf"(?<!\w)(?P<label>{_LABELS_BEFORE})(?::| -| –|(?<= by))\s?(?P<count>{number_or_zero})(?![\w/]|[-–—:][0-9])"
        ),
        with_votes=re.compile(
            r"\b(?:with|got|gets|won|wins|received|receives|mustered|collected|adopted by|passed by|carried by"
            r"|avec|mit|con|com|(?<=[,;] )(?:again )?by)\s(?:just |only )?"
            rf"(?P<count>{number})\s{_VOTES}(?! (?:to|zu|contre|against|gegen|contra|contro|a)\b)(?!\w)"
        ),
    )


@dataclass(frozen=True, slots=True)
class _Count:
    """One labelled count."""

    side: Side
    value: int
    start: int
    end: int
    alone: bool


def read_tallies(text: str, taken: Sequence[tuple[int, int]] = (), *, edited: bool = False) -> tuple[TallyMention, ...]:
    """The tallies in a text, in text order, outside the spans already taken (symbols).

    A count that is not given is None: "34 abstentions" has only `abstain`. Inexact counts ("more than 140") are not read.
    `edited`: in running prose a name between two counts parts them ("nine votes, with Panama against and four abstentions").
    """
    flat = fold_in_place(text)
    in_words = not _COUNT_WORDS.isdisjoint(_A_WORD.findall(flat))
    if not in_words and not any(c.isdecimal() for c in flat):
        return ()
    patterns = _patterns(in_words=in_words)
    found: list[TallyMention] = []
    for mention in (
        *_lettered(text, flat),
        *_labelled(text, flat),
        *_label_first(text, flat),
        *_triples(text, flat),
        *_bare_triple(text, flat),
        *_pairs(text, flat, patterns.pair),
    ):
        if not _overlaps(mention.start, mention.end, taken) and not _overlaps(mention.start, mention.end, _spans(found)):
            found.append(mention)
    counts = [c for c in _counts(flat, patterns) if not (edited and _BESIDES.search(flat, c.start, c.end))]
    free = [c for c in counts if not _overlaps(c.start, c.end, taken) and not _overlaps(c.start, c.end, _spans(found))]
    parted = _NAME_BETWEEN if edited else None
    return tuple(sorted(_with_counts(text, flat, found, free, parted), key=lambda t: t.start))


_BESIDES = re.compile(r"\b(?:other|others|more|further)\b")  # "Iran and five other states abstained" counts the others
_NAME_BETWEEN = re.compile(r"\b[A-Z][a-z]")


_ONE_NUMBER = re.compile(CARDINAL)  # "fifty-five votes" are no score of fifty to five
_BARE_TRIPLE = re.compile(r"\W*(?P<yes>[0-9]{1,3}) (?P<no>[0-9]{1,3}) (?P<abstain>[0-9]{1,3})(?![0-9/.,:-]?[0-9])\b")


def _bare_triple(text: str, flat: str) -> Iterator[TallyMention]:
    """ "62 22 55 which vote was that": three numbers that open the question, and nothing between them."""
    match = _BARE_TRIPLE.match(flat)
    if match:
        start, end = match.start("yes"), match.end()
        yield TallyMention(int(match["yes"]), int(match["no"]), int(match["abstain"]), text[start:end], start, end)


def _spans(mentions: Sequence[TallyMention]) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in mentions]


def _overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in spans)


def _value(words: str) -> int | None:
    if words.isdecimal():
        return int(words)
    return 0 if words in ZERO_WORDS or words in _NONE else number_in_words(words)


def _lettered(text: str, flat: str) -> list[TallyMention]:
    """ "Y93 N18 A65", "93Y-18N-65A"."""
    found = []
    for match in _LETTERED.finditer(flat):
        yes, no, abstain = (int(match[f"{side}1"] or match[f"{side}2"]) for side in "yna")
        found.append(TallyMention(yes, no, abstain, text[match.start() : match.end()], *match.span()))
    return found


def _labelled(text: str, flat: str) -> list[TallyMention]:
    """ "93 for 18 against 65 abstaining", in which "for 18" and "against 65" are no counts."""
    return [
        TallyMention(int(m["yes"]), int(m["no"]), int(m["abstain"]), text[m.start() : m.end()], *m.span())
        for m in _LABELLED.finditer(flat)
    ]


def _label_first(text: str, flat: str) -> list[TallyMention]:
    """ "yes 93, no 18, abstain 65"."""
    found = []
    for match in _LABEL_FIRST.finditer(flat):
        abstain = int(match["abstain"]) if match["abstain"] else None
        found.append(TallyMention(int(match["yes"]), int(match["no"]), abstain, text[match.start() : match.end()], *match.span()))
    return found


def _triples(text: str, flat: str) -> list[TallyMention]:
    """ "93-18-65"; not "24/02/2025", "12:30:45" or "24/2/25"."""
    found = []
    for match in _TRIPLE.finditer(flat):
        parts = (match["yes"], match["no"], match["abstain"])
        first, second, third = (int(p) for p in parts)
        if any(len(p) > 1 and p.startswith("0") for p in parts):
            continue
        if match["mark"] == "/" and 1 <= min(first, second) <= 12 and max(first, second) <= 31:
            continue
        if match["mark"] == ":" and first < 24 and second < 60 and third < 60 and len(parts[1]) == len(parts[2]) == 2:
            continue
        found.append(TallyMention(first, second, third, text[match.start() : match.end()], *match.span()))
    return found


def _pairs(text: str, flat: str, pattern: re.Pattern[str]) -> list[TallyMention]:
    """ "141 to 5", "187-2", "nine votes to none"; not "5 to 10 December", "from 10 to 5", "24-7", "9-11"."""
    found = []
    for match in pattern.finditer(flat):
        yes, no = _value(match["yes"]), _value(match["no"])
        if yes is None or no is None or _is_range(flat, match, yes, no):
            continue
        if _ONE_NUMBER.fullmatch(flat, match.start("yes"), match.end("no")):
            continue
        found.append(TallyMention(yes, no, None, text[match.start() : match.end()], *match.span()))
    return found


def _is_range(flat: str, match: re.Match[str], yes: int, no: int) -> bool:
    with_votes = bool(match["votes"]) or "votes" in match[0]
    after = _NOT_VOTES_AFTER.match(flat, match.end())
    if after and (after["month"] is None or after["month"] in MONTHS):
        return True
    before = flat[: match.start()][-20:]
    month = _MONTH_BEFORE.search(before)
    if month and month["month"] in MONTHS and yes <= 31 and not with_votes:
        return True
    if with_votes:
        return False
    marked = (match["mark"] or "").strip()
    if marked == ":" and yes < 24 and len(match["no"]) == 2:
        return True
    if any(len(p) > 1 and p.startswith("0") for p in (match["yes"], match["no"])):
        return True
    # The larger number comes first in a vote that is carried; ranges count up.
    is_range = _RANGE_BEFORE.search(before) and not _AGAINST.search(match.group())  # "de 93 contre 18"
    return yes < no or yes + no < 7 or (yes, no) == (50, 50) or ((yes, no) == (24, 7) and bool(marked)) or bool(is_range)


def _counts(flat: str, patterns: _Patterns) -> list[_Count]:
    """Labelled counts in text order, none overlapping; of two on one place the longer."""
    found: list[_Count] = []
    for match in patterns.count_label.finditer(flat):
        _add_count(found, flat, match, match["label"])
    for match in patterns.label_count.finditer(flat):
        _add_count(found, flat, match, match["label"])
    for match in patterns.with_votes.finditer(flat):
        value = _value(match["count"])
        if value is not None and not _overlaps(match.start("count"), match.end(), [(c.start, c.end) for c in found]):
            found.append(_Count("yes", value, match.start("count"), match.end(), alone=True))
    return sorted(found, key=lambda c: c.start)


def _add_count(found: list[_Count], flat: str, match: re.Match[str], label: str) -> None:
    words = match["count"]
    value = number_in_words("once") if words == "once" else _value(words)
    side = next((s for s, pattern in _SIDES.items() if pattern.match(label.removesuffix(" by"))), None)
    if value is None or side is None or value > 200 or _overlaps(*match.span(), [(c.start, c.end) for c in found]):
        return
    before = flat[: match.start()][-20:]
    in_words = not words.isdecimal()
    if _INEXACT_BEFORE.search(before) or (in_words and _WORDS_MEAN_STATES.search(before)):
        return
    if words in (*_NONE, "once", "nobody") and not _ZERO_BY_ITSELF.match(label):
        return
    whole = flat[match.start("label") : match.end()]
    alone = bool(_ALONE_IS_ENOUGH.search(whole)) and value > 0 and words != "once" and not _names_a_voter(words, label)
    found.append(_Count(side, value, *match.span(), alone))


def _names_a_voter(words: str, label: str) -> bool:
    """ "One against" is rarely a count by itself: "one against the other"."""
    return words in ("one", "una", "une", "uma", "eine") and not label.startswith("abst")


def _with_counts(
    text: str, flat: str, scores: list[TallyMention], counts: list[_Count], parted: re.Pattern[str] | None
) -> list[TallyMention]:
    """Counts joined with each other and with the score that they follow: "141 to 5, with 35 abstentions".

    `parted`: what between two of them keeps them apart.
    """

    def close(end: int, start: int) -> bool:
        return _close(flat, end, start) and not (parted and parted.search(text, end, start))

    mentions = list(scores)
    group: list[_Count] = []
    for count in counts:
        fitting = (i for i, m in enumerate(mentions) if m.abstain is None and close(m.end, count.start))
        at = next(fitting, None) if count.side == "abstain" else None
        if at is not None:
            mentions[at] = replace(mentions[at], abstain=count.value, end=count.end, words=text[mentions[at].start : count.end])
            continue
        if group and (not close(group[-1].end, count.start) or count.side in {c.side for c in group}):
            mentions.extend(_grouped(text, group))
            group = []
        group.append(count)
    mentions.extend(_grouped(text, group))
    return mentions


def _close(flat: str, end: int, start: int) -> bool:
    return 0 <= start - end <= _FARTHEST and not _STANDS_APART.search(flat, end, start)


def _grouped(text: str, group: Sequence[_Count]) -> list[TallyMention]:
    if not group or (len(group) == 1 and not group[0].alone):
        return []
    start, end = group[0].start, group[-1].end
    by_side = {c.side: c.value for c in group}
    return [TallyMention(by_side.get("yes"), by_side.get("no"), by_side.get("abstain"), text[start:end], start, end)]
