/* The limit for HTTP: bare libmicrohttpd that answers one constant, whatever is asked.
 *
 * bare_mhd PORT STATUS HEADERS BODY: the headers ("Name: value" a line) and the body are files recorded from
 * the product's own answer, so both send the same bytes; a thread for each connection, as the product has it.
 * The response object is made once and shared: nothing cheaper can be built on this library.
 */
#include <microhttpd.h>
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct MHD_Response *answer;
static unsigned status;

static enum MHD_Result handle(void *cls, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data, size_t *size,
                              void **context) {
    static int seen;
    (void)cls, (void)url, (void)method, (void)version, (void)data;
    /* The first call announces the headers, the next ones bring the body: the product answers after both. */
    if (*context == NULL) {
        *context = &seen;
        return MHD_YES;
    }
    if (*size != 0) {
        *size = 0;
        return MHD_YES;
    }
    return MHD_queue_response(connection, status, answer);
}

static char *contents(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(1);
    }
    fseek(file, 0, SEEK_END);
    *length = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*length + 1);
    if (bytes == NULL || fread(bytes, 1, *length, file) != *length) {
        perror(path);
        exit(1);
    }
    bytes[*length] = 0;
    fclose(file);
    return bytes;
}

int main(int count, char **words) {
    if (count != 5) {
        fprintf(stderr, "usage: bare_mhd PORT STATUS HEADERS BODY\n");
        return 2;
    }
    size_t length, headersLength;
    char *headers = contents(words[3], &headersLength), *body = contents(words[4], &length);
    status = (unsigned)atoi(words[2]);
    answer = MHD_create_response_from_buffer(length, body, MHD_RESPMEM_PERSISTENT);
    for (char *line = strtok(headers, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        char *value = strstr(line, ": ");
        if (value == NULL) continue;
        *value = 0;
        if (MHD_add_response_header(answer, line, value + 2) != MHD_YES) {
            fprintf(stderr, "header refused: %s\n", line);
            return 1;
        }
    }

    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    sigaddset(&stop, SIGINT);
    pthread_sigmask(SIG_BLOCK, &stop, NULL);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(words[1]))};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    struct MHD_Daemon *daemon = MHD_start_daemon(
        MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_AUTO, 0, NULL, NULL, handle,
        NULL, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address, MHD_OPTION_CONNECTION_LIMIT, 512u,
        MHD_OPTION_CONNECTION_TIMEOUT, 30u, MHD_OPTION_END);
    if (daemon == NULL) {
        perror("MHD_start_daemon");
        return 1;
    }
    int number;
    sigwait(&stop, &number);
    MHD_stop_daemon(daemon);
    MHD_destroy_response(answer);
    return 0;
}
