"""A check report as a card: what is wrong comes first, and no verdict is told by colour alone."""

from __future__ import annotations

from bot.card import Facts, Note
from bot.layout import VERDICTS, lay_out_report
from bot.reply import SourceOut
from bot.report import CheckReport, ClaimOut, Judgement, report_of

SOURCE = SourceOut(title="Record", url="https://digitallibrary.un.org/record/1", dataset="undl_ga", until=None)


def claim(start: int, verdict: Judgement, quote: str = "Hungary voted no") -> ClaimOut:
    return ClaimOut(
        start=start,
        end=start + len(quote),
        quote=quote,
        claim="Hungary voted against.",
        verdict=verdict,
        finding="It abstained.",
        sources=(SOURCE,),
    )


def test_what_is_contradicted_comes_first_and_the_rest_by_what_it_needs() -> None:
    verdicts: tuple[Judgement, ...] = ("supported", "unverifiable", "contradicted", "ambiguous")
    card = lay_out_report(report_of(tuple(claim(place, verdict) for place, verdict in enumerate(verdicts))))
    titles = [block.title or "" for block in card.blocks if isinstance(block, Facts)]
    assert [title.partition(":")[0] for title in titles] == [
        VERDICTS[v] for v in ("contradicted", "ambiguous", "unverifiable", "supported")
    ]


def test_the_lead_counts_the_verdicts() -> None:
    report = report_of((claim(0, "supported"), claim(20, "contradicted")))
    assert lay_out_report(report).lead == "2 claims on votes: 1 supported, 1 contradicted."
    assert lay_out_report(report_of((claim(0, "supported"),))).lead == "1 claim on a vote: 1 supported."


def test_each_claim_has_its_quote_its_finding_and_a_link_and_each_source_is_named_once() -> None:
    card = lay_out_report(report_of((claim(0, "contradicted"), claim(30, "supported"))))
    first = card.blocks[0]
    assert isinstance(first, Facts)
    assert first.title == "✗ contradicted: “Hungary voted no”"
    assert first.pairs == (("The record", "It abstained."),)
    assert first.url == SOURCE.url
    assert [source.url for source in card.sources] == [SOURCE.url]


def test_a_long_report_is_cut_and_says_so() -> None:
    card = lay_out_report(report_of(tuple(claim(place, "supported") for place in range(40))))
    assert sum(isinstance(block, Facts) for block in card.blocks) < 40
    assert isinstance(card.blocks[-1], Note)
    assert "more of the 40 claims" in card.blocks[-1].text


def test_a_long_quote_is_cut_between_words() -> None:
    card = lay_out_report(report_of((claim(0, "supported", "Hungary " * 100),)))
    first = card.blocks[0]
    assert isinstance(first, Facts)
    assert first.title is not None
    assert first.title.endswith("Hungary …”")


def test_a_report_without_claims_says_that_none_was_found() -> None:
    assert lay_out_report(CheckReport()).lead == "No claim about a vote at the United Nations was found in the text."
