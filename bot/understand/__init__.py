"""Text -> Question. Pure: no clock, no store, no network."""
