"""Names and descriptions of commands in the languages that the core speaks (wire, imports discord)."""

from __future__ import annotations

from discord import Locale
from discord.app_commands import TranslationContextTypes, Translator, locale_str

from adapters.discord.texts import ENGLISH, language_of, translations

_OURS = {
    locale: language_of(locale.value)
    for locale in Locale
    if language_of(locale.value) != ENGLISH or locale is Locale.american_english
}


class CommandTranslator(Translator):
    """None where there is nothing but English."""

    async def translate(self, string: locale_str, locale: Locale, context: TranslationContextTypes) -> str | None:  # noqa: ARG002
        """One text in one of Discord's locales."""
        return translations().get(string.message, {}).get(_OURS.get(locale, ENGLISH))
