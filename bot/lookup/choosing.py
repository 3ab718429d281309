"""Choices for the reader: each is a question of its own, short enough for a button, that gives one reading."""

from __future__ import annotations

from bot.answer import Answer, Choice, Status
from bot.lookup.members_asked import has_no_list, is_doubtful, words_asked
from bot.lookup.record import Record
from bot.lookup.selection import MOST_CHOICES, Selection
from bot.lookup.wording import offers
from bot.question import Asserted, Flag, GroupMention, Intent, MemberMention, Question
from store.facts import RollCall

_LONGEST_QUESTION = 100  # a choice must fit the id of a Discord button
_GROUPS_WITH_LISTS = ("eu", "nato", "g7", "weog")
_NEAREST_GROUPS = {
    "europe": ("eu", "nato", "weog", "eastern_european_group"),
    "latin_america": ("grulac", "mercosur", "caricom", "oas"),
    "caribbean": ("caricom", "grulac"),
    "africa": ("african_group", "african_union", "ecowas"),
    "asia": ("asia_pacific_group", "asean", "saarc", "central_asia"),
    "middle_east": ("arab_league", "gcc", "oic"),
    "balkans": ("western_balkans", "yugoslav_successors"),
    "pacific_islands": ("pacific_islands_forum",),
    "global_south": ("african_group", "asia_pacific_group", "grulac", "brics"),
    "g77": ("african_group", "asia_pacific_group", "grulac"),
    "non_aligned": ("african_group", "asia_pacific_group", "grulac"),
    "nuclear_powers": ("p5",),
}
"""By the key of a group without a list, those with one that may be meant."""


def choose(question: Question, selection: Selection) -> Answer:
    """Several roll calls fit: the reader picks one."""
    calls = selection.roll_calls[:MOST_CHOICES]
    choices = tuple(Choice(offers.label(call), _ask_again(question, call), call) for call in calls)
    count, shown = len(selection.roll_calls), len(calls)
    lead = offers.which_near(selection.missing, count, shown) if selection.missing else offers.which_vote(count, shown)
    return Answer(Status.CHOOSE, question.intent, lead, choices=choices)


def choose_member(question: Question, record: Record) -> Answer:
    """A name fits several states."""
    mention = next(m for m in question.members if is_doubtful(m))
    choices = []
    for code in mention.codes:
        name, official = record.short(code), record.members.by_code[code].names[-1].name
        choices.append(Choice(offers.state_label(name, official), _instead(question, mention, offers.state_asked(name))))
    lead = offers.which_state(mention.words, [c.label for c in choices])
    return Answer(Status.CHOOSE, question.intent, lead, choices=tuple(choices))


def choose_opposition(question: Question, record: Record) -> Answer:
    """ "India against Israel" may mean how they voted beside each other, or India's votes on texts about Israel."""
    side = question.opposed or question.sided_with
    others = [m for m in question.members if m not in side]
    whom, when = record.short(side[0].codes[0]), ", ".join(dict.fromkeys(d.words for d in question.days))
    if not others:
        asked = (offers.ask_votes_on(whom), offers.ask_company(whom))
        choices = tuple(Choice(each, offers.ask_then(each, when)) for each in asked)
        return Answer(Status.CHOOSE, question.intent, offers.no_text(side[0].words), choices=choices)
    who = record.short(others[0].codes[0])
    choices = (
        Choice(offers.beside(who, whom), offers.ask_then(offers.ask_beside(who, whom), when)),
        Choice(offers.votes_about(who, whom), offers.ask_then(offers.ask_votes_about(who, whom), when)),
    )
    lead = offers.against_whom(side[0].words, who, whom)
    return Answer(Status.CHOOSE, question.intent, lead, choices=choices, members=(others[0].codes[0],))


def choose_group(question: Question, record: Record) -> Answer:
    """ "The West" has no list: the reader picks a group that has one."""
    parts = question.assertion.parts if question.assertion is not None else ()
    mentioned = (*question.groups, *(g for part in parts for g in part.groups))
    mention = next(g for g in mentioned if has_no_list(g, record))
    keys = _NEAREST_GROUPS.get(mention.key, _GROUPS_WITH_LISTS)
    groups = [record.members.groups[key] for key in keys]
    choices = tuple(Choice(offers.state_asked(g.name), _instead(question, mention, offers.group_asked(g.name))) for g in groups)
    return Answer(Status.CHOOSE, question.intent, offers.which_group(mention.words), choices=choices)


def _ask_again(question: Question, call: RollCall) -> str:
    """The same question about one roll call; where that would be too long, what the vote was."""
    asked = _question_about(question, call)
    return asked if len(asked) <= _LONGEST_QUESTION else offers.ask_vote(call.symbol)


def _says_more(question: Question) -> bool:
    """Whether the question holds what "did X vote against Y" would leave out: "only", a denial, several positions, a count."""
    if question.flags & {Flag.NOT_IT, Flag.DISSENT} or question.sided_with:
        return True
    said = question.assertion
    if question.intent is not Intent.VERIFY or said is None:
        return False
    of_all = said.only or said.everyone or said.nobody or said.anyone or said.unanimous or said.besides or said.first_time
    plain = len(said.parts) == 1 and said.parts[0] == Asserted(said.parts[0].members, said.parts[0].groups, question.position)
    return bool(of_all or said.outcome or said.counts or question.tallies or not plain)


def _question_about(question: Question, call: RollCall) -> str:
    who = words_asked(question)
    if _says_more(question):
        asked = offers.ask_of(question.text, call.symbol)
        return asked if len(asked) <= _LONGEST_QUESTION else offers.ask_vote(call.symbol)
    match question.intent:
        case Intent.VERIFY if who and question.position is not None:
            return offers.ask_whether(who, question.position, call.symbol)
        case Intent.OUTCOME:
            return offers.ask_adopted(call.symbol)
        case Intent.ROLL_CALL if question.position is not None and not who:
            return offers.ask_who(question.position, call.symbol)
        case _:
            return offers.ask_position(who, call.symbol) if who else offers.ask_vote(call.symbol)


def _instead(question: Question, mention: MemberMention | GroupMention, name: str) -> str:
    """The question with other words for a state or a group; of a long one the words around, as many as a choice holds."""
    before, after = question.text[: mention.start], question.text[mention.end :]
    if len(before) + len(name) + len(after) <= _LONGEST_QUESTION:
        return f"{before}{name}{after}"
    room = _LONGEST_QUESTION - len(name)
    kept = before[-room // 2 :] if len(before) > room // 2 else before
    kept = kept.partition(" ")[2] if len(kept) < len(before) else kept
    rest = after[: room - len(kept)]
    return f"{kept}{name}{rest.rpartition(' ')[0] if len(rest) < len(after) else rest}"
