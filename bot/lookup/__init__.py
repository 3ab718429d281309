"""Question -> Answer. The only part of the core that asks the store."""
