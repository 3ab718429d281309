"""A text -> its check report: each sentence is read once, the votes it speaks of are found once, each claim is judged on them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.check.about import first_day, is_about_votes, only_body, under_headings, without_foreign_paragraphs
from bot.check.claim import Claim, Kind
from bot.check.claims import claims_in
from bot.check.context import evidence_in
from bot.check.days_told import years_in
from bot.check.elsewhere import in_committee, is_told_of_elsewhere
from bot.check.evidence import Evidence
from bot.check.explaining import Explaining
from bot.check.findings import finding
from bot.check.own_time import is_of_another_time, misdated, votes_of_years
from bot.check.parts import VOTED_ON, Read, only_names, parts_of
from bot.check.pieces import pieces_of
from bot.check.prose import Prose, prose_of, sentences
from bot.check.referent import Referent, Scene, Why
from bot.check.referents import Referents, is_named, speaks_of_votes
from bot.check.restating import restated
from bot.check.results import counted_so
from bot.check.sentence import Sentence, end_of_dateline, read_sentence
from bot.check.story import Passage, settled
from bot.check.told import Told
from bot.check.verdicts import Verdict, verdict_on
from bot.check.vetoes import is_of_another_vote
from bot.check.which import meant
from bot.lookup.record import Record
from bot.lookup.series import series_of
from bot.lookup.sources import sources_of_roll_calls
from bot.reply import RollCallOut, VoteOut
from bot.report import CheckedPiece, CheckReport, ClaimOut, report_of
from bot.understand.knowledge import Knowledge
from store.facts import Body, Outcome, RollCall, is_plain

_DATED_WITHIN = 400  # characters at the start in which a text's own date stands
_BEHIND = 22  # characters behind a claim that may still place it
_NO_VOTE_HERE = Referent()  # what is claimed of no vote that anybody could look up here
_FULL_STOP = 1  # character that may be read with a symbol, or not
_AT_THE_START = 12  # characters: "The Hague Code came next" is about what it names
_TWO = 2  # days of a sentence, numbers of a tally
_MOST_YEARS = 12  # votes of a series that "from 1995 to 1997" is held against
_MOST_SHOWN = 6  # roll calls of one claim
_FIRST_TOLD, _LAST_TOLD = 3, 9  # votes of a text that "the first" and "both" may mean
_BOTH = re.compile(
    r"\bboth (?:of (?:these|them|those)(?! (?:(?:had|have|has|also|again|then) )*(?:abst|vot|oppos|back|support|said|stood))"
    r"|times|texts|votes|resolutions|drafts|occasions)\b",
    re.IGNORECASE,
)
_UNTIL_THEN = re.compile(r"\b(?:until then|before then|up to then|till then|hitherto)\b[^;]*$")
_AFTER = re.compile(r"\b(?:after|following|since|despite|because of|in the wake of|in response to) (?:the )?(?:[\w-]+ ){0,3}$")


def check(text: str, knowledge: Knowledge, record: Record, clock: dt.date, today: dt.date | None = None) -> CheckReport:
    """The report on a whole text. "On Monday" counts from `today`; without it, from the text's own date, else the clock."""
    pieces = check_pieces([text], knowledge, record, clock, today)
    return report_of(tuple(claim for piece in pieces for claim in piece.claims))


def check_pieces(
    text: Iterable[str], knowledge: Knowledge, record: Record, clock: dt.date, today: dt.date | None = None
) -> Iterator[CheckedPiece]:
    """The same for a text of any length, given in parts: its pieces in order, each with its claims in order, as they are read."""
    checker = _Checker(knowledge, record, clock, today)
    start = 0
    for piece in pieces_of(text):
        yield CheckedPiece(start, piece, tuple(checker.claims(piece, start)))
        start += len(piece)


class _Checker:
    """Keeps in mind, from piece to piece, what was said and which votes were spoken of."""

    def __init__(self, knowledge: Knowledge, record: Record, clock: dt.date, today: dt.date | None) -> None:
        self._knowledge = knowledge
        self._record = record
        self._day = today or clock
        self._dated = today is not None
        self._told = Told()
        self._referents = Referents(record, self._day)
        self._scene: Scene | None = None
        self._roll_calls: dict[int, RollCallOut] = {}

    def claims(self, piece: str, first: int) -> list[ClaimOut]:
        """The claims of a piece that begins at the text's character `first`, in text order."""
        prose = prose_of(piece)
        reads = list(self._read(prose))
        found = (
            self._judged(claim, sentence, referent, prose, piece, first)
            for sentence, claim, referent in self._referred(reads)
            if referent is not None and referent is not _NO_VOTE_HERE and not is_of_another_vote(claim, sentence, referent)
        )
        return sorted((c for c in found if c is not None), key=lambda c: (c.start, c.end))

    def _read(self, prose: Prose) -> Iterator[Read]:
        for stretch in sentences(prose):
            words = prose.text[stretch.start : stretch.end]
            sentence = read_sentence(stretch, words, self._knowledge, self._day)
            own = _own_date(sentence, only_dateline=self._dated)
            if own is not None:
                self._day, self._dated = own, True
                sentence = read_sentence(stretch, words, self._knowledge, own)
            yield Read(sentence, tuple(claims_in(sentence, self._told)))

    def _referred(self, reads: Sequence[Read]) -> Iterator[tuple[Sentence, Claim, Referent | None]]:
        """Each claim with the votes that it is about; without those of a text that is about none of the United Nations."""
        passages = settled(list(self._passages(reads)), Explaining(self._record))
        for passage in passages:
            yield from ((passage.sentence, claim, passage.referent) for claim in passage.claims)
            yield from ((passage.sentence, claim, meant) for claim, meant in passage.apart)

    def _passages(self, reads: Sequence[Read]) -> Iterator[Passage]:
        synonyms = self._knowledge.synonyms
        evidence = without_foreign_paragraphs(reads, [evidence_in(r.sentence, r.claims, synonyms) for r in reads])
        if self._scene is None:
            if not is_about_votes(reads, evidence, self._referents):
                return
            self._scene = Scene(default_body=only_body(evidence), days=first_day(reads))
        for read, whole in zip(reads, under_headings(reads, evidence), strict=True):
            if not self._dated and (years := years_in(read.sentence.text)):
                self._scene.said_year = years[-1]
            yield from self._of_sentence(read, whole, self._scene)

    def _of_sentence(self, read: Read, whole: Evidence, scene: Scene) -> Iterator[Passage]:
        current: Referent | None = None
        passing = only_names(whole) and whole.names[0].start > _AT_THE_START
        if not read.claims and scene.is_firm and passing and not VOTED_ON.search(read.sentence.found.folded):
            whole = replace(whole, names=())  # "the US said that it supports a two-state solution" leaves the text where it is
        for evidence, claims in parts_of(read, whole, self._knowledge.synonyms):
            told_before = scene.referent
            if evidence is not None and (claims or speaks_of_votes(evidence) or scene.referent is None):
                before = current if current is not None and current.calls else None
                current = self._referents.find(evidence, scene)
                if current is not None and (evidence.put_between or (evidence.up_to and not evidence.days and not current.firm)):
                    current = replace(current, guess=True)
                if before is not None and current is not None and current.why is not None:
                    scene.referent = before  # what is said of a committee in passing leaves the text where it was
            elif evidence is not None and evidence.matters and (led := self._referents.led_on(evidence, scene)) is not None:
                current = led
            both = _BOTH.search(read.sentence.text) is not None
            said = [replace(claim, which="both") if both and claim.which is None else claim for claim in claims]
            placed = [
                (
                    claim,
                    self._by_its_symbol(claim, evidence, scene)
                    or self._beside(claim, read.sentence, current)
                    or meant(claim, current, scene),
                )
                for claim in said
            ]
            if current is not None and (dated := misdated(claims, read.sentence, current.calls)) is not None:
                placed = [(c, r) for c, r in placed if not dated.start <= c.start < dated.end or c.tally is None]
                placed.append((dated, current))
            for claim, referent in placed:
                _keep(claim, referent, current, scene)
            yield Passage(
                read.sentence,
                tuple(claim for claim, referent in placed if referent is current),
                current,
                named=evidence is not None and (is_named(evidence, current) or _is_led_on(evidence, current, told_before)),
                aside=evidence is not None and scene.referent is not current,
                apart=tuple((claim, referent) for claim, referent in placed if referent is not current),
            )

    def _beside(self, claim: Claim, sentence: Sentence, current: Referent | None) -> Referent | None:
        """Another vote, where the words of the claim themselves say so: "which had backed it in committee", "until then"."""
        if current is None or not current.calls:
            return None
        if is_told_of_elsewhere(sentence.found.folded[claim.start : claim.end + _BEHIND], current.body or current.calls[0].body):
            return _NO_VOTE_HERE
        if in_committee(sentence.found.folded[claim.start : claim.end]):
            return Referent(why=Why.COMMITTEE, body=current.body, days=current.days, near=current.calls)
        if claim.veto and _AFTER.search(sentence.found.folded[: claim.start].lower()) and not _is_vetoed(current):
            return Referent(why=Why.DRAFT, body=Body.SC, near=current.calls)
        if years := votes_of_years(claim, sentence, series_of(current.calls[0], self._record))[:_MOST_YEARS]:
            return replace(current, calls=years, days=())
        if claim.tally is not None and (other := self._of_another_day(claim, sentence, current)) is not None:
            return other
        if claim.kind is not Kind.NEVER_BEFORE and _UNTIL_THEN.search(sentence.found.folded[: claim.end].lower()):
            earlier = [r for r in series_of(current.calls[0], self._record) if r.date < current.calls[0].date]
            return replace(current, calls=tuple(earlier[:1]), guess=True, why=None if earlier else Why.NOT_THEN)
        return None

    def _by_its_symbol(self, claim: Claim, evidence: Evidence | None, scene: Scene) -> Referent | None:
        """ "Italy abstained on resolution 3375 and opposed 3379": the one of several that stands in the claim's own words."""
        if evidence is None or len(evidence.symbols) < _TWO:
            return None
        inside = [s for s in evidence.symbols if claim.start <= s.start and s.end <= claim.end + _FULL_STOP]
        return self._referents.of_symbol(inside[0], evidence, scene) if len(inside) == 1 else None

    def _of_another_day(self, claim: Claim, sentence: Sentence, current: Referent) -> Referent | None:
        """ "165-7-12 on 29 October 2025, against 187-2-1 on 30 October 2024": the vote of the other day with these figures."""
        told = (*(claim.tally or ()), None)
        days = [d for d in sentence.found.days.ranges if d.precision == "day" and not d.fitting_year]
        if len(days) < _TWO or sum(n is not None for n in told) < _TWO or any(counted_so(r, told) for r in current.calls):
            return None
        of_series = [r for r in series_of(current.calls[0], self._record) if any(d.first <= r.date <= d.last for d in days)]
        then = [r for r in of_series if is_plain(r) and counted_so(r, told)]
        return replace(current, calls=tuple(then), days=()) if len(then) == 1 else None

    def _judged(
        self, claim: Claim, sentence: Sentence, referent: Referent, prose: Prose, piece: str, first: int
    ) -> ClaimOut | None:
        """None for what a text tells rather than claims, where it is so."""
        record = self._record
        verdict = verdict_on(claim, referent, record)
        if verdict.judgement in ("supported", "contradicted") and is_of_another_time(
            claim, sentence, [j.call for j in verdict.judged]
        ):
            verdict = Verdict("unverifiable", verdict.judged, Why.NOT_THEN)
        if claim.kind is Kind.OUTCOME and claim.loose and verdict.judgement != "contradicted":
            return None
        start, end = prose.place(sentence.start + claim.start, sentence.start + claim.end)
        calls = list(dict.fromkeys(c for j in verdict.judged for c in (j.call, *j.other_calls)))[:_MOST_SHOWN]
        votes = dict.fromkeys(v for j in verdict.judged for v in (*j.votes, *j.besides) if v.roll_call in calls)
        return ClaimOut(
            start=first + start,
            end=first + end,
            quote=piece[start:end],
            claim=restated(claim, verdict, record),
            verdict=verdict.judgement,
            finding=finding(claim, verdict, referent, record),
            members=tuple(dict.fromkeys(v.member for v in votes)),
            roll_calls=tuple(self._published(call) for call in calls),
            votes=tuple(
                VoteOut(roll_call=v.roll_call.symbol, member=v.member, name=v.name, position=v.position, veto=v.veto)
                for v in votes
            ),
            sources=sources_of_roll_calls(calls, record, remarks=verdict.why is Why.CORRECTED),
        )

    def _published(self, call: RollCall) -> RollCallOut:
        if call.id not in self._roll_calls:
            self._roll_calls[call.id] = RollCallOut.model_validate(call)
        return self._roll_calls[call.id]


def _is_led_on(evidence: Evidence, current: Referent | None, before: Referent | None) -> bool:
    """Whether what the words open with has led to another vote than the one spoken of before."""
    elsewhere = current is not None and bool(current.calls) and before is not None and current.calls != before.calls
    return elsewhere and bool(evidence.matters)


def _is_vetoed(referent: Referent) -> bool:
    return any(c.outcome is Outcome.VETOED for c in referent.calls)


def _own_date(sentence: Sentence, *, only_dateline: bool) -> dt.date | None:
    """The day of the text itself: that of a dateline, else the first full date of a text that opens with one."""
    if sentence.start >= _DATED_WITHIN or (only_dateline and sentence.start):
        return None
    days = sentence.found.days.ranges
    if only_dateline:
        end = end_of_dateline(sentence)
        days = tuple(d for d in days if d.start < end)
    return next((d.last for d in days if d.precision == "day" and not d.relative and not d.fitting_year), None)


def _keep(claim: Claim, meant: Referent | None, current: Referent | None, scene: Scene) -> None:
    """Remember which votes were told of, and of which each number was."""
    if meant is None:
        return
    if meant is current and meant.calls and meant not in scene.told:
        scene.told.append(meant)
        del scene.told[_FIRST_TOLD:-_LAST_TOLD]
    scene.numbers.update({n: meant for n in (claim.number, *(claim.tally or ())) if n is not None})
