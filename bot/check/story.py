"""A text as a story about few votes, mostly told truly: which of them each passage goes on with, and where that is in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.check.claim import Claim
from bot.check.explaining import Explaining
from bot.check.referent import Referent, Why
from bot.check.sentence import Sentence
from store.facts import RollCall

_LAST_TOLD = 3  # votes spoken of last that a passage may go back to
_CLEARLY = 3.0  # by how much another vote of the text must explain the claims better than the one spoken of
_OTHER_WORDS = 1.0  # and than one that only the words of the passage speak for
_AFTER_ASIDE = 2.0  # and one told of in passing than the one that the text goes on with
_ALL_SPEAKS = 4.0  # and so that it alone is meant
_ONE_OF_SEVERAL = 3.0  # by how much one text of a day must be ahead of the others
_CORROBORATED = 2.0  # what must hold of a vote that is not firmly named, before a claim on it is called false
_MOST_FAIL = 3  # claims that fail, and none that holds


@dataclass(frozen=True, slots=True)
class Passage:
    """Claims about one vote. `named`: its words say which; `aside`: told in passing, the text goes on with what was before.

    `apart`: those of its claims that are on other votes ("both", "among the 51"), each with the votes meant.
    """

    sentence: Sentence
    claims: tuple[Claim, ...]
    referent: Referent | None
    named: bool = False
    aside: bool = False
    apart: tuple[tuple[Claim, Referent | None], ...] = ()


def settled(passages: Sequence[Passage], explaining: Explaining) -> list[Passage]:
    """The passages, each with the vote that explains its claims best; doubted where too little speaks for it."""
    found = _one_of_several(list(_gone_on(passages, explaining)), explaining)
    claims = _claims_on(found)
    firm = {p.referent.calls for p in found if p.referent is not None and p.referent.firm}
    doubted = {calls for calls, on in claims.items() if _is_doubtful(calls, on, explaining, firm=calls in firm)}
    judged = [_with(p, replace(p.referent, guess=True)) if p.referent and p.referent.calls in doubted else p for p in found]
    return [p for run in _runs(judged) for p in _doubted_together(run, explaining)]


def _doubted_together(run: Sequence[Passage], explaining: Explaining) -> Sequence[Passage]:
    """Passages side by side of which nothing holds are rather about a vote that was not made out."""
    meant = run[0].referent
    if run[0].named or meant is None or len(meant.calls) != 1:
        return run
    held, failed = explaining.holding([c for p in run for c in p.claims], meant.calls[0])
    return [_with(p, replace(meant, guess=True)) for p in run] if failed >= _MOST_FAIL and not held else run


def _gone_on(passages: Sequence[Passage], explaining: Explaining) -> Iterator[Passage]:
    """Each run of passages that name no vote with the one of the text that its claims fit."""
    told: list[Referent] = []
    last: Passage | None = None  # the one that named a vote last
    on: Referent | None = None  # the vote that the text goes on with
    left: tuple[RollCall, ...] = ()  # those that it glanced at, or went back in time from
    for taken in _runs(passages):
        run = taken
        if not run[0].named:
            now = run[0].referent
            others = told[-_LAST_TOLD:] or _first_named(passages)
            astray = now is not None and now.why is Why.OTHER_TALLY  # the text went on to a vote that was not made out
            if last is not None and last.aside and on is not None and not astray:
                others = [r for r in (*others, *([now] if now else [])) if not set(on.calls) <= set(r.calls)]
                meant = _best(run, on, others, explaining, needed=_AFTER_ASIDE)
                if meant is not None and meant.calls != on.calls:
                    meant = _either(run, on, meant, explaining)
            else:
                changed = on is not None and on.calls != (now.calls if now else ())
                meant = _best(run, now, others, explaining, needed=_OTHER_WORDS if changed and not astray else _CLEARLY)
                if now is not None and now.firm and not changed and meant is not None and meant.calls != now.calls:
                    meant = _beside(now, meant.calls)  # that a vote before fits is no proof
            run = [_with(p, _beside(meant, left)) for p in run]
        left = _left(run[0], on, left) if run[0].named else left
        last = run[-1] if run[0].named else last
        found = run[-1].referent
        if found is not None and found.calls and (found.sure or on is None):
            told = [*(r for r in told if r.calls != found.calls), found]
            on = found if not run[-1].aside or on is None else on
        yield from run


def _left(named: Passage, on: Referent | None, before: tuple[RollCall, ...]) -> tuple[RollCall, ...]:
    """What a passage behind this one may be about as well: the vote glanced at here, or that from which the text goes back."""
    here = named.referent.calls if named.referent is not None else ()
    if named.aside or on is None or not here or not on.calls:
        return here if named.aside else before
    return on.calls if all(r.date < min(o.date for o in on.calls) for r in here) else ()


def _beside(meant: Referent | None, left: tuple[RollCall, ...]) -> Referent | None:
    """With the votes that the words may be about instead: a claim that holds there is not false."""
    others = tuple(r for r in left if meant is not None and r not in meant.calls and r not in meant.rivals)
    return replace(meant, rivals=(*meant.rivals, *others)) if meant is not None and others else meant


def _first_named(passages: Sequence[Passage]) -> list[Referent]:
    return [p.referent for p in passages if p.named and p.referent is not None and p.referent.calls][:1]


def _runs(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Passages side by side that name no vote and are taken to be about the same; each other one by itself."""
    run: list[Passage] = []
    for passage in passages:
        if run and (passage.named or run[-1].named or passage.referent != run[-1].referent):
            yield run
            run = []
        run.append(passage)
    if run:
        yield run


def _best(
    run: Sequence[Passage], now: Referent | None, others: Sequence[Referent], explaining: Explaining, *, needed: float
) -> Referent | None:
    """`now`, unless another explains the claims better by what is needed."""
    claims = [c for p in run for c in p.claims]
    best = max(others, key=lambda r: _gain(claims, r.calls, explaining), default=None)
    if best is None or (now is not None and best.calls == now.calls):
        return now
    here = _gain(claims, now.calls, explaining) if now is not None else 0.0
    return best if _gain(claims, best.calls, explaining) >= here + needed else now


def _either(run: Sequence[Passage], on: Referent, other: Referent, explaining: Explaining) -> Referent:
    """The vote told of in passing where all speaks for it, and both where the text may have gone on with the one before."""
    if _best(run, on, [other], explaining, needed=_ALL_SPEAKS) is other:
        return other
    return replace(other, calls=(*on.calls, *other.calls))


def _gain(claims: Sequence[Claim], calls: Sequence[RollCall], explaining: Explaining) -> float:
    """What speaks for the one of the roll calls that explains the claims best."""
    return max((explaining.gain(claims, call) for call in calls), default=0.0)


def _one_of_several(passages: Sequence[Passage], explaining: Explaining) -> list[Passage]:
    """Where several texts fit the words, that which the claims of the whole text tell from the others."""
    chosen: dict[tuple[RollCall, ...], RollCall] = {}
    for calls, claims in _claims_on(passages).items():
        one = _told_from_others(claims, calls, explaining) if len(calls) > 1 else None
        if one is not None:
            chosen[calls] = one
    return [
        _with(p, replace(p.referent, calls=(chosen[p.referent.calls],))) if p.referent and p.referent.calls in chosen else p
        for p in passages
    ]


def _told_from_others(claims: Sequence[Claim], calls: Sequence[RollCall], explaining: Explaining) -> RollCall | None:
    """The one that is clearly ahead, by a tally or another telling claim, and of which nothing is false that another has."""
    gains = sorted(((explaining.gain(claims, call), -n) for n, call in enumerate(calls)), reverse=True)
    best = calls[-gains[0][1]]
    if gains[0][0] < max(gains[1][0], 0.0) + _ONE_OF_SEVERAL:
        return None
    others = [call for call in calls if call is not best]
    return best if explaining.tells(claims, best, others) else None


def _claims_on(passages: Sequence[Passage]) -> dict[tuple[RollCall, ...], list[Claim]]:
    told: dict[tuple[RollCall, ...], list[Claim]] = {}
    for passage in passages:
        if passage.referent is not None and passage.referent.calls:
            told.setdefault(passage.referent.calls, []).extend(passage.claims)
    return told


def _is_doubtful(calls: Sequence[RollCall], claims: Sequence[Claim], explaining: Explaining, *, firm: bool) -> bool:
    """Whether the text says too little that holds of the votes to call anything false: the vote is doubted, not the text."""
    held, failed = max((explaining.holding(claims, call) for call in calls), key=lambda found: found[0] - found[1])
    if firm:
        return failed >= _MOST_FAIL and not held
    return failed > 0 and (held < _CORROBORATED or held < failed)


def _with(passage: Passage, referent: Referent | None) -> Passage:
    return replace(passage, referent=referent)
