"""What a clause says of states in words that no other reading knows: "moved from a no to an abstention", "took Moscow's side"."""

from __future__ import annotations

import re

from bot.check.acts import act_at
from bot.check.claim import Kind
from bot.check.figures import position_named
from bot.check.sentence import claim_at
from bot.check.voters import MATTER_BEFORE, OPENS_CLAUSE, THEIR_FRIENDS, Claims, Named, named_in, past_asides
from bot.understand.shape import STATE
from store.facts import Position

_FAR = 7  # words between a state and what it did, in one clause
_NOT_PLAIN = re.compile(
    r"\b(?:by|not|never|no|nobody|none|only|just|alone|lone|sole|but|except|bar|save|without|than|unlike|instead|neither|nor|hardly"
    r"|almost|nearly|barely|rarely|seldom|usually|normally|often|sometimes|will|would|could|may|might|should|must|shall"
    r"|can|cannot"
    r"|to|if|whether|until|unless|before|after|since|ahead|because|expect\w*|urg\w+|ask\w*|told|tell\w*|want\w*|said|says|say"
    r"|saying|hop\w+|threat\w+|promis\w+|vow\w*|plan\w*|pledg\w+|intend\w*|call\w*|insist\w*|claim\w*|believ\w+|accus\w+"
    r"|alleg\w+|reported\w*|appear\w*|seem\w*|likely|suppos\w+|consider\w*|refus\w+|declin\w+|fail\w*|tried|pressed|lobb\w+"
    r"|had|once|previous\w*|earlier|formerly|initial\w*|original\w*|first|committee|parliament|congress|senate|summit|cabinet"
    r"|election|referendum|motion|candidate|bid)\b|n't\b"
)
"""Words that turn what follows into something else than a plain statement."""

_CHANGED = re.compile(
    r"(?:has |have |had )?(?:went|gone|moved|switched|shifted|swung|changed|flipped|turned|slid"
    r"|drifted) (?:\w+ )?(?:(?:its|their|his) (?:vote|position|stance|ballot) )?(?:\w+ )?from (?:an? |voting )?"
    r"(?P<was>\S+(?: \S+)?) to (?:an? |voting )?(?P<now>abst\w+|no|yes|opposition|against|in favou?r|support)\b"
)
_SIDE = re.compile(
    rf"(?:(?:was|were|is|are|being|stood|came down|remained|ended up|sat) )?(?:(?P<only>the only (?:\w+ ){{0,2}}))?(?:on"
    rf"|took|taking|takes)"
    rf" (?:(?:the )?(?P<whom>{STATE}) (?:(?:' )?s )?side\b|the (?:same )?side (?:of|as) (?:the )?(?P<whose>{STATE}) )"
)


def changed(at: Named) -> Claims:
    """ "Papua New Guinea went from a no to an abstention": now the one, the time before the other."""
    match = _CHANGED.match(at.sentence.line, at.end)
    if match is None:
        return
    before, now = _position(match["was"]), _position(match["now"])
    if before is not None and now is not None:
        yield claim_at(at.sentence, Kind.POSITION, at.start, match.end(), voters=at.voters, position=now, before=before)


def _position(words: str) -> Position | None:
    return Position.YES if words.startswith("support") else position_named(words)


def on_a_side(at: Named) -> Claims:
    """ "Hungary and Israel were on Washington's side": they voted as it did."""
    for past in past_asides(at.sentence.line, at.end):
        match = _SIDE.match(at.sentence.line, past)
        of = "whom" if match and match["whom"] else "whose"
        company = named_in(at.sentence, match.start(of), match.end(of)) if match else ()
        if match and company:
            yield claim_at(
                at.sentence, Kind.TOGETHER, at.start, match.end(), voters=at.voters, company=company, only=bool(match["only"])
            )
            return


def plainly(at: Named) -> Claims:
    """A position a few words behind the states, where nothing between makes it anything but a plain statement."""
    line = at.sentence.line
    if (MATTER_BEFORE.search(at.before) and not OPENS_CLAUSE.search(at.before)) or THEIR_FRIENDS.search(at.before):
        return
    clause = line[max(line.rfind(mark, 0, at.start) for mark in (", ", "; ", ": ", ". ")) + 1 : at.start]
    if _NOT_PLAIN.search(clause):
        return
    place = at.end
    for _ in range(_FAR):
        hit = act_at(line, place)
        if hit is not None:
            act, stop = hit
            plain = (
                act.said is not None
                and (at.told.of_a_vote or not act.vaguely)
                and _IS_VOTING.match(line, place)
                and not _NOT_PLAIN.search(line[at.end : place])
            )
            if plain:
                yield claim_at(
                    at.sentence, Kind.POSITION, at.start, stop, voters=at.voters, position=act.said, negated=act.negated
                )
            return
        word = _WORD.match(line, place)
        if word is None:
            return
        place = word.end()


_IS_VOTING = re.compile(r"vot(?:ed|es|ing)\b|abstain|cast|oppos|back|support|endors|approv|took no|recorded|registered")
"""Elsewhere than right behind the names "against" and "no" say too little: "spoke against"."""
_WORD = re.compile(rf"(?!{STATE}|[\ue600-\ue6ff])[^ ,;:.!?()–—]+ ")
