-- What was said of the columns of a list, for the next one with the same headings.
CREATE TABLE list_layout (
    headings TEXT PRIMARY KEY,
    columns TEXT NOT NULL
) STRICT, WITHOUT ROWID;
