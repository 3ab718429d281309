"""What a stretch of a sentence says of which vote is meant: body, time, symbols, nicknames, words of the topic. Pure."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.check.claim import Claim, Kind
from bot.check.matter import Matter, matter_of
from bot.check.sentence import Sentence, end_of_dateline
from bot.question import DayRange, MemberMention, SymbolMention, Term, VoteName
from bot.understand.bodies import body_in, outside_in
from bot.understand.number_words import CARDINAL, number_in_words
from bot.understand.patterns import any_of
from bot.understand.spans import Spans, span_of
from bot.understand.topics import Synonyms, terms_in
from store.facts import Body, Position

_MONTHS = (
    *("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?", "sept?(?:ember)?"),
    *("oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?"),
)
_AMENDMENT = re.compile(
    r"\bamendments?\b[^.;:]{0,80}?\b(?:failed|fell|passed|carried|lost|(?:was|were|is|are|been) (?:\w+ )?(?:rejected|defeated"
    r"|adopted|vetoed|voted down|thrown out|approved)"
    r"|had|got|drew|won|by \d)"
    r"|\b(?:vetoed|vetoes|rejected|rejects|defeated|adopted|approved|vot\w+ (?:on|against|for|down)|lost|opposed|blocked"
    r"|threw out) (?:\S+ ){0,6}?amendments?\b"
    r"|\bamendment vote\b"
)
_ELECTION = re.compile(
    r"\b(?:for|to) (?:a|the|an|one of the|its) (?:\w+ ){0,3}(?:council |court |committee |rights council )?seats?\b"
    r"|\bwas elected\b|\bwon (?:a|the) (?:\w+ ){0,2}seat\b"
    r"|\bvoted for [A-Z]\w+ (?:in|to|as|over)\b|\bsecret ballot|\bran(?:off|-off)\b"
)
_VOTED_FOR_STATE = re.compile(r"\bvot\w+ for (?:the )?(?P<state>[\ue000-\ue0ff]) (?!' s|'s|-|resolution|text|draft)")
_MOTION = re.compile(
    r"\bno-action\b|\bprocedural (?:motion|vote)\b|\bmotion to (?:adjourn|postpone|defer|delay)\b|\b(?:declined|refused"
    r"|decided not) to (?:put|take up|consider|vote on)\b"
    r"|\b(?:separate|paragraph) votes?\b|\bvote on (?:a|the) (?:\w+ )?paragraph\b"
)
_COMMITTEE = re.compile(
    r"\b(?:in|by|at|before|through) (?:the )?committee\b|\bcommittee (?:vote|stage|passed|adopted|approved)\b"
    r"|\bcommittee, (?:a|four|two|three|one|some)\b"
)
_PLENARY = re.compile(r"\bplenary\b|\bfull (?:general )?assembly\b|\bassembly as a whole\b|\bfull membership\b")
_FOREIGN = re.compile(
    r"\b(?:bundestag|senate|senators?|congress|knesset|duma|(?<!members of )(?<!member of )parliaments?|lok sabha"
    r"|lawmakers|legislators|mps?|meps?"
    r"|house of (?:commons|lords|representatives)|lower house|upper house"
    r"|cabinet|the commons|the lords|non-binding vote|eurovision|song contest|jury|juries|academy|referendum on"
    r"|model (?:united nations|un|u\.n\.)|primary|primaries|polls|pollsters|survey|ballot box|election night|(?:ruling"
    r"|governing|government|coalition) (?:coalition|part(?:y|ies|ners?))|eu summit"
    r"|european (?:council|parliament|commission)|nato summit|council of the eu|eu foreign ministers|eu leaders|shareholders"
    r"|supreme court|judges|world cup|fifa|uefa|ioc|film|federal reserve|city council|town council|town hall)\b",
    re.IGNORECASE,
)
_AUDIENCE = re.compile(
    r"\b(?:told|tells|telling|assured|informed|reminded|briefed|asked|addressed|addressing|speaking (?:in|to)|speech (?:in|to)"
    r"|statement to|said in) (?:the |a |her |his |their |its )?(?:\w+ ){0,2}?(?:parliament|congress|senate|senators|bundestag"
    r"|knesset|duma|lok sabha|commons|lords|house|lawmakers|legislators|mps|meps|cabinet)\b"
)
_UN = re.compile(
    r"\b(?:un|u\.n\.|united nations|un's|u\.n\.'s|united nations'?)(?:'s)? (?:\S+ ){0,4}?(?:vote|votes|voted|resolutions?"
    r"|motion|draft|text|roll call|declaration|embargo)\b"
    r"|\bturtle bay\b|\bgeneral assembly\b|\bsecurity council\b|\bunga\b|\bunsc\b|\bunhrc\b|\bhuman rights council\b"
)
_OTHER_ASSEMBLY = re.compile(
    r"\b(?:national|legislative|provincial|constituent|parliamentary|welsh|regional|world health|city|town) (?:assembly"
    r"|council)\b"
)
_BY_THEN = re.compile(
    rf"by (?:(?P<day>\d{{1,2}}) )?(?:{any_of(*_MONTHS)})\b\.?(?: (?P<day2>\d{{1,2}})\b(?!\d))?,?(?: (?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_BY_MONTH = re.compile(rf"\b[Bb]y (?P<month>{'|'.join(m.capitalize() for m in _MONTHS)})\b(?! \d)")
_ANY_YEAR = 2023  # before the text says which is meant
_BY_YEAR = re.compile(r"\b[Bb]y (?P<year>(?:19[4-9]|20[0-4])\d)\b(?! votes)")
_UP_TO = re.compile(r"by ", re.IGNORECASE)
_NAMES_TEXT = re.compile(
    r"\b(?:texts?|resolutions?|drafts?|motions?|measures?|votes?|proposals?|that|the one|ones) (?:on|about|concerning|regarding"
    r"|calling|condemning|demanding|urging|titled|entitled|named|called)\b"
)
_PARTICIPLE = re.compile(
    r"(?:after )?having (?:\w+ ){0,2}?(?:abst|vot|oppos|back|support|reject|sid|endors|approv|sat)\w*[^,;]*,", re.IGNORECASE
)
_PLANNED = re.compile(
    r"\b(?:to (?:start|begin|open|take place|be held|meet|convene|conclude|end|expire|take effect|come into force|run)"
    r"|scheduled|planned|slated|due) (?:\w+ ){0,4}?$"
)
"""Of what a text provides for: "negotiations to start in 2017"."""
_DISSENTED = re.compile(r"\bdissented\b")  # states do, too, and not only judges
_OTHER = re.compile(
    r"\b(?:rival|parallel|competing|another|separate|alternative|second|counter)\b|\bthe other (?:text|resolution|draft"
    r"|vote)\b|\b(?:then|also|later) (?:adopted|passed|approved|voted)\b"
)
_COUNCIL = re.compile(r"\bthe (?:15-(?:member|nation|strong) )?council(?:'s)?\b(?! of| seat)")
_LONG = 400  # days
_LATER = re.compile(
    rf"\b(?P<number>a|an|one|{CARDINAL}|\d{{1,3}}|just a|only a) (?P<unit>day|week|month|year"
    rf"|decade)s? (?:and a half )?(?P<way>earlier|before|later|after|on|afterwards|previously|ago)\b",
    re.IGNORECASE,
)
_HAD = re.compile(r"\bhad\b(?! to\b)")
_SINCE_THAT = re.compile(r"\b(?:before|after|from|on from) (?:that|then)\b|\bearlier still\b|\blater still\b")
_BACK = re.compile(r"\b(?:this time(?: (?:a)?round)?|on this occasion)\b")
_PERMANENT = re.compile(r"\bpermanent members of the (?:un |u\.n\. )?security council\b", re.IGNORECASE)
_SEASON = re.compile(r"(?:in )?(?:the )?(?:winter|spring|summer|autumn|fall)", re.IGNORECASE)
_BESIDE = re.compile(r", (?:which|who|whose|where)\b[^,;]*")
_BESIDE_AND_ON = re.compile(r", (?:which|who|whose)\b[^,;]*, ")
_ACTS = re.compile(r"\b(?:vot|adopt|pass|abstain|oppos|back|support|approv|authori|reject|veto|endors)\w*")
_NEXT_DAY = re.compile(r"\b(?:the (?:next|following) day|a day later|the day after)\b")
_DAY_BEFORE = re.compile(r"\b(?:the (?:previous day|day before)|the night before)\b")
_YEAR = re.compile(r"\b(?:19[4-9]\d|20[0-4]\d)\b(?!/)")
_YEAR_BEHIND = re.compile(r",? (?:(?:back )?in |of )?(?P<year>(?:19[4-9]|20[0-4])\d)\b")
_ROOM = {"day": 1, "week": 5, "month": 20, "year": 75, "decade": 400}
_LENGTH = {"day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5}
_FOREIGN_KINDS = frozenset({"parliament", "eu_council", "court", "unesco", "league"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What says which vote is meant. `terms`: words that may be of its title; `shift`: days from the vote spoken of before.

    `perhaps`: a body spoken of without saying that it voted. `result`: how many are said to have voted yes, no, to have
    abstained, and not to have voted; `sponsor`: whose text it is said to be. `other`: another text than the one spoken of
    before; `passing`: spoken of in passing, `put_between`: by words put between; `names_text`: by what it is
    on ("the text on cluster munitions"); `up_to`: the year with which its time ends ("by 2019"); `had`: told as past by
    then; `back`: the vote spoken of before is taken up again ("this time"); `since_that`: the shift counts from what
    was told last, also in passing; `matters`: what it opens with, or stands under.
    `outside`: the kind of vote that no record here holds; `foreign`: that nobody takes for a vote of the United Nations.
    """

    body: Body | None = None
    perhaps: Body | None = None
    days: tuple[DayRange, ...] = ()
    shift: tuple[int, int] | None = None
    symbols: tuple[SymbolMention, ...] = ()
    names: tuple[VoteName, ...] = ()
    terms: tuple[Term, ...] = ()
    result: tuple[int | None, int | None, int | None, int | None] = (None, None, None, None)
    sponsor: MemberMention | None = None
    outside: str | None = None
    foreign: bool = False
    anchored: bool = False
    emergency: bool = False
    veto: bool = False
    draft: bool = False
    same_day: bool = False
    other: bool = False
    passing: bool = False
    put_between: bool = False
    names_text: bool = False
    up_to: int | None = None
    had: bool = False
    back: bool = False
    since_that: bool = False
    matters: tuple[Matter, ...] = ()

    @property
    def names_vote(self) -> bool:
        """Whether a vote is named by more than its day."""
        return bool(self.symbols or self.names)


def evidence_in(
    sentence: Sentence, claims: Sequence[Claim], synonyms: Synonyms, first: int = 0, last: int | None = None
) -> Evidence:
    """That of the words from `first` to `last`, offsets into the sentence."""
    last = len(sentence.text) if last is None else last
    found = sentence.found
    words = _read_over(_voters_of_council(found.unnamed), claims, first, last)[first:last].lower()
    named = _read_over(found.folded, claims, first, last)[first:last].lower()
    named = _AUDIENCE.sub("", named)  # those who are told of a vote do not cast it
    outside = _outside(named, sentence)
    foreign = _FOREIGN.search(named) is not None or outside in _FOREIGN_KINDS
    terms = _terms(sentence, claims, synonyms, first, last)
    matter = matter_of(found.folded, [c.start for c in claims], terms, first, last)
    return Evidence(
        body=body_in(words),
        perhaps=Body.SC if _COUNCIL.search(words) and "assembly" not in words else None,
        days=tuple(
            _with_its_year(d, sentence.text)
            for d in (*map(_by_then, _without_dateline(sentence)), *_by_month(sentence))
            if _inside(d.start, first, last)
            and not d.open_end
            and (d.last - d.first).days <= _LONG
            and not (first == 0 and _aside(d.start, claims))
            and not _of_something_else(d, found.folded)
            and not _of_a_participle(d, found.folded)
            and not _PLANNED.search(found.folded[: d.start].lower())
            and not _SEASON.fullmatch(d.words)
        ),
        shift=_shift(words),
        symbols=tuple(s for s in found.symbols if _inside(s.start, first, last)),
        names=tuple(n for n in found.names if _inside(n.start, first, last) and not (first == 0 and _aside(n.start, claims))),
        terms=terms,
        result=_result([c for c in claims if _inside(c.start, first, last) and (first > 0 or not _aside(c.start, claims))]),
        sponsor=_sponsor(sentence, first, last),
        outside=None if foreign else outside,
        foreign=foreign,
        anchored=_UN.search(named) is not None
        or (not foreign and body_in(words) is not None and not _OTHER_ASSEMBLY.search(words))
        or bool(found.symbols and any(s.body for s in found.symbols)),
        emergency="emergency" in words and "session" in words,
        veto=re.search(r"\bveto\w*\b|\bblocked\b", words) is not None,
        draft=re.search(r"\bdrafts?\b", words) is not None,
        up_to=_up_to(sentence, first, last),
        other=_OTHER.search(words) is not None,
        had=_HAD.search(words) is not None,
        names_text=_NAMES_TEXT.search(words) is not None,
        back=_BACK.search(words) is not None,
        since_that=_SINCE_THAT.search(words) is not None,
        matters=(matter,) if matter is not None else (),
        same_day=re.search(r"\b(?:that|the same|this) (?:day|evening|morning|sitting|session)\b", words) is not None,
    )


_SPONSORED = re.compile(r"(?:'s |'s|' s |s )?\s*(?:\w+[ -]){0,2}?(?:draft|text|resolution|motion|proposal|plan)\b", re.IGNORECASE)


def _sponsor(sentence: Sentence, first: int, last: int) -> MemberMention | None:
    """ "The Ukrainian draft", "Algeria's text"."""
    states = (m for m in sentence.found.mentions if isinstance(m, MemberMention) and _inside(m.start, first, last))
    return next(
        (
            m
            for m in states
            if (m.adjective or sentence.text[m.end : m.end + 1] in "'’") and _SPONSORED.match(sentence.text, m.end)
        ),
        None,
    )


def _result(claims: Iterable[Claim]) -> tuple[int | None, int | None, int | None, int | None]:
    """The numbers claimed of whole vote, side by side; none of a side of which two are claimed."""
    sides: dict[Position, set[int]] = {p: set() for p in (Position.YES, Position.NO, Position.ABSTAIN, Position.NON_VOTING)}
    for claim in claims:
        if claim.tally is not None:
            for position, number in zip(sides, claim.tally, strict=False):
                if number is not None:
                    sides[position].add(number)
        elif claim.position in sides and claim.number is not None and _is_of_the_whole(claim):
            sides[claim.position].add(claim.number)
    yes, no, abstain, non_voting = (next(iter(found)) if len(found) == 1 else None for found in sides.values())
    return yes, no, abstain, non_voting


def _is_of_the_whole(claim: Claim) -> bool:
    """Whether a number is that of all members on one side."""
    apart = claim.within or claim.others is not None or claim.at_least or claim.at_most or claim.company
    return claim.kind is Kind.COUNT and not apart


def _read_over(text: str, claims: Iterable[Claim], first: int, last: int) -> str:
    """Without what is put between, which speaks of something else, unless that alone is asked for."""
    for aside in {c.aside for c in claims if c.aside is not None}:
        if aside[0] > first and aside[1] < last:
            text = text[: aside[0]] + " " * (aside[1] - aside[0]) + text[aside[1] :]
    return text


def years_in(text: str) -> list[int]:
    """Each year written out, in text order."""
    return [int(m[0]) for m in _YEAR.finditer(text)]


def _with_its_year(days: DayRange, text: str) -> DayRange:
    """ "March 27, in 2014": the year stands behind; one from before a semicolon is another's."""
    if not days.fitting_year:
        carried = not days.relative and not _YEAR.search(days.words) and ";" in text[: days.start]
        return replace(days, fitting_year=True) if carried and days.precision == "day" else days
    behind = _YEAR_BEHIND.match(text, days.end)
    return in_year(days, int(behind["year"])) if behind else days


def _without_dateline(sentence: Sentence) -> tuple[DayRange, ...]:
    """The days of a sentence; that of a dateline is none of a vote where another day is named."""
    ranges = sentence.found.days.ranges
    others = tuple(d for d in ranges if d.start >= end_of_dateline(sentence))
    return others if any(d.precision in ("day", "week") for d in others) else ranges


def _by_month(sentence: Sentence) -> Iterator[DayRange]:
    """ "By August the yes votes were down to 133": a month of the year spoken of, which reading a question leaves alone."""
    taken = Spans.of(map(span_of, sentence.found.days.ranges))
    for match in _BY_MONTH.finditer(sentence.text):
        if not taken.meet(*match.span()):
            number = next(n for n, name in enumerate(_MONTHS, 1) if re.match(name, match["month"], re.IGNORECASE))
            first = dt.date(_ANY_YEAR, number, 1)
            last = dt.date(_ANY_YEAR, number, monthrange(_ANY_YEAR, number)[1])
            yield DayRange(first, last, match[0], *match.span(), "month", fitting_year=True)


def _by_then(days: DayRange) -> DayRange:
    """ "By 12 December the number had climbed to 153": on that day, or in that month; of "by 2019" nobody knows when."""
    said = _BY_THEN.fullmatch(days.words)
    if said is None:
        return days
    first = days.last if said["day"] or said["day2"] else days.last.replace(day=1)
    precision = "day" if first == days.last else "month"
    return replace(days, first=first, precision=precision, fitting_year=said["year"] is None, open_end=False)


def _up_to(sentence: Sentence, first: int, last: int) -> int | None:
    """ "By 2019", which as a time of a question begins with the record, or is none."""
    long = (d for d in sentence.found.days.ranges if _is_long(_by_then(d)) and _UP_TO.match(d.words))
    said = next((d.last.year for d in long if _inside(d.start, first, last)), None)
    match = _BY_YEAR.search(sentence.text, first, last)
    return int(match["year"]) if said is None and match else said


def _is_long(days: DayRange) -> bool:
    return days.open_end or (days.last - days.first).days > _LONG


def _aside(place: int, claims: Iterable[Claim]) -> bool:
    """Whether it stands in words put between, which speak of another vote: "an abstainer in October"."""
    return any(c.aside is not None and c.aside[0] <= place < c.aside[1] for c in claims)


def _voters_of_council(text: str) -> str:
    """Without the words for states that are named after a body."""
    return _PERMANENT.sub(lambda m: " " * len(m[0]), text)


def _of_something_else(days: DayRange, words: str) -> bool:
    """Whether the time is that of a relative clause that speaks of no vote: ", which blew up a satellite in 2019"."""
    clauses = (m for m in _BESIDE.finditer(words) if m.start() < days.start < m.end())
    return any(_ACTS.search(m[0]) is None for m in clauses)


def _of_a_participle(days: DayRange, words: str) -> bool:
    """ "Having abstained in 2023, Washington voted no": the time of another vote than the one spoken of."""
    opening = _PARTICIPLE.match(words)
    return opening is not None and days.start < opening.end()


def _inside(place: int, first: int, last: int) -> bool:
    return first <= place < last


def in_committee(words: str) -> bool:
    """Whether a committee's vote is spoken of."""
    return _COMMITTEE.search(_BESIDE_AND_ON.sub(", ", words.lower())) is not None


def _outside(words: str, sentence: Sentence) -> str | None:
    if _PLENARY.search(words):
        return None
    words = _BESIDE_AND_ON.sub(", ", words)
    kind = outside_in(_DISSENTED.sub("", words))
    if kind is None and _COMMITTEE.search(words):
        kind = "committee"
    if kind is None and (_ELECTION.search(words) or _votes_for_state(sentence)):
        kind = "secret_ballot"
    if kind is None and (_AMENDMENT.search(words) or _MOTION.search(words)):
        kind = "amendment"
    return kind


def _votes_for_state(sentence: Sentence) -> bool:
    """ "Voted for Mexico", and not "for the American text"."""
    mentions = (sentence.shape.mentions[m["state"]] for m in _VOTED_FOR_STATE.finditer(sentence.line))
    return any(not (isinstance(m, MemberMention) and m.adjective) for m in mentions)


def _shift(words: str) -> tuple[int, int] | None:
    """Days from the vote spoken of before, and how far off they may be: "five days earlier" is -5 and 1."""
    if _NEXT_DAY.search(words):
        return 1, 0
    if _DAY_BEFORE.search(words):
        return -1, 0
    match = _LATER.search(words)
    if match is None or match["way"].lower() == "ago":
        return None
    said = match["number"].lower().removeprefix("just ").removeprefix("only ")
    number = 1 if said in ("a", "an", "one") else int(said) if said.isdigit() else number_in_words(said) or 0
    unit = match["unit"].lower()
    sign = -1 if match["way"].lower() in ("earlier", "before", "previously") else 1
    return sign * round(number * _LENGTH[unit]), _ROOM[unit] if number < 3 or unit == "day" else _ROOM[unit] + 5


def _terms(sentence: Sentence, claims: Sequence[Claim], synonyms: Synonyms, first: int, last: int) -> tuple[Term, ...]:
    """The words that may be of a title: all but what was recognised, and the states that vote."""
    found = sentence.found
    voters = {
        (v.start, v.end)
        for c in claims
        for v in (*c.voters, *c.company)
        if sentence.text[v.start : v.end].startswith(v.words[:4])
    }
    taken = Spans.of([*found.taken, *voters])
    states = [
        m for m in found.mentions if isinstance(m, MemberMention) and span_of(m) not in voters and _inside(m.start, first, last)
    ]
    tokens = [w for w in found.tokens if _inside(w.start, first, last)]
    return terms_in(tokens, taken, states, synonyms)


def moved(days: Iterable[DayRange], first: dt.date, last: dt.date, shift: tuple[int, int]) -> tuple[DayRange, ...]:
    """The range that lies `shift` from the days `first` to `last`."""
    by, room = shift
    del days
    try:
        start, end = first + dt.timedelta(days=by - room), last + dt.timedelta(days=by + room)
    except OverflowError:
        return ()
    return (DayRange(start, end, "", 0, 0, "day"),)


def in_year(days: DayRange, year: int) -> DayRange:
    """A day or month without a year, in that year."""
    try:
        return replace(days, first=days.first.replace(year=year), last=days.last.replace(year=year), fitting_year=False)
    except ValueError:
        return days
