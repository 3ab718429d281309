"""Numbers of votes told by what a text got: "mustered only 94", "abstentions rose to 32", "no votes against", "it was 36"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.check.claim import Claim, Kind
from bot.check.figures import NOUN, NUMBER, WORDS, number_of, position_named
from bot.check.sentence import Sentence, claim_at
from bot.check.told import Taken, Told
from bot.understand.shape import DAYS, TALLY
from store.facts import Position

_GOT = re.compile(
    r"\b(?:(?:was|were) (?P<done>supported|backed|endorsed|approved|opposed|rejected) by|got|gets|found|attained|had"
    r"|the (?:support"
    r"|backing) of|drew|mustered|attracted|won|wins|garnered|received|collected|secured|took|scored|gathered|back (?:at|to)"
    r"|(?:again )?by|passed by|with|adopted by|carried by|approved by) "
    rf"(?:only |just |a mere |as many as |a record |no more than )?(?P<number>{NUMBER})(?: (?P<votes>votes?(?: (?:in favou?r"
    rf"|for))?|in favou?r|yes votes|affirmative votes|negative votes|dissenting votes|ayes|yeas|nays|noes|no votes"
    rf"|votes against|against|abstentions))?(?= [.,;:!?)–—-]| $|\W*$| and | with "
    rf"| (?:also|too|as well|again|in all|in total|altogether|in the end)\b| as | but | of | (?:in|on) {DAYS}"
    rf"| in the (?:un |general |security )*(?:assembly|council)\b| {NOUN})"
)

_IT_WAS = re.compile(rf"\bit (?:was|had been|stood at) (?P<number>{NUMBER})(?= [.,;!])")


def drawn(sentence: Sentence, taken: Taken, told: Told) -> Iterator[Claim]:
    if "committee" in sentence.line and (match := _IT_WAS.search(sentence.line)) and taken.free(*match.span()):
        taken.take(*match.span())
        position = told.counted or Position.YES
        yield claim_at(sentence, Kind.COUNT, *match.span(), position=position, number=number_of(match["number"]))[0]
    for match in _GOT.finditer(sentence.line):
        number = number_of(match["number"])
        if number is None or not taken.free(*match.span("number")) or re.search(TALLY, match[0]):
            continue
        verb = match[0].split()[0]
        if (
            verb in ("with", "by", "back", "took", "won", "wins", "again", "found", "had")
            and not match["votes"]
            and number < _LEAST_BARE
            and verb != "back"
        ):
            continue
        same_again = told.counted if verb == "drew" and not match["votes"] else None
        done = Position.NO if (match["done"] or "") in ("opposed", "rejected") else None
        position = done or position_named(match["votes"] or "") or same_again or Position.YES
        told.counted = position
        taken.take(*match.span())
        yield claim_at(sentence, Kind.COUNT, match.start(), match.end(), position=position, number=number)[0]
    for match in _CAME_TO.finditer(line := sentence.line):
        number, position = number_of(match["number"]), position_named(match["noun"]) or Position.YES
        if number is not None and taken.free(*match.span("number")):
            taken.take(*match.span())
            first = bool(match["first"])
            yield claim_at(
                sentence, Kind.COUNT, match.start(), match.end(), position=position, number=number, first_time=first
            )[0]
    for match in _NONE.finditer(line):
        if taken.free(*match.span()):
            taken.take(*match.span())
            position = Position.ABSTAIN if "abst" in match[0] else Position.NO
            yield claim_at(sentence, Kind.COUNT, *match.span(), position=position, number=0)[0]
    for match in _HEADED.finditer(line):
        if (number := number_of(match["number"])) is not None and taken.free(*match.span()):
            taken.take(*match.span())
            position = _SIDES.get(match["side"], Position.YES)
            yield claim_at(sentence, Kind.COUNT, *match.span(), position=position, number=number)[0]
    for match in _FIGURES.finditer(line):
        if taken.free(*match.span()):
            taken.take(*match.span())
            counts = tuple(number_of(match[name]) for name in ("yes", "no", "abstain"))
            yield claim_at(sentence, Kind.TALLY, *match.span(), tally=counts)[0]


_CAME_TO = re.compile(
    r"\b(?:the )?(?:number of )?(?P<noun>ayes|yeas|nays|no camp|yes camp|(?:yes|no|abstention) column|fence - sitters"
    r"|negative votes|affirmative votes"
    r"|abstentions?|abstainers|opponents?|noes|no votes|votes against|opposition"
    r"|yes votes|votes in favou?r"
    r"|support|supporters|backers|those against|those in favou?r) (?:\w+ ){0,2}?(?:were|was|numbered|came to|totalled"
    r"|stood at|amounted to|(?:had )?(?:reached|hit)(?: a (?:record|new high|peak) of)?"
    r"|(?:was down|were down|was up|were up|(?:was|were) (?:back )?(?:down|up)|(?:had )?climbed|climbing|rose|risen|rising"
    r"|fell|fallen|falling|slipped|slipping|dropped|dropping|grew|grown|growing|climbed|climbing"
    r"|shrank|shrunk"
    rf"|went up|went down|was up|was down|were up|were down|increased|decreased)(?: from {NUMBER})? to) (?:only |just "
    rf"|a mere )?(?P<number>{NUMBER})"
    r"(?= [.,;:!?)–—-]| $| and | with | but | as | in | when | for )(?P<first> for the first time)?"
)
_NONE = re.compile(
    r"\b(?:(?:with|there (?:was|were|had been)|it (?:met|drew|had)|and) )?(?:(?:no|zero|not a single|not one|without (?:an?"
    r"|any)|without)"
    r" (?:dissenting votes?|votes? against|opposing votes?|negative votes?|abstentions?|opponents?|objections?|opposition"
    r"|dissent|noes|nays)|(?:passed|adopted|approved|carried)"
    r" (?:unopposed|without (?:opposition|dissent)|with no (?:opposition|dissent)))\b(?! (?:from|by|of|on|in|among|other))"
)
_COUNT = rf"(?:\d{{1,3}}|{WORDS})"
_FIGURES = re.compile(
    r"\b(?:figures?|numbers?|count|score|tally|result|totals?) (?:had been|was|were|stood at|is|are|read) (?:then )?"
    rf"(?P<yes>{_COUNT}) (?:, |to |[-–] )(?P<no>{_COUNT}) (?:, and |and |, |to |[-–] )(?P<abstain>{_COUNT})(?= [.,;:!?)]| $)"
)
_HEADED = re.compile(
    r"(?:^|(?<=[.;,(] ))(?:votes )?(?P<side>for|in favou?r|yes votes|yes|ayes|against|no votes|no|noes|nays"
    r"|votes against|votes in favou?r|not voting"
    r"|absent) : (?P<number>\d{1,3})(?= [.,;)]| $)"
)
_SIDES = {
    **dict.fromkeys(("against", "no votes", "no", "noes", "nays", "votes against"), Position.NO),
    **dict.fromkeys(("not voting", "absent"), Position.NON_VOTING),
}
_LEAST_BARE = 5
