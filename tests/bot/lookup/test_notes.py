"""The cautions that a careful desk adds, and the assumptions that it owns up to."""

from __future__ import annotations

from collections.abc import Callable

from bot.reply import Reply

Ask = Callable[..., Reply]


def test_non_voting_is_explained_and_never_called_absent_or_abstaining(ask: Ask) -> None:
    reply = ask("how did Bulgaria vote on A/RES/80/4?")
    assert [vote.position.value for vote in reply.votes] == ["non_voting"]
    assert reply.text.startswith("Bulgaria cast no vote (recorded as non-voting)")
    assert any(note.startswith("“Non-voting” means on the roll without casting a vote") for note in reply.notes)


def test_no_note_on_non_voting_where_everybody_voted(ask: Ask) -> None:
    assert not any("Non-voting" in note for note in ask("how did Hungary vote on ES-11/7?").notes)


def test_a_text_on_one_matter_of_the_same_day_is_named_with_its_result(ask_official: Ask) -> None:
    notes = ask_official("how did Hungary vote on A/RES/79/201?").notes
    assert (
        "On the same day, on the same matter: “Buoys and beacons” (A/RES/79/202, General Assembly), adopted 3-1-1. Check which one is meant."
        in notes
    )


def test_a_sibling_that_is_answered_too_is_not_warned_of(ask_official: Ask) -> None:
    notes = ask_official("how did Hungary vote on A/RES/79/201 and A/RES/79/202?").notes
    assert not any("on the same matter" in note for note in notes)


def test_an_observer_asked_about_beside_a_member_is_not_left_out(ask: Ask) -> None:
    reply = ask("how did Palestine and Hungary vote on ES-11/7?")
    assert [vote.member for vote in reply.votes] == ["HUN"]
    assert "State of Palestine is an observer" in reply.notes[0]


def test_a_word_beside_a_nickname_that_its_votes_lack_is_said_to_be_left_out(ask: Ask) -> None:
    reply = ask("did Hungary vote on the partition plan, qwzrt")
    assert "Read without “qwzrt”, which the record does not have here." in reply.assumptions


def test_a_word_in_a_voters_place_that_names_nobody_is_said_to_name_nobody(ask: Ask) -> None:
    reply = ask("how did Transnistria vote on the partition plan?")
    assert reply.status == "not_found"
    assert "“Transnistria” is not the name of a member state" in reply.text


def test_amendments_beside_a_text_are_counted_and_can_be_asked_for(ask: Ask) -> None:
    notes = ask("how did Hungary vote on A/RES/ES-11/8?").notes
    assert any("4 amendments and motions were voted on beside A/RES/ES-11/8" in note for note in notes)
    reply = ask("amendments to A/RES/ES-11/8")
    assert {call.kind.value for call in reply.roll_calls} == {"amendment"}
    assert len(reply.roll_calls) == 4


def test_an_answer_from_the_starter_record_alone_says_so(ask: Ask, ask_official: Ask) -> None:
    assert any("small starter record" in note for note in ask("how did Hungary vote on ES-11/7?").notes)
    assert any("small starter record" in note for note in ask("votes on Ukraine").notes)
    assert not any("starter" in note for note in ask_official("how did Hungary vote on A/RES/79/201?").notes)


def test_a_draft_says_that_official_files_lack_it(ask: Ask) -> None:
    assert any("not in the official voting files" in note for note in ask("was S/2025/583 adopted?").notes)


def test_a_name_of_the_day_is_explained_by_todays(ask_official: Ask) -> None:
    reply = ask_official("how did Benin vote on A/RES/2500(XXIV)?")
    assert [(vote.member, vote.name) for vote in reply.votes] == [("BEN", "Dahomey")]
    assert "Dahomey is today’s Benin." in reply.notes


def test_a_source_whose_totals_do_not_add_up_is_not_trusted_silently(ask_official: Ask) -> None:
    notes = ask_official("was A/RES/79/303 adopted?").notes
    assert any("totals do not add up" in note and "stated 6-0-0, counted 5-0-0" in note for note in notes)


def test_the_eu_has_no_vote_of_its_own(ask: Ask) -> None:
    reply = ask("how did the EU vote on ES-11/7?")
    assert len(reply.votes) == 27
    assert any(note.startswith("The European Union itself is an observer and has no vote") for note in reply.notes)


def test_a_groups_list_says_what_it_counts(ask: Ask) -> None:
    assert any("BRICS: Saudi Arabia was invited" in note for note in ask("how did the BRICS vote on ES-11/7?").notes)


def test_reasons_are_not_on_record(ask: Ask) -> None:
    reply = ask("why did Hungary vote no on ES-11/7?")
    assert reply.status == "answered"
    assert reply.notes[0].startswith("The record holds how members voted, not why.")


def test_a_misspelt_name_is_read_aloud(ask: Ask) -> None:
    reply = ask("how did Slovakai vote on ES-11/7?")
    assert [vote.member for vote in reply.votes] == ["SVK"]
    assert "“Slovakai” was read as Slovakia." in reply.assumptions


def test_a_vote_found_by_its_tally_says_so(ask: Ask) -> None:
    reply = ask("93-18-65")
    assert [call.symbol for call in reply.roll_calls] == ["A/RES/ES-11/7"]
    assert "Found by its tally, 93-18-65." in reply.assumptions


def test_sources_lead_to_the_record_and_say_how_far_it_reaches(ask_official: Ask) -> None:
    (source,) = ask_official("how did Hungary vote on A/RES/79/201?").sources
    assert source.url is not None
    assert source.url.startswith("https://digitallibrary.un.org/record/")
    assert source.until is not None
    assert source.until.isoformat() == "2024-12-17"


def test_a_count_cites_the_dataset_once_and_its_address_once(ask_official: Ask) -> None:
    reply = ask_official("how often did Hungary vote with Slovakia?")
    lines = [line for line in reply.text.splitlines() if line.startswith("Source: ")]
    assert len(lines) == len(set(lines)) == 1
    assert lines[0].count("https://") == 1
