#!/bin/sh
# Free Pascal for 32-bit Windows, with the units that install-wine.sh made: fpc.sh OUTPUT SOURCE, both below /project.
exec chroot "$NATIONEC_WINE_ROOT" /usr/bin/fpc -n -Twin32 -Fu/opt/fpc-win32 -O2 -Xs -XX -vw -FU/opt "-o$1" "$2"
