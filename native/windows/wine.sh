#!/bin/sh
# wine in its root; only inside run-under-wine.sh. Replaces itself, so that a kill reaches the Windows program.
# LC_ALL: without it Chinese file names turn to mojibake. The two overrides: no .NET, no browser.
exec chroot "$NATIONEC_WINE_ROOT" /usr/bin/env HOME=/opt WINEPREFIX=/opt/wine-prefix WINEARCH=win32 WINEDEBUG=-all LC_ALL=C.UTF-8 \
  WINEDLLOVERRIDES="mscoree=;mshtml=;winemenubuilder.exe=" PATH=/usr/bin:/bin "${WINE_PROGRAM:-wine}" "$@"
