"""Settings come from the environment, are checked at start, and say what is wrong in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.settings import ConfigurationError, Settings, read_settings, variable


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields:
        monkeypatch.delenv(variable(field), raising=False)


def test_without_any_variable_the_store_is_the_embedded_one() -> None:
    settings = read_settings()
    assert settings.is_embedded
    assert settings.store_url == f"sqlite:///{settings.embedded_file.as_posix()}"
    assert settings.embedded_file.is_absolute()


def test_the_data_folder_moves_the_embedded_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VOTEDESK_DATA_DIR", str(tmp_path))
    assert read_settings().embedded_file == tmp_path / "votedesk.sqlite3"


def test_a_database_url_replaces_the_embedded_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOTEDESK_DATABASE_URL", "postgresql://desk@db/votes")
    settings = read_settings()
    assert not settings.is_embedded
    assert settings.store_url == "postgresql://desk@db/votes"


def test_the_command_line_beats_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOTEDESK_DATABASE_URL", "sqlite:///one.sqlite3")
    assert read_settings("sqlite:///two.sqlite3").store_url == "sqlite:///two.sqlite3"


def test_a_read_replica_answers_and_the_store_itself_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOTEDESK_DATABASE_URL", "postgresql://desk@primary/votes")
    monkeypatch.setenv("VOTEDESK_READ_DATABASE_URL", "postgresql://desk@replica/votes")
    settings = read_settings()
    assert (settings.reading_url, settings.store_url) == ("postgresql://desk@replica/votes", "postgresql://desk@primary/votes")
    given = read_settings("sqlite:///other.sqlite3")
    assert given.reading_url == given.store_url == "sqlite:///other.sqlite3"


def test_a_read_replica_of_nothing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOTEDESK_READ_DATABASE_URL", "postgresql://desk@replica/votes")
    with pytest.raises(ConfigurationError, match="set that too"):
        read_settings()


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOTEDESK_DATABASE_URL", "")
    monkeypatch.setenv("VOTEDESK_STALE_DAYS", "")
    assert read_settings().is_embedded
    assert read_settings().stale_days == 60


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("VOTEDESK_STALE_DAYS", "soon", "VOTEDESK_STALE_DAYS is 'soon': it must be a whole number of days, 1 or more."),
        ("VOTEDESK_STALE_DAYS", "0", "VOTEDESK_STALE_DAYS is '0': it must be a whole number of days, 1 or more."),
        ("VOTEDESK_LOG_LEVEL", "loud", "VOTEDESK_LOG_LEVEL is 'loud': it must be debug, info, warning or error."),
    ],
)
def test_a_wrong_value_is_refused_with_one_sentence(monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError) as refused:
        read_settings()
    assert str(refused.value) == sentence


def test_every_setting_is_described() -> None:
    for field in Settings.model_fields.values():
        assert field.description
        assert field.description.endswith(".")
