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
    CREATE TABLE chat_event (
        workspace VARCHAR NOT NULL,
        event VARCHAR NOT NULL,
        asker VARCHAR NOT NULL,
        at FLOAT NOT NULL,
        counts BOOLEAN NOT NULL,
        PRIMARY KEY (workspace, event)
    )
    """,
    """
    CREATE INDEX chat_event_of_user ON chat_event (workspace, asker, at)
    """,
    """
    CREATE INDEX chat_event_at ON chat_event (at)
    """,
    """
    CREATE TABLE chat_thread (
        workspace VARCHAR NOT NULL,
        thread VARCHAR NOT NULL,
        conversation TEXT NOT NULL,
        at FLOAT NOT NULL,
        PRIMARY KEY (workspace, thread)
    )
    """,
    """
    CREATE INDEX chat_thread_at ON chat_thread (at)
    """,
    """
    CREATE TABLE chat_answer (
        id VARCHAR NOT NULL,
        workspace VARCHAR NOT NULL,
        asker VARCHAR NOT NULL,
        thread VARCHAR,
        kind VARCHAR NOT NULL,
        question TEXT NOT NULL,
        conversation TEXT NOT NULL,
        today DATE NOT NULL,
        at FLOAT NOT NULL, language VARCHAR,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX chat_answer_of_user ON chat_answer (workspace, asker, at)
    """,
    """
    CREATE INDEX chat_answer_at ON chat_answer (at)
    """,
    """
    CREATE TABLE chat_rule (
        workspace VARCHAR NOT NULL,
        channel VARCHAR NOT NULL,
        rule VARCHAR NOT NULL,
        PRIMARY KEY (workspace, channel)
    )
    """,
    """
    CREATE TABLE slack_bots (
        id INTEGER NOT NULL,
        client_id VARCHAR(32) NOT NULL,
        app_id VARCHAR(32) NOT NULL,
        enterprise_id VARCHAR(32),
        enterprise_name VARCHAR(200),
        team_id VARCHAR(32),
        team_name VARCHAR(200),
        bot_token TEXT,
        bot_id VARCHAR(32),
        bot_user_id VARCHAR(32),
        bot_scopes VARCHAR(1000),
        bot_refresh_token TEXT,
        bot_token_expires_at DATETIME,
        is_enterprise_install BOOLEAN NOT NULL,
        installed_at DATETIME NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX slack_bots_idx ON slack_bots (client_id, enterprise_id, team_id, installed_at)
    """,
    """
    CREATE TABLE slack_installations (
        id INTEGER NOT NULL,
        client_id VARCHAR(32) NOT NULL,
        app_id VARCHAR(32) NOT NULL,
        enterprise_id VARCHAR(32),
        enterprise_name VARCHAR(200),
        team_id VARCHAR(32),
        team_name VARCHAR(200),
        enterprise_url VARCHAR(200),
        bot_token TEXT,
        bot_id VARCHAR(32),
        bot_user_id VARCHAR(32),
        bot_scopes VARCHAR(1000),
        bot_refresh_token TEXT,
        bot_token_expires_at DATETIME,
        user_id VARCHAR(32) NOT NULL,
        user_token TEXT,
        user_scopes VARCHAR(1000),
        user_refresh_token TEXT,
        user_token_expires_at DATETIME,
        incoming_webhook_url TEXT,
        incoming_webhook_channel VARCHAR(200),
        incoming_webhook_channel_id VARCHAR(200),
        incoming_webhook_configuration_url VARCHAR(200),
        is_enterprise_install BOOLEAN NOT NULL,
        token_type VARCHAR(32),
        installed_at DATETIME NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX slack_installations_idx ON slack_installations (client_id, enterprise_id, team_id, user_id, installed_at)
    """,
    """
    CREATE TABLE slack_oauth_states (
        id INTEGER NOT NULL,
        state VARCHAR(200) NOT NULL,
        expire_at DATETIME NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE chat_setting (
        workspace VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (workspace, name)
    )
    """,
    """
    CREATE TABLE member_name (
        id INTEGER NOT NULL,
        file_id INTEGER NOT NULL,
        member VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        said TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(file_id) REFERENCES imported_file (id)
    )
    """,
    """
    INSERT INTO alembic_version (version_num) VALUES ('0005')
    """,
    """
    INSERT INTO store_state (id, generation) VALUES (1, 0)
    """,
)
