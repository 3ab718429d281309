"""Votes told by a noun, or through a state's envoy: "China's abstention", "Russia's veto", "the French ambassador voted yes"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.check.acts import ADVERBS, act_at
from bot.check.claim import Kind
from bot.check.figures import position_named
from bot.check.sentence import claim_at
from bot.check.turned import NOT_QUITE
from bot.check.voters import Claims, Named, named_in
from bot.question import MemberMention
from bot.understand.shape import STATE
from store.facts import Position
from store.vote_store import PERMANENT

_NOUN = re.compile(
    r"(?:(?:' s|'s|s) )?(?P<noun>(?:lone |sole |only )?(?:abstention|no vote|yes vote|no(?= (?:was|came|is|had|and|but"
    r"|surprised|shocked)\b)|yes(?= (?:was|came|is|had)\b)|vote against|vote in favou?r|veto)s?)\b"
    r"(?! (?:power|right|threat|pen|option|of (?:an?|the) (?:earlier|previous|similar)))"
)
_VOTE_WAS = re.compile(r"(?:(?:' s|'s|s) )?vote was (?:an? |the )?(?P<noun>abstention|yes|no)\b(?= [.,;:!?)]| $| vote)")
_NO_FACT = re.compile(
    r"\b(?:despite the (?:threat|prospect|risk)|threat\w*|possib\w+|potential|likely|expected|feared|fear(?:s|ing)?"
    r"|averted|avoid\w*"
    r"|without|if|unless|would|could|might|may|will|should|no|not|never|past|previous|earlier|old|last|another|repeated"
    r"|frequent)\b"
)


def by_noun(at: Named) -> Claims:
    """ "China's abstention surprised them", "Washington's veto": those who have none cannot cast a veto."""
    match = _VOTE_WAS.match(at.sentence.line, at.end) or _NOUN.match(at.sentence.line, at.end)
    if match is None or len(at.voters) != 1 or not isinstance(at.voters[0], MemberMention):
        return
    clause = re.split(r"[;:,]", at.sentence.line[: at.start])[-1]
    after = re.split(r"[;:,.]", at.sentence.line[match.end() :])[0]
    if _NO_FACT.search(clause) or _NO_FACT.search(after):
        return
    noun = match["noun"]
    veto = "veto" in noun
    if veto and at.voters[0].codes[0] not in PERMANENT:
        return
    position = Position.NO if veto else position_named(noun)
    only = re.match(r"lone|sole|only", noun) is not None
    yield claim_at(at.sentence, Kind.POSITION, at.start, match.end(), voters=at.voters, position=position, veto=veto, only=only)


_CAME_FROM = re.compile(
    r"(?:^|[,;:.(–—-] |\b(?:and|but) )(?P<from>(?:from|for|of) (?:the )?)$"
)
_CAME = re.compile(
    r"(?:there )?(?:came|comes|was|is|it was|it is|we got|we heard|, )(?: only)? (?:an?|another) (?P<noun>(?:clear "
    r"|firm )?(?:yes|no|abstention)(?: vote)?)(?= (?:[.,;:!?)]|too|as well|also|and|but)|$)"
)


_NOUN_OF = re.compile(
    r"\b(?P<said>(?:an?|the|another) (?P<noun>(?:clear |firm )?(?:yes|no|abstention)) (?:from|of|by) (?:the )?)$"
)
_NOUN_ENDS = re.compile(r"[.,;:!?)]|$|(?:was|is|came|and|but|too|as well|also)\b")


def came_from(at: Named) -> Claims:
    """ "From Poland came a no", "for Brazil it was an abstention", "the no of Hungary"."""
    of, ends = _NOUN_OF.search(at.before), _NOUN_ENDS.match(at.sentence.line, at.end)
    if of and ends and len(at.voters) == 1 and not _NO_FACT.search(at.before[: of.start()]):
        position = position_named(of["noun"])
        yield claim_at(at.sentence, Kind.POSITION, at.start - len(of["said"]), at.end, voters=at.voters, position=position)
        return
    opening, match = _CAME_FROM.search(at.before), _CAME.match(at.sentence.line, at.end)
    if opening and match and (position := position_named(match["noun"])):
        first = at.start - len(opening["from"])
        yield claim_at(at.sentence, Kind.POSITION, first, match.end("noun"), voters=at.voters, position=position)


_AFTER_COLON = re.compile(
    r"(?:(?:' )?s? ?(?:vote |ballot |position )|(?:, )?(?:(?:for once|once more|as always|as usual|as ever|together"
    r"|both|again|this time|also|even|alike|too|all"
    r"|[(),]) ){1,4})?(?:: |=+ ?> |= |-+ ?> |→ |\( )"
    r"(?P<what>yes|yea|aye|no|nay|abstain(?:s|ed|ing)?|abstention|against|in favou?r|absent"
    r"|not voting|did not vote)(?= [.,;/()|]| $)"
)


def behind_a_colon(at: Named) -> Claims:
    """ "France: yes. Austria: abstention"."""
    match = _AFTER_COLON.match(at.sentence.line, at.end)
    if match is None:
        return
    what = match["what"]
    position = Position.NON_VOTING if what in ("not voting", "did not vote") else position_named(what)
    position = Position.YES if what in ("yea", "aye") else Position.NO if what == "nay" else position
    if position is not None:
        yield claim_at(at.sentence, Kind.POSITION, at.start, match.end(), voters=at.voters, position=position)


_ENVOY = re.compile(
    r"(?:' s )?(?:(?:un|permanent|deputy|acting|new|own) )*(?:ambassador|envoy|representative|delegate|delegation|government"
    r"|mission)(?: (?:to|at) the (?:un|united nations))? "
)
_HAND = re.compile(r"(?:raised|raising) (?:its|their|her|his) hands? (?:to )?(?P<how>against|in favou?r|abstain)")
_BALLOT = re.compile(r"vot(?:ed|es|ing)\b|abstain|cast|took no part|did not (?:vote|take part)|raised|vetoed|skipped")
_ADVERBS = re.compile(rf"(?:{ADVERBS} ){{0,3}}")


def through_an_envoy(at: Named) -> Claims:
    """ "France's envoy raised his hand in favour", "the French ambassador abstained": what he did his state has done."""
    line = at.sentence.line
    envoy = _ENVOY.match(line, at.end)
    if envoy is None:
        return
    adverbs = _ADVERBS.match(line, envoy.end())
    place = adverbs.end() if adverbs else envoy.end()
    if NOT_QUITE.search(line[envoy.end() : place]):
        return
    voters = tuple(replace(v, adjective=False) if isinstance(v, MemberMention) else v for v in at.voters)
    hit = act_at(line, place)
    if hand := _HAND.match(line, place):
        position = Position.NO if hand["how"] == "against" else Position.ABSTAIN if hand["how"] == "abstain" else Position.YES
        yield claim_at(at.sentence, Kind.POSITION, at.start, hand.end(), voters=voters, position=position)
    elif hit and hit[0].said is not None and _BALLOT.match(line, place):
        act, stop = hit
        yield claim_at(
            at.sentence, Kind.POSITION, at.start, stop, voters=voters, position=act.said, negated=act.negated, veto=act.veto
        )


_JOINING = re.compile(
    rf"\bjoining (?:the )?(?P<whom>{STATE}) (?P<act>(?:in |by )?(?P<voting>(?:voting|opposing|abstaining|backing"
    rf"|supporting|against)"
    r"(?: [^,;:]{1,40}?)?) (?:was|were|is|are) )(?:only |just )?(?:the )?$"
)


def joining(at: Named) -> Claims:
    """ "Joining the United States in voting no were Israel and Argentina"."""
    before = at.sentence.line[: at.start]
    match = _JOINING.search(before)
    if match is None:
        return
    hit = act_at(at.sentence.line, match.start("voting"))
    company = named_in(at.sentence, match.start("whom"), match.end("whom"))
    if hit and hit[0].said is not None and not hit[0].negated:
        yield claim_at(
            at.sentence,
            Kind.POSITION,
            match.start(),
            at.end,
            voters=(*company, *at.voters),
            position=hit[0].said,
            only=re.match(r"[.;]| [.;]|$", at.sentence.line[at.end :]) is not None,
        )
