/*
 * The stand-in NationECCode library: forwards each call to a simulator on this machine and misbehaves on request. README.md lists both.
 */
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

#include "answer.h"
#include "charset.h"
#include "deeds.h"
#include "http.h"
#include "modes.h"
#include "nationec.h"
#include "returned.h"
#include "settings.h"
#include "system.h"

static atomic_ulong calls;

static const char *complaint_of(enum http_result result) {
  switch (result) {
    case HTTP_BAD_ADDRESS:
      return "S003 the simulator's address must be http:// on this machine (127.0.0.1, localhost, [::1])";
    case HTTP_UNREACHABLE:
      return "S001 no simulator answers at the address";
    case HTTP_LATE:
      return "S002 the simulator took too long";
    case HTTP_TOO_LONG:
      return "S006 the answer is longer than OutData";
    case HTTP_NO_MEMORY:
      return "S007 no memory";
    default:
      return "S005 the simulator's answer is not HTTP or broke off";
  }
}

/* Asks the simulator; the text to return if it is not "0000". */
static char *forward(const struct settings *settings, const char *url, const struct text *request, struct text *answer, enum charset charset) {
  struct http_answer reply;
  enum http_result result = http_post(settings->url, url, request, settings->timeout_seconds, &reply);
  *answer = reply.body;
  if (result != HTTP_DONE) {
    text_free(answer);
    return returned_text(complaint_of(result), CHARSET_UTF8);
  }
  if (reply.status != 200) {
    text_free(answer);
    return returned_with_number("S004 the simulator answered HTTP ", reply.status);
  }
  return reply.has_return && strcmp(reply.return_text, "0000") != 0 ? returned_text(reply.return_text, charset) : NULL;
}

static char *answer_make(const struct settings *settings, struct modes modes, const char *url, const struct text *request,
                         struct text *answer, enum charset charset) {
  unsigned long fill = 0;
  mode_number(modes, "fill-", &fill);
  if (mode_on(modes, "echo")) {
    return answer_echo(answer, strlen(url), request->length, modes.call, fill) ? NULL : returned_text(complaint_of(HTTP_NO_MEMORY), CHARSET_UTF8);
  }
  if (mode_on(modes, "mirror")) {
    return text_add(answer, request->bytes, request->length) ? NULL : returned_text(complaint_of(HTTP_NO_MEMORY), CHARSET_UTF8);
  }
  return forward(settings, url, request, answer, charset);
}

/* The whole call but for its last two steps; the text to return if it is not "0000". */
static char *work(const struct settings *settings, struct modes modes, const char *url, char *in, struct text *answer) {
  enum charset charset = mode_on(modes, "gbk") ? CHARSET_GBK : mode_on(modes, "gb18030") ? CHARSET_GB18030 : CHARSET_UTF8;
  struct text request = {NULL, 0, 0};
  char *returned;
  if (!text_add_string(&request, in) || (mode_on(modes, "gbk-in") && !charset_convert(&request, CHARSET_GB18030, CHARSET_UTF8))) {
    returned = returned_text("S008 InData is not in the expected character set", CHARSET_UTF8);
  } else {
    returned = answer_make(settings, modes, url, &request, answer, charset);
  }
  text_free(&request);
  if (mode_on(modes, "partial")) answer_cut(answer);
  if (!charset_convert(answer, CHARSET_UTF8, charset)) {
    text_free(answer);
    return returned_text("S008 the answer cannot be converted", CHARSET_UTF8);
  }
  if (answer->length > ANSWER_MOST) {
    text_free(answer);
    return returned_text(complaint_of(HTTP_TOO_LONG), CHARSET_UTF8);
  }
  if (mode_on(modes, "wrong-return")) return returned_text("E1001 \xE7\xBB\x88\xE7\xAB\xAF\xE6\x9C\xAA\xE8\xBF\x9E\xE6\x8E\xA5", charset); /* 终端未连接 */
  return returned;
}

static char *finish(struct modes modes, const struct text *answer, char *returned, char *in, char *out) {
  if (answer->length > 0 || returned == NULL) answer_deliver(modes, answer, out);
  if (mode_on(modes, "change-in")) in[0] = ' ';
  if (mode_on(modes, "null-return")) return NULL;
  if (mode_on(modes, "number-return")) return (char *)(intptr_t)1;
  if (mode_on(modes, "long-return")) return returned_long();
  if (mode_on(modes, "return-out")) return out;
  return returned == NULL ? returned_success() : returned;
}

#if defined(_WIN64)
__declspec(dllexport)
#elif !defined(_WIN32) /* there NationECCode.def exports it, undecorated */
__attribute__((visibility("default")))
#endif
char *NATIONEC_CALL
NationEcTrans(char *strUrl, char *InData, char *OutData) {
  struct settings settings;
  char unknown[64];
  settings_read(&settings);
  struct modes modes = {settings.mode, atomic_fetch_add(&calls, 1) + 1};
  if (strUrl == NULL || InData == NULL || OutData == NULL) return returned_text("S009 an argument is NULL", CHARSET_UTF8);
  if (mode_unknown(modes, unknown, sizeof unknown)) return returned_unknown(unknown);
  /* Counted from the first call on, whether or not the mode is on yet. */
  bool same_thread = same_thread_as_first();
  deeds_before(modes);
  if (mode_on(modes, "thread-affine") && !same_thread) return returned_text("S010 called on another thread than the first time", CHARSET_UTF8);
  struct text answer = {NULL, 0, 0};
  char *returned = work(&settings, modes, strUrl, InData, &answer);
  deeds_after(modes);
  returned = finish(modes, &answer, returned, InData, OutData);
  text_free(&answer);
  return returned;
}
