/* The offline answers, the ways to spoil one, and the ways to put one into OutData. */
#ifndef STANDIN_ANSWER_H
#define STANDIN_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include "modes.h"
#include "nationec.h"
#include "text.h"

/* The longest text that fits with its NUL. */
enum { ANSWER_MOST = NATIONEC_OUT_BYTES - 1 };

/* An envelope (chapter 2.2.4) that tells what arrived, padded with Chinese text to `fill` bytes if that is more. */
bool answer_echo(struct text *answer, size_t url_bytes, size_t in_bytes, unsigned long call, size_t fill);
/* Cuts a UTF-8 text in the middle of its last Chinese character. */
void answer_cut(struct text *answer);
/* Writes into OutData as the modes say; at most ANSWER_MOST bytes of `answer` are right, which the caller has checked. */
void answer_deliver(struct modes modes, const struct text *answer, char *out);

#endif
