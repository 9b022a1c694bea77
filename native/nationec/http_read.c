#include "http_read.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* The body may be longer than OutData before it is converted; beyond this it cannot fit in any character set. RECEIVED_MOST: chunks of
   one byte each, and a little about each of them. */
enum { BODY_MOST = 4 << 20, RECEIVED_MOST = 32 << 20, HEAD_MOST = 64 << 10, LINE_MOST = 4096, PART = 16 << 10 };

struct reader {
  tcp_connection connection;
  unsigned long long deadline;
  struct text all; /* as received */
  size_t at;       /* where the part that was not looked at begins */
  bool ended;
};

static enum http_result more(struct reader *reader) {
  if (reader->all.length > RECEIVED_MOST) return HTTP_TOO_LONG;
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

/* Digits, then nothing or `end`, where strtoul would take signs, blanks and nothing at all: a length that is no length must not pass for a whole answer. */
static bool count_read(const char *text, int base, char end, size_t *count) {
  const char *start = text;
  *count = 0;
  for (int digit; (digit = hex_of(*text)) >= 0 && digit < base; text++) {
    *count = *count * (size_t)base + (size_t)digit;
    if (*count > BODY_MOST) *count = BODY_MOST + 1;
  }
  const char *behind = text + strspn(text, " \t");
  return text > start && (*behind == 0 || *behind == end);
}

/* Whether a header's value is this (lower-case) word. */
static bool value_is(const char *value, const char *word) {
  for (; *word != 0; word++, value++) {
    if (tolower((unsigned char)*value) != *word) return false;
  }
  return value[strspn(value, " \t")] == 0;
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

static bool length_take(struct framing *framing, const char *value) {
  size_t length;
  if (!count_read(value, 10, 0, &length) || (framing->counted && length != framing->length)) return false;
  framing->counted = true;
  framing->length = length;
  return true;
}

/* HTTP/1.1 200 OK; 0 if it is nothing of the kind. */
static int status_of(const char *line) {
  bool right = strncmp(line, "HTTP/1.", 7) == 0 && line[7] != 0 && line[8] == ' ' && strspn(line + 9, "0123456789") == 3 &&
               (line[12] == 0 || line[12] == ' ');
  return right && line[9] != '0' ? atoi(line + 9) : 0;
}

static enum http_result head_read(struct reader *reader, struct http_answer *answer, struct framing *framing) {
  char line[LINE_MOST];
  enum http_result result = line_read(reader, line);
  if (result != HTTP_DONE) return result;
  answer->status = status_of(line);
  if (answer->status == 0) return HTTP_BROKEN;
  *framing = (struct framing){false, false, 0};
  for (;;) {
    result = line_read(reader, line);
    if (result != HTTP_DONE) return result;
    /* Of all heads together: announcements without an end end here too. */
    if (reader->at > HEAD_MOST) return HTTP_BROKEN;
    if (*line == 0) return HTTP_DONE;
    const char *value;
    if ((value = value_of(line, "content-length")) != NULL) {
      if (!length_take(framing, value)) return HTTP_BROKEN;
    } else if ((value = value_of(line, "transfer-encoding")) != NULL) {
      /* Another coding would put compressed bytes into OutData. */
      if (!value_is(value, "chunked")) return HTTP_BROKEN;
      framing->chunked = true;
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
    size_t count;
    if (!count_read(line, 16, ';', &count)) return HTTP_BROKEN;
    if (count == 0) return HTTP_DONE;
    result = take(reader, count, body);
    if (result == HTTP_DONE) result = line_read(reader, line);
    if (result != HTTP_DONE) return result;
    if (*line != 0) return HTTP_BROKEN;
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
