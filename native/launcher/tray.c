#include "tray.h"

#include <shellapi.h>

#include "files.h"

#define FROM_ICON (WM_APP + 1)
#define EVERY 2000
#define OPEN_CONSOLE 1
#define STOP_AGENT 2

#define GREEN RGB(30, 150, 70)
#define AMBER RGB(220, 150, 0)

static struct {
  wchar_t folder[PATH_ROOM];
  wchar_t state[32], version[64], start[512], code[16], page[256], shown_code[16];
  UINT taskbar_created;
  NOTIFYICONDATAW icon;
} tray;

/* A disc of one colour: there is no picture to ship, and the colour is what is looked at. */
static HICON disc(COLORREF colour) {
  HDC screen = GetDC(NULL);
  HDC canvas = CreateCompatibleDC(screen);
  ICONINFO parts = {.fIcon = TRUE, .hbmColor = CreateCompatibleBitmap(screen, 16, 16), .hbmMask = CreateBitmap(16, 16, 1, 1, NULL)};
  RECT all = {0, 0, 16, 16};
  HGDIOBJ before = SelectObject(canvas, parts.hbmMask);
  FillRect(canvas, &all, GetStockObject(WHITE_BRUSH));
  SelectObject(canvas, GetStockObject(BLACK_BRUSH));
  SelectObject(canvas, GetStockObject(BLACK_PEN));
  Ellipse(canvas, 1, 1, 15, 15);
  SelectObject(canvas, parts.hbmColor);
  FillRect(canvas, &all, GetStockObject(BLACK_BRUSH));
  HBRUSH brush = CreateSolidBrush(colour);
  HGDIOBJ brush_before = SelectObject(canvas, brush);
  Ellipse(canvas, 1, 1, 15, 15);
  SelectObject(canvas, brush_before);
  SelectObject(canvas, before);
  HICON icon = CreateIconIndirect(&parts);
  DeleteObject(brush);
  DeleteObject(parts.hbmColor);
  DeleteObject(parts.hbmMask);
  DeleteDC(canvas);
  ReleaseDC(NULL, screen);
  return icon;
}

static void look(void) {
  wchar_t answer[ANSWER_ROOM];
  if (!ask_keeper(tray.folder, "state", answer, ANSWER_ROOM)) answer[0] = L'\0';
  value_of(answer, L"state", tray.state, 32);
  value_of(answer, L"version", tray.version, 64);
  value_of(answer, L"start", tray.start, 512);
  value_of(answer, L"code", tray.code, 16);
  value_of(answer, L"page", tray.page, 256);
}

static void show(DWORD how) {
  int listening = wcscmp(tray.state, L"listening") == 0;
  HICON before = tray.icon.hIcon;
  tray.icon.uFlags = NIF_MESSAGE | NIF_ICON | NIF_TIP;
  tray.icon.hIcon = disc(listening ? GREEN : AMBER);
  if (tray.code[0] != L'\0') {
    _snwprintf(tray.icon.szTip, 127, L"配对码 pairing code: %ls", tray.code);
  } else {
    _snwprintf(tray.icon.szTip, 127, L"医保终端代理 nationec %ls: %ls", tray.version,
               listening ? L"运行中 running" : L"启动中 starting");
  }
  /* Each code once: a page asks, and the person at this screen types its digits there. */
  if (tray.code[0] != L'\0' && wcscmp(tray.code, tray.shown_code) != 0) {
    tray.icon.uFlags |= NIF_INFO;
    tray.icon.dwInfoFlags = NIIF_INFO;
    _snwprintf(tray.icon.szInfoTitle, 63, L"配对码 pairing code  %ls", tray.code);
    _snwprintf(tray.icon.szInfo, 255, L"%ls", tray.page);
  }
  wcscpy(tray.shown_code, tray.code);
  Shell_NotifyIconW(how, &tray.icon);
  if (before != NULL) DestroyIcon(before);
}

static void menu(HWND window) {
  POINT at;
  HMENU choices = CreatePopupMenu();
  wchar_t code[96];
  if (tray.code[0] != L'\0') {
    _snwprintf(code, 95, L"配对码 pairing code: %ls", tray.code);
    AppendMenuW(choices, MF_STRING | MF_DISABLED, 0, code);
    AppendMenuW(choices, MF_SEPARATOR, 0, NULL);
  }
  AppendMenuW(choices, MF_STRING, OPEN_CONSOLE, L"打开控制台 Open the console");
  AppendMenuW(choices, MF_STRING, STOP_AGENT, L"停止（等待终端完成） Stop, when the terminal is done");
  GetCursorPos(&at);
  /* Otherwise the menu stays when the person clicks elsewhere. */
  SetForegroundWindow(window);
  TrackPopupMenu(choices, TPM_RIGHTBUTTON, at.x, at.y, 0, window, NULL);
  DestroyMenu(choices);
}

static void act(int choice) {
  wchar_t answer[ANSWER_ROOM];
  if (choice == STOP_AGENT) ask_keeper(tray.folder, "stop", answer, ANSWER_ROOM);
  if (choice != OPEN_CONSOLE) return;
  look();
  if (wcsncmp(tray.start, L"http://127.0.0.1:", 17) == 0)
    ShellExecuteW(NULL, L"open", tray.start, NULL, NULL, SW_SHOWNORMAL);
}

static LRESULT CALLBACK hear(HWND window, UINT message, WPARAM first, LPARAM second) {
  if (message == FROM_ICON) {
    if (LOWORD(second) == WM_RBUTTONUP) menu(window);
    if (LOWORD(second) == WM_LBUTTONDBLCLK) act(OPEN_CONSOLE);
    return 0;
  }
  if (message == WM_COMMAND) {
    act(LOWORD(first));
    return 0;
  }
  if (message == WM_TIMER) {
    look();
    show(NIM_MODIFY);
    return 0;
  }
  /* The desktop was started anew and has forgotten the icon. */
  if (tray.taskbar_created != 0 && message == tray.taskbar_created) {
    show(NIM_ADD);
    return 0;
  }
  return DefWindowProcW(window, message, first, second);
}

void show_tray(HINSTANCE program, const wchar_t *folder, HANDLE parent) {
  WNDCLASSW kind = {.lpfnWndProc = hear, .hInstance = program, .lpszClassName = L"nationec-agent"};
  HWND window = NULL;
  wcscpy(tray.folder, folder);
  tray.taskbar_created = RegisterWindowMessageW(L"TaskbarCreated");
  if (RegisterClassW(&kind) != 0)
    window = CreateWindowExW(0, kind.lpszClassName, L"nationec agent", WS_OVERLAPPED, 0, 0, 0, 0, NULL, NULL, program, NULL);
  if (window == NULL) {
    WaitForSingleObject(parent, INFINITE);
    return;
  }
  tray.icon.cbSize = sizeof tray.icon;
  tray.icon.hWnd = window;
  tray.icon.uID = 1;
  tray.icon.uCallbackMessage = FROM_ICON;
  show(NIM_ADD);
  SetTimer(window, 1, EVERY, NULL);
  while (MsgWaitForMultipleObjects(1, &parent, FALSE, INFINITE, QS_ALLINPUT) == WAIT_OBJECT_0 + 1) {
    MSG message;
    while (PeekMessageW(&message, NULL, 0, 0, PM_REMOVE)) {
      TranslateMessage(&message);
      DispatchMessageW(&message);
    }
  }
  Shell_NotifyIconW(NIM_DELETE, &tray.icon);
}
