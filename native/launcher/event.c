#include "event.h"

#include <windows.h>

/* One number for all: no file of messages is registered, which would need an administrator. */
#define EVENT_NUMBER 1

int write_event(const wchar_t *level, const wchar_t *text) {
  WORD type = EVENTLOG_INFORMATION_TYPE;
  if (wcscmp(level, L"warning") == 0) type = EVENTLOG_WARNING_TYPE;
  if (wcscmp(level, L"error") == 0) type = EVENTLOG_ERROR_TYPE;
  HANDLE log = RegisterEventSourceW(NULL, L"nationec-agent");
  if (log == NULL) return 1;
  BOOL written = ReportEventW(log, type, 0, EVENT_NUMBER, NULL, 1, 0, &text, NULL);
  DeregisterEventSource(log);
  return written ? 0 : 1;
}
