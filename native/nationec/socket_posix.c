#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "socket.h"
#include "system.h"

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

static bool wait_for(int file, short events, unsigned long long deadline) {
  for (;;) {
    unsigned long long now = milliseconds_now();
    if (now >= deadline) return false;
    struct pollfd wait = {.fd = file, .events = events};
    int ready = poll(&wait, 1, (int)(deadline - now));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return true; /* the next call tells */
  }
}

static bool connect_to(int file, const struct sockaddr *address, socklen_t bytes, unsigned long long deadline) {
  if (connect(file, address, bytes) == 0) return true;
  int error = 0;
  socklen_t room = sizeof error;
  return errno == EINPROGRESS && wait_for(file, POLLOUT, deadline) && getsockopt(file, SOL_SOCKET, SO_ERROR, &error, &room) == 0 &&
         error == 0;
}

tcp_connection socket_open(enum loopback family, uint32_t host, uint16_t port, unsigned long long deadline) {
  struct sockaddr_in four = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(host)}};
  struct sockaddr_in6 six = {.sin6_family = AF_INET6, .sin6_port = htons(port), .sin6_addr = IN6ADDR_LOOPBACK_INIT};
  int file = socket(family == LOOPBACK_6 ? AF_INET6 : AF_INET, SOCK_STREAM, 0);
  if (file < 0) return NO_CONNECTION;
  int on = 1;
  fcntl(file, F_SETFD, FD_CLOEXEC);
  fcntl(file, F_SETFL, O_NONBLOCK);
  setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
#ifdef SO_NOSIGPIPE
  setsockopt(file, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
  bool connected = family == LOOPBACK_6 ? connect_to(file, (const struct sockaddr *)&six, sizeof six, deadline)
                                        : connect_to(file, (const struct sockaddr *)&four, sizeof four, deadline);
  if (connected) return file;
  close(file);
  return NO_CONNECTION;
}

long socket_send(tcp_connection connection, const char *from, size_t bytes, unsigned long long deadline) {
  for (;;) {
    ssize_t sent = send((int)connection, from, bytes, MSG_NOSIGNAL);
    if (sent >= 0) return (long)sent;
    if (errno == EINTR) continue;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return SOCKET_FAILED;
    if (!wait_for((int)connection, POLLOUT, deadline)) return SOCKET_LATE;
  }
}

long socket_receive(tcp_connection connection, char *to, size_t room, unsigned long long deadline) {
  for (;;) {
    ssize_t got = recv((int)connection, to, room, 0);
    if (got >= 0) return (long)got;
    if (errno == EINTR) continue;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return SOCKET_FAILED;
    if (!wait_for((int)connection, POLLIN, deadline)) return SOCKET_LATE;
  }
}

void socket_close(tcp_connection connection) { close((int)connection); }
