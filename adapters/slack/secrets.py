"""Tokens, encrypted before they rest in the store: Fernet (AES and HMAC), https://cryptography.io/en/latest/fernet/

Several keys let the owner change them: the first encrypts, all decrypt. What an old key wrote is written anew when it is saved.
"""

from __future__ import annotations

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from adapters.settings import ConfigurationError


class Sealed:
    """Seals and opens texts."""

    def __init__(self, keys: str) -> None:
        try:
            self._fernet = MultiFernet([Fernet(key) for key in keys.replace(",", " ").split()])
        except ValueError as error:
            raise ConfigurationError(
                "VOTEDESK_TOKEN_KEYS holds something that is no key: `votedesk slack key` prints a new one."
            ) from error

    def seal(self, text: str | None) -> str | None:
        """Encrypted with the newest key."""
        return None if text is None else self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str | None) -> str | None:
        """Decrypted with whichever key fits; None where none does, as if it were not there."""
        if sealed is None:
            return None
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken:
            return None


def new_key() -> str:
    """A key for VOTEDESK_TOKEN_KEYS."""
    return Fernet.generate_key().decode()
