#include "books.h"
#include "clock.h"
#include <stdio.h>

sqlite3 *books_open(const char *path, baseline_result *result) {
    sqlite3 *db = NULL;
    int code = sqlite3_open(path, &db);
    if (!books_ok(db, code, result)) return NULL;
    const char *pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                          "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384;"
                          "PRAGMA temp_store = MEMORY";
    return books_ok(db, sqlite3_exec(db, pragmas, 0, 0, 0), result) ? db : NULL;
}

int books_ok(sqlite3 *db, int code, baseline_result *result) {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return 1;
    if (!result->fault[0])
        snprintf(result->fault, sizeof result->fault, "SQLite: %s", sqlite3_errmsg(db));
    return 0;
}

baseline_result baseline_execute(const char *path, const char *script) {
    baseline_result result = {0};
    sqlite3 *db = books_open(path, &result);
    if (!db) return result;
    double start = seconds_now();
    books_ok(db, sqlite3_exec(db, script, 0, 0, 0), &result);
    result.seconds = seconds_now() - start;
    sqlite3_close(db);
    return result;
}

static void ask(sqlite3 *db, const char *statement, baseline_result *result) {
    sqlite3_stmt *query = NULL;
    double start = seconds_now();
    result->count = 0;
    int code = sqlite3_prepare_v2(db, statement, -1, &query, 0);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(query);
        result->count += code == SQLITE_ROW;
    }
    books_ok(db, code, result);
    sqlite3_finalize(query);
    result->seconds = seconds_now() - start;
}

baseline_result baseline_query(const char *path, const char *statement) {
    baseline_result result = {0};
    sqlite3 *db = books_open(path, &result);
    if (!db) return result;
    ask(db, statement, &result);
    ask(db, statement, &result);
    sqlite3_close(db);
    return result;
}
