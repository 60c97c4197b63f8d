/* The limit for the search: SQLite from C that is told where to look.
 *
 * search_limit DATABASE ANSWERS ROUNDS
 *
 * ANSWERS has a line for each line that was typed. «^иван» is a beginning: one fixed query reads a page of
 * those whose key begins so, from the register's index over it. Otherwise there stand the ids of the people
 * whom the product found; they are put, before any time is taken, into a table in memory, and one fixed query
 * reads them through that table and the unique index over ids, without looking for anybody who does not
 * answer. Prints the seconds of all rounds, and the sum of the card numbers that one round finds.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LONGEST = 16384, MOST = 10000 };

static sqlite3 *db;
static char *beginnings[MOST];

static void fail(const char *what) {
    fprintf(stderr, "search_limit: %s: %s\n", what, db != NULL ? sqlite3_errmsg(db) : "");
    exit(1);
}

static void run(const char *sql) {
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) fail(sql);
}

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) fail(sql);
    return statement;
}

#define COLUMNS \
    "SELECT id, version, card_number, surname, name, patronymic, patronymic_absent, birth_date, sex, phone," \
    " email, snils, note, registered_at, registered_by, changed_at," \
    " EXISTS (SELECT 1 FROM visit WHERE patient_id = patient.id AND state IN ('arrived', 'in_service'))"

static int load(const char *path) {
    static char line[LONGEST];
    FILE *file = fopen(path, "r");
    if (file == NULL) fail(path);
    sqlite3_stmt *insert = prepare("INSERT INTO temp.answer (line, place, person) VALUES (?1, ?2, ?3)");
    int lines = 0;
    for (; fgets(line, sizeof line, file) != NULL; lines++) {
        int place = 0;
        line[strcspn(line, "\n")] = 0;
        if (lines == MOST) fail("too many lines");
        if (line[0] == '^') {
            beginnings[lines] = strdup(line + 1);
            continue;
        }
        for (char *id = strtok(line, " "); id != NULL; id = strtok(NULL, " "), place++) {
            sqlite3_bind_int(insert, 1, lines);
            sqlite3_bind_int(insert, 2, place);
            sqlite3_bind_text(insert, 3, id, -1, SQLITE_STATIC);
            if (sqlite3_step(insert) != SQLITE_DONE) fail("an answer");
            sqlite3_reset(insert);
        }
    }
    fclose(file);
    sqlite3_finalize(insert);
    return lines;
}

static long find(sqlite3_stmt *begins, sqlite3_stmt *told, int line) {
    static volatile size_t length;
    sqlite3_stmt *query = told;
    char after[LONGEST];
    long sum = 0;
    if (beginnings[line] != NULL) {
        query = begins;
        snprintf(after, sizeof after, "%s\xf4\x8f\xbf\xbf", beginnings[line]);
        sqlite3_bind_text(query, 1, beginnings[line], -1, SQLITE_STATIC);
        sqlite3_bind_text(query, 2, after, -1, SQLITE_STATIC);
    } else {
        sqlite3_bind_int(query, 1, line);
    }
    while (sqlite3_step(query) == SQLITE_ROW) {
        sum += (long)sqlite3_column_int64(query, 2);
        for (int column = 0; column < sqlite3_column_count(query); column++)
            if (sqlite3_column_text(query, column) != NULL)
                length += (size_t)sqlite3_column_bytes(query, column);
    }
    sqlite3_reset(query);
    return sum;
}

int main(int count, char **words) {
    if (count != 4) fail("usage: DATABASE ANSWERS ROUNDS");
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    if (sqlite3_open_v2(words[1], &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        fail(words[1]);
    // As the product's readers have it.
    run("PRAGMA mmap_size = 0; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;"
        "PRAGMA cell_size_check = ON;"
        "CREATE TEMP TABLE answer (line INTEGER, place INTEGER, person TEXT, PRIMARY KEY (line, place)) "
        "WITHOUT ROWID");
    int lines = load(words[2]);
    run("BEGIN");
    sqlite3_stmt *begins = prepare(
        COLUMNS " FROM patient WHERE search_key >= ?1 AND search_key < ?2 ORDER BY search_key LIMIT 21");
    sqlite3_stmt *told = prepare(
        COLUMNS " FROM temp.answer CROSS JOIN patient ON id = person WHERE line = ?1 ORDER BY place");
    long sum = 0;
    for (int line = 0; line < lines; line++)
        sum += find(begins, told, line);
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (int round = atoi(words[3]); round > 0; round--)
        for (int line = 0; line < lines; line++)
            find(begins, told, line);
    clock_gettime(CLOCK_MONOTONIC, &end);
    double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
    printf("%.6f %ld\n", seconds, sum);
    return 0;
}
