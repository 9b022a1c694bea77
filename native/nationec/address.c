#include "address.h"

#include <stdlib.h>
#include <string.h>

/* a.b.c.d with a = 127; *end is where it stops. */
static bool four_read(const char *text, uint32_t *host, const char **end) {
  *host = 0;
  for (int i = 0; i < 4; i++) {
    char *stop;
    if (*text < '0' || *text > '9') return false;
    unsigned long part = strtoul(text, &stop, 10);
    if (part > 255 || (i < 3 && *stop != '.')) return false;
    *host = *host << 8 | (uint32_t)part;
    text = i < 3 ? stop + 1 : stop;
  }
  *end = text;
  return *host >> 24 == 127;
}

static bool host_read(const char *text, struct address *address, const char **end) {
  static const char LOCALHOST[] = "localhost", SIX[] = "[::1]";
  address->family = LOOPBACK_4;
  address->either_family = false;
  address->host = 0x7F000001;
  if (strncmp(text, LOCALHOST, sizeof LOCALHOST - 1) == 0) {
    address->either_family = true;
    *end = text + sizeof LOCALHOST - 1;
    return true;
  }
  if (strncmp(text, SIX, sizeof SIX - 1) == 0) {
    address->family = LOOPBACK_6;
    *end = text + sizeof SIX - 1;
    return true;
  }
  return four_read(text, &address->host, end);
}

bool address_read(const char *url, struct address *address) {
  static const char SCHEME[] = "http://";
  if (strncmp(url, SCHEME, sizeof SCHEME - 1) != 0) return false;
  const char *authority = url + sizeof SCHEME - 1, *at;
  if (!host_read(authority, address, &at)) return false;
  unsigned long port = 80;
  if (*at == ':') {
    char *stop;
    /* strtoul would take a sign and blanks, line ends among them, which must not get into the Host header. */
    if (at[1] < '0' || at[1] > '9') return false;
    port = strtoul(at + 1, &stop, 10);
    if (port == 0 || port > 65535) return false;
    at = stop;
  }
  size_t length = (size_t)(at - authority);
  if ((*at != 0 && *at != '/') || length >= sizeof address->authority) return false;
  /* The path goes into the request line as it is. */
  for (const char *byte = at; *byte != 0; byte++) {
    if (*byte <= ' ' || *byte == 0x7F) return false;
  }
  memcpy(address->authority, authority, length);
  address->authority[length] = 0;
  address->port = (uint16_t)port;
  address->path = at;
  return true;
}
