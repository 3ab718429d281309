"""A whole statement about a vote -> its claims; nothing where any word that carries weight fits no reading.

Clauses are regular expressions over the letters of `bot.understand.statement_words`. What they leave over decides: a statement
is read in full or not at all, so that no "only", "not" or number can be missed.
"""

from __future__ import annotations

import re

from bot.question import (
    Claim,
    DayRange,
    NonMemberMention,
    ResultClaim,
)
from bot.understand.clause_readings import (
    Builder,
    Reading,
    against_the_others,
    among_counted,
    clause,
    company,
    count_and_list,
    counted_among_them,
    did_not,
    done,
    exception_first,
    in_company,
    list_and_count,
    neither,
    neither_act,
    nobody_else,
    not_alone,
    only_among,
    only_noun,
    outcome,
    so_did,
    tally,
    they_did,
)
from bot.understand.patterns import any_of, later
from bot.understand.shape import DAYS, Shape
from bot.understand.statement_words import weights_in

_WHO = r"(?:o?[an]u?s?u?[xb]sl?|o?[anifmhw#]?o?P?u?s*u?l?)"
_ACT = r"(?:t?!?[AN](?:v?!?[AN])*)"
_NOT_ACTING = r"(?![!ANKot])"
# What can stand without saying anything: "countries", "but" between clauses, "with" before one.
_NOTHING_SAID = later(
    any_of(
        "u(?![!A])",
        "[bxpcvtKPi](?!o?[suN#A!])",
        "[bv](?=[sanifmhw#uroUtTEOJ])",
        rf"c(?=o?{_WHO}{_ACT})",
        "[cp](?=[n#iaoT])",
        "i(?=s?$)",
    )
)
# against it in 2018 and for it in 2019
_OF_SEVERAL_TIMES = later(rf"{DAYS} (?:, )?(?:and|but|then) (?:then )?(?:for|no|yes|against)\b")
_MOST_WEIGHTS = 60


def claims_in(shape: Shape) -> tuple[Claim | ResultClaim, ...]:
    """All that the line says of a vote; empty where something in it is not understood."""
    if any(not _held_a_seat(m, shape) for m in shape.mentions.values() if isinstance(m, NonMemberMention)):
        return ()
    if _OF_SEVERAL_TIMES.search(shape.line):
        return ()
    weights = list(weights_in(shape))
    letters = "".join(w.letter for w in weights)
    if "?" in letters or len(letters) > _MOST_WEIGHTS:
        return ()
    reading, at = Reading(weights), 0
    while at < len(letters):
        end = _clause_end(letters, at, reading)
        if end == at:
            return ()
        at = end
    return tuple(reading.claims)


def _held_a_seat(mention: NonMemberMention, shape: Shape) -> bool:
    """ "Nationalist China" of a day on which it held China's seat."""
    days = [m.last for m in shape.mentions.values() if isinstance(m, DayRange)]
    return mention.until is not None and bool(days) and min(days) <= mention.until


def _clause_end(letters: str, at: int, reading: Reading) -> int:
    """Where the clause read from there ends; `at` itself where none is."""
    for pattern, build in _CLAUSES:
        match = pattern.match(letters, at)
        if match and match.end() > at and build(reading, reading.weights[at : match.end()]):
            return match.end()
    skipped = _NOTHING_SAID.match(letters, at)
    return skipped.end() if skipped else at


_CLAUSES: tuple[tuple[re.Pattern[str], Builder], ...] = tuple(
    (later(pattern), build)
    for pattern, build in (
        (rf"[rt]?s[qv]s(?:[qv]s)*{_ACT}", neither),
        (rf"rs{_ACT}|[rt]?S{_ACT}", neither),
        (rf"Lsb?s{_ACT}", against_the_others),
        (rf"sb?Ls{_ACT}", against_the_others),
        (rf"Us{_WHO}{_ACT}", against_the_others),
        (rf"[xb]s(?=[anifmhwou]){_WHO}{_ACT}", exception_first),
        (rf"(?:[an]u?s?|s){_ACT}[xb]s{_NOT_ACTING}", exception_first),
        (rf"osPu?s{_ACT}", only_among),
        (rf"sr{_ACT}q{_ACT}", neither_act),
        (rf"o?#u?{_ACT}u?(?:Ps|sP){_NOT_ACTING}", counted_among_them),
        (rf"G{_ACT}", they_did),
        (rf"su?Po?#?u?(?:{_ACT}|N)", among_counted),
        (rf"s(?:cs)?o?#u?(?:{_ACT})", list_and_count),
        (rf"sLo+u?{_ACT}", not_alone),
        (rf"so+u?s?u?(?:{_ACT}|N)", only_noun),
        (r"sKo+N|oN[kp]?s|oNks", only_noun),
        (rf"sl{_ACT}", clause),
        (r"sKN|Nks|Nps", done),
        (rf"{_ACT}po?s", done),
        (rf"o?#u?{_ACT}s{_NOT_ACTING}(?![Dd])|o?#N[kcp]?s{_NOT_ACTING}(?![Dd])", count_and_list),
        (rf"o?#u?s?u?(?:Ps|sP){_ACT}", counted_among_them),
        (rf"sl?cs{_ACT}", in_company),
        (rf"{_WHO}(?<=[anifmhw#usl]){_ACT}l", clause),
        (rf"{_WHO}(?<=[anifmhw#usl]){_ACT}", clause),
        (r"o?[ani#]s?N", clause),
        (r"c?co?s" + _NOT_ACTING, company),
        (rf"c?E{_ACT}?", nobody_else),
        (r"b?Us(?![!A])", did_not),
        (r"b?Ls(?![!A])", did_not),
        (r"b?sd", did_not),
        (r"Ds|sD", so_did),
        (r"L?J|OJ|JO|L?O", outcome),
        (r"T", tally),
    )
)
