"""Every conflict between sources is listed, the one that counts first; totals that do not add up as well."""

from __future__ import annotations

import datetime as dt

from store.disagreements import disagreements
from store.facts import Remark, RemarkKind, Tally
from tests.store.conftest import statement, take


def test_each_field_and_each_vote_is_a_line_of_its_own(sqlite_url: str) -> None:
    take(sqlite_url, statement("A/RES/79/901", "HUN N, POL Y", tally=Tally(1, 1, 0, 0)))
    other = statement("A/RES/79/901", "HUN Y, POL Y", dataset="starter", date=dt.date(2024, 10, 31), tally=Tally(1, 1, 0, 0))
    take(sqlite_url, other)
    assert [(d.symbol, d.field, d.stated) for d in disagreements(sqlite_url)] == [
        ("A/RES/79/901", "date", (("undl_ga", "2024-10-30"), ("starter", "2024-10-31"))),
        ("A/RES/79/901", "vote of HUN", (("undl_ga", "no"), ("starter", "yes"))),
    ]


def test_totals_that_do_not_add_up_are_a_source_against_itself(sqlite_url: str) -> None:
    remark = Remark(RemarkKind.TOTALS_DISAGREE, "stated 2-0-0, counted 1-0-0", "undl_ga")
    take(sqlite_url, statement("A/RES/79/901", "HUN Y", tally=Tally(2, 0, 0, 0), remarks=(remark,)))
    assert [(d.field, d.stated) for d in disagreements(sqlite_url)] == [
        ("totals", (("undl_ga", "stated 2-0-0"), ("undl_ga, counted", "1-0-0")))
    ]


def test_sources_that_agree_are_not_listed(sqlite_url: str) -> None:
    take(sqlite_url, statement("A/RES/79/901", "HUN Y"))
    take(sqlite_url, statement("A/RES/79/901", "HUN Y", dataset="starter"))
    assert disagreements(sqlite_url) == []
