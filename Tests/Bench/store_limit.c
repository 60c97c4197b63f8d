/* The limit for the store: SQLite from C that writes the very rows that the product wrote, and does nothing
 * else.
 *
 * store_limit SOURCE TARGET SYNCHRONOUS TRANSACTIONS LOT TABLE:ROWS:ORDER …
 *
 * SOURCE is a database in which the product has written that many walk-ins; TARGET is a copy of what it was
 * before them: the same tables, indexes and triggers, the same rows already there. All new rows are read into
 * memory first (those after the number that TARGET has, in ORDER), and only the writing is timed: for each
 * transaction BEGIN IMMEDIATE, ROWS rows of each TABLE with prepared statements, COMMIT, with the product's
 * pragmas and its checkpoints. TABLE:0:COLUMN is a table of counters: one row of it is updated in place.
 * The search's tables are written as the product writes them: a card waits, and with the LOT-th one every set
 * of patient_run that has a card of the lot is written anew. What stood in a set after each lot follows from
 * what stands there at the end, for cards come in rising order. Prints the seconds.
 */
#include <sqlite3.h>
#include <stdint.h>
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

static void readRows(struct table *t, sqlite3_stmt *read) {
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
}

/* Reads the rows that the product added, or the counters as they stand at its end. */
static void load(struct table *t) {
    char sql[512];
    long old = 0;
    if (t->rows > 0) {
        snprintf(sql, sizeof sql, "SELECT count(*) FROM \"%s\"", t->name);
        old = number(target, sql);
    }
    snprintf(sql, sizeof sql, "SELECT * FROM \"%s\" ORDER BY %s LIMIT -1 OFFSET %ld", t->name, t->order, old);
    sqlite3_stmt *read = prepare(source, sql);
    readRows(t, read);
    char write[4096];
    int used = t->rows > 0 ? snprintf(write, sizeof write, "INSERT INTO \"%s\" VALUES (", t->name)
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

/* A set of patient_run as it is to be written. */
struct set {
    sqlite3_int64 place;
    int length;
    unsigned char *bytes;
};

/* The cards that come to wait together, and what is written when they move. */
struct lot {
    long count, room;
    struct set *sets;
};

/* Product's form: a list of two bytes each, or 65 536 bits where those are fewer. */
enum { BITS = 8192, LONGEST_LIST = 4095, MOST_CARDS = 65536 };

static struct lot *lots;
static struct table waiting;
static long lotSize, waitingAtStart, firstCard;

static int unpack(const unsigned char *bytes, int length, int *cards) {
    int count = 0;
    if (length != BITS)
        for (; count < length / 2; count++)
            cards[count] = bytes[2 * count] | bytes[2 * count + 1] << 8;
    else
        for (int card = 0; card < MOST_CARDS; card++)
            if (bytes[card / 8] >> card % 8 & 1) cards[count++] = card;
    return count;
}

static struct set pack(sqlite3_int64 place, const int *cards, int count) {
    struct set set = {place, count > LONGEST_LIST ? BITS : 2 * count, NULL};
    set.bytes = calloc(1, (size_t)set.length);
    for (int i = 0; i < count; i++) {
        if (set.length == BITS) {
            set.bytes[cards[i] / 8] |= (unsigned char)(1 << cards[i] % 8);
        } else {
            set.bytes[2 * i] = (unsigned char)cards[i];
            set.bytes[2 * i + 1] = (unsigned char)(cards[i] >> 8);
        }
    }
    return set;
}

/* Which sets each lot has to write, and with what in them. All cards must stand in one block. */
static void loadLots(long transactions) {
    waitingAtStart = number(target, "SELECT count(*) FROM patient_waiting");
    firstCard = number(target, "SELECT coalesce(max(row), 0) FROM patient") - waitingAtStart + 1;
    lots = calloc((size_t)(transactions / lotSize + 2), sizeof *lots);
    static int cards[MOST_CARDS];
    sqlite3_stmt *read = prepare(source, "SELECT place, cards FROM patient_run ORDER BY place");
    while (sqlite3_step(read) == SQLITE_ROW) {
        int count = unpack(sqlite3_column_blob(read, 1), sqlite3_column_bytes(read, 1), cards);
        for (int i = 0; i < count; i++) {
            long number = (cards[i] - firstCard) / lotSize;
            int isLast = i + 1 == count || (cards[i + 1] - firstCard) / lotSize != number;
            if (cards[i] < firstCard || !isLast) continue;
            struct lot *lot = &lots[number];
            if (lot->count == lot->room) {
                lot->room = 2 * lot->room + 1024;
                lot->sets = realloc(lot->sets, (size_t)lot->room * sizeof *lot->sets);
            }
            lot->sets[lot->count++] = pack(sqlite3_column_int64(read, 0), cards, i + 1);
        }
    }
    sqlite3_finalize(read);
}

static void writeLot(const struct lot *lot, sqlite3_stmt *put, sqlite3_stmt *empty) {
    for (long i = 0; i < lot->count; i++) {
        sqlite3_bind_int64(put, 1, lot->sets[i].place);
        sqlite3_bind_blob(put, 2, lot->sets[i].bytes, lot->sets[i].length, SQLITE_STATIC);
        if (sqlite3_step(put) != SQLITE_DONE) fail(target, "patient_run");
        sqlite3_reset(put);
    }
    if (sqlite3_step(empty) != SQLITE_DONE) fail(target, "patient_waiting");
    sqlite3_reset(empty);
}

static void loadWaiting(void) {
    strcpy(waiting.name, "patient_waiting");
    sqlite3_stmt *read = prepare(source, "SELECT row, search_key FROM patient WHERE row > ?1 ORDER BY row");
    sqlite3_bind_int64(read, 1, number(target, "SELECT coalesce(max(row), 0) FROM patient"));
    readRows(&waiting, read);
    sqlite3_finalize(read);
    waiting.write = prepare(target, "INSERT INTO patient_waiting (row, search_key) VALUES (?1, ?2)");
}

int main(int count, char **words) {
    static struct table tables[TABLES];
    if (count < 7 || count - 6 > TABLES)
        fail(NULL, "usage: SOURCE TARGET SYNCHRONOUS TRANSACTIONS LOT TABLE:ROWS:ORDER …");
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
    lotSize = atol(words[5]);
    if (lotSize < 1) fail(NULL, words[5]);
    loadLots(transactions);
    loadWaiting();
    sqlite3_stmt *put = prepare(target, "REPLACE INTO patient_run (place, cards) VALUES (?1, ?2)");
    sqlite3_stmt *empty = prepare(target, "DELETE FROM patient_waiting");
    long waits = waitingAtStart;
    struct lot *lot = lots;
    int used = count - 6;
    for (int i = 0; i < used; i++) {
        if (sscanf(words[6 + i], "%63[^:]:%d:%63s", tables[i].name, &tables[i].rows, tables[i].order) != 3) {
            fail(NULL, words[6 + i]);
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
        writeRow(&waiting);
        if (++waits == lotSize) {
            writeLot(lot++, put, empty);
            waits = 0;
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
