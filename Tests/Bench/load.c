/* A load on one server: keep-alive connections that each ask again as soon as the answer is complete.
 *
 * load PORT CONNECTIONS REQUESTS STATUS LENGTH FILE: the file holds the bytes to send, one request after the
 * other, each with a body only where its Content-Length says so; they go out in turn. Each answer's status
 * and Content-Length are checked; LENGTH "any" takes every length.
 * Prints one line: requests a second, p50 and p99 in microseconds.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { HEAD = 16384 };

struct client {
    int fd;
    uint64_t asked;
    size_t held;    /* bytes of the head read so far */
    long remaining; /* bytes of the body still to come, -1 while the head is incomplete */
    char head[HEAD];
};

/* Where each request begins, and where the last one ends. */
static char **starts;
static long kinds, next;
static int wantedStatus;
static long wantedLength;

static uint64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void fail(const char *what) {
    fprintf(stderr, "load: %s (%s)\n", what, strerror(errno));
    exit(1);
}

static void ask(struct client *c) {
    c->asked = now();
    c->held = 0;
    c->remaining = -1;
    size_t length = (size_t)(starts[next + 1] - starts[next]);
    /* A request is far smaller than a socket's buffer, so it goes out whole. */
    if (send(c->fd, starts[next], length, MSG_NOSIGNAL) != (ssize_t)length)
        fail("the request did not go out");
    next = (next + 1) % kinds;
}

static void readRequests(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) fail(path);
    fseek(file, 0, SEEK_END);
    size_t length = (size_t)ftell(file);
    rewind(file);
    char *text = calloc(1, length + 1);
    if (fread(text, 1, length, file) != length) fail(path);
    fclose(file);
    starts = malloc((length / 4 + 1) * sizeof *starts);
    starts[0] = text;
    for (char *end; (end = strstr(starts[kinds], "\r\n\r\n")) != NULL;) {
        char *line = strcasestr(starts[kinds], "\r\nContent-Length:");
        starts[kinds + 1] = end + 4 + (line != NULL && line < end ? atol(line + 17) : 0);
        kinds++;
    }
    if (kinds == 0) fail("no request in the file");
}

/* Reads the head's status and length once it is complete. */
static void readHead(struct client *c) {
    c->head[c->held] = 0;
    char *end = strstr(c->head, "\r\n\r\n");
    if (end == NULL) {
        if (c->held == HEAD - 1) fail("an endless head");
        return;
    }
    int status = atoi(c->head + 9);
    char *line = strcasestr(c->head, "\r\nContent-Length:");
    long length = line != NULL && line < end ? atol(line + 17) : -1;
    if (status != wantedStatus || length < 0 || (wantedLength >= 0 && length != wantedLength)) {
        fprintf(stderr, "load: an answer of another kind: %d, %ld bytes\n%.400s\n", status, length, c->head);
        exit(1);
    }
    c->remaining = length - (long)(c->held - (size_t)(end + 4 - c->head));
}

/* Takes what has arrived; true when the answer is complete. */
static int take(struct client *c) {
    static char body[65536];
    for (;;) {
        ssize_t got = c->remaining < 0 ? recv(c->fd, c->head + c->held, HEAD - 1 - c->held, MSG_DONTWAIT)
                                       : recv(c->fd, body, sizeof body, MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
        if (got <= 0) fail("the server closed a connection");
        if (c->remaining < 0) {
            c->held += (size_t)got;
            readHead(c);
        } else {
            c->remaining -= got;
        }
        if (c->remaining == 0) return 1;
        if (c->remaining < -1) fail("more bytes than were announced");
    }
}

static int rising(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

int main(int count, char **words) {
    if (count != 7) fail("usage: load PORT CONNECTIONS REQUESTS STATUS LENGTH FILE");
    int connections = atoi(words[2]);
    long requests = atol(words[3]), asked = 0, done = 0;
    wantedStatus = atoi(words[4]);
    wantedLength = strcmp(words[5], "any") == 0 ? -1 : atol(words[5]);
    readRequests(words[6]);

    struct client *clients = calloc((size_t)connections, sizeof *clients);
    uint32_t *microseconds = calloc((size_t)requests, sizeof *microseconds);
    int poll = epoll_create1(0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(words[1]))};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (int i = 0; i < connections; i++) {
        int one = 1;
        clients[i].fd = socket(AF_INET, SOCK_STREAM, 0);
        if (connect(clients[i].fd, (struct sockaddr *)&address, sizeof address) != 0) fail("cannot connect");
        setsockopt(clients[i].fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = &clients[i]};
        epoll_ctl(poll, EPOLL_CTL_ADD, clients[i].fd, &event);
    }
    uint64_t start = now();
    for (int i = 0; i < connections && asked < requests; i++, asked++)
        ask(&clients[i]);
    while (done < requests) {
        struct epoll_event events[64];
        int ready = epoll_wait(poll, events, 64, 10000);
        if (ready <= 0) fail("nothing came for ten seconds");
        for (int i = 0; i < ready; i++) {
            struct client *c = events[i].data.ptr;
            if (!take(c)) continue;
            microseconds[done++] = (uint32_t)((now() - c->asked) / 1000);
            if (asked < requests) asked++, ask(c);
        }
    }
    double seconds = (double)(now() - start) / 1e9;
    qsort(microseconds, (size_t)requests, sizeof *microseconds, rising);
    printf("%.0f %u %u\n", (double)requests / seconds, microseconds[requests / 2],
           microseconds[requests * 99 / 100]);
    return 0;
}
