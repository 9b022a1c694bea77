#include <fcntl.h>
#include <io.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "platform.h"

static HANDLE from_parent = INVALID_HANDLE_VALUE, to_parent = INVALID_HANDLE_VALUE, complaints = INVALID_HANDLE_VALUE;

static bool usable(HANDLE handle) { return handle != NULL && handle != INVALID_HANDLE_VALUE; }

static HANDLE copy_of(HANDLE handle) {
  HANDLE copy = INVALID_HANDLE_VALUE, self = GetCurrentProcess();
  if (!usable(handle) || !DuplicateHandle(self, handle, self, &copy, 0, FALSE, DUPLICATE_SAME_ACCESS)) return INVALID_HANDLE_VALUE;
  return copy;
}

/*
 * Makes the *number* of a handle mean something harmless. A runtime passes its pipes to us twice: as standard handles and in a block that
 * every C runtime reads when it starts, also the one inside the library, which would print straight into the frames. So the old number is
 * closed and taken again for a copy of `harmless`; Windows hands out the lowest free number, hence the few tries.
 */
static void replace(HANDLE number, HANDLE harmless) {
  enum { TRIES = 64 };
  HANDLE others[TRIES];
  int count = 0;
  if (!usable(number)) return;
  CloseHandle(number);
  while (count < TRIES) {
    HANDLE copy = copy_of(harmless);
    if (copy == number || !usable(copy)) break;
    others[count++] = copy;
  }
  while (count > 0) CloseHandle(others[--count]);
}

bool channel_take_over(bool show_prints) {
  static const DWORD STREAMS[] = {STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, STD_ERROR_HANDLE};
  HANDLE given[3];
  for (int i = 0; i < 3; i++) given[i] = GetStdHandle(STREAMS[i]);
  from_parent = copy_of(given[0]);
  to_parent = copy_of(given[1]);
  complaints = copy_of(given[2]);
  HANDLE nothing = CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
  if (!usable(from_parent) || !usable(to_parent) || !usable(nothing)) {
    complain("nationec-host: standard input or output is closed", "");
    return false;
  }
  /* Printed text may hold personal data: it is shown on request only. */
  HANDLE prints = show_prints && usable(complaints) ? complaints : nothing;
  for (int i = 0; i < 3; i++) replace(given[i], i == 0 ? nothing : prints);
  SetStdHandle(STD_INPUT_HANDLE, copy_of(nothing));
  SetStdHandle(STD_OUTPUT_HANDLE, copy_of(prints));
  SetStdHandle(STD_ERROR_HANDLE, copy_of(prints));
  /* msvcrt.dll keeps numbers of its own, and many libraries share it with this program. */
  for (int i = 0; i < 3; i++) {
    int file = _open_osfhandle((intptr_t)copy_of(i == 0 ? nothing : prints), i == 0 ? _O_RDONLY : 0);
    if (file >= 0 && file != i) {
      _dup2(file, i);
      _close(file);
    }
  }
  return true;
}

/* A write of no bytes on the other end arrives as a read of no bytes; so does, under wine, the end itself. */
static bool still_open(void) { return PeekNamedPipe(from_parent, NULL, 0, NULL, NULL, NULL); }

size_t channel_read(void *to, size_t most) {
  for (;;) {
    DWORD got = 0;
    if (!ReadFile(from_parent, to, (DWORD)most, &got, NULL)) return 0;
    if (got > 0 || !still_open()) return got;
  }
}

bool channel_write(const void *from, size_t bytes) {
  const char *at = from;
  while (bytes > 0) {
    DWORD sent = 0;
    if (!WriteFile(to_parent, at, (DWORD)bytes, &sent, NULL)) return false;
    at += sent;
    bytes -= sent;
  }
  return true;
}

static void complain_part(const char *text) {
  DWORD sent;
  /* Before the take-over (wrong options) there is only the real one. */
  HANDLE to = usable(complaints) ? complaints : GetStdHandle(STD_ERROR_HANDLE);
  WriteFile(to, text, (DWORD)strlen(text), &sent, NULL);
}

void complain(const char *text, const char *detail) {
  complain_part(text);
  complain_part(detail);
  complain_part("\r\n");
}
