"""What a sentence says of a vote as a whole: its outcome, unanimity, records ("the fewest yes votes since 1999")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.check.claim import Claim, Kind
from bot.check.figures import position_named
from bot.check.sentence import Sentence, claim_at
from bot.check.told import Taken, Told
from bot.question import DayRange
from bot.understand.shape import DAYS, NAME, STATE, SYMBOL
from store.facts import Position

_THING = (
    rf"(?:{NAME}|{SYMBOL}|\b(?:text|resolution|draft|motion|measure|declaration|proposal|it|vote|amendment|decision|document"
    rf"|plan|which))"
)
_WITHOUT_VOTE = re.compile(
    r"(?:(?:was|were|been|is|being) )?(?:adopted|approved|passed|agreed|endorsed|carried) (?:\w+ )?(?:without (?:a "
    r"|any )?(?:recorded )?vote|by consensus|by acclamation)\b"
    r"|(?:went|go|goes|cleared|got|sailed|sent|put|referred) (?:[^ ;:.,]+ ){0,9}?(?:without a (?:recorded )?vote"
    r"|by consensus|by acclamation)\b"
    r"|(?<=, )(?:without (?:a |any )?(?:recorded )?vote|by consensus|by acclamation)\b"
)
_UNANIMOUS = re.compile(
    r"\b(?:(?:was|were|is|had been|has been|been) )?(?:(?:adopted|approved|passed|carried|endorsed|voted|backed|agreed"
    r"|condemned) )?(?:unanimous(?:ly)?)\b(?! (?:silence|opposition))"
    rf"(?! in (?!{DAYS}))"
)
_HARDLY = re.compile(r"\b(?:not|never|hardly|far from|anything but|short of|less than|almost|nearly|n't|nearly)(?: \w+)? $")
_SO_WAS = re.compile(r"\bso (?:was|were|is) (?:the )?")
_SO_WAS_ANOTHER = re.compile(rf"(?:; |, (?:and )?|\band )(?P<said>so (?:was|is) (?:resolution )?{SYMBOL})")
_OUTCOMES = (
    (
        "vetoed",
        re.compile(rf"{_THING} (?:[^ ;:.,]+ ){{0,6}}?(?:was|were|been|is|got) (?P<did>(?:\w+ )?(?:vetoed|blocked))\b(?! by)"),
    ),
    (
        "rejected",
        re.compile(
            rf"{_THING} (?:[^ ;:.,]+ ){{0,6}}?(?:(?:was|were|been|is) (?:\w+ )?(?:rejected|defeated|voted down)\b(?! by)"
            r"|(?:had )?(?:\w+ )?(?:failed|fell(?= (?:[.,;:!?]|$|by|with|through|at the"
            r"|short of the (?:\w+ )?(?:- )?\w+ (?:majority |votes )?(?:needed|required|necessary)))"
            r"|foundered)\b(?! to (?:win|secure|mention|call|name)))"
            r"|\b(?:rejected|voted down|defeated|threw out|turned down) (?:[^ ;:.,]+ ){0,5}?amendments?\b"
            r"|\bamendments? (?:[^ ;:.,]+ ){0,8}?(?:(?:were|was|been) (?:\w+ )?(?:voted down|rejected|defeated"
            r"|turned down|thrown out)"
            r"|(?:missed|fell short of|failed to (?:win|get|reach)) (?:[^ ;:.,]+ ){0,4}?majority)\b"
        ),
    ),
    (
        "adopted",
        re.compile(
            rf"(?:{_THING} (?:[^ ;:.,]+ ){{0,8}}?(?:was|were|been|is) (?:\w+ )?(?:adopted|approved|passed|carried|endorsed)\b"
            rf"|(?:\b(?:the|un|general|security) ){{0,3}}\b(?:assembly|council|it) (?:[^ ;:.,]+ ){{0,5}}?(?:adopted|approved"
            rf"|passed|endorsed) (?:[^ ;:.,]+ ){{0,6}}?{_THING}"
            rf"|{_THING} (?:[^ ;:.,]+ ){{0,4}}?(?:passed|sailed through|squeaked through|went through|cleared))\b"
        ),
    ),
)
_TELLS = re.compile(r"(?:(?:the|un|general|security) ){0,3}(?:assembly|council|it) (?!was|were|is|had been|has been)")
"""Words that tell of a body's doing ("the Council adopted a resolution") rather than claim how a vote ended."""
_NOT_DONE = re.compile(
    r"\b(?:will|would|could|may|might|shall|should|must|to be|expected|if|whether|not|never|until|since|after|before"
    r"|for) (?:\S+ ){0,4}$"
)
_RECORD = re.compile(
    r"\b(?:the |its )?(?P<which>fewest|lowest|smallest|weakest|highest|most|largest|biggest|strongest|narrowest) (?:number of "
    r"|tally of |count of |level of |ever )?"
    r"(?P<what>(?:yes votes|no votes|votes in favou?r|votes against|noes|abstentions|votes|support|tally|majority|opposition))"
    r"(?: (?:since|in|for|ever|on record|so far|of any|of all)\b)?"
)
_FEWER = re.compile(
    r"\b(?P<which>fewer|more|lower|less|higher) (?:(?!often)\w+ )?(?P<what>yes votes |noes |abstentions "
    r"|votes )?than (?:any|all|every"
    r"|each) (?:of the |of its |the )?(?:others?|earlier|previous|before|predecessors?|text|other)\b(?: \w+)?"
)
_NO_EARLIER = re.compile(
    r"\bno (?:earlier|previous|other|prior) (?:text|resolution|vote|one|version)(?: \S+){0,6}? (?:had|got|drew|won|attracted"
    r"|received) (?:as|so) (?P<which>many|few|much) ?(?P<what>yes votes|votes in favou?r|votes|noes|no votes|abstentions"
    r"|support)?"
)
_LEAST = frozenset({"fewest", "lowest", "smallest", "weakest", "fewer", "lower", "less", "few", "narrowest"})


def said_of_the_vote(sentence: Sentence, taken: Taken, told: Told, *, has_tally: bool) -> Iterator[Claim]:
    """In no order. An adoption is a claim of its own only where no tally says as much."""
    yield from _records(sentence, taken)
    line = sentence.line
    for match in _DATED.finditer(line):
        when = sentence.shape.mentions[match["days"]]
        if isinstance(when, DayRange) and not (when.fitting_year or when.relative or when.open_end or when.one_of):
            yield _claim(sentence, Kind.DATED, *match.span(), first_day=when.first, last_day=when.last)
    for match in _NTH.finditer(line):
        if taken.free(*match.span()):
            taken.take(*match.span())
            yield _claim(sentence, Kind.NTH, *match.span(), number=_ordinal(match["nth"]))
    found = False
    for match in _WITHOUT_VOTE.finditer(line):
        if taken.free(*match.span()):
            found = True
            taken.take(*match.span())
            yield _claim(sentence, Kind.OUTCOME, _subject_start(line, match.start()), match.end(), outcome="without_vote")
    for match in _UNANIMOUS.finditer(line):
        if taken.free(*match.span()):
            found = True
            taken.take(*match.span())
            denied = _HARDLY.search(line, 0, match.start()) is not None or "not" in match[0].split()
            yield _claim(sentence, Kind.UNANIMOUS, _subject_start(line, match.start()), match.end(), negated=denied)
    if told.unanimous and (so := _SO_WAS.match(line)):
        found = True
        yield _claim(sentence, Kind.UNANIMOUS, 0, len(line.rstrip(" .;!?")))
        taken.take(0, so.end())
    elif found and (so := _SO_WAS_ANOTHER.search(line)) and told.is_free(*so.span("said")):
        taken.take(*so.span("said"))
        yield _claim(sentence, Kind.UNANIMOUS, *so.span("said"))
    if not found:
        yield from _outcomes(sentence, taken, has_tally)


_NOT_SINCE = re.compile(
    rf"\b(?:not|never) (?:since )?(?P<days>{DAYS}) (?:has|have|had|did) (?:[^ ;:.,]+ ){{0,6}}?(?:so|as|this) (?P<which>few|many) "
    r"(?P<what>yes votes|votes in favou?r|supporters|votes|members in favou?r|noes|no votes|votes against|opponents"
    r"|abstentions|abstainers)\b"
)

_DATED = re.compile(
    rf"{SYMBOL} (?:, )?(?:(?:which )?(?:was |were |is |had been )?(?:adopted|passed|approved|endorsed"
    rf"|voted) (?:\w+ ){{0,2}}?)(?:of|in|on) (?:the )?(?P<days>{DAYS})"
)
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50}
_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH = re.compile(
    r"\bfor (?:the|its|a) (?P<nth>\d{1,2}(?:st|nd|rd|th)|(?:twenty|thirty|forty)(?: - | )\w+|twentieth|thirtieth"
    r"|fortieth) (?:\w+ )?(?:time|year|vote)\b(?: running| in a row)?"
)


def _ordinal(words: str) -> int | None:
    if words[0].isdigit():
        return int(re.match(r"\d+", words)[0])  # type: ignore[index]
    tens, _, ones = words.replace(" - ", " ").partition(" ")
    return (
        next((n for start, n in _TENS.items() if tens.startswith(start)), 0) + (_ONES.index(ones) + 1 if ones in _ONES else 0)
        or None
    )


def _claim(sentence: Sentence, kind: Kind, first: int, last: int, **said: object) -> Claim:
    return claim_at(sentence, kind, first, last, **said)[0]


def _subject_start(line: str, at: int) -> int:
    """Where the clause before begins, which says what was adopted."""
    return max(line.rfind(mark, 0, at) + len(mark) if mark in line[:at] else 0 for mark in ("; ", ": "))


def _outcomes(sentence: Sentence, taken: Taken, has_tally: bool) -> Iterator[Claim]:
    line = sentence.line
    for outcome, said in _OUTCOMES:
        for match in said.finditer(line):
            if outcome == "adopted" and has_tally:
                continue
            if taken.free(match.end() - 4, match.end()) and not _NOT_DONE.search(line[: match.end()].rsplit(" ", 1)[0] + " "):
                if outcome == "adopted" and re.search(STATE, match[0][1:]):
                    continue
                taken.take(*match.span())
                told = outcome == "adopted" and _TELLS.match(match[0]) is not None
                yield _claim(sentence, Kind.OUTCOME, *match.span(), outcome=outcome, loose=told)
                return


def _records(sentence: Sentence, taken: Taken) -> Iterator[Claim]:
    line = sentence.line
    for pattern in (_FEWER, _NO_EARLIER, _NOT_SINCE, _RECORD):
        for match in pattern.finditer(line):
            if not taken.free(*match.span()):
                continue
            what = (match["what"] or "").strip()
            position = position_named(what) or (Position.NO if "opposition" in what else Position.YES)
            most = match["which"] not in _LEAST
            last, since = match.end(), None
            days = re.compile(rf" ?(?P<days>{DAYS})").match(line, match.end())
            days = match if pattern is _NOT_SINCE else days
            if days and isinstance(range_ := sentence.shape.mentions[days["days"]], DayRange):
                since, last = range_.first.year, max(days.end(), match.end())
            taken.take(match.start(), last)
            yield _claim(sentence, Kind.SUPERLATIVE, match.start(), last, position=position, most=most, since=since)
            return
