#ifndef CONVENE_BASELINE_BOOKS_H
#define CONVENE_BASELINE_BOOKS_H

#include "baseline.h"
#include <sqlite3.h>

/* Opens a file with the pragmas of the product; nothing, with the fault noted, when that fails. */
sqlite3 *books_open(const char *path, baseline_result *result);

/* Whether a call went well; otherwise the first fault is noted. */
int books_ok(sqlite3 *db, int code, baseline_result *result);

#endif
