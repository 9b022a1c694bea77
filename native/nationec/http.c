#include "http.h"

#include <stdlib.h>
#include <string.h>

#include "address.h"
#include "http_read.h"
#include "socket.h"
#include "system.h"

enum { CONNECT_MILLISECONDS = 2000 };

/* A header value: bytes that would end the line, or are not ASCII, as %XX. */
static bool add_escaped(struct text *to, const char *value) {
  static const char HEX[] = "0123456789ABCDEF";
  for (; *value != 0; value++) {
    unsigned char byte = (unsigned char)*value;
    char escaped[] = {'%', HEX[byte >> 4], HEX[byte & 15]};
    if (!(byte <= ' ' || byte >= 0x7F ? text_add(to, escaped, 3) : text_add(to, value, 1))) return false;
  }
  return true;
}

static bool request_compose(struct text *to, const struct address *address, const char *transaction_url, const struct text *body) {
  /* One piece, so that it leaves in one packet and does not wait for a delayed acknowledgement. */
  return text_reserve(to, body->length + 1024) && text_add_string(to, "POST ") &&
         text_add_string(to, *address->path == 0 ? "/" : address->path) && text_add_string(to, " HTTP/1.1\r\nHost: ") &&
         text_add_string(to, address->authority) &&
         text_add_string(to, "\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\nX-NationEC-Url: ") &&
         add_escaped(to, transaction_url) && text_add_string(to, "\r\nContent-Length: ") && text_add_number(to, body->length) &&
         text_add_string(to, "\r\n\r\n") && text_add(to, body->bytes, body->length);
}

static tcp_connection connect_to(const struct address *address) {
  unsigned long long deadline = milliseconds_now() + CONNECT_MILLISECONDS;
  tcp_connection made = socket_open(address->family, address->host, address->port, deadline);
  if (made == NO_CONNECTION && address->either_family) made = socket_open(LOOPBACK_6, 0, address->port, deadline);
  return made;
}

static enum http_result send_all(tcp_connection connection, const struct text *request, unsigned long long deadline) {
  for (size_t sent = 0; sent < request->length;) {
    long part = socket_send(connection, request->bytes + sent, request->length - sent, deadline);
    if (part < 0) return part == SOCKET_LATE ? HTTP_LATE : HTTP_BROKEN;
    sent += (size_t)part;
  }
  return HTTP_DONE;
}

enum http_result http_post(const char *endpoint, const char *transaction_url, const struct text *body, unsigned long timeout_seconds,
                           struct http_answer *answer) {
  struct address address;
  struct text request = {NULL, 0, 0};
  *answer = (struct http_answer){.status = 0};
  if (!address_read(endpoint, &address)) return HTTP_BAD_ADDRESS;
  if (!request_compose(&request, &address, transaction_url, body)) {
    text_free(&request);
    return HTTP_NO_MEMORY;
  }
  tcp_connection connection = connect_to(&address);
  enum http_result result = HTTP_UNREACHABLE;
  if (connection != NO_CONNECTION) {
    unsigned long long deadline = milliseconds_now() + 1000ull * timeout_seconds;
    result = send_all(connection, &request, deadline);
    if (result == HTTP_DONE) result = http_read(connection, deadline, answer);
    socket_close(connection);
  }
  text_free(&request);
  return result;
}
