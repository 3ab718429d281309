"""What is said right behind the names of states: "Hungary, for its part, voted no and ...", "sided with Russia"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, replace

from bot.check.acts import ADVERBS, Act, act_at, object_end
from bot.check.claim import Claim, Kind, Voter
from bot.check.contrasted import apart, beside
from bot.check.scores import scope_of
from bot.check.sentence import Sentence, claim_at
from bot.check.told import Told
from bot.check.turned import EXCEPTED_BEHIND, NOT_QUITE, neither_nor
from bot.check.voters import (
    GOES_ON_ALONE,
    LIST,
    MATTER_BEFORE,
    NAMES_MATTER,
    OPENS_CLAUSE,
    OWN_VOTER,
    REACH,
    THEIR_FRIENDS,
    Claims,
    Named,
    clause_in_list,
    named_in,
    past_asides,
)
from bot.check.which import which_in
from bot.question import GroupMention, MemberMention, VoteName
from bot.understand.shape import DAYS, GROUP, STATE
from bot.understand.sides import is_of_a_side, side_taken_at

ADVERBS_AT = re.compile(rf"(?:(?:, )?{ADVERBS} ){{0,5}}(?:, )?")
_RANKS = re.compile(r"(?:[^ ;:.]+ ){1,9}?(?:and|but|, and|, but|,|by) ")
_LEAST_ASIDE = 6
_AND_THEN = re.compile(rf"(?: ?, )?(?:and|but) (?:{ADVERBS} ){{0,4}}")
ONLY_BEFORE = re.compile(
    r"(?:^|\W)(?:only|just|nobody|no one|none|no (?:other )?(?:country|state|member|nation|delegation))(?: else)?(?: but"
    r"| except(?: for)?| other than| apart from| besides| save)? (?:the )?$"
)
_NOT_FOR_SURE = re.compile(
    r"\b(?:will|would|could|may|might|shall|should|must|expects?|(?<!as )expected|likely|threatened|whether|if|urged"
    r"|asked|told|vowed"
    r"|plans?|wants?"
    r"|promised|pressed|lobbied|had hoped|hoped) (?:(?!that )\S+ ){0,3}$"
)
_OF_GROUP = re.compile(
    rf"(?:of|among|from|in) (?:the |its )?(?:\d+ )?{GROUP} (?:' )?(?:s )?(?:(?:members?|countries|states|nations"
    rf"|governments|capitals) )?"
)
_AND_OTHERS = re.compile(
    r"(?:, )?(?:and|plus|with|along with|together with|joined by) (?:\w+(?: - \w+)?) (?:other|others|more"
    r"|further)\b (?:countries |states |members |nations |delegations |capitals )?"
    r"|(?:, )?and (?:\w+ )?\w+ \w+ islands |[-–—] (?=said|vot|abst|oppos|back|stay)"
)
_RELATIVE = re.compile(r", (?:which|who) ")
_ALONE_BEHIND = re.compile(r" ?(?:on it )?(?:alone|on its own|by itself)(?= [.,;:!?)]| $)")
_ALONE = re.compile(r"\balone\b|\b(?:on (?:its|their|his|her) own|by (?:itself|himself|herself)|single - handedly)\b")
_ALONE_AMONG = re.compile(r"\balone (?:in|among|amongst|of|within) ")
_SCOPED = re.compile(
    r"(?:^|[,;:.] |\b(?:but|and) )(?:in|of|among|amongst|across|within|from|inside) (?:(?!(?:assembly|council|hall|chamber"
    r"|room|vote|ballot|end|un)\b"
    r"|[\ue300-\ue6ff])[^ ,;:]+ ){1,6}(?:, )?$"
)
"""Before "only": "in Latin America", of which nobody keeps a list."""
_TELLS_A_VOTE = re.compile(
    r"\b(?:vot\w+|abst\w+|backed|opposed|supported|vetoed|on the fence|in favou?r|against|absent|yes|a no|sponsors?"
    r"|opponent|supporter)\b"
)
_STRANGER = re.compile(
    rf"\b(?:and|but|while|when) (?:the )?{STATE}|{STATE} (?:and|,) {STATE}|\b(?:resolution|text|draft|assembly|council)\b"
)


def acted(at: Named) -> Claims:
    """ "Hungary, for its part, voted no and ..."."""
    sentence, start, end, voters, told, before, line = (
        at.sentence,
        at.start,
        at.end,
        at.voters,
        at.told,
        at.before,
        at.sentence.line,
    )
    in_matter = (MATTER_BEFORE.search(before) and not OPENS_CLAUSE.search(before)) or THEIR_FRIENDS.search(before)
    hit = _first_act(line, end)
    if hit is None or in_matter or (hit[1].vaguely and not told.of_a_vote) or _NOT_FOR_SURE.search(before):
        return
    begin, act, stop, narrow = hit
    if act.said is not None and is_of_a_side(line, begin, stop):
        yield from _side_taken(at, act, begin, stop)
        return
    if isinstance(voters[-1], GroupMention) and voters[-1].without and _RELATIVE.fullmatch(line, end, begin):
        return  # "every EU member but Hungary, which abstained": that is said of Hungary alone
    is_apart = "," in line[end:begin] and begin - end > _LEAST_ASIDE and not ADVERBS_AT.fullmatch(line, end, begin)
    aside = sentence.span(end, begin) if is_apart else None
    between = line[end:begin]
    if (
        _NOT_FOR_SURE.search(between.rsplit(", ", 1)[-1])
        or NOT_QUITE.search(line[end:stop].rsplit(", ", 1)[-1])
        or NAMES_MATTER.match(line, end)
    ):
        return
    only = bool(ONLY_BEFORE.search(before)) or _ALONE.search(line, end, begin) is not None
    if only and _AND_OTHERS.match(line, end):
        only = False  # "only the US and three others": how many there were is a claim of its own
    if behind := _ALONE_BEHIND.match(line, stop):
        only, stop = True, behind.end()
    first = start
    if only and (opening := ONLY_BEFORE.search(line[:start])):
        first = opening.start() + (line[opening.start() : opening.start() + 1] in " ,;:(")
    scoped = only and (_SCOPED.search(line[:first]) is not None or _ALONE_AMONG.search(line, end, begin) is not None)
    denied = neither_nor(line, start)
    if denied and (act.negated or act.said is None):
        return
    nobody = bool(re.search(r"\b(?:nobody|no one|none|no \w+)\b", line[first:start]))
    voters = tuple(dict.fromkeys((*voters, *beside(sentence, end, begin))))
    claim = _of_act(sentence, act, begin if narrow else first, stop, voters, told, only=only)
    if claim is None:
        return
    made, last = claim
    if excepted := EXCEPTED_BEHIND.match(line, last):
        listed = LIST.match(line, excepted.end())
        codes = tuple(v.codes[0] for v in named_in(sentence, *listed.span()) if isinstance(v, MemberMention)) if listed else ()
        if listed is None or not codes or len(voters) != 1 or not isinstance(voters[0], GroupMention):
            return
        last = listed.end()
        group = replace(voters[0], without=(*voters[0].without, *codes))
        made, _ = claim_at(sentence, made.kind, first, last, **{**_said(made), "voters": (group,)})
    if denied:
        made = replace(made, negated=True, only=False)
    elif nobody or (only and made.kind is Kind.TOGETHER):
        made = replace(made, only=True)
    if scoped and made.within is None:
        made = replace(made, loose=True)
    yield from _in_aside(at, begin) if narrow else ()
    yield replace(made, aside=aside), last
    yield from apart(sentence, start, end, begin, stop, act)
    yield from _further_acts(sentence, stop, voters, told)


def _side_taken(at: Named, act: Act, begin: int, stop: int) -> Claims:
    """ "Serbia voted against Russia": it says whose side was taken, and no position, which Russia may have taken itself."""
    found = side_taken_at(at.sentence.shape, begin, stop)
    if found is None or act.negated or ONLY_BEFORE.search(at.before):
        return
    side, end = found
    kind = Kind.APART if side.against else Kind.TOGETHER
    company = tuple(m for m in side.states if isinstance(m, MemberMention))
    if len(company) == len(side.states):
        yield claim_at(at.sentence, kind, at.start, end, voters=at.voters, company=company, side=True)


def _in_aside(at: Named, end: int) -> Claims:
    """ "The Maldives, on the fence in 2017, voted no": of the vote that the words between name."""
    line = at.sentence.line
    opening = _ASIDE_OPENS.match(line, at.end)
    hit = act_at(line, opening.end()) if opening else None
    if opening is None or hit is None or hit[0].said is None or hit[1] > end or not _TIME_OR_TEXT.search(line, hit[1], end):
        return
    if _OF_SEVERAL.search(line, opening.end(), end):
        return
    last = min(object_end(line, hit[1]), end - 2)
    yield claim_at(
        at.sentence, Kind.POSITION, opening.end(), last, voters=at.voters, position=hit[0].said, negated=hit[0].negated
    )


_ASIDE_OPENS = re.compile(r"(?:, |[-–—] |\( )(?:(?:which|who) )?(?:had |having |has )?(?:been |was |were )?(?:still )?(?:an? )?")
_OF_SEVERAL = re.compile(r"\b(?:texts|votes|drafts|resolutions|others|times|both|all)\b")
_TIME_OR_TEXT = re.compile(rf"{DAYS}|\b(?:years?|months?|weeks?|days?) (?:earlier|before)\b")


def _said(claim: Claim) -> dict[str, object]:
    return {f.name: getattr(claim, f.name) for f in fields(claim) if f.name not in ("kind", "start", "end")}


def _further_acts(sentence: Sentence, stop: int, voters: tuple[Voter, ...], told: Told) -> Claims:
    """ "... and opposed its repeal": the same states, another act."""
    line = sentence.line
    for words in range(_MOST_BETWEEN):
        place = _skip_words(line, stop, words)
        if place is None:
            return
        and_then = _AND_THEN.match(line, place)
        if and_then and (hit := act_at(line, and_then.end())):
            made = _of_act(sentence, hit[0], and_then.end(), hit[1], voters, told)
            if made and not (_THEN.match(line, hit[1]) and re.search(DAYS, line[:stop] + line[stop : and_then.start()])):
                yield made
            return


_SAT_THERE = re.compile(
    r"(?:, )?(?:which |who )?(?:(?:was|were|sat|served|being) )?(?:then |also )?(?:an? (?:non - permanent |elected "
    r"|rotating )?member of|on|in) "
    rf"(?:the )?(?:security )?council (?:(?:at (?:that|the) time|then|that year|in those days|(?:in )?{DAYS}) )?(?:, )?(?:and )?"
)
"""What is said of a seat is no vote of its own: "Libya was in the Council at that time and voted in favour"."""
_THEM_ALL = re.compile(r"\bthem\b")
_THEN = re.compile(rf" ?(?:(?:it|the \w+) )?(?:in |on )?(?:the )?{DAYS}")
"""Behind a second act: "abstained in 2022 and voted no in 2023" is of two votes."""
_VERB = 24  # characters behind a list in which the verb of its last state stands
_MOST_BETWEEN = 5  # words between two acts of one state


def _skip_words(line: str, at: int, words: int) -> int | None:
    match = re.compile(rf"(?:(?!{STATE})[^ ;:.,]+ ){{{words}}}").match(line, at + (line[at : at + 1] == " "))
    return match.end() if match else None


def _first_act(line: str, end: int) -> tuple[int, Act, int, bool] | None:
    """Where the first act behind a list begins, the act, where it ends, and whether words in between say more of a vote."""
    places = list(past_asides(line, end))
    if within := _OF_GROUP.match(line, end):
        places = [*past_asides(line, within.end()), *places]
    if sat := _SAT_THERE.match(line, end):
        places.append(sat.end())
    if besides := _AND_OTHERS.match(line, end):
        places = [*past_asides(line, besides.end()), *places]
    if _RELATIVE.match(line, end):
        # "Israel, which had backed the others, abstained": the main clause first
        places = [*(p for p in places if p != end), end]
    for past in places:
        if past > end and OWN_VOTER.search(line, end, past):
            continue
        adverbs = ADVERBS_AT.match(line, past)
        for at in dict.fromkeys([adverbs.end() if adverbs else past, past]):
            if hit := act_at(line, at):
                return at, hit[0], hit[1], bool(_TELLS_A_VOTE.search(line, end, past))
    ranks = _RANKS.match(line, end)
    while ranks:
        adverbs = ADVERBS_AT.match(line, ranks.end())
        at = adverbs.end() if adverbs else ranks.end()
        if not re.search(STATE, line[end : ranks.start()]) and (hit := act_at(line, at)) and not _STRANGER.search(line[end:at]):
            return at, hit[0], hit[1], False
        ranks = re.compile(r"(?:[^ ;:.]+ ){1,9}?(?:and|but|,|by) ").match(line, ranks.end()) if ranks.end() - end < 90 else None
    return None


def _of_act(
    sentence: Sentence, act: Act, first: int, stop: int, voters: tuple[Voter, ...], told: Told, *, only: bool = False
) -> tuple[Claim, int] | None:
    line = sentence.line
    if act.company:
        return with_company(sentence, act, first, stop, voters, told)
    here = sentence.span(first, first + 1)[0]
    position, negated = told.position_at(here) if act.alike else (act.said, act.negated)
    negated = negated is not act.negated if act.alike else negated
    if act.alike and len(told.voters) == 1 and isinstance(told.voters[0], MemberMention) and _THEM_ALL.search(line[first:stop]):
        return None  # more than the one state that was spoken of last
    if position is None or (act.close and (not told.is_close(here) or told.is_of_a_tally(here))):
        return None
    besides = (*told.named.get(position, ()), *told.voters) if act.alike and only else ()  # "only Libya stood with it"
    last = object_end(line, stop)
    never = re.search(r"\b(?:never(?! failed)|for the first time)\b", line[first:last]) is not None
    opening = _FIRST_TIME_BEFORE.search(line, max(0, first - REACH), first)
    if never or opening:
        denied = "never" in line[first:last]
        begin = opening.start() if opening else first
        no_longer = act.negated and not denied
        return claim_at(
            sentence, Kind.NEVER_BEFORE, begin, last, voters=voters, position=position, negated=denied, no_longer=no_longer
        )
    return claim_at(
        sentence, Kind.POSITION, first, last, voters=voters, position=position, negated=negated, only=only, veto=act.veto,
        company=besides,
        which=which_in(line[first:last]) or _both_named(sentence, first, last),
        within=group_within(sentence, first, last, voters) if only else None,
        series=told_of_series(line, first, last), vague=act.vaguely and _OF_POLITICS.search(line[:stop]) is not None,
    )  # fmt: skip


_FIRST_TIME_BEFORE = re.compile(
    r"(?:\bfor the first time(?: ever)? ?,? ?|\b(?:it|this|that) (?:was|is|marked"
    r"|were) the first time (?:ever )?(?:that )?)(?:the )?$"
)


def told_of_series(line: str, first: int, last: int) -> bool:
    """Whether the clause of a claim speaks of every vote of a series: "every year since 1992"."""
    before = line[:first]
    opening = before[max((m.end() for m in _STOPS.finditer(before)), default=0) :]
    own = opening.rpartition(", ")[2]
    behind = re.split(r"[,;:.!?]", line[last:], maxsplit=1)[0]
    words = f"{opening if _EVERY_ONE.match(opening.strip()) else own}{line[first:last]} {behind}"
    found = _EVERY_ONE.search(words)
    return found is not None and not _NOT_EVERY.search(words, 0, found.start())


_STOPS = re.compile(r"[;:.!?] |, (?:and|but|while|whereas|though) ")
_NOT_EVERY = re.compile(r"\b(?:almost|nearly|practically|not) $")
_EVERY_ONE = re.compile(
    r"\b(?:every year|each year|(?<!as )always|year after year|every time|each time|on each occasion|consistently|invariably"
    r"|on all that|all those|every single"
    r"|without exception|never failed to|in every (?:vote|one))\b"
)


def group_within(sentence: Sentence, first: int, last: int, voters: Sequence[Voter]) -> GroupMention | None:
    """ "Only Budapest broke EU ranks": the group within which "only" holds."""
    groups = [m for m in sentence.shape.mentions_in(first, last) if isinstance(m, GroupMention) and m not in voters]
    return groups[0] if groups else scope_of(sentence)


def _both_named(sentence: Sentence, first: int, last: int) -> str | None:
    """ "Abstained on both Ukraine texts", which is a nickname."""
    named = (m for m in sentence.shape.mentions_in(first, last + 1) if isinstance(m, VoteName))
    return "both" if any(m.words.lower().startswith("both ") for m in named) else None


_OF_POLITICS = re.compile(
    r"\b(?:sanctions|wording|paragraph|language|package|boycott|agreement|accord|deal|pact|statement|request|bid|initiative|appeal"
    r"|plan|extension|expulsion|admission|membership|treaty|convention)$"
)
"""What states back and oppose without a vote, too."""


_WHOSE = re.compile(
    rf"(?:its|their|his|her) (?:(?:[a-z]+|{GROUP}) ){{1,3}}(?={STATE} )"
)  # "its Nordic neighbours Sweden and Denmark"
_THEM = re.compile(r"(?:them|it|the others|the (?:two|three|pair)) (?=in |voting |opposing |abstaining |by )")


def with_company(
    sentence: Sentence, act: Act, first: int, stop: int, voters: tuple[Voter, ...], told: Told
) -> tuple[Claim, int] | None:
    line = sentence.line
    after = stop + (line[stop : stop + 1] == " ")
    if whose := _WHOSE.match(line, after):
        after = whose.end()
    listed = LIST.match(line, after) or _THEM.match(line, after)
    if listed is None:
        return None
    following = clause_in_list(line, listed.start(), listed.end())
    if following == listed.end():
        return None  # "with Mali, Togo, Chad abstained": of whom that is said, nobody knows
    own = GOES_ON_ALONE.search(line, after, min(len(line), listed.end() + _VERB))
    end = own.start() if own is not None and own.start() < listed.end() else listed.end()
    end = following - len(", ") if following is not None else end
    company = named_in(sentence, listed.start(), end) or (told.voters if "two" in listed[0] or "three" in listed[0] else ())
    if line[first:stop].endswith(("kept", "keeping", "keeps")):
        kept = re.compile(r"company\b").match(line, listed.end())
        return claim_at(sentence, Kind.TOGETHER, first, kept.end(), voters=voters, company=company) if kept else None
    together = re.compile(r"(?:(?:' )?(?:s )?(?:lead|example|line) )?(?:in |and |by |to )?").match(line, end)
    if own is not None or following is not None:
        together = None  # what follows is said of the last state alone
    hit = act_at(line, together.end()) if together else None
    last = object_end(line, hit[1]) if hit and hit[0].said is not None else end
    if hit and hit[0].said is not None:
        company = () if act.apart else company
        told.mark(sentence.span(first, first + 1)[0], hit[0].said, hit[0].negated)
        return claim_at(
            sentence, Kind.POSITION, first, last, voters=(*voters, *company), position=hit[0].said, negated=hit[0].negated
        )
    if not company:
        return None
    kind = Kind.APART if act.apart else Kind.TOGETHER
    return claim_at(sentence, kind, first, last, voters=voters, company=company)
