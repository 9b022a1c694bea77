#ifndef NATIONEC_LAUNCHER_TRAY_H
#define NATIONEC_LAUNCHER_TRAY_H

#include <wchar.h>
#include <windows.h>

/* Shows the state of the agent beside the clock until `parent` has ended. Where there is no desktop it only waits. */
void show_tray(HINSTANCE program, const wchar_t *folder, HANDLE parent);

#endif
