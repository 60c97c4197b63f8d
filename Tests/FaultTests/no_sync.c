/* The control of the power cuts: a disk that says "done" and does nothing. Preloaded into the daemon, it
 * takes away what every durable write stands on; a harness that finds no loss even then proves nothing.
 */
#define _GNU_SOURCE
#include <unistd.h>
#include <fcntl.h>

int fsync(int descriptor) {
    (void)descriptor;
    return 0;
}

int fdatasync(int descriptor) {
    (void)descriptor;
    return 0;
}

int sync_file_range(int descriptor, off64_t offset, off64_t length, unsigned flags) {
    (void)descriptor, (void)offset, (void)length, (void)flags;
    return 0;
}
