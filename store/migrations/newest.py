"""The newest schema as statements for a new SQLite file. Written by `python -m store.migrations`, never by hand."""

STATEMENTS = (
    """
    CREATE TABLE alembic_version (
        version_num VARCHAR(32) NOT NULL,
        CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
    )
    """,
    """
    CREATE TABLE imported_file (
        id INTEGER NOT NULL,
        dataset VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        checksum VARCHAR NOT NULL,
        size BIGINT NOT NULL,
        rows INTEGER NOT NULL,
        roll_calls INTEGER NOT NULL,
        first DATE NOT NULL,
        until DATE NOT NULL,
        reading INTEGER NOT NULL,
        imported_at DATETIME NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE roll_call (
        id INTEGER NOT NULL,
        "key" VARCHAR NOT NULL,
        symbol VARCHAR NOT NULL,
        draft VARCHAR,
        body VARCHAR NOT NULL,
        date DATE NOT NULL,
        title TEXT NOT NULL,
        kind VARCHAR NOT NULL,
        outcome VARCHAR NOT NULL,
        mode VARCHAR NOT NULL,
        yes INTEGER,
        no INTEGER,
        abstain INTEGER,
        non_voting INTEGER,
        url VARCHAR,
        dataset VARCHAR NOT NULL,
        session VARCHAR,
        meeting VARCHAR,
        agenda TEXT,
        subjects TEXT NOT NULL,
        nicknames TEXT NOT NULL,
        parent VARCHAR,
        vetoed_by VARCHAR NOT NULL,
        links TEXT NOT NULL,
        remarks TEXT NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE statement (
        id INTEGER NOT NULL,
        dataset VARCHAR NOT NULL,
        record_id VARCHAR NOT NULL,
        file_id INTEGER NOT NULL,
        roll_call_id INTEGER NOT NULL,
        "key" VARCHAR NOT NULL,
        body VARCHAR NOT NULL,
        date DATE NOT NULL,
        digest BLOB NOT NULL,
        said TEXT NOT NULL,
        votes INTEGER NOT NULL,
        counts BOOLEAN NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(file_id) REFERENCES imported_file (id),
        FOREIGN KEY(roll_call_id) REFERENCES roll_call (id)
    )
    """,
    """
    CREATE UNIQUE INDEX statement_of_record ON statement (dataset, record_id)
    """,
    """
    CREATE INDEX statement_of_roll_call ON statement (roll_call_id, counts)
    """,
    """
    CREATE INDEX statement_of_dataset ON statement (dataset, body, date, counts, votes)
    """,
    """
    CREATE TABLE member_code (
        id INTEGER NOT NULL,
        code VARCHAR NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (code)
    )
    """,
    """
    CREATE TABLE word (
        word VARCHAR NOT NULL,
        stem VARCHAR NOT NULL,
        roll_calls INTEGER NOT NULL,
        PRIMARY KEY (word)
    )
    """,
    """
    CREATE TABLE store_state (
        id INTEGER NOT NULL,
        generation INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE VIRTUAL TABLE search_text USING fts5(title, elsewhere, tokenize = 'ascii', detail = column)
    """,
    """
    CREATE VIRTUAL TABLE search_term USING fts5vocab('search_text', 'row')
    """,
    """
    CREATE TABLE vote (
        statement_id INTEGER NOT NULL,
        member_id SMALLINT NOT NULL,
        position SMALLINT NOT NULL,
        PRIMARY KEY (statement_id, member_id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX vote_of_member ON vote (member_id, statement_id, position)
    """,
    """
    INSERT INTO alembic_version (version_num) VALUES ('0002')
    """,
    """
    INSERT INTO store_state (id, generation) VALUES (1, 0)
    """,
)
