/* A TCP connection to this machine, with a deadline on everything. */
#ifndef STANDIN_SOCKET_H
#define STANDIN_SOCKET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef intptr_t tcp_connection;
static const tcp_connection NO_CONNECTION = -1;
enum { SOCKET_FAILED = -1, SOCKET_LATE = -2 };

enum loopback { LOOPBACK_4, LOOPBACK_6 };

/* `host` is the last part of 127.x.y.z as a 32-bit number; unused for IPv6. NO_CONNECTION without a listener. */
tcp_connection socket_open(enum loopback family, uint32_t host, uint16_t port, unsigned long long deadline);
/* The count sent or received, 0 at the end of the answer, SOCKET_FAILED or SOCKET_LATE. */
long socket_send(tcp_connection connection, const char *from, size_t bytes, unsigned long long deadline);
long socket_receive(tcp_connection connection, char *to, size_t room, unsigned long long deadline);
void socket_close(tcp_connection connection);

#endif
