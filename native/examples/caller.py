"""Calls NationECCode from Python: python caller.py LIBRARY URL < request.json

The Python must have the bitness of the library (a 32-bit DLL needs a 32-bit Python).
"""

import ctypes
import sys

# 900K in bytes (chapter 3.2). Always this large: the function has no length argument and writes up to that much.
OUT_BYTES = 900 * 1024


def load(path):
    # The DLL is stdcall, which only 32-bit Windows tells apart from cdecl.
    loader = ctypes.WinDLL if sys.platform == "win32" else ctypes.CDLL
    function = loader(path).NationEcTrans
    function.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p]
    # c_char_p copies the returned text; the pointer itself belongs to the library and is never freed.
    function.restype = ctypes.c_char_p
    return function


def main():
    library, url = sys.argv[1:]
    # Bytes in, bytes out: UTF-8 by chapter 2.1. A real library that uses GBK: decode("gb18030") instead.
    request = sys.stdin.buffer.read()
    out = ctypes.create_string_buffer(OUT_BYTES)
    returned = load(library)(url.encode("utf-8"), request, out)
    print((returned or b"").decode("utf-8", "replace"), file=sys.stderr)
    sys.stdout.buffer.write(out.value)
    return 0 if returned == b"0000" else 1


if __name__ == "__main__":
    sys.exit(main())
