/* The limit for the verifying of codes: libsodium from C, and nothing else.
 *
 * verify_limit FILE
 *
 * FILE has a public key of 32 bytes, then messages of 43 bytes, each with its signature of 64 bytes behind
 * it: what the signature of a code stands for. All are read into memory first, and only the checking of the
 * signatures is timed. Prints how many, and the seconds.
 */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MESSAGE = 43, ENTRY = MESSAGE + crypto_sign_BYTES };

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int count, char **words) {
    unsigned char key[crypto_sign_PUBLICKEYBYTES];
    FILE *file = count == 2 ? fopen(words[1], "rb") : NULL;
    if (file == NULL || sodium_init() < 0 || fread(key, 1, sizeof key, file) != sizeof key) {
        fprintf(stderr, "verify_limit: no file of signatures\n");
        return 1;
    }
    size_t room = 1024, length = 0;
    unsigned char(*entries)[ENTRY] = malloc(room * ENTRY);
    while (entries != NULL && fread(entries[length], 1, ENTRY, file) == ENTRY) {
        if (++length == room) entries = realloc(entries, (room *= 2) * ENTRY);
    }
    if (entries == NULL) return 1;
    double start = seconds();
    for (size_t i = 0; i < length; i++) {
        if (crypto_sign_verify_detached(entries[i] + MESSAGE, entries[i], MESSAGE, key) != 0) {
            fprintf(stderr, "verify_limit: signature %zu does not hold\n", i);
            return 1;
        }
    }
    printf("%zu %f\n", length, seconds() - start);
    return 0;
}
