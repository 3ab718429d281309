"""What one clause of a statement claims, for each kind of clause that `bot.understand.statements` finds.

Each reads the weights of its clause, adds its claims to the reading, and returns False where they say something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from bot.question import Claim, Comparison, GroupMention, MemberMention, NonMemberMention, Quantity, ResultClaim
from bot.understand.statement_words import Weight
from store.facts import Position

_QUANTITIES = {
    "a": Quantity.ALL,
    "n": Quantity.NONE,
    "i": Quantity.SOME,
    "f": Quantity.NOT_ALL,
    "m": Quantity.MOST,
    "w": Quantity.NEARLY_ALL,
    "h": Quantity.HALF,
    "#": Quantity.COUNTED,
}


@dataclass(slots=True)
class Reading:
    """The claims so far, of the statement whose weights are `weights`."""

    weights: Sequence[Weight]
    claims: list[Claim | ResultClaim] = field(default_factory=list)

    @property
    def last(self) -> Claim | None:
        """The claim before, which "joined by" and "nobody else" speak of."""
        found = self.claims[-1] if self.claims else None
        return found if isinstance(found, Claim) else None


Builder = Callable[[Reading, Sequence[Weight]], bool]


@dataclass(frozen=True, slots=True)
class _Act:
    taken: frozenset[Position]
    denied: bool


def _act(weights: Sequence[Weight]) -> _Act | None:
    """The positions of the acts and nouns; None where one is denied and another is not."""
    acts = [w.position for w in weights if w.letter in "AN" and w.position is not None]
    denials = sum(w.letter == "!" for w in weights)
    if not acts or denials not in (0, len(acts)) or len(set(acts)) > 1 + sum(w.letter == "v" for w in weights):
        return None
    return _Act(frozenset(acts), bool(denials))


def _members(weight: Weight) -> tuple[MemberMention, ...]:
    return tuple(
        MemberMention(m.codes, m.words, m.start, m.end) if isinstance(m, NonMemberMention) else m
        for m in weight.states
        if isinstance(m, MemberMention | NonMemberMention)
    )


def _groups(weight: Weight) -> tuple[GroupMention, ...]:
    return tuple(m for m in weight.states if isinstance(m, GroupMention))


def _lists(weights: Sequence[Weight]) -> list[Weight]:
    return [w for w in weights if w.letter in "sS"]


def _letters(weights: Sequence[Weight]) -> str:
    return "".join(w.letter for w in weights)


def clause(reading: Reading, weights: Sequence[Weight]) -> bool:
    """Somebody, and what they did: "only three EU members opposed it", "no abstentions"."""
    act = _act(weights)
    return act is not None and _said_of(reading, [w for w in weights if w.letter not in "!ANvkt"], act)


def _said_of(reading: Reading, who: Sequence[Weight], act: _Act) -> bool:
    letters, named = _letters(who), _lists(who)
    counted = next((w for w in who if w.letter in _QUANTITIES), None)
    quantity = _QUANTITIES[counted.letter] if counted else Quantity.ALL
    claim = Claim(act.taken, quantity=quantity, denied=act.denied)
    if counted is not None and counted.letter == "#":
        claim = replace(claim, number=counted.number, comparison=counted.comparison)
    if re.search("[xb]s", letters):
        return _with_exception(reading, claim, named, letters)
    alone = letters.endswith("l") or bool(re.search("o[uP]*s", letters))
    if quantity is Quantity.COUNTED and named:
        return _counted_by_name(reading, claim, named)
    if not named:
        return _of_everybody(reading, claim, letters)
    if len(named) > 1 or (alone and counted is not None):
        return _within(reading, claim, named, alone) if counted is None else False
    claim = replace(claim, members=_members(named[0]), groups=_groups(named[0]), only=alone)
    if claim.members and claim.groups and quantity not in (Quantity.ALL, Quantity.NONE):
        return False
    reading.claims.append(claim)
    return True


def _of_everybody(reading: Reading, claim: Claim, letters: str) -> bool:
    if not any(letter in _QUANTITIES for letter in letters):
        return False
    if letters == "n" and reading.last is not None and not claim.members and len(reading.last.groups) == 1:
        # "every EU member abstained, none in favour"
        claim = replace(claim, groups=reading.last.groups)
    reading.claims.append(claim)
    return True


def _within(reading: Reading, claim: Claim, named: Sequence[Weight], alone: bool) -> bool:
    """ "Of the P5, only China", "Malta was the only EU state": one list, and the group within which it is alone."""
    groups = [w for w in named if _groups(w) and not _members(w)]
    states = [w for w in named if w not in groups]
    if not alone or len(groups) != 1 or len(states) != 1:
        return False
    reading.claims.append(replace(claim, members=_members(states[0]), only=True, among=_groups(groups[0])))
    return True


def _counted_by_name(reading: Reading, claim: Claim, named: Sequence[Weight]) -> bool:
    """ "Three EU members opposed it", "two members, Mali and Niger, opposed it", "one permanent member, China, backed it"."""
    members = tuple(m for w in named for m in _members(w))
    groups = tuple(g for w in named for g in _groups(w))
    if len(groups) > 1 or (members and claim.number != len(members)):
        return False
    reading.claims.append(replace(claim, groups=groups))
    if members:
        reading.claims.append(Claim(claim.taken, members, denied=claim.denied))
    return True


def _with_exception(reading: Reading, claim: Claim, named: Sequence[Weight], letters: str) -> bool:
    """ "Everyone but India", "no state except Mali", "all EU members bar Hungary"."""
    excepted = _members(named[-1])
    groups = _groups(named[0]) if len(named) > 1 else ()
    if not excepted or _groups(named[-1]) or (len(named) > 1 and _members(named[0])) or "o" in letters:
        return False
    if claim.quantity is Quantity.NONE:
        reading.claims.append(replace(claim, quantity=Quantity.ALL, members=excepted, only=True, among=groups))
        return True
    reading.claims.append(replace(claim, groups=groups, excepted=excepted))
    return claim.quantity is Quantity.ALL


def neither(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "Neither Mali nor Niger opposed it", "either Mali or Niger did"."""
    act = _act([w for w in weights if w.letter != "v" or w is not weights[0]])
    if act is None:
        return False
    members = tuple(m for w in _lists(weights) for m in _members(w))
    groups = tuple(g for w in _lists(weights) for g in _groups(w))
    quantity = Quantity.NONE if any(w.letter in "rq" for w in weights) else Quantity.SOME
    reading.claims.append(Claim(act.taken, members, groups, quantity, denied=act.denied))
    return True


def among_counted(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "Mali was one of three states that opposed it", "among those who opposed it"."""
    act, [named] = _act(weights), _lists(weights)
    if act is None or act.denied:
        return False
    reading.claims.append(Claim(act.taken, _members(named), _groups(named)))
    if (counted := next((w for w in weights if w.letter == "#"), None)) is not None:
        comparison, number = counted.comparison, counted.number
        reading.claims.append(Claim(act.taken, quantity=Quantity.COUNTED, number=number, comparison=comparison))
    return True


def only_among(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "Only Hungary among the EU members opposed it"."""
    act = _act(weights)
    return act is not None and _within(reading, Claim(act.taken, denied=act.denied), _lists(weights), True)


def neither_act(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "Germany neither supported nor opposed it"."""
    [named] = _lists(weights)
    taken = frozenset(w.position for w in weights if w.letter in "AN" and w.position is not None)
    reading.claims.append(Claim(taken, _members(named), _groups(named), denied=True))
    return not any(w.letter == "!" for w in weights)


def they_did(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "... it abstained": those of the claim before."""
    act, last = _act(weights), reading.last
    if act is None or last is None or not (last.members or last.groups) or last.quantity is not Quantity.ALL or last.only:
        return False
    reading.claims.append(Claim(act.taken, last.members, last.groups, denied=act.denied))
    return True


def only_noun(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "Mali was the only state that opposed it", "cast the lone no", "the only abstention came from Mali"."""
    act, named = _act(weights), _lists(weights)
    if act is None:
        return False
    return _within(reading, Claim(act.taken, denied=act.denied), named, True) if len(named) > 1 else _only(reading, named, act)


def _only(reading: Reading, named: Sequence[Weight], act: _Act) -> bool:
    reading.claims.append(Claim(act.taken, _members(named[0]), _groups(named[0]), denied=act.denied, only=True))
    return True


def done(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "Opposed by Mali", "abstentions came from Mali and Niger", "cast a vote against"."""
    act, named = _act(weights), _lists(weights)
    if act is None or len(named) != 1:
        return False
    reading.claims.append(
        Claim(act.taken, _members(named[0]), _groups(named[0]), denied=act.denied, only="o" in _letters(weights))
    )
    return True


def count_and_list(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "Three members abstained: Mali, Niger and Chad"."""
    act, [named] = _act(weights), _lists(weights)
    counted = next(w for w in weights if w.letter == "#")
    if act is None or act.denied or _groups(named) or counted.comparison is not Comparison.EXACTLY:
        return False
    reading.claims.append(Claim(act.taken, quantity=Quantity.COUNTED, number=counted.number))
    reading.claims.append(Claim(act.taken, _members(named)))
    return True


def list_and_count(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "Mali, Niger and Chad were the three noes": as many as are named, or nothing is read."""
    act = _act(weights)
    members = tuple(m for w in _lists(weights) for m in _members(w))
    counted = next(w for w in weights if w.letter == "#")
    if act is None or act.denied or counted.number != len(members) or any(_groups(w) for w in _lists(weights)):
        return False
    reading.claims.append(Claim(act.taken, members, only=True))
    return True


def not_alone(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "Mali was not the only state that opposed it": it did, and so did others."""
    act, [named] = _act(weights), _lists(weights)
    if act is None or act.denied or _groups(named):
        return False
    members = _members(named)
    more = Claim(act.taken, quantity=Quantity.COUNTED, number=len(members), comparison=Comparison.MORE)
    reading.claims.extend((Claim(act.taken, members), more))
    return True


def counted_among_them(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "Only four states, among them Mali and Niger, opposed it"."""
    act, named = _act(weights), _lists(weights)
    if act is None or _groups(named[-1]):
        return False
    counted = next(w for w in weights if w.letter == "#")
    within = _groups(named[0]) if len(named) > 1 else ()
    number, comparison = counted.number, counted.comparison
    claim = Claim(act.taken, (), within, Quantity.COUNTED, denied=act.denied, number=number, comparison=comparison)
    reading.claims.extend((claim, Claim(act.taken, _members(named[-1]), denied=act.denied)))
    return True


def company(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "..., joined by Niger", "..., with only Niger for company": they did what was said before."""
    if (last := reading.last) is None or not (last.members or last.groups) or last.quantity is not Quantity.ALL:
        return False
    [named] = _lists(weights)
    added = replace(last, members=(*last.members, *_members(named)), groups=(*last.groups, *_groups(named)))
    reading.claims[-1] = replace(added, only=last.only or "o" in _letters(weights))
    return True


def in_company(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "Mali, along with Niger, opposed it"."""
    act, named = _act(weights), _lists(weights)
    if act is None:
        return False
    members = tuple(m for w in named for m in _members(w))
    groups = tuple(g for w in named for g in _groups(w))
    reading.claims.append(Claim(act.taken, members, groups, denied=act.denied, only="l" in _letters(weights)))
    return True


def nobody_else(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "... and nobody else": of the last claim."""
    last, act = reading.last, _act(weights)
    if last is None or not (last.members or last.groups) or last.quantity is not Quantity.ALL:
        return False
    if act is not None and (act.taken, act.denied) != (last.taken, last.denied):
        return False
    reading.claims[-1] = replace(last, only=True)
    return True


def so_did(reading: Reading, weights: Sequence[Weight]) -> bool:
    return _as_before(reading, weights, False)


def did_not(reading: Reading, weights: Sequence[Weight]) -> bool:
    return _as_before(reading, weights, True)


def _as_before(reading: Reading, weights: Sequence[Weight], contrary: bool) -> bool:
    if (last := reading.last) is None or not (last.members or last.groups) or last.quantity is not Quantity.ALL:
        return False
    if last.only and not contrary:
        return False
    [named] = _lists(weights)
    reading.claims.append(Claim(last.taken, _members(named), _groups(named), denied=last.denied is not contrary))
    return True


def against_the_others(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "Unlike Mali, Niger opposed it", "not Mali but Niger opposed it", "Niger, not Mali, opposed it"."""
    act, named = _act(weights), _lists(weights)
    apart = named[1] if weights[0].letter == "s" else named[0]
    did = named[0] if weights[0].letter == "s" else named[1]
    if act is None or any(w.letter in _QUANTITIES or w.letter in "ol" for w in weights):
        return False
    reading.claims.append(Claim(act.taken, _members(apart), _groups(apart), denied=not act.denied))
    reading.claims.append(Claim(act.taken, _members(did), _groups(did), denied=act.denied))
    return True


def exception_first(reading: Reading, weights: Sequence[Weight]) -> bool:
    """ "Apart from Mali everybody backed it"; "everybody backed it except Mali"."""
    excepted = next(n for n, w in enumerate(weights) if w.letter in "xb")
    act = _act(weights)
    who = [w for n, w in enumerate(weights) if n not in (excepted, excepted + 1) and w.letter not in "!ANvt"]
    return act is not None and _said_of(reading, [*who, *weights[excepted : excepted + 2]], act)


def outcome(reading: Reading, weights: Sequence[Weight]) -> bool:
    last = weights[-1]
    if last.letter == "J":
        denied = any(w.letter == "L" or w.denied for w in weights)
        if len(weights) > 1 and weights[0].letter == "O" and not denied:
            reading.claims.append(ResultClaim(outcome=weights[0].outcome))
        reading.claims.append(ResultClaim(unanimous=True, denied=denied))
        return True
    reading.claims.append(ResultClaim(outcome=last.outcome, denied=last.denied or weights[0].letter == "L"))
    return True


def tally(reading: Reading, weights: Sequence[Weight]) -> bool:
    reading.claims.append(ResultClaim(tally=weights[0].tally))
    return True
