#include "books.h"
#include "clock.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The tables that people are written into, by a list or by the public form, parents first, each in
   the order in which its rows are written. */
static const struct { const char *name, *order; } tables[] = {
    {"actor", "id"}, {"organisation", "id"}, {"organisation_name", "organisation_id, position"},
    {"person", "id"}, {"person_address", "person_id, position"},
    {"person_name", "person_id, name_key"}, {"name_part", "id"}, {"registration", "id"},
    {"standing_change", "id"}, {"guest_needs", "registration_id"}, {"invitation", "id"},
    {"invitation_link", "invitation_id"}, {"message", "id"}, {"letter_sheet", "id"},
    {"message_content", "message_id"}, {"message_secret", "message_id"}, {"import_batch", "id"},
    {"import_entry", "batch_id, line, subject"}, {"audit_entry", "id"},
};
enum { table_count = sizeof tables / sizeof *tables };

typedef struct {
    long rows;
    int columns;
    sqlite3_value **values;
    sqlite3_stmt *insert;
} table_copy;

/* Reads the rows that a table has more in the register at hand. */
static void load(sqlite3 *db, int index, table_copy *copy, baseline_result *result) {
    char text[400];
    snprintf(text, sizeof text, "SELECT * FROM done.%s EXCEPT SELECT * FROM main.%s ORDER BY %s",
             tables[index].name, tables[index].name, tables[index].order);
    sqlite3_stmt *query = NULL;
    int code = sqlite3_prepare_v2(db, text, -1, &query, 0);
    if (!books_ok(db, code, result)) return;
    copy->columns = sqlite3_column_count(query);
    long room = 0;
    while ((code = sqlite3_step(query)) == SQLITE_ROW) {
        if (copy->rows == room) {
            room = room ? room * 2 : 1024;
            copy->values = realloc(copy->values, sizeof *copy->values * room * copy->columns);
        }
        for (int column = 0; column < copy->columns; column++)
            copy->values[copy->rows * copy->columns + column] =
                sqlite3_value_dup(sqlite3_column_value(query, column));
        copy->rows++;
    }
    books_ok(db, code, result);
    sqlite3_finalize(query);
}

static void prepare(sqlite3 *db, int index, table_copy *copy, baseline_result *result) {
    char text[400];
    int length = snprintf(text, sizeof text, "INSERT INTO main.%s VALUES (?", tables[index].name);
    for (int column = 1; column < copy->columns; column++)
        length += snprintf(text + length, sizeof text - length, ", ?");
    snprintf(text + length, sizeof text - length, ")");
    books_ok(db, sqlite3_prepare_v3(db, text, -1, SQLITE_PREPARE_PERSISTENT, &copy->insert, 0),
             result);
}

/* Writes the rows from one number up to, but not including, another. */
static void write_rows(sqlite3 *db, table_copy *copy, long from, long to,
                       baseline_result *result) {
    for (long row = from; row < to; row++) {
        for (int column = 0; column < copy->columns; column++)
            sqlite3_bind_value(copy->insert, column + 1,
                               copy->values[row * copy->columns + column]);
        books_ok(db, sqlite3_step(copy->insert), result);
        sqlite3_reset(copy->insert);
    }
    result->count += to - from;
}

/* The full-text indexes, which have no rows of their own to copy. */
static void write_trigrams(sqlite3 *db, baseline_result *result) {
    books_ok(db, sqlite3_exec(db,
        "INSERT INTO main.name_part_trigram (rowid, name_key) SELECT id, name_key FROM name_part;"
        "INSERT INTO main.organisation_trigram (rowid, name_keys)"
        " SELECT organisation_id, group_concat(name_key, char(10)) FROM organisation_name"
        " WHERE organisation_id NOT IN (SELECT rowid FROM organisation_trigram)"
        " GROUP BY organisation_id;", 0, 0, 0), result);
}

/* How many of so many rows are written by the end of a transaction: an equal share in each, rounded
   up, so that the one organisation of all stands before its first member. */
static long share(long rows, long turn, long transactions) {
    return (rows * turn + transactions - 1) / transactions;
}

/* The same rows in so many transactions. */
static void replay(sqlite3 *db, table_copy *copies, long transactions, baseline_result *result) {
    for (long turn = 0; turn < transactions && !result->fault[0]; turn++) {
        books_ok(db, sqlite3_exec(db, "BEGIN IMMEDIATE", 0, 0, 0), result);
        for (int index = 0; index < table_count; index++) {
            long rows = copies[index].rows;
            write_rows(db, &copies[index], share(rows, turn, transactions),
                       share(rows, turn + 1, transactions), result);
        }
        if (turn + 1 == transactions) write_trigrams(db, result);
        books_ok(db, sqlite3_exec(db, "COMMIT", 0, 0, 0), result);
    }
}

static long total_rows(sqlite3 *db, const char *schema, baseline_result *result) {
    char list[200];
    snprintf(list, sizeof list, "SELECT name FROM %s.sqlite_master"
             " WHERE type = 'table' AND name NOT LIKE '%%trigram%%'", schema);
    sqlite3_stmt *names = NULL, *count = NULL;
    long total = 0;
    books_ok(db, sqlite3_prepare_v2(db, list, -1, &names, 0), result);
    while (sqlite3_step(names) == SQLITE_ROW) {
        char text[200];
        snprintf(text, sizeof text, "SELECT count(*) FROM %s.%s", schema,
                 (const char *)sqlite3_column_text(names, 0));
        books_ok(db, sqlite3_prepare_v2(db, text, -1, &count, 0), result);
        if (sqlite3_step(count) == SQLITE_ROW) total += sqlite3_column_int64(count, 0);
        sqlite3_finalize(count);
    }
    sqlite3_finalize(names);
    return total;
}

baseline_result baseline_replay(const char *done, const char *target, long transactions) {
    baseline_result result = {0};
    table_copy copies[table_count] = {0};
    char attach[1000];
    sqlite3 *db = books_open(target, &result);
    if (!db) return result;
    snprintf(attach, sizeof attach, "ATTACH '%s' AS done", done);
    books_ok(db, sqlite3_exec(db, attach, 0, 0, 0), &result);
    for (int index = 0; index < table_count; index++) load(db, index, &copies[index], &result);
    long wanted = total_rows(db, "done", &result);
    books_ok(db, sqlite3_exec(db, "DETACH done", 0, 0, 0), &result);
    for (int index = 0; index < table_count; index++) prepare(db, index, &copies[index], &result);
    if (result.fault[0]) return result;
    double start = seconds_now();
    replay(db, copies, transactions, &result);
    result.seconds = seconds_now() - start;
    if (!result.fault[0] && total_rows(db, "main", &result) != wanted)
        snprintf(result.fault, sizeof result.fault, "the baseline did not write the same rows");
    for (int index = 0; index < table_count; index++) sqlite3_finalize(copies[index].insert);
    sqlite3_close(db);
    return result;
}
