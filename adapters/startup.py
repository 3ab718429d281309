"""Settings -> an opened store -> a desk. The only place that opens the store.

Imports stand where they are used, so that a command which needs no store starts at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from adapters.settings import ConfigurationError, Settings

if TYPE_CHECKING:
    from bot.desk import Desk
    from store.vote_store import VoteStore


@contextmanager
def open_desk(settings: Settings) -> Iterator[Desk]:
    """A desk over the configured store, which is closed at the end."""
    from bot.desk import Desk

    with open_store(settings) as store:
        yield Desk.open(store, settings.stale_days)


def open_store(settings: Settings) -> VoteStore:
    """The configured store, for reading only. An embedded one that is missing or of an older schema is made ready first."""
    from store.database import NotAStore, StoreMissing, StoreOutdated, read_address
    from store.vote_store import VoteStore

    try:
        return VoteStore.open(settings.reading_url)
    except (StoreMissing, StoreOutdated, NotAStore) as error:
        # "Not a store" is also what a process leaves that was killed while it made one; a file of other data is refused again.
        if settings.is_embedded:
            make_store(settings)
            return VoteStore.open(settings.reading_url)
        if not isinstance(error, StoreMissing):
            raise
        raise ConfigurationError(
            f"There is no vote store at {read_address(settings.reading_url).shown}: check the address, "
            "or make a store there with `votedesk import FILE...`."
        ) from error


def make_store(settings: Settings) -> None:
    """Bring the store to the newest schema, with the starter record in it. Doing it twice changes nothing."""
    from store.importers.load import ensure_starter

    ensure_starter(settings.store_url)
