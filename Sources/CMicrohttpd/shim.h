#include <microhttpd.h>

// Swift cannot call variadic functions, and libmicrohttpd starts a daemon and describes a connection through
// them. So here are plain functions, each doing one such call and nothing else.

struct frontdesk_mhd_callbacks {
    MHD_AccessHandlerCallback access;
    void *(*request_line)(void *context, const char *target, struct MHD_Connection *connection);
    MHD_RequestCompletedCallback completed;
    MHD_NotifyConnectionCallback connection;
    void *context;
};

static inline struct MHD_Daemon *frontdesk_mhd_start(
    unsigned int flags, int listen_socket, size_t memory_per_connection, unsigned int connection_limit,
    size_t stack_bytes, struct frontdesk_mhd_callbacks callbacks
) {
    return MHD_start_daemon(
        flags, 0, NULL, NULL, callbacks.access, callbacks.context,
        MHD_OPTION_LISTEN_SOCKET, listen_socket,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory_per_connection,
        MHD_OPTION_CONNECTION_LIMIT, connection_limit,
        MHD_OPTION_THREAD_STACK_SIZE, stack_bytes,
        MHD_OPTION_URI_LOG_CALLBACK, callbacks.request_line, callbacks.context,
        MHD_OPTION_NOTIFY_COMPLETED, callbacks.completed, callbacks.context,
        MHD_OPTION_NOTIFY_CONNECTION, callbacks.connection, callbacks.context,
        MHD_OPTION_END);
}

static inline int frontdesk_mhd_socket(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? info->connect_fd : -1;
}

// What the connection callback left in its socket context.
static inline void *frontdesk_mhd_context(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

// Bytes from the first of the method to the last of the blank line; 0 when it is not known.
static inline size_t frontdesk_mhd_header_size(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    return info ? info->header_size : 0;
}

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

// Milliseconds since data last came in on the socket, or -1 when the kernel does not say.
static inline long frontdesk_mhd_since_data(int descriptor) {
    struct tcp_info info;
    socklen_t length = sizeof info;
    if (getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &length) != 0) return -1;
    return info.tcpi_last_data_recv;
}
