"""The vote store: recorded votes from official files in a database, and the typed facts that leave it."""
