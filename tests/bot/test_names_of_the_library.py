"""After an import of the library's names, questions find states under each of them, and replies call them so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.reply import Reply
from bot.understand.lexicon import build_lexicon
from store.importers.load import import_files, take_over
from store.members import load_members
from store.vote_store import VoteStore
from tests.store.conftest import file_of, statement
from tests.store.importers.names_files import NAMES, NEW_MEMBER, NEW_NAME, new_layout

VOTED = dt.date(2026, 10, 1)
ALL = [*NAMES, *NEW_NAME, NEW_MEMBER]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VoteStore]:
    """The starter record, one vote after the states took their new names, and the file of names."""
    folder = tmp_path_factory.mktemp("names")
    url = f"sqlite:///{folder / 'store.sqlite3'}"
    (folder / "names.csv").write_bytes(new_layout(ALL))
    import_files(url, [folder / "names.csv"])
    vote = statement("A/RES/81/1", "FJI Y, BGV N, HUN A, BLR Y", date=VOTED, title="Rising seas", session="81")
    take_over(url, [file_of([vote])], lambda *_: None)
    with VoteStore.open(url) as opened:
        yield opened


@pytest.fixture(scope="module")
def desk(store: VoteStore) -> Desk:
    return Desk.open(store)


def asked(desk: Desk, question: str) -> Reply:
    return desk.ask(question, today=dt.date(2026, 11, 1)).reply


@pytest.mark.parametrize(
    ("question", "member", "name"),
    [
        ("how did the Vitilevu Republic vote on A/RES/81/1?", "FJI", "Vitilevu Republic"),
        ("how did Fiji vote on A/RES/81/1?", "FJI", "Vitilevu Republic"),
        ("how did Республика Витилеву vote on A/RES/81/1?", "FJI", "Vitilevu Republic"),
        ("how did Republica de Vitilevu vote on A/RES/81/1?", "FJI", "Vitilevu Republic"),
        ("how did Vitilevu Republik vote on A/RES/81/1?", "FJI", "Vitilevu Republic"),
        ("how did Fiji vote on A/RES/79/7?", "FJI", "Fiji"),
        ("how did Bougainville vote on A/RES/81/1?", "BGV", "Bougainville"),
        ("how did Бугенвиль vote on A/RES/81/1?", "BGV", "Bougainville"),
        ("how did BGV, FJI and HUN vote on A/RES/81/1?", "BGV", "Bougainville"),
        ("how did Bélarus vote on A/RES/81/1?", "BLR", "Belarus"),
        ("how did the Byelorussian SSR vote on A/RES/79/7?", "BLR", "Belarus"),
    ],
)
def test_every_name_of_the_file_finds_its_state(desk: Desk, question: str, member: str, name: str) -> None:
    vote = asked(desk, question).votes[0]
    assert (vote.member, vote.name) == (member, name)
    assert vote.position in ("yes", "no", "abstain", "non_voting")


def test_the_name_of_the_day_is_the_files(desk: Desk) -> None:
    assert desk._record.name("BLR", dt.date(1980, 1, 1)) == "Byelorussian Soviet Socialist Republic"
    assert desk._record.name("CIV", dt.date(1985, 12, 1)) == "Côte d'Ivoire"


def test_a_new_member_has_no_vote_before_it_was_admitted(desk: Desk) -> None:
    vote = asked(desk, "how did Bougainville vote on A/RES/79/7?").votes[0]
    assert (vote.member, vote.position) == ("BGV", "not_member")
    reply = asked(desk, "when did Bougainville become a member of the UN?")
    assert "15 September 2026" in reply.text
    assert "https://digitallibrary.un.org/record/4082085" in {source.url for source in reply.sources}


def test_replies_in_other_languages_take_the_files_names(desk: Desk) -> None:
    french = asked(desk, "comment la République de Vitilevu a-t-elle voté sur A/RES/81/1 ?")
    assert "République de Vitilevu" in french.text
    # German has no name of this state, and no other name of the state is put in its place.
    assert "Vitilevu Republic" in desk.ask("how did Fiji vote on A/RES/81/1?", language="de").reply.text
    # A longer form of a name that the program has is called by its own name there.
    with_votes = desk.ask("how did Belarus vote on A/RES/81/1?", language="de").reply.text
    assert "Belarus" in with_votes


def test_no_name_that_was_known_is_lost_or_changed(store: VoteStore) -> None:
    before, now = build_lexicon(load_members()), build_lexicon(store.members)
    changed = {key for key, entry in before.entries.items() if now.entries[key].codes != entry.codes}
    # Only what was a part of a member and is one now.
    assert changed == {"bougainville"}
    assert now.small_codes == before.small_codes
    assert {key for key, entry in before.capitals.items() if now.capitals[key] != entry} == set()


def test_a_name_of_the_file_never_takes_an_everyday_word(desk: Desk, tmp_path: Path) -> None:
    assert asked(desk, "who voted against the resolution of the republic in 2026?").members == ()
