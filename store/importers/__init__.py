"""One module a source file layout: a file on disk -> validated fragments. None of them knows the database."""
