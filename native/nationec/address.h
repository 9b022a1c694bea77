/* The simulator's address. */
#ifndef STANDIN_ADDRESS_H
#define STANDIN_ADDRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "socket.h"

struct address {
  enum loopback family;
  bool either_family; /* `localhost`: IPv4 first, then IPv6 */
  uint32_t host;
  uint16_t port;
  char authority[64]; /* for the Host header */
  const char *path;   /* inside the URL it was read from; begins with '/', or is empty */
};

/*
 * Reads `http://127.0.0.1:33900/path`. Only this machine's own addresses are right: a program that sends real requests to this library by mistake
 * must not send them over a network in clear text.
 */
bool address_read(const char *url, struct address *address);

#endif
