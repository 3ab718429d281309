"""Schema versions, oldest first, for alembic. Shipped with the program and run by `store.schema.migrate`."""
