#ifndef CONVENE_BASELINE_H
#define CONVENE_BASELINE_H

/* What plain SQLite and plain libcurl do with the same work on the same machine. */

/* How long the work took, in seconds, and how much of it there was; fault is empty when all went
   well. */
typedef struct {
    double seconds;
    long count;
    char fault[200];
} baseline_result;

/* Carries out a script on a file, for setting a scene. */
baseline_result baseline_execute(const char *path, const char *script);

/* Times one statement on a file, prepared, read to its end and finalised, for the second time on one
   connection; count is its rows. */
baseline_result baseline_query(const char *path, const char *statement);

/* Reads into memory every row that the register `result` has more than the register `target`, then
   writes these rows into `target` and times that: in so many transactions, each row through a
   prepared statement, with the indexes in place and the pragmas of the product. Refuses when the
   registers don't hold equally many rows afterwards. */
baseline_result baseline_replay(const char *result, const char *target, long transactions);

/* Reads every .eml file of a folder into memory, then sends them over SMTP by so many threads, each
   with an easy handle and a connection that it keeps, and times that. The recipient is the one in
   To. */
baseline_result baseline_send(
    const char *url, const char *sender, const char *folder, int threads);

/* A mail server on 127.0.0.1 that takes everything, keeps nothing, and thinks so long at the end of
   each mail. Returns only when it can't listen. */
int baseline_relay(int port, long milliseconds);

#endif
