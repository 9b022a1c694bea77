#!/bin/sh
# wine in its root; only inside run-under-wine.sh. Replaces itself, so that a kill reaches the Windows program.
# LC_ALL: without it Chinese file names turn to mojibake. The two overrides: no .NET, no browser.
case "$NATIONEC_WINDOWS_TARGET" in
  win32-ia32) arch=win32 ;;
  *) arch=win64 ;;
esac
exec chroot "$NATIONEC_WINE_ROOT" /usr/bin/env HOME=/opt WINEPREFIX=/opt/wine-prefix WINEARCH=$arch WINEDEBUG=-all LC_ALL=C.UTF-8 \
  WINEDLLOVERRIDES="mscoree=;mshtml=;winemenubuilder.exe=" PATH=/usr/bin:/bin "${WINE_PROGRAM:-wine}" "$@"
