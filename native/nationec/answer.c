#include "answer.h"

#include <string.h>

#include "system.h"

bool answer_echo(struct text *answer, size_t url_bytes, size_t in_bytes, unsigned long call, size_t fill) {
  static const char END[] = "\"}}", CHARACTER[] = "\xE5\x8C\xBB"; /* 医 */
  bool right = text_add_string(answer, "{\"orgId\":\"\",\"code\":0,\"message\":\"\",\"data\":{\"urlBytes\":") &&
               text_add_number(answer, url_bytes) && text_add_string(answer, ",\"inBytes\":") && text_add_number(answer, in_bytes) &&
               text_add_string(answer, ",\"call\":") && text_add_number(answer, call) && text_add_string(answer, ",\"pid\":") &&
               text_add_number(answer, process_number()) && text_add_string(answer, ",\"thread\":") &&
               text_add_number(answer, thread_number()) && text_add_string(answer, ",\"text\":\"\xE5\x8C\xBB\xE4\xBF\x9D"); /* 医保 */
  if (fill > ANSWER_MOST) fill = ANSWER_MOST;
  while (right && answer->length + sizeof END - 1 < fill) {
    size_t left = fill - answer->length - (sizeof END - 1);
    right = left % 3 == 0 ? text_add(answer, CHARACTER, 3) : text_add(answer, "x", 1);
  }
  return right && text_add_string(answer, END);
}

void answer_cut(struct text *answer) {
  for (size_t at = answer->length; at > 0; at--) {
    if ((unsigned char)answer->bytes[at - 1] < 0xE0) continue;
    answer->length = at;
    answer->bytes[at] = 0;
    return;
  }
}

/* Not memset: some compilers see the size of the caller's array and drop or refuse what lies behind it. */
static void write_run(volatile char *to, size_t count) {
  for (size_t i = 0; i < count; i++) to[i] = 'x';
}

void answer_deliver(struct modes modes, const struct text *answer, char *out) {
  enum { PAGE = 4096 };
  const char *bytes = answer->bytes == NULL ? "" : answer->bytes;
  if (mode_on(modes, "unchanged")) return;
  if (mode_on(modes, "empty")) {
    out[0] = 0;
  } else if (mode_on(modes, "unterminated")) {
    write_run(out, NATIONEC_OUT_BYTES);
  } else if (mode_on(modes, "overrun-1")) {
    write_run(out, NATIONEC_OUT_BYTES + 1);
  } else if (mode_on(modes, "overrun-page")) {
    write_run(out + NATIONEC_OUT_BYTES, PAGE);
  } else if (mode_on(modes, "underrun")) {
    write_run(out - 1, 1);
  } else if (mode_on(modes, "no-nul")) {
    memcpy(out, bytes, answer->length);
  } else if (mode_on(modes, "append")) {
    strcat(out, bytes);
  } else {
    memcpy(out, bytes, answer->length + 1);
  }
}
