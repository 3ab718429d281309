"""What a stretch of a sentence says of which vote is meant: body, time, symbols, nicknames, words of the topic. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.check.claim import Claim, Kind
from bot.check.days_told import days_told, ends_with_year, put_between, shift_told, votes_before
from bot.check.elsewhere import elsewhere_in
from bot.check.evidence import Evidence
from bot.check.matter import matter_of
from bot.check.sentence import Sentence
from bot.question import MemberMention, Term
from bot.understand.bodies import body_in
from bot.understand.spans import Spans, span_of
from bot.understand.topics import Synonyms, terms_in
from store.facts import Body, Position

_UN = re.compile(
    r"\b(?:un|u\.n\.|united nations|un's|u\.n\.'s|united nations'?)(?:'s)? (?:\S+ ){0,4}?(?:vote|votes|voted|resolutions?"
    r"|motion|draft|text|roll call|declaration|embargo)\b"
    r"|\bturtle bay\b|\bgeneral assembly\b|\bsecurity council\b|\bunga\b|\bunsc\b|\bunhrc\b|\bhuman rights council\b"
)
_AT_THE_UN = re.compile(
    r"\b(?:at|in|by) the (?:un|u\.n\.|united nations)\b"
    r"(?! (?:\w+ )?(?:climate|summit|conference|agency|agencies|headquarters|office|talks))"
)
"""Where what is claimed of votes is said to have been."""
_UN_DATELINE = re.compile(r"UNITED NATIONS(?: \(|, |:| -| \u2013| \u2014)")
"""Where the wire copy of a vote there is dated from."""
_OTHER_ASSEMBLY = re.compile(
    r"\b(?:national|legislative|provincial|constituent|parliamentary|welsh|regional|world health|city|town) (?:assembly"
    r"|council)\b"
)
_NAMES_TEXT = re.compile(
    r"\b(?:texts?|resolutions?|drafts?|motions?|measures?|votes?|proposals?|that|the one|ones) (?:on|about|concerning|regarding"
    r"|calling|condemning|demanding|urging|titled|entitled|named|called)\b"
)
_OTHER = re.compile(
    r"\b(?:rival|parallel|competing|another|separate|alternative|second|counter)\b(?! ?(?:[.,;:!?)]|$))"
    r"|\bthe other (?:text|resolution|draft"
    r"|vote)\b|\b(?:then|also|later) (?:adopted|passed|approved|voted)\b"
)
_COUNCIL = re.compile(r"\bthe (?:15-(?:member|nation|strong) )?council(?:'s)?\b(?! of| seat)")
_HAD = re.compile(r"\bhad\b(?! (?:to|an?|the|just|only|\d+)\b)")
_SINCE_THAT = re.compile(r"\b(?:before|after|from|on from) (?:that|then)\b|\bearlier still\b|\blater still\b")
_BACK = re.compile(r"\b(?:this time(?: (?:a)?round)?|on this occasion)\b")
_PERMANENT = re.compile(r"\bpermanent members of the (?:un |u\.n\. )?security council\b", re.IGNORECASE)


def evidence_in(
    sentence: Sentence, claims: Sequence[Claim], synonyms: Synonyms, first: int = 0, last: int | None = None
) -> Evidence:
    """That of the words from `first` to `last`, offsets into the sentence."""
    last = len(sentence.text) if last is None else last
    found = sentence.found
    words = _read_over(_voters_of_council(found.unnamed), claims, first, last)[first:last].lower()
    named = _read_over(found.folded, claims, first, last)[first:last].lower()
    now = _without(found.folded, votes_before(found.folded, claims, first, last))[first:last].lower()
    outside, foreign = elsewhere_in(named, sentence)
    terms = _terms(sentence, claims, synonyms, first, last)
    matter = matter_of(found.folded, [c.start for c in claims], terms, first, last)
    return Evidence(
        body=body_in(words),
        perhaps=Body.SC if _COUNCIL.search(words) and "assembly" not in words else None,
        days=days_told(sentence, claims, first, last),
        shift=shift_told(words) if shift_told(now) else None,
        symbols=tuple(s for s in found.symbols if _inside(s.start, first, last)),
        names=tuple(
            n for n in found.names if _inside(n.start, first, last) and not (first == 0 and put_between(n.start, claims))
        ),
        terms=terms,
        result=_result([c for c in claims if _inside(c.start, first, last) and (first > 0 or not put_between(c.start, claims))]),
        sponsor=_sponsor(sentence, first, last),
        outside=outside,
        foreign=foreign,
        anchored=_UN.search(named) is not None
        or (bool(claims) and not foreign and _AT_THE_UN.search(named) is not None)
        or _UN_DATELINE.match(sentence.text, first) is not None
        or (not foreign and body_in(words) is not None and not _OTHER_ASSEMBLY.search(words))
        or bool(found.symbols and any(s.body for s in found.symbols)),
        emergency="emergency" in words and "session" in words,
        veto=re.search(r"\bveto\w*\b|\bblocked\b", words) is not None,
        draft=re.search(r"\bdrafts?\b", words) is not None,
        up_to=ends_with_year(sentence, first, last),
        other=_OTHER.search(words) is not None,
        had=_HAD.search(words) is not None and _HAD.search(now) is not None,
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
    return _without(text, {c.aside for c in claims if c.aside is not None and c.aside[0] > first and c.aside[1] < last})


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _voters_of_council(text: str) -> str:
    """Without the words for states that are named after a body."""
    return _PERMANENT.sub(lambda m: " " * len(m[0]), text)


_RIGHTS_BODIES = {
    Body.HRC: re.compile(r"\b(?:human )?rights council\b", re.IGNORECASE),
    Body.CHR: re.compile(r"\b(?:commission on human rights|human rights commission)\b", re.IGNORECASE),
}
"""What names the body that voted, and is no word of a title."""
_IDLE = re.compile(
    r"\b(?:of course|by the way|in fact|no idea|for sure|no wonder|no surprise|for once|my god|thank god|in the end"
    r"|at the end of the day"
    r"|fun fact|spoiler(?: alert)?|to my surprise|shame|guess (?:what|who)|go figure|let that sink in|read that again|lol|btw)\b",
    re.IGNORECASE,
)
"""What says nothing of a matter, in whatever text it stands."""


def _inside(place: int, first: int, last: int) -> bool:
    return first <= place < last


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
    of_the_body = _RIGHTS_BODIES.get(body_in(found.unnamed.lower()[first:last]) or Body.GA)
    idle = Spans.of(m.span() for p in (_IDLE, of_the_body) if p is not None for m in p.finditer(found.folded))
    states = [
        m for m in found.mentions if isinstance(m, MemberMention) and span_of(m) not in voters and _inside(m.start, first, last)
    ]
    tokens = [w for w in found.tokens if _inside(w.start, first, last) and not idle.meet(w.start, w.end)]
    return terms_in(tokens, taken, states, synonyms)
