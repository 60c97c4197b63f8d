/* Moves a program's wall clock; preloaded by support/clock.py. FAKE_CLOCK names a file that holds the offset
 * in nanoseconds as one native 64-bit number, mapped and shared, so a test moves the clock while the program
 * runs. The monotonic clock stays: waits in the kernel go by it.
 *
 * libfaketime would do the same, but it rewrites the environment before main, and a static Swift program then
 * finds no arguments any more.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static volatile int64_t *offset;

__attribute__((constructor)) static void map(void) {
    const char *path = getenv("FAKE_CLOCK");
    int file = path != NULL ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    void *place = file >= 0 ? mmap(NULL, sizeof *offset, PROT_READ, MAP_SHARED, file, 0) : MAP_FAILED;
    /* A clock that silently stays right would let every test of it pass. */
    if (place == MAP_FAILED) _exit(97);
    close(file);
    offset = place;
}

static void real(struct timespec *now) { syscall(SYS_clock_gettime, CLOCK_REALTIME, now); }

static struct timespec moved(void) {
    struct timespec now;
    real(&now);
    int64_t total = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec + (offset != NULL ? *offset : 0);
    return (struct timespec){.tv_sec = total / 1000000000, .tv_nsec = total % 1000000000};
}

int clock_gettime(clockid_t clock, struct timespec *result) {
    if (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)
        return (int)syscall(SYS_clock_gettime, clock, result);
    *result = moved();
    return 0;
}

time_t time(time_t *result) {
    time_t seconds = moved().tv_sec;
    if (result != NULL) *result = seconds;
    return seconds;
}

int gettimeofday(struct timeval *restrict result, void *restrict zone) {
    (void)zone;
    struct timespec now = moved();
    *result = (struct timeval){.tv_sec = now.tv_sec, .tv_usec = now.tv_nsec / 1000};
    return 0;
}
