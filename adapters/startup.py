"""Settings -> an opened store -> a desk. The only place that opens the store.

Imports stand where they are used, so that a command which needs no store starts at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.settings import ConfigurationError, Settings

if TYPE_CHECKING:
    from bot.desk import Desk
    from store.vote_store import VoteStore


def open_desk(settings: Settings) -> Desk:
    """A desk over the configured store. An embedded store that is not there yet is made, with the starter record in it."""
    from bot.desk import Desk

    return Desk.open(open_store(settings))


def open_store(settings: Settings) -> VoteStore:
    """The configured store, opened for reading only."""
    from store.database import BadAddress, StoreMissing, read_address
    from store.vote_store import VoteStore

    if settings.is_embedded and not settings.embedded_file.exists():
        make_store(settings)
    try:
        return VoteStore.open(settings.store_url, read_only=True)
    except StoreMissing as error:
        raise ConfigurationError(
            f"There is no vote store at {read_address(settings.store_url).shown}: check the address, "
            "or make a store there with votedesk import FILE..."
        ) from error
    except BadAddress as error:
        raise ConfigurationError(str(error)) from error


def make_store(settings: Settings) -> None:
    """Bring the store to the newest schema and see that the starter record is in it. Doing it twice changes nothing."""
    from store.importers.load import ensure_starter
    from store.schema import migrate

    if settings.is_embedded:
        _make_data_folder(settings)
    migrate(settings.store_url)
    ensure_starter(settings.store_url)


def _make_data_folder(settings: Settings) -> None:
    folder = settings.embedded_file.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(
            f"The data folder {folder} cannot be made ({error.strerror}): "
            "set VOTEDESK_DATA_DIR to a folder that you can write to."
        ) from error
