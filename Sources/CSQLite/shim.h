#include <sqlite3.h>

// Swift cannot call a variadic C function: sqlite3_config.
static inline int frontdesk_sqlite_memory_statistics(int on) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, on);
}

// Swift cannot call a variadic C function: sqlite3_db_config. Every option that we set takes (int, int *).
static inline int frontdesk_sqlite_configure(sqlite3 *db, int option, int on) {
    return sqlite3_db_config(db, option, on, (int *)0);
}

// Swift cannot import SQLITE_TRANSIENT, a macro that casts -1 to a function pointer.
static inline int frontdesk_sqlite_bind_text_copy(
    sqlite3_stmt *s, int at, const char *text, sqlite3_uint64 n) {
    return sqlite3_bind_text64(s, at, text, n, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int frontdesk_sqlite_bind_blob_copy(
    sqlite3_stmt *s, int at, const void *bytes, sqlite3_uint64 n) {
    return sqlite3_bind_blob64(s, at, bytes, n, SQLITE_TRANSIENT);
}
