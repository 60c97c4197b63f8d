// A file system for SQLite that fails on command.
//
// It stands in front of the ordinary one and counts the operations that change the disk. The N-th fails, once
// or from then on for ever; a sweep over N then visits every point at which a disk can fail, which no amount
// of bad luck does.
//
// It also plays the disk's cache: what was written to a file since its last sync is remembered, with what was
// there before, and a power cut takes back some of it. Who does not sync loses data here as on a real
// machine.
//
// Used in two ways: the tests link it and call fault_vfs.h; or it is preloaded into a built program, where
// the environment says what fails (see the end of this file).

#define _GNU_SOURCE
#include "fault_vfs.h"

#include <fcntl.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static sqlite3_vfs *real;

// What is to fail, and how far we are. Connections of several threads come through here.
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static struct {
    int armed, sticky, fired;
    fault_operation operation;
    fault_result result;
    long number, seen;
    const char *only_while;  // armed only as long as this file exists
    int loud;
} plan;

static const char *const names[] = {"any", "write", "truncate", "sync", "delete", "read", "shm", "open"};

// Whether this operation is the one. Reads and the like are never part of "any": they change nothing.
static int fails(fault_operation operation) {
    pthread_mutex_lock(&gate);
    int is_power_cut = plan.fired && plan.result == FAULT_POWER;
    int is_counted =
        plan.operation == FAULT_ON_ANY ? operation <= FAULT_ON_DELETE : operation == plan.operation;
    int yes = 0;
    if (plan.armed && is_power_cut) {
        yes = 1;
    } else if (plan.armed && is_counted && (!plan.only_while || access(plan.only_while, F_OK) == 0)) {
        plan.seen++;
        yes = plan.seen == plan.number || (plan.sticky && plan.seen > plan.number);
        if (yes) plan.fired = 1;
        if (yes && plan.loud) fprintf(stderr, "faultvfs: %s %ld fails\n", names[operation], plan.seen);
    }
    pthread_mutex_unlock(&gate);
    return yes;
}

// What a failing operation answers.
static int answer(int error) { return plan.result == FAULT_LIE ? SQLITE_OK : error; }

// ---- The disk's cache: for each file, what has been done to it since its last sync.

typedef struct change {
    struct change *earlier;
    int is_truncate;
    sqlite3_int64 offset, size_before;
    int count_before, count_after;  // bytes that were there, bytes that came
    unsigned char bytes[];          // the former, then the latter
} change;

typedef struct cache {
    struct cache *next;
    char *path;
    int users;  // open files
    change *latest;
} cache;

static cache *caches;
static int keeps_cache;

static cache *cache_of(const char *path) {
    cache *c = caches;
    while (c && strcmp(c->path, path) != 0) c = c->next;
    return c;
}

static cache *open_cache(const char *path) {
    cache *c = cache_of(path);
    if (c) return c->users++, c;
    c = calloc(1, sizeof *c);
    c->users = 1;
    c->path = strdup(path);
    c->next = caches;
    return caches = c;
}

static void forget(cache *c) {
    while (c->latest) {
        change *old = c->latest;
        c->latest = old->earlier;
        free(old);
    }
}

// Those of closed files that have nothing to lose; a sweep opens thousands.
static void drop_unused(void) {
    for (cache **place = &caches; *place;) {
        cache *c = *place;
        if (c->users > 0 || c->latest) {
            place = &c->next;
            continue;
        }
        *place = c->next;
        free(c->path);
        free(c);
    }
}

static void remember(
    cache *c, sqlite3_file *file, int is_truncate, sqlite3_int64 at, const void *bytes, int count) {
    sqlite3_int64 size = 0;
    file->pMethods->xFileSize(file, &size);
    sqlite3_int64 end = is_truncate ? size : at + count;
    if (end > size) end = size;
    int before = end > at ? (int)(end - at) : 0;
    change *new = calloc(1, sizeof *new + before + count);
    new->is_truncate = is_truncate;
    new->offset = at;
    new->size_before = size;
    new->count_before = before;
    new->count_after = count;
    if (before > 0) file->pMethods->xRead(file, new->bytes, before, at);
    if (count > 0) memcpy(new->bytes + before, bytes, count);
    pthread_mutex_lock(&gate);
    new->earlier = c->latest;
    c->latest = new;
    pthread_mutex_unlock(&gate);
}

static void put(int descriptor, const unsigned char *bytes, int count, sqlite3_int64 at) {
    if (count > 0 && pwrite(descriptor, bytes, count, at) != count) abort();
}

// Back to the last sync, then forward again with those changes that the cache happened to write out.
static void lose(cache *c, unsigned *seed) {
    int descriptor = open(c->path, O_RDWR | O_CLOEXEC);
    if (descriptor < 0) return forget(c);
    change *oldest_first = NULL;
    for (change *one = c->latest, *earlier; one; one = earlier) {
        put(descriptor, one->bytes, one->count_before, one->offset);
        if (ftruncate(descriptor, one->size_before) != 0) abort();
        earlier = one->earlier;
        one->earlier = oldest_first;
        oldest_first = one;
    }
    c->latest = oldest_first;
    for (change *one = oldest_first; one; one = one->earlier) {
        if (rand_r(seed) % 4 != 0) continue;
        if (!one->is_truncate) put(descriptor, one->bytes + one->count_before, one->count_after, one->offset);
        else if (ftruncate(descriptor, one->offset) != 0) abort();
    }
    forget(c);
    close(descriptor);
}

void fault_vfs_restore_power(unsigned seed) {
    for (cache *c = caches; c; c = c->next)
        if (c->latest) lose(c, &seed);
    fault_vfs_disarm();
}

// ---- The files.

typedef struct {
    sqlite3_file base;
    sqlite3_file *file;  // the real one, right behind this struct
    cache *cache;        // NULL for files that need not survive
} wrapped;

#define REAL(f) (((wrapped *)(f))->file)
#define CALL(f, method, ...) REAL(f)->pMethods->method(REAL(f), ##__VA_ARGS__)

static int x_close(sqlite3_file *f) {
    cache *c = ((wrapped *)f)->cache;
    pthread_mutex_lock(&gate);
    if (c) c->users--;
    drop_unused();
    pthread_mutex_unlock(&gate);
    return CALL(f, xClose);
}

static int x_read(sqlite3_file *f, void *bytes, int count, sqlite3_int64 at) {
    return fails(FAULT_ON_READ) ? SQLITE_IOERR_READ : CALL(f, xRead, bytes, count, at);
}

static int x_write(sqlite3_file *f, const void *bytes, int count, sqlite3_int64 at) {
    cache *c = ((wrapped *)f)->cache;
    if (fails(FAULT_ON_WRITE)) {
        if (plan.result == FAULT_LIE) return SQLITE_OK;
        if (plan.result == FAULT_POWER) return SQLITE_IOERR_WRITE;
        // A torn write: whole sectors of its first half are there.
        int half = count / 2 / 512 * 512;
        if (half > 0) CALL(f, xWrite, bytes, half, at);
        return plan.result == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
    if (keeps_cache && c) remember(c, REAL(f), 0, at, bytes, count);
    return CALL(f, xWrite, bytes, count, at);
}

static int x_truncate(sqlite3_file *f, sqlite3_int64 size) {
    cache *c = ((wrapped *)f)->cache;
    if (fails(FAULT_ON_TRUNCATE)) return answer(SQLITE_IOERR_TRUNCATE);
    if (keeps_cache && c) remember(c, REAL(f), 1, size, NULL, 0);
    return CALL(f, xTruncate, size);
}

static int x_sync(sqlite3_file *f, int flags) {
    cache *c = ((wrapped *)f)->cache;
    if (fails(FAULT_ON_SYNC)) return answer(SQLITE_IOERR_FSYNC);
    int code = CALL(f, xSync, flags);
    if (code == SQLITE_OK && c) {
        pthread_mutex_lock(&gate);
        forget(c);
        pthread_mutex_unlock(&gate);
    }
    return code;
}

static int x_file_size(sqlite3_file *f, sqlite3_int64 *size) { return CALL(f, xFileSize, size); }
static int x_lock(sqlite3_file *f, int level) { return CALL(f, xLock, level); }
static int x_unlock(sqlite3_file *f, int level) { return CALL(f, xUnlock, level); }
static int x_check_lock(sqlite3_file *f, int *is_held) { return CALL(f, xCheckReservedLock, is_held); }
static int x_control(sqlite3_file *f, int operation, void *argument) {
    return CALL(f, xFileControl, operation, argument);
}
static int x_sector(sqlite3_file *f) { return CALL(f, xSectorSize); }
static int x_device(sqlite3_file *f) { return CALL(f, xDeviceCharacteristics); }

static int x_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **memory) {
    if (extend && fails(FAULT_ON_SHARED_MEMORY)) return SQLITE_IOERR_SHMSIZE;
    return CALL(f, xShmMap, page, size, extend, memory);
}
static int x_shm_lock(sqlite3_file *f, int at, int count, int flags) {
    return CALL(f, xShmLock, at, count, flags);
}
static void x_shm_barrier(sqlite3_file *f) { CALL(f, xShmBarrier); }
static int x_shm_unmap(sqlite3_file *f, int and_delete) { return CALL(f, xShmUnmap, and_delete); }

// Version 2: without xFetch there is no memory mapping, which would go past us.
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = x_close,
    .xRead = x_read,
    .xWrite = x_write,
    .xTruncate = x_truncate,
    .xSync = x_sync,
    .xFileSize = x_file_size,
    .xLock = x_lock,
    .xUnlock = x_unlock,
    .xCheckReservedLock = x_check_lock,
    .xFileControl = x_control,
    .xSectorSize = x_sector,
    .xDeviceCharacteristics = x_device,
    .xShmMap = x_shm_map,
    .xShmLock = x_shm_lock,
    .xShmBarrier = x_shm_barrier,
    .xShmUnmap = x_shm_unmap,
};

static int x_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *f, int flags, int *out) {
    (void)vfs;
    wrapped *w = (wrapped *)f;
    w->base.pMethods = NULL;
    w->file = (sqlite3_file *)(w + 1);
    memset(w->file, 0, real->szOsFile);
    if (fails(FAULT_ON_OPEN)) return SQLITE_CANTOPEN;
    int code = real->xOpen(real, path, w->file, flags, out);
    int survives = flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL);
    // Without methods SQLite does not close it.
    if (!w->file->pMethods) return code;
    pthread_mutex_lock(&gate);
    w->cache = path && survives ? open_cache(path) : NULL;
    pthread_mutex_unlock(&gate);
    w->base.pMethods = &methods;
    return code;
}

static int x_delete(sqlite3_vfs *vfs, const char *path, int sync) {
    (void)vfs;
    if (fails(FAULT_ON_DELETE)) return answer(SQLITE_IOERR_DELETE);
    pthread_mutex_lock(&gate);
    cache *c = cache_of(path);
    if (c) forget(c);
    pthread_mutex_unlock(&gate);
    return real->xDelete(real, path, sync);
}

static sqlite3_vfs fault_vfs;

static void make(int is_default) {
    sqlite3_initialize();
    pthread_mutex_lock(&gate);
    if (!real) {
        real = sqlite3_vfs_find(NULL);
        fault_vfs = *real;
        fault_vfs.zName = "fault";
        fault_vfs.szOsFile = (int)sizeof(wrapped) + real->szOsFile;
        fault_vfs.pNext = NULL;
        fault_vfs.xOpen = x_open;
        fault_vfs.xDelete = x_delete;
        sqlite3_vfs_register(&fault_vfs, is_default);
    }
    pthread_mutex_unlock(&gate);
}

void fault_vfs_register(void) { make(0); }

void fault_vfs_arm(fault_operation operation, long number, int sticky, fault_result result) {
    pthread_mutex_lock(&gate);
    for (cache *c = caches; c; c = c->next) forget(c);
    drop_unused();
    plan.operation = operation;
    plan.number = number;
    plan.sticky = sticky;
    plan.result = result;
    plan.seen = 0;
    plan.fired = 0;
    plan.armed = 1;
    keeps_cache = result == FAULT_POWER;
    pthread_mutex_unlock(&gate);
}

int fault_vfs_disarm(void) {
    pthread_mutex_lock(&gate);
    int fired = plan.fired;
    plan.armed = 0;
    plan.fired = 0;
    keeps_cache = 0;
    pthread_mutex_unlock(&gate);
    return fired;
}

// ---- Preloaded into a program:
//
//   FRONTDESK_FAULT=operation:number:once|sticky[:full|lie]
//       such as  sync:3:once  or  write:1:sticky:full ; the operations are those of `names`
//   FRONTDESK_FAULT_WHILE=/path
//       counts and fails only as long as this file exists: start in peace, then fail, then heal
//
// Each failure says so on standard error, so that a harness knows whether the sweep has reached its end. A
// variable that cannot be read ends the program: a harness that injects nothing must not look like one that
// finds nothing.

static void refuse(const char *text) {
    fprintf(stderr, "faultvfs: cannot read FRONTDESK_FAULT=%s\n", text);
    _exit(96);
}

__attribute__((constructor)) static void preload(void) {
    const char *text = getenv("FRONTDESK_FAULT");
    if (!text) return;
    char operation[16], mode[16], result[16] = "error";
    long number;
    int found = sscanf(text, "%15[a-z]:%ld:%15[a-z]:%15[a-z]", operation, &number, mode, result);
    if (found < 3 || number < 1) refuse(text);
    int which = -1;
    for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
        if (strcmp(names[i], operation) == 0) which = i;
    int is_full = strcmp(result, "full") == 0, is_lie = strcmp(result, "lie") == 0;
    int is_sticky = strcmp(mode, "sticky") == 0;
    if (which < 0 || (!is_sticky && strcmp(mode, "once") != 0)) refuse(text);
    if (!is_full && !is_lie && strcmp(result, "error") != 0) refuse(text);
    plan.loud = 1;
    plan.only_while = getenv("FRONTDESK_FAULT_WHILE");
    make(1);
    fault_vfs_arm(which, number, is_sticky, is_full ? FAULT_FULL : is_lie ? FAULT_LIE : FAULT_ERROR);
}
