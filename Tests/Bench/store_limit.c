/* The limit for the store: SQLite from C that writes the very rows that the product wrote, and does nothing
 * else.
 *
 * store_limit SOURCE TARGET SYNCHRONOUS TRANSACTIONS TABLE:ROWS:ORDER …
 *
 * SOURCE is a database in which the product has written that many walk-ins; TARGET is a copy of what it was
 * before them: the same tables, indexes and triggers, the same rows already there. All new rows are read into
 * memory first (those after the number that TARGET has, in ORDER), and only the writing is timed: for each
 * transaction BEGIN IMMEDIATE, ROWS rows of each TABLE with prepared statements, COMMIT, with the product's
 * pragmas and its checkpoints. TABLE:0:COLUMN is a table of counters: one row of it is updated in place;
 * ORDER "+rowid" is a search index, whose rowid is written too. Prints the seconds.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { TABLES = 24, COLUMNS = 64, CHECKPOINT_PAGES = 1000 };

struct table {
    char name[64], order[64];
    int rows, columns;
    long count, next;
    sqlite3_value ***values;
    sqlite3_stmt *write;
};

static sqlite3 *source, *target;
static int walPages;

static void fail(sqlite3 *db, const char *what) {
    fprintf(stderr, "store_limit: %s: %s\n", what, db != NULL ? sqlite3_errmsg(db) : "");
    exit(1);
}

static void run(sqlite3 *db, const char *sql) {
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) fail(db, sql);
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
        fail(db, sql);
    return statement;
}

static int onWal(void *unused, sqlite3 *db, const char *name, int pages) {
    (void)unused, (void)db, (void)name;
    walPages = pages;
    return SQLITE_OK;
}

static long number(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = prepare(db, sql);
    if (sqlite3_step(statement) != SQLITE_ROW) fail(db, sql);
    long result = (long)sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return result;
}

/* Reads the rows that the product added, or the counters as they stand at its end. */
static void load(struct table *t) {
    char sql[512];
    long old = 0;
    if (t->rows > 0) {
        snprintf(sql, sizeof sql, "SELECT count(*) FROM \"%s\"", t->name);
        old = number(target, sql);
    }
    int isIndex = t->order[0] == '+';
    snprintf(sql, sizeof sql, "SELECT %s* FROM \"%s\" ORDER BY %s LIMIT -1 OFFSET %ld",
             isIndex ? "rowid, " : "", t->name, t->order + isIndex, old);
    sqlite3_stmt *read = prepare(source, sql);
    t->columns = sqlite3_column_count(read);
    long room = 1024;
    t->values = malloc((size_t)room * sizeof *t->values);
    while (sqlite3_step(read) == SQLITE_ROW) {
        if (t->count == room) t->values = realloc(t->values, (size_t)(room *= 2) * sizeof *t->values);
        sqlite3_value **row = malloc((size_t)t->columns * sizeof *row);
        for (int i = 0; i < t->columns; i++)
            row[i] = sqlite3_value_dup(sqlite3_column_value(read, i));
        t->values[t->count++] = row;
    }
    char write[4096];
    const char *columns = isIndex ? " (rowid, search_key)" : "";
    int used = t->rows > 0 ? snprintf(write, sizeof write, "INSERT INTO \"%s\"%s VALUES (", t->name, columns)
                           : snprintf(write, sizeof write, "UPDATE \"%s\" SET ", t->name);
    for (int i = 0; i < t->columns; i++) {
        const char *comma = i > 0 ? ", " : "";
        used += t->rows > 0 ? snprintf(write + used, sizeof write - (size_t)used, "%s?%d", comma, i + 1)
                            : snprintf(write + used, sizeof write - (size_t)used, "%s\"%s\" = ?%d", comma,
                                       sqlite3_column_name(read, i), i + 1);
    }
    if (t->rows > 0)
        snprintf(write + used, sizeof write - (size_t)used, ")");
    else
        snprintf(write + used, sizeof write - (size_t)used, " WHERE %s = ?1", t->order);
    sqlite3_finalize(read);
    t->write = prepare(target, write);
}

static void writeRow(struct table *t) {
    if (t->next >= t->count) fail(NULL, "the source has fewer rows than were asked for");
    sqlite3_value **row = t->values[t->next++];
    for (int i = 0; i < t->columns; i++)
        sqlite3_bind_value(t->write, i + 1, row[i]);
    if (sqlite3_step(t->write) != SQLITE_DONE) fail(target, t->name);
    sqlite3_reset(t->write);
}

int main(int count, char **words) {
    static struct table tables[TABLES];
    if (count < 6 || count - 5 > TABLES)
        fail(NULL, "usage: SOURCE TARGET SYNCHRONOUS TRANSACTIONS TABLE:ROWS:ORDER …");
    if (sqlite3_open_v2(words[1], &source, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) fail(source, words[1]);
    if (sqlite3_open_v2(words[2], &target, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) fail(target, words[2]);
    char pragma[64];
    snprintf(pragma, sizeof pragma, "PRAGMA synchronous = %.8s", words[3]);
    run(target, "PRAGMA journal_mode = WAL");
    run(target, pragma);
    run(target,
        "PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 67108864;"
        "PRAGMA mmap_size = 0; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
    sqlite3_wal_hook(target, onWal, NULL);
    long transactions = atol(words[4]);
    int used = count - 5;
    for (int i = 0; i < used; i++) {
        if (sscanf(words[5 + i], "%63[^:]:%d:%63s", tables[i].name, &tables[i].rows, tables[i].order) != 3) {
            fail(NULL, words[5 + i]);
        }
        load(&tables[i]);
    }
    sqlite3_stmt *begin = prepare(target, "BEGIN IMMEDIATE"), *commit = prepare(target, "COMMIT");

    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (long n = 0; n < transactions; n++) {
        if (sqlite3_step(begin) != SQLITE_DONE) fail(target, "BEGIN");
        sqlite3_reset(begin);
        for (int i = 0; i < used; i++) {
            for (int row = 0; row < tables[i].rows; row++)
                writeRow(&tables[i]);
            if (tables[i].rows == 0) {
                if (tables[i].next == tables[i].count) tables[i].next = 0;
                writeRow(&tables[i]);
            }
        }
        if (sqlite3_step(commit) != SQLITE_DONE) fail(target, "COMMIT");
        sqlite3_reset(commit);
        if (walPages > CHECKPOINT_PAGES) {
            sqlite3_wal_checkpoint_v2(target, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
            walPages = 0;
        }
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.6f\n", (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9);
    return 0;
}
