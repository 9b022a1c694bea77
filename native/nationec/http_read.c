#include "http_read.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* The body may be longer than OutData before it is converted; beyond this it cannot fit in any character set. */
enum { BODY_MOST = 4 << 20, HEAD_MOST = 64 << 10, LINE_MOST = 4096, PART = 16 << 10 };

struct reader {
  tcp_connection connection;
  unsigned long long deadline;
  struct text all; /* as received */
  size_t at;       /* where the part that was not looked at begins */
  bool ended;
};

static enum http_result more(struct reader *reader) {
  if (!text_reserve(&reader->all, PART)) return HTTP_NO_MEMORY;
  long got = socket_receive(reader->connection, reader->all.bytes + reader->all.length, PART, reader->deadline);
  if (got < 0) return got == SOCKET_LATE ? HTTP_LATE : HTTP_BROKEN;
  reader->ended = got == 0;
  reader->all.length += (size_t)got;
  reader->all.bytes[reader->all.length] = 0;
  return HTTP_DONE;
}

/* The next line without its end; the copy in `line` is cut at LINE_MOST. */
static enum http_result line_read(struct reader *reader, char *line) {
  for (;;) {
    const char *start = reader->all.bytes + reader->at;
    size_t have = reader->all.length - reader->at;
    const char *end = have == 0 ? NULL : memchr(start, '\n', have);
    if (end != NULL) {
      size_t length = (size_t)(end - start);
      reader->at += length + 1;
      if (length > 0 && start[length - 1] == '\r') length--;
      if (length >= LINE_MOST) length = LINE_MOST - 1;
      memcpy(line, start, length);
      line[length] = 0;
      return HTTP_DONE;
    }
    if (reader->ended || have > HEAD_MOST) return HTTP_BROKEN;
    enum http_result result = more(reader);
    if (result != HTTP_DONE) return result;
  }
}

/* The value of a header line if it has this (lower-case) name. */
static const char *value_of(const char *line, const char *name) {
  for (; *name != 0; name++, line++) {
    if (tolower((unsigned char)*line) != *name) return NULL;
  }
  if (*line != ':') return NULL;
  return line + 1 + strspn(line + 1, " \t");
}

static int hex_of(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  int letter = tolower((unsigned char)digit);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

static void unescape(const char *from, char *to, size_t room) {
  for (size_t used = 0; *from != 0 && used + 1 < room; used++, from++, to++) {
    bool escaped = *from == '%' && hex_of(from[1]) >= 0 && hex_of(from[2]) >= 0;
    *to = escaped ? (char)(hex_of(from[1]) * 16 + hex_of(from[2])) : *from;
    if (escaped) from += 2;
  }
  *to = 0;
}

struct framing {
  bool chunked, counted;
  size_t length;
};

static enum http_result head_read(struct reader *reader, struct http_answer *answer, struct framing *framing) {
  char line[LINE_MOST];
  enum http_result result = line_read(reader, line);
  if (result != HTTP_DONE) return result;
  if (strncmp(line, "HTTP/1.", 7) != 0 || strlen(line) < 12) return HTTP_BROKEN;
  answer->status = atoi(line + 9);
  *framing = (struct framing){false, false, 0};
  for (;;) {
    result = line_read(reader, line);
    if (result != HTTP_DONE || *line == 0) return result;
    if (reader->at > HEAD_MOST) return HTTP_BROKEN;
    const char *value;
    if ((value = value_of(line, "content-length")) != NULL) {
      framing->counted = true;
      framing->length = strtoul(value, NULL, 10);
    } else if ((value = value_of(line, "transfer-encoding")) != NULL) {
      framing->chunked = strstr(value, "chunked") != NULL;
    } else if ((value = value_of(line, "x-nationec-return")) != NULL) {
      answer->has_return = true;
      unescape(value, answer->return_text, sizeof answer->return_text);
    }
  }
}

/* Moves a counted number of bytes into the body; they may still have to come. */
static enum http_result take(struct reader *reader, size_t count, struct text *body) {
  if (count > BODY_MOST || body->length + count > BODY_MOST) return HTTP_TOO_LONG;
  while (reader->all.length - reader->at < count) {
    enum http_result result = reader->ended ? HTTP_BROKEN : more(reader);
    if (result != HTTP_DONE) return result;
  }
  if (!text_add(body, reader->all.bytes + reader->at, count)) return HTTP_NO_MEMORY;
  reader->at += count;
  return HTTP_DONE;
}

static enum http_result chunks_read(struct reader *reader, struct text *body) {
  char line[LINE_MOST];
  for (;;) {
    enum http_result result = line_read(reader, line);
    if (result != HTTP_DONE) return result;
    if (hex_of(*line) < 0) return HTTP_BROKEN;
    size_t count = strtoul(line, NULL, 16);
    if (count == 0) return HTTP_DONE;
    result = take(reader, count, body);
    if (result == HTTP_DONE) result = line_read(reader, line);
    if (result != HTTP_DONE) return result;
  }
}

static enum http_result rest_read(struct reader *reader, struct text *body) {
  while (!reader->ended) {
    if (reader->all.length - reader->at > BODY_MOST) return HTTP_TOO_LONG;
    enum http_result result = more(reader);
    if (result != HTTP_DONE) return result;
  }
  return take(reader, reader->all.length - reader->at, body);
}

enum http_result http_read(tcp_connection connection, unsigned long long deadline, struct http_answer *answer) {
  struct reader reader = {.connection = connection, .deadline = deadline};
  struct framing framing;
  enum http_result result;
  do {
    result = head_read(&reader, answer, &framing);
    /* 100 Continue and its like announce the real answer. */
  } while (result == HTTP_DONE && answer->status >= 100 && answer->status < 200);
  if (result == HTTP_DONE) {
    result = framing.chunked   ? chunks_read(&reader, &answer->body)
             : framing.counted ? take(&reader, framing.length, &answer->body)
                               : rest_read(&reader, &answer->body);
  }
  text_free(&reader.all);
  return result;
}
