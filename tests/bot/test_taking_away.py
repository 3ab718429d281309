"""A reply taken away: as a table for spreadsheets, as a sentence with a footnote."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable

import pytest

from bot.desk import Desk
from bot.quoting import quote
from bot.reply import Reply
from bot.tables import long_table, wide_table

Ask = Callable[..., Reply]
TODAY = dt.date(2026, 1, 5)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_long_table_has_every_vote_of_the_reply(ask: Ask) -> None:
    found = rows(long_table(ask("how did Hungary and Poland vote on A/RES/ES-11/7?")))
    assert [(row["member"], row["position"], row["symbol"], row["yes"]) for row in found] == [
        ("HUN", "no", "A/RES/ES-11/7", "93"),
        ("POL", "yes", "A/RES/ES-11/7", "93"),
    ]


def test_a_list_of_votes_is_a_table_of_roll_calls(ask: Ask) -> None:
    found = rows(long_table(ask("which votes were there on Ukraine?")))
    assert found
    assert all(row["symbol"] and row["outcome"] for row in found)


def test_a_wide_table_has_a_row_for_each_member_and_a_column_for_each_vote(ask: Ask) -> None:
    reply = ask("who voted how on A/RES/ES-11/7?")
    found = rows(wide_table(reply))
    assert {row["A/RES/ES-11/7"] for row in found if row["member"]} <= {"yes", "no", "abstain", "non_voting"}
    assert next(row for row in found if row["member"] == "HUN")["A/RES/ES-11/7"] == "no"
    assert next(row for row in found if row["name"] == "yes-no-abstain")["A/RES/ES-11/7"] == "93-18-65"


def test_text_that_a_spreadsheet_would_reckon_with_is_marked_as_text(ask: Ask) -> None:
    reply = ask("how did Hungary vote on A/RES/ES-11/7?")
    vote = reply.votes[0].model_copy(update={"name": "=1+1"})
    (row,) = rows(long_table(reply.model_copy(update={"votes": (vote,)})))
    assert row["name"] == "'=1+1"


def test_a_reply_without_facts_is_a_table_all_the_same(ask: Ask) -> None:
    (row,) = rows(long_table(ask("asdfgh qwertz")))
    assert row["text"]


def test_a_quote_is_one_sentence_with_its_source_and_the_day_of_reading(ask: Ask) -> None:
    sentence, _, note = quote(ask("how did Hungary vote on A/RES/ES-11/7?"), TODAY).split("\n")
    assert (sentence[:22], sentence[-4:], note[:4]) == ("Hungary voted no on “A", " [1]", "[1] ")
    assert "24 February 2025, https://digitallibrary.un.org/record/4076672" in note
    assert note.endswith("read on 5 January 2026.")


def test_a_verdict_is_not_quoted_but_the_fact_beside_it(ask: Ask) -> None:
    assert quote(ask("Did Hungary vote yes on A/RES/ES-11/7?"), TODAY).startswith("Hungary voted no on “")


def test_two_verdicts_go_before_the_fact(ask: Ask) -> None:
    reply = ask("did Hungary and Poland vote the same way on A/RES/ES-11/7?")
    assert "voted differently" not in quote(reply, TODAY)
    assert quote(reply, TODAY).startswith("On “Advancing")


QUOTED = {
    "fr": ("Hongrie : contre. Vote sur «", "consulté le 5 janvier 2026."),
    "es": ("Hungría: en contra. Votación sobre «", "consultado el 5 de enero de 2026."),
    "de": ("Ungarn: Nein. Abstimmung über „", "abgerufen am 5. Januar 2026."),
    "pt": ("Hungria: contra. Votação sobre “", "consultado em 5 de janeiro de 2026."),
    "it": ("Ungheria: contro. Votazione su «", "consultato in data 5 gennaio 2026."),
}


@pytest.mark.parametrize("language", QUOTED)
def test_a_quote_speaks_the_language_of_its_reply_and_names_the_vote(starter_desk: Desk, language: str) -> None:
    for question in ("how did Hungary vote on A/RES/ES-11/7?", "Did Hungary vote yes on A/RES/ES-11/7?"):
        turn = starter_desk.ask(question, today=TODAY, language=language)
        sentence, _, note = quote(turn.reply, TODAY, turn.card.language).split("\n")
        assert sentence.startswith(QUOTED[language][0])
        assert "(A/RES/ES-11/7" in sentence
        assert sentence.endswith(". [1]")
        assert note.endswith(QUOTED[language][1])


def test_what_states_no_fact_cannot_be_quoted(ask: Ask) -> None:
    assert quote(ask("asdfgh qwertz"), TODAY).startswith("There is nothing to quote.")
