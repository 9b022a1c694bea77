#include <winsock2.h>
#include <ws2tcpip.h>

#include "socket.h"
#include "system.h"

static bool wait_for(SOCKET file, bool to_write, unsigned long long deadline) {
  unsigned long long now = milliseconds_now();
  if (now >= deadline) return false;
  unsigned long left = (unsigned long)(deadline - now);
  struct timeval rest = {(long)(left / 1000), (long)(left % 1000) * 1000};
  fd_set wanted, failed;
  FD_ZERO(&wanted);
  FD_ZERO(&failed);
  FD_SET(file, &wanted);
  FD_SET(file, &failed); /* where Windows reports a refused connection */
  return select(0, to_write ? NULL : &wanted, to_write ? &wanted : NULL, &failed, &rest) != 0;
}

static bool connect_to(SOCKET file, const struct sockaddr *address, int bytes, unsigned long long deadline) {
  if (connect(file, address, bytes) == 0) return true;
  int error = 0, room = sizeof error;
  return WSAGetLastError() == WSAEWOULDBLOCK && wait_for(file, true, deadline) &&
         getsockopt(file, SOL_SOCKET, SO_ERROR, (char *)&error, &room) == 0 && error == 0;
}

static bool sockets_started(void) {
  static bool started;
  WSADATA data;
  /* Counted by the system and never given back: a library must not do so while it is being unloaded. */
  if (!started) started = WSAStartup(MAKEWORD(2, 2), &data) == 0;
  return started;
}

tcp_connection socket_open(enum loopback family, uint32_t host, uint16_t port, unsigned long long deadline) {
  struct sockaddr_in four = {.sin_family = AF_INET};
  struct sockaddr_in6 six = {.sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT};
  if (!sockets_started()) return NO_CONNECTION;
  four.sin_port = htons(port);
  four.sin_addr.s_addr = htonl(host);
  six.sin6_port = htons(port);
  SOCKET file = socket(family == LOOPBACK_6 ? AF_INET6 : AF_INET, SOCK_STREAM, 0);
  if (file == INVALID_SOCKET) return NO_CONNECTION;
  u_long unblocked = 1;
  BOOL on = TRUE;
  ioctlsocket(file, FIONBIO, &unblocked);
  setsockopt(file, IPPROTO_TCP, TCP_NODELAY, (const char *)&on, sizeof on);
  bool connected = family == LOOPBACK_6 ? connect_to(file, (const struct sockaddr *)&six, sizeof six, deadline)
                                        : connect_to(file, (const struct sockaddr *)&four, sizeof four, deadline);
  if (connected) return (tcp_connection)file;
  closesocket(file);
  return NO_CONNECTION;
}

long socket_send(tcp_connection connection, const char *from, size_t bytes, unsigned long long deadline) {
  for (;;) {
    int sent = send((SOCKET)connection, from, (int)bytes, 0);
    if (sent >= 0) return sent;
    if (WSAGetLastError() != WSAEWOULDBLOCK) return SOCKET_FAILED;
    if (!wait_for((SOCKET)connection, true, deadline)) return SOCKET_LATE;
  }
}

long socket_receive(tcp_connection connection, char *to, size_t room, unsigned long long deadline) {
  for (;;) {
    int got = recv((SOCKET)connection, to, (int)room, 0);
    if (got >= 0) return got;
    if (WSAGetLastError() != WSAEWOULDBLOCK) return SOCKET_FAILED;
    if (!wait_for((SOCKET)connection, false, deadline)) return SOCKET_LATE;
  }
}

void socket_close(tcp_connection connection) { closesocket((SOCKET)connection); }
